"""A worklist: the cases that wait for one step, searched, filtered by village, ticked; the columns lists share."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QVBoxLayout

from app.documents.words import date_text, money_text, whole_text
from app.households.worklists import CaseFilter, CaseOrder, case_keys, case_totals
from app.reports.worklists import CaseRow, case_rows
from app.wording import vocabulary, worklists
from models.vocabulary import Stage, Status
from views import messages
from views.list_page import TablePanel
from views.page import DOSSIER, InList, Page, WorkFrame
from views.paged_table import Align, Column, Found, PagedTable, Sort
from views.table_view import PagedTableView
from views.village_choice import VillageChoice
from views.widgets.choice_edit import Choice, ChoiceEdit
from views.widgets.empty_state import EmptyState
from views.widgets.house_pictogram import house_text, paint_house
from views.widgets.status_sign import group_of, paint_status, status_text

#: A change of one of these tables may change a row of a worklist.
TABLES = frozenset(
    {
        "household",
        "area",
        "support_case",
        "decision",
        "case_exception",
        "stage_record",
        "site_report",
        "acceptance",
        "handover",
        "payment",
        "issued_paper",
        "paper_note",
        "programme_rule",
        "support_norm",
        "housing_condition",
        "village_meeting",
        "review_vote",
        "posting",
        "posted_case",
        "remark",
        "submission",
        "submitted_case",
    }
)
_BUILDING = (Stage.FOUNDATION, Stage.FRAME_WALL, Stage.ROOF, Stage.FINISH)


class CaseSource:
    """The source of a worklist's table; `amount` names the sum of its total line (a field of `CaseTotals`)."""

    tables = TABLES

    def __init__(
        self,
        frame: WorkFrame,
        statuses: Sequence[Status],
        *,
        amount: str = "",
        caseless: bool = False,
        decided: bool | None = None,
        with_papers: bool = False,
    ) -> None:
        self._frame = frame
        self._amount = amount
        self._with_papers = with_papers
        names = frozenset(one.value for one in statuses)
        self.wanted = CaseFilter(names, frame.programme, caseless=caseless, decided=decided)

    def narrow(self, **changed: object) -> None:
        """Change the filter; the table is then loaded again."""
        self.wanted = replace(self.wanted, **changed)  # type: ignore[arg-type]  # names and values of `CaseFilter`

    def key(self, row: CaseRow) -> str:
        return row.key

    def first(self, sort: Sort | None, limit: int) -> Sequence[CaseRow]:
        with self._frame.workspace.read() as session:
            keys = case_keys(session, self.wanted, _order(sort), limit)
            return case_rows(session, keys, self.wanted.programme_id, with_papers=self._with_papers)

    def find(self, sort: Sort | None) -> Found:
        wanted = self.wanted
        with self._frame.workspace.read() as session:
            keys = case_keys(session, wanted, _order(sort))
            totals = case_totals(session, wanted)
        amount = getattr(totals, self._amount) if self._amount else 0
        return Found(keys, totals.all, money_text(amount) if amount else "")

    def rows(self, keys: Sequence[Hashable]) -> Sequence[CaseRow]:
        with self._frame.workspace.read() as session:
            wanted = [str(one) for one in keys]
            return case_rows(session, wanted, self.wanted.programme_id, with_papers=self._with_papers)


def _order(sort: Sort | None) -> CaseOrder | None:
    return CaseOrder(sort.key, sort.descending) if sort else None


class CaseList(Page):
    """A worklist as a tab or a whole page. `name` is what its columns are remembered under."""

    def __init__(
        self,
        frame: WorkFrame,
        source: CaseSource,
        columns: Sequence[Column[CaseRow]],
        name: str,
        empty: EmptyState,
        unit: str = worklists.UNIT,
    ) -> None:
        super().__init__()
        self.frame = frame
        self.source = source
        self.table = PagedTable[CaseRow](source, columns, frame.runner)
        self.view = PagedTableView(self.table, name, frame.memory)
        self.panel = TablePanel(self.view, unit, empty)
        self.line = self.panel.line
        self.villages = VillageChoice(frame, 150)
        self.line.add_filter(self.villages)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.panel)
        self.setFocusProxy(self.panel)
        self.panel.searched.connect(lambda text: self.narrow(text=text))
        self.villages.changed.connect(lambda: self.narrow(village_ids=self.villages.wanted()))
        self.view.opened.connect(self._open)
        self.villages.offer()
        self.table.load()

    def offer_more(
        self, names: tuple[str, str], statuses: Sequence[Status], more: Sequence[Status], width: int
    ) -> ChoiceEdit:
        """A choice beside the villages: houses of these statuses only, or of more."""
        which = ChoiceEdit([Choice("", names[0]), Choice("all", names[1])], width=width)
        which.set_value("")
        which.setAccessibleName(worklists.STATUS)
        wanted = {"": frozenset(one.value for one in statuses), "all": frozenset(one.value for one in more)}
        which.changed.connect(lambda: self.narrow(statuses=wanted[which.value() or ""]))
        self.line.add_filter(which)
        return which

    def narrow(self, **changed: object) -> None:
        """Filter by something else and read the list anew."""
        self.source.narrow(**changed)
        self.table.load()

    def forget(self, changes: object) -> None:
        tables = getattr(changes, "tables", None)
        if tables is None or "area" in tables:
            self.villages.offer()
        self.table.forget(changes)

    def programme_changed(self) -> None:
        self.narrow(programme_id=self.frame.programme)

    def chosen(self) -> list[str]:
        """The keys of the ticked rows, else of the current one; says what to do when there is neither."""
        ticked = [str(one) for one in self.table.ticked]
        current = self.view.current_key()
        if ticked or current is not None:
            return ticked or [str(current)]
        messages.trouble(worklists.TICK_FIRST)
        return []

    def with_chosen(self, go_on: Callable[[list[CaseRow]], None]) -> None:
        """Read the rows of `chosen` beside the window and go on with them."""
        keys = self.chosen()
        if keys:
            self.frame.runner.read(lambda: list(self.source.rows(keys)), go_on)

    def _open(self, key: object) -> None:
        household = self._household(key)
        if household is not None:
            self.frame.go(DOSSIER, InList(household, self._step))

    def _step(self, by: int) -> str | None:
        """Ctrl+PgUp and Ctrl+PgDn of a dossier go through this list."""
        return self._household(self.view.step(by))

    def _household(self, key: object) -> str | None:
        rows = self.source.rows([str(key)]) if key is not None else []
        return rows[0].household_id if rows else None


