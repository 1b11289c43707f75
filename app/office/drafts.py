"""What a form or a command hands in about the office."""

from __future__ import annotations

from dataclasses import dataclass, field

from models.vocabulary import Level


@dataclass(frozen=True)
class OfficeDraft:
    """The first facts of an office: enough to work with; everything can be changed later."""

    level: Level
    code: str
    name: str
    province: str
    villages: tuple[str, ...] = ()
    superior_code: str | None = None
    superior_name: str | None = None
    person: str | None = None
    position: str | None = None
    device_name: str | None = None
    series: str | None = None
    body: str | None = None
    header: str | None = None
    place_name: str | None = None
    village_heads: dict[str, tuple[str | None, str | None]] = field(default_factory=dict)
