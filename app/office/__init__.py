"""The office itself: its setting-up, its people, its laptops."""
