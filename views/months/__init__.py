"""The window's side of a month's end."""
