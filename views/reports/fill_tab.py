"""The tab "Điền biểu cấp trên": a form is read and shown as it would be filled; only then is a file written."""

from __future__ import annotations

from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QStackedWidget, QTabWidget, QVBoxLayout, QWidget

from app.documents.words import decimal_text, whole_text
from app.parsing import today
from app.progress import Progress
from app.reports.asked import period_start
from app.reports.filling import (
    FillPlan,
    FormChoice,
    FormFacts,
    Period,
    check_form,
    choice_for,
    fill_form,
    form_facts,
    plan_form,
    remember_choice,
)
from app.reports.filling_form import Form, read_form
from app.reports.filling_plan import CellPlan, LeftOut
from app.wording import fill_page as words
from views import messages, style, troubles
from views.list_parts import orders_of, text_column
from views.page import Page, WorkFrame
from views.paged_table import Column
from views.reports.fill_mapping import MappingView
from views.row_source import RowSource
from views.rows_list import RowsList
from views.widgets.buttons import quiet_button
from views.widgets.date_edit import DateEdit
from views.widgets.empty_state import EmptyState
from views.widgets.form import quiet_label

R = TypeVar("R")


def _value_text(row: CellPlan) -> str:
    if isinstance(row.value, str):
        return row.value
    return decimal_text(row.value) if isinstance(row.value, Decimal) else whole_text(row.value)


CELL_COLUMNS: tuple[Column[CellPlan], ...] = (
    text_column("sheet", words.SHEET_COLUMN, lambda row: row.sheet, 120),
    text_column("name", words.CELL, lambda row: row.name, 60),
    text_column("label", words.ROW, lambda row: row.label, 200),
    text_column("heading", words.HEADING, lambda row: row.heading, 320, stretch=True),
    text_column("value", words.VALUE, _value_text, 160),
)
LEFT_COLUMNS: tuple[Column[LeftOut], ...] = (
    text_column("sheet", words.SHEET_COLUMN, lambda row: row.sheet, 120),
    text_column("where", words.CELL, lambda row: row.where, 80),
    text_column("why", words.WHY, lambda row: row.text, 620, stretch=True),
)


