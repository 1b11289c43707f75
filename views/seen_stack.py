"""Pages on top of each other, of which only the one in sight asks for room, and the room they stand in."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget


class SeenStack(QStackedWidget):
    """Asks for the room of the page in sight only: another may be wider, and a paper may stand beside this one."""

    def __init__(self) -> None:
        super().__init__()
        self.currentChanged.connect(lambda _: self.updateGeometry())

    def minimumSizeHint(self) -> QSize:
        current = self.currentWidget()
        return current.minimumSizeHint() if current is not None else super().minimumSizeHint()


class PageRoom(QScrollArea):
    """A page that needs more than a small screen or large letters leave is scrolled; the window never outgrows it."""

    def __init__(self, pages: SeenStack) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(pages)
        for widget in (self.viewport(), pages):
            widget.setAutoFillBackground(False)
        pages.currentChanged.connect(self._to_the_top)

    def _to_the_top(self, _place: int) -> None:
        """Each page opens at its title, wherever the one before was scrolled to."""
        for bar in (self.verticalScrollBar(), self.horizontalScrollBar()):
            bar.setValue(0)
