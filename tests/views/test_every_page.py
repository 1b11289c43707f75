"""Claims about every page and tab of the window: it fits a small screen, and the keyboard reaches all of it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QButtonGroup,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.workspace import Workspace
from tests.make import make_household
from tests.window import settled
from views.memory import ShortMemory
from views.office_window import OfficeWindow
from views.page import DOSSIER, Page
from views.tabbing import tab_on
from views.widgets.typed_grid import TypedGrid

#: The screen of 1366 x 768 at 150 %, without the folded bar and a scroll bar beside the page.
WIDTH = 911 - 44 - 16


@pytest.fixture
def window(qtbot: QtBot, commune: Workspace) -> Iterator[OfficeWindow]:
    made = OfficeWindow(commune, memory=ShortMemory())
    qtbot.addWidget(made)
    made.show()
    settled(qtbot, made.runner)
    yield made
    made.close()


def _places(window: OfficeWindow, household: str) -> Iterator[tuple[str, Page]]:
    """Every page, at every one of its tabs."""
    for name in window.entries:
        window.go(name, household if name == DOSSIER else None)
        page = window.page(name)
        bar = next((one for one in page.findChildren(QTabBar) if one.isVisible()), None)
        for tab in range(bar.count() if bar else 1):
            if bar is not None:
                bar.setCurrentIndex(tab)
            yield f"{name}, {bar.tabText(tab) if bar else ''}", page


def _trapping(widget: QWidget) -> bool:
    """Whether Tab would never leave a widget; a `TypedGrid` is left from its last line."""
    if isinstance(widget, QTextEdit | QPlainTextEdit):
        return not widget.tabChangesFocus() and not widget.isReadOnly()
    return isinstance(widget, QAbstractItemView) and widget.tabKeyNavigation() and not isinstance(widget, TypedGrid)


def _reached(button: QAbstractButton) -> bool:
    """By Tab; of buttons that exclude each other by the arrows; what stands in a line to type in by that line's key."""
    group: QButtonGroup | None = button.group()
    siblings = [] if group is None or not group.exclusive() else group.buttons()
    beside = any(one.focusPolicy() & Qt.FocusPolicy.TabFocus for one in (button, *siblings))
    return beside or isinstance(button.parent(), QLineEdit | QTabBar | QAbstractItemView)


def test_every_page_fits_a_small_screen_and_is_worked_by_keyboard(
    qtbot: QtBot, window: OfficeWindow, commune: Workspace
) -> None:
    household = make_household(commune)
    wrong = []
    for place, page in _places(window, household):
        if page.minimumSizeHint().width() > WIDTH:
            wrong.append(f"{place}: {page.minimumSizeHint().width()} wide")
        for one in page.findChildren(QWidget):
            if not one.isVisible() or not one.isEnabled():
                continue
            if _trapping(one):
                wrong.append(f"{place}: Tab never leaves {type(one).__name__}")
            if isinstance(one, QAbstractButton) and not _reached(one):
                wrong.append(f"{place}: no key reaches {one.text() or one.accessibleName()}")
    assert wrong == []


def _takes_tab(one: QWidget) -> bool:
    """Of buttons that exclude each other only the pressed one takes Tab; the arrows go to the others."""
    group: QButtonGroup | None = one.group() if isinstance(one, QAbstractButton) else None
    by_arrow = group is not None and group.exclusive() and group.checkedButton() is not one
    by_tab = bool(one.focusPolicy() & Qt.FocusPolicy.TabFocus) and one.focusProxy() is None
    return one.isVisible() and one.isEnabled() and by_tab and not by_arrow


@pytest.mark.parametrize("name", ["phone_book", "funding", "households"])
def test_tab_goes_through_all_of_a_page_and_back(qtbot: QtBot, window: OfficeWindow, name: str) -> None:
    window.go(name)
    settled(qtbot, window.runner)
    page = window.page(name)
    wanted = {one for one in page.findChildren(QWidget) if _takes_tab(one)}
    assert len(wanted) > 3
    for onward in (True, False):
        page.setFocus()
        reached = set()
        for _ in range(80):
            assert tab_on(window, onward)
            reached.add(window.focusWidget())
        missed = [(type(one).__name__, one.accessibleName()) for one in wanted - reached]
        assert missed == []
