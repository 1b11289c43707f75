"""Starts the window: Qt dressed, the last net for errors, the first run or the office's window."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, QTranslator
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from app.backup_care import leave
from app.database import FILE_NAME
from app.devices import settle_copy
from app.documents.sample_mark import mark_papers
from app.local import is_sample
from app.logs import start_logging
from app.paths import data_folder, resource, sample_folder
from app.problems import Told
from app.restoring import finish
from app.wording import backups, frame
from app.wording.exchange import COPIED_FOLDER
from app.workspace import Workspace, open_workspace
from views import messages, style, troubles
from views.collecting import Collector
from views.office_window import OfficeWindow
from views.pages import first_run
from views.upkeep import BackupUpkeep

TRANSLATION = resource("qt", "qtbase_vi.qm")


def main(arguments: Sequence[str] = ()) -> int:
    """Open the window of the user's data folder; returns when it is closed."""
    folder = data_folder(None)
    application = make_application(arguments, start_logging(folder))
    Collector(application)
    program = Program(folder)
    if not program.start():
        return 1
    status = application.exec()
    program.leave()
    return status


class Program:
    """What is open: the first run on an empty folder, then the window of its office."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.first: QWidget | None = None
        self.window: OfficeWindow | None = None

    def start(self) -> bool:
        """Show the first run or the window; false when the folder cannot be opened, which was said."""
        if (self._folder / FILE_NAME).exists():
            return self._open()
        first = first_run(self._folder, self.show_office)
        first.show()
        self.first = first
        return True

    def _open(self) -> bool:
        try:
            self.show_office(open_workspace(self._folder))
        except Told as error:
            troubles.tell(error)
            return False
        return True

    def show_office(self, workspace: Workspace, page: str = "") -> None:
        """Open the window over a folder, on a page. Raises `Trouble` when the folder has a window already."""
        try:
            workspace.hold_window()
            letter = settle_copy(workspace)
        except Told:
            workspace.close()
            raise
        if self.first is not None:
            QGuiApplication.setQuitOnLastWindowClosed(False)
            self.first.close()
            self.first = None
        self.window = window = OfficeWindow(workspace)
        window.restored.connect(lambda: QTimer.singleShot(0, self._open_restored))
        self.upkeep = BackupUpkeep(window)
        with workspace.engine.connect() as connection:
            sample = is_sample(connection) or workspace.folder == sample_folder(self._folder)
        window.band.setVisible(sample)
        mark_papers(sample)
        self.window.show()
        QGuiApplication.setQuitOnLastWindowClosed(True)
        if page:
            self.window.go(page)
        if letter is not None:
            messages.trouble(COPIED_FOLDER.format(letter=letter))

    def _open_restored(self) -> None:
        """A backup was brought: close the window, let it take the database's place, open the window again."""
        window = self.window
        if window is None:
            return
        folder = window.workspace.folder
        QGuiApplication.setQuitOnLastWindowClosed(False)
        try:
            if window.close():
                workspace, letter = finish(folder)
                self.show_office(workspace)
                messages.success(backups.RESTORED.format(letter=letter))
        except Told as error:
            troubles.tell(error)
            self.show_office(open_workspace(folder))
        finally:
            QGuiApplication.setQuitOnLastWindowClosed(True)

    def leave(self) -> None:
        """The window is closed: what was recorded since the last backup is backed up, and nobody is asked."""
        if self.window is None:
            return
        try:
            leave(self.window.workspace.folder)
        except Told as error:
            messages.write_to(None)
            reason = troubles.report(error).text
            messages.warn(backups.LEAVING_FAILED.format(reason=reason))


def make_application(arguments: Sequence[str] = (), log_file: Path | None = None) -> QApplication:
    """The one QApplication, dressed; an error that nobody caught becomes a message that names `log_file`."""
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    application = QApplication([*(sys.argv[:1] or ["mai-am"]), *arguments])
    application.setApplicationName("MaiAm")
    application.setApplicationDisplayName(frame.PROGRAM)
    dress(application)
    troubles.catch_everything(log_file)
    return application


def dress(application: QApplication) -> None:
    """Fusion in the program's own light colours; with high contrast asked for, the system's palette stays."""
    application.setStyle("Fusion")
    if not style.high_contrast():
        application.styleHints().setColorScheme(Qt.ColorScheme.Light)
        application.setPalette(style.light_palette())
    style.follow_scale(application, lambda: application.setFont(style.font()))
    _speak_vietnamese(application)


def _speak_vietnamese(application: QApplication) -> None:
    """Qt has no Vietnamese of its own: the buttons of its boxes and file dialogs come from our translation."""
    translator = QTranslator(application)
    if translator.load(str(TRANSLATION)):
        application.installTranslator(translator)
