"""Fixtures of the rooms and of commands."""

from tests.pins import quick_pins

__all__ = ["quick_pins"]
