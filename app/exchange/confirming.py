"""Confirming a laptop as people do it: it is believed from now on, and what was held of it comes in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.exchange.known_laptops import Laptop
from app.exchange.merging import Report, receive_believed
from app.exchange.pairing import believe_laptop
from app.progress import Progress
from app.workspace import Changes, Workspace


@dataclass(frozen=True)
class Confirmed:
    """What confirming did: the change, whose laptop it was, and what became of its packages that were held."""

    changes: Changes
    laptop: Laptop
    reports: Sequence[Report] = ()


def confirm_laptop(
    workspace: Workspace,
    device: str,
    code: str | None = None,
    progress: Progress | None = None,
    password: str | None = None,
) -> Confirmed:
    """Believe a laptop (`believe_laptop`), and receive its packages from the inbox; `password` opens the locked ones.

    Raises `Refused`, `Trouble`.
    """
    changes, laptop = believe_laptop(workspace, device, code)
    return Confirmed(changes, laptop, receive_believed(workspace, progress, password))
