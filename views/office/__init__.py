"""The office itself: its first day on a laptop, and its settings later."""
