"""The papers of a list of money: a menu that shows them beside the list."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from app.wording import funding_pages as words
from app.wording.vocabulary import PAPER_KINDS
from models.vocabulary import PaperKind
from views import messages
from views.widgets.buttons import MenuButton

#: Shows papers of a kind about these ids beside the list.
ShowPaper = Callable[[PaperKind, Sequence[str]], None]


def paper_button(kinds: Sequence[PaperKind], ids: Callable[[PaperKind], Sequence[str]], show: ShowPaper) -> MenuButton:
    """A menu of the papers of a list; `ids` tells what a paper is about, nothing where nothing is chosen."""
    button = MenuButton(words.PAPERS)

    def menu_below() -> QMenu:
        menu = QMenu(button)
        menu.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        for kind in kinds:
            action = menu.addAction(PAPER_KINDS[kind.value])
            action.triggered.connect(lambda _=False, kind=kind: show_chosen(kind, ids(kind), show))
        return menu

    button.menu_below = menu_below
    return button


def show_chosen(kind: PaperKind, about: Sequence[str], show: ShowPaper) -> None:
    """Show a paper, or say that something is to be chosen first."""
    if about:
        show(kind, about)
    else:
        messages.trouble(words.CHOOSE_FOR_PAPER)
