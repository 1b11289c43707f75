"""An amount in đồng: dots while typing, the amount in words under it, "60tr" understood."""

from __future__ import annotations

import re

from PySide6.QtWidgets import QWidget

from app.documents.words import amount_in_words, whole_text
from app.parsing import parse_money
from app.problems import Refused
from app.wording import widgets
from views.widgets.parsed_edit import ParsedEdit, text_right

_ONLY_DIGITS = re.compile(r"[\d.]*")


class MoneyEdit(ParsedEdit[int]):
    """Value in whole đồng. Dots come and go only while the field holds nothing but digits and dots."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parse_money, whole_text, width=150, placeholder=widgets.MONEY_HINT, parent=parent)
        text_right(self)
        self.textEdited.connect(self._edited)

    def hint(self) -> str:
        try:
            value = self.value()
        except Refused:
            return ""
        return amount_in_words(value) if value else ""

    def _edited(self, text: str) -> None:
        digits = text.replace(".", "")
        if digits and _ONLY_DIGITS.fullmatch(text):
            self._put_dots(text, digits)
        self._tell_hint()

    def _put_dots(self, text: str, digits: str) -> None:
        """Group by three; the cursor stays behind the same digit."""
        shown = whole_text(int(digits)) if digits.strip("0") else digits
        if shown == text:
            return
        behind = len(text[self.cursorPosition() :].replace(".", ""))
        self.setText(shown)
        place = len(shown)
        while behind:
            place -= 1
            behind -= shown[place] != "."
        self.setCursorPosition(place)
