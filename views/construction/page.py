"""The page "Xây dựng": how far each approved house is, and the quick grid that updates many at once."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from app.documents.words import decimal_text
from app.reports.worklists import CaseRow
from app.support.facts import StageRow
from app.wording import construction, photos, vocabulary
from app.wording import frame as frame_words
from models.vocabulary import ExceptionCase, Stage, Status
from views.construction.by_village import ByVillage
from views.construction.grid_panel import GridPanel
from views.construction.pause_form import PauseForm
from views.construction.photo_sheets import PhotoSheets
from views.construction.photos_tab import PhotosTab
from views.page import Page, WorkFrame
from views.paged_table import Align, Column
from views.rows_list import add_key
from views.short_form import opened
from views.tabbed_page import TabbedPage
from views.widgets.empty_state import EmptyState
from views.widgets.switch import Switch
from views.worklist import HEAD, HOUSE, PROGRAMME, STATUS, TABLES, VILLAGE, WORK_TYPE, CaseList, CaseSource, day_shown

_BUILDING = (Status.APPROVED, Status.STARTED, Status.IN_PROGRESS, Status.ON_HOLD)
_ALL = (*_BUILDING, Status.ACCEPTED, Status.HANDED_OVER, Status.CLOSED)
_MILLION = 1_000_000


def _last_stage(row: CaseRow) -> tuple[Stage, StageRow] | None:
    return next(iter(list(row.state.stages.items())[-1:]), None)


def _latest(row: CaseRow) -> str:
    last = _last_stage(row)
    return vocabulary.STAGES[last[0].value] if last else ""


def _latest_on(row: CaseRow) -> str:
    last = _last_stage(row)
    return day_shown(last[1].done_on) if last else ""


def _note(row: CaseRow) -> str:
    if row.state.exception is not None:
        return row.state.exception.reason or ""
    return row.news.note


def _paid(row: CaseRow) -> str:
    paid = decimal_text(Decimal(row.state.paid_amount) / _MILLION)
    approved = row.state.approved_amount
    return f"{paid} / {decimal_text(Decimal(approved) / _MILLION)}" if approved else ""


COLUMNS = (
    HEAD,
    VILLAGE,
    WORK_TYPE,
    HOUSE,
    STATUS,
    Column[CaseRow]("started", construction.STARTED_ON, lambda row: day_shown(row.state.started_on), 84, Align.CENTRE),
    Column[CaseRow]("latest", construction.LATEST, _latest, 130, spare=True),
    Column[CaseRow]("latest_on", construction.LATEST_ON, _latest_on, 84, Align.CENTRE),
    Column[CaseRow]("paid", construction.PAID_OF_APPROVED, _paid, 104, Align.RIGHT, sort="paid"),
    Column[CaseRow]("note", construction.NOTE, _note, 96, tip=_note),
    PROGRAMME,
)


class ProgressTab(Page):
    """The list of houses; "Cập nhật nhanh" turns it into the grid of those ticked, else of all shown."""

    def __init__(self, frame: WorkFrame) -> None:
        super().__init__()
        self.frame = frame
        self.list = CaseList(
            frame,
            CaseSource(frame, _BUILDING, amount="approved"),
            COLUMNS,
            "construction.progress",
            EmptyState(construction.NOTHING_BUILT, (), "building"),
        )
        self.list.line.add_action(construction.QUICK_UPDATE, self.open_grid)
        self.list.line.add_action(construction.PAUSE, self.pause)
        self.list.line.add_action(construction.RESUME, self.resume)
        self.grid = GridPanel(frame)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.list)
        self.stack.addWidget(self.grid)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.stack)
        self.setFocusProxy(self.list)
        self.grid.left.connect(self.close_grid)
        add_key(self, "Ctrl+N", self.open_grid)

    @property
    def in_grid(self) -> bool:
        """Whether the grid is in sight."""
        return self.stack.currentWidget() is self.grid

    def show_statuses(self, place: int) -> None:
        """The switch: houses being built, or all that were approved."""
        statuses = _ALL if place else _BUILDING
        self.list.narrow(statuses=frozenset(one.value for one in statuses), decided=True if place else None)

    def meant(self) -> list[str]:
        """The ticked houses, else all that are shown; in the grid those in it that are in sight."""
        if self.in_grid:
            return [self.grid.grid.rows[place].key for place in self.grid.view.shown_rows()]
        table = self.list.table
        return [str(one) for one in table.ticked] or [str(table.key_at(place)) for place in range(table.count)]

    def open_grid(self) -> None:
        """Turn the list into the grid; changes kept from before come back with their houses."""
        wanted = list(dict.fromkeys([*self.grid.drafted(), *self.meant()]))
        self.frame.runner.read(lambda: list(self.list.source.rows(wanted)), self._show_grid)

    def _show_grid(self, rows: Sequence[CaseRow]) -> None:
        self.stack.setCurrentWidget(self.grid)
        self.setFocusProxy(self.grid)
        self.grid.show_rows(rows)
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_grid(self) -> None:
        """Back to the list."""
        self.stack.setCurrentWidget(self.list)
        self.setFocusProxy(self.list)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def pause(self) -> None:
        """Pause the ticked houses with a reason."""
        self.list.with_chosen(lambda rows: self._open_pause(rows, ExceptionCase.ON_HOLD))

    def resume(self) -> None:
        """Bring the ticked houses back."""
        self.list.with_chosen(lambda rows: self._open_pause(rows, ExceptionCase.RESUMED))

    def _open_pause(self, rows: Sequence[CaseRow], kind: ExceptionCase) -> None:
        opened(PauseForm(self.frame, [row.facts for row in rows], kind, self))

    def forget(self, changes: object) -> None:
        self.list.forget(changes)
        tables = getattr(changes, "tables", None)
        if self.in_grid and (tables is None or tables & TABLES):
            keys = self.grid.grid.keys
            self.frame.runner.read(lambda: list(self.list.source.rows(keys)), self.grid.show_rows)

    def programme_changed(self) -> None:
        self.list.programme_changed()

    def keep_draft(self) -> None:
        if self.in_grid:
            self.grid.keep()


class ConstructionPage(TabbedPage):
    """The page with its tabs."""

    def __init__(self, frame: WorkFrame) -> None:
        super().__init__(frame, frame_words.CONSTRUCTION_PAGE)
        self.switch = Switch((construction.BUILDING, construction.ALL_HOUSES))
        self.progress = ProgressTab(frame)
        self.add_tab(self.progress, construction.PROGRESS_TAB, construction.QUICK_UPDATE, self.progress.open_grid)
        self.photos = PhotosTab(frame)
        self.add_tab(self.photos, photos.TAB, photos.ADD, self.photos.act)
        self.by_village = ByVillage(self, frame, self.progress.meant, self.show_papers)
        self.add_beside_tabs(self.by_village)
        self.sheets = PhotoSheets(self.progress.meant, self.show_papers)
        self.add_beside_tabs(self.sheets)
        self.add_beside_tabs(self.switch)
        add_key(self.progress.grid, "Ctrl+P", self.by_village.show_sheets)
        self.switch.chosen.connect(self.progress.show_statuses)
        self.progress.stack.currentChanged.connect(self._name_button)
        self.photos.counted.connect(self._name_button)
        self.tabs.currentChanged.connect(self._name_button)
        self._name_button()

    def _name_button(self) -> None:
        """In the grid the filled button is "Lưu" at its foot: a page has one."""
        self.by_village.setVisible(self.current is self.progress)
        self.sheets.setVisible(self.current is self.progress)
        self.switch.setVisible(self.current is self.progress and not self.progress.in_grid)
        if self.current is self.photos:
            self.set_filled(photos.save_text(len(self.photos.meant())))
            return
        left = self.progress.grid.grid.changed_houses
        name = construction.unsaved_text(left) if left else construction.QUICK_UPDATE
        self.set_filled("" if self.progress.in_grid else name)
