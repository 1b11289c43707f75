"""Photos of one house in a strip: dropped on it or chosen, opened by Enter, taken off with "Gỡ ảnh"."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QIcon
from PySide6.QtWidgets import QHBoxLayout, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from app.photos.operations import PhotosDraft, add_photos, remove_photo
from app.photos.queries import PhotoRow, photos_of
from app.pictures import photo_path
from app.wording import photos as words
from app.wording.vocabulary import STAGES
from app.workspace import Changes
from views import messages, style
from views.doing import do
from views.page import WorkFrame
from views.widgets.date_edit import shown_date
from views.widgets.form import group_title, quiet_label
from views.widgets.photo_files import PhotoList, frame_for, thumbnail

_SIDE = 96


class PhotoStrip(QWidget):
    """The photos of some subjects (the survey, stages) of a household; new ones are of `subject`."""

    def __init__(
        self, frame: WorkFrame, household_id: str, subject: str, title: str, subjects: Sequence[str] = ()
    ) -> None:
        super().__init__()
        self.frame, self.household_id, self.subject = frame, household_id, subject
        self.subjects = subjects or (subject,)
        self.strip = PhotoList()
        self.strip.setAccessibleName(title)
        self.empty = quiet_label(words.EMPTY)
        self.add_button, self.remove_button = QPushButton(words.ADD), QPushButton(words.REMOVE)
        head = QHBoxLayout()
        head.addWidget(group_title(title))
        head.addWidget(self.empty)
        head.addStretch(1)
        head.addWidget(self.add_button)
        head.addWidget(self.remove_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(head)
        column.addWidget(self.strip)
        self.rows: list[PhotoRow] = []
        self.add_button.clicked.connect(self.choose)
        self.remove_button.clicked.connect(self.remove)
        self.strip.dropped.connect(self.add)
        self.strip.itemActivated.connect(self._open)
        self.strip.itemSelectionChanged.connect(self._follow)
        style.follow_scale(self, self._size)
        self.read()

    def _size(self) -> None:
        self.strip.setIconSize(QSize(style.px(_SIDE), style.px(_SIDE)))
        self.strip.setFixedHeight(style.px(_SIDE + 44))
        for button in (self.add_button, self.remove_button):
            button.setMinimumHeight(style.px(28))

    def read(self) -> None:
        """Show what the records say."""
        with self.frame.workspace.read() as session:
            self.rows = photos_of(session, self.household_id, self.subjects)
        self.strip.clear()
        for number, row in enumerate(self.rows, 1):
            self.strip.addItem(self._item(number, row))
        self.strip.setVisible(bool(self.rows))
        self.empty.setVisible(not self.rows)
        self._follow()

    def _item(self, number: int, row: PhotoRow) -> QListWidgetItem:
        path = photo_path(self.frame.workspace.folder, row.content)
        picture = thumbnail(path, style.px(_SIDE))
        day = shown_date(row.taken_on) if row.taken_on else words.NO_DAY
        if len(self.subjects) > 1:
            day = words.OF_STAGE.format(stage=STAGES.get(row.subject, row.subject), day=day)
        shown = frame_for(style.px(_SIDE)) if picture.isNull() else picture
        told = (words.PHOTO_WAITING if picture.isNull() else words.PHOTO).format(number=number, day=day)
        item = QListWidgetItem(QIcon(shown), day)
        item.setToolTip(told)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, told)
        return item

    def _follow(self) -> None:
        self.remove_button.setEnabled(bool(self.strip.selectedItems()))

    def choose(self) -> None:
        """Choose picture files and add them."""
        self.add(messages.choose_open_files(words.ADD_TITLE, "photo"))

    def add(self, files: Sequence[Path]) -> None:
        """Take pictures in."""
        if not files:
            return
        draft = PhotosDraft(self.household_id, tuple(files), self.subject)
        workspace = self.frame.workspace
        told = words.ADDED.format(count=len(files))
        self.frame.runner.run(
            lambda progress: add_photos(workspace, draft, progress),
            lambda _: messages.success(told, self.frame.take_back),
            words.ADDING,
        )

    def remove(self) -> None:
        """Take the chosen picture off, after asking."""
        chosen = self.strip.currentRow()
        if 0 <= chosen < len(self.rows) and messages.ask(words.REMOVE_QUESTION, words.REMOVE):
            do(self.frame, self._removal(self.rows[chosen]), words.REMOVING, words.REMOVED)

    def _removal(self, row: PhotoRow) -> Callable[[], Changes]:
        workspace = self.frame.workspace
        return lambda: remove_photo(workspace, row.id, row.version)

    def _open(self, item: QListWidgetItem) -> None:
        path = photo_path(self.frame.workspace.folder, self.rows[self.strip.row(item)].content)
        if path.exists():
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
        else:
            messages.trouble(words.NOT_HERE)

    def forget(self, changes: object) -> None:
        """Photos changed elsewhere are shown."""
        tables = getattr(changes, "tables", None)
        if tables is None or "photo" in tables:
            self.read()
