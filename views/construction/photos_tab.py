"""The tab "Ảnh": pictures taken in together, given to houses and stages by keys; one save, one undo."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QSplitter, QVBoxLayout, QWidget

from app.households.queries import heads_of
from app.parsing import today
from app.photos.waiting import (
    TakenIn,
    WaitingPhoto,
    drop_waiting,
    give_photos,
    mean_for,
    take_in,
    waiting_path,
    waiting_photos,
)
from app.progress import Progress
from app.wording import photos as words
from app.wording.frame import with_warnings
from app.wording.messages import trouble_text
from views import messages, style, troubles
from views.construction.house_finder import NOWHERE, HouseFinder
from views.construction.photo_tray import PhotoTray
from views.doing import do
from views.page import Page, WorkFrame
from views.widgets.date_edit import DateEdit, shown_date
from views.widgets.form import quiet_label
from views.widgets.photo_files import thumbnail

_SIGHT = 220


class PhotosTab(Page):
    """`counted` carries how many pictures have a house meant for them and wait to be saved."""

    counted = Signal(int)

    def __init__(self, frame: WorkFrame) -> None:
        super().__init__()
        self.frame = frame
        self.tray = PhotoTray(frame.workspace.folder)
        self.finder = HouseFinder(frame)
        self.day = DateEdit()
        self.day.set_value(today().isoformat())
        self.told, self.state = quiet_label(), QLabel()
        self.sight = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self.empty = QLabel(words.DROP_HERE, alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)
        self.add_button, self.drop_button = QPushButton(words.ADD), QPushButton(words.DROP)
        self._saving = False
        self._lay_out()
        self._connect()
        self.read()

    def _lay_out(self) -> None:
        keys = quiet_label(words.KEYS)
        keys.setToolTip(words.KEYS)
        keys.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)  # a narrow window cuts it off
        left = QVBoxLayout()
        left.setContentsMargins(0, 0, 0, 0)
        for widget in (self.empty, self.tray):
            left.addWidget(widget, 1)
        day = QHBoxLayout()
        label = QLabel(words.DAY)
        label.setBuddy(self.day)
        self.day.setAccessibleName(words.DAY)
        day.addWidget(label)
        day.addWidget(self.day)
        day.addWidget(self.told, 1)
        right = QVBoxLayout()
        right.setContentsMargins(style.px(8), 0, 0, 0)
        right.addWidget(self.sight)
        right.addWidget(self.finder, 1)
        right.addLayout(day)
        sides = QSplitter()
        sides.setChildrenCollapsible(False)
        for side in (left, right):
            holder = QWidget()
            holder.setLayout(side)
            sides.addWidget(holder)
        sides.setStretchFactor(0, 1)
        foot = QHBoxLayout()
        foot.addWidget(self.state, 1)
        foot.addWidget(self.drop_button)
        foot.addWidget(self.add_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(keys)
        column.addWidget(sides, 1)
        column.addLayout(foot)
        style.follow_scale(self, self._size)

    def _size(self) -> None:
        for button in (self.add_button, self.drop_button):
            button.setMinimumHeight(style.px(30))
        self.sight.setFixedHeight(style.px(_SIGHT))

    def _connect(self) -> None:
        self.tray.dropped.connect(self.take)
        self.tray.pasted.connect(self._take_picture)
        self.tray.typed.connect(self.finder.begin)
        self.tray.digit.connect(self.finder.press)
        self.tray.given.connect(self.give)
        self.tray.dropping.connect(self.drop)
        self.tray.itemSelectionChanged.connect(self._follow)
        self.day.changed.connect(self._follow)
        self.finder.given.connect(self.give)
        self.finder.left.connect(self._to_tray)
        self.add_button.clicked.connect(self.choose)
        self.drop_button.clicked.connect(self.drop)
        for keys, slot in (("Ctrl+S", self.save), ("Ctrl+V", self.tray.paste)):
            QShortcut(QKeySequence(keys), self, slot).setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    # What is shown.

    def read(self) -> None:
        """Show the pictures that wait."""
        workspace = self.frame.workspace
        photos = waiting_photos(workspace)
        with workspace.read() as session:
            heads = heads_of(session, {one.household_id for one in photos if one.household_id})
        self.tray.show_photos(photos, heads)
        self.tray.setVisible(bool(photos))
        self.empty.setVisible(not photos)
        self.setFocusProxy(self.tray if photos else self.add_button)
        self.state.setText(words.waiting_text(len(photos), len(self.meant())))
        self.counted.emit(len(self.meant()))
        self._follow()

    def meant(self) -> list[WaitingPhoto]:
        """The pictures a house is meant for."""
        return [one for one in self.tray.photos if one.household_id is not None]

    def _follow(self) -> None:
        chosen = self.tray.chosen()
        self.drop_button.setEnabled(bool(chosen))
        self.sight.setVisible(bool(chosen))
        if not chosen:
            self.told.clear()
            return
        path = waiting_path(self.frame.workspace.folder, chosen[-1].content)
        self.sight.setPixmap(thumbnail(path, style.px(_SIGHT)))
        days = {one.taken_on for one in chosen}
        if None in days:
            self.told.setText(words.DAY_TYPED if self.day.value() else words.DAY_NONE)
        else:
            shown = ", ".join(shown_date(one) for one in sorted(filter(None, days)))
            self.told.setText(words.DAY_OWN.format(day=shown))

    def _to_tray(self) -> None:
        self.tray.setFocus(Qt.FocusReason.OtherFocusReason)

    # Taking in.

    def act(self) -> None:
        """The filled button: save what has a house, else add pictures."""
        if self.meant():
            self.save()
        else:
            self.choose()

    def choose(self) -> None:
        """Choose picture files and take them in."""
        self.take(messages.choose_open_files(words.ADD_TITLE, "photo"))

    def take(self, files: Sequence[Path]) -> None:
        """Take files in; they wait until they are given."""
        if files:
            workspace = self.frame.workspace
            self.frame.runner.run(partial(take_in, workspace, files), self._taken, words.TAKING_IN)

    def _take_picture(self, picture: QImage) -> None:
        workspace = self.frame.workspace

        def pasted(progress: Progress) -> TakenIn:
            with tempfile.TemporaryDirectory() as folder:
                path = Path(folder) / words.PASTED
                picture.save(str(path))
                return take_in(workspace, [path], progress)

        self.frame.runner.run(pasted, self._taken, words.TAKING_IN)

    def _taken(self, found: TakenIn) -> None:
        self.read()
        self._to_tray()
        told = [
            (words.TWICE if head else words.TWICE_WAITING).format(name=name, head=head) for name, head in found.twice
        ]
        told += [trouble_text(one) for one in found.broken]
        text = words.taken_text(found.added)
        if told:
            messages.warning(with_warnings(text, told))
        else:
            messages.success(text)

    # Giving and saving.

    def give(self) -> None:
        """The house in hand is meant for the chosen pictures; on to the next."""
        where = self.finder.destination()
        chosen = self.tray.chosen()
        if where is None or not chosen:
            return
        mean_for(self.frame.workspace, [where.of(one) for one in chosen])
        self.read()
        self.tray.go_on(chosen[-1])
        self._to_tray()

    def drop(self) -> None:
        """Delete: no house is meant for the chosen pictures any more; those without one go, after asking."""
        chosen = self.tray.chosen()
        meant = [one for one in chosen if one.household_id is not None]
        if meant:
            mean_for(self.frame.workspace, [NOWHERE.of(one) for one in meant])
        elif chosen and messages.ask(words.DROP_QUESTION.format(count=len(chosen)), words.DROP):
            drop_waiting(self.frame.workspace, [one.content for one in chosen])
        self.read()

    def save(self) -> None:
        """Record all that have a house, in one change."""
        meant = self.meant()
        if self._saving or not meant:
            return
        self._saving = True
        operation = partial(give_photos, self.frame.workspace, meant, self.day.value())
        told = words.saved_text(len(meant), len({one.household_id for one in meant}))
        do(self.frame, operation, words.SAVING_PHOTOS, told, self._done, self._failed)

    def _done(self) -> None:
        self._saving = False
        self.read()

    def _failed(self, error: BaseException) -> None:
        self._saving = False
        self.read()
        troubles.tell(error, words.SAVING_PHOTOS)

    def forget(self, changes: object) -> None:
        tables = getattr(changes, "tables", None)
        if tables is None or tables & {"photo", "household"}:
            self.read()
        if tables is None or tables & self.finder.source.tables:
            self.finder.search()

    def programme_changed(self) -> None:
        self.finder.programme_changed(self.frame.programme)
