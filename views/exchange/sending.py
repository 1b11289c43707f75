"""The tab "Gửi": what leaves with the next packages, and their making."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QStackedWidget, QVBoxLayout

from app.documents.value_text import rows_text
from app.documents.words import money_text, whole_text
from app.exchange.packing import Exported, export_packages
from app.exchange.queries import Outgoing, outgoing
from app.wording import packages as package_words
from app.wording import photo_parts as photo_words
from app.wording import sending as words
from models.vocabulary import Level
from views import messages, style
from views.asking import ask_again, where_to_write
from views.exchange.cards import Card, CardColumn
from views.page import Page, WorkFrame
from views.password_form import PasswordForm
from views.short_form import opened
from views.status_line import when_text
from views.widgets.buttons import quiet_button
from views.widgets.empty_state import EmptyState
from views.widgets.form import quiet_label


class SendTab(Page):
    """One card for each office a package would go to; with several, ticks choose among them."""

    def __init__(self, frame: WorkFrame) -> None:
        super().__init__()
        self._frame = frame
        self._down = frame.workspace.author.level is Level.UPPER
        self.outgoing: list[Outgoing] = []
        self.ticks: dict[str, QCheckBox] = {}
        self.cards = CardColumn()
        self._made: tuple[list[str], Path] | None = None
        self.own = quiet_button(words.MAKE_OWN, partial(self.make, own=True))
        self.ask = quiet_button(package_words.ASK_AGAIN, partial(ask_again, frame))
        self.lock = QCheckBox(package_words.LOCK)
        self.lock.setToolTip(package_words.LOCK_HELP)
        self._stack = QStackedWidget()
        self._stack.addWidget(quiet_label(words.COUNTING))
        self._stack.addWidget(EmptyState(words.NO_COMMUNES if self._down else words.NO_SUPERIOR, drawing="send"))
        self._stack.addWidget(self.cards)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._stack, 1)
        beside = QHBoxLayout()
        beside.addWidget(self.own)
        beside.addWidget(self.ask)
        beside.addStretch(1)
        beside.addWidget(self.lock)
        self._column.addLayout(beside)
        style.follow_scale(self, self._size)
        self.forget(None)

    def _size(self) -> None:
        self._column.setContentsMargins(0, style.px(4), 0, style.px(4))
        self._column.setSpacing(style.px(8))

    # What would leave

    def forget(self, changes: object) -> None:
        self._frame.runner.read(self._look, self._show)

    def _look(self) -> list[Outgoing]:
        with self._frame.workspace.read() as session:
            return outgoing(session, self._frame.workspace.author)

    def _show(self, found: list[Outgoing]) -> None:
        kept = {to for to, tick in self.ticks.items() if not tick.isChecked()}
        self.outgoing, self.ticks = found, {}
        cards = [self._card(one) for one in found]
        if len(found) > 1:
            for one, card in zip(found, cards, strict=True):
                tick = QCheckBox()
                tick.setChecked(one.to not in kept)
                tick.setAccessibleName(one.name)
                self.ticks[one.to] = tick
                card.add(tick)
        self.cards.show_cards([*self._made_card(), *cards])
        self._stack.setCurrentIndex(2 if self.cards.cards else 1)

    def _card(self, one: Outgoing) -> Card:
        when = when_text(one.last_sent.astimezone() if one.last_sent else None)
        heard = when_text(one.heard.astimezone() if one.heard else None)
        counts = {
            "operations": whole_text(one.operations),
            "new": whole_text(one.new),
            "changed": whole_text(one.households - one.new),
        }
        lines = [words.TO.format(office=one.name)]
        lines += [words.CHANGED.format(**counts, when=when) if one.operations else words.NOTHING_NEW.format(when=when)]
        lines += [words.ROWS.format(rows=rows_text(one.rows))] if one.rows else []
        lines += [photo_words.leaving_text(one.contents)] if one.contents else []
        sums = {"households": whole_text(one.all_households), "approved": money_text(one.approved)}
        lines += [f"{words.IN_ALL.format(**sums)} {words.HEARD.format(when=heard)}"]
        return Card(lines, sign="send" if one.operations else "done", ink=style.PRIMARY)

    def tick_only(self, offices: Sequence[str]) -> None:
        """Choose these offices, those that asked for a package; where one stands alone there is nothing to choose."""
        for to, tick in self.ticks.items():
            tick.setChecked(to in offices)

    # Making packages

    def make(self, *, own: bool = False) -> None:
        """Ask where to write, write a package for each office that is ticked, and say what to do with the files.

        Where the packages are to be locked, a password is asked for first.
        """
        author = self._frame.workspace.author
        chosen = [to for to, tick in self.ticks.items() if tick.isChecked()]
        to: Sequence[str] = [author.office] if own else chosen
        if not own and not self.outgoing:
            messages.trouble(words.NO_COMMUNES if self._down else words.NO_SUPERIOR)
            return
        if not self.lock.isChecked():
            self._write(to, None)
            return
        title, do, told = package_words.LOCK_TITLE, package_words.LOCK_DO, package_words.LOCK_HELP
        opened(PasswordForm(self, title, do, partial(self._write, to), twice=True, needed=True, told=told))

    def _write(self, to: Sequence[str], password: str | None) -> None:
        folder = where_to_write(self._frame, words.WHERE)
        workspace = self._frame.workspace
        if folder is not None:
            self._frame.runner.run(
                lambda progress: export_packages(workspace, folder, to, progress, password),
                self._tell_made,
                words.MAKING,
            )

    def _made_card(self) -> list[Card]:
        """What was made last, with the way to its files."""
        if self._made is None:
            return []
        lines, folder = self._made
        url = QUrl.fromLocalFile(str(folder))
        return [Card([*lines, words.WHAT_NEXT], [(words.OPEN_FOLDER, partial(QDesktopServices.openUrl, url))])]

    def _tell_made(self, made: list[Exported]) -> None:
        if not made:
            return
        names = {one.to: one.name for one in self.outgoing}
        folder = made[0].file.parent
        lines = [
            words.MADE_FILE.format(
                office=names.get(one.to, one.to), operations=whole_text(one.operations), file=one.file.name
            )
            for one in made
        ]
        photos, left = sum(len(one.photos) for one in made), sum(one.photos_left for one in made)
        lines += [words.MADE_SEVERAL] if len({one.to for one in made}) < len(made) else []
        self._made = [*lines, *photo_words.left_lines(photos, left)], folder
        self._show(self.outgoing)
        messages.success(words.MADE.format(count=len(made), folder=folder))
