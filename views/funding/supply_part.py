"""Suppliers with their contracts at the left, deliveries and payments of the one in hand at the right."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.funding.book import BookFilter, BookLine, LineKind
from app.funding.queries import ContractRow, SupplierRow, contracts, suppliers
from app.wording import funding_pages as words
from views import cells, messages, style
from views.funding import book_source as book
from views.funding.supply_forms import ContractForm, DeliveryForm, SupplierForm, SupplierPaymentForm
from views.funding.two_sides import TwoSides
from views.page import Page, WorkFrame
from views.paged_table import Column, PagedTable
from views.row_source import RowSource
from views.rows_list import RowsList, add_key
from views.short_form import opened
from views.table_saving import save_table
from views.table_view import PagedTableView
from views.widgets.buttons import quiet_button
from views.widgets.empty_state import EmptyState

_TABLES = frozenset({"supplier", "supply_contract", "delivery", "supplier_payment"})
_KINDS = frozenset({LineKind.DELIVERY, LineKind.SUPPLIER_PAYMENT})
_NO_CONTRACT = "-"


@dataclass(frozen=True)
class SupplyLine:
    """A contract with its supplier; a supplier without any stands alone."""

    supplier: SupplierRow
    contract: ContractRow | None

    @property
    def key(self) -> str:
        """The contract's id, else the supplier's."""
        return self.contract.id if self.contract else self.supplier.id


_COLUMNS: tuple[Column[SupplyLine], ...] = (
    cells.text("supplier", words.SUPPLIER, lambda one: one.supplier.name, 130, stretch=True),
    cells.text("contract", words.CONTRACT, lambda one: one.contract.number if one.contract else words.NO_CONTRACT, 110),
    cells.money("amount", words.CONTRACT_AMOUNT, lambda one: one.contract.amount if one.contract else None, width=92),
    cells.money(
        "delivered", words.DELIVERED_COLUMN, lambda one: one.contract.delivered if one.contract else None, width=92
    ),
    cells.money("paid", words.PAID_SUPPLIER, lambda one: one.contract.paid if one.contract else None, width=92),
)


class SupplyPart(Page):
    """Contracts and their lines side by side; one above the other where there is no room."""

    def __init__(self, frame: WorkFrame) -> None:
        super().__init__()
        self.frame = frame
        source = RowSource[SupplyLine](
            self._read,
            lambda one: one.key,
            _TABLES,
            words=lambda one: f"{one.supplier.name} {one.contract.number if one.contract else ''}",
        )
        empty = EmptyState(words.NO_SUPPLIER, ((words.ADD_SUPPLIER, self.add_supplier),), "money")
        self.list = RowsList[SupplyLine](
            frame, source, _COLUMNS, "funding.contracts", words.SUPPLIERS_PART, words.CONTRACTS, empty
        )
        self.heading = QLabel()
        self.lines_source = book.BookSource(frame, BookFilter(_KINDS, contract_id=_NO_CONTRACT))
        columns = (book.DAY, book.KIND, book.WHOLE, book.OUT)
        self.lines = PagedTable[BookLine](self.lines_source, columns, frame.runner, tickable=False)
        self.view = PagedTableView(self.lines, "funding.contract_lines", frame.memory)
        self._lay_out()
        self.buttons: tuple[QWidget, ...] = (
            quiet_button(words.ADD_SUPPLIER, self.add_supplier),
            quiet_button(words.ADD_CONTRACT, self.add_contract),
            quiet_button(words.RECORD_DELIVERY, self.record_delivery),
            quiet_button(words.PAY_SUPPLIER, self.pay),
        )
        self.list.view.opened.connect(lambda _key: self.change())
        self.list.view.selectionModel().currentRowChanged.connect(lambda *_: self._show_lines())
        for signal in (self.list.table.counted, self.list.table.modelReset):
            signal.connect(self._show_lines)

    def _lay_out(self) -> None:
        self.beside = QWidget()
        right = QVBoxLayout(self.beside)
        right.setContentsMargins(0, 0, 0, 0)
        head = QHBoxLayout()
        head.addWidget(self.heading, 1)
        head.addWidget(quiet_button(words.CHANGE_SUPPLIER_BUTTON, self.change_supplier))
        head.addWidget(quiet_button(words.CHANGE_CONTRACT_BUTTON, self.change))
        right.addLayout(head)
        right.addWidget(self.view, 1)
        self.body = TwoSides(self.list, self.beside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.body)
        self.setFocusProxy(self.list)
        style.follow_scale(self, lambda: self.heading.setFont(style.font(strong=True)))
        add_key(self.beside, "Ctrl+E", lambda: save_table(self.frame, self.view, self.heading.text()))

    def _read(self) -> list[SupplyLine]:
        with self.frame.workspace.read() as session:
            people, signed = suppliers(session), contracts(session)
        found = []
        for supplier in people:
            own = [one for one in signed if one.supplier_id == supplier.id]
            found += [SupplyLine(supplier, one) for one in own] or [SupplyLine(supplier, None)]
        return found

    def _show_lines(self) -> None:
        line = self.list.current()
        contract = line.contract if line else None
        self.beside.setVisible(contract is not None)
        self.heading.setText(words.LINES_OF_CONTRACT.format(number=contract.number) if contract else "")
        wanted = contract.id if contract else _NO_CONTRACT
        if wanted != self.lines_source.wanted.contract_id:
            self.lines_source.narrow(contract_id=wanted)
            self.lines.load()

    # What the buttons do.

    def add_supplier(self) -> None:
        """A new supplier."""
        opened(SupplierForm(self.frame, self))

    def add_contract(self) -> None:
        """A new contract with the supplier in hand."""
        line = self.list.current()
        if line is None:
            messages.trouble(words.CHOOSE_SUPPLIER)
        else:
            opened(ContractForm(self.frame, line.supplier, self))

    def change_supplier(self) -> None:
        """The supplier in hand as he is known."""
        line = self.list.current()
        if line is not None:
            opened(SupplierForm(self.frame, self, line.supplier))

    def change(self) -> None:
        """The contract in hand, or the supplier where he has none."""
        line = self.list.current()
        if line is not None and line.contract is not None:
            opened(ContractForm(self.frame, line.supplier, self, line.contract))
        else:
            self.change_supplier()

    def _contract(self) -> ContractRow | None:
        line = self.list.current()
        if line is None or line.contract is None:
            messages.trouble(words.CHOOSE_CONTRACT)
            return None
        return line.contract

    def record_delivery(self) -> None:
        """Goods that came under the contract in hand."""
        contract = self._contract()
        if contract is not None:
            opened(DeliveryForm(self.frame, contract, self))

    def pay(self) -> None:
        """Money for the supplier of the contract in hand."""
        contract = self._contract()
        if contract is not None:
            opened(SupplierPaymentForm(self.frame, contract, self))

    def forget(self, changes: object) -> None:
        self.list.forget(changes)
        self.lines.forget(changes)
