"""The room of money: sources, and what was paid for a house. Lines are corrected by lines, never overwritten."""
