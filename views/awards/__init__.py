"""The page of emulation and awards: its tabs, lists and short forms."""
