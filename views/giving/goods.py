"""The tab "Vật tư, ngày công": goods and work that were given, line by line, and what lies in the stock."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from app.documents.words import decimal_text
from app.funding.queries import MONEY_KINDS, StockLine, stock_lines
from app.giving.book import BookRow, book_rows
from app.giving.gift_text import gift_things
from app.wording import giving
from app.wording import giving_pages as words
from app.wording.vocabulary import CONTRIBUTION_KINDS
from views.giving import columns
from views.giving.book import TABLES
from views.giving.lists import sums_text
from views.list_parts import orders_of
from views.page import Page, WorkFrame
from views.paged_table import Align, Column
from views.row_source import RowSource
from views.rows_list import RowsList
from views.widgets.empty_state import EmptyState
from views.widgets.switch import Switch

LINES: tuple[Column[BookRow], ...] = (
    columns.day("day", words.DAY, lambda row: row.gift.given_on),
    columns.words("giver", words.GIVER, lambda row: row.gift.donor_name or giving.UNNAMED, 190, stretch=True),
    columns.words("kind", words.KIND, lambda row: CONTRIBUTION_KINDS.get(row.gift.kind, row.gift.kind), 140),
    columns.words("things", words.GOODS_OR_DAYS, lambda row: gift_things(row.gift), 220),
    columns.money("value", words.VALUE, lambda row: row.value),
    columns.words("target", words.TARGET, lambda row: row.target, 190),
)


def _quantity(name: str, title: str, of: str) -> Column[StockLine]:
    def text(row: StockLine) -> str:
        found: Decimal = getattr(row, of)
        return decimal_text(found) if found else ""

    return Column[StockLine](name, title, text, 100, Align.RIGHT)


STOCK: tuple[Column[StockLine], ...] = (
    columns.words("item", words.ITEM, lambda row: row.item, 260, stretch=True),
    columns.words("unit", words.UNIT, lambda row: row.unit, 110),
    _quantity("received", words.STOCK_RECEIVED, "received"),
    _quantity("allocated", words.STOCK_ALLOCATED, "allocated"),
    _quantity("handed_over", words.STOCK_HANDED, "handed_over"),
    _quantity("left", words.STOCK_LEFT, "left"),
)


class GoodsTab(Page):
    """Two lists under one switch: the lines, and the stock by thing and unit."""

    def __init__(self, frame: WorkFrame, switch: Switch) -> None:
        super().__init__()
        self.frame = frame
        self.lines = RowsList[BookRow](
            frame,
            RowSource(
                self._read_lines,
                lambda row: row.gift.id,
                TABLES,
                words=lambda row: " ".join((row.gift.donor_name, gift_things(row.gift), row.target)),
                orders=orders_of(LINES),
                total=lambda rows: sums_text(0, sum(one.value for one in rows)),
            ),
            LINES,
            "giving.goods",
            words.GOODS_TAB,
            words.GIFT_UNIT,
            EmptyState(words.EMPTY_GOODS, (), "donation"),
        )
        self.stock = RowsList[StockLine](
            frame,
            RowSource(
                self._read_stock,
                lambda row: (row.item, row.unit),
                ("contribution", "allocation", "delivery", "goods_handover"),
                words=lambda row: f"{row.item} {row.unit}",
                orders=orders_of(STOCK),
            ),
            STOCK,
            "giving.stock",
            words.STOCK,
            words.STOCK_UNIT,
            EmptyState(words.EMPTY_STOCK, (), "donation"),
        )
        self.stack = QStackedWidget()
        self.stack.addWidget(self.lines)
        self.stack.addWidget(self.stock)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.stack)
        self.setFocusProxy(self.lines)
        switch.chosen.connect(self.show_list)

    def show_list(self, place: int) -> None:
        """The switch: single lines, or the stock."""
        self.stack.setCurrentIndex(place)
        self.setFocusProxy(self.stock if place else self.lines)

    def _read_lines(self) -> list[BookRow]:
        with self.frame.workspace.read() as session:
            return [one for one in book_rows(session) if one.gift.kind not in MONEY_KINDS]

    def _read_stock(self) -> Sequence[StockLine]:
        with self.frame.workspace.read() as session:
            return stock_lines(session)

    def forget(self, changes: object) -> None:
        self.lines.forget(changes)
        self.stock.forget(changes)
