"""The page "Trợ giúp": the guide by its sections, read from the program's folder, found without accents."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout

from app.guide import Section, find_sections, read_guide
from app.wording import guide as words
from views import style
from views.guide_text import GuideText
from views.list_page import TitleLine
from views.page import Frame, Page
from views.widgets.buttons import flat_button
from views.widgets.search_bar import SearchBar

_LIST = 220
_NAME = Qt.ItemDataRole.UserRole


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
