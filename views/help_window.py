"""F1 in a form or at the first run: the section of the guide in a small window beside what is being typed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from app.guide import read_guide
from app.wording import guide as words
from views import style
from views.form_draft import Remembers
from views.guide_text import GuideText

_SIZE = (620, 520)


class HelpWindow(QDialog):
    """One section to read; it asks nothing, and Esc or F1 closes it."""

    def __init__(self, parent: QWidget, section: str) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setModal(True)  # else the form above it would keep the keys
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        sections = read_guide()
        self.shown = next((one for one in sections if one.name == section), sections[0])
        self.setWindowTitle(f"{words.TITLE}: {self.shown.title}")
        self.text = GuideText()
        self.text.anchorClicked.connect(lambda url: self.show_section(url.fragment()))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.text)
        QShortcut(QKeySequence("F1"), self, self.close)
        style.open_within_screen(self, *_SIZE)
        self.text.show_text(self.shown.text)

    def show_section(self, name: str) -> None:
        """Another section, from a link in this one."""
        found = next((one for one in read_guide() if one.name == name), None)
        if found is not None:
            self.shown = found
            self.text.show_text(found.text)


def show_help(window: QWidget, section: str = "") -> None:
    """Open a section of the guide over a window: the one named, else that of the page beneath the window."""
    HelpWindow(window, section or _page_beneath(window)).show()


def _page_beneath(window: QWidget) -> str:
    above = window.parentWidget()
    while above is not None and not isinstance(above, Remembers):
        above = above.parentWidget()
    return above.place_in_sight()[0] if isinstance(above, Remembers) else ""
