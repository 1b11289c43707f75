"""The sheet of a payment day with its day, its voucher and its sum; saved as one batch."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.documents.words import amount_in_words, money_text, whole_text
from app.funding.next_parts import pay_batch
from app.parsing import today
from app.problems import Problem, Refused
from app.wording import funding_pages as words
from app.wording import worklists
from app.wording.messages import problem_text
from models.vocabulary import PaperKind
from views import messages, style, troubles
from views.doing import do
from views.funding.paper_menu import ShowPaper, show_chosen
from views.funding.pay_sheet import PayRow, PaySheet
from views.page import WorkFrame
from views.rows_list import add_key
from views.sheet_view import SheetView
from views.widgets.buttons import FilledButton, flat_button, quiet_button
from views.widgets.date_edit import DateEdit
from views.widgets.form import group_title, quiet_label, text_line
from views.widgets.typing import finish_typing

_MEMORY = "funding.payday"


class PayPanel(QWidget):
    """`left` comes when the officer goes back to the lists; before it `recorded`, where the day was recorded."""

    left = Signal()
    recorded = Signal()

    def __init__(self, frame: WorkFrame, show: ShowPaper) -> None:
        super().__init__()
        self.frame, self._show = frame, show
        self.sheet = PaySheet(self)
        self.view = SheetView(self.sheet, words.SHEET)
        self.day, self.voucher = DateEdit(), text_line(140)
        self.state, self.cell = QLabel(), quiet_label()
        self.save_button = FilledButton(words.RECORD_BATCH, "save")
        self._saving = False
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(group_title(words.MAKE_BATCH))
        top.addSpacing(style.px(16))
        for text, field in ((words.PAID_ON, self.day), (words.ONE_VOUCHER, self.voucher)):
            label = QLabel(text)
            label.setBuddy(field)
            field.setAccessibleName(text)
            top.addWidget(label)
            top.addWidget(field)
        top.addStretch(1)
        take_off, close = QPushButton(words.TAKE_OFF), flat_button(worklists.CANCEL, "close")
        take_off.clicked.connect(self.take_off)
        close.clicked.connect(self.leave)
        top.addWidget(take_off)
        top.addWidget(close)
        foot = QHBoxLayout()
        foot.addWidget(self.state, 1)
        foot.addWidget(quiet_button(words.PRINT_SIGN_FOR, self.show_list))
        foot.addWidget(self.save_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.px(4))
        column.addLayout(top)
        column.addWidget(quiet_label(words.SHEET_KEYS))
        column.addWidget(self.view, 1)
        column.addWidget(self.cell)
        column.addLayout(foot)
        self.state.setWordWrap(True)
        self.cell.setWordWrap(True)
        QWidget.setTabOrder(self.voucher, self.view)

    def _connect(self) -> None:
        self.sheet.edited.connect(self._tell)
        self.voucher.textChanged.connect(self._head_changed)
        self.day.changed.connect(self._head_changed)
        self.view.left.connect(self.leave)
        self.view.selectionModel().currentChanged.connect(lambda *_: self._tell_cell())
        self.save_button.clicked.connect(self.save)
        add_key(self, "Ctrl+S", self.save)
        add_key(self, "Ctrl+P", self.show_list)
        add_key(self, "F8", self.view.next_wrong)

    # Coming and going.

    def begin(self, rows: Sequence[PayRow]) -> None:
        """A payment day over these houses; what was typed for them and not saved comes back."""
        kept = json.loads(self.frame.memory.get(_MEMORY) or "{}")
        self.sheet.take_kept(kept.get("typed", {}))
        self.voucher.setText(kept.get("voucher", ""))
        self.day.set_value(kept.get("day") or today().isoformat())
        self.sheet.show_rows(rows)
        self._head_changed()
        self.voucher.setFocus(Qt.FocusReason.OtherFocusReason)

    def keep(self) -> None:
        """Keep what was typed as a draft."""
        typed = self.sheet.kept()
        kept = {"typed": typed, "voucher": self.voucher.text(), "day": self._day()}
        self.frame.memory.put(_MEMORY, json.dumps(kept) if typed or self.voucher.text() else "")

    def leave(self) -> None:
        """Back to the lists; what was typed is kept."""
        self.keep()
        self.left.emit()

    def take_off(self) -> None:
        """Leave the house in hand out of this day."""
        self.sheet.take_off(self.view.currentIndex().row())

    def show_list(self) -> None:
        """The list to sign in, before the day."""
        show_chosen(PaperKind.SIGN_FOR_LIST, [row.key for row in self.sheet.rows], self._show)

    # What it says.

    def _day(self) -> str:
        try:
            return self.day.value() or ""
        except Refused:
            return ""

    def _head_changed(self) -> None:
        self.sheet.paid_on = self._day()
        self.sheet.voucher = self.voucher.text().strip()
        self.sheet.repaint_all()

    def _tell(self) -> None:
        total, houses = self.sheet.total(), whole_text(len(self.sheet.rows))
        told = {"houses": houses, "amount": money_text(total), "words": amount_in_words(total)}
        self.state.setText(words.BATCH_SUM.format(**told) if self.sheet.rows else words.NOBODY_LEFT)
        self.save_button.setEnabled(bool(self.sheet.rows) and not self._saving)
        self._tell_cell()

    def _tell_cell(self) -> None:
        """What is wrong with the house in hand, in words."""
        place = self.view.currentIndex().row()
        rows = self.sheet.rows
        found: Sequence[Problem] = self.sheet.problems(rows[place]) if 0 <= place < len(rows) else ()
        self.cell.setText("  ".join(problem_text(one) for one in found))

    # Saving.

    def save(self) -> None:
        """Record the day, or go to the first cell that stops it."""
        finish_typing()
        if self.day.problems() or not self._day():
            self.day.setFocus(Qt.FocusReason.OtherFocusReason)
            messages.trouble(problem_text(Problem("paid_on", "day_missing")))
        elif self.sheet.wrong_places():
            self.view.next_wrong()
            self._tell_cell()
        elif self.sheet.rows and not self._saving:
            self._record()

    def _record(self) -> None:
        drafts = self.sheet.drafts()
        total, houses = sum(one.amount for one in drafts), whole_text(len(self.sheet.rows))
        told = words.BATCH_PAID.format(houses=houses, amount=money_text(total))
        self._saving = True
        self._tell()
        operation = partial(pay_batch, self.frame.workspace, drafts)
        do(self.frame, operation, words.PAYING_BATCH, told, self._saved, self._failed, self._shown())

    def _shown(self) -> set[str]:
        """The warnings that the sheet has shown beside its rows."""
        return {one.code for row in self.sheet.rows for one in self.sheet.problems(row)}

    def _saved(self) -> None:
        self._saving = False
        self.sheet.drop_changes()
        self.voucher.clear()
        self.recorded.emit()
        self.leave()

    def _failed(self, error: BaseException) -> None:
        self._saving = False
        self._tell()
        if isinstance(error, Refused):
            messages.trouble(" ".join(problem_text(one) for one in error.problems))
        else:
            troubles.tell(error, words.PAYING_BATCH)
