"""Where Tab goes in a window: to every field, list and button in turn.

Qt itself jumps to the focus proxy of a page or panel as soon as it meets that, and so past all that stands before the
proxy within it: forwards, search and buttons above a list would never be reached.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def tab_on(window: QWidget, onward: bool) -> bool:
    """Give the focus to the next widget of a window that takes it by Tab, or the one before; false where none does."""
    focused: QWidget | None = window.focusWidget()
    begin = window if focused is None else focused
    reason = Qt.FocusReason.TabFocusReason if onward else Qt.FocusReason.BacktabFocusReason
    one = _next(begin, onward)
    while one is not None and one is not begin:
        if _takes_tab(one, window):
            one.setFocus(reason)
            return True
        one = _next(one, onward)
    return False


def _next(widget: QWidget, onward: bool) -> QWidget | None:
    return widget.nextInFocusChain() if onward else widget.previousInFocusChain()


def _takes_tab(widget: QWidget, window: QWidget) -> bool:
    by_tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None
    return bool(by_tab) and widget.isEnabled() and widget.window() is window and widget.isVisibleTo(window)
