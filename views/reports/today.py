"""The page "Việc hôm nay": counts that open their lists, what is overdue, what comes next, how far programmes are."""

from __future__ import annotations

from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLayout, QScrollArea, QVBoxLayout, QWidget

from app.documents.words import date_text, whole_text
from app.households.queries import HouseholdFilter
from app.parsing import today
from app.wording import frame as frame_words
from app.wording import half_typed as drafts
from app.wording import handover, household_pages
from app.wording import today as words
from app.wording import units as unit_words
from models.vocabulary import Level, Status
from views import style
from views.half_typed import HalfTyped, go_on_with, half_typed
from views.list_page import TitleLine
from views.page import (
    CAMPAIGNS,
    DRAFTS,
    FLAGS_FOUND,
    GIVING,
    HELP,
    HOUSEHOLDS,
    LIST_IMPORT,
    MONTHS,
    NEW_HOUSEHOLD,
    PLACE,
    REPORTS,
    InPlan,
    Page,
    WorkFrame,
)
from views.reports.figures import CountCard, FigureTable, Sentence
from views.status_line import when_text
from views.widgets.buttons import flat_button
from views.widgets.chart import ChartPanel
from views.widgets.empty_state import EmptyState
from views.widgets.form import group_title, quiet_label
from views.widgets.status_sign import LOOKS, group_of

if TYPE_CHECKING:
    from app.documents.chart import Chart
    from app.reports.giving_today import DriveLine
    from app.reports.today import Due, ProgrammeLine, Today
    from views.reports.units import UnitsList

_DISMISSED = "today.first_dismissed"
_NEW_DRAFT = "draft.household.new"
_SHOWN = 8
_RARE = ("on_hold", "left")
_ROOM_FOR_TWO = 1000
_UNITS_HIGH = 260
_CHART_WIDTH, _CHART_LETTERS = 430, 12
DRIVES = "drives"
_HANDING = f"{frame_words.HANDOVER_PAGE} {frame_words.PLACE_MARK} {{tab}}"
#: Where the button of a sentence leads: a page, and what it is asked; without one, to the list that makes the number.
_PAGES: dict[str, tuple[str, object]] = {
    "tasks": ("tasks", None),
    "flags": ("tasks", None),
    "to_hand_over": (PLACE, _HANDING.format(tab=handover.TO_HAND_OVER)),
    "no_minutes": (PLACE, _HANDING.format(tab=handover.HANDED_OVER)),
    "to_accept": (PLACE, _HANDING.format(tab=handover.TO_ACCEPT)),
    "to_start": ("construction", None),
    "building": ("construction", None),
    "pledges_late": (GIVING, "pledges"),
    "drive_report": (GIVING, DRIVES),
    "to_decide": ("decisions", None),
    "villages": ("settings", "villages"),
    "households": (LIST_IMPORT, None),
    "request": (HOUSEHOLDS, None),
    "decision": ("decisions", None),
    "stage": ("construction", None),
    "handover": (PLACE, _HANDING.format(tab=handover.TO_ACCEPT)),
    "package": ("exchange", None),
    "backup_outside": ("settings", "backup"),
    "month_end": (MONTHS, None),
}


class _Content(QWidget):
    """As high as its sentences at the width they have; a layout alone asks for their height at the least width."""

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), 0)


