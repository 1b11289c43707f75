"""What a form or a command hands in about handing houses over and issuing their minutes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from models.vocabulary import Numbering, PaperKind


@dataclass(frozen=True)
class HandoverDraft:
    """A house is handed to its household, or to whom it sends (`receiver`, `relation`)."""

    case_id: str
    handed_over_on: str
    place: str | None = None
    receiver: str | None = None
    relation: str | None = None
    thumbprint: bool | None = None
    note: str | None = None


@dataclass(frozen=True)
class MinutesOptions:
    """Which minutes, how they are numbered, from which number the year's register goes on, how many copies are signed.

    `start_at` is for a register that was kept on paper before: the first number given here is at least that.
    `planned` tells by case how houses that are not handed over yet will be: their minutes are printed before the day.
    """

    numbering: Numbering = Numbering.NONE
    start_at: int | None = None
    copies: int | None = None
    kind: PaperKind = PaperKind.HANDOVER_MINUTES
    planned: Mapping[str, HandoverDraft] = field(default_factory=lambda: MappingProxyType({}))
