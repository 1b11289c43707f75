"""What the papers of several rooms are made of: people, the house's parts, costs, signatures. Plain values, no drawing.

An empty value prints as a dotted line for handwriting.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Align = Literal["left", "justify", "center", "right"]


@dataclass(frozen=True)
class Column:
    """A column: its heading, its share of the width (shares are weighed against each other), where its text stands.

    Columns beside each other with one `group` stand under it.
    """

    heading: str
    share: float = 1.0
    align: Align = "left"
    group: str = ""


@dataclass(frozen=True)
class Party:
    """Somebody who stands for a body: "Ông (bà) ...; chức vụ ...; đại diện ...".

    `signing` are the lines above his signature: "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH".
    """

    name: str = ""
    position: str = ""
    body: str = ""
    signing: tuple[str, ...] = ()


@dataclass(frozen=True)
class Recipient:
    """The head of the household. `birth` is a year or a date as it is to be printed."""

    name: str = ""
    birth: str = ""
    citizen_id: str = ""
    address: str = ""
    category: str = ""


@dataclass(frozen=True)
class Proxy:
    """Who signs for the head, and what he is to him ("con trai")."""

    name: str = ""
    relation: str = ""


@dataclass(frozen=True)
class HousePart:
    """Foundation, frame and wall, or roof: its material, and whether it is hard ("cứng"; None: not said)."""

    material: str = ""
    hard: bool | None = None


NOBODY = Recipient()
UNKNOWN_PART = HousePart()


@dataclass(frozen=True)
class CostLine:
    """A source and its amount in đồng; the note says what it was ("20 ngày công")."""

    source: str = ""
    amount: int | None = None
    note: str = ""


@dataclass(frozen=True)
class Signature:
    """A place to sign: the lines of capitals ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"), a hint under them, the name."""

    titles: tuple[str, ...] = ()
    name: str = ""
    hint: str = ""


@dataclass(frozen=True)
class Letterhead:
    """The top of page 1. No number line: the paper is not numbered. No office lines: only the national title."""

    office_lines: tuple[str, ...] = ()
    superior_line: str = ""
    number_line: str = ""
    place_and_date: str = ""
