"""The poverty classes of a year as a sheet: a row a household, its class typed, what it says against the last time."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex

from app.parsing import fold, parse_date, today
from app.problems import Problem, Refused
from app.review.drafts import PovertyDraft
from app.review.poverty_queries import draft_of
from app.review.poverty_rules import check_poverty, event_in
from app.review.queries import ClassLine
from app.wording import poverty_pages as words
from app.wording.vocabulary import POVERTY_LEVELS
from models.vocabulary import PovertyLevel
from views.paged_table import Align
from views.sheet import Sheet, SheetColumn
from views.worklist import day_shown

AnyIndex = QModelIndex | QPersistentModelIndex
_POOR, _NEAR, _AVERAGE = (POVERTY_LEVELS[one.value] for one in PovertyLevel)
_CYCLE = {"": _POOR, _POOR: _NEAR, _NEAR: _AVERAGE, _AVERAGE: ""}
_MEANT = {
    PovertyLevel.POOR: {"n", "ngheo", "hn", "ho ngheo"},
    PovertyLevel.NEAR_POOR: {"cn", "can", "can ngheo", "ho can ngheo", "hcn"},
    PovertyLevel.AVERAGE: {"k", "kn", "0", "khong", "khong ngheo", "thoat", "thoat ngheo"},
}
_YES = {"x", "v", "1", "co"}


def read_level(text: str) -> str | None:
    """The class a text means; None for none. Raises `Refused` when it means none of the three."""
    wanted = fold(text)
    if not wanted:
        return None
    found = next((level for level, meant in _MEANT.items() if wanted in meant), None)
    if found is None:
        raise Refused([Problem("level", "poverty_level_unknown", {"text": text})])
    return found.value


def _now(line: ClassLine, name: str) -> str:
    return str(getattr(line.now, name) or "") if line.now else ""


def _before(line: ClassLine) -> str:
    if line.before is None:
        return ""
    return words.BEFORE_TEXT.format(year=line.before.year, level=POVERTY_LEVELS.get(line.before.level or "", ""))


class ClassSheet(Sheet[ClassLine]):
    """Emptying the class of a household that has one takes it off; a class is typed short and read in full."""

    def __init__(self, parent: QObject | None = None) -> None:
        self.year = today().year
        super().__init__(self._make_columns(), lambda line: line.household_id, parent)

    def _make_columns(self) -> Sequence[SheetColumn[ClassLine]]:
        centre = Align.CENTRE
        return (
            SheetColumn("head", words.HEAD, 150, lambda line: line.head_name, stretch=True),
            SheetColumn("village", words.VILLAGE, 110, lambda line: line.village),
            SheetColumn("before", words.BEFORE, 140, _before),
            SheetColumn("level", words.LEVEL, 120, lambda line: POVERTY_LEVELS.get(line.level or "", ""), typed=True),
            SheetColumn("event", words.EVENT, 130, self.event_text),
            SheetColumn("certificate", words.CERTIFICATE, 110, lambda line: _now(line, "certificate"), typed=True),
            SheetColumn(
                "certified_on", words.CERTIFIED_ON, 86, lambda line: day_shown(_now(line, "certified_on")), True, centre
            ),
            SheetColumn("force_majeure", words.FORCE_MAJEURE, 62, _force, typed=True, align=centre),
            SheetColumn("cause", words.CAUSE, 110, lambda line: _now(line, "cause"), typed=True, stretch=True),
        )

    def level(self, line: ClassLine) -> str | None:
        """The class of a row as it stands; None while there is none, or it cannot be read."""
        try:
            return read_level(self.text(line, "level"))
        except Refused:
            return None

    def event_text(self, line: ClassLine) -> str:
        """What the class as it stands says against those of the years before."""
        level = self.level(line)
        found = event_in(dict(line.earlier) | {self.year: level}, self.year) if level else None
        return words.EVENTS[found.value] if found else ""

    def draft(self, line: ClassLine) -> PovertyDraft | None:
        """A row as it would be recorded; None where it has no class. Raises `Refused` when a cell cannot be read."""
        level = read_level(self.text(line, "level"))
        if level is None:
            return None
        force = fold(self.text(line, "force_majeure")) in _YES
        was_marked = line.now is not None and line.now.force_majeure is not None
        return replace(
            draft_of(line.now, line.household_id, self.year),
            level=level,
            certificate=self.text(line, "certificate") or None,
            certified_on=parse_date(self.text(line, "certified_on")),
            force_majeure=force if force or was_marked else None,
            cause=self.text(line, "cause") or None,
        )

    def problem(self, row: ClassLine, name: str) -> Problem | None:
        """What cannot be read, and what the rules say of a row that was typed in."""
        try:
            if name == "level":
                read_level(self.text(row, name))
            if name == "certified_on":
                parse_date(self.text(row, name))
            if not self._typed.get(row.household_id):
                return None
            draft = self.draft(row)
        except Refused as refused:
            return next((one for one in refused.problems if one.field in (name, "")), None)
        if draft is None:
            beside = any(self.text(row, one) for one in ("certificate", "certified_on", "force_majeure", "cause"))
            wanted = name == "level" and beside and row.now is None
            return Problem("level", "poverty_level_missing", {"names": row.head_name}) if wanted else None
        found = check_poverty(draft, row.head_name, today().isoformat())
        return next((one for one in found if one.field == name), None)

    def toggle(self, index: AnyIndex) -> None:
        """Space goes round the classes, and marks or unmarks what nothing can lift."""
        name, row = self.columns[index.column()].name, self.rows[index.row()]
        if name == "level":
            self.put(row, name, _CYCLE.get(self.text(row, name), _POOR))
        if name == "force_majeure":
            self.put(row, name, "" if self.text(row, name) else words.FORCE_MARK)

    def put(self, row: ClassLine, name: str, text: str) -> None:
        """A class typed short stands in full; one that means nothing stays as it was typed."""
        if name == "level":
            with suppress(Refused):
                text = POVERTY_LEVELS.get(read_level(text) or "", "")
        super().put(row, name, text)

    def fill_as_before(self) -> int:
        """Give the rows without a class that of the last time; how many."""
        filled = 0
        self.blockSignals(True)  # said once, after the last row
        for row in self.rows:
            if row.before is not None and row.before.level and not self.text(row, "level"):
                self.put(row, "level", POVERTY_LEVELS.get(row.before.level, ""))
                filled += 1
        self.blockSignals(False)
        self.repaint_all()
        return filled

    def drafts(self) -> list[PovertyDraft]:
        """The changed rows that have a class. Raises `Refused` when a cell cannot be read."""
        return [draft for line in self.changed_rows() if (draft := self.draft(line)) is not None]

    def taken_off(self) -> list[str]:
        """The recorded rows whose class was emptied."""
        return [line.now.id for line in self.changed_rows() if line.now is not None and self.draft(line) is None]


def _force(line: ClassLine) -> str:
    return words.FORCE_MARK if line.now is not None and line.now.force_majeure else ""
