"""Poverty classes by year in "Rà soát": a sheet over many households at once, and the counts of the year by village."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from app.areas.queries import villages
from app.households.queries import HouseholdFilter
from app.parsing import today
from app.review.poverty_operations import save_poverty_classes
from app.review.queries import (
    ClassLines,
    VillageCounts,
    class_lines,
    poverty_by_village,
    recorded_years,
    standard_of,
)
from app.wording import poverty_pages as words
from views import style
from views.doing import Outcome
from views.page import WorkFrame
from views.paged_table import Align, Column
from views.row_source import RowSource
from views.rows_list import RowsList
from views.sheet_page import SheetPage, Texts
from views.support.class_sheet import ClassSheet
from views.widgets.buttons import flat_button
from views.widgets.choice_edit import Choice, ChoiceEdit
from views.widgets.empty_state import EmptyState
from views.widgets.form import quiet_label
from views.widgets.search_bar import SearchBar

MEMORY = "review.classes"
MOST = 500
_TABLES = frozenset({"poverty_class", "household", "area"})
_YEARS_BACK = 6
_PAUSE = 60


def _count(name: str, title: str, width: int = 76) -> Column[VillageCounts]:
    def text(row: VillageCounts) -> str:
        return str(getattr(row.counts, name) or "")

    return Column(name, title, text, width, Align.RIGHT, sort=name, value=lambda row: getattr(row.counts, name))


_COLUMNS: tuple[Column[VillageCounts], ...] = (
    Column("village", words.VILLAGE, lambda row: row.name or words.NO_VILLAGE, 150, stretch=True),
    Column("households", words.HOUSEHOLDS, lambda row: str(row.households), 70, Align.RIGHT, sort="households"),
    Column("recorded", words.RECORDED, lambda row: str(row.recorded or ""), 70, Align.RIGHT, sort="recorded"),
    _count("poor", words.POOR),
    _count("near_poor", words.NEAR_POOR),
    _count("escaped", words.ESCAPED),
    _count("escaped_near_poor", words.ESCAPED_NEAR, 84),
    _count("fell_back", words.FELL_BACK),
    _count("newly_poor", words.NEWLY_POOR, 84),
    _count("newly_near_poor", words.NEWLY_NEAR, 84),
    _count("force_majeure", words.FORCE),
    Column("watched", words.WATCHED, lambda row: str(row.watched or ""), 76, Align.RIGHT, sort="watched"),
)
_OWN = ("households", "recorded", "watched")
_COUNTED = [one.name for one in _COLUMNS if one.sort and one.name not in _OWN]


def _total(rows: Sequence[VillageCounts]) -> str:
    names = ("poor", "near_poor", "escaped", "fell_back", "newly_poor")
    return words.counts_total(*(sum(getattr(row.counts, name) for row in rows) for name in names))


class ClassBoard(SheetPage[ClassSheet]):
    """The year above; under it the sheet, or the counts, which open the sheet of a village. Read when first shown.

    Rows in which something was typed stay in sight until they are saved, whatever is searched; they outlive the window.
    `sheet_wanted` comes when the sheet is to be shown instead of the counts.
    """

    sheet_wanted = Signal()

    def __init__(self, frame: WorkFrame) -> None:
        texts = Texts(words.SHEET, words.SHEET_KEYS, words.SAVE, words.DROP, words.SAVING)
        super().__init__(frame, ClassSheet(), texts)
        self._begun = False
        self.year_choice, self.village, self.kind = ChoiceEdit(width=110), ChoiceEdit(width=150), ChoiceEdit(width=170)
        self.search = SearchBar(self)
        self.standard = quiet_label()
        self.fill_button = flat_button(words.AS_BEFORE)
        self.counts = self._make_counts()
        self.empty = EmptyState(words.NOBODY, (), "review")
        self._more, self._asked = 0, 0
        self._kept_missing: set[str] = set()
        self._state_soon = QTimer(self, singleShot=True, interval=_PAUSE)
        self._lay_out()
        self._connect()

    def _make_counts(self) -> RowsList[VillageCounts]:
        def read() -> Sequence[VillageCounts]:
            with self.frame.workspace.read() as session:
                return poverty_by_village(session, self.sheet.year) if self._begun else []

        orders: dict[str, Callable[[VillageCounts], Any]] = {
            name: partial(_figure, name) for name in (*_COUNTED, *_OWN)
        }
        source = RowSource(
            read,
            lambda row: row.village_id or "",
            _TABLES,
            words=lambda row: row.name or words.NO_VILLAGE,
            orders=orders,
            total=_total,
        )
        empty = EmptyState(words.NO_COUNTS, (), "review")
        return RowsList(self.frame, source, _COLUMNS, "review.poverty", words.COUNTS_TITLE, words.COUNT_UNIT, empty)

    def _lay_out(self) -> None:
        self.year_choice.setAccessibleName(words.YEAR)
        for choice, name, hint in (
            (self.village, words.VILLAGE, words.ALL_VILLAGES),
            (self.kind, words.KIND, words.ALL_KINDS),
        ):
            choice.setAccessibleName(name)
            choice.field.setPlaceholderText(hint)
        self.kind.set_choices([Choice(*pair) for pair in words.KINDS.items()])
        self.standard.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        head = QHBoxLayout()
        head.addWidget(self.year_choice)
        head.addWidget(self.standard, 1)
        self.parts = QStackedWidget()
        self.parts.addWidget(self._sheet_part())
        self.parts.addWidget(self.counts)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.px(4))
        column.addLayout(head)
        column.addWidget(self.parts, 1)

    def _sheet_part(self) -> QWidget:
        part, filters, foot = QWidget(), QHBoxLayout(), QHBoxLayout()
        for widget in (self.search, self.village, self.kind):
            filters.addWidget(widget)
        filters.addStretch(1)
        filters.addWidget(self.fill_button)
        foot.addWidget(self.state, 1)
        foot.addWidget(self.drop_button)
        foot.addWidget(self.save_button)
        self.rows = QStackedWidget()
        self.rows.addWidget(self.view)
        self.rows.addWidget(self.empty)
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.px(4))
        column.addLayout(filters)
        column.addWidget(self.cell)
        column.addWidget(self.rows, 1)
        column.addLayout(foot)
        return part

    def _connect(self) -> None:
        self.year_choice.changed.connect(self._year_chosen)
        self.search.searched.connect(self._read)
        self.search.left.connect(self.view.setFocus)
        self.village.changed.connect(self._read)
        self.kind.changed.connect(self._read)
        self.sheet.edited.connect(self._state_soon.start)
        self._state_soon.timeout.connect(self.show_state)
        self.view.selectionModel().currentChanged.connect(self.tell_cell)
        self.view.left.connect(self.search.setFocus)
        self.counts.view.opened.connect(self.open_village)
        self.fill_button.clicked.connect(self.sheet.fill_as_before)
        self.add_sheet_keys(self)

    # What is in sight.

    def begin(self, place: int) -> None:
        """Come into sight: the sheet (0) or the counts (1)."""
        self.parts.setCurrentIndex(place)
        self.setFocusProxy(self.counts if place else self.search)
        if not self._begun:
            self._begun = True
            self._offer_villages()
            self._offer_years()
            self._open_year()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _offer_villages(self) -> None:
        with self.frame.workspace.read() as session:
            found = villages(session, self.frame.workspace.author.office)
        chosen = self.village.value()
        self.village.set_choices([Choice(one.id, one.shown) for one in found])
        self.village.set_value(chosen)
        self.village.setVisible(bool(found))

    def _offer_years(self) -> None:
        now = today().year
        with self.frame.workspace.read() as session:
            years = {*recorded_years(session), *range(now - _YEARS_BACK, now + 2)}
        self.year_choice.set_choices(
            [Choice(str(one), words.YEAR_SHOWN.format(year=one)) for one in sorted(years, reverse=True)]
        )
        self.year_choice.set_value(str(self.sheet.year))

    def _year_chosen(self) -> None:
        chosen = self.year_choice.value()
        if chosen is None:
            self.year_choice.set_value(str(self.sheet.year))
        elif int(chosen) != self.sheet.year:
            self.keep_draft()
            self.sheet.year = int(chosen)
            self._open_year()

    def _open_year(self) -> None:
        used = standard_of(self.sheet.year)
        self.standard.setText(words.STANDARD_OF.format(name=used.name) if used else words.NO_STANDARD_OF)
        self.sheet.show_rows([])
        self.sheet.take_kept(self.take_draft())
        self._read()
        self.counts.load()

    def _read(self, *_: object) -> None:
        """Read the rows of the filter beside the window; an answer to an earlier question is not shown."""
        if not self._begun:
            return
        self._asked += 1
        asked, year, kind = self._asked, self.sheet.year, self.kind.value()
        village = self.village.value()
        wanted = HouseholdFilter(self.search.text().strip(), frozenset({village} if village else ()))
        typed = list(self.sheet.kept())

        def read() -> ClassLines:
            with self.frame.workspace.read() as session:
                return class_lines(session, year, wanted, MOST, kind=kind, also=typed)

        self.frame.runner.read(read, lambda found: self._show(found) if asked == self._asked else None)

    def _show(self, found: ClassLines) -> None:
        here = {line.household_id for line in found.lines}
        if any(key not in here for key in self.sheet.kept()) and self._kept_missing != set(self.sheet.kept()):
            self._kept_missing = set(self.sheet.kept())
            self._read()  # typed while it was read: these rows stay in sight
            return
        self._kept_missing = set()
        self._more = found.more
        self.sheet.show_rows(found.lines)
        self.rows.setCurrentWidget(self.view if found.lines else self.empty)
        self.show_state()

    def open_village(self, village_id: object) -> None:
        """The sheet of the village whose counts are in hand."""
        self.village.set_value(str(village_id) or None)
        self._read()
        self.sheet_wanted.emit()

    # What is typed.

    def show_state(self) -> None:
        rows = self.sheet.rows
        missing = sum(1 for row in rows if not self.sheet.text(row, "level"))
        self.state.setText(words.sheet_state(len(rows), self._more, len(self.sheet.changed_rows()), missing))
        self.show_buttons()
        self.fill_button.setEnabled(any(row.before and not self.sheet.text(row, "level") for row in rows))
        self.tell_cell()

    def draft_name(self) -> str | None:
        return f"{MEMORY}.{self.sheet.year}" if self._begun else None

    def to_save(self) -> tuple[Callable[[], Outcome], str]:
        drafts, taken_off = self.sheet.drafts(), self.sheet.taken_off()
        told = words.saved_text(self.sheet.year, len(drafts), len(taken_off))
        return partial(save_poverty_classes, self.frame.workspace, drafts, taken_off), told

    def read_again(self) -> None:
        self._read()

    def forget(self, changes: object) -> None:
        tables = getattr(changes, "tables", None)
        if not self._begun or not (tables is None or tables & _TABLES):
            return
        if tables is None or "area" in tables:
            self._offer_villages()
        self._read()
        self.counts.forget(changes)


def _figure(name: str, row: VillageCounts) -> int:
    return int(getattr(row, name) if name in _OWN else getattr(row.counts, name))
