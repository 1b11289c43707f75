"""The only module that opens a message box or a file dialog, and the door to the window's message line.

Everything goes through one `Presenter`, so that a test can record what was said and answer what was asked.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QWidget

from app.wording import frame

Icon = QMessageBox.Icon


class Line(Protocol):
    """The message line at the bottom of the window."""

    def show_success(self, text: str, undo: Callable[[], None] | None) -> None:
        """Show for six seconds, with "Hoàn tác" when `undo` is given."""

    def show_warning(self, text: str) -> None:
        """Show what was done and what is doubtful about it until the officer closes it."""

    def show_trouble(self, text: str) -> None:
        """Show until the officer closes it."""


class Presenter(Protocol):
    """Whatever puts boxes and file dialogs before a person."""

    def box(self, icon: Icon, text: str, more: str, buttons: Sequence[str], default: int) -> int:
        """Show a box and return the position of the button that was pressed (the last one for Esc)."""

    def open_files(self, title: str, kind: str, start: Path | None, *, many: bool) -> list[Path]:
        """Existing files that the officer chose; none when he thought better of it."""

    def save_file(self, title: str, kind: str, suggested: Path) -> Path | None:
        """Where to write; the officer has already agreed to replace a file of that name."""

    def folder(self, title: str, start: Path | None) -> Path | None:
        """A folder."""


class _Window:
    """The presenter of the real program: Qt's own boxes and the system's file dialogs."""

    def box(self, icon: Icon, text: str, more: str, buttons: Sequence[str], default: int) -> int:
        box = QMessageBox(icon, frame.PROGRAM, text, QMessageBox.StandardButton.NoButton, _parent())
        box.setInformativeText(more)
        roles = [QMessageBox.ButtonRole.AcceptRole] * (len(buttons) - 1) + [QMessageBox.ButtonRole.RejectRole]
        made = [box.addButton(name, role) for name, role in zip(buttons, roles, strict=True)]
        box.setDefaultButton(made[default])
        box.setEscapeButton(made[-1])
        box.exec()
        pressed = box.clickedButton()
        return next((place for place, button in enumerate(made) if button is pressed), len(made) - 1)

    def open_files(self, title: str, kind: str, start: Path | None, *, many: bool) -> list[Path]:
        ask_for = QFileDialog.getOpenFileNames if many else QFileDialog.getOpenFileName
        chosen, _ = ask_for(_parent(), title, str(start or Path.home()), _filters(kind))
        names = chosen if isinstance(chosen, list) else [chosen]
        return [Path(name) for name in names if name]

    def save_file(self, title: str, kind: str, suggested: Path) -> Path | None:
        dialog = QFileDialog(_parent(), title, str(suggested.parent), frame.FILE_KINDS[kind])
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        # Without a default suffix Qt would ask about "danh-sach" and write over "danh-sach.xlsx" unasked.
        dialog.setDefaultSuffix(suggested.suffix.removeprefix("."))
        dialog.selectFile(suggested.name)
        return Path(dialog.selectedFiles()[0]) if dialog.exec() else None

    def folder(self, title: str, start: Path | None) -> Path | None:
        name = QFileDialog.getExistingDirectory(_parent(), title, str(start or Path.home()))
        return Path(name) if name else None


class _State:
    presenter: Presenter = _Window()
    line: Line | None = None


def present_with(presenter: Presenter) -> Presenter:
    """Use another presenter from now on; returns the one in use until now."""
    before, _State.presenter = _State.presenter, presenter
    return before


def write_to(line: Line | None) -> None:
    """The window offers its message line (None: it is gone)."""
    _State.line = line


def success(text: str, undo: Callable[[], None] | None = None) -> None:
    """What was done, in the line at the bottom; called only where it really succeeded."""
    if _State.line is not None:
        _State.line.show_success(text, undo)


def warning(text: str) -> None:
    """What was done and what is doubtful about it; stays in the line until read."""
    if _State.line is not None:
        _State.line.show_warning(text)


def trouble(text: str) -> None:
    """What went wrong; stays in the line until read. Before there is a window it is a box."""
    if _State.line is not None:
        _State.line.show_trouble(text)
    else:
        warn(text)


def tell(text: str, more: str = "") -> None:
    """A box with something to know."""
    _State.presenter.box(Icon.Information, text, more, [frame.OK], 0)


def warn(text: str, more: str = "") -> None:
    """A box with something that went wrong."""
    _State.presenter.box(Icon.Warning, text, more, [frame.OK], 0)


def ask(text: str, yes: str = frame.YES, no: str = frame.NO, *, more: str = "", yes_first: bool = True) -> bool:
    """A question with two answers in words; Esc is `no`. `yes_first=False` makes Enter the careful answer."""
    return _State.presenter.box(Icon.Question, text, more, [yes, no], 0 if yes_first else 1) == 0


def choose(text: str, answers: Sequence[str], *, more: str = "") -> int | None:
    """A question with several answers and "Thôi"; None for that."""
    pressed = _State.presenter.box(Icon.Question, text, more, [*answers, frame.NO], 0)
    return pressed if pressed < len(answers) else None


def choose_open_file(title: str, kind: str, start: Path | None = None) -> Path | None:
    """One existing file of `kind` (a key of `frame.FILE_KINDS`)."""
    return next(iter(_State.presenter.open_files(title, kind, start, many=False)), None)


def choose_open_files(title: str, kind: str, start: Path | None = None) -> list[Path]:
    """Existing files of `kind`."""
    return _State.presenter.open_files(title, kind, start, many=True)


def choose_save_file(title: str, kind: str, suggested: Path) -> Path | None:
    """Where to write a file of `kind`; the ending of `suggested` is added when none was typed."""
    return _State.presenter.save_file(title, kind, suggested)


def choose_folder(title: str, start: Path | None = None) -> Path | None:
    """A folder that the officer chose; None when he thought better of it."""
    return _State.presenter.folder(title, start)


def _parent() -> QWidget | None:
    return QApplication.activeWindow()


def _filters(kind: str) -> str:
    return f"{frame.FILE_KINDS[kind]};;{frame.FILE_KINDS['any']}"
