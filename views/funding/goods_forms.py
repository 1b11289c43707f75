"""Short forms of goods: set aside for a house, handed over to it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from app.documents.words import decimal_text
from app.funding.drafts import GoodsDraft
from app.funding.goods_operations import allocate_goods, hand_over_goods
from app.funding.rules import check_goods_line
from app.funding.stock import StockLine
from app.parsing import today
from app.problems import Problem
from app.wording import funding as form_words
from app.wording import funding_pages as words
from views.funding.fields import HouseEdit
from views.page import WorkFrame
from views.short_form import ShortForm
from views.widgets.date_edit import DateEdit
from views.widgets.form import text_line
from views.widgets.number_edits import QuantityEdit


class GoodsForm(ShortForm):
    """Goods of the stock for one house: set aside, or (`handing`) handed over with who took them."""

    def __init__(
        self,
        frame: WorkFrame,
        line: StockLine | None = None,
        case_id: str | None = None,
        parent: QWidget | None = None,
        *,
        handing: bool,
    ) -> None:
        title = words.HAND_GOODS_TITLE if handing else words.SET_GOODS_TITLE
        super().__init__(parent, title, title)
        self.frame, self._handing = frame, handing
        self.house = HouseEdit(frame)
        self.item, self.unit, self.quantity = text_line(240), text_line(100), QuantityEdit()
        self.day, self.receiver, self.relation = DateEdit(), text_line(300, form_words.HEAD_RECEIVES), text_line(180)
        self.note = text_line()
        self.house.set_value(case_id)
        self.day.set_value(today().isoformat())
        free = ""
        if line is not None:
            self.item.setText(line.item)
            self.unit.setText(line.unit)
            left = line.left if handing else line.free
            free = words.GOODS_FREE.format(free=f"{decimal_text(left)} {line.unit}")
        form = self.form
        form.add_field("case_id", words.HOUSE, self.house, required=True)
        form.add_field("item", words.ITEM, self.item, required=True)
        form.add_field("quantity", words.QUANTITY, self.quantity, required=True, after=free)
        form.add_field("unit", words.UNIT, self.unit, required=True)
        form.add_field("day", words.GOODS_DAY, self.day, required=True)
        if handing:
            form.add_field("receiver", words.RECEIVER, self.receiver)
            form.add_field("relation", form_words.RELATION, self.relation)
        form.add_field("note", words.NOTE, self.note)

    def draft(self) -> GoodsDraft:
        """What the form says. Raises `Refused` when a field cannot be read."""
        return GoodsDraft(
            self.house.value() or "",
            self.item.text(),
            self.unit.text(),
            self.quantity.value() or "",
            self.day.value() or "",
            (self.receiver.text() or None) if self._handing else None,
            (self.relation.text() or None) if self._handing else None,
            self.note.text() or None,
        )

    def problems(self) -> Sequence[Problem]:
        found = check_goods_line(self.draft(), today().isoformat())
        return found if self.house.value() else [*found, Problem("case_id", "house_unchosen")]

    def carry_out(self) -> None:
        draft = self.draft()
        goods = words.GOODS.format(item=draft.item, quantity=self.quantity.text(), unit=draft.unit)
        text = words.GOODS_HANDED if self._handing else words.GOODS_SET
        operation = hand_over_goods if self._handing else allocate_goods
        told = text.format(goods=goods, name=self.house.head_name())
        self.start(self.frame, partial(operation, self.frame.workspace, [draft]), words.SAVING_GOODS, told, warn=True)
