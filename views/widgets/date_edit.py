"""A date typed as officers type it ("5/10", "051026"); Ctrl+; is today."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.documents.words import date_text
from app.parsing import parse_date, parse_year, today
from app.wording import widgets
from views.widgets.parsed_edit import ParsedEdit


def shown_date(value: str) -> str:
    """`2026-10-05` as 05/10/2026; a year alone as it is."""
    return date_text(date.fromisoformat(value)) if len(value) > 4 else value


class DateEdit(ParsedEdit[str]):
    """Value is ISO text; with `partial` a year alone is a value too (dates of birth)."""

    def __init__(self, parent: QWidget | None = None, *, partial_dates: bool = False) -> None:
        super().__init__(
            partial(parse_date, partial=partial_dates),
            shown_date,
            width=110,
            placeholder=widgets.BIRTH_HINT if partial_dates else widgets.DATE_HINT,
            parent=parent,
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Semicolon and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.setText(shown_date(today().isoformat()))
            self._finish()
            return
        super().keyPressEvent(event)


class YearEdit(ParsedEdit[str]):
    """Value is a year as text of four digits."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parse_year, str, width=70, placeholder=widgets.YEAR_HINT, parent=parent)
