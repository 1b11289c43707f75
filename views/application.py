"""Starts Qt for the program: style, palette, type, Vietnamese for Qt's own buttons, and the last net for errors."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QTranslator
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from app.paths import resource
from app.wording import frame
from views import style, troubles

TRANSLATION = resource("qt", "qtbase_vi.qm")


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
