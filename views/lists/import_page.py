"""The page "Nhập danh sách Excel": a file is read and shown as it was understood; only then is anything saved."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QTabWidget, QVBoxLayout, QWidget

from app.documents.words import whole_text
from app.lists.operations import ImportOptions, import_list, save_template
from app.lists.report import ImportReport
from app.progress import Progress
from app.support.queries import load_programmes
from app.wording import list_import as words
from app.workspace import Changes
from models.vocabulary import Level
from views import messages, style, troubles
from views.list_page import TitleLine
from views.lists.mapping import MappingView, SampleView
from views.lists.told import PROBLEM_COLUMNS, REPAIR_COLUMNS, RowsInHand
from views.page import HOUSEHOLDS, Page, WorkFrame
from views.paged_table import PagedTable
from views.table_view import PagedTableView
from views.widgets.choice_edit import Choice, ChoiceEdit
from views.widgets.empty_state import EmptyState
from views.widgets.form import quiet_label

_COUNTED = ("read", "new", "changed", "unchanged", "rejected", "skipped")
_ENDINGS = (".xlsx", ".xlsm", ".xls", ".ods")


class ImportPage(Page):
    """It receives the path of a file; without one it asks for a file, which may also be dropped on it."""

    def __init__(self, frame: WorkFrame) -> None:
        super().__init__()
        self.frame = frame
        self.path: Path | None = None
        self.report: ImportReport | None = None
        self._round = 0
        self._commune = frame.workspace.author.level is Level.COMMUNE
        self.heading = TitleLine(words.TITLE)
        self.choose_button = self.heading.add_button(words.CHOOSE, self.choose)
        self.heading.add_button(words.TEMPLATE, self.write_template)
        self.save_button = self.heading.set_filled("", self.save, "import")
        self.counts, self.refusal = QLabel(), QLabel()
        self.programme = ChoiceEdit(self._programmes(), width=300)
        self.mapping, self.sample = MappingView(), SampleView()
        self.problems: RowsInHand[Any] = RowsInHand()
        self.repairs: RowsInHand[Any] = RowsInHand()
        self.problem_table = PagedTable(self.problems, PROBLEM_COLUMNS, frame.runner, tickable=False)
        self.repair_table = PagedTable(self.repairs, REPAIR_COLUMNS, frame.runner, tickable=False)
        self.tabs = QTabWidget()
        self.stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self._show_nothing()

    def _programmes(self) -> list[Choice]:
        with self.frame.workspace.read() as session:
            return [Choice(one.id, one.short_name, (one.name,)) for one in load_programmes(session).values()]

    def _lay_out(self) -> None:
        for label in (self.counts, self.refusal):
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        buttons = ((words.CHOOSE, self.choose), (words.TEMPLATE, self.write_template))
        self.empty = EmptyState(
            words.EMPTY if self._commune else words.ONLY_COMMUNE, buttons if self._commune else (), "import"
        )
        self.stack.addWidget(self.empty)
        self.stack.addWidget(self._understood())
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.heading)
        self._column.addWidget(self.refusal)
        self._column.addWidget(self.stack, 1)
        style.follow_scale(self, self._margins)
        self.setAcceptDrops(self._commune)

    def _understood(self) -> QWidget:
        """What the dry run found: counts and programme above, details on tabs."""
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.px(8))
        column.addWidget(self.counts)
        row = QHBoxLayout()
        row.addWidget(quiet_label(words.PROGRAMME))
        row.addWidget(self.programme)
        row.addStretch(1)
        column.addLayout(row)
        self.tabs.setDocumentMode(True)
        memory = self.frame.memory
        self.tabs.addTab(self.mapping, words.TAB_COLUMNS)
        self.tabs.addTab(self.sample, words.TAB_SAMPLE)
        self.tabs.addTab(PagedTableView(self.problem_table, "list.problems", memory), "")
        self.tabs.addTab(PagedTableView(self.repair_table, "list.repairs", memory), "")
        column.addWidget(self.tabs, 1)
        return made

    def _margins(self) -> None:
        self._column.setContentsMargins(style.px(16), style.px(8), style.px(16), style.px(4))
        self._column.setSpacing(style.px(4))

    def _connect(self) -> None:
        self.mapping.changed.connect(self._read)
        self.programme.changed.connect(self._read)
        back = QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self.frame.back)
        back.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    # Choosing a file

    def receive(self, request: object) -> None:
        if request is not None and str(request):
            self.take(Path(str(request)))

    def choose(self) -> None:
        """Ask for a file."""
        path = messages.choose_open_file(words.CHOOSE, "workbook")
        if path is not None:
            self.take(path)

    def take(self, path: Path) -> None:
        """Read another file; nothing is saved."""
        if path.suffix.lower() not in _ENDINGS:
            messages.trouble(words.ONLY_LISTS)
            return
        self.path = path
        self.mapping.chosen = {}
        if self.programme.value() is None:
            self.programme.set_value(self.frame.programme or next(iter(one.value for one in self._programmes()), None))
        self._read()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.take(paths[0])

    # Reading

    def _options(self) -> ImportOptions:
        return ImportOptions(programme=self.programme.value(), mapping=dict(self.mapping.chosen))

    def _read(self) -> None:
        if self.path is None:
            return
        self._round += 1
        workspace, path = self.frame.workspace, self.path
        options = replace(self._options(), dry_run=True)
        self.save_button.setEnabled(False)

        def job(progress: Progress) -> ImportReport:
            return import_list(workspace, path, options, progress=progress)[1]

        self.frame.runner.run(
            job, partial(self._take, self._round), words.READING, partial(self._not_read, self._round)
        )

    def _take(self, asked_in: int, report: ImportReport) -> None:
        if asked_in != self._round:
            return
        self.report = report
        self.refusal.hide()
        counts = {
            name: getattr(report, name) for name in ("read", "new", "changed", "unchanged", "rejected", "skipped")
        }
        said = {name: whole_text(count) for name, count in counts.items()}
        self.counts.setText(words.COUNTS.format(file=report.file, **said))
        self.mapping.show_sheets(report.sheets)
        self.sample.show_rows(report.sample)
        self._show_told(report)
        wanted = report.new + report.changed
        text = words.DO_IMPORT.format(count=whole_text(wanted)) if wanted else words.NOTHING_TO_IMPORT
        self._offer(text, possible=wanted > 0)
        self.stack.setCurrentIndex(1)

    def _show_told(self, report: ImportReport) -> None:
        errors_first = sorted(report.problems, key=lambda one: one.problem.warning)
        self.problems.put(errors_first)
        self.repairs.put(report.repairs)
        self.tabs.setTabText(2, words.TAB_PROBLEMS.format(count=whole_text(len(report.problems))))
        self.tabs.setTabText(3, words.TAB_REPAIRS.format(count=whole_text(len(report.repairs))))
        self.problem_table.load()
        self.repair_table.load()

    def _not_read(self, asked_in: int, error: BaseException) -> None:
        """A refusal stays on the page with all its lines; another file may be chosen, or columns otherwise."""
        if asked_in != self._round:
            return
        told = troubles.report(error, words.READING)
        if told.kind is troubles.Kind.CRASH:
            messages.warn(told.text)
        elif told.kind is troubles.Kind.STOPPED:
            messages.success(told.text)
        else:
            self.refusal.setText("\n".join((words.NOT_READ, *(told.lines or (told.text,)))))
            self.refusal.show()
        self.save_button.setEnabled(False)

    def _offer(self, text: str, *, possible: bool) -> None:
        self.save_button.setText(text)
        self.save_button.updateGeometry()
        self.save_button.setVisible(True)
        self.save_button.setEnabled(possible)
        self.choose_button.setText(words.CHOOSE_OTHER)

    def _show_nothing(self) -> None:
        self.path, self.report = None, None
        self.stack.setCurrentIndex(0)
        self.refusal.hide()
        self.save_button.hide()
        self.choose_button.setText(words.CHOOSE)
        self.choose_button.setEnabled(self._commune)

    # Saving

    def save(self) -> None:
        """Import what was shown, in one change that one "Hoàn tác" takes back."""
        if self.path is None:
            return
        self._round += 1
        workspace, path, options = self.frame.workspace, self.path, self._options()
        self.save_button.setEnabled(False)

        def job(progress: Progress) -> tuple[Changes | None, ImportReport]:
            return import_list(workspace, path, options, progress=progress)

        self.frame.runner.run(job, self._saved, words.SAVING, partial(self._not_read, self._round))

    def _saved(self, result: tuple[Changes | None, ImportReport]) -> None:
        report = result[1]
        said = {name: whole_text(getattr(report, name)) for name in ("new", "changed", "rejected")}
        sentence = words.DONE if report.rejected else words.DONE_ALL
        messages.success(sentence.format(file=report.file, **said), self.frame.take_back)
        self._show_nothing()
        self.frame.go(HOUSEHOLDS)

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
