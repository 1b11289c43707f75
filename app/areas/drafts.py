"""What a form hands in about a village."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class VillageDraft:
    """A village with its head; `id` and `version` are None for a new one. `keeper_id`: the user who looks after it."""

    name: str
    head_name: str | None = None
    head_phone: str | None = None
    id: str | None = None
    version: int | None = None
    keeper_id: str | None = None
