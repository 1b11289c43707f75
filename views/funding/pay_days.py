"""The payment days that were recorded: their sums at the left, the lines of the one in hand at the right."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.documents.words import money_text, whole_text
from app.funding.balances import BatchSums, batch_sums
from app.funding.book import BookFilter, BookLine
from app.funding.next_parts import did_not_come
from app.parsing import today
from app.problems import Problem
from app.wording import funding as form_words
from app.wording import funding_pages as words
from models.vocabulary import PaperKind
from views import cells, messages, style
from views.funding import book_source as book
from views.funding.paper_menu import ShowPaper, paper_button, show_chosen
from views.funding.two_sides import TwoSides
from views.page import Page, WorkFrame
from views.paged_table import Column, PagedTable
from views.row_source import RowSource
from views.rows_list import RowsList, add_key
from views.short_form import ShortForm, opened
from views.table_saving import save_table
from views.table_view import PagedTableView
from views.widgets.date_edit import DateEdit
from views.widgets.empty_state import EmptyState
from views.widgets.form import text_line
from views.worklist import day_shown

_NO_BATCH = "-"
_OF_DAY = (PaperKind.SIGN_FOR_LIST, PaperKind.PAYMENT_REQUEST)
_PAPERS = (*_OF_DAY, PaperKind.CASH_HANDOVER_MINUTES, PaperKind.PAYMENT_VOUCHER)
_COLUMNS: tuple[Column[BatchSums], ...] = (
    cells.day("day", words.BATCH_DAY, lambda one: one.paid_on),
    cells.text("voucher", words.VOUCHER, lambda one: one.voucher or "", 90, stretch=True),
    cells.money("houses", words.BATCH_HOUSES, lambda one: one.houses, width=56),
    cells.money("paid", words.BATCH_PAID_COLUMN, lambda one: one.paid),
    cells.money("back", words.BATCH_BACK, lambda one: one.back),
    cells.money("left", words.BATCH_LEFT, lambda one: one.paid - one.back),
)


class NotComeForm(ShortForm):
    """Takes the payments of those who did not come back, with a day and a reason."""

    def __init__(self, frame: WorkFrame, lines: Sequence[BookLine], parent: QWidget | None = None) -> None:
        super().__init__(parent, words.DID_NOT_COME_TITLE, words.GIVE_BACK)
        self.frame, self._lines = frame, lines
        self.reason, self.day = text_line(), DateEdit()
        self.reason.setText(words.DID_NOT_COME_REASON)
        self.day.set_value(today().isoformat())
        names = QLabel(", ".join(one.head_name or "" for one in lines))
        names.setWordWrap(True)
        self.form.add_widget(names)
        self.form.add_field("reason", form_words.REASON, self.reason, required=True)
        self.form.add_field("reversed_on", form_words.REVERSED_ON, self.day, required=True)

    def problems(self) -> Sequence[Problem]:
        found = [] if self.reason.text().strip() else [Problem("reason", "reason_missing")]
        return found if self.day.value() else [*found, Problem("reversed_on", "day_missing")]

    def carry_out(self) -> None:
        total, houses = sum(one.amount or 0 for one in self._lines), len({one.case_id for one in self._lines})
        told = words.GIVEN_BACK.format(amount=money_text(total), houses=whole_text(houses))
        ids = [one.id for one in self._lines]
        operation = partial(did_not_come, self.frame.workspace, ids, self.day.value() or "", self.reason.text().strip())
        self.start(self.frame, operation, words.TAKING_BACK, told, warn=True)


class BatchLines(Page):
    """The lines of one payment day, to be ticked."""

    def __init__(self, frame: WorkFrame) -> None:
        super().__init__()
        self.frame = frame
        self.heading = QLabel()
        self.source = book.BookSource(frame, BookFilter(batch=_NO_BATCH))
        columns = (book.WHO, book.WHAT, book.OUT, book.SOURCE)
        self.table = PagedTable[BookLine](self.source, columns, frame.runner)
        self.view = PagedTableView(self.table, "funding.batch", frame.memory)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.heading)
        column.addWidget(self.view, 1)
        self.setFocusProxy(self.view)
        add_key(self, "Ctrl+E", lambda: save_table(frame, self.view, self.heading.text()))
        style.follow_scale(self, lambda: self.heading.setFont(style.font(strong=True)))

    def show_day(self, day: BatchSums | None) -> None:
        """Show the lines of a day."""
        batch = day.batch if day else _NO_BATCH
        told = {"day": day_shown(day.paid_on), "voucher": day.voucher or ""} if day else {}
        self.heading.setText(words.LINES_OF_DAY.format(**told) if day else "")
        if batch != self.source.wanted.batch:
            self.source.narrow(batch=batch)
            self.table.untick_all()
            self.table.load()

    def forget(self, changes: object) -> None:
        self.table.forget(changes)


class PayDays(Page):
    """Days and lines side by side; those who did not come are ticked and given back."""

    def __init__(self, frame: WorkFrame, show: ShowPaper) -> None:
        super().__init__()
        self.frame, self._show = frame, show
        source = RowSource[BatchSums](self._read, lambda one: one.batch, {"payment"})
        empty = EmptyState(words.NO_DAYS, (), "money")
        self.days = RowsList[BatchSums](
            frame, source, _COLUMNS, "funding.days", words.DAYS_LIST, words.BATCHES, empty
        )  # fmt: skip
        self.lines = BatchLines(frame)
        self.body = TwoSides(self.days, self.lines)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.body)
        self.setFocusProxy(self.days)
        self.papers = paper_button(_PAPERS, self._about, show)
        add_key(self, "Ctrl+P", self.show_list)
        self.days.view.selectionModel().currentRowChanged.connect(lambda *_: self._show_lines())
        self.days.table.counted.connect(self._show_lines)
        self.days.table.modelReset.connect(self._show_lines)

    def _read(self) -> list[BatchSums]:
        with self.frame.workspace.read() as session:
            return batch_sums(session)

    def _show_lines(self) -> None:
        day = self.days.current()
        self.lines.show_day(day)
        self.lines.setVisible(day is not None)

    def show_list(self) -> None:
        """The list to sign in of the day in hand."""
        show_chosen(PaperKind.SIGN_FOR_LIST, self._about(PaperKind.SIGN_FOR_LIST), self._show)

    def _about(self, kind: PaperKind) -> list[str]:
        """The day in hand, or the payments of its ticked lines (of all where none is ticked)."""
        day = self.days.current()
        if day is None:
            return []
        if kind in _OF_DAY:
            return [day.batch]
        table = self.lines.table
        keys = table.ticked or [table.key_at(place) for place in range(table.count)]
        return [one.id for one in self.lines.source.rows(keys) if one.standing]

    def give_back(self) -> None:
        """Take the ticked payments of this day back: these people did not come."""
        keys = self.lines.table.ticked or [self.lines.view.current_key()]
        lines = [one for one in self.lines.source.rows([key for key in keys if key is not None]) if one.standing]
        if lines:
            opened(NotComeForm(self.frame, lines, self), self.lines.table.untick_all)
        else:
            messages.trouble(words.NOTHING_TO_TAKE_BACK)

    def forget(self, changes: object) -> None:
        self.days.forget(changes)
        self.lines.forget(changes)