def day_shown(day: str | None) -> str:
    """A recorded day as people read it; nothing for none."""
    return date_text(date.fromisoformat(day)) if day else ""


def day_or_before(day: str | None, before: bool | None) -> str:
    """A recorded day; "…" where nobody knows it, because that was before the program was used."""
    return day_shown(day) or (worklists.NOT_KNOWN if before else "")


def amount_shown(amount: int | None) -> str:
    """An amount in a column whose heading names the unit."""
    return whole_text(amount) if amount else ""


def stages_shown(row: CaseRow) -> tuple[Stage, ...]:
    """The parts of the house that stand: all of them once it is accepted, whatever was written down on the way."""
    return tuple(Stage) if row.state.acceptance is not None else tuple(row.state.stages)


def building_stage(row: CaseRow) -> Stage | None:
    """The part being built now: the first that is not finished, once the works have begun."""
    stages = row.state.stages
    if not stages or row.state.acceptance is not None:
        return None
    return next((one for one in _BUILDING if one not in stages), None)


def _paint_status(painter: QPainter, cell: QRect, row: CaseRow) -> None:
    paint_status(painter, cell, group_of(row.state.status), row.overdue)


def _paint_house(painter: QPainter, cell: QRect, row: CaseRow) -> None:
    paint_house(painter, cell, stages_shown(row), building_stage(row))


def _programme(row: CaseRow) -> str:
    return row.facts.programme.short_name if row.facts.programme else ""


HEAD = Column[CaseRow](
    "name", worklists.HEAD, lambda row: row.head_name, 180, sort="name", stretch=True, tip=lambda row: row.head_name
)
BIRTH = Column[CaseRow]("birth", worklists.BIRTH, lambda row: row.birth[:4], 66, Align.CENTRE)
VILLAGE = Column[CaseRow](
    "village", worklists.VILLAGE, lambda row: row.village, 124, sort="village", tip=lambda row: row.village
)
CATEGORY = Column[CaseRow](
    "category",
    worklists.CATEGORY,
    lambda row: vocabulary.CATEGORIES.get(row.facts.category or "", ""),
    140,
    sort="category",
)
WORK_TYPE = Column[CaseRow](
    "work_type",
    worklists.WORK_TYPE,
    lambda row: vocabulary.WORK_TYPES.get(row.state.work_type or "", ""),
    80,
    sort="work_type",
    spare=True,
)
STATUS = Column[CaseRow](
    "status",
    worklists.STATUS,
    lambda row: status_text(group_of(row.state.status), row.overdue),
    162,
    sort="status",
    paint=_paint_status,
    tip=lambda row: vocabulary.STATUSES[row.state.status],
)
HOUSE = Column[CaseRow](
    "house",
    worklists.HOUSE,
    lambda row: house_text(stages_shown(row), building_stage(row)),
    52,
    Align.CENTRE,
    paint=_paint_house,
    tip=lambda row: house_text(stages_shown(row), building_stage(row)),
)
PROGRAMME = Column[CaseRow]("programme", worklists.PROGRAMME, _programme, 150, hidden=True, tip=_programme)
REQUESTED = Column[CaseRow](
    "requested",
    worklists.REQUESTED,
    lambda row: amount_shown(row.facts.requested_amount),
    110,
    Align.RIGHT,
    sort="requested",
)
APPROVED = Column[CaseRow](
    "approved",
    worklists.APPROVED,
    lambda row: amount_shown(row.state.approved_amount),
    110,
    Align.RIGHT,
    sort="approved",
)
PAID = Column[CaseRow](
    "paid", worklists.PAID, lambda row: amount_shown(row.state.paid_amount), 110, Align.RIGHT, sort="paid"
)
