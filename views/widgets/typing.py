"""Typing under an input method: nothing half-composed is lost when a form is saved."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit


def finish_typing() -> None:
    """Before saving: take over what the input method is still composing, and let the field read itself."""
    QGuiApplication.inputMethod().commit()
    focused = QApplication.focusWidget()
    if isinstance(focused, QLineEdit):
        focused.editingFinished.emit()
