"""What the office does: the use cases, without any window."""
