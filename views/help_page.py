"""The page "Trợ giúp": the guide by its sections, read from the program's folder, found without accents."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt, QTimer, QUrl
from PySide6.QtGui import QColor, QImage, QKeySequence, QResizeEvent, QShortcut, QTextBlock, QTextCursor, QTextDocument
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QTextBrowser, QTextEdit, QVBoxLayout

from app.guide import Section, find_sections, guide_file, read_guide
from app.parsing import fold
from app.wording import guide as words
from views import style
from views.list_page import TitleLine
from views.page import Frame, Page
from views.widgets.buttons import flat_button
from views.widgets.search_bar import SearchBar

_LIST, _MARGIN = 220, 40
_NAME = Qt.ItemDataRole.UserRole
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


class HelpPage(Page):
    """It receives the name of a page of the window, or of another section ("first", "trouble", "words")."""

    def __init__(self, frame: Frame) -> None:
        super().__init__()
        self.frame = frame
        self.sections = read_guide()
        self.shown: Section | None = None
        self.heading = TitleLine(words.TITLE)
        back = flat_button(words.BACK, "back")
        back.clicked.connect(frame.back)
        self.heading.put_last(back)
        self.search = SearchBar(self, words.SEARCH)
        self.list = QListWidget()
        self.list.setAccessibleName(words.SECTIONS)
        self.text = GuideText()
        self._lay_out()
        self.search.searched.connect(self._find)
        self.search.left.connect(self.list.setFocus)
        self.list.currentItemChanged.connect(self._show_item)
        self.list.itemActivated.connect(lambda _item: self.text.setFocus())
        self.text.anchorClicked.connect(lambda url: self.receive(url.fragment()))
        leave = QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self.leave)
        leave.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.setFocusProxy(self.text)
        self._list(self.sections)
        style.follow_scale(self, self._fit)

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.addWidget(self.search)
        left.addWidget(self.list, 1)
        across = QHBoxLayout()
        across.addLayout(left)
        across.addWidget(self.text, 1)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.heading)
        self._column.addLayout(across, 1)

    def _fit(self) -> None:
        self._column.setContentsMargins(style.px(16), style.px(8), style.px(16), style.px(8))
        self._column.setSpacing(style.px(8))
        width = max(style.px(_LIST), self.search.minimumWidth())
        self.search.setFixedWidth(width)
        self.list.setFixedWidth(width)
        if self.shown is not None:
            self.text.show_text(self.shown.text)

    def _list(self, sections: tuple[Section, ...] | list[Section]) -> None:
        self.list.clear()
        for one in sections:
            item = QListWidgetItem(one.title)
            item.setData(_NAME, one.name)
            self.list.addItem(item)
        self.list.setCurrentRow(0)

    def _find(self, text: str) -> None:
        found = find_sections(self.sections, text)
        if not found:
            self.list.clear()
            self.shown = None
            self.text.show_text(words.NOTHING_FOUND)
        else:
            self._list(found)

    def _show_item(self, item: QListWidgetItem | None) -> None:
        if item is None:
            return
        self.shown = next(one for one in self.sections if one.name == item.data(_NAME))
        self.text.show_text(self.shown.text)
        self.text.mark(self.search.text())

    def leave(self) -> None:
        """Esc: what is searched for goes first, then the page before comes back."""
        if self.search.text():
            self.search.look_for("")
        else:
            self.frame.back()

    def receive(self, request: object) -> None:
        """Open the section of a name; an unknown one leaves the page as it is."""
        self.search.look_for("")
        for row in range(self.list.count()):
            if self.list.item(row).data(_NAME) == request:
                self.list.setCurrentRow(row)
