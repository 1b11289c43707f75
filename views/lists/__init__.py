"""Screens of lists: an officer's own list, looked at and saved."""
