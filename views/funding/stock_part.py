"""Goods in the stock by item and unit: received, set aside, handed over, left."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.documents.words import decimal_text
from app.funding.stock import StockLine, goods_key, stock_lines
from app.wording import funding_pages as words
from models.vocabulary import ContributionKind
from views import cells
from views.funding.goods_forms import GoodsForm
from views.funding.line_forms import ReceiptForm
from views.page import Page, WorkFrame
from views.paged_table import Align, Column
from views.row_source import RowSource
from views.rows_list import RowsList
from views.short_form import opened
from views.widgets.buttons import quiet_button
from views.widgets.empty_state import EmptyState

_TABLES = frozenset({"contribution", "delivery", "allocation", "goods_handover"})


def _amount(name: str, title: str, of_line: Callable[[StockLine], Decimal]) -> Column[StockLine]:
    return Column[StockLine](name, title, lambda one: decimal_text(of_line(one)), 100, Align.RIGHT)


_COLUMNS: tuple[Column[StockLine], ...] = (
    cells.text("item", words.STOCK_ITEM, lambda one: one.item, 220, stretch=True),
    cells.text("unit", words.STOCK_UNIT, lambda one: one.unit, 80),
    _amount("received", words.STOCK_IN, lambda one: one.received),
    _amount("allocated", words.ALLOCATED, lambda one: one.allocated),
    _amount("handed", words.HANDED_OVER, lambda one: one.handed_over),
    _amount("left", words.STOCK_LEFT, lambda one: one.left),
    _amount("free", words.STOCK_FREE, lambda one: one.free),
)


class StockPart(Page):
    """The list of goods; what is done with the goods in hand stands in its line of buttons."""

    def __init__(self, frame: WorkFrame) -> None:
        super().__init__()
        self.frame = frame
        source = RowSource[StockLine](
            self._read, lambda one: goods_key(one.item, one.unit), _TABLES, words=lambda one: one.item
        )
        empty = EmptyState(words.NO_STOCK, ((words.RECEIVE_GOODS, self.receive_goods),), "money")
        self.list = RowsList[StockLine](
            frame, source, _COLUMNS, "funding.stock", words.STOCK_PART, words.GOODS_UNIT, empty
        )  # fmt: skip
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list)
        self.buttons: tuple[QWidget, ...] = (
            quiet_button(words.SET_GOODS_ASIDE, self.set_aside),
            quiet_button(words.HAND_GOODS_OVER, self.hand_over),
            quiet_button(words.RECEIVE_GOODS, self.receive_goods),
        )
        self.setFocusProxy(self.list)

    def _read(self) -> list[StockLine]:
        with self.frame.workspace.read() as session:
            return stock_lines(session)

    def receive_goods(self) -> None:
        """Goods that came in."""
        opened(ReceiptForm(self.frame, None, self, kind=ContributionKind.GOODS))

    def set_aside(self) -> None:
        """Goods of the line in hand for a house."""
        opened(GoodsForm(self.frame, self.list.current(), None, self, handing=False))

    def hand_over(self) -> None:
        """Goods of the line in hand handed to a house."""
        opened(GoodsForm(self.frame, self.list.current(), None, self, handing=True))

    def forget(self, changes: object) -> None:
        self.list.forget(changes)
