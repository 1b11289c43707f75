"""The tab "Sổ ủng hộ": the quick line, and under it every line of what came in."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from app.funding.queries import sources
from app.giving.drafts import GiftDraft
from app.giving.facts import GiftRow
from app.giving.gift_text import gift_text, gift_things
from app.giving.operations import record_gift
from app.giving.queries import donors, drives, gifts, heads_of_cases
from app.giving.targets import Target, gift_targets
from app.problems import Refused
from app.wording import giving
from app.wording import giving_pages as words
from app.wording.vocabulary import CONTRIBUTION_KINDS, PAY_METHODS
from models.vocabulary import ContributionKind
from views import troubles
from views.doing import do
from views.giving import columns
from views.giving.lists import orders_of, sums_text
from views.giving.quick_line import QuickLine
from views.page import Page, WorkFrame
from views.paged_table import Column
from views.row_source import RowSource
from views.rows_list import RowsList
from views.widgets.empty_state import EmptyState

TABLES = ("contribution", "donor", "drive", "fund_source", "support_case", "household")


@dataclass(frozen=True)
class BookRow:
    """A line of the book with the name of what it was given for."""

    gift: GiftRow
    target: str


def _how(row: BookRow) -> str:
    if row.gift.kind == ContributionKind.SALARY_DAY and row.gift.method:
        return PAY_METHODS.get(row.gift.method, row.gift.method)
    return CONTRIBUTION_KINDS.get(row.gift.kind, row.gift.kind)


def _note(row: BookRow) -> str:
    told = words.REVERSAL_LINE.format(reason=row.gift.reason or "") if row.gift.reverses_id else ""
    return " · ".join(filter(None, (told, row.gift.note)))


def _value(row: BookRow) -> int:
    return row.gift.amount - row.gift.money


COLUMNS: tuple[Column[BookRow], ...] = (
    columns.day("day", words.DAY, lambda row: row.gift.given_on),
    columns.words("giver", words.GIVER, lambda row: row.gift.donor_name or giving.UNNAMED, 190, stretch=True),
    columns.words("how", words.KIND, _how, 130),
    columns.money("amount", words.AMOUNT, lambda row: row.gift.money),
    columns.words("things", words.GOODS_OR_DAYS, lambda row: gift_things(row.gift), 160),
    columns.money("value", words.VALUE, _value),
    columns.words("target", words.TARGET, lambda row: row.target, 170),
    columns.words("receipt", words.RECEIPT, lambda row: row.gift.receipt, 80),
    columns.words("note", words.NOTE, _note, 120),
)


class BookTab(Page):
    """Enter in the quick line saves and starts the next."""

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
                total=lambda rows: sums_text(sum(one.gift.money for one in rows), sum(map(_value, rows))),
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
        self.quick.recorded.connect(self.record)
        self._offer()

    def _read(self) -> list[BookRow]:
        """The book, the newest line first."""
        with self.frame.workspace.read() as session:
            lines = gifts(session)
            names = {one.id: one.name for one in sources(session)} | {one.id: one.name for one in drives(session)}
            houses = heads_of_cases(session, [one.case_id for one in lines if one.case_id])
        targets = {**names, **houses}
        return [
            BookRow(one, targets.get(one.case_id or one.drive_id or one.source_id or "", "")) for one in reversed(lines)
        ]

    def _offer(self) -> None:
        workspace = self.frame.workspace

        def read() -> tuple[list[Target], list[str]]:
            with workspace.read() as session:
                return gift_targets(session), [one.name for one in donors(session)]

        self.frame.runner.read(read, lambda found: self.quick.offer(*found))

    def record(self, draft: GiftDraft) -> None:
        """Save the line that was typed."""
        what = gift_text(_as_row(draft))
        told = words.RECORDED.format(what=what, name=draft.donor_name or giving.UNNAMED)
        operation = partial(record_gift, self.frame.workspace, draft)
        do(self.frame, operation, words.RECORDING, told, self.quick.begin_next, self._fail)

    def _fail(self, error: BaseException) -> None:
        if isinstance(error, Refused):
            self.quick.refuse(error.problems)
        else:
            troubles.tell(error, words.RECORDING)

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
