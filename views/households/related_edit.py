"""A field that names another household: what is typed is looked for in the list, without accents."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from app.households.queries import Related, find_related, related
from app.wording import household_form as words
from app.workspace import Workspace
from views.widgets.choice_edit import Choice, ChoiceEdit

_PAUSE = 150


class RelatedEdit(ChoiceEdit):
    """The value is a household's id. It offers a few households that fit, never all there are."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        self._workspace = workspace
        super().__init__(width=320, parent=parent)
        self.field.setPlaceholderText(words.RELATED_HINT)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._look)
        self.field.textEdited.connect(lambda _: self._pause.start())

    def set_value(self, value: str | None) -> None:
        """Show a household; no `changed` comes of it. One that is not here shows nothing."""
        if value is not None and all(one.value != value for one in self._choices.choices):
            with self._workspace.read() as session:
                found = related(session, value)
            self._known = value if found else None
            self._offer([found] if found else [])
            return
        super().set_value(value)

    def _match(self, text: str) -> Choice | None:
        """Also a text that came back as a draft, whose household was not offered yet."""
        found = super()._match(text)
        if found is None and text.strip():
            with self._workspace.read() as session:
                fitting = [one for one in find_related(session, text) if one.shown == text.strip()]
            if len(fitting) == 1:
                self._offer(fitting)
                self.setEditText(text)
                found = super()._match(text)
        return found

    def _look(self) -> None:
        """Offer what fits, and leave what is being typed as it is."""
        typed, at = self.field.text(), self.field.cursorPosition()
        with self._workspace.read() as session:
            found = find_related(session, typed) if typed.strip() else []
            known = related(session, self._known) if self._known else None
        self._offer([*found, *([known] if known and known.id not in {one.id for one in found} else [])])
        self.setEditText(typed)
        self.field.setCursorPosition(at)
        completer = self.completer()
        if found and self.field.hasFocus() and completer is not None:
            completer.setCompletionPrefix(typed)
            completer.complete()

    def _offer(self, found: list[Related]) -> None:
        self.set_choices([Choice(one.id, one.shown) for one in found])
