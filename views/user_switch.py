"""Another user goes on working in the same window: a short list of the office's people."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QLineEdit, QWidget

from app.local import pins_kept
from app.office.drafts import UserDraft
from app.problems import Problem
from app.wording import users as words
from app.wording.vocabulary import ROLES
from views.page import WorkFrame
from views.short_form import ShortForm
from views.widgets.choice_edit import Choice, ChoiceEdit
from views.widgets.form import quiet_label, text_line


class UserSwitch(ShortForm):
    """Who works here from now on, with his PIN where he has one. `switched` follows on the window's thread."""

    keeps_draft = False

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
        self.entry = text_line(200)
        self.entry.setEchoMode(QLineEdit.EchoMode.Password)
        with frame.workspace.read() as session:
            self._asks = pins_kept(session.connection())
        if self._asks:
            self.form.add_field("pin", words.PIN, self.entry)
        self.add_below(quiet_label(words.SWITCH_HELP.format(name=frame.workspace.author.user_name)))

    def problems(self) -> Sequence[Problem]:
        return () if self.user.value() else (Problem("user", "user_not_chosen"),)

    def carry_out(self) -> None:
        chosen, workspace, entry = self.user.value() or "", self._frame.workspace, self.entry.text()
        self._working = True
        self.confirm.setEnabled(False)
        if not self._asks:
            self._frame.runner.run(lambda _: workspace.sign_in(chosen), self._done, words.SWITCHING, self._fail)
            return
        from app.office.pins import sign_in  # Argon2 is loaded where there are PINs

        self._frame.runner.run(lambda _: sign_in(workspace, chosen, entry), self._done, words.SWITCHING, self._fail)

    def _done(self, _: object) -> None:
        self._finish()
        self._switched()


def _told(user: UserDraft) -> str:
    """A person as the list shows him: name, position, role."""
    role = ROLES.get(user.role or "", "")
    return " · ".join(part for part in (user.name, user.position, role) if part)
