"""What tests of the window share: a dressed application, and a recorder instead of boxes that would block.

A folder of tests takes these fixtures by importing them into its conftest.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from views import messages as window_messages
from views import style
from views.application import dress
from views.runner import Runner


@dataclass
class Recorder:
    """Writes down all that would be shown; answers questions with what the test prepared, in order."""

    shown: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    buttons: list[Sequence[str]] = field(default_factory=list)
    successes: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    troubles: list[str] = field(default_factory=list)
    undo: Callable[[], None] | None = None
    answers: list[str] = field(default_factory=list)
    files: list[list[Path]] = field(default_factory=list)

    def answer(self, *buttons: str) -> None:
        """The buttons to press in the boxes that come."""
        self.answers.extend(buttons)

    def give_files(self, *files: Path) -> None:
        """What the next file dialog brings; nothing is "Thôi"."""
        self.files.append(list(files))

    def box(self, icon: window_messages.Icon, text: str, more: str, buttons: Sequence[str], default: int) -> int:
        if len(buttons) == 1:
            self.shown.append(text)
            return 0
        self.asked.append(text)
        self.buttons.append(buttons)
        return list(buttons).index(self.answers.pop(0))

    def open_files(self, title: str, kind: str, start: Path | None, *, many: bool) -> list[Path]:
        self.asked.append(title)
        return self.files.pop(0)

    def save_file(self, title: str, kind: str, suggested: Path) -> Path | None:
        self.asked.append(title)
        return next(iter(self.files.pop(0)), None)

    def folder(self, title: str, start: Path | None) -> Path | None:
        self.asked.append(title)
        return next(iter(self.files.pop(0)), None)

    def show_success(self, text: str, undo: Callable[[], None] | None) -> None:
        self.successes.append(text)
        self.undo = undo

    def show_warning(self, text: str) -> None:
        self.successes.append(text)
        self.warnings.append(text)

    def show_trouble(self, text: str) -> None:
        self.troubles.append(text)


@pytest.fixture(scope="session")
def qapp_cls() -> type[QApplication]:
    return QApplication


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> Iterator[QApplication]:
    """Every test of the window runs in the program's own look, at 100 %."""
    if qapp.font().families() != list(style.FAMILIES):
        dress(qapp)
    yield qapp
    style.scale.set_percent(100)


@pytest.fixture
def messages() -> Iterator[Recorder]:
    """Records every notice and question; no box ever opens."""
    recorder = Recorder()
    before = window_messages.present_with(recorder)
    window_messages.write_to(recorder)
    yield recorder
    window_messages.write_to(None)
    window_messages.present_with(before)


@pytest.fixture
def runner(qapp: QApplication) -> Iterator[Runner]:
    """A runner that is closed at the end."""
    made = Runner()
    yield made
    made.close()


def settled(qtbot: QtBot, runner: Runner, also: Callable[[], bool] = lambda: True) -> None:
    """Wait until nothing is under way any more."""
    qtbot.waitUntil(lambda: not runner.busy and also(), timeout=10_000)
