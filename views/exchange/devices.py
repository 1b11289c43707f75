"""The tab "Máy đã biết": the laptops packages come from, which of them are believed, and what is held of the rest."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QVBoxLayout

from app.exchange.confirming import Confirmed, confirm_laptop
from app.exchange.known_laptops import Laptop, known_laptops
from app.exchange.laptops import own_card, write_card
from app.exchange.pairing import pair_card
from app.exchange.receipts import report_lines
from app.exchange.trust import load_trust
from app.parsing import fold
from app.wording import laptops as words
from views import messages, style
from views.exchange.laptop_sight import LaptopSight
from views.exchange.retire_form import RetireForm
from views.page import Page, WorkFrame
from views.short_form import opened
from views.widgets.buttons import quiet_button
from views.widgets.form import quiet_label

LIST_WIDTH = 300
Known = tuple[list[Laptop], bool]


class DevicesTab(Page):
    """The list at the left, one laptop at the right. It receives the id of a laptop."""

    def __init__(self, frame: WorkFrame) -> None:
        super().__init__()
        self._frame = frame
        self._wanted = ""
        self._paired = False
        self.laptops: list[Laptop] = []
        self.kind_of_office = quiet_label(words.READING)
        self.kind_of_office.setWordWrap(True)
        self.read = quiet_button(words.READ_CARD, self.read_card)
        self.save = quiet_button(words.SAVE_CARD, self.save_card)
        self.list = QListWidget()
        self.list.setAccessibleName(words.TAB)
        self.list.setWordWrap(True)
        if not style.high_contrast():
            palette = self.list.palette()
            palette.setColor(QPalette.ColorRole.Highlight, QColor(style.SELECTION))
            palette.setColor(QPalette.ColorRole.HighlightedText, QColor(style.TEXT))
            self.list.setPalette(palette)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.sight = LaptopSight(frame)
        self.sight.confirm.clicked.connect(lambda _=False: self.confirm())
        self.sight.retire.clicked.connect(lambda _=False: self.retire())
        self.list.currentRowChanged.connect(self._show_row)
        self._lay_out()
        self.setFocusProxy(self.list)
        self.forget(None)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.kind_of_office, 1)
        top.addWidget(self.read)
        top.addWidget(self.save)
        across = QHBoxLayout()
        across.addWidget(self.list)
        across.addWidget(self.sight, 1)
        self._column = QVBoxLayout(self)
        self._column.addLayout(top)
        self._column.addLayout(across, 1)
        style.follow_scale(self, self._size)

    def _size(self) -> None:
        self._column.setContentsMargins(0, style.px(4), 0, style.px(4))
        self._column.setSpacing(style.px(8))
        self.list.setFixedWidth(style.px(LIST_WIDTH))
        self.list.setSpacing(style.px(1))

    # Reading

    def forget(self, changes: object) -> None:
        workspace = self._frame.workspace

        def read() -> Known:
            with workspace.read() as session:
                paired = load_trust(session.connection(), workspace.author).paired
                return known_laptops(session, workspace.author), paired

        self._frame.runner.read(read, self._take)

    def _take(self, found: Known) -> None:
        before = self._wanted or (self.current.sender.device if self.current else "")
        self.laptops, self._paired = found
        self.kind_of_office.setText(words.PAIRED_OFFICE if self._paired else words.OPEN_OFFICE)
        self.list.blockSignals(True)
        self.list.clear()
        self.list.addItems([_title(one) for one in self.laptops])
        places = [place for place, one in enumerate(self.laptops) if one.sender.device == before]
        self._wanted = "" if places else self._wanted
        self.list.setCurrentRow(places[0] if places else 0)
        self.list.blockSignals(False)
        self._show_row(self.list.currentRow())

    @property
    def current(self) -> Laptop | None:
        """The laptop in sight."""
        place = self.list.currentRow()
        return self.laptops[place] if 0 <= place < len(self.laptops) else None

    def _show_row(self, place: int) -> None:
        if 0 <= place < len(self.laptops):
            self.sight.show_laptop(self.laptops[place])

    def receive(self, request: object) -> None:
        """Bring a laptop into sight."""
        self._wanted = str(request)
        self._take((self.laptops, self._paired))

    # Cards

    def read_card(self) -> None:
        """Ask for the card of a laptop and bring that laptop into sight."""
        before = self._frame.memory.get("packages.from")
        path = messages.choose_open_file(words.READ_CARD_TITLE, "card", Path(before) if before else None)
        if path is not None:
            workspace = self._frame.workspace
            self._frame.runner.run(lambda _: pair_card(workspace, path), self._tell_read, words.PAIRING)

    def _tell_read(self, laptop: Laptop) -> None:
        messages.success(words.CARD_READ.format(name=laptop.called, office=laptop.sender.office_name))
        self._wanted = laptop.sender.device
        self.forget(None)

    def save_card(self) -> None:
        """Write the card of this laptop where the officer says."""
        workspace = self._frame.workspace
        before = self._frame.memory.get("packages.folder")
        own = next((one.called for one in self.laptops if one.sender.device == workspace.author.device), "")
        name = words.CARD_NAME.format(name="-".join(fold(own).split()))
        path = messages.choose_save_file(words.SAVE_CARD_TITLE, "card", Path(before or ".") / name)
        if path is None:
            return

        def told(_: object) -> None:
            messages.success(words.CARD_SAVED.format(file=path.name))

        self._frame.runner.run(lambda _: write_card(own_card(workspace), path), told, words.SAVE_CARD_TITLE)

    # Believing and not hearing any more

    def confirm(self) -> None:
        """Ask whether both read the same, then believe the laptop and take in what was held of it."""
        laptop = self.current
        if laptop is None or not laptop.check_code:
            return
        more = "" if self._paired else words.FIRST_PAIRING
        question = words.CONFIRM_ASK.format(code=laptop.check_code)
        if messages.ask(question, words.CONFIRM_YES, more=more, yes_first=False):
            workspace, device, code = self._frame.workspace, laptop.sender.device, laptop.check_code
            self._frame.runner.run(
                lambda progress: confirm_laptop(workspace, device, code, progress), self._tell, words.CONFIRMING
            )

    def _tell(self, done: Confirmed) -> None:
        self.forget(None)
        told = [words.CONFIRMED.format(name=done.laptop.called, office=done.laptop.sender.office_name)]
        taken = [one for one in done.reports if one.result in ("merged", "already")]
        left = [one for one in done.reports if one not in taken]
        if taken:
            told.append(words.RECEIVED_HELD.format(count=len(taken)))
        if left:
            why = " ".join(line for one in left for line in report_lines(one, 0))
            messages.warning(" ".join([*told, words.STILL_HELD.format(count=len(left), why=why)]))
        else:
            messages.success(" ".join(told))

    def retire(self) -> None:
        """Ask why, then hear the laptop no more."""
        if self.current is not None:
            opened(RetireForm(self, self._frame, self.current), partial(self.forget, None))


def _title(laptop: Laptop) -> str:
    """Two lines of the list: whose laptop, and what it is here."""
    state = words.state_text(laptop.state, len(laptop.held))
    return f"{laptop.called} · {laptop.sender.office_name}\n{state}"
