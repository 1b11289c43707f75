"""The tab "Giải ngân": lists of who may be paid, the sheet of a payment day, the days that were paid."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.funding.instalments import ACCEPTANCE, DECISION
from app.wording import funding_pages as words
from models.vocabulary import PaperKind
from views import messages
from views.funding.paper_menu import ShowPaper
from views.funding.pay_days import PayDays
from views.funding.pay_lists import PayList
from views.funding.pay_panel import PayPanel
from views.funding.pay_sheet import PayRow
from views.funding.payable import Payable
from views.page import DOSSIER, HANDOVER, Page, WorkFrame
from views.widgets.buttons import quiet_button
from views.widgets.switch import Switch


class PaymentTab(Page):
    """Three lists under a switch; "Lập đợt giải ngân" turns them into the sheet.

    `to_allocate` comes when what a house wants is money set aside.
    """

    to_allocate = Signal()

    def __init__(self, frame: WorkFrame, show: ShowPaper) -> None:
        super().__init__()
        self.frame, self._show = frame, show
        self.payable = Payable(frame)
        self.ready, self.waiting = PayList(frame, self.payable, ready=True), PayList(frame, self.payable, ready=False)
        self.days = PayDays(frame, show)
        self.panel = PayPanel(frame, show)
        self.switch = Switch((words.READY_LIST, words.NOT_READY_LIST, words.DAYS_LIST))
        self.not_come = quiet_button(words.DID_NOT_COME, self.days.give_back)
        self.lists = QStackedWidget()
        for part in (self.ready, self.waiting, self.days):
            self.lists.addWidget(part)
        self.stack = QStackedWidget()
        self._lay_out()
        self.switch.chosen.connect(self.show_list)
        self.waiting.wanted.connect(self.follow)
        self.panel.recorded.connect(lambda: self.switch.choose(2))
        self.panel.left.connect(self.close_sheet)
        for part in (self.ready, self.waiting):
            part.line.add_action(words.MAKE_BATCH, self.make_batch)
        self.show_list(0)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.switch)
        top.addStretch(1)
        top.addWidget(self.not_come)
        top.addWidget(self.days.papers)
        lists = QWidget()
        inside = QVBoxLayout(lists)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addLayout(top)
        inside.addWidget(self.lists, 1)
        self.stack.addWidget(lists)
        self.stack.addWidget(self.panel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.stack)

    @property
    def in_sheet(self) -> bool:
        """Whether the sheet of a payment day is in sight."""
        return self.stack.currentWidget() is self.panel

    def show_list(self, place: int) -> None:
        """Switch between the three lists."""
        self.lists.setCurrentIndex(place)
        for button in (self.not_come, self.days.papers):
            button.setVisible(place == 2)
        shown = self.lists.currentWidget()
        if shown is not None:
            self.setFocusProxy(shown)
            shown.setFocus(Qt.FocusReason.OtherFocusReason)

    # The sheet.

    def make_batch(self) -> None:
        """Open the sheet over the ticked houses; with none ticked over all that may be paid."""
        if self.in_sheet:
            self.panel.save()
            return
        shown = self.waiting if self.lists.currentWidget() is self.waiting else self.ready
        ticked = list(shown.table.ticked)
        keys = ticked or [shown.table.key_at(place) for place in range(shown.table.count) if shown is self.ready]
        self.frame.runner.read(lambda: list(shown.source.rows(keys)), self._open_sheet)

    def _open_sheet(self, rows: list[PayRow]) -> None:
        fit = [one for one in rows if one.part.shares]
        if not fit:
            messages.trouble(words.NOTHING_SET_ASIDE if rows else words.NOBODY_TO_PAY)
            return
        self.stack.setCurrentWidget(self.panel)
        self.setFocusProxy(self.panel)
        self.panel.begin(fit)

    def close_sheet(self) -> None:
        """Back to the lists."""
        self.stack.setCurrentIndex(0)
        self.ready.table.untick_all()
        self.waiting.table.untick_all()
        self.show_list(self.lists.currentIndex())

    # What is missing, as a link.

    def follow(self, one: PayRow) -> None:
        """Go where what a house still wants is put right; a paper is shown, to be printed and its day noted."""
        paper = next((opener for opener in one.part.missing if opener.startswith("paper:")), None)
        if DECISION in one.part.missing:
            self.frame.go(DOSSIER, one.row.household_id)
        elif ACCEPTANCE in one.part.missing:
            self.frame.go(HANDOVER, one.key)
        elif paper is not None:
            self._show(PaperKind(paper.partition(":")[2]), self._wanting(paper, one))
        elif one.part.missing:
            self.frame.go(DOSSIER, one.row.household_id)
        else:
            self.to_allocate.emit()

    def _wanting(self, paper: str, one: PayRow) -> list[str]:
        """The ticked houses that want this paper, where the house is among them; else the house alone."""
        ticked = [row.key for row in self.waiting.source.rows(self.waiting.table.ticked) if paper in row.part.missing]
        return ticked if one.key in ticked else [one.key]

    # What the window tells.

    def forget(self, changes: object) -> None:
        self.payable.clear()
        for part in (self.ready, self.waiting, self.days):
            part.forget(changes)

    def programme_changed(self) -> None:
        self.ready.programme_changed()
        self.waiting.programme_changed()

    def keep_draft(self) -> None:
        if self.in_sheet:
            self.panel.keep()
