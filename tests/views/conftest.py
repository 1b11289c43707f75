"""Fixtures of the window's tests, as `tests.window` makes them."""

from tests.pins import quick_pins
from tests.window import Recorder, dressed, messages, qapp_cls, runner

__all__ = ["Recorder", "dressed", "messages", "qapp_cls", "quick_pins", "runner"]
