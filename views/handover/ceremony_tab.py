"""The tab "Lễ bàn giao": the ceremonies, and of the one in hand its houses with what can be done on the day."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QMenu, QSplitter, QVBoxLayout

from app.ceremonies.operations import handover_drafts, remove_ceremony
from app.ceremonies.queries import CeremonyLine, CeremonySheet, HouseOfCeremony, ceremonies, ceremony_sheet
from app.ceremony_set import SetOptions
from app.handover.queries import PaperRow, papers_of_cases
from app.households.worklists import CaseFilter, case_keys
from app.problems import Refused
from app.reports.worklists import CaseRow
from app.support.queries import case_facts
from app.wording import ceremonies as words
from app.wording import handover, worklists
from app.wording.vocabulary import PAPER_KINDS
from models.vocabulary import PaperKind, Status
from views import cells, messages
from views.doing import do
from views.handover.ceremony_form import CeremonyForm, FailedForm
from views.handover.forms import HandoverForm, void_form
from views.list_parts import add_button, orders_of, text_column, with_current
from views.page import DOSSIER, Page, WorkFrame
from views.paged_table import Align, Column
from views.row_source import RowSource
from views.rows_list import RowsList
from views.short_form import opened
from views.widgets.date_edit import shown_date
from views.widgets.empty_state import EmptyState
from views.worklist import TABLES, day_shown

_TABLES = frozenset({"ceremony", "ceremony_house", "ceremony_guest", "ceremony_item"})
_PAPERS = (
    PaperKind.CEREMONY_INVITATION,
    PaperKind.CEREMONY_GUESTS,
    PaperKind.CEREMONY_PROGRAMME,
    PaperKind.CEREMONY_SIGN_IN,
)
ShowSet = Callable[[str, int | None, SetOptions, int], None]
ShowPaper = Callable[[PaperKind, str], None]
_COLUMNS: tuple[Column[CeremonyLine], ...] = (
    cells.day("held_on", words.DAY, lambda row: row.held_on or None, sort="held_on"),
    text_column("venue", words.VENUE, lambda row: row.venue, 260, stretch=True),
    Column[CeremonyLine]("houses", words.HOUSE_COUNT, lambda row: str(row.houses), 70, Align.RIGHT),
    Column[CeremonyLine]("handed", words.HANDED_COUNT, lambda row: str(row.handed_over), 80, Align.RIGHT),
    Column[CeremonyLine]("guests", words.GUEST_COUNT, lambda row: str(row.guests), 80, Align.RIGHT),
)


def state_text(row: HouseOfCeremony) -> str:
    """Where a house of a ceremony stands."""
    if row.left_on:
        return words.LEFT.format(day=day_shown(row.left_on), reason=row.reason or "")
    return words.HANDED if row.handed_over else words.WAITS


def taker_text(row: HouseOfCeremony) -> str:
    """Who receives a house, and by what he signs."""
    parts = (row.receiver or "", row.relation or "", handover.THUMBPRINT.lower() if row.thumbprint else "")
    return ", ".join(filter(None, parts))


class CeremonyTab(Page):
    """`changed_hands` comes when another ceremony is in hand."""

    changed_hands = Signal()

    def __init__(self, frame: WorkFrame, show_set: ShowSet, show_paper: ShowPaper) -> None:
        super().__init__()
        self.frame, self._show_set, self._show_paper = frame, show_set, show_paper
        self.sheet: CeremonySheet | None = None
        self.list = self._list()
        self.houses = self._list_of_houses()
        sides = QSplitter(Qt.Orientation.Vertical)
        sides.setChildrenCollapsible(False)
        sides.addWidget(self.list)
        sides.addWidget(self.houses)
        sides.setStretchFactor(0, 2)
        sides.setStretchFactor(1, 5)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(sides)
        self.setFocusProxy(self.list)
        self._soon = QTimer(self, singleShot=True, interval=60)
        self._soon.timeout.connect(self._read_sheet)
        self.list.view.selectionModel().currentRowChanged.connect(lambda *_: self._soon.start())
        self.list.table.counted.connect(self._choose)

    # The two lists.

    def _list(self) -> RowsList[CeremonyLine]:
        source = RowSource[CeremonyLine](
            self._read,
            lambda row: row.id,
            _TABLES | TABLES,
            words=lambda row: f"{shown_date(row.held_on)} {row.venue} {row.name}",
            orders=orders_of(_COLUMNS),
        )
        empty = EmptyState(words.NOTHING, [(words.NEW, self.begin)], "handover")
        made = RowsList(self.frame, source, _COLUMNS, "handover.ceremonies", words.CEREMONIES, words.UNIT, empty)
        add_button(made, words.EDIT, with_current(made, lambda _: self.edit()))
        menu = QMenu(made)
        for kind in _PAPERS:
            menu.addAction(PAPER_KINDS[kind.value]).triggered.connect(partial(self.show_paper, kind))
        menu.addSeparator()
        menu.addAction(words.REMOVE).triggered.connect(self.remove)
        add_button(made, words.MORE, lambda: None).setMenu(menu)
        made.view.opened.connect(lambda _: self.edit())
        return made

    def _list_of_houses(self) -> RowsList[HouseOfCeremony]:
        columns: tuple[Column[HouseOfCeremony], ...] = (
            Column[HouseOfCeremony]("place", words.PLACE, self._place, 44, Align.RIGHT),
            text_column("head", words.HEAD, lambda row: row.head_name, 170),
            text_column("village", words.VILLAGE, lambda row: row.village, 130),
            text_column("taker", words.RECEIVER, taker_text, 170),
            text_column("number", words.NUMBER, lambda row: row.number, 100),
            text_column("state", words.STATE, state_text, 150, stretch=True),
        )
        source = RowSource[HouseOfCeremony](
            self._rows, lambda row: row.case_id, _TABLES | TABLES, words=lambda row: f"{row.head_name} {row.village}"
        )
        made = RowsList(
            self.frame, source, columns, "handover.ceremony_houses", words.HOUSES, handover.HOUSES,
            EmptyState(words.NO_HOUSES, (), "house"), tickable=True,
        )  # fmt: skip
        add_button(made, words.PRINT_SET, self.print_set)
        add_button(made, words.HAND_OVER, self.hand_over)
        menu = QMenu(made)
        menu.addAction(words.FAILED).triggered.connect(self.fail)
        menu.addAction(words.PRINT_SOME).triggered.connect(self.print_some)
        menu.addAction(words.VOID_NUMBER).triggered.connect(self.void)
        add_button(made, worklists.MORE, lambda: None).setMenu(menu)
        made.view.opened.connect(self._open_house)
        return made

    def _read(self) -> list[CeremonyLine]:
        with self.frame.workspace.read() as session:
            return ceremonies(session)

    def _rows(self) -> list[HouseOfCeremony]:
        current = self.list.current()
        if current is None:
            return []
        try:
            with self.frame.workspace.read() as session:
                self.sheet = ceremony_sheet(session, current.id)
        except Refused:  # it went away meanwhile; the list says so in a moment
            return []
        return [*self.sheet.houses, *self.sheet.gone]

    def _place(self, row: HouseOfCeremony) -> str:
        places = [one.case_id for one in self.sheet.houses] if self.sheet else []
        return str(places.index(row.case_id) + 1) if row.case_id in places and not row.left_on else ""

    def _choose(self) -> None:
        """The newest ceremony is in hand until another one is chosen."""
        table, view = self.list.table, self.list.view
        if table.count and not view.currentIndex().isValid():
            view.go_to(0)
        self._soon.start()

    def _read_sheet(self) -> None:
        self.houses.load()
        self.changed_hands.emit()

    def _open_house(self, key: object) -> None:
        row = self.houses.current()
        if row is not None and row.case_id == key:
            self.frame.go(DOSSIER, row.household_id)

    # What the buttons do.

    def begin(self) -> None:
        """A new ceremony over all houses that wait for their handover."""
        wanted = CaseFilter(frozenset({Status.ACCEPTED.value}), self.frame.programme)
        with self.frame.workspace.read() as session:
            keys = case_keys(session, wanted)
            facts = case_facts(session, keys)
        if keys:
            self._open_form(CeremonyForm(self.frame, [facts[one] for one in keys if one in facts], None, self))
        else:
            messages.trouble(words.NOBODY_WAITS)

    def begin_with(self, rows: Sequence[CaseRow]) -> None:
        """A new ceremony over these houses."""
        self._open_form(CeremonyForm(self.frame, [row.facts for row in rows], None, self))

    def edit(self) -> None:
        """Change the ceremony in hand."""
        sheet = self._current()
        if sheet is not None:
            self._open_form(CeremonyForm(self.frame, (), sheet, self))

    def _open_form(self, form: CeremonyForm) -> None:
        opened(form, self.list.load)

    def _current(self) -> CeremonySheet | None:
        """The ceremony in hand as it stands now; says so where there is none."""
        current = self.list.current()
        if current is None:
            messages.trouble(words.NOTHING)
            return None
        with self.frame.workspace.read() as session:
            return ceremony_sheet(session, current.id)

    def remove(self) -> None:
        """Take a ceremony off that will not be held, after asking."""
        current = self.list.current()
        if current is None:
            return
        day = shown_date(current.held_on)
        if messages.ask(words.REMOVE_QUESTION.format(day=day), words.REMOVE):
            operation = partial(remove_ceremony, self.frame.workspace, current.id)
            do(self.frame, operation, words.SAVING, words.REMOVED.format(day=day))

    def show_paper(self, kind: PaperKind) -> None:
        """Preview a paper of the ceremony in hand."""
        current = self.list.current()
        if current is None:
            messages.trouble(words.NOTHING)
        else:
            self._show_paper(kind, current.id)

    def print_set(self) -> None:
        """Preview everything that lies on the tables, as one print."""
        self._print(SetOptions())

    def print_some(self) -> None:
        """Preview the minutes of the houses in hand alone, in their copies."""
        chosen = tuple(one.case_id for one in self.houses.chosen() if not one.left_on)
        if chosen:
            self._print(SetOptions(lists=False, case_ids=chosen))
        else:
            messages.trouble(words.NO_HOUSES)

    def _print(self, wanted: SetOptions) -> None:
        sheet = self._current()
        if sheet is not None and not sheet.houses:
            messages.trouble(words.NO_HOUSES)
        elif sheet is not None and sheet.draft.id is not None:
            count = len(wanted.case_ids) or len(sheet.houses)
            self._show_set(sheet.draft.id, sheet.draft.copies, wanted, count)

    def hand_over(self) -> None:
        """All houses of the ceremony that still wait, on its day, at its place."""
        sheet = self._current()
        if sheet is None or sheet.draft.id is None:
            return
        with self.frame.workspace.read() as session:
            planned = handover_drafts(session, sheet.draft.id)
        if planned:
            opened(HandoverForm(self.frame, [one.facts for one in sheet.waiting], self, planned))
        else:
            messages.trouble(words.ALL_HANDED)

    def fail(self) -> None:
        """The house in hand does not pass after all."""
        self._for_house(lambda row, ceremony: FailedForm(self.frame, ceremony, row, self))

    def void(self) -> None:
        """Make the number of the house in hand void."""
        row = self.houses.current()
        if row is None:
            messages.trouble(words.NO_HOUSES)
            return
        with self.frame.workspace.read() as session:
            papers: Sequence[PaperRow] = papers_of_cases(session, [row.case_id]).get(row.case_id, ())
        standing = [one for one in papers if not one.void]
        if standing:
            opened(void_form(self.frame, standing[-1], self))
        else:
            messages.trouble(handover.NO_PAPER.format(names=row.head_name))

    def _for_house(self, form: Callable[[HouseOfCeremony, str], FailedForm]) -> None:
        row, current = self.houses.current(), self.list.current()
        if row is None or current is None or row.left_on:
            messages.trouble(words.NO_HOUSES)
        else:
            opened(form(row, current.id))

    def forget(self, changes: object) -> None:
        self.list.forget(changes)
        tables = getattr(changes, "tables", None)
        if tables is None or tables & (_TABLES | TABLES):
            self._soon.start()