class TodayPage(Page):
    """Read anew on the reader's thread whenever something changed."""

    def __init__(self, frame: WorkFrame) -> None:
        super().__init__()
        self.frame = frame
        self.facts: Today | None = None
        self.sentences: list[Sentence] = []
        self.level = frame.workspace.author.level
        self._round = 0
        self._whole = False
        self._drafts: list[HalfTyped] = []
        self.charts: list[ChartPanel] = []
        self._across: QBoxLayout | None = None
        self._below: QBoxLayout | None = None
        self._beside: QBoxLayout | None = None
        self.units: UnitsList | None = None
        self._drawn: tuple[tuple[Chart, bytes], ...] = ()
        self.cards = {group: CountCard(group, partial(self._open_group, group)) for group in LOOKS}
        self._content = QScrollArea()
        self._content.setWidgetResizable(True)
        self._content.setFrameShape(QScrollArea.Shape.NoFrame)
        self._content.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._foot = QHBoxLayout()
        self.heading = TitleLine(frame_words.TODAY_PAGE)
        self._counts = QWidget()
        self._counts.setVisible(self.level is not Level.AGENCY)
        self._lay_out()
        self._load()

    def _lay_out(self) -> None:
        self.heading.count.setText(date_text(today()))
        counts = QHBoxLayout(self._counts)
        counts.setContentsMargins(0, 0, 0, 0)
        counts.setSpacing(style.px(8))
        for group, card in self.cards.items():
            card.setVisible(group not in _RARE)
            counts.addWidget(card)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.heading)
        self._column.addWidget(self._counts)
        self._column.addWidget(self._content, 1)
        self._column.addLayout(self._foot)
        style.follow_scale(self, self._margins)

    def _margins(self) -> None:
        self._column.setContentsMargins(style.px(16), style.px(8), style.px(16), style.px(4))
        self._column.setSpacing(style.px(8))

    # Reading

    def _load(self) -> None:
        self._round += 1
        workspace, programme = self.frame.workspace, self.frame.programme

        def read() -> Today:
            from app.reports.today import today_facts  # all rooms: loaded beside the window that is there already

            return today_facts(workspace, programme)

        self.frame.runner.read(read, partial(self._take, self._round))

    def _take(self, asked_in: int, facts: Today) -> None:
        if asked_in == self._round:
            self.facts = facts
            self._drawn = ()
            self._show(facts)
            QTimer.singleShot(0, partial(self._load_charts, asked_in))

    def _load_charts(self, asked_in: int) -> None:
        """Charts are read and drawn once the page is in sight: starting waits for none of them."""
        if asked_in != self._round or self.facts is None or not (self.facts.households or self.facts.drives):
            return
        workspace, programme, families = self.frame.workspace, self.frame.programme, style.FAMILIES

        def draw() -> list[tuple[Chart, bytes]]:
            from app.documents.charts import chart_svg  # reportlab is slow to load
            from app.reports.first_charts import first_charts

            found = first_charts(workspace, programme)
            return [(one, chart_svg(one, _CHART_WIDTH, families, _CHART_LETTERS, titled=False)) for one in found]

        self.frame.runner.read(draw, partial(self._take_charts, asked_in))

    def _take_charts(self, asked_in: int, drawn: list[tuple[Chart, bytes]]) -> None:
        if asked_in == self._round:
            self._drawn = tuple(drawn)
            self._place_charts()

    def _place_charts(self) -> None:
        """Bars by area under the programmes, weeks and money side by side under both columns."""
        self.charts = [ChartPanel(*one) for one in self._drawn]
        if not self.charts or self._below is None or self._beside is None:
            return
        first, *others = self.charts
        if self.level is Level.AGENCY:
            others, first_place = [], self._beside
        else:
            first_place = self._beside
        first_place.insertWidget(max(first_place.count() - 1, 0), first)
        for one in others:
            self._below.addWidget(one, 1)

    def forget(self, changes: object) -> None:
        self._load()
        if self.units is not None:
            self.units.forget(changes)

    def programme_changed(self) -> None:
        self._load()
        if self.units is not None:
            self.units.load()

    # Showing

    def _show(self, facts: Today) -> None:
        counts = dict.fromkeys(LOOKS, 0)
        for status, count in facts.statuses.items():
            counts[group_of(Status(status)) if status in list(Status) else "waiting"] += count
        for group, card in self.cards.items():
            card.show_count(counts[group])
            card.setVisible(counts[group] > 0 or group not in _RARE)
        self._counts.setVisible(facts.households > 0)
        self.sentences, self.charts = [], []
        if self.units is not None:
            self.units.setParent(self)  # the content in sight is thrown away, this list is not
        self._below = self._beside = None
        content = _Content()
        rows = QVBoxLayout(content)
        rows.setContentsMargins(0, 0, style.px(8), 0)
        rows.setSpacing(style.px(16))
        if self.level is Level.UPPER:
            self._add_units(rows)
        across = self._across = QHBoxLayout()
        rows.addLayout(across)
        across.setSpacing(style.px(32))
        if facts.households or facts.drives:
            across.addLayout(self._left(facts), 62)
            across.addLayout(self._right(facts), 38)
            self._below = QHBoxLayout()
            self._below.setSpacing(style.px(32))
            rows.addLayout(self._below)
            rows.addStretch(1)
            self._place_charts()
        else:
            across.addLayout(self._beginning(facts))
        self._fit(self.width())
        self._content.setWidget(content)
        self._show_foot(facts)

    def _fit(self, width: int) -> None:
        """Where two columns find no room, the second stands under the first."""
        if self._across is not None:
            beside = width >= style.px(_ROOM_FOR_TWO)
            way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
            self._across.setDirection(way)
            if self._below is not None:
                self._below.setDirection(way)

    def showEvent(self, event: QShowEvent) -> None:
        """Points of many houses may have been found, and something half-typed, since this page was last in sight."""
        super().showEvent(event)
        if self.facts is not None and (self.facts.flags_apart or self._drafts != half_typed(self.frame.memory)):
            self._show(self.facts)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit(event.size().width())

    def _beginning(self, facts: Today) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(style.px(4))
        column.addWidget(self._empty())
        for draft in self._half_typed():
            self._add(column, draft)
        self._add_first_things(column, facts)
        column.addStretch(1)
        return column

    def _empty(self) -> EmptyState:
        if self.level is Level.AGENCY:
            begin = (words.OPEN_DRIVES, lambda: self.frame.go(GIVING, DRIVES))
            return EmptyState(words.NO_DRIVES, (begin,), "donation")
        if self.level is Level.UPPER:
            receive = (household_pages.RECEIVE, lambda: self.frame.go("exchange"))
            return EmptyState(words.NO_HOUSEHOLDS_UPPER, (receive,), "communes")
        buttons = (
            (household_pages.IMPORT, lambda: self.frame.go(LIST_IMPORT)),
            (household_pages.ADD, lambda: self.frame.go(NEW_HOUSEHOLD)),
        )
        return EmptyState(words.NO_HOUSEHOLDS, buttons, "household")

    def _left(self, facts: Today) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(style.px(4))
        self._add_lines(column, facts)
        self._add_first_things(column, facts)
        column.addStretch(1)
        return column

    def _add_lines(self, column: QVBoxLayout, facts: Today) -> None:
        """What is overdue, what is there to do today and this week: at most eight lines until more are asked for."""
        lines = self._lines(facts)
        shown = len(lines) if self._whole or len(lines) <= _SHOWN + 1 else _SHOWN
        before = ""
        for heading, due in lines[:shown]:
            if heading != before:
                column.addSpacing(style.px(8) if before else 0)
                column.addWidget(group_title(heading))
                before = heading
            if isinstance(due, Sentence):
                self._add(column, due)
            else:
                self._add_due(column, due, strong=heading == words.OVERDUE)
        if not lines:
            column.addWidget(group_title(words.NEXT))
            near = f" {words.NEAREST.format(text=facts.nearest)}" if facts.nearest else ""
            column.addWidget(quiet_label(words.NOTHING_DUE + near))
        if len(lines) > _SHOWN + 1:
            more = words.LESS if self._whole else words.MORE.format(count=len(lines) - _SHOWN)
            button = flat_button(more)
            button.clicked.connect(self._show_more)
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _lines(self, facts: Today) -> list[tuple[str, Due | Sentence]]:
        """Every line under its heading; of many, one deadline of the week stands among the first eight."""
        lines: list[tuple[str, Due | Sentence]] = [(words.OVERDUE, one) for one in facts.overdue]
        lines += [(words.NEXT, one) for one in self._half_typed()]
        lines += [(words.NEXT, one) for one in facts.next]
        if facts.flags_apart:
            text, button = _flags_apart(self.frame.memory.get(FLAGS_FOUND))
            lines.append((words.NEXT, Sentence(text, button, partial(self.frame.go, *_PAGES["flags"]))))
        return lines + [(words.WEEK, one) for one in facts.week]

    def _half_typed(self) -> list[Sentence]:
        """What was begun and not saved: one draft by its name, several by their number."""
        self._drafts = half_typed(self.frame.memory)
        if len(self._drafts) > 1:
            count = whole_text(len(self._drafts))
            return [Sentence(drafts.COUNT.format(count=count), drafts.SHOW, lambda: self.frame.go(DRAFTS, ""))]
        return [
            Sentence(
                words.DRAFT if one.name == _NEW_DRAFT else drafts.ONE.format(title=one.title),
                words.DRAFT_BUTTON,
                partial(go_on_with, self.frame, one),
            )
            for one in self._drafts
        ]

    def _show_more(self) -> None:
        self._whole = not self._whole
        if self.facts is not None:
            self._show(self.facts)

    def _right(self, facts: Today) -> QVBoxLayout:
        column = self._beside = QVBoxLayout()
        column.setSpacing(style.px(4))
        if self.level is Level.AGENCY:
            self._add_drives(column, facts.drives)
            return column
        column.addWidget(group_title(words.PROGRAMMES))
        self.programmes = FigureTable(words.PROGRAMME_COLUMNS)
        for line in facts.programmes:
            self.programmes.add_line(_programme_cells(line), partial(self._open_programme, line))
        column.addWidget(self.programmes)
        column.addSpacing(style.px(8))
        column.addStretch(1)
        return column

    def _add_units(self, column: QVBoxLayout) -> None:
        """The communes, above all else: made once, so that it stays sorted as the officer likes."""
        if self.units is None:
            from views.reports.units import UnitsList  # only upper offices have it

            units = self.units = UnitsList(self.frame, "today.units")
            style.follow_scale(units, lambda: units.setFixedHeight(style.px(_UNITS_HIGH)))
        column.addWidget(group_title(unit_words.TITLE))
        column.addWidget(self.units)

    def _add_drives(self, column: QVBoxLayout, lines: tuple[DriveLine, ...]) -> None:
        column.addWidget(group_title(words.DRIVES))
        self.drives = FigureTable(words.DRIVE_COLUMNS)
        for line in lines:
            self.drives.add_line(_drive_cells(line), partial(self.frame.go, GIVING, DRIVES))
        column.addWidget(self.drives)
        column.addStretch(1)

    def _add_due(self, column: QVBoxLayout, due: Due, *, strong: bool = False) -> None:
        page, request = _PAGES.get(due.kind, (HOUSEHOLDS, due.wanted))
        if due.campaign_id is not None:
            page, request = CAMPAIGNS, InPlan(due.campaign_id, "deadlines")
        if due.report is not None:
            page, request = REPORTS, due.report
        act = partial(self.frame.go, page, request)
        self._add(column, Sentence(due.text, words.DUE[due.kind][1], act, strong=strong))

    def _add(self, column: QVBoxLayout, sentence: Sentence) -> None:
        self.sentences.append(sentence)
        column.addWidget(sentence)

    def _add_first_things(self, column: QVBoxLayout, facts: Today) -> None:
        """The first seven things stay until they are done or dismissed."""
        left = [name for name, done in facts.first.items() if not done]
        if not left or self.frame.memory.get(_DISMISSED):
            return
        column.addSpacing(style.px(12))
        row = QHBoxLayout()
        row.addWidget(group_title(words.FIRST_THINGS))
        row.addStretch(1)
        how = flat_button(words.HOW, "help")
        how.clicked.connect(lambda: self.frame.go(HELP, "first"))
        row.addWidget(how)
        dismiss = flat_button(words.DISMISS, "close")
        dismiss.clicked.connect(self._dismiss)
        row.addWidget(dismiss)
        column.addLayout(row)
        for number, name in enumerate(facts.first, 1):
            if name in left:
                page, request = _PAGES[name]
                text, button = words.FIRST[name]
                self._add(column, Sentence(f"{number}. {text}", button, partial(self.frame.go, page, request)))
            else:
                column.addWidget(quiet_label(f"{number}. {words.FIRST[name][0]} – {words.DONE}"))

    def _dismiss(self) -> None:
        self.frame.memory.put(_DISMISSED, "1")
        self._load()

    def _show_foot(self, facts: Today) -> None:
        _empty_layout(self._foot)
        times = ((words.BACKUP, facts.backup), (words.PACKAGE, facts.package))
        for text, at in times:
            self._foot.addWidget(quiet_label(text.format(when=when_text(_local(at)))))
        self._foot.addStretch(1)

    # Opening lists

    def _open_group(self, group: str) -> None:
        statuses = frozenset(one.value for one in Status if group_of(one) == group)
        self.frame.go(HOUSEHOLDS, HouseholdFilter(statuses=statuses))

    def _open_programme(self, line: ProgrammeLine) -> None:
        self.frame.go(HOUSEHOLDS, HouseholdFilter(programme_id=line.id))


def _flags_apart(found: str | None) -> tuple[str, str]:
    """What is said of points that are found only when somebody asks: how many there were the last time."""
    count, _, day = (found or "").partition(" ")
    if not day:
        return words.FLAGS_APART
    said, button = words.FLAGS_FOUND
    return said.format(count=whole_text(int(count)), day=date_text(date.fromisoformat(day))), button


def _programme_cells(line: ProgrammeLine) -> list[str]:
    end = date_text(date.fromisoformat(line.end)) if line.end else words.NO_END
    counts = (line.needed, line.started, line.handed_over)
    share = words.PERCENT.format(share=line.percent)
    return [line.name, *map(whole_text, counts), share, whole_text(line.left), end]


def _drive_cells(line: DriveLine) -> list[str]:
    gave = words.GAVE_OF.format(gave=whole_text(line.gave), people=whole_text(line.people))
    return [line.name, gave, whole_text(line.collected), whole_text(line.in_hand)]


def _local(at: datetime | None) -> datetime | None:
    return at.astimezone() if at is not None else None


def _empty_layout(layout: QLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.deleteLater()
