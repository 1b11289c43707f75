"""One laptop: whose it is, its check code large enough to read over the telephone, and its packages that are held."""

from __future__ import annotations

import datetime as dt
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from app.documents.value_text import rows_text
from app.documents.words import known_day_text, moment_text, whole_text
from app.exchange.kept_packages import copy_to_look
from app.exchange.known_laptops import Laptop, LaptopState
from app.exchange.quarantine import HeldPackage, in_inbox
from app.wording import laptops as words
from app.wording import packages as package_words
from models.vocabulary import TrustState
from views import messages, style
from views.asking import ask_discard
from views.exchange.cards import Card
from views.page import WorkFrame
from views.widgets.buttons import FilledButton, quiet_button
from views.widgets.form import group_title, quiet_label


class LaptopSight(QScrollArea):
    """Buttons only show themselves where they do something."""

    def __init__(self, frame: WorkFrame, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._frame = frame
        self.laptop: Laptop | None = None
        self.name, self.about = QLabel(wordWrap=True), quiet_label()
        self.caption, self.code, self.hint = quiet_label(words.CODE_OF), QLabel(), quiet_label()
        self.confirm, self.retire = FilledButton(words.CONFIRM), quiet_button(words.RETIRE, lambda: None)
        self.held_title = group_title("")
        self.cards: list[Card] = []
        for label in (self.about, self.hint):
            label.setWordWrap(True)
        self.code.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.code.setAccessibleName(words.CODE_OF)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setWidget(self._filled())
        style.follow_scale(self, self._size)

    def _filled(self) -> QWidget:
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        for widget in (self.name, self.about, self.caption, self.code, self.hint):
            self._column.addWidget(widget)
        buttons = QHBoxLayout()
        buttons.addWidget(self.confirm)
        buttons.addWidget(self.retire)
        buttons.addStretch(1)
        self._column.addLayout(buttons)
        self._column.addWidget(self.held_title)
        self._held = QVBoxLayout()
        self._column.addLayout(self._held)
        self._column.addStretch(1)
        return inside

    def _size(self) -> None:
        self.name.setFont(style.font(style.GROUP, strong=True))
        self.code.setFont(style.font(style.FIGURE, strong=True))
        self._column.setContentsMargins(style.px(16), style.px(4), style.px(8), style.px(8))
        self._column.setSpacing(style.px(8))

    def show_laptop(self, laptop: Laptop) -> None:
        """Put a laptop before the officer."""
        self.laptop = laptop
        self.name.setText(f"{laptop.called} · {laptop.sender.office_name}")
        self.about.setText(" ".join(_about(laptop)))
        groups = laptop.check_code.split()
        self.code.setText("\n".join("   ".join(groups[start : start + 3]) for start in (0, 3)))
        self.caption.setVisible(bool(groups))
        self.code.setVisible(bool(groups))
        self.hint.setText(_hint(laptop))
        self.hint.setVisible(bool(self.hint.text()))
        own, retired = laptop.state is LaptopState.OWN, laptop.state is LaptopState.RETIRED
        again = retired and not laptop.replaced
        self.confirm.setVisible(bool(groups) and (laptop.waits or again))
        self.retire.setVisible(not own and not retired)
        self._show_held(laptop.held)

    def _show_held(self, held: tuple[HeldPackage, ...]) -> None:
        for old in self.cards:
            self._held.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.cards = [
            Card(
                [one.sentence, _inside(one)],
                [
                    (package_words.OPEN_ORIGINAL, partial(self.open_original, one)),
                    (
                        package_words.DISCARD,
                        partial(ask_discard, self._frame, one.id, one.file_name, one.sender.office_name),
                    ),
                ],
                "task",
                style.WARNING,
            )
            for one in held
        ]
        for card in self.cards:
            self._held.addWidget(card)
        self.held_title.setText(words.HELD_TITLE.format(count=len(held)))
        self.held_title.setVisible(bool(held))

    def open_original(self, held: HeldPackage) -> None:
        """Show a held package in Excel, from a copy: its original comes in as it was sent."""
        folder = self._frame.workspace.folder
        kept = in_inbox(folder, [held])
        if kept:
            self._frame.runner.run(lambda _: copy_to_look(folder, kept[0]), _open_file, package_words.OPEN_ORIGINAL)
        else:
            messages.trouble(package_words.ORIGINAL_MISSING.format(file=held.file_name))


def _open_file(file: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(file)))


def _about(laptop: Laptop) -> list[str]:
    """What it is here, who said so, when it was last heard."""
    found = [words.STATES[laptop.state] + "."]
    said = laptop.said
    if laptop.replaced:
        found = [words.REPLACED]
    elif said is not None and (laptop.state is not LaptopState.OWN or said.state is TrustState.RETIRED):
        told = words.SAID_RETIRED if said.state is TrustState.RETIRED else words.SAID_CONFIRMED
        text = told.format(office=laptop.said_by, day=known_day_text(said.day), person=said.person)
        found = [text + (words.BECAUSE.format(reason=said.reason) if said.reason else "")]
    if laptop.state is not LaptopState.OWN:
        at = laptop.last_heard
        heard = words.LAST_HEARD.format(when=moment_text(at.astimezone())) if at else words.NEVER_HEARD
        found.append(heard)
    return found


def _hint(laptop: Laptop) -> str:
    if laptop.state is LaptopState.OWN:
        return words.OWN_HINT
    if not laptop.check_code:
        return "" if laptop.replaced else words.NO_CODE
    return words.COMPARE_HINT.format(office=laptop.sender.office_name) if laptop.waits else ""


def _inside(held: HeldPackage) -> str:
    """What the manifest of a held package says is in it."""
    sums = held.about.get("sums") or {}
    rows = {entity: one.get("rows", 0) for entity, one in sums.items() if one.get("rows", 0)}
    created = str(held.about.get("created") or "")
    when = moment_text(dt.datetime.fromisoformat(created).astimezone()) if created else ""
    count = whole_text(int(held.about.get("count") or 0))
    return words.HELD_ABOUT.format(
        number=held.about.get("number") or "", created=when, count=count, rows=rows_text(rows)
    )
