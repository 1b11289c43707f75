"""What the completion-check minutes say (Biên bản kiểm tra việc hoàn thành xây dựng, sửa chữa nhà ở): values only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from app.documents.parts import UNKNOWN_PART, CostLine, HousePart, Party, Signature
from models.vocabulary import WorkType


@dataclass(frozen=True)
class CompletionCheck:
    """One house's check as it is printed. Whatever is empty prints as a dotted line; all empty is the blank form.

    The form of the Front is not numbered and has no issuing body: both are printed only with a `symbol` (without
    `number` it leaves the number dotted). Areas in m2, amounts in đồng. `quality` empty and all parts hard, or
    `passed`: the form's own sentence. `support` is the programme's share of `total_cost`, `costs` the other sources.
    """

    office_lines: tuple[str, ...] = ()
    superior_line: str = ""
    number: str | None = None
    symbol: str = ""
    place: str = ""
    held_on: date | None = None
    head: str = ""
    address: str = ""
    committee: tuple[Party, ...] = ()
    office: tuple[Party, ...] = ()
    front: tuple[Party, ...] = ()
    village: tuple[Party, ...] = ()
    household: tuple[Party, ...] = ()
    work_type: WorkType | None = None
    area: Decimal | None = None
    foundation: HousePart = UNKNOWN_PART
    roof: HousePart = UNKNOWN_PART
    frame_wall: HousePart = UNKNOWN_PART
    quality: str = ""
    programme: str = ""
    total_cost: int | None = None
    support: int | None = None
    costs: tuple[CostLine, ...] = ()
    passed: bool | None = None
    remedy: str = ""
    copies: int | None = None
    kept_at: str = ""
    signatures: tuple[Signature, ...] = ()
    replaces: str = ""
    reprint: bool = False
