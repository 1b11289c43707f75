"""The sheets of photos beside the list: before and after, the annex of each house; and the same in a dossier."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from app.wording import photos as words
from app.wording import week
from app.wording.vocabulary import PAPER_KINDS
from models.vocabulary import PaperKind
from views import messages
from views.widgets.buttons import MenuButton

KINDS = (PaperKind.PHOTO_PAIRS, PaperKind.PHOTO_ANNEX)
ShowPapers = Callable[[PaperKind, Sequence[str]], None]


class PhotoSheets(MenuButton):
    """A menu beside the list; `keys` are the cases the sheets are about."""

    def __init__(self, keys: Callable[[], Sequence[str]], show: ShowPapers) -> None:
        super().__init__(words.SHEETS)
        self._keys, self._show = keys, show
        self.menu_below = self._menu

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        for kind in KINDS:
            menu.addAction(PAPER_KINDS[kind.value], partial(self.show_sheets, kind))
        return menu

    def show_sheets(self, kind: PaperKind) -> None:
        """Preview the sheets of these houses; says so where there are none."""
        keys = self._keys()
        if keys:
            self._show(kind, keys)
        else:
            messages.trouble(week.NO_HOUSES)