class FillTab(Page):
    """It receives the path of a form; without one it asks for a file, which may also be dropped on it.

    `offers` tells what the filled button of the page is called: nothing while there is no form.
    """

    offers = Signal(str)

    def __init__(self, frame: WorkFrame) -> None:
        super().__init__()
        self.frame = frame
        self.path: Path | None = None
        self.form: Form | None = None
        self.plan = FillPlan()
        self._round = 0
        self._remembered = False
        self._facts: tuple[object, FormFacts] | None = None
        self.counts, self.refusal = QLabel(), QLabel()
        self.since, self.until = DateEdit(), DateEdit()
        self.overwrite = QCheckBox(words.OVERWRITE)
        self.mapping = MappingView()
        self.cells = self._list(frame, CELL_COLUMNS, "cells", words.CELLS_UNIT, words.NO_CELLS)
        self.left = self._list(frame, LEFT_COLUMNS, "left", words.LEFT_UNIT, words.NO_LEFT)
        self.tabs, self.stack = QTabWidget(), QStackedWidget()
        self._lay_out()
        self.mapping.changed.connect(self._replan)
        self.overwrite.toggled.connect(self._replan)
        for edit in (self.since, self.until):
            edit.changed.connect(self._replan)
        self.setAcceptDrops(True)

    def _list(self, frame: WorkFrame, columns: tuple[Column[R], ...], name: str, unit: str, empty: str) -> RowsList[R]:
        """What would be written, or what would not, of the plan in sight."""
        source = RowSource[R](
            lambda: getattr(self.plan, name),
            lambda row: tuple(vars(row).values()),
            (),
            words=lambda row: " ".join(map(str, vars(row).values())),
            orders=orders_of(columns),
        )
        return RowsList(frame, source, columns, f"reports.fill.{name}", words.TAB, unit, EmptyState(empty))

    def _lay_out(self) -> None:
        for label in (self.counts, self.refusal):
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.refusal.hide()
        self.since.set_value(period_start(today(), "week").isoformat())
        self.until.set_value(today().isoformat())
        self.empty = EmptyState(words.EMPTY, ((words.CHOOSE, self.choose),), "report")
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.px(6))
        column.addWidget(self.counts)
        row = QHBoxLayout()
        for one in (quiet_label(words.SINCE), self.since, quiet_label(words.UNTIL), self.until, self.overwrite):
            row.addWidget(one)
        row.addStretch(1)
        column.addLayout(row)
        self.tabs.setCornerWidget(quiet_button(words.CHOOSE_OTHER, self.choose))
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(self.mapping, words.MAPPING_TAB)
        self.tabs.addTab(self.cells, "")
        self.tabs.addTab(self.left, "")
        column.addWidget(self.tabs, 1)
        self.stack.addWidget(self.empty)
        self.stack.addWidget(body)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, style.px(4), 0, 0)
        whole.addWidget(self.refusal)
        whole.addWidget(self.stack, 1)

    # Choosing a form

    def receive(self, request: object) -> None:
        if request is not None and str(request):
            self.take(Path(str(request)))

    def choose(self) -> None:
        """Ask for a file."""
        path = messages.choose_open_file(words.CHOOSE, "workbook")
        if path is not None:
            self.take(path)

    def take(self, path: Path) -> None:
        """Read another form; nothing is written."""
        self._round += 1
        workspace, mine = self.frame.workspace, self._round

        def job(progress: Progress) -> tuple[Form, FormChoice]:
            form = check_form(read_form(path, progress=progress))
            with workspace.read() as session:
                return form, choice_for(session, form)

        self.frame.runner.run(job, partial(self._take, mine, path), words.READING, partial(self._not_read, mine))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.take(paths[0])

    def _take(self, asked_in: int, path: Path, read: tuple[Form, FormChoice]) -> None:
        if asked_in != self._round:
            return
        self.path, (self.form, choice) = path, read
        self.refusal.hide()
        self._remembered = choice.remembered
        self.overwrite.setChecked(choice.overwrite)
        self.mapping.show_form(self.form, choice)
        self.stack.setCurrentIndex(1)
        self._replan()

    def _not_read(self, asked_in: int, error: BaseException) -> None:
        """A refusal stays on the page; another file may be chosen."""
        if asked_in != self._round:
            return
        told = troubles.report(error, words.READING)
        if told.kind is troubles.Kind.CRASH:
            messages.warn(told.text)
            return
        self.refusal.setText("\n".join((words.NOT_READ, *(told.lines or (told.text,)))))
        self.refusal.show()

    # Looking ahead

    def _replan(self, *_told: object) -> None:
        form, since, until = self.form, self.since.value(), self.until.value()
        if form is None or not since or not until:
            return
        self._round += 1
        asked, known = (form.signature, form.name, until, self.frame.programme), self._facts
        if known is not None and known[0] == asked:
            self._planned(plan_form(form, self._choice(), Period(since, until), known[1]))
            return
        workspace, programme = self.frame.workspace, self.frame.programme
        self.frame.runner.run(
            lambda _: form_facts(workspace, form, until, programme),
            partial(self._take_facts, self._round, asked),
            words.COUNTING,
        )

    def _take_facts(self, asked_in: int, asked: object, facts: FormFacts) -> None:
        """Counted once, however often the officer chooses other columns."""
        if asked_in == self._round:
            self._facts = (asked, facts)
            self._replan()

    def _choice(self) -> FormChoice:
        return FormChoice(dict(self.mapping.sheets), self.overwrite.isChecked())

    def _planned(self, plan: FillPlan) -> None:
        if self.form is None:
            return
        self.plan = plan
        cells, left = whole_text(len(plan.cells)), whole_text(len(plan.left))
        text = words.COUNTS.format(file=self.form.name, cells=cells, left=left)
        self.counts.setText(f"{text} {words.REMEMBERED}" if self._remembered else text)
        self.tabs.setTabText(1, words.CELLS_TAB.format(count=cells))
        self.tabs.setTabText(2, words.LEFT_TAB.format(count=left))
        self.cells.load()
        self.left.load()
        self.offers.emit(words.SAVE if plan.cells else "")

    @property
    def offered(self) -> str:
        """What the filled button says now."""
        return words.SAVE if self.plan.cells else ""

    # Writing

    def save(self) -> None:
        """Write the filled form beside the one received, and remember how."""
        path, form = self.path, self.form
        if path is None or form is None or not self.plan.cells:
            return
        suggested = path.with_name(f"{words.FILLED_NAME.format(stem=path.stem)}{path.suffix}")
        target = messages.choose_save_file(words.SAVE, "new_workbook", suggested)
        if target is None:
            return
        workspace, plan, choice = self.frame.workspace, self.plan, self._choice()

        def job(progress: Progress) -> int:
            count = fill_form(path, plan, target, progress=progress)
            remember_choice(workspace, form, choice)
            return count

        def told(count: int) -> None:
            messages.success(words.DONE.format(cells=whole_text(count), file=target.name))

        self.frame.runner.run(job, told, words.FILLING)

    def forget(self, changes: object) -> None:
        """What was recorded meanwhile changes the figures; they are counted anew when the tab is looked at."""
        self._facts = None
        if self.isVisible():
            self._replan()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._facts is None:
            self._replan()
