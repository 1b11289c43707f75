"""The tab "Quyết toán": each house and each source comes out even, or its difference has a name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from app.documents.words import decimal_text, money_text
from app.funding.balances import source_balances
from app.funding.settlement import (
    Difference,
    HouseSettlement,
    SourceSettlement,
    house_settlement,
    source_settlement,
)
from app.support.facts import NOT_AID
from app.wording import funding_pages as words
from app.wording import vocabulary
from app.wording.funding import DIFFERENCES, work_line
from models.vocabulary import PaperKind
from views import cells, style
from views.case_panel import Block
from views.funding.paper_menu import ShowPaper, show_chosen
from views.funding.settled_houses import HouseLine, SettledHouses
from views.funding.source_list import TABLES as MONEY_TABLES
from views.page import DOSSIER, InList, Page, WorkFrame
from views.paged_table import Column
from views.row_source import RowSource
from views.rows_list import RowsList, add_key
from views.widgets.buttons import quiet_button
from views.widgets.empty_state import EmptyState
from views.widgets.switch import Switch
from views.worklist import day_shown

_BESIDE = 900


def named(differences: Iterable[Difference]) -> str:
    """Differences by their names, or that there is none."""
    found = [_named(one) for one in differences]
    return " · ".join(found) or words.EVEN


def _short(differences: Sequence[Difference]) -> str:
    """As `named`; a single one leaves its amount to the column beside it."""
    if len(differences) != 1 or differences[0].source:
        return named(differences)
    return DIFFERENCES.get(differences[0].code, differences[0].code)


def _named(one: Difference) -> str:
    told = {"name": DIFFERENCES.get(one.code, one.code), "amount": money_text(abs(one.amount)), "source": one.source}
    return (words.NAMED_OF if one.source else words.NAMED).format(**told)


_HOUSES: tuple[Column[HouseLine], ...] = (
    cells.text("name", words.HEAD, lambda one: one.row.head_name, 150, sort="name", stretch=True),
    cells.text("village", words.VILLAGE, lambda one: one.row.village, 104, sort="village"),
    cells.money("approved", words.APPROVED, lambda one: one.row.state.approved_amount, sort="approved", width=94),
    cells.money("allocated", words.ALLOCATED_COLUMN, lambda one: one.sums.allocated, width=94),
    cells.money("paid", words.PAID_SO_FAR, lambda one: one.sums.paid, width=94),
    cells.money("difference", words.DIFFERENCE, lambda one: one.difference, sort="difference", width=94),
    cells.text("why", words.WHY, lambda one: _short(one.differences), 190),
)


class Houses(RowsList[HouseLine]):
    """Every decided house with its sums."""

    def __init__(self, frame: WorkFrame) -> None:
        empty = EmptyState(words.NOTHING_TO_SETTLE, (), "money")
        super().__init__(
            frame,
            SettledHouses(frame),
            _HOUSES,
            "funding.settled",
            words.SETTLEMENT_TAB,
            words.HOUSES,
            empty,
            tickable=True,
        )
        self.view.opened.connect(self._open)

    def _open(self, key: object) -> None:
        for one in self.source.rows([str(key)]):
            self.frame.go(DOSSIER, InList(one.row.household_id, self._step))

    def _step(self, by: int) -> str | None:
        key = self.view.step(by)
        rows = self.source.rows([key]) if key is not None else []
        return rows[0].row.household_id if rows else None

    def programme_changed(self) -> None:
        self.load()


class Details(QScrollArea):
    """The settlement of the house in hand. `lines` is all that it says."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        style.follow_scale(self, lambda: self.setMinimumWidth(style.px(260)))

    def show_settlement(self, found: HouseSettlement | None) -> None:
        """Tell of a house, or of none."""
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        self.lines = []
        if found is not None:
            block = Block(words.SETTLEMENT_OF.format(name=found.head_name))
            block.add_line(named(found.differences), strong=True, warning=not found.even)
            for text in _told(found):
                block.add_line(text)
            self.lines = block.lines
            column.addWidget(block)
        column.addStretch(1)
        self.setWidget(content)


