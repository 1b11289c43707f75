"""The page "Hộ gia đình": every household of the office, found, filtered and opened."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QShortcut

from app.documents.words import whole_text
from app.households.operations import delete_households, restore_households
from app.households.queries import HouseholdFilter
from app.progress import Progress
from app.wording import frame as frame_words
from app.wording import household_pages as words
from models.vocabulary import Level
from views import messages
from views.doing import do
from views.dropped import one_list
from views.households.filters import Filters
from views.households.source import HouseholdSource, Shown, columns
from views.households.taking_off import TakeOffForm
from views.list_keys import asked_to_hide
from views.list_page import ListPage
from views.page import DOSSIER, DUPLICATES, EXCHANGE, LIST_IMPORT, NEW_HOUSEHOLD, InList, WorkFrame
from views.paged_table import PagedTable
from views.short_form import opened
from views.widgets.empty_state import EmptyState


class HouseholdsPage(ListPage):
    """The list with its search and filters. It receives a `HouseholdFilter` from a figure that was clicked."""

    def __init__(self, frame: WorkFrame) -> None:
        self.frame = frame
        self.workspace = frame.workspace
        self.commune = frame.workspace.author.level is Level.COMMUNE
        self.source = HouseholdSource(frame.workspace)
        table: PagedTable[Shown] = PagedTable(self.source, columns(frame.workspace.author.level), frame.runner)
        super().__init__(frame, frame_words.HOUSEHOLDS_PAGE, words.UNIT, table, "households", self._empty())
        self.filters = Filters(frame.workspace)
        for widget in (self.filters.place, self.filters.category, self.filters.status, self.filters.programme):
            self.panel.line.add_filter(widget)
        self._add_buttons()
        self._connect()
        self._load()

    def _empty(self) -> EmptyState:
        if self.commune:
            buttons = ((words.IMPORT, self.import_list), (words.ADD, self.add))
            return EmptyState(words.EMPTY, buttons, "household")
        return EmptyState(words.EMPTY_UPPER, ((words.RECEIVE, lambda: self.frame.go(EXCHANGE)),), "household")

    def _add_buttons(self) -> None:
        self.duplicates = self.heading.add_button(words.DUPLICATES, lambda: self.frame.go(DUPLICATES))
        self.to_excel = self.heading.add_button(words.TO_EXCEL, self.save_to_excel)
        if self.commune:
            self.heading.add_button(words.IMPORT, self.import_list)
            self.heading.set_filled(words.ADD, self.add)
            self._shortcut("Ctrl+N", self.add)
            self._shortcut("Del", self.take_ticked_off)
        self.setAcceptDrops(True)
        self.take_off = self.panel.line.add_action(words.TAKE_OFF, self.take_ticked_off)
        self.bring_back = self.panel.line.add_action(words.BRING_BACK, self.bring_ticked_back)
        self._offer_actions()

    def _shortcut(self, keys: str, slot: Any) -> None:
        shortcut = QShortcut(QKeySequence(keys), self, slot)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _connect(self) -> None:
        self.panel.searched.connect(self._search)
        self.filters.changed.connect(self._load)
        self.view.opened.connect(self._open)
        self.table.counted.connect(self._show_count)

    # What the list is narrowed to

    def _search(self, text: str) -> None:
        self.source.narrow(text=text)
        self.table.load()

    def _load(self) -> None:
        wanted = self.filters.values(self.frame.programme)
        self.source.off = self.filters.off
        self.source.narrow(
            village_ids=wanted.village_ids,
            commune_code=wanted.commune_code,
            category=wanted.category,
            statuses=wanted.statuses,
            programme_id=wanted.programme_id,
        )
        self.table.untick_all()
        self._offer_actions()
        self.table.load()

    def receive(self, request: object) -> None:
        if isinstance(request, HouseholdFilter):
            self.filters.show(request)
            self.panel.search.setText(request.text)
            self.source.narrow(text=request.text)
            self._load()

    def programme_changed(self) -> None:
        self._load()

    def forget(self, changes: object) -> None:
        tables = getattr(changes, "tables", None)
        if tables is None or "area" in tables:
            self.filters.load_places()
        super().forget(changes)

    def _show_count(self) -> None:
        self.heading.count.setText(f"{whole_text(self.table.total)} {words.UNIT}" if self.table.total else "")
        self.to_excel.setEnabled(self.table.count > 0 and not self.source.off)

    def _offer_actions(self) -> None:
        """What may be done with ticked rows depends on which list this is."""
        self.take_off.setVisible(self.commune and not self.source.off)
        self.bring_back.setVisible(self.commune and self.source.off)

    # Opening

    def add(self) -> None:
        """Open the form of a new household."""
        self.frame.go(NEW_HOUSEHOLD)

    def import_list(self) -> None:
        """Open the page that reads an officer's list."""
        self.frame.go(LIST_IMPORT)

    def _open(self, key: Any) -> None:
        found = self._id_of(key)
        if found is not None:
            self.frame.go(DOSSIER, InList(found, self.step))

    def step(self, by: int) -> str | None:
        """Go on in the list from the row in hand; the id of the household arrived at, None at the end."""
        key = self.view.step(by)
        return self._id_of(key) if key is not None else None

    def _id_of(self, key: Any) -> str | None:
        place = self.table.position(key)
        row = self.table.row_at(place) if place is not None else None
        return row.id if row is not None else None

    # What is done with ticked rows

    def _ticked(self) -> list[Shown]:
        """The ticked rows, or the row in hand where none is ticked."""
        current = self.view.current_key()
        keys = self.table.ticked or ([current] if current is not None else [])
        return list(self.source.rows(keys))

    def take_ticked_off(self) -> None:
        """Ask for the reason, then take the ticked households off the list in one change."""
        rows = self._ticked()
        if rows and not self.source.off:
            names = [row.head_name for row in rows]
            opened(TakeOffForm(self, names, len(rows), lambda reason: self._take_off(rows, reason)))

    def _take_off(self, rows: Sequence[Shown], reason: str) -> None:
        ids = [row.id for row in rows]
        told = words.TAKEN_OFF_MANY.format(count=whole_text(len(ids)))
        do(self.frame, lambda: delete_households(self.workspace, ids, reason), words.TAKING_OFF, told)

    def bring_ticked_back(self) -> None:
        """Bring the ticked households back onto the list in one change."""
        ids = [row.id for row in self._ticked()]
        told = words.RESTORED_MANY.format(count=whole_text(len(ids)))
        if ids:
            do(self.frame, lambda: restore_households(self.workspace, ids), words.BRINGING_BACK, told)

    # Files that are dropped on the page: a list, or packages

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            if self.commune and one_list(paths):
                self.frame.go(LIST_IMPORT, paths[0])
            else:
                self.frame.go(EXCHANGE, paths)

    # Excel

    def save_to_excel(self) -> None:
        """Save the households of the filter, or the ticked ones, with all their columns (Ctrl+E: those in sight)."""
        rowids = self.table.ticked or [self.table.key_at(place) for place in range(self.table.count)]
        if not rowids or self.source.off:
            return
        hide = asked_to_hide()
        if hide is None:
            return
        path = messages.choose_save_file(words.TO_EXCEL, "new_workbook", Path.home() / f"{words.FILE_NAME}.xlsx")
        if path is not None:
            self._write(path, rowids, hide=hide)

    def _write(self, path: Path, rowids: Sequence[Any], *, hide: bool) -> None:
        workspace, programme = self.workspace, self.source.wanted.programme_id

        def write(progress: Progress) -> int:
            from app.reports.list_file import save_household_list  # what writes workbooks is slow to load

            return save_household_list(workspace, path, rowids, programme, hide=hide, progress=progress)

        def tell(count: int) -> None:
            messages.success(words.WRITTEN.format(count=whole_text(count), name=path.name))

        self.frame.runner.run(write, tell, words.WRITING)
