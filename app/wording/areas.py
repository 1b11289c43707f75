"""How the names places bore before a reform are told."""

from __future__ import annotations


def old_name(former: str, until: str) -> str:
    """A former name with its last day: "Xã Lay Nưa (đến 30/06/2025)"."""
    return f"{former} (đến {until})"


def village_of(name: str, commune: str) -> str:
    """A village told apart from one of the same name of a commune merged with its own: "Bản Hai (Xã Mường Mươn)"."""
    return f"{name} ({commune})"


def renamed(name: str, former: str) -> str:
    """A unit of today that is looked for by a former name, which carries its last day."""
    return f"{name} – tên cũ {former}"
