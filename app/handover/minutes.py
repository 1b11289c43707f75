"""What the handover minutes say (Biên bản bàn giao nhà): values only; `certificate.py` draws them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal

from app.documents.parts import NOBODY, UNKNOWN_PART, CostLine, HousePart, Party, Proxy, Recipient, Signature
from models.vocabulary import WorkType


@dataclass(frozen=True)
class HandoverMinutes:
    """One house's handover as it is printed. Whatever is empty prints as a dotted line; all empty is the blank form.

    Numbering: no `symbol`, no number line; a symbol without `number` leaves the number dotted; `number` carries its
    zero and series ("05", "05b"). Areas in m2, amounts in đồng. `house_name` is of the list of names, or empty.
    Without `signatures` the four usual places are drawn with the names known.
    """

    office_lines: tuple[str, ...] = ()
    superior_line: str = ""
    number: str | None = None
    symbol: str = ""
    place: str = ""
    held_on: date | None = None
    held_at: time | None = None
    venue: str = ""
    house_name: str = ""
    programme: str = ""
    decision_number: str = ""
    decision_office: str = ""
    decided_on: date | None = None
    accepted_on: date | None = None
    side_a: tuple[Party, ...] = ()
    head: Recipient = NOBODY
    proxy: Proxy | None = None
    village: tuple[Party, ...] = ()
    front: tuple[Party, ...] = ()
    work_type: WorkType | None = None
    location: str = ""
    area: Decimal | None = None
    rooms: str = ""
    foundation: HousePart = UNKNOWN_PART
    frame_wall: HousePart = UNKNOWN_PART
    roof: HousePart = UNKNOWN_PART
    auxiliary: str = ""
    started_on: date | None = None
    finished_on: date | None = None
    total_cost: int | None = None
    costs: tuple[CostLine, ...] = ()
    condition: str = ""
    papers_and_keys: str = ""
    copies: int | None = None
    thumbprint: bool = False
    signatures: tuple[Signature, ...] = ()
    replaces: str = ""
    reprint: bool = False

    @property
    def three_hard(self) -> bool:
        """True when foundation, frame and wall, and roof are all hard ("3 cứng")."""
        return all(part.hard is True for part in (self.foundation, self.frame_wall, self.roof))
