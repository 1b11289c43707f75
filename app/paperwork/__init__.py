"""The papers of a house's file: which are asked for, how far each is, their scans, and closing the file."""
