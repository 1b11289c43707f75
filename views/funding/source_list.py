"""The sources of money with what came in, was set aside, was paid and is left; a sum after each group."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from app.documents.words import money_text
from app.funding.balances import Balances, MoneySums, SourceBalance, ledger_balances
from app.wording import funding_pages as words
from app.wording import vocabulary
from models.vocabulary import SourceGroup
from views import cells
from views.page import Page, WorkFrame
from views.paged_table import Column, PagedTable
from views.row_source import RowSource
from views.rows_list import add_key
from views.table_saving import save_table
from views.table_view import PagedTableView

#: A change of one of these tables may change a sum.
TABLES = frozenset(
    {
        "fund_source",
        "source_ceiling",
        "contribution",
        "allocation",
        "payment",
        "supplier_payment",
        "remittance",
        "drive",
        "support_case",
    }
)


@dataclass(frozen=True)
class SourceLine:
    """A source, or the sum of several (`source` is None)."""

    key: str
    name: str
    sums: MoneySums
    source: SourceBalance | None = None

    @property
    def is_sum(self) -> bool:
        """Whether the line sums others."""
        return self.source is None

    @property
    def told(self) -> str:
        """What else is to know of the source: whether receipts are recorded, its ceiling, what is free."""
        source = self.source
        if source is None:
            return ""
        known = [] if source.tracked else [words.NOT_TRACKED]
        if source.tracked:
            known.append(words.FREE_IS.format(amount=money_text(source.sums.free)))
        if source.ceiling is not None:
            known.append(words.CEILING_IS.format(amount=money_text(source.ceiling)))
        return " · ".join(known)


def source_lines(found: Balances) -> Iterator[SourceLine]:
    """The sources by group, each group with its sum; loans apart, after the total."""
    for group in SourceGroup:
        own = [one for one in found.sources if one.group is group]
        yield from (SourceLine(one.id, one.name, one.sums, one) for one in own)
        if own:
            name = words.GROUP_SUM.format(group=vocabulary.SOURCE_GROUPS[group])
            yield SourceLine(f"sum:{group}", name, found.groups[group])
    if found.without_source != MoneySums():
        yield SourceLine("sum:none", words.WITHOUT_SOURCE, found.without_source)
    if found.sources:
        loans = [one for one in found.sources if one.group is None]
        yield SourceLine("sum:all", words.ALL_SUM, found.total)
        yield from (SourceLine(one.id, one.name, one.sums, one) for one in loans)
        if loans:
            yield SourceLine("sum:loans", words.LOAN_SUM, found.loans)


def _is_sum(row: SourceLine) -> bool:
    return row.is_sum


COLUMNS: tuple[Column[SourceLine], ...] = (
    cells.text("name", words.SOURCE, lambda row: row.name, 150, strong=_is_sum, stretch=True),
    cells.money("received", words.RECEIVED, lambda row: row.sums.received, strong=_is_sum),
    cells.money("allocated", words.ALLOCATED, lambda row: row.sums.allocated, strong=_is_sum),
    cells.money("paid", words.PAID, lambda row: row.sums.paid, strong=_is_sum),
    cells.money("left", words.LEFT, lambda row: row.sums.left, strong=_is_sum),
    cells.text("told", words.NOTE, lambda row: row.told, 200, hidden=True),
)


class SourceList(Page):
    """`chosen` carries the source in hand, or None on a sum."""

    chosen = Signal(object)

    def __init__(self, frame: WorkFrame) -> None:
        super().__init__()
        self.frame = frame
        self.source = RowSource[SourceLine](self._read, lambda row: row.key, TABLES)
        self.table = PagedTable[SourceLine](self.source, COLUMNS, frame.runner, tickable=False)
        self.view = PagedTableView(self.table, "funding.sources", frame.memory)
        self.view.setSelectionMode(PagedTableView.SelectionMode.SingleSelection)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        self.setFocusProxy(self.view)
        self.view.selectionModel().currentRowChanged.connect(lambda *_: self._tell())
        self.table.modelReset.connect(self._tell)
        self.table.counted.connect(self._tell)
        add_key(self, "Ctrl+E", self.save)
        self.table.load()

    def _read(self) -> list[SourceLine]:
        with self.frame.workspace.read() as session:
            return list(source_lines(ledger_balances(session)))

    def _tell(self) -> None:
        self.chosen.emit(self.current())

    def current(self) -> SourceLine | None:
        """The line in hand."""
        place = self.view.currentIndex().row()
        return self.table.row_at(place) if 0 <= place < self.table.count else None

    def save(self) -> None:
        """Save the sources with their sums into a workbook."""
        save_table(self.frame, self.view, words.SOURCES_TAB)

    def forget(self, changes: object) -> None:
        self.table.forget(changes)
