"""The tab "Đã gửi, đã nhận": every package that went or came, its original, what it changed, taking it back."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout

from app.documents.words import moment_text
from app.exchange.kept_packages import copy_to_look, original_of
from app.exchange.package_contents import PackageContents, package_contents
from app.exchange.package_trace import UNDONE
from app.exchange.package_undo import undo_package
from app.exchange.queries import PackageRow, packages
from app.parsing import fold
from app.wording import packages as package_words
from app.wording import sending as words
from app.workspace import Workspace
from views import messages
from views.asking import ask_discard
from views.doing import do
from views.exchange.package_sight import PackageSight
from views.list_page import TablePanel
from views.page import DOSSIER, EXCHANGE, Page, WorkFrame
from views.paged_table import Align, Column, Found, PagedTable, Sort
from views.table_view import PagedTableView
from views.widgets.empty_state import EmptyState


class _Packages:
    """The source: few rows, read whole."""

    tables = frozenset({"package_note"})

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self.text = ""

    def _all(self) -> list[PackageRow]:
        with self._workspace.read() as session:
            return packages(session)

    def _matching(self, rows: list[PackageRow]) -> list[PackageRow]:
        wanted = fold(self.text)
        return [row for row in rows if wanted in fold(f"{row.office} {row.file_name} {row.number}")]

    def key(self, row: PackageRow) -> Hashable:
        """A package received and sent on is two rows."""
        return (row.id, row.incoming)

    def first(self, sort: Sort | None, limit: int) -> Sequence[PackageRow]:
        """The newest ones."""
        return self._matching(self._all())[:limit]

    def find(self, sort: Sort | None) -> Found:
        """All of them."""
        rows = self._all()
        return Found([self.key(row) for row in self._matching(rows)], len(rows))

    def rows(self, keys: Sequence[Hashable]) -> Sequence[PackageRow]:
        """The rows of a window."""
        wanted = set(keys)
        return [row for row in self._all() if self.key(row) in wanted]


COLUMNS: tuple[Column[PackageRow], ...] = (
    Column("at", words.AT, lambda row: moment_text(row.at), 136, Align.CENTRE),
    Column("way", words.WAY, lambda row: words.RECEIVED if row.incoming else words.SENT, 84),
    Column("office", words.OFFICE, lambda row: row.office, 220),
    Column(
        "result", words.RESULT, lambda row: words.result_text(row.incoming, row.result, row.report), 200, stretch=True
    ),
    Column("file", words.FILE, lambda row: row.file_name, 240, spare=True, tip=lambda row: row.file_name),
    Column("number", words.NUMBER, lambda row: row.number, 64, Align.RIGHT, spare=True),
)


class PackagesTab(Page):
    """The list with its search, and at the right the package of the current row."""

    def __init__(self, frame: WorkFrame) -> None:
        super().__init__()
        self._frame = frame
        self._source = _Packages(frame.workspace)
        self.table = PagedTable(self._source, COLUMNS, frame.runner, tickable=False)
        self.view = PagedTableView(self.table, "packages", frame.memory)
        self.panel = TablePanel(self.view, words.UNIT, EmptyState(words.NO_PACKAGES, drawing="exchange"))
        self.sight = PackageSight(self.open_original, self.receive_again, self.take_back, self.discard)
        self.sight.opened.connect(lambda household: frame.go(DOSSIER, household))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.panel, 1)
        row.addWidget(self.sight)
        self.setFocusProxy(self.panel)
        self.panel.searched.connect(self._search)
        self.view.selectionModel().currentRowChanged.connect(lambda *_: self._look())
        self.view.opened.connect(lambda _: self.open_original())
        self.table.load()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.sight.fit(self.width())

    def _search(self, text: str) -> None:
        self._source.text = text
        self.table.load()

    def forget(self, changes: object) -> None:
        # Notes of packages are no records: a change that receives or exports does not name their table.
        self.table.forget(None)
        self._look()

    # The package in sight

    def _look(self) -> None:
        key, workspace = self.view.current_key(), self._frame.workspace

        def read() -> tuple[PackageRow | None, PackageContents, bool]:
            with workspace.read() as session:
                found = next((one for one in packages(session) if (one.id, one.incoming) == key), None)
                brought = package_contents(session, found.report) if found and found.result != UNDONE else None
            there = found is not None and original_of(workspace.folder, found) is not None
            return found, brought or PackageContents({}), there

        self._frame.runner.read(read, lambda found: self.sight.show_package(found[0], found[1], original=found[2]))

    def _original(self) -> Path | None:
        """The file of the package in sight; says so when it is not there any more."""
        package = self.sight.package
        if package is None:
            return None
        file = original_of(self._frame.workspace.folder, package)
        if file is None:
            lost = package_words.ORIGINAL_MISSING if package.incoming else package_words.SENT_MISSING
            messages.trouble(lost.format(file=package.file_name))
        return file

    def open_original(self) -> None:
        """Show the original in Excel, from a copy: what is saved there does not touch what is kept."""
        file, folder = self._original(), self._frame.workspace.folder
        if file is not None:
            self._frame.runner.run(lambda _: copy_to_look(folder, file), _open_file, package_words.OPEN_ORIGINAL)

    def receive_again(self) -> None:
        """Take the original in once more, on the tab where receipts stand."""
        file = self._original()
        if file is not None:
            self._frame.go(EXCHANGE, file)

    def take_back(self) -> None:
        """Ask, then take the package in sight out again as a whole; refused with the reason."""
        package = self.sight.package
        if package is None:
            return
        values = {"number": package.number, "office": package.office}
        ask = package_words.TAKE_BACK_ASK.format(**values)
        if messages.ask(ask, package_words.TAKE_BACK, more=package_words.TAKE_BACK_MORE, yes_first=False):
            do(
                self._frame,
                lambda: undo_package(self._frame.workspace, package.id),
                package_words.TAKING_BACK,
                package_words.UNDONE.format(**values),
            )

    def discard(self) -> None:
        """Ask, then throw away the package in sight, which is held."""
        package = self.sight.package
        if package is not None:
            ask_discard(self._frame, package.id, package.file_name, package.office)


def _open_file(file: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(file)))
