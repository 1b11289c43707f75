"""Amounts in a list, in whole đồng whatever unit they were typed in."""

from __future__ import annotations

import re
from decimal import Decimal

from app.lists.fields import Field
from app.lists.repairs import RepairKind
from app.lists.row_in_hand import Reading
from app.parsing import parse_decimal, parse_money
from app.problems import Refused
from models.vietnamese import fold

_SMALL = 1_000_000
#: "60.000.000 a house", "60 million a household": what an amount is for does not change it.
_SQUARE = re.compile(r"(?<=\d)\s*(?:met vuong|m vuong|met|m)$")
_EACH = re.compile(r"\s*/\s*[^\W\d_]+\s*$")


def amount(reading: Reading, name: Field) -> int | None:
    """The amount in whole đồng; nothing (0) is an empty cell. What is no amount is the row's problem."""
    text = reading.told(name)
    if not text:
        return None
    number, has_unit = _typed_amount(reading, name, text)
    found = number if has_unit or number is None else _in_dong(reading, name, text, number)
    if found is None or found < 0 or found != found.to_integral_value():
        reading.problem(name, "not_money", text=text)
        return None
    if 0 < found < _SMALL:
        shown = f"{found:,}".replace(",", ".")
        reading.problem(name, "amount_small", warning=True, amount=shown)
    return int(found) or None


def _typed_amount(reading: Reading, name: Field, text: str) -> tuple[Decimal | None, bool]:
    """The number in the cell, and whether it names its unit itself ("60 triệu") and is in đồng already."""
    cell = reading.cells[name]
    text = fold(_EACH.sub("", text.rstrip(" .,;"))).replace(".d", "d")
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return Decimal(str(cell)), False
    try:
        in_millions = parse_money(text, name, unit=1_000_000) or 0
        has_unit = in_millions == parse_money(text, name, unit=2_000_000)
    except Refused:
        return None, False
    return (Decimal(in_millions) if has_unit else Decimal(in_millions) / 1_000_000), has_unit


def _in_dong(reading: Reading, name: Field, text: str, number: Decimal) -> Decimal:
    """A bare number in đồng by the unit of its column; where it cannot mean that unit, by a listed repair."""
    unit = reading.unit(name) or 1
    if unit > 1 and number >= 1_000_000:
        wanted = number
    elif unit == 1 and 0 < number < 1_000:
        wanted = number * 1_000_000
    else:
        return number * unit
    shown = f"{wanted.normalize():f}"
    return wanted if reading.repair(name, RepairKind.AMOUNT_UNIT, text, shown) else number * unit


def area(reading: Reading) -> str | None:
    """Square metres as decimal text."""
    return reading.readable(
        Field.AREA_CURRENT, lambda text: parse_decimal(_SQUARE.sub("m2", fold(text)), Field.AREA_CURRENT)
    )
