"""The page "Hộ trùng": pairs that may be one household, side by side."""
