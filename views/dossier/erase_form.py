"""The second question before a household's personal data goes for good: its code is typed, and why."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from app.exchange.erasing import Erased, erase_household
from app.households.queries import ENDING
from app.parsing import fold
from app.problems import Problem
from app.progress import Progress
from app.reports.dossier import Dossier
from app.wording import erasing as words
from app.workspace import Changes
from views import messages
from views.page import WorkFrame
from views.short_form import ShortForm
from views.widgets.form import quiet_label, text_line


class EraseForm(ShortForm):
    """A household without a code of its own is known by the end of its id, as on the command line."""

    keeps_draft = False

    def __init__(self, parent: QWidget, frame: WorkFrame, found: Dossier) -> None:
        super().__init__(parent, words.TITLE.format(name=found.name), words.DO)
        self._frame, self._household = frame, found.id
        self.wanted = found.code or found.id[-ENDING:]
        self.reason = text_line()
        self.code = text_line(220, words.CODE_HINT)
        self.form.add_field("reason", words.REASON, self.reason, required=True)
        self.form.add_field("code", words.CODE.format(code=self.wanted), self.code, required=True)
        for text in (words.GOES, words.STAYS, words.ELSEWHERE):
            label = quiet_label(text)
            label.setWordWrap(True)
            self.add_below(label)
        self.confirm.setDefault(False)

    def problems(self) -> Sequence[Problem]:
        found = [] if self.reason.text().strip() else [Problem("reason", "reason_missing")]
        if fold(self.code.text()) != fold(self.wanted):
            found.append(Problem("code", "erase_code_differs", {"code": self.wanted}))
        return found

    def carry_out(self) -> None:
        """Empty the data; what must still be done by hand is told in a box that waits to be read."""
        workspace, household, reason = self._frame.workspace, self._household, self.reason.text()

        def job(progress: Progress) -> tuple[Changes, Erased]:
            return erase_household(workspace, household, reason, progress)

        self.accept()
        self._frame.runner.run(job, _tell, words.ERASING)


def _tell(done: tuple[Changes, Erased]) -> None:
    erased = done[1]
    lines = words.more_lines(erased.packages, erased.locked, erased.backups)
    if erased.left:
        lines.append(words.LEFT.format(count=erased.left, offices=", ".join(erased.left_with)))
    messages.tell(words.ERASED.format(count=erased.values), "\n\n".join(lines))
