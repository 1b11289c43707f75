"""The office itself: its first day on a laptop."""
