"""The lists of the tab "Giải ngân": who may be paid now, who not and what is missing, and the days that were paid."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QColor, QPainter

from app.documents.words import money_text
from app.wording import funding_pages as words
from app.wording import vocabulary
from app.wording.funding import missing_text
from views import cells, style
from views.funding.pay_sheet import PayRow, sources_text
from views.funding.payable import Payable, PaySource
from views.page import DOSSIER, InList, WorkFrame
from views.paged_table import Align, Column
from views.rows_list import RowsList
from views.widgets.empty_state import EmptyState


def lacking(one: PayRow) -> str:
    """What keeps a house from being paid, in words."""
    found = [missing_text(one.part.missing)] if one.part.missing else []
    if one.part.unfunded:
        found.append(words.NOT_SET_ASIDE.format(amount=money_text(one.part.unfunded)))
    text = ", ".join(found)
    return text[:1].upper() + text[1:]


def _link(painter: QPainter, cell: QRect, one: PayRow) -> None:
    """What is missing is a link to where it is mended."""
    font = painter.font()
    font.setUnderline(True)
    painter.setFont(font)
    if not style.high_contrast():
        painter.setPen(QColor(style.PRIMARY))
    shown = painter.fontMetrics().elidedText(lacking(one), Qt.TextElideMode.ElideRight, cell.width())
    painter.drawText(cell, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)


def _work(one: PayRow) -> str:
    return vocabulary.WORK_TYPES.get(one.row.state.work_type or "", "")


_COLUMNS: tuple[Column[PayRow], ...] = (
    cells.text("name", words.HEAD, lambda one: one.row.head_name, 170, sort="name", stretch=True),
    cells.text("village", words.VILLAGE, lambda one: one.row.village, 124, sort="village"),
    cells.text("work_type", words.WORK_TYPE, _work, 80),
    Column("part", words.PART_COLUMN, lambda one: str(one.part.number), 48, Align.CENTRE),
    cells.money("amount", words.PART_AMOUNT, lambda one: one.part.amount, sort="amount"),
    cells.money("paid", words.PAID_SO_FAR, lambda one: one.row.state.paid_amount),
    cells.money("approved", words.APPROVED, lambda one: one.row.state.approved_amount),
)
_SOURCE: Column[PayRow] = cells.text("source", words.FROM_SOURCE, lambda one: sources_text(one.part), 120)
_LACKING: Column[PayRow] = Column("lacking", words.STILL_MISSING, lacking, 300, tip=lacking, paint=_link, stretch=True)
_NAME, _AMOUNT = _COLUMNS[0], _COLUMNS[4]


class PayList(RowsList[PayRow]):
    """Houses that may be paid (`ready`), or those that may not yet, each with what is missing."""

    wanted = Signal(object)

    def __init__(self, frame: WorkFrame, payable: Payable, *, ready: bool) -> None:
        columns = (*_COLUMNS, _SOURCE) if ready else (_narrow(_NAME), *_COLUMNS[1:4], _unsorted(_AMOUNT), _LACKING)
        source = PaySource(frame, payable, ready=ready)
        name = "funding.ready" if ready else "funding.waiting"
        empty = EmptyState(words.NOBODY_READY if ready else words.NOBODY_WAITS, (), "money")
        title = words.READY_LIST if ready else words.NOT_READY_LIST
        super().__init__(frame, source, columns, name, title, words.HOUSES, empty, tickable=True)
        self.ready = ready
        self.view.opened.connect(self._open)
        self.view.clicked.connect(self._clicked)

    def _clicked(self, index: QModelIndex) -> None:
        """A click on what is missing follows the link."""
        place = index.column() - 1
        if 0 <= place < len(self.table.columns) and self.table.columns[place].name == _LACKING.name:
            self._open(self.table.key_at(index.row()))

    def _open(self, key: object) -> None:
        """Enter on a house that may not be paid goes where what is missing is mended; else to its dossier."""
        rows = self.source.rows([str(key)])
        if rows and not self.ready:
            self.wanted.emit(rows[0])
        elif rows:
            self.frame.go(DOSSIER, InList(rows[0].row.household_id, self._step))

    def _step(self, by: int) -> str | None:
        key = self.view.step(by)
        rows = self.source.rows([key]) if key is not None else []
        return rows[0].row.household_id if rows else None

    def programme_changed(self) -> None:
        self.load()


def _narrow(column: Column[PayRow]) -> Column[PayRow]:
    return cells.text(column.name, column.title, column.text, 150, sort=column.sort)


def _unsorted(column: Column[PayRow]) -> Column[PayRow]:
    return replace(column, sort=None)
