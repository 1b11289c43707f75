"""The first run: from an empty laptop to an office that can work, step by step, nothing written before the end."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.backup_proof import is_locked
from app.database import FILE_NAME
from app.office.drafts import OfficeDraft
from app.office.naming import series_of
from app.office.operations import initialise
from app.office.queries import paper_office
from app.paths import sample_folder
from app.photos.queries import photos_missing
from app.progress import Progress
from app.settings import Settings
from app.succession.taking import Taken, take
from app.wording import backups, succession
from app.wording import first_run as words
from app.wording import printing as print_words
from app.workspace import Workspace, open_workspace
from models.vocabulary import Level
from views import icons, messages, style, troubles
from views.message_line import MessageLine
from views.office.steps import OfficeStep, PersonStep, Step, SuperiorStep
from views.office.villages import VillagesStep
from views.page import HELP, LIST_IMPORT, NEW_HOUSEHOLD
from views.password_form import PasswordForm
from views.progress_panel import ProgressPanel
from views.runner import Runner
from views.short_form import opened
from views.trial import print_trial
from views.widgets.buttons import FilledButton
from views.widgets.choice_card import ChoiceCard
from views.widgets.form import quiet_label

_SIZE = (1060, 660)
EXCHANGE = "exchange"


@dataclass(frozen=True)
class Ready:
    """An office that can work: its open folder, and the page its officer wants to see first ("" for the usual)."""

    workspace: Workspace
    page: str = ""


class FirstRun(QWidget):
    """A window of its own. `finished` carries a `Ready`; closing it before leaves nothing behind."""

    finished = Signal(object)

    def __init__(self, folder: Path, runner: Runner | None = None) -> None:
        super().__init__()
        self._folder = folder
        self.runner = runner or Runner()
        self.workspace: Workspace | None = None
        self.setWindowTitle(words.TITLE)
        self.setWindowIcon(icons.icon("house", style.ROOF_TILE))
        self.office, self.person = OfficeStep(), PersonStep()
        self.villages, self.superior = VillagesStep(), SuperiorStep()
        self.start, self.done = QWidget(), QWidget()
        self.pages = QStackedWidget()
        self.rail: dict[str, QLabel] = {}
        self.title = QLabel()
        self.back = QPushButton(words.BACK)
        self.onward = FilledButton(words.NEXT)
        self.line, self.progress = MessageLine(), ProgressPanel(self.runner)
        self._steps: dict[str, QWidget] = {
            "start": self.start,
            "office": self.office,
            "person": self.person,
            "villages": self.villages,
            "superior": self.superior,
            "done": self.done,
        }
        self.done_buttons: list[QPushButton] = []
        self._fill_start()
        self._lay_out()
        self.back.clicked.connect(self._back)
        self.onward.clicked.connect(self._onward)
        self.show_step("start")
        style.open_within_screen(self, *_SIZE)
        messages.write_to(self.line)
        QShortcut(QKeySequence("F1"), self, self._help)

    def _help(self) -> None:
        from views.help_window import show_help  # the guide is loaded when somebody asks

        show_help(self, "first")

    # Looks

    def _fill_start(self) -> None:
        column = QVBoxLayout(self.start)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.px(12))
        welcome = quiet_label(words.WELCOME)
        welcome.setWordWrap(True)
        column.addWidget(welcome)
        offered: tuple[tuple[str, str, Callable[[], object]], ...] = (
            (words.OWN, words.OWN_MORE, lambda: self.show_step("office")),
            (words.RESTORE, words.RESTORE_MORE, self._restore),
            (words.SAMPLE, words.SAMPLE_MORE, self._try_sample),
        )
        self.choices: list[ChoiceCard] = []
        for text, more, slot in offered:
            button = ChoiceCard(0, "", text, more)
            button.clicked.connect(slot)
            column.addWidget(button)
            self.choices.append(button)
        self.start.setFocusProxy(self.choices[0])
        column.addStretch(1)

    def _lay_out(self) -> None:
        rail = QVBoxLayout()
        for name, text in words.STEPS.items():
            self.rail[name] = QLabel(text)
            rail.addWidget(self.rail[name])
        rail.addStretch(1)
        for page in self._steps.values():
            self.pages.addWidget(page)
        buttons = QHBoxLayout()
        buttons.addWidget(self.back)
        buttons.addStretch(1)
        buttons.addWidget(self.onward)
        right = QVBoxLayout()
        right.addWidget(self.title)
        right.addWidget(self.pages, 1)
        right.addLayout(buttons)
        across = QHBoxLayout()
        across.addLayout(rail)
        across.addLayout(right, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(across, 1)
        column.addWidget(self.progress)
        column.addWidget(self.line)
        self._rail, self._right, self._across = rail, right, across
        style.follow_scale(self, self._size)

    def _size(self) -> None:
        self.title.setFont(style.font(style.PAGE_TITLE, strong=True))
        self._rail.setContentsMargins(style.px(20), style.px(28), style.px(20), style.px(16))
        self._rail.setSpacing(style.px(12))
        self._right.setContentsMargins(style.px(16), style.px(20), style.px(32), style.px(16))
        self._right.setSpacing(style.px(12))
        self.back.setMinimumSize(style.px(96), style.px(30))
        for label in self.rail.values():
            label.setMinimumWidth(style.px(160))

    # Going through the steps

    def _path(self) -> list[str]:
        """The steps of this kind of office in their order."""
        commune = self.office.level.value() == Level.COMMUNE
        return [name for name in self._steps if name != "villages" or commune]

    @property
    def step(self) -> str:
        """The name of the step in sight."""
        return next(name for name, page in self._steps.items() if page is self.pages.currentWidget())

    def show_step(self, name: str) -> None:
        """Open a step."""
        page = self._steps[name]
        self.villages.set_machine(self.office.machine_number())
        self.superior.propose(self.office)
        self.pages.setCurrentWidget(page)
        self.title.setText(words.STEPS[name])
        path = self._path()
        for other, label in self.rail.items():
            label.setFont(style.font(strong=other == name))
            label.setVisible(other in path)
        self.back.setVisible(name not in ("start", "done"))
        self.onward.setVisible(name not in ("start", "done"))
        self.onward.setText(words.MAKE if path[path.index(name) :][1:2] == ["done"] else words.NEXT)
        self.onward.setDefault(True)
        self.onward.updateGeometry()
        page.setFocus(Qt.FocusReason.OtherFocusReason)

    def _back(self) -> None:
        path = self._path()
        self.show_step(path[path.index(self.step) - 1])

    def _onward(self) -> None:
        page, path = self.pages.currentWidget(), self._path()
        if isinstance(page, Step) and not page.check():
            return
        following = path[path.index(self.step) + 1]
        if following == "done":
            self._make()
        else:
            self.show_step(following)

    # What each way ends with

    def draft(self) -> OfficeDraft:
        """The office as the steps describe it."""
        office, superior = self.office, self.superior
        province = office.place()
        level = Level(office.level.value())
        return OfficeDraft(
            level=level,
            code=office.code.text().strip(),
            name=_clean(office.name.text()),
            province=province.name if province else "",
            villages=self.villages.names() if level is Level.COMMUNE else (),
            village_heads=self.villages.heads() if level is Level.COMMUNE else {},
            superior_code=superior.code.text().strip() if superior.given() else None,
            superior_name=_clean(superior.name.text()) if superior.given() else None,
            person=_clean(self.person.person.text()),
            position=_clean(self.person.position.text()) or None,
            device_name=_clean(office.device.text()) or None,
            series=series_of(office.machine_number()),
            body=office.body.value(),
        )

    def _make(self) -> None:
        draft, folder, pin = self.draft(), self._folder, self.person.pin.text()
        self._begin()
        self.runner.run(lambda _: _made_with_pin(folder, draft, pin), self._made, words.MAKING, self._failed)

    def _restore(self) -> None:
        file = messages.choose_open_file(words.CHOOSE_BACKUP, "backup")
        if file is None:
            return
        if is_locked(file):
            opened(PasswordForm(self, backups.OPEN_TITLE, backups.OPEN, partial(self._bring, file), twice=False))
        else:
            self._bring(file, None)

    def _bring(self, file: Path, password: str | None) -> None:
        folder = self._folder
        self._begin()
        self.runner.run(
            lambda progress: take(folder, file, password, progress=progress),
            self._restored,
            words.RESTORING,
            self._failed,
        )

    def _try_sample(self) -> None:
        folder = sample_folder(self._folder)
        self._begin()
        self.runner.run(
            lambda progress: _open_sample(folder, progress), self._finish, words.PREPARING_SAMPLE, self._failed
        )

    def _begin(self) -> None:
        for widget in (self.pages, self.back, self.onward):
            widget.setEnabled(False)

    def _end(self) -> None:
        for widget in (self.pages, self.back, self.onward):
            widget.setEnabled(True)

    def _failed(self, error: BaseException) -> None:
        self._end()
        troubles.tell(error, words.MAKING)

    def _made(self, made: tuple[Workspace, str]) -> None:
        workspace, code = made
        further = self.office.machine_number() > 1
        lines = [words.DONE.format(office=self.office.name.text().strip()), words.DATA_AT.format(folder=self._folder)]
        lines += [words.PIN_CODE.format(code=code)] if code else []
        self._show_done(workspace, [*lines, *([words.SECOND_MACHINE] if further else [])], receive_first=further)

    def _restored(self, taken: Taken) -> None:
        workspace = taken.workspace
        lines = [words.RESTORED.format(office=workspace_name(workspace))]
        if taken.to:
            told = succession.taken_lines(taken.giver, taken.to, taken.day, taken.letter, taken.different)
            lines = [*told[:1], *told[2:]]
        lines.append(words.RESTORED_SERIES.format(letter=taken.letter))
        with workspace.read() as session:
            missing = photos_missing(session, workspace.folder)
        self._show_done(workspace, [*lines, *([words.RESTORED_LACKS.format(count=missing)] if missing else [])])

    def _show_done(self, workspace: Workspace, lines: list[str], *, receive_first: bool = False) -> None:
        self._end()
        self.workspace = workspace
        column = QVBoxLayout(self.done)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.px(12))
        for line in lines:
            label = QLabel(line)
            label.setWordWrap(True)
            column.addWidget(label)
        buttons = QHBoxLayout()
        commune = workspace.author.level is Level.COMMUNE
        first = (words.IMPORT_LIST, LIST_IMPORT) if commune and not receive_first else (words.RECEIVE, EXCHANGE)
        offered = [first, *([(words.ADD_HOUSEHOLD, NEW_HOUSEHOLD)] if commune and not receive_first else [])]
        offered.append((words.GUIDE, HELP))
        filled = FilledButton(words.OPEN, "")
        filled.clicked.connect(lambda: self._finish(workspace))
        buttons.addWidget(filled)
        for text, page in offered:
            button = QPushButton(text)
            button.clicked.connect(partial(self._finish, workspace, page))
            style.follow_scale(button, partial(_as_high, button))
            buttons.addWidget(button)
            self.done_buttons.append(button)
        buttons.addStretch(1)
        column.addLayout(buttons)
        trial = QPushButton(print_words.TRIAL)
        trial.setToolTip(print_words.TRIAL_HELP)
        trial.clicked.connect(lambda: print_trial(self, self.runner, Settings(workspace.folder)))
        style.follow_scale(trial, partial(_as_high, trial))
        column.addWidget(trial, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self.done_buttons.append(filled)
        self.show_step("done")
        filled.setFocus(Qt.FocusReason.OtherFocusReason)

    def _finish(self, workspace: Workspace, page: str = "") -> None:
        self._end()
        self.workspace = None  # it is the window's from now on
        self.finished.emit(Ready(workspace, page))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in a plain field goes on, as in any form."""
        plain = type(self.focusWidget()) is QLineEdit and not isinstance(self.focusWidget().parent(), QComboBox)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain and self.onward.isVisible():
            self.onward.click()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        messages.write_to(None)
        self.runner.close()
        if self.workspace is not None:
            self.workspace.close()
        event.accept()


