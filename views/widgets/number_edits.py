"""Fields for numbers that identify or measure: ID number, telephone, count, area."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtWidgets import QWidget

from app.documents.words import decimal_text
from app.parsing import parse_citizen_id, parse_count, parse_decimal, parse_phone
from app.wording import widgets
from views.widgets.parsed_edit import ParsedEdit, text_right


class IdNumberEdit(ParsedEdit[str]):
    """An ID number of 12 digits (9 on old cards); blanks and dots of a paste are taken out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parse_citizen_id, str, width=140, placeholder=widgets.CITIZEN_ID_HINT, parent=parent)


class PhoneEdit(ParsedEdit[str]):
    """A telephone number."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parse_phone, str, width=120, parent=parent)


class CountEdit(ParsedEdit[int]):
    """A small whole number: people, copies."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parse_count, str, width=70, parent=parent)
        text_right(self)


class QuantityEdit(ParsedEdit[str]):
    """A quantity as canonical decimal text, shown with a comma: an area in m²."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parse_decimal, _shown, width=90, parent=parent)
        text_right(self)


def _shown(value: str) -> str:
    return decimal_text(Decimal(value))
