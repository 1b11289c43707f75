"""The people of a household beside its head: a small grid that is typed in, with an empty line for the next one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFrame, QHeaderView, QTableWidgetItem

from app.households.drafts import MemberDraft
from app.households.reading import read_choice
from app.parsing import parse_citizen_id, parse_date
from app.problems import Problem, Refused
from app.wording import household_form as words
from app.wording.vocabulary import GENDERS
from views import style
from views.table_header import TableHeader
from views.widgets.date_edit import shown_date
from views.widgets.typed_grid import TypedGrid

_NAMES = tuple(words.MEMBER_COLUMNS)
_WIDTHS = {"name": 0, "relation": 70, "gender": 66, "birth": 96, "citizen_id": 108}


class MembersTable(TypedGrid):
    """Value is a tuple of `MemberDraft`; a line with nothing in it is nobody."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__(1, len(_NAMES))
        self._drafts: list[MemberDraft] = []
        self._filling = False
        self.setHorizontalHeader(TableHeader(self))
        for place, name in enumerate(_NAMES):
            heading = QTableWidgetItem(words.MEMBER_COLUMNS[name])
            heading.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
            self.setHorizontalHeaderItem(place, heading)
        self.setAccessibleName(words.MEMBERS_NAME)
        self.verticalHeader().hide()
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemChanged.connect(self._edited)
        style.follow_scale(self, self._size)
        self.set_value(())

    def _size(self) -> None:
        header = self.horizontalHeader()
        header.setSectionsMovable(False)
        header.setSectionsClickable(False)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setFixedHeight(style.px(28))
        for place, name in enumerate(_NAMES):
            stretch = QHeaderView.ResizeMode.Stretch if not _WIDTHS[name] else QHeaderView.ResizeMode.Fixed
            header.setSectionResizeMode(place, stretch)
            if _WIDTHS[name]:
                self.setColumnWidth(place, style.px(_WIDTHS[name]))
        self.verticalHeader().setDefaultSectionSize(style.px(28))
        self.setFixedHeight(style.px(28 * 4 + 4))

    def set_value(self, value: Sequence[MemberDraft] | None) -> None:
        """Show people."""
        self._drafts = list(value or ())
        self.set_rows([[_shown(one, name) for name in _NAMES] for one in self._drafts])

    def value(self) -> tuple[MemberDraft, ...]:
        """The people as typed; what cannot be read is left out of its line (`problems` tells)."""
        found = []
        for place, texts in enumerate(self.rows()):
            if any(texts):
                base = self._drafts[place] if place < len(self._drafts) else MemberDraft()
                found.append(replace(base, **{name: _read(name, texts[at]) for at, name in enumerate(_NAMES)}))
        return tuple(found)

    def problems(self) -> list[Problem]:
        """What cannot be read in the cells."""
        found = []
        for texts in self.rows():
            for at, name in enumerate(_NAMES):
                try:
                    _parse(name, texts[at])
                except Refused as refused:
                    found += [replace(one, field="") for one in refused.problems]
        return found

    def rows(self) -> list[list[str]]:
        """The texts of the lines, the empty last one left out."""
        lines = [[self.text(row, column) for column in range(len(_NAMES))] for row in range(self.rowCount())]
        return lines[:-1] if lines and not any(lines[-1]) else lines

    def set_rows(self, rows: Sequence[Sequence[str]]) -> None:
        """Put texts into the lines, with an empty one below."""
        self._filling = True
        self.setRowCount(len(rows) + 1)
        for row in range(len(rows) + 1):
            for column in range(len(_NAMES)):
                self.setItem(row, column, QTableWidgetItem(rows[row][column] if row < len(rows) else ""))
        self._filling = False

    def texts(self) -> list[list[str]]:
        """The lines as typed, each behind the id of its person (empty for a new one)."""
        ids = [one.id or "" for one in self._drafts]
        return [[ids[at] if at < len(ids) else "", *line] for at, line in enumerate(self.rows())]

    def show_texts(self, lines: Sequence[Sequence[str]]) -> None:
        """Put back what was typed: each line stays with its person."""
        known = {one.id: one for one in self._drafts}
        self._drafts = [known.get(line[0], MemberDraft()) for line in lines]
        self.set_rows([line[1:] for line in lines])

    def remove_current(self) -> None:
        """Take the current line out."""
        row = self.currentRow()
        if 0 <= row < self.rowCount() - 1:
            if row < len(self._drafts):
                del self._drafts[row]
            self.removeRow(row)
            self.changed.emit()

    def _edited(self) -> None:
        if self._filling:
            return
        if any(self.text(self.rowCount() - 1, column) for column in range(len(_NAMES))):
            self._filling = True
            self.insertRow(self.rowCount())
            self._filling = False
        self.changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self._paste(QApplication.clipboard().text())
            return
        if event.key() == Qt.Key.Key_Delete and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.remove_current()
            return
        super().keyPressEvent(event)

    def _paste(self, text: str) -> None:
        """Lines from Excel, from the current cell on."""
        top, left = max(self.currentRow(), 0), max(self.currentColumn(), 0)
        self._filling = True
        for down, line in enumerate(text.rstrip("\n").split("\n")):
            if top + down >= self.rowCount() - 1:
                self.insertRow(self.rowCount())
            for along, cell in enumerate(line.split("\t")):
                if left + along < len(_NAMES):
                    self.setItem(top + down, left + along, QTableWidgetItem(cell.strip()))
        self._filling = False
        self._edited()


def _parse(name: str, text: str) -> Any:
    if name == "birth":
        return parse_date(text, partial=True)
    if name == "citizen_id":
        return parse_citizen_id(text)
    if name == "gender":
        return read_choice(text, "gender", GENDERS)
    return text or None


def _read(name: str, text: str) -> Any:
    try:
        return _parse(name, text)
    except Refused:
        return None


def _shown(one: MemberDraft, name: str) -> str:
    value = getattr(one, name) or ""
    if name == "birth" and value:
        return shown_date(value)
    return GENDERS.get(value, value) if name == "gender" else value
