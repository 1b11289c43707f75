"""The page on which the office's work is handed over."""
