"""What else can be done with a household as a whole, from its dossier: off the list, back onto it, emptied for good."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from app.actions import Action
from app.households.operations import delete_households, restore_households
from app.reports.dossier import Dossier
from app.wording import erasing as erasing_words
from app.wording import household_pages as words
from app.wording.messages import problem_text
from models.vocabulary import Level
from views import messages
from views.doing import do
from views.dossier.erase_form import EraseForm
from views.households.taking_off import TakeOffForm
from views.page import WorkFrame
from views.short_form import opened


class DossierMenu:
    """The entries are off for those who may not, with the reason in their hint."""

    def __init__(self, parent: QWidget, frame: WorkFrame) -> None:
        self._parent, self._frame = parent, frame
        self._found: Dossier | None = None

    def show_dossier(self, found: Dossier) -> None:
        """The household the entries are about."""
        self._found = found

    def menu(self) -> QMenu:
        """The menu as it stands for this household and this user now."""
        menu = QMenu(self._parent)
        menu.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        menu.setToolTipsVisible(True)
        if self._found is None:
            return menu
        if self._frame.workspace.author.level is Level.COMMUNE:
            if self._found.out:
                self._add(menu, words.BRING_BACK, Action.RESTORE_HOUSEHOLD, self.bring_back)
            else:
                self._add(menu, words.TAKE_OFF_ASKING, Action.DELETE_HOUSEHOLD, self.take_off)
        self._add(menu, erasing_words.MENU, Action.ERASE_HOUSEHOLD, self.erase)
        return menu

    def _add(self, menu: QMenu, text: str, action: Action, slot: Callable[[], None]) -> None:
        entry = menu.addAction(text)
        entry.triggered.connect(lambda _=False: slot())
        problem = self._frame.workspace.refusal(action)
        if problem is not None:
            entry.setEnabled(False)
            entry.setToolTip(problem_text(problem))

    def take_off(self) -> None:
        """Ask for the reason, then take the household off the list."""
        found, frame = self._found, self._frame
        if found is None:
            return

        def take(reason: str) -> None:
            told = words.TAKEN_OFF_MANY.format(count=1)
            do(frame, lambda: delete_households(frame.workspace, [found.id], reason), words.TAKING_OFF, told)

        opened(TakeOffForm(self._parent, [found.name], 1, take))

    def bring_back(self) -> None:
        """Bring the household back onto the list."""
        found, frame = self._found, self._frame
        if found is not None:
            told = words.RESTORED_MANY.format(count=1)
            do(frame, lambda: restore_households(frame.workspace, [found.id]), words.BRINGING_BACK, told)

    def erase(self) -> None:
        """Ask once in words and once more by the household's code; one that is on the list is not asked about."""
        found = self._found
        if found is None:
            return
        if not found.out:
            messages.trouble(erasing_words.ERASING_PROBLEMS["erase_not_out"])
            return
        more = f"{erasing_words.GOES}\n\n{erasing_words.STAYS}\n\n{erasing_words.ELSEWHERE}"
        if messages.ask(erasing_words.ASK.format(name=found.name), erasing_words.GO_ON, more=more, yes_first=False):
            opened(EraseForm(self._parent, self._frame, found))
