"""Chương trình – Phong trào: the list of plans, the page of one plan in tabs, its editor."""
