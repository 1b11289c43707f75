"""Sending and receiving packages."""
