"""The tray of waiting pictures: walked through by keys, several chosen at once; letters go to the search of houses."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QItemSelectionModel, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QIcon, QImage, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QListWidgetItem

from app.photos.waiting import WaitingPhoto, waiting_path
from app.wording import photos as words
from views import style
from views.widgets.photo_files import PhotoList, picture_files, thumbnail

_SIDE = 112
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PhotoTray(PhotoList):
    """`typed` carries a letter, `digit` a key 0 to 4, `given` is Enter, `dropping` Delete, `pasted` a picture."""

    typed = Signal(str)
    digit = Signal(int)
    given = Signal()
    dropping = Signal()
    pasted = Signal(QImage)

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder
        self.photos: list[WaitingPhoto] = []
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setAccessibleName(words.WAITING_PHOTOS)
        self.setWordWrap(True)
        style.follow_scale(self, self._size)

    def _size(self) -> None:
        self.setIconSize(QSize(style.px(_SIDE), style.px(_SIDE)))
        self.setGridSize(QSize(style.px(_SIDE + 16), style.px(_SIDE + 52)))

    def show_photos(self, photos: Sequence[WaitingPhoto], heads: dict[str, str]) -> None:
        """Show these; `heads` names the households meant. The picture in hand stays in hand."""
        standing = {one.content: self.item(place).icon() for place, one in enumerate(self.photos)}
        current = self.currentRow()
        self.photos = list(photos)
        self.clear()
        for one in self.photos:
            icon = standing.get(one.content) or QIcon(
                thumbnail(waiting_path(self._folder, one.content), style.px(_SIDE))
            )
            item = QListWidgetItem(icon, _caption(one, heads))
            item.setToolTip(one.name)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{one.name}: {_caption(one, heads)}")
            self.addItem(item)
        if self.photos:
            self.setCurrentRow(min(max(current, 0), len(self.photos) - 1))

    def chosen(self) -> list[WaitingPhoto]:
        """The selected pictures, else the one in hand."""
        places = sorted(index.row() for index in self.selectedIndexes()) or [self.currentRow()]
        return [self.photos[place] for place in places if 0 <= place < len(self.photos)]

    def go_on(self, after: WaitingPhoto) -> None:
        """To the next picture no house is meant for, round to the first; where all have one, stay."""
        last = next((place for place, one in enumerate(self.photos) if one.content == after.content), 0)
        places = [*range(last + 1, len(self.photos)), *range(last)]
        place = next((one for one in places if self.photos[one].household_id is None), last)
        self.setCurrentRow(place, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        text = event.text()
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif event.key() in _ENTER and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.given.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.dropping.emit()
        elif text and text in "01234":
            self.digit.emit(int(text))
        elif text.strip() and text.isprintable() and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.typed.emit(text)
        else:
            super().keyPressEvent(event)

    def paste(self) -> None:
        """Take files or a picture from the clipboard."""
        data = QGuiApplication.clipboard().mimeData()
        files = picture_files(data)
        if files:
            self.dropped.emit(files)
        elif data.hasImage():
            self.pasted.emit(QGuiApplication.clipboard().image())


def _caption(one: WaitingPhoto, heads: dict[str, str]) -> str:
    if one.household_id is None:
        return words.NOT_GIVEN
    return words.GIVEN.format(head=heads.get(one.household_id, ""), stage=words.subject_text(one.subject or ""))
