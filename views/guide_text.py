"""A section of the guide as text with its pictures, read from the program's folder."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt, QTimer, QUrl
from PySide6.QtGui import QColor, QImage, QResizeEvent, QTextBlock, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextBrowser, QTextEdit

from app.guide import guide_file
from app.parsing import fold
from app.wording import guide as words
from views import style

_MARGIN = 40
_PICTURE = re.compile(r"!\[[^\]]*\]\(([^)]+)\)")


class GuideText(QTextBrowser):
    """A section as text with its pictures, none wider than the column."""

    def __init__(self) -> None:
        super().__init__()
        self.setOpenLinks(False)
        self.setAccessibleName(words.TEXT)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._markdown = ""
        # Never at once: the text may be in the middle of being laid out.
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._draw_again)

    def show_text(self, markdown: str) -> None:
        """Show a text from its beginning."""
        self._markdown = markdown
        self._draw()

    def _draw(self) -> None:
        document = self.document()
        document.setDefaultFont(style.font())
        document.setDocumentMargin(style.px(12))
        document.setMarkdown(self._markdown)
        self._put_pictures()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _put_pictures(self) -> None:
        """Give the text its pictures from the program's folder, made smaller where the column is narrow."""
        document, sharpness = self.document(), self.devicePixelRatioF()
        room = round(max(self.viewport().width() - style.px(_MARGIN), 100) * sharpness)
        for place in _PICTURE.findall(self._markdown):
            image = QImage(str(guide_file().parent / place))
            if image.width() > room:
                image = image.scaledToWidth(room, Qt.TransformationMode.SmoothTransformation)
            image.setDevicePixelRatio(sharpness)
            document.addResource(QTextDocument.ResourceType.ImageResource.value, QUrl(place), image)
        document.markContentsDirty(0, document.characterCount())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._later.start()

    def _draw_again(self) -> None:
        place = self.verticalScrollBar().value()
        self._draw()
        self.verticalScrollBar().setValue(place)

    def mark(self, text: str) -> None:
        """Mark the paragraphs that hold one of the words, and bring the first into sight."""
        wanted = fold(text).split()
        marked = []
        block: QTextBlock = self.document().begin()
        while wanted and block.isValid():
            if any(word in fold(block.text()) for word in wanted):
                marked.append(_marked(block))
            block = block.next()
        self.setExtraSelections(marked)
        if marked:
            self.setTextCursor(QTextCursor(marked[0].cursor.block()))


def _marked(block: QTextBlock) -> QTextEdit.ExtraSelection:
    found = QTextEdit.ExtraSelection()
    found.cursor = QTextCursor(block)
    found.cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    found.format.setBackground(QColor(style.WARNING_GROUND))
    return found
