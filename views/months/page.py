"""The page "Khóa sổ tháng": seven ticks, what each is open for, the accountant's list, one page on paper."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QHBoxLayout, QLabel, QPushButton, QRadioButton, QVBoxLayout

from app.documents.words import date_text
from app.months.operations import close_month, match_with_accountant, reopen_month, tick_by_hand, untick
from app.months.papers import print_month
from app.months.queries import MonthEnd, Tick, TickRow, month_end
from app.parsing import today
from app.problems import Problem
from app.progress import Progress
from app.wording import months as words
from app.workspace import Changes
from models.vocabulary import Level
from views import cells, messages, style
from views.doing import do
from views.list_page import TitleLine
from views.page import DOSSIER, REPORTS, Page, WorkFrame
from views.row_source import RowSource
from views.rows_list import RowsList, add_key
from views.short_form import ShortForm, opened
from views.widgets.buttons import FilledButton
from views.widgets.choice_edit import Choice, ChoiceEdit
from views.widgets.empty_state import EmptyState
from views.widgets.form import quiet_label, text_line

#: Where each tick is worked on: a page, and what it is asked.
_PLACES: dict[str, tuple[str, object]] = {
    "reports": (REPORTS, "period"),
    "ledger": ("funding", None),
    "unpaid": ("funding", None),
    "not_started": ("construction", None),
    "unsigned": ("paperwork", None),
    "packages": ("exchange", None),
    "backup": ("settings", "backup"),
}
_SHOWN_MONTHS = 13


class NoteForm(ShortForm):
    """Why an open tick is well."""

    def __init__(self, frame: WorkFrame, month: str, tick: Tick, page: Page) -> None:
        super().__init__(page, words.NOTE_TITLE.format(tick=words.TICKS[tick.name]), words.NOTE_SAVE)
        self._frame, self._month, self._tick = frame, month, tick
        self.note = text_line()
        self.form.add_field("note", words.NOTE, self.note, required=True)

    def problems(self) -> Sequence[Problem]:
        return () if self.note.text().strip() else [Problem("note", "tick_note_missing")]

    def carry_out(self) -> None:
        job = partial(tick_by_hand, self._frame.workspace, self._month, self._tick.name, self.note.text())
        self.start(self._frame, job, words.CLOSING, words.TICKED)


class TickLine:
    """One of the seven in the grid: its sign and name to choose it by, what it says, the page it is worked on."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.choose = QRadioButton(words.TICKS[name])
        self.sign, self.text = QLabel(), quiet_label()
        self.text.setWordWrap(True)
        self.go = QPushButton(words.GO)
        self.go.setAccessibleName(f"{words.GO}: {words.TICKS[name]}")

    def show_tick(self, tick: Tick | None) -> None:
        """Its state now; None hides the line, which an office without houses has not."""
        for widget in (self.choose, self.sign, self.text, self.go):
            widget.setVisible(tick is not None)
        if tick is not None:
            self.sign.setText(
                words.HAND_SIGN if tick.noted and tick.open else words.DONE_SIGN if tick.done else words.OPEN_SIGN
            )
            self.text.setText(f"{tick.text} {tick.noted}".strip())
            self.choose.setAccessibleDescription(f"{words.YES if tick.done else words.NOT_YET}. {tick.text}")


