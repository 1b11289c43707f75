"""The part "So với kỳ trước": what is otherwise than in the last kept report, and what was entered late."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QVBoxLayout

from app.reports.compared import entity_text, said_differences, said_value
from app.reports.queries import Differences
from app.wording import report_differences as said
from app.wording import report_pages as words
from views import cells
from views.page import DOSSIER, Page, WorkFrame
from views.paged_table import Column
from views.row_source import RowSource
from views.rows_list import RowsList
from views.widgets.empty_state import EmptyState
from views.widgets.form import quiet_label
from views.worklist import day_shown


@dataclass(frozen=True)
class DifferenceLine:
    """A line: a change of a house, or an event that was entered late."""

    key: int
    household_id: str | None
    head: str
    place: str
    what: str
    old: str
    new: str


class DifferencesPart(Page):
    """Enter opens the household."""

    def __init__(self, frame: WorkFrame) -> None:
        super().__init__()
        self.frame = frame
        self._lines: list[DifferenceLine] = []
        columns: tuple[Column[DifferenceLine], ...] = (
            cells.text("head", said.HEAD, lambda row: row.head, 190, stretch=True),
            cells.text("place", said.PLACE, lambda row: row.place, 150),
            cells.text("what", said.FIELD, lambda row: row.what, 200),
            cells.text("old", said.OLD, lambda row: row.old, 160),
            cells.text("new", said.NEW, lambda row: row.new, 160),
        )
        self.told = quiet_label(said.NO_EARLIER)
        self.told.setWordWrap(True)
        self.list = RowsList[DifferenceLine](
            frame,
            RowSource(
                lambda: self._lines,
                lambda row: row.key,
                (),
                words=lambda row: f"{row.head} {row.place} {row.what} {row.old} {row.new}",
            ),
            columns,
            "reports.differences",
            words.COMPARED,
            words.DIFFERENCE_UNIT,
            EmptyState(said.NO_CHANGES, (), "report"),
        )
        self.list.view.opened.connect(lambda _key: self._open())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.list.hide()
        column.addWidget(self.told)
        column.addWidget(self.list, 1)
        column.addStretch(0)
        self.setFocusProxy(self.list)

    def show_differences(self, found: Differences | None) -> None:
        """Show how a report differs from the last one; None where there is no last one."""
        self._lines = _lines(found) if found else []
        self.list.setVisible(found is not None)
        self.told.setText("  ".join(said_differences(found)))
        self.list.load()

    def _open(self) -> None:
        line = self.list.current()
        if line is not None and line.household_id:
            self.frame.go(DOSSIER, line.household_id)


def _lines(found: Differences) -> list[DifferenceLine]:
    made: list[DifferenceLine] = []
    for one in found.late:
        what = words.LATE_LINE.format(what=entity_text(one.entity))
        made.append(DifferenceLine(len(made), one.household_id, one.head_name, "", what, "", day_shown(one.day)))
    for change in found.houses:
        made.append(
            DifferenceLine(
                len(made),
                change.household_id,
                change.head_name,
                change.place,
                said.FIELDS[change.field],
                said_value(change, change.old),
                said_value(change, change.new),
            )
        )
    return made
