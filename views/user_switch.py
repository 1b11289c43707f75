"""Another user goes on working in the same window: a short list of the office's people."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from app.office.drafts import UserDraft
from app.problems import Problem
from app.wording import users as words
from app.wording.vocabulary import ROLES
from views.page import WorkFrame
from views.short_form import ShortForm
from views.widgets.choice_edit import Choice, ChoiceEdit
from views.widgets.form import quiet_label


class UserSwitch(ShortForm):
    """One field: who works here from now on. `switched` follows on the window's thread."""

    def __init__(
        self, frame: WorkFrame, people: Sequence[UserDraft], switched: Callable[[], object], parent: QWidget
    ) -> None:
        super().__init__(parent, words.SWITCH, words.GO_ON)
        self._frame, self._switched = frame, switched
        here = frame.workspace.author.user_id
        others = [one for one in people if one.id and one.id != here]
        self.user = ChoiceEdit([Choice(one.id or "", _told(one)) for one in others], width=420)
        if len(others) == 1:
            self.user.set_value(others[0].id)
        self.form.add_field("user", words.USER, self.user, required=True)
        self.add_below(quiet_label(words.SWITCH_HELP.format(name=frame.workspace.author.user_name)))

    def problems(self) -> Sequence[Problem]:
        return () if self.user.value() else (Problem("user", "user_not_chosen"),)

    def carry_out(self) -> None:
        chosen, workspace = self.user.value() or "", self._frame.workspace
        self._working = True
        self.confirm.setEnabled(False)
        self._frame.runner.run(lambda _: workspace.sign_in(chosen), self._done, words.SWITCHING, self._fail)

    def _done(self, _: object) -> None:
        self._finish()
        self._switched()


def _told(user: UserDraft) -> str:
    """A person as the list shows him: name, position, role."""
    role = ROLES.get(user.role or "", "")
    return " · ".join(part for part in (user.name, user.position, role) if part)
