"""What an import did, in the shape that the command line prints and a page shows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from app.documents.words import whole_text
from app.lists.differences import Difference
from app.lists.fields import Field
from app.lists.opening import OpeningSums, opening_sums
from app.lists.planning import Outcome, PlannedRow
from app.lists.reading import ListFile, ListSheet, PassedOver
from app.lists.rows import RepairKind, RowValues
from app.problems import Problem
from app.wording.list_values import REPAIRS
from app.wording.lists import IMPORTED, PASSED_OVER, PASSED_OVER_SHEET, UNUSED
from app.wording.lists_opening import CHANGED_FIELD, OPENING_TOLD
from app.wording.messages import problem_text
from app.wording.worklists import BEFORE_PROGRAM

_SAMPLE = 5
#: The fields of the records that a list tells under another name.
_COLUMN_OF = {
    "village_id": Field.VILLAGE,
    "member_count": Field.MEMBERS,
    "code": Field.HOUSEHOLD_CODE,
    "requested_amount": Field.SUPPORT_AMOUNT,
    "work_type": Field.NEED,
    "condition.area_m2": Field.AREA_CURRENT,
    "guardian": Field.BIRTH,
}


@dataclass(frozen=True)
class ToldProblem:
    """A problem where the officer sees it; `column` is Excel's letter, or None for the whole row."""

    sheet: str
    row: int
    column: str | None
    problem: Problem


@dataclass(frozen=True)
class ToldRepair:
    """A repair where the officer sees it."""

    sheet: str
    row: int
    column: str | None
    kind: str
    before: str
    after: str


@dataclass(frozen=True)
class ToldDifference:
    """One field of a known household that the row changes, old against new."""

    sheet: str
    row: int
    head_name: str
    difference: Difference


@dataclass(frozen=True)
class ToldRow:
    """What becomes of one row, with what is wrong in it and what it changes."""

    sheet: str
    row: int
    head_name: str
    outcome: Outcome
    problems: tuple[Problem, ...]
    differences: tuple[Difference, ...]
    evidence: str = ""


@dataclass(frozen=True)
class ImportReport:
    """The fate of every row: `read` is the sum of the five counts. `sample` is what the first rows say.

    `differences` are old against new of the rows that change a household, `opening` what was done before the program
    was used (None: the list tells nothing of that). `rows` are all that are households, `sheet_names` all of the file,
    `passed_over` those that were not read though nobody left them out.
    """

    file: str
    sheets: tuple[ListSheet, ...]
    new: int
    changed: int
    unchanged: int
    rejected: int
    skipped: int
    problems: tuple[ToldProblem, ...]
    repairs: tuple[ToldRepair, ...]
    ids: tuple[str, ...] = ()
    sample: tuple[RowValues, ...] = ()
    differences: tuple[ToldDifference, ...] = ()
    opening: OpeningSums | None = None
    rows: tuple[ToldRow, ...] = ()
    sheet_names: tuple[str, ...] = ()
    passed_over: Mapping[str, PassedOver] = field(default_factory=dict)

    @property
    def read(self) -> int:
        """All rows of the tables that are not empty."""
        return self.new + self.changed + self.unchanged + self.rejected + self.skipped

    def as_json(self) -> dict[str, Any]:
        """The document of `list import --json`."""
        counts = {name: getattr(self, name) for name in ("read", *(one.value for one in Outcome), "skipped")}
        return {
            "file": self.file,
            "sheets": [_sheet_json(sheet) for sheet in self.sheets],
            **counts,
            "problems": [_problem_json(one) for one in self.problems],
            "repairs": [_repair_json(one) for one in self.repairs],
            "differences": [_difference_json(one) for one in self.differences],
            "opening": None if self.opening is None else asdict(self.opening),
            "passed_over": [{"name": name, "why": why.value} for name, why in self.passed_over.items()],
        }

    def lines(self) -> list[str]:
        """The report for people: the counts, the columns that were not read, then one line a problem."""
        told = [f"{one.sheet}!{one.column or ''}{one.row}: {problem_text(one.problem)}" for one in self.problems]
        counts = {name: getattr(self, name) for name in ("read", *(one.value for one in Outcome), "skipped")}
        unused = [
            UNUSED.format(sheet=sheet.name, headings=", ".join(sheet.unused.values()))
            for sheet in self.sheets
            if sheet.unused
        ]
        opening = [opening_line(self.opening)] if self.opening else []
        changed = [
            CHANGED_FIELD.format(place=f"{one.sheet}!{one.row}", head=one.head_name, **vars(one.difference))
            for one in self.differences
        ]
        return [
            IMPORTED.format(file=self.file, repairs=len(self.repairs), **counts),
            *opening,
            *passed_over_lines(self),
            *unused,
            *told,
            *changed,
        ]


