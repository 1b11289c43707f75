"""The page "Nhập danh sách Excel" in five steps: choose, understand, repair, decide, done. Before the last nothing is
saved.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from enum import IntEnum
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.areas.queries import communes
from app.documents.words import whole_text
from app.lists.error_workbook import written_text
from app.lists.kept_reading import KeptReading
from app.lists.operations import ImportOptions, NothingSaved, import_list, save_template
from app.lists.report import ImportReport
from app.problems import Trouble
from app.progress import Progress
from app.wording import list_import as words
from app.workspace import Changes
from models.vocabulary import Level
from views import messages, style, troubles
from views.dropped import one_list
from views.list_page import TitleLine
from views.lists.columns_step import ColumnsStep
from views.lists.decide_step import DecideStep
from views.lists.done_step import DoneStep
from views.lists.password_line import PasswordLine
from views.lists.repairs_step import RepairsStep
from views.lists.step_line import StepLine
from views.page import EXCHANGE, HOUSEHOLDS, Page, WorkFrame
from views.seen_stack import SeenStack
from views.widgets.choice_edit import Choice, ChoiceEdit
from views.widgets.empty_state import EmptyState
from views.widgets.form import quiet_label

_LOCKED = ("workbook_password", "workbook_password_wrong")
_ENDINGS = (".xlsx", ".xlsm", ".xls", ".ods", ".csv")


class Step(IntEnum):
    """Where the officer is."""

    CHOOSE, COLUMNS, REPAIRS, DECIDE, DONE = range(5)


class ImportPage(Page):
    """It receives the path of a file; without one it asks for a file, which may also be dropped on it."""

    def __init__(self, frame: WorkFrame) -> None:
        super().__init__()
        self.frame = frame
        self.path: Path | None = None
        self.report: ImportReport | None = None
        self._imported: Path | None = None
        self._waits: Path | None = None  # until its commune is chosen
        self._kept = KeptReading()  # used on the runner's one worker alone
        self._round = 0
        self._read_with = ImportOptions()
        self._offered = False  # the repairs of this file, as its columns are understood, were shown once
        self.heading, self.steps = TitleLine(words.TITLE), StepLine(words.STEPS)
        self.back_button = self.heading.add_button(words.BACK, self.step_back)
        self.choose_button = self.heading.add_button(words.CHOOSE, self.choose)
        self.errors_button = self.heading.add_button(words.SAVE_ERRORS, self.save_errors)
        self.template_button = self.heading.add_button(words.TEMPLATE, self.write_template)
        self.save_button = self.heading.set_filled("", self.step_on, "import")
        self.refusal, self.password = QLabel(), PasswordLine()
        self.commune, self._commune_row = ChoiceEdit(self._communes(), width=260), QWidget()
        self.columns = ColumnsStep(frame)
        self.repairs = RepairsStep(frame.runner, frame.memory)
        self.decide = DecideStep(frame.runner, frame.memory)
        self.done = DoneStep()
        self.stack = SeenStack()
        self._lay_out()
        self._connect()
        self._show_nothing()

    def _lay_out(self) -> None:
        self.refusal.setWordWrap(True)
        self.refusal.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        buttons = ((words.CHOOSE, self.choose), (words.TEMPLATE, self.write_template))
        self.empty = EmptyState(words.EMPTY, buttons, "import")
        steps: tuple[QWidget, ...] = (self.empty, self.columns, self.repairs, self.decide, self.done)
        for step in steps:
            self.stack.addWidget(step)
        self._column = QVBoxLayout(self)
        for widget in (self.heading, self.steps, self._commune_row, self.refusal, self.password):
            self._column.addWidget(widget)
        self._column.addWidget(self.stack, 1)
        style.follow_scale(self, self._margins)
        self.setAcceptDrops(True)
        self.setFocusProxy(self.empty)
        row = QHBoxLayout(self._commune_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(quiet_label(words.FOR_COMMUNE))
        row.addWidget(self.commune)
        row.addStretch(1)
        self._commune_row.setVisible(self._above)
        self._commune_row.setToolTip(words.FOR_COMMUNE_HINT)

    @property
    def _above(self) -> bool:
        return self.frame.workspace.author.level is Level.UPPER

    def _communes(self) -> list[Choice]:
        """The communes an office above may keep lists for."""
        if not self._above:
            return []
        workspace = self.frame.workspace
        with workspace.read() as session:
            return [Choice(one.code, one.name) for one in communes(session, workspace.author.office)]

    def _margins(self) -> None:
        self._column.setContentsMargins(style.px(16), style.px(8), style.px(16), style.px(4))
        self._column.setSpacing(style.px(6))

    def _connect(self) -> None:
        self.columns.changed.connect(self._understand_anew)
        self.commune.changed.connect(self._understand_anew)
        self.password.given.connect(self._read)
        scope = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self.step_back).setContext(scope)
        QShortcut(QKeySequence("Ctrl+Return"), self, self.step_on).setContext(scope)

    # Steps

    @property
    def step(self) -> Step:
        """The step in sight."""
        return Step(self.stack.currentIndex())

    def step_on(self) -> None:
        """The next step; from what was decided it is the saving, from what is done another list."""
        if not self.save_button.isEnabled():
            return
        if self.step is Step.DECIDE:
            self.save()
        elif self.step is Step.DONE:
            self._show_nothing()
            self.choose()
        elif self.step is Step.COLUMNS and self.repairs.offered:
            self._show_step(Step.REPAIRS)
        elif self.path is not None:
            self._show_step(Step.DECIDE)

    def step_back(self) -> None:
        """The step before; from the first the page before this one."""
        if self.step is Step.DECIDE:
            self._show_step(Step.REPAIRS if self.repairs.offered else Step.COLUMNS)
        elif self.step is Step.REPAIRS:
            self._show_step(Step.COLUMNS)
        elif self.step is Step.COLUMNS:
            self._show_nothing()
        else:
            self.frame.back()

    def _show_step(self, step: Step) -> None:
        if step is Step.DECIDE and self.report is not None and self._read_with != self._options():
            self._read()  # repairs were refused since
        before = self.stack.currentIndex()
        self.stack.setCurrentIndex(step)
        self.steps.show_step(step)
        self.back_button.setVisible(step in (Step.COLUMNS, Step.REPAIRS, Step.DECIDE))
        self.choose_button.setVisible(step is not Step.DONE)
        self.template_button.setVisible(step is Step.CHOOSE)
        wrong = self.report is not None and bool(self.report.problems)
        self.errors_button.setVisible(wrong and step in (Step.DECIDE, Step.DONE))
        self.choose_button.setText(words.CHOOSE if self.path is None else words.CHOOSE_OTHER)
        self._name_button()
        if before != step and self.isVisible():
            self._focus_step(step)

    def _focus_step(self, step: Step) -> None:
        """The keys go on where the step begins: what had the focus is out of sight."""
        places: dict[Step, QWidget | None] = {
            Step.COLUMNS: self.columns.programme,
            Step.REPAIRS: self.repairs.view,
            Step.DECIDE: self.decide.view,
            Step.DONE: self.done.state,
        }
        place = places.get(step) or self.empty
        self.setFocusProxy(place)
        place.setFocus(Qt.FocusReason.OtherFocusReason)

    def _name_button(self) -> None:
        """The filled button says what it will do."""
        report, text = self.report, words.NEXT
        wanted = report.new + report.changed if report is not None else 0
        if self.step is Step.DONE:
            text = words.IMPORT_ANOTHER
        elif self.step is Step.DECIDE:
            text = words.DO_IMPORT.format(count=whole_text(wanted)) if wanted else words.NOTHING_TO_IMPORT
        self.save_button.setText(text)
        self.save_button.updateGeometry()
        self.save_button.setVisible(self.step is not Step.CHOOSE)
        self.save_button.setEnabled(report is not None and (self.step is not Step.DECIDE or wanted > 0))

    # Choosing a file

    def receive(self, request: object) -> None:
        if request is not None and str(request):
            self.take(Path(str(request)))

    def choose(self) -> None:
        """Ask for a file."""
        path = messages.choose_open_file(words.CHOOSE, "list")
        if path is not None:
            self.take(path)

    def take(self, path: Path) -> None:
        """Read another file; nothing is saved."""
        if path.suffix.lower() not in _ENDINGS:
            messages.trouble(words.ONLY_LISTS)
            return
        if self._above and self.commune.value() is None:
            self._waits = path
            messages.trouble(words.COMMUNE_FIRST.format(file=path.name))
            self.commune.setFocus()
            return
        self.path, self.report, self._offered, self._waits = path, None, False, None
        self.columns.begin()
        self.password.forget()
        self.repairs.offer(())
        self._read()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            if one_list(paths):
                self.take(paths[0])
            else:
                self.frame.go(EXCHANGE, paths)

    # Reading

    def _options(self) -> ImportOptions:
        chosen = self.columns.options()
        refused, commune = self.repairs.refused, self.commune.value()
        return replace(chosen, refused_cells=refused, password=self.password.value, commune=commune)

    def _understand_anew(self) -> None:
        """Columns understood otherwise bring other repairs; a list that waited for its commune is read."""
        if self._waits is not None and self.commune.value() is not None:
            self.take(self._waits)
            return
        self._offered = False
        self.repairs.offer(())
        self._read()

    def _read(self) -> None:
        if self.path is None:
            return
        self._round += 1
        self._read_with = self._options()
        workspace, path, options = self.frame.workspace, self.path, replace(self._read_with, dry_run=True)
        kept = self._kept
        self.save_button.setEnabled(False)

        def job(progress: Progress) -> ImportReport:
            return import_list(workspace, path, options, progress=progress, kept=kept)[1]

        self.frame.runner.run(
            job, partial(self._take, self._round), words.READING, partial(self._not_read, self._round)
        )

    def _take(self, asked_in: int, report: ImportReport) -> None:
        if asked_in != self._round:
            return
        self.report = report
        self.refusal.hide()
        self.password.hide()
        self.columns.show_report(report)
        self.decide.show_report(report)
        if not self._offered:
            self._offered = True
            self.repairs.offer(report.repairs)
        self._show_step(Step.COLUMNS if self.step in (Step.CHOOSE, Step.DONE) else self.step)

    def _not_read(self, asked_in: int, error: BaseException) -> None:
        """A refusal stays on the page with all its lines; another file may be chosen, or columns otherwise."""
        if asked_in != self._round:
            return
        if isinstance(error, Trouble) and error.code == "list_is_package" and self.path is not None:
            package = self.path
            self._show_nothing()
            self.frame.go(EXCHANGE, package)
            return
        if isinstance(error, NothingSaved):
            self._take(asked_in, error.report)
        told = troubles.report(error, words.READING)
        if told.kind is troubles.Kind.CRASH:
            messages.warn(told.text)
        elif told.kind is troubles.Kind.STOPPED:
            messages.success(told.text)
        else:
            self.refusal.setText("\n".join((words.NOT_READ, *(told.lines or (told.text,)))))
            self.refusal.show()
        if isinstance(error, Trouble) and error.code in _LOCKED:
            self.password.ask()
        if not isinstance(error, NothingSaved):
            self.save_button.setEnabled(False)

    def _show_nothing(self) -> None:
        self.path, self.report = None, None
        self._kept = KeptReading()
        self.refusal.hide()
        self._show_step(Step.CHOOSE)

    # Saving

    def save(self) -> None:
        """Import what was shown, in one change that one "Hoàn tác" takes back."""
        if self.path is None:
            return
        self._round += 1
        workspace, path, options, kept = self.frame.workspace, self.path, self._options(), self._kept
        self.save_button.setEnabled(False)

        def job(progress: Progress) -> tuple[Changes | None, ImportReport]:
            return import_list(workspace, path, options, progress=progress, kept=kept)

        self.frame.runner.run(job, self._saved, words.SAVING, partial(self._not_read, self._round))

    def _saved(self, result: tuple[Changes | None, ImportReport]) -> None:
        report = result[1]
        said = {name: whole_text(getattr(report, name)) for name in ("new", "changed", "rejected")}
        sentence = words.DONE if report.rejected else words.DONE_ALL
        messages.success(sentence.format(file=report.file, **said), self.frame.take_back)
        self.done.show_report(report, self._next_doings(report))
        self.report, self._imported, self.path = report, self.path, None
        self._kept = KeptReading()
        self._show_step(Step.DONE)
        if not report.rejected:
            self.frame.go(HOUSEHOLDS)

    def _next_doings(self, report: ImportReport) -> list[tuple[str, Callable[[], object]]]:
        """What may be done after an import."""
        houses = (words.SEE_HOUSEHOLDS, partial(self.frame.go, HOUSEHOLDS))
        errors = [(words.SAVE_ERRORS, self.save_errors)] if report.rejected else []
        return [*errors, houses, (words.IMPORT_ANOTHER, self.step_on)]

    def save_errors(self) -> None:
        """The officer's own file with the cells to correct: to be corrected and imported as it is."""
        source = self.path or self._imported
        if source is None:
            return
        suggested = source.with_name(f"{words.ERRORS_NAME.format(name=source.stem)}.xlsx")
        target = messages.choose_save_file(words.SAVE_ERRORS, "new_workbook", suggested)
        if target is None:
            return
        workspace, options = self.frame.workspace, replace(self._read_with, errors=target, dry_run=True)

        def job(progress: Progress) -> str:
            try:
                report = import_list(workspace, source, options, progress=progress)[1]
            except NothingSaved as error:  # the workbook is written all the same
                report = error.report
            return written_text(source, report, target.name, options.password)

        self.frame.runner.run(job, messages.success, words.SAVING_ERRORS)

    def write_template(self) -> None:
        """Save the empty list to fill in, with the office's villages."""
        path = messages.choose_save_file(words.TEMPLATE, "new_workbook", Path.home() / f"{words.TEMPLATE_NAME}.xlsx")
        if path is None:
            return
        workspace = self.frame.workspace
        self.frame.runner.run(
            lambda _: save_template(workspace, path),
            lambda _: messages.success(words.TEMPLATE_DONE.format(name=path.name)),
            words.TEMPLATE,
        )

    def forget(self, changes: object) -> None:
        """Households that came meanwhile change what the list would do."""
        if self.path is not None and self.report is not None and not self.frame.runner.busy:
            self._read()
