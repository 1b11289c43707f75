"""The office's work goes from one person and laptop to the next: minutes, an encrypted copy, taking over."""
