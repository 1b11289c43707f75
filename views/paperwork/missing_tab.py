"""The tab "Hồ sơ còn thiếu": the matrix of houses and papers with its filters, and what is missing by village."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView, QPushButton, QSplitter, QTableWidget, QTableWidgetItem, QVBoxLayout

from app.paperwork.queries import FileFilter, HouseFile, PaperState, VillageCount, asked_kinds
from app.wording import paperwork as names
from app.wording import paperwork_pages as words
from app.wording import vocabulary, worklists
from models.vocabulary import Status
from views import messages, style
from views.list_page import TablePanel
from views.page import DOSSIER, InTab, Page, WorkFrame
from views.paged_table import Column, PagedTable
from views.paperwork.acting import FileActions, Pairs
from views.paperwork.marks import paper_column
from views.paperwork.matrix import FileSource, MatrixView
from views.rows_list import add_key
from views.table_saving import save_table
from views.village_choice import VillageChoice
from views.widgets.choice_edit import Choice, ChoiceEdit
from views.widgets.empty_state import EmptyState
from views.widgets.status_sign import group_of, paint_status, status_text

_SIDE, _SEARCH = 330, 120
_LACKING: dict[str, FileFilter] = {
    "missing": FileFilter(),
    "none": FileFilter(lacking=frozenset({PaperState.NONE})),
    "printed": FileFilter(lacking=frozenset({PaperState.PRINTED})),
    "signed": FileFilter(lacking=frozenset({PaperState.SIGNED})),
    "all": FileFilter(lacking=frozenset()),
    "closed": FileFilter(lacking=frozenset(), closed=True),
}


def _status(row: HouseFile) -> str:
    return status_text(group_of(Status(row.status))) if row.status else ""


HOUSE_COLUMNS: tuple[Column[HouseFile], ...] = (
    Column(
        "name", worklists.HEAD, lambda row: row.head_name, 150, sort="name", stretch=True, tip=lambda row: row.head_name
    ),
    Column("village", worklists.VILLAGE, lambda row: row.village, 108, sort="village", tip=lambda row: row.village),
    Column("programme", worklists.PROGRAMME, lambda row: row.programme, 150, hidden=True),
    Column(
        "status",
        worklists.STATUS,
        _status,
        122,
        hidden=True,
        paint=lambda painter, box, row: paint_status(painter, box, group_of(Status(row.status))),
        tip=lambda row: vocabulary.STATUSES.get(row.status, ""),
    ),
    Column(
        "papers",
        names.IN_FILE_COLUMN,
        lambda row: words.CLOSED if row.closed else f"{row.in_file}/{len(row.papers)}",
        54,
    ),
)


class MissingTab(Page):
    """`show_pairs` brings papers into sight beside the list."""

    def __init__(self, frame: WorkFrame, show_pairs: Callable[[Pairs], object]) -> None:
        super().__init__()
        self.frame, self._show_pairs = frame, show_pairs
        with frame.workspace.read() as session:
            self.kinds = asked_kinds(session, frame.programme)
        self.source = FileSource(frame)
        columns = (*HOUSE_COLUMNS, *(paper_column(one) for one in self.kinds))
        self.table = PagedTable[HouseFile](self.source, columns, frame.runner)
        self.view = MatrixView(self.table, self.kinds, "paperwork", frame.memory)
        self.panel = TablePanel(self.view, words.UNIT, EmptyState(words.EVERYTHING_THERE, drawing="paper"))
        self.actions_of = FileActions(frame, self, show_pairs)
        self.villages, self.kind = VillageChoice(frame, 110), ChoiceEdit(width=120)
        self.lacking = ChoiceEdit([Choice(*one) for one in words.LACKING.items()], width=140)
        self.lacking.set_value("missing")
        self.by_village = QPushButton(words.BY_VILLAGE)
        self.by_village.setCheckable(True)
        self.side = QTableWidget(0, len(words.VILLAGE_COLUMNS))
        self._lay_out()
        self._connect()
        self._offer_filters()
        self.table.load()

    def _lay_out(self) -> None:
        self.panel.line.add_filter(self.villages)
        for choice, name, hint in (
            (self.kind, words.KIND_FILTER, words.ANY_KIND),
            (self.lacking, words.LACKING_FILTER, ""),
        ):
            choice.setAccessibleName(name)
            if hint:
                choice.field.setPlaceholderText(hint)
            self.panel.line.add_filter(choice)
        for text, slot in (
            (words.PRINT_MISSING, self.print_missing),
            (words.NOTE_SIGNED, self.sign),
            (words.CLOSE, self.close_files),
        ):
            self.panel.line.add_action(text, slot)
        self._set_up_side()
        self.body = QSplitter()
        self.body.setChildrenCollapsible(False)
        self.body.addWidget(self.panel)
        self.body.addWidget(self.side)
        self.body.setStretchFactor(0, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.body)
        self.view.setToolTip("")
        self.view.setAccessibleDescription(words.SCAN_HINT)
        self.setFocusProxy(self.panel)

    def _set_up_side(self) -> None:
        self.side.setHorizontalHeaderLabels(words.VILLAGE_COLUMNS)
        self.side.verticalHeader().hide()
        self.side.setAccessibleName(words.BY_VILLAGE)
        self.side.setToolTip(words.VILLAGES_HINT)
        self.side.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.side.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.side.setTabKeyNavigation(False)
        self.side.setShowGrid(False)
        self.side.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.side.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.side.hide()
        style.follow_scale(self.side, lambda: self.side.setFixedWidth(style.px(_SIDE)))
        search = self.panel.search
        style.follow_scale(search, lambda: search.setMinimumWidth(_SEARCH))  # it gives way on a small screen
        style.follow_scale(self.by_village, lambda: self.by_village.setMinimumHeight(style.px(28)))

    def _connect(self) -> None:
        self.panel.searched.connect(lambda text: self.narrow(text=text))
        self.villages.changed.connect(lambda: self.narrow(village_ids=self.villages.wanted()))
        self.kind.changed.connect(self._filter)
        self.lacking.changed.connect(self._filter)
        self.by_village.toggled.connect(self._show_side)
        self.side.itemActivated.connect(self._choose_village)
        self.table.counted.connect(self._fill_side)
        self.view.chosen.connect(self.open_cell)
        self.view.dropped.connect(self._dropped)
        add_key(self, "Ctrl+E", lambda: save_table(self.frame, self.view, words.MISSING_TAB, self.panel.total.text()))

    # Filters

    def asked(self) -> list[str]:
        """The papers that are asked for now."""
        with self.frame.workspace.read() as session:
            return asked_kinds(session, self.frame.programme)

    def _offer_filters(self) -> None:
        self.villages.offer()
        kind = self.kind.value()
        self.kind.set_choices([Choice(one, names.kind_name(one)) for one in self.kinds])
        self.kind.set_value(kind)

    def narrow(self, **changed: object) -> None:
        """Filter by something else and read the list anew."""
        self.source.narrow(**changed)
        self.table.load()

    def _filter(self) -> None:
        chosen = _LACKING.get(self.lacking.value() or "missing", FileFilter())
        self.source.wanted = replace(chosen, kind=self.kind.value())
        self.table.load()

    # By village

    def _show_side(self, shown: bool) -> None:
        self.side.setVisible(shown)
        self._share_room()
        self._fill_side()

    def _share_room(self) -> None:
        """In a narrow window the villages have the room alone."""
        shown = not self.side.isHidden()
        both = self.panel.minimumSizeHint().width() + style.px(_SIDE) + self.body.handleWidth()
        self.panel.setVisible(not shown or self.width() >= both)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()

    def _fill_side(self) -> None:
        if self.side.isHidden():
            return
        counts = self.source.villages
        self.side.setRowCount(len(counts))
        for row, one in enumerate(counts):
            self._fill_row(row, one)

    def _fill_row(self, row: int, one: VillageCount) -> None:
        cells = (
            one.village or words.NO_VILLAGE,
            *(str(count) for count in (one.houses, one.lacking, one.not_made, one.unsigned)),
        )
        for place, text in enumerate(cells):
            item = QTableWidgetItem(text)
            item.setData(Qt.ItemDataRole.UserRole, one.village_id)
            if place:
                item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self.side.setItem(row, place, item)

    def _choose_village(self, item: QTableWidgetItem) -> None:
        self.villages.set_value(item.data(Qt.ItemDataRole.UserRole))
        if self.panel.isHidden():
            self.by_village.setChecked(False)
        self.narrow(village_ids=self.villages.wanted())

    # What is done

    def _file(self, key: str) -> HouseFile | None:
        return next(iter(self.source.rows([key])), None)

    def open_cell(self, key: str, kind: str) -> None:
        """Enter on a cell: what can be done with this paper; on the house: with its whole file."""
        file = self._file(key)
        if file is None:
            return
        dossier = (words.OPEN_DOSSIER, lambda: self.frame.go(DOSSIER, InTab(file.household_id, "papers")))
        actions = self.actions_of.of_paper(file, kind) if kind else [*self.actions_of.of_file(file)]
        menu = self.actions_of.menu([*actions, dossier] if kind else [dossier, *actions])
        menu.popup(self.view.viewport().mapToGlobal(self.view.visualRect(self.view.currentIndex()).bottomLeft()))

    def _dropped(self, key: str, kind: str, files: object) -> None:
        if not kind:
            messages.trouble(words.DROP_ON_PAPER)
        elif isinstance(files, list):
            self.actions_of.take_scan(key, kind, files)

    def chosen(self) -> list[str]:
        """The ticked houses, else the one in hand; says what to do when there is none."""
        ticked = [str(one) for one in self.table.ticked]
        current = self.view.current_key()
        if not ticked and current is None:
            messages.trouble(worklists.TICK_FIRST)
        return ticked or ([str(current)] if current is not None else [])

    def sign(self) -> None:
        """Note a paper of the ticked houses as signed; the one in hand is offered first."""
        cell, chosen = self.view.current_cell(), self.chosen()
        if chosen:
            self.actions_of.sign(chosen, cell[1] if cell else "")

    def close_files(self) -> None:
        """Close the files of the ticked houses."""
        chosen = self.chosen()
        if chosen:
            self.actions_of.close(chosen)

    def print_missing(self) -> None:
        """Bring all papers that were never made into sight: of the ticked houses, else of all that are shown."""
        keys = [str(one) for one in self.table.ticked] or [
            str(self.table.key_at(place)) for place in range(self.table.count)
        ]
        kind = self.kind.value()
        workspace = self.frame.workspace

        def read() -> Pairs:
            from app.paper_sets import missing_pairs
            from app.paperwork.queries import house_files

            with workspace.read() as session:
                return missing_pairs(house_files(session, keys), frozenset({kind}) if kind else None)

        def show(pairs: Pairs) -> None:
            if pairs:
                self._show_pairs(pairs)
            else:
                messages.trouble(words.NO_SET)

        self.frame.runner.read(read, show)

    # What the page tells

    def forget(self, changes: object) -> None:
        tables: frozenset[str] | None = getattr(changes, "tables", None)
        if tables is None or tables & {"area", "programme_rule"}:
            self._offer_filters()
        self.table.forget(changes)

    def programme_changed(self) -> None:
        self.narrow(programme_id=self.frame.programme)
