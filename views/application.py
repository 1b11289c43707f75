"""Starts the window: Qt dressed, the last net for errors, the first run or the office's window."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QTranslator
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from app.database import FILE_NAME
from app.logs import start_logging
from app.paths import data_folder, resource, sample_folder
from app.problems import Told
from app.wording import frame
from app.workspace import Workspace, open_workspace
from views import style, troubles
from views.collecting import Collector
from views.office_window import OfficeWindow
from views.pages import first_run

TRANSLATION = resource("qt", "qtbase_vi.qm")


def main(arguments: Sequence[str] = ()) -> int:
    """Open the window of the user's data folder; returns when it is closed."""
    folder = data_folder(None)
    application = make_application(arguments, start_logging(folder))
    Collector(application)
    program = Program(folder)
    return application.exec() if program.start() else 1


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
        except Told:
            workspace.close()
            raise
        if self.first is not None:
            QGuiApplication.setQuitOnLastWindowClosed(False)
            self.first.close()
            self.first = None
        self.window = OfficeWindow(workspace)
        self.window.band.setVisible(workspace.folder == sample_folder(self._folder))
        self.window.show()
        QGuiApplication.setQuitOnLastWindowClosed(True)
        if page:
            self.window.go(page)


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