def make_report(file: ListFile, planned: list[PlannedRow], ids: tuple[str, ...] = ()) -> ImportReport:
    """The report of a list whose rows came out as planned; `ids` are the households written."""
    counts = Counter(one.outcome for one in planned)
    columns = {sheet.name: sheet.columns for sheet in file.sheets}
    problems = [*_heading_problems(file), *_without_source(planned)]
    repairs: list[ToldRepair] = []
    villages: set[str] = set()
    for one in planned:
        sheet, number = one.row.sheet, one.row.row_number
        letters = one.row.letters or columns[sheet]
        problems += [ToldProblem(sheet, number, _letter(letters, wrong.field), wrong) for wrong in one.problems]
        for told in one.repairs if one.outcome is not Outcome.REJECTED else ():
            if told.kind is RepairKind.VILLAGE_ADDED:
                if told.after in villages:
                    continue  # added once, by the first of its rows
                villages.add(told.after)
            letter = letters.get(told.field)
            repairs.append(ToldRepair(sheet, number, letter, told.kind.value, told.before, told.after))
    return ImportReport(
        file=file.name,
        sheets=file.sheets,
        new=counts[Outcome.NEW],
        changed=counts[Outcome.CHANGED],
        unchanged=counts[Outcome.UNCHANGED],
        rejected=counts[Outcome.REJECTED],
        skipped=file.skipped,
        problems=tuple(problems),
        repairs=tuple(repairs),
        ids=ids,
        sample=tuple(one.row.values for one in planned[:_SAMPLE]),
        differences=tuple(
            ToldDifference(one.row.sheet, one.row.row_number, one.household.head_name or "", difference)
            for one in planned
            if one.household
            for difference in one.differences
        ),
        opening=opening_sums(one.opening for one in planned if one.opening),
        rows=tuple(
            ToldRow(
                one.row.sheet,
                one.row.row_number,
                one.row.values.head_name or "",
                one.outcome,
                one.problems,
                one.differences,
                one.evidence,
            )
            for one in planned
        ),
        sheet_names=file.sheet_names,
        passed_over=file.passed_over,
    )


def opening_line(sums: OpeningSums) -> str:
    """What was done before the program was used, in one sentence."""
    shown = {name: whole_text(value) for name, value in asdict(sums).items()}
    return OPENING_TOLD.format(before=BEFORE_PROGRAM, **shown)


def passed_over_lines(report: ImportReport) -> list[str]:
    """The sheets that were not read, each with why, in one line: none is left out in silence."""
    told = [PASSED_OVER_SHEET[why.value].format(name=name) for name, why in report.passed_over.items()]
    return [PASSED_OVER.format(sheets=", ".join(told))] if told else []


def _without_source(planned: list[PlannedRow]) -> Iterator[ToldProblem]:
    """Said once, at the first of its rows: money of which nobody tells where it came from."""
    rows = [one.row for one in planned if one.opening and any(paid.source is None for paid in one.opening.payments)]
    if rows:
        problem = Problem(Field.PAID.value, "opening_no_source", {"count": len(rows)}, warning=True)
        yield ToldProblem(rows[0].sheet, rows[0].row_number, None, problem)


def _heading_problems(file: ListFile) -> Iterator[ToldProblem]:
    for sheet in file.sheets:
        for letter, heading in sheet.ambiguous.items():
            problem = Problem("", "column_ambiguous", {"heading": heading}, warning=True)
            yield ToldProblem(sheet.name, sheet.header_rows[0], letter, problem)
        if sheet.hidden_rows:
            hidden = Problem("", "rows_hidden", {"count": sheet.hidden_rows}, warning=True)
            yield ToldProblem(sheet.name, sheet.header_rows[0], None, hidden)


def _letter(letters: Mapping[Field, str], field: str) -> str | None:
    name = _COLUMN_OF.get(field, field)
    return letters.get(Field(name)) if name in list(Field) else None


def _sheet_json(sheet: ListSheet) -> dict[str, Any]:
    mapping = {heading: field.value for heading, field in sheet.mapping.items()}
    rows = list(sheet.header_rows)
    return {"name": sheet.name, "header_rows": rows, "mapping": mapping, "encoding": sheet.encoding}


def _problem_json(one: ToldProblem) -> dict[str, Any]:
    return {
        "sheet": one.sheet,
        "row": one.row,
        "column": one.column,
        "code": one.problem.code,
        "level": "warning" if one.problem.warning else "error",
        "message": problem_text(one.problem),
    }


def _difference_json(one: ToldDifference) -> dict[str, Any]:
    told = one.difference
    where = {"sheet": one.sheet, "row": one.row, "entity": told.entity, "field": told.field}
    return {**where, "label": told.label, "old": told.old, "new": told.new}


def _repair_json(one: ToldRepair) -> dict[str, Any]:
    return {
        "sheet": one.sheet,
        "row": one.row,
        "column": one.column,
        "kind": one.kind,
        "from": one.before,
        "to": one.after,
        "why": REPAIRS[one.kind],
    }