class MonthsPage(Page):
    """The month that ends now, or one before it."""

    def __init__(self, frame: WorkFrame) -> None:
        super().__init__()
        self.frame = frame
        self.found: MonthEnd | None = None
        self.month = _months()[0 if today().day > 10 else 1]
        self._round = 0
        self.heading = TitleLine(words.TITLE)
        self.choice = ChoiceEdit([Choice(one, words.month_text(one)) for one in _months()])
        self.state = quiet_label()
        self.close_button = FilledButton(words.CLOSE.format(month=""), "report")
        self.note_button = QPushButton(words.BY_HAND)
        self.lines = {name: TickLine(name) for name in words.TICKS}
        self.group = QButtonGroup(self)
        self.list = RowsList[TickRow](
            frame,
            RowSource(self._rows, lambda row: row.key, (), words=lambda row: f"{row.who} {row.village} {row.text}"),
            (
                cells.text("who", words.SEARCH_COLUMNS[0], lambda row: row.who, 300),
                cells.text("village", words.SEARCH_COLUMNS[1], lambda row: row.village, 160),
                cells.text("text", words.SEARCH_COLUMNS[2], lambda row: row.text, 420, stretch=True),
            ),
            "months",
            words.TITLE,
            words.UNIT,
            EmptyState(words.NO_ROWS, (), "report"),
        )
        self._lay_out()
        self._wire()
        self.lines["reports"].choose.setChecked(True)
        self.choice.set_value(self.month)
        self.load()

    def _lay_out(self) -> None:
        style.follow_scale(self.choice, lambda: self.choice.setFixedWidth(style.px(110)))
        self.choice.setAccessibleName(words.MONTH)
        self.heading.put_before_filled(self.choice)
        self.heading.add_button(words.MATCH, self.match)
        self.heading.add_button(words.PRINT, self.save_page)
        self.heading.put_last(self.close_button)
        grid = QGridLayout()
        for at, line in enumerate(self.lines.values()):
            for place, widget in enumerate((line.choose, line.sign, line.text, line.go)):
                grid.addWidget(widget, at, place)
            self.group.addButton(line.choose)
        grid.setColumnStretch(2, 1)
        beside = QHBoxLayout()
        beside.addWidget(self.state, 1)
        beside.addWidget(self.note_button)
        column = QVBoxLayout(self)
        column.addWidget(self.heading)
        column.addLayout(grid)
        column.addLayout(beside)
        column.addWidget(self.list, 1)
        self._column, self._grid = column, grid
        style.follow_scale(self, self._fit)
        self.setFocusProxy(self.lines["reports"].choose)

    def _fit(self) -> None:
        self._column.setContentsMargins(style.px(16), style.px(8), style.px(16), style.px(4))
        self._column.setSpacing(style.px(8))
        self._grid.setHorizontalSpacing(style.px(12))
        self._grid.setVerticalSpacing(style.px(2))
        for line in self.lines.values():
            line.go.setMinimumHeight(style.px(28))
            line.sign.setFixedWidth(style.px(84))
            line.sign.setAlignment(Qt.AlignmentFlag.AlignCenter)

    def _wire(self) -> None:
        self.choice.changed.connect(self._month_chosen)
        self.close_button.clicked.connect(lambda _=False: self.close_or_reopen())
        self.note_button.clicked.connect(lambda _=False: self.note())
        self.list.view.opened.connect(lambda _key: self._open_row())
        self.group.buttonClicked.connect(lambda _button: self._show_rows())
        for line in self.lines.values():
            line.go.clicked.connect(partial(self._go, line.name))
        add_key(self, "Ctrl+S", self.close_or_reopen)

    # What is shown

    def load(self) -> None:
        """Read the month anew."""
        self._round += 1
        workspace, month = self.frame.workspace, self.month
        self.frame.runner.read(lambda: month_end(workspace, month), partial(self._take, self._round))

    def _take(self, asked_in: int, found: MonthEnd) -> None:
        if asked_in != self._round:
            return
        self.found = found
        by_name = {one.name: one for one in found.ticks}
        for name, line in self.lines.items():
            line.show_tick(by_name.get(name))
        shown = words.month_text(found.month)
        self.close_button.setText(words.REOPEN if found.closed_on else words.CLOSE.format(month=shown))
        self.state.setText(_state(found))
        self._show_rows()

    def _show_rows(self) -> None:
        tick = self._tick()
        self.note_button.setText(words.NOT_BY_HAND if tick is not None and tick.noted else words.BY_HAND)
        closed = self.found is not None and self.found.closed_on is not None
        self.note_button.setEnabled(tick is not None and not closed and bool(tick.open or tick.noted))
        self.list.load()

    def _tick(self) -> Tick | None:
        chosen = next((name for name, line in self.lines.items() if line.choose.isChecked()), "")
        return next((one for one in self.found.ticks if one.name == chosen), None) if self.found else None

    def _rows(self) -> Sequence[TickRow]:
        tick = self._tick()
        return tick.rows if tick is not None else ()

    def forget(self, changes: object) -> None:
        self.load()

    def receive(self, request: object) -> None:
        """A month (YYYY-MM)."""
        if isinstance(request, str) and request in _months():
            self.choice.set_value(request)
            self._month_chosen()

    def _month_chosen(self, *_: object) -> None:
        self.month = str(self.choice.value() or self.month)
        self.load()

    # What is done

    def _go(self, name: str) -> None:
        page, request = _PLACES[name]
        if self.frame.workspace.author.level is Level.AGENCY and page in ("funding", "construction"):
            page, request = "giving", None
        self.frame.go(page, request)

    def _open_row(self) -> None:
        row = self.list.current()
        if row is not None and row.household_id is not None:
            self.frame.go(DOSSIER, row.household_id)

    def note(self) -> None:
        """Tick the chosen line by hand with a note, or take that back."""
        tick = self._tick()
        if tick is None or not self.note_button.isEnabled():
            return
        if tick.noted:
            do(self.frame, partial(untick, self.frame.workspace, self.month, tick.name), words.CLOSING, words.UNTICKED)
        else:
            opened(NoteForm(self.frame, self.month, tick, self))

    def match(self, *_: object) -> None:
        """Compare the month's payments with the accountant's list."""
        file = messages.choose_open_file(words.CHOOSE_LIST, "list")
        if file is None:
            return
        workspace, month = self.frame.workspace, self.month
        self.lines["ledger"].choose.setChecked(True)

        def job(progress: Progress) -> Changes:
            return match_with_accountant(workspace, month, file, progress=progress)[0]

        self.frame.runner.run(job, lambda _: self._tell_matched(), words.MATCHING)

    def _tell_matched(self) -> None:
        """The line itself says it, once it is read again."""
        self.load()

    def close_or_reopen(self) -> None:
        """Close the month, or open a closed one again."""
        found = self.found
        if found is None:
            return
        shown, workspace = words.month_text(found.month), self.frame.workspace
        if found.closed_on is not None:
            do(
                self.frame,
                partial(reopen_month, workspace, found.month),
                words.CLOSING,
                words.REOPENED.format(month=shown),
            )
            return
        question = words.CLOSE_QUESTION.format(month=shown, count=found.open)
        if found.open and not messages.ask(question, words.CLOSE_YES, words.CLOSE_NO, yes_first=False):
            return
        do(
            self.frame,
            partial(close_month, workspace, found.month),
            words.CLOSING,
            words.CLOSED_NOW.format(month=shown),
        )

    def save_page(self, *_: object) -> None:
        """Write the page of the month as PDF or Word."""
        suggested = Path.home() / words.FILE_NAME.format(month=self.month)
        target = messages.choose_save_file(words.PRINT, "pdf", suggested)
        if target is not None:
            workspace, month = self.frame.workspace, self.month
            self.frame.runner.run(
                lambda progress: print_month(workspace, month, target, progress),
                lambda file: messages.success(words.SAVED_FILE.format(file=file.name)),
                words.SAVING,
            )


def _state(found: MonthEnd) -> str:
    if found.closed_on is None:
        return words.OPEN_STATE.format(count=found.open) if found.open else words.READY_STATE
    day = date_text(dt.date.fromisoformat(found.closed_on))
    late = words.LATE_STATE.format(count=found.late) if found.late else ""
    return words.CLOSED_STATE.format(day=day, by=found.closed_by) + late


def _months() -> list[str]:
    """The month that runs and the twelve before it, the newest first."""
    year, number = today().year, today().month
    found = []
    for _ in range(_SHOWN_MONTHS):
        found.append(f"{year}-{number:02}")
        year, number = (year, number - 1) if number > 1 else (year - 1, 12)
    return found
