"""The page "Ủng hộ" and its short forms."""
