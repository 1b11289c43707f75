"""Once the window stands: backups are compared with their seals and the day's is made, beside all other work."""

from __future__ import annotations

from PySide6.QtCore import QTimer

from app.backup_care import Upkeep, look_after
from app.problems import Cancelled
from app.wording import backups as words
from app.wording.messages import trouble_text
from views import messages, troubles
from views.office_window import OfficeWindow

#: Milliseconds after the window is in sight: the first page is read by then.
PATIENCE = 1_500


class BackupUpkeep:
    """Looks after the backups of the office whose window it is given, once."""

    def __init__(self, window: OfficeWindow) -> None:
        self._window = window
        self._timer = QTimer(window, singleShot=True, interval=PATIENCE)
        self._timer.timeout.connect(self.begin)
        self._timer.start()

    def begin(self) -> None:
        """Do it now."""
        self._timer.stop()
        workspace = self._window.workspace
        self._window.runner.aside(lambda progress: look_after(workspace, progress), self._tell, self._fail)

    def _tell(self, found: Upkeep) -> None:
        """What the officer has to know; that all is well is seen in the status bar."""
        if found.damaged:
            messages.warning(words.DAMAGED_FOUND.format(names=", ".join(found.damaged)))
        if found.lacking:
            messages.warning(words.PHOTOS_LACK.format(count=found.lacking))
        if found.trouble is not None:
            messages.trouble(words.SECOND_FAILED.format(reason=trouble_text(found.trouble)))
        self._window.ask_state()

    @staticmethod
    def _fail(error: BaseException) -> None:
        if not isinstance(error, Cancelled):
            troubles.tell(error, words.MAKING)
