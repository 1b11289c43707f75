"""The tab "Sổ ủng hộ": the quick line, and under it every line of what came in."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.documents.paper_forms import WHOLE_BOOK
from app.funding.drafts import LineReversalDraft
from app.funding.line_operations import reverse_line
from app.giving.book import BookRow, book_rows
from app.giving.drafts import GiftDraft
from app.giving.facts import GiftRow
from app.giving.gift_text import gift_text, gift_things
from app.giving.operations import record_gift
from app.giving.queries import donors
from app.giving.targets import Target, gift_targets
from app.parsing import today
from app.problems import Problem, Refused
from app.wording import giving
from app.wording import giving_pages as words
from app.wording.vocabulary import CONTRIBUTION_KINDS, PAY_METHODS
from models.vocabulary import ContributionKind, PaperKind
from views import messages, troubles
from views.doing import do
from views.giving import columns
from views.giving.lists import sums_text
from views.giving.quick_line import QuickLine
from views.list_parts import add_button, orders_of, with_current
from views.page import Page, WorkFrame
from views.page_draft import PageDraft
from views.paged_table import Column
from views.row_source import RowSource
from views.rows_list import RowsList
from views.short_form import ShortForm, opened
from views.widgets.date_edit import DateEdit
from views.widgets.empty_state import EmptyState

TABLES = ("contribution", "donor", "drive", "fund_source", "support_case", "household")


def _how(row: BookRow) -> str:
    if row.gift.kind == ContributionKind.SALARY_DAY and row.gift.method:
        return PAY_METHODS.get(row.gift.method, row.gift.method)
    return CONTRIBUTION_KINDS.get(row.gift.kind, row.gift.kind)


def _note(row: BookRow) -> str:
    told = words.REVERSAL_LINE.format(reason=row.gift.reason or "") if row.gift.reverses_id else ""
    return " · ".join(filter(None, (told, row.gift.note)))


COLUMNS: tuple[Column[BookRow], ...] = (
    columns.day("day", words.DAY, lambda row: row.gift.given_on),
    columns.words("giver", words.GIVER, lambda row: row.gift.donor_name or giving.UNNAMED, 180, stretch=True),
    columns.words("how", words.KIND, _how, 100),
    columns.money("amount", words.AMOUNT, lambda row: row.gift.money),
    columns.words("things", words.GOODS_OR_DAYS, lambda row: gift_things(row.gift), 150),
    columns.money("value", words.VALUE, lambda row: row.value),
    columns.words("target", words.TARGET, lambda row: row.target, 150),
    columns.words("receipt", words.RECEIPT, lambda row: row.gift.receipt, 76),
    columns.words("note", words.NOTE, _note, 100),
)


_DRAFT = "giving.quick"


class BookTab(Page):
    """Enter in the quick line saves and starts the next. `paper_asked` carries a kind and the ids it is about."""

    paper_asked = Signal(object, object)

    def __init__(self, frame: WorkFrame) -> None:
        super().__init__()
        self.frame = frame
        self.quick = QuickLine()
        self.list = RowsList[BookRow](
            frame,
            RowSource(
                self._read,
                lambda row: row.gift.id,
                TABLES,
                words=lambda row: " ".join((row.gift.donor_name, row.target, gift_things(row.gift), _note(row))),
                orders=orders_of(COLUMNS),
                total=lambda rows: sums_text(sum(one.gift.money for one in rows), sum(one.value for one in rows)),
            ),
            COLUMNS,
            "giving.book",
            words.BOOK_TAB,
            words.GIFT_UNIT,
            EmptyState(words.EMPTY_BOOK, (), "donation"),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.addWidget(self.quick)
        column.addWidget(self.list, 1)
        self.setFocusProxy(self.quick)
        add_button(self.list, words.REVERSE, with_current(self.list, self.reverse))
        add_button(self.list, words.PRINT_RECEIPT, with_current(self.list, self.print_receipt))
        add_button(self.list, words.PRINT_BOOK, self.print_book)
        self.quick.recorded.connect(self.record)
        self._draft = PageDraft(frame.memory, self.quick)
        self._offered_once = False
        self._offer()

    def _read(self) -> list[BookRow]:
        with self.frame.workspace.read() as session:
            return book_rows(session)

    def _offer(self) -> None:
        workspace = self.frame.workspace

        def read() -> tuple[list[Target], list[str]]:
            with workspace.read() as session:
                return gift_targets(session), [one.name for one in donors(session)]

        self.frame.runner.read(read, lambda found: self._show_offered(*found))

    def _show_offered(self, targets: list[Target], givers: list[str]) -> None:
        self.quick.offer(targets, givers)
        if not self._offered_once:  # what a draft is for is chosen among what is offered
            self._offered_once = True
            self._draft.begin(_DRAFT)

    def keep_draft(self) -> None:
        """A line half-typed is kept; only who and what make it one."""
        if self.quick.giver.text().strip() or self.quick.what.text().strip():
            self._draft.keep()
        else:
            self._draft.forget()

    def _recorded(self) -> None:
        self.quick.begin_next()
        self._draft.forget()

    def record(self, draft: GiftDraft) -> None:
        """Save the line that was typed."""
        what = gift_text(_as_row(draft))
        told = words.RECORDED.format(what=what, name=draft.donor_name or giving.UNNAMED)
        operation = partial(record_gift, self.frame.workspace, draft)
        do(self.frame, operation, words.RECORDING, told, self._recorded, self._fail)

    def _fail(self, error: BaseException) -> None:
        if isinstance(error, Refused):
            self.quick.refuse(error.problems)
        else:
            troubles.tell(error, words.RECORDING)

    def reverse(self, row: BookRow) -> None:
        """Take a line back by a line of its own."""
        if row.standing:
            opened(ReversalForm(self.frame, row, self))
        else:
            messages.trouble(words.NOT_STANDING)

    def print_receipt(self, row: BookRow) -> None:
        """The receipt of the line in hand."""
        self.paper_asked.emit(PaperKind.RECEIPT, [row.gift.id])

    def print_book(self) -> None:
        """The list of gifts for posting."""
        self.paper_asked.emit(PaperKind.DONOR_LIST, [WHOLE_BOOK])

    def begin(self) -> None:
        """The filled button: to the quick line, or what stands in it is saved."""
        if self.quick.what.text().strip():
            self.quick.record()
        else:
            self.quick.giver.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def forget(self, changes: object) -> None:
        tables = getattr(changes, "tables", None)
        if tables is None or tables & set(TABLES):
            self._offer()
        self.list.forget(changes)


def _as_row(draft: GiftDraft) -> GiftRow:
    return GiftRow(
        "", draft.kind, draft.method, draft.given_on, draft.amount or 0, draft.item, draft.unit, draft.quantity,
        draft.people, None, "", None, None, None, None, None, None, None, None, None,
    )  # fmt: skip


class ReversalForm(ShortForm):
    """A line of the book is taken back by a line of its own."""

    def __init__(self, frame: WorkFrame, row: BookRow, parent: QWidget | None = None) -> None:
        super().__init__(parent, words.REVERSE_TITLE, words.REVERSE_TITLE)
        self.frame, self._row = frame, row
        self.reason, self.day = QLineEdit(placeholderText=words.REASON_HINT), DateEdit()
        self.day.set_value(today().isoformat())
        self.form.add_title(f"{row.gift.donor_name or giving.UNNAMED}: {gift_text(row.gift)}")
        self.form.add_field("reason", words.REASON, self.reason, required=True)
        self.form.add_field("reversed_on", words.REVERSED_ON, self.day, required=True)

    def problems(self) -> Sequence[Problem]:
        found = [] if self.reason.text().strip() else [Problem("reason", "reason_missing")]
        return found if self.day.value() else [*found, Problem("reversed_on", "day_missing")]

    def carry_out(self) -> None:
        draft = LineReversalDraft(self._row.gift.id, self.day.value() or "", self.reason.text().strip())
        self.start(self.frame, partial(reverse_line, self.frame.workspace, draft), words.REVERSING, words.REVERSED)