def _told(found: HouseSettlement) -> Iterator[str]:
    for one in found.sources:
        told = {"source": one.name or words.WITHOUT_SOURCE, "allocated": money_text(one.allocated)}
        told |= {"paid": money_text(one.paid), "cost": money_text(one.cost or 0)}
        line = (words.SETTLED_SOURCE if one.cost is None else words.SETTLED_COST).format(**told)
        yield words.APART.format(line=line) if one.kind in NOT_AID else line
    if found.counterpart:
        yield words.COUNTERPART.format(amount=money_text(found.counterpart))
    gifts = found.gifts
    for amounts, text in ((gifts.money, words.GIVEN_MONEY), (gifts.value, words.GIVEN_VALUE)):
        for group, amount in amounts.items():
            yield text.format(group=vocabulary.SOURCE_GROUPS[group], amount=money_text(amount))
    for days in found.labour.values():
        yield words.GIVEN_DAYS.format(days=decimal_text(days))
    for work in found.work:
        yield work_line(work.kind, work.item, decimal_text(work.quantity))
    if gifts.delivered_value:
        yield words.DELIVERED.format(amount=money_text(gifts.delivered_value))
    for (item, unit), (allocated, handed) in found.goods.items():
        amounts_told = {"allocated": decimal_text(allocated), "handed": decimal_text(handed)}
        yield words.GOODS_OF.format(item=item, unit=unit, **amounts_told)
    for loan in found.loans:
        yield words.LOAN.format(bank=loan.bank, amount=money_text(loan.amount))
    for note in found.notes:
        yield _named(note)
    for paid in found.reasons:
        text = words.PAID_REASON if paid.instalment else words.PAID_REASON_NO_PART
        yield text.format(part=paid.instalment, day=day_shown(paid.paid_on), reason=paid.reason)


_SOURCES: tuple[Column[SourceSettlement], ...] = (
    cells.text("name", words.SOURCE, lambda one: one.source.name, 180, stretch=True),
    cells.money("received", words.RECEIVED, lambda one: one.source.sums.received),
    cells.money("allocated", words.ALLOCATED, lambda one: one.source.sums.allocated),
    cells.money("paid", words.PAID, lambda one: one.source.sums.paid),
    cells.money("remitted", words.REMITTED, lambda one: one.source.sums.remitted),
    cells.money("left", words.LEFT, lambda one: one.source.sums.left),
    cells.text("why", words.WHY, lambda one: named(one.differences), 260, stretch=True),
)


def _source_lines(frame: WorkFrame) -> list[SourceSettlement]:
    with frame.workspace.read() as session:
        return [source_settlement(session, one.id) for one in source_balances(session)]


class SettlementTab(Page):
    """Houses with the settlement of the one in hand beside them, or sources."""

    def __init__(self, frame: WorkFrame, show: ShowPaper) -> None:
        super().__init__()
        self.frame = frame
        self.houses, self.details = Houses(frame), Details()
        source = RowSource[SourceSettlement](partial(_source_lines, frame), lambda one: one.source.id, MONEY_TABLES)
        empty = EmptyState(words.NO_SOURCE_TO_SETTLE, (), "money")
        self.sources = RowsList[SourceSettlement](
            frame, source, _SOURCES, "funding.settled_sources", words.SETTLEMENT_TAB, words.SOURCES_UNIT, empty
        )
        self.switch = Switch((words.BY_HOUSE, words.BY_SOURCE))
        self.body = QSplitter()
        self.body.setChildrenCollapsible(False)
        self.body.addWidget(self.houses)
        self.body.addWidget(self.details)
        self.body.setStretchFactor(0, 1)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.body)
        self.stack.addWidget(self.sources)
        self.top = QHBoxLayout()
        self.top.addWidget(self.switch)
        self.top.addStretch(1)
        self.print_button = quiet_button(words.PRINT_SETTLEMENT, self.show_paper)
        self.top.addWidget(self.print_button)
        self._show = show
        add_key(self, "Ctrl+P", self.show_paper)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self.top)
        column.addWidget(self.stack, 1)
        self.setFocusProxy(self.houses)
        self.switch.chosen.connect(self.show_part)
        self.houses.view.selectionModel().currentRowChanged.connect(lambda *_: self._show_details())
        for signal in (self.houses.table.counted, self.houses.table.modelReset):
            signal.connect(self._show_details)

    def show_part(self, place: int) -> None:
        """Switch between houses and sources."""
        self.stack.setCurrentIndex(place)
        shown = self.sources if place else self.houses
        self.setFocusProxy(shown)
        shown.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_paper(self) -> None:
        """The settlement of the ticked houses, of the house or the source in hand."""
        if self.stack.currentIndex():
            about = [one.source.id for one in self.sources.chosen()]
            show_chosen(PaperKind.SOURCE_SETTLEMENT, about, self._show)
        else:
            show_chosen(PaperKind.SETTLEMENT, [one.row.key for one in self.houses.chosen()], self._show)

    def _show_details(self) -> None:
        line = self.houses.current()
        room = self.width() >= style.px(_BESIDE)
        self.details.setVisible(line is not None and room)
        if line is None or not room:
            self.details.show_settlement(None)
            return
        with self.frame.workspace.read() as session:
            found = house_settlement(session, line.row.key)
        self.details.show_settlement(found)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_details()

    def forget(self, changes: object) -> None:
        self.houses.forget(changes)
        self.sources.forget(changes)

    def programme_changed(self) -> None:
        self.houses.programme_changed()
