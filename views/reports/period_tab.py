"""The tab "Kỳ này": the form at the left, the report as it will be printed at the right."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout

from app.problems import Cancelled
from app.progress import Progress
from app.reports.asked import Asked
from app.reports.catalogue import CATALOGUE, make_report, write_report
from app.reports.deadline_reports import DeadlineReport
from app.reports.drafts import SentDraft
from app.reports.queries import Differences, differences, last_sent
from app.reports.report_value import Report
from app.reports.said import foot_lines
from app.wording import paper_pane
from app.wording import report_pages as words
from views import messages, printing, style, troubles
from views.page import Page, WorkFrame
from views.reports.asking import AskForm
from views.reports.behind_part import BehindPart
from views.reports.differences_part import DifferencesPart
from views.reports.keep_form import KeepForm
from views.rows_list import add_key
from views.short_form import opened
from views.widgets.buttons import quiet_button
from views.widgets.form import quiet_label
from views.widgets.pdf_sight import PdfSight
from views.widgets.switch import Switch

_WAIT_MS = 250


class PeriodTab(Page):
    """The report is made anew when the question or the records change; Ctrl+E and Ctrl+P save and print it."""

    def __init__(self, frame: WorkFrame) -> None:
        super().__init__()
        self.frame = frame
        self.report: Report | None = None
        self._asked: Asked | None = None
        self._due: DeadlineReport | None = None
        self.form = AskForm(frame)
        self.sight, self.told = PdfSight(words.PREVIEW), quiet_label()
        self.told.setWordWrap(True)
        self.buttons = {
            name: quiet_button(text, slot)
            for name, text, slot in (
                ("excel", words.TO_EXCEL, partial(self.save, ".xlsx", "new_workbook")),
                ("pdf", words.TO_PDF, partial(self.save, ".pdf", "pdf")),
                ("word", words.TO_WORD, partial(self.save, ".docx", "word")),
                ("print", words.PRINT, self.print),
            )
        }
        self.switch = Switch((words.SEEN, words.BEHIND, words.COMPARED))
        self.behind, self.differences = BehindPart(frame), DifferencesPart(frame)
        self.switch.chosen.connect(self._show_part)
        self._wait = QTimer(self, interval=_WAIT_MS, singleShot=True)
        self._wait.timeout.connect(self.draw)
        self.form.changed.connect(self._wait.start)
        self._lay_out()
        add_key(self, "Ctrl+E", partial(self.save, ".xlsx", "new_workbook"))
        add_key(self, "Ctrl+P", self.print)
        self.setFocusProxy(self.form.report)

    def _lay_out(self) -> None:
        left = QScrollArea()
        left.setWidget(self.form)
        left.setWidgetResizable(True)
        left.setFrameShape(QScrollArea.Shape.NoFrame)
        style.follow_scale(left, lambda: left.setFixedWidth(style.px(288)))
        right = QVBoxLayout()
        across = QHBoxLayout()
        for button in self.buttons.values():
            across.addWidget(button)
        across.addStretch(1)
        right.addLayout(across)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.sight)
        self.stack.addWidget(self.behind)
        self.stack.addWidget(self.differences)
        right.addWidget(self.stack, 1)
        right.addWidget(self.told)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, style.px(4), 0, 0)
        whole.addWidget(left)
        whole.addLayout(right, 1)

    def showEvent(self, event: object) -> None:
        """Drawn when it first comes into sight."""
        super().showEvent(event)  # type: ignore[arg-type]
        if self.report is None:
            self._wait.start()

    # The report in sight

    def draw(self) -> None:
        """Make the report that is asked for, beside the window."""
        form, asked = self.form.form(), self.form.asked()
        if form is None or asked is None or not self.isVisible():
            return
        self._asked = asked
        workspace, target, name = self.frame.workspace, self.sight.next_file(), form.name

        def make(progress: Progress) -> tuple[Report, Differences | None]:
            report = make_report(workspace, name, asked)
            write_report(workspace, report, target, progress)
            with workspace.read() as session:
                before = last_sent(session, name, asked.as_texts(), asked.as_of)
                return report, differences(session, before, report.houses) if before else None

        def show(outcome: tuple[Report, Differences | None]) -> None:
            report, found = outcome
            if asked == self._asked:
                self.report = report
                self.sight.show_file(target)
                self.behind.show_report(report)
                self.differences.show_differences(found)
                shown = foot_lines(report)[-len(report.counted) :] if report.counted else []
                self.told.setText("  ".join([*report.warnings, *shown]))

        self.frame.runner.run(make, show, words.DRAWING, self._not_drawn)

    def _not_drawn(self, error: BaseException) -> None:
        self.report = None
        if not isinstance(error, Cancelled):
            troubles.tell(error, words.DRAWING)

    def _show_part(self, place: int) -> None:
        """The report, the households behind its numbers, or how it differs from the last one."""
        self.stack.setCurrentIndex(place)

    def keep(self) -> None:
        """The filled button: keep the report in sight as it is sent."""
        report, asked = self.report, self._asked
        if report is None or asked is None:
            messages.trouble(words.NOTHING_TO_KEEP)
            return
        form = CATALOGUE[report.name]
        ending = ".docx" if form.text else ".xlsx"
        addressee = "; ".join(report.addressees) or None
        draft = SentDraft(report.name, asked, ending, addressee=addressee)
        due = self._due
        if due is not None and due.report == report.name and asked.campaign in (None, due.campaign):
            draft = replace(draft, deadline_id=due.deadline_id, period=due.period)
        opened(KeepForm(self.frame, draft, report.title, self))

    def show_report(self, name: str) -> None:
        """Another report of the catalogue comes into sight."""
        self._due = None
        self.form.show_report(name)

    def show_due(self, due: DeadlineReport) -> None:
        """The report a plan's deadline asks for comes into sight; keeping it closes that deadline."""
        self._due = due
        self.form.show_due(due)

    def save(self, ending: str, kind: str) -> None:
        """Save the report in sight where the officer wants it."""
        report, workspace = self.report, self.frame.workspace
        if report is None:
            return
        target = messages.choose_save_file(words.SAVING, kind, Path.home() / f"{report.name}-{report.as_of}{ending}")
        if target is None:
            return

        def write(progress: Progress) -> Path:
            return write_report(workspace, report, target, progress).file

        def tell(file: Path) -> None:
            messages.success(words.SAVED.format(file=file.name))

        self.frame.runner.run(write, tell, words.SAVING)

    def print(self) -> None:
        """Print the report in sight on a printer the officer chooses."""
        file, document = self.sight.file, self.sight.document
        if file is None or document is None or self.report is None:
            return
        printer = printing.choose_printer(self, document.pageCount(), self.frame.memory)
        if printer is not None:
            job = partial(printing.print_file, file, printer)
            self.frame.runner.run(job, _printed, paper_pane.PRINTING)

    def forget(self, changes: object) -> None:
        self.form.offer()
        if self.isVisible():
            self._wait.start()
        else:
            self.report = None


def _printed(pages: int) -> None:
    messages.success(paper_pane.PRINTED.format(count=pages))
