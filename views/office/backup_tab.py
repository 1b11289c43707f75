"""The tab "Sao lưu" of "Thiết lập": every backup with what was proved of it, the second place, restoring."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QVBoxLayout

from app.backup import before_risk, check_backup, write_now
from app.backup_care import (
    BackupLine,
    Care,
    back_up_to,
    backup_lines,
    care_of,
    carry_outside,
    choose_place,
    office_place,
    on_other_drive,
)
from app.backup_proof import Seal, is_locked
from app.documents.words import moment_text
from app.parsing import today
from app.pictures import PictureCount
from app.progress import Progress
from app.restoring import prepare
from app.wording import backups as words
from app.wording import frame as frame_words
from app.workspace import Workspace
from views import messages, style
from views.page import Page, TakesRestored, WorkFrame
from views.paged_table import Align, Column
from views.password_form import PasswordForm
from views.row_source import RowSource
from views.rows_list import RowsList
from views.short_form import opened
from views.status_line import when_text
from views.widgets.buttons import FilledButton
from views.widgets.empty_state import EmptyState
from views.widgets.form import quiet_label


def _state(line: BackupLine) -> str:
    if line.seal is None:
        return words.NOT_PROVED
    return words.LOCKED_PROVED if line.seal.locked else words.PROVED


def _where(workspace: Workspace, line: BackupLine) -> str:
    if line.outside:
        return words.OUTSIDE
    return words.HERE if workspace.folder in line.file.parents else words.SECOND


def _columns(workspace: Workspace) -> tuple[Column[BackupLine], ...]:
    return (
        Column("at", words.AT, lambda row: moment_text(row.at), 130, Align.CENTRE),
        Column("where", words.WHERE, partial(_where, workspace), 160),
        Column("state", words.STATE, _state, 210),
        Column("pictures", words.PICTURES, lambda row: str(row.seal.here) if row.seal else "", 60, Align.RIGHT),
        Column("size", words.SIZE, lambda row: _size(row.file), 90, Align.RIGHT),
        Column("file", words.FILE, lambda row: row.file.name, 260, stretch=True, tip=lambda row: str(row.file)),
    )


def _size(file: Path) -> str:
    return words.MEGABYTES.format(count=max(1, round(file.stat().st_size / 1e6))) if file.exists() else ""


class BackupTab(Page):
    """Reads the list when it is looked at; all its work is done beside the window."""

    def __init__(self, frame: WorkFrame) -> None:
        super().__init__()
        self.frame, self.workspace = frame, frame.workspace
        self.care = Care()
        self.how, self.place = quiet_label(words.HOW), QLabel()
        self.now = FilledButton(words.NOW, "backup")
        self.check = QPushButton(words.CHECK)
        self.restore = QPushButton(words.RESTORE)
        self.second = QPushButton(words.CHOOSE)
        self.more = QPushButton("…")
        self.list = RowsList[BackupLine](
            frame,
            RowSource(
                lambda: backup_lines(self.workspace),
                lambda row: str(row.file),
                (),
                words=lambda row: f"{row.file.name} {moment_text(row.at)}",
            ),
            _columns(self.workspace),
            "backups",
            words.LIST,
            words.UNIT,
            EmptyState(words.EMPTY, drawing="backup"),
        )
        self._lay_out()
        self._wire()
        self.setFocusProxy(self.list)
        self.load()

    def _lay_out(self) -> None:
        for label in (self.how, self.place):
            label.setWordWrap(True)
        buttons = QHBoxLayout()
        for button in (self.now, self.check, self.restore, self.second, self.more):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        for part in (self.how, self.place):
            column.addWidget(part)
        column.addLayout(buttons)
        column.addWidget(self.list, 1)
        self._rows = column
        style.follow_scale(self, self._fit)

    def _fit(self) -> None:
        self._rows.setContentsMargins(0, style.px(8), 0, 0)
        self._rows.setSpacing(style.px(8))
        for button in (self.check, self.restore, self.second, self.more):
            button.setMinimumHeight(style.px(30))
        self.more.setFixedWidth(style.px(36))

    def _wire(self) -> None:
        self.now.clicked.connect(lambda _=False: self.back_up())
        self.check.clicked.connect(lambda _=False: self._check())
        self.restore.clicked.connect(lambda _=False: self._restore_chosen())
        self.second.clicked.connect(lambda _=False: self._choose())
        menu = QMenu(self)
        menu.addAction(words.TO_FILE).triggered.connect(lambda _=False: self._to_file())
        menu.addAction(words.OTHER_FILE).triggered.connect(lambda _=False: self._restore_other())
        menu.addAction(words.PASSWORD).triggered.connect(lambda _=False: self._ask_password())
        self.drop_place = menu.addAction(words.NO_PLACE_ANY_MORE)
        self.drop_place.triggered.connect(lambda _=False: self._take_place(None))
        self.more.setMenu(menu)
        self.more.setAccessibleName(words.OTHER_FILE)

    # What is shown

    def load(self) -> None:
        """Read the backups and the second place anew."""
        engine = self.workspace.engine
        self.frame.runner.read(lambda: care_of(engine), self._show)
        self.list.load()

    def _show(self, care: Care) -> None:
        self.care = care
        self.drop_place.setEnabled(care.place is not None)
        said = [_of_place(self.workspace, care)]
        if care.place is not None:
            said.append(words.WITH_PASSWORD if care.password else words.WITHOUT_PASSWORD)
        at = care.outside.astimezone() if care.outside else None
        said.append(words.LAST_OUTSIDE.format(when=when_text(at)))
        self.place.setText(" ".join(said))

    def forget(self, changes: object) -> None:
        """Records say nothing of backups."""
        if changes is None:
            self.load()

    def programme_changed(self) -> None:
        """Nothing here belongs to a programme."""

    # What the buttons do

    def back_up(self) -> None:
        """A proved backup now, here and in the second place."""
        workspace = self.workspace

        def make(progress: Progress) -> bool:
            write_now(workspace.engine, workspace.folder, progress)
            return carry_outside(workspace, progress)

        self._work(make, lambda both: messages.success(words.MADE_BOTH if both else words.MADE), words.MAKING)

    def _work(self, job: Callable[[Progress], object], told: Callable[[object], object], title: str) -> None:
        def done(result: object) -> None:
            told(result)
            self.load()
            self.frame.runner.changed.emit(None)

        self.frame.runner.run(job, done, title)

    def _to_file(self) -> None:
        suggested = Path.home() / f"mai-am-{self.workspace.author.office}-{today():%Y%m%d}.db"
        file = messages.choose_save_file(frame_words.SAVE_AS, "backup", suggested)
        if file is not None:
            workspace = self.workspace
            self._work(
                lambda progress: back_up_to(workspace, file, None, progress), partial(_tell_written, file), words.MAKING
            )

    def _chosen(self) -> Path | None:
        line = self.list.current()
        if line is None:
            messages.trouble(words.CHOOSE_ONE)
        return line.file if line is not None else None

    def _check(self) -> None:
        file = self._chosen()
        if file is not None:
            password = self.care.password if is_locked(file) else None
            self._work(lambda _: check_backup(file, password), partial(_tell_checked, file.name), words.CHECKING)

    def _choose(self) -> None:
        place = messages.choose_folder(words.CHOOSE_TITLE, self.care.place)
        if place is not None:
            self._take_place(place)

    def _take_place(self, place: Path | None) -> None:
        workspace, password = self.workspace, self.care.password
        told = words.PLACE_KEPT.format(place=place) if place else words.PLACE_DROPPED

        def take(progress: Progress) -> None:
            choose_place(workspace, place, password)
            carry_outside(workspace, progress)

        self._work(take, lambda _: messages.success(told), words.MAKING)

    def _ask_password(self) -> None:
        opened(PasswordForm(self, words.PASSWORD_TITLE, words.PASSWORD_SAVE, self._take_password, twice=True))

    def _take_password(self, password: str) -> None:
        workspace, place = self.workspace, self.care.place
        self._work(
            lambda _: choose_place(workspace, place, password),
            lambda _: messages.success(words.TAKEN),
            words.MAKING,
        )

    # Restoring

    def _restore_chosen(self) -> None:
        file = self._chosen()
        if file is not None:
            self._ask_restore(file)

    def _restore_other(self) -> None:
        file = messages.choose_open_file(words.CHOOSE_FILE, "backup")
        if file is not None:
            self._ask_restore(file)

    def _ask_restore(self, file: Path) -> None:
        question = words.RESTORE_QUESTION.format(name=file.name)
        if not messages.ask(question, words.RESTORE_YES, words.RESTORE_NO, yes_first=False):
            return
        if is_locked(file):
            self._open_locked(file)
        else:
            self._bring(file, None)

    def _open_locked(self, file: Path) -> None:
        opened(PasswordForm(self, words.OPEN_TITLE, words.OPEN, partial(self._bring, file), twice=False))

    def _bring(self, file: Path, password: str | None) -> None:
        """The long part beside the window; the window then closes, and opens again over what was restored."""
        workspace, frame = self.workspace, self.frame

        def bring(progress: Progress) -> None:
            before_risk(workspace.engine, workspace.folder, progress)
            prepare(workspace.folder, file, password, progress)

        def brought(_: object) -> None:
            if isinstance(frame, TakesRestored):
                frame.take_restored()

        frame.runner.run(bring, brought, words.RESTORING)


def _of_place(workspace: Workspace, care: Care) -> str:
    if care.place is None:
        return words.NO_PLACE
    if not care.place.is_dir():
        return words.PLACE_AWAY.format(place=care.place)
    other = on_other_drive(workspace.folder, office_place(workspace.author.office, care.place))
    return (words.PLACE_OTHER if other else words.PLACE_SAME).format(place=care.place)


def _tell_written(file: Path, made: object) -> None:
    if isinstance(made, Seal):
        messages.success(words.backed_up_text(file, made.here, made.missing + made.damaged))


def _tell_checked(name: str, found: object) -> None:
    if isinstance(found, PictureCount) and found.missing + found.damaged:
        messages.warning(words.FILE_LACKS.format(name=name, count=found.missing + found.damaged))
    elif isinstance(found, PictureCount):
        messages.success(words.FILE_SOUND.format(name=name, count=found.here))
