"""What villages and agencies handed in for a round, as a sheet: state, day, households counted by group."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt

from app.parsing import fold, parse_count, parse_date, today
from app.problems import Problem, Refused
from app.review.drafts import ReturnDraft
from app.review.queries import SheetLine
from app.wording import review_pages as words
from app.wording.vocabulary import SCREENING_STATES
from models.vocabulary import Category, ScreeningState
from views.paged_table import Align
from views.sheet import Sheet, SheetColumn
from views.worklist import day_shown

AnyIndex = QModelIndex | QPersistentModelIndex
GROUPS = tuple(one.value for one in Category)
_CYCLE = {"": SCREENING_STATES["returned"], SCREENING_STATES["returned"]: SCREENING_STATES["no_household"]}


def line_key(line: SheetLine) -> str:
    """What a line is known by: its village, or its agency."""
    return line.village_id or line.agency or ""


def _count(line: SheetLine, group: str) -> str:
    return str(line.counted.get(group, "") or "")


def read_state(text: str) -> str | None:
    """The state a text means; None for none. Raises `Refused` when it means neither."""
    wanted = fold(text)
    if not wanted:
        return None
    if wanted in {"x", "v", "1", "roi", fold(SCREENING_STATES["returned"])}:
        return ScreeningState.RETURNED.value
    if wanted in {"0", "khong", fold(SCREENING_STATES["no_household"])}:
        return ScreeningState.NO_HOUSEHOLD.value
    raise Refused([Problem("state", "return_state_unknown", {"text": text})])


class ReturnSheet(Sheet[SheetLine]):
    """A row a village or agency, a column a group; counts that are typed say that it has handed in, today."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(self._make_columns(), line_key, parent)

    def _make_columns(self) -> Sequence[SheetColumn[SheetLine]]:
        right = Align.RIGHT
        first: list[SheetColumn[SheetLine]] = [
            SheetColumn("name", words.UNIT_NAME, 168, lambda line: line.name, stretch=True),
            SheetColumn("state", words.RETURN_STATE, 92, _state, typed=True),
            SheetColumn("returned_on", words.RETURNED_DAY, 92, lambda line: day_shown(line.returned_on), typed=True),
            SheetColumn("reporter", words.REPORTER, 96, lambda line: line.reporter or "", typed=True),
        ]
        groups = [
            SheetColumn(one, words.SHORT_GROUPS[one], 54, partial(_count, group=one), True, right) for one in GROUPS
        ]
        sums = [
            SheetColumn("counted", words.COUNTED, 52, self._counted_text, align=right),
            SheetColumn("named", words.NAMED, 52, lambda line: str(sum(line.named.values()) or ""), align=right),
        ]
        note = SheetColumn[SheetLine]("note", words.NOTE, 78, lambda line: line.note or "", typed=True, stretch=True)
        return (*first, *groups, *sums, note)

    def _counts(self, line: SheetLine) -> dict[str, int]:
        """Households by group as they stand. Raises `Refused` when one cannot be read."""
        found = {one: parse_count(self.text(line, one)) for one in GROUPS}
        return {one: count for one, count in found.items() if count}

    def counted(self, line: SheetLine) -> int:
        """How many households a row counts; what cannot be read counts for nothing."""
        try:
            return sum(self._counts(line).values())
        except Refused:
            return 0

    def _counted_text(self, line: SheetLine) -> str:
        return str(self.counted(line) or "")

    def state(self, line: SheetLine) -> str | None:
        """The state of a row; None while it has not handed in, or cannot be read."""
        try:
            return read_state(self.text(line, "state"))
        except Refused:
            return None

    def problem(self, row: SheetLine, name: str) -> Problem | None:
        """What cannot be read; fewer names than were counted only warns."""
        try:
            if name == "state":
                read_state(self.text(row, name))
            elif name == "returned_on":
                parse_date(self.text(row, name))
            elif name in GROUPS:
                parse_count(self.text(row, name))
        except Refused as refused:
            return refused.problems[0]
        named = sum(row.named.values())
        if name == "named" and named and named != self.counted(row):
            values = {"counted": self.counted(row), "named": named}
            return Problem("counts", "return_names_differ", values, warning=True)
        return None

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Who has not handed in is told, not left out."""
        found = super().data(index, role)
        if role == Qt.ItemDataRole.DisplayRole and not found and self.columns[index.column()].name == "state":
            return words.NOT_RETURNED
        return found

    def toggle(self, index: AnyIndex) -> None:
        """Space on the state: handed in, no household, not handed in."""
        if self.columns[index.column()].name == "state":
            row = self.rows[index.row()]
            self.put(row, "state", _CYCLE.get(self.text(row, "state"), ""))

    def put(self, row: SheetLine, name: str, text: str) -> None:
        """A count or a state brings the day with it; taking the state back takes the day back."""
        if name == "state" and fold(text) == fold(words.NOT_RETURNED):
            text = ""
        super().put(row, name, text)
        if name in GROUPS and text.strip() and not self.text(row, "state"):
            self.put(row, "state", SCREENING_STATES["returned"])
        if name == "state":
            if not text.strip():
                super().put(row, "returned_on", "")
            elif not self.text(row, "returned_on"):
                super().put(row, "returned_on", day_shown(today().isoformat()))

    def drafts(self, round_id: str) -> list[ReturnDraft]:
        """What was typed, a draft a changed row. Raises `Refused` when a cell cannot be read."""
        return [
            ReturnDraft(
                round_id,
                line.village_id,
                line.agency,
                read_state(self.text(line, "state")),
                parse_date(self.text(line, "returned_on")),
                self.text(line, "reporter") or None,
                self._counts(line),
                self.text(line, "note") or None,
                id=line.return_id,
                version=line.version,
            )
            for line in self.changed_rows()
        ]


def _state(line: SheetLine) -> str:
    return SCREENING_STATES.get(line.state or "", "")
