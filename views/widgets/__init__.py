"""Pieces that several rooms use."""
