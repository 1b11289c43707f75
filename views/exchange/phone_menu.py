"""The summary for a telephone, from the page of packages: as a narrow PDF page, or as text for Zalo."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication, QMenu

from app.reports.phone_summary import PhoneSummary, phone_summary, write_phone_summary
from app.wording import phone_summary as words
from views import messages
from views.page import WorkFrame
from views.widgets.buttons import MenuButton


class PhoneMenu(MenuButton):
    """Stands at the right end of the tabs."""

    def __init__(self, frame: WorkFrame) -> None:
        super().__init__(words.MENU)
        self._frame = frame
        self.offered = QMenu(words.MENU, self)
        self.offered.addAction(words.SAVE, self.save)
        self.offered.addAction(words.COPY, self.copy)
        self.menu_below = lambda: self.offered

    def save(self) -> None:
        """Ask where, write the page."""
        before = self._frame.memory.get("packages.folder")
        path = messages.choose_save_file(words.SAVE_TITLE, "pdf", Path(before or Path.home()) / words.FILE)
        if path is None:
            return
        workspace = self._frame.workspace

        def told(_: object) -> None:
            messages.success(words.SAVED.format(file=path.name))

        self._frame.runner.run(lambda _: write_phone_summary(phone_summary(workspace), path), told, words.MENU)

    def copy(self) -> None:
        """Put the message on the clipboard."""
        self._frame.runner.run(lambda _: phone_summary(self._frame.workspace), _copied, words.MENU)


def _copied(summary: PhoneSummary) -> None:
    QApplication.clipboard().setText(summary.message)
    messages.success(words.COPIED)