def _made_with_pin(folder: Path, draft: OfficeDraft, pin: str) -> tuple[Workspace, str]:
    """The office on this laptop, and the recovery code of its first user's PIN, if he wants one."""
    workspace = initialise(folder, draft)[0]
    if not pin:
        return workspace, ""
    from app.office.pins import set_pin  # Argon2 is loaded where somebody wants a PIN

    return workspace, set_pin(workspace, pin)


def _open_sample(folder: Path, progress: Progress) -> Workspace:
    """The sample office: made the first time, in a folder that gets its name only when it is whole."""
    if not (folder / FILE_NAME).exists():
        from app.demo.story import prepare_sample

        part = folder.with_name(folder.name + ".part")
        shutil.rmtree(part, ignore_errors=True)
        try:
            prepare_sample(part, progress)
            shutil.rmtree(folder, ignore_errors=True)
            part.rename(folder)
        finally:
            shutil.rmtree(part, ignore_errors=True)
    return open_workspace(folder)


def workspace_name(workspace: Workspace) -> str:
    """What the office of a folder is called."""
    with workspace.read() as session:
        found = paper_office(session, workspace.author.office)
    return found.name if found else workspace.author.office


def _clean(text: str) -> str:
    return " ".join(text.split())


def _as_high(button: QPushButton) -> None:
    button.setMinimumHeight(style.px(30))
