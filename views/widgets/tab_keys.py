"""Ctrl+Tab and Ctrl+Shift+Tab go round the tabs of a page, there and back."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QTabBar, QWidget


def add_tab_keys(page: QWidget, tabs: QTabBar) -> None:
    """The two keys, heard wherever the focus stands on the page."""
    for key, step in (("Ctrl+Tab", 1), ("Ctrl+Shift+Tab", -1)):
        shortcut = QShortcut(QKeySequence(key), page, partial(_go_on, tabs, step))
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)


def _go_on(tabs: QTabBar, step: int) -> None:
    shown = [place for place in range(tabs.count()) if tabs.isTabVisible(place)]
    if shown:
        at = shown.index(tabs.currentIndex()) if tabs.currentIndex() in shown else 0
        tabs.setCurrentIndex(shown[(at + step) % len(shown)])
