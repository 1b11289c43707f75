"""Pictures that come into a list by hand: dropped on it, chosen, or pasted; and how one is shown small."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QImageReader,
    QPainter,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QListView, QListWidget

from app.wording import photos as words
from views import style

ENDINGS = (".jpg", ".jpeg", ".png", ".webp", ".bmp", ".tif", ".tiff")


class PhotoList(QListWidget):
    """Pictures side by side; takes files that are dropped on it."""

    dropped = Signal(list)

    def __init__(self) -> None:
        super().__init__()
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setAcceptDrops(True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        _take(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        _take(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self.dropped.emit(picture_files(event.mimeData()))
        event.acceptProposedAction()


def picture_files(data: QMimeData) -> list[Path]:
    """The files among what was dropped or pasted that are called like pictures."""
    files = [Path(one.toLocalFile()) for one in data.urls() if one.isLocalFile()]
    return [one for one in files if one.suffix.lower() in ENDINGS]


def _take(event: QDragEnterEvent | QDragMoveEvent) -> None:
    if event.mimeData().hasUrls():
        event.acceptProposedAction()


def frame_for(side: int) -> QPixmap:
    """An empty frame with the word for a picture that has not come yet, as high as most pictures."""
    frame = QPixmap(side, side * 3 // 4)
    frame.fill(Qt.GlobalColor.transparent)
    painter = QPainter(frame)
    painter.setPen(QPen(QColor(style.QUIET), 1, Qt.PenStyle.DashLine))
    painter.drawRect(frame.rect().adjusted(1, 1, -2, -2))
    painter.setFont(style.font(style.CAPTION))
    painter.drawText(frame.rect(), Qt.AlignmentFlag.AlignCenter, words.WAITING)
    painter.end()
    return frame


def thumbnail(path: Path, side: int) -> QPixmap:
    """The picture small, read at that size; a null one when it is not here."""
    if not path.exists():
        return QPixmap()
    reader = QImageReader(str(path))
    size = reader.size()
    reader.setScaledSize(size.scaled(side, side, Qt.AspectRatioMode.KeepAspectRatio))
    return QPixmap.fromImage(reader.read())
