"""Fixtures of whole days at the office through the real window."""

from tests.window import dressed, messages, qapp_cls

__all__ = ["dressed", "messages", "qapp_cls"]
