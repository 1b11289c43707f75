"""Fills the form of an office above ("Điền biểu cấp trên"): what goes into which cell, what cannot, and remembers how.

The officer sees the mapping before anything is written and changes it; it is kept by the form's signature, so that the
form of next week is filled the same way.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.actions import Action
from app.documents.saving import whole_file
from app.documents.sheet_xml import CellContent
from app.journal.canonical import canonical_text
from app.problems import refuse
from app.progress import Progress
from app.reports.as_of import records_as_of
from app.reports.filling_cells import fill_cells
from app.reports.filling_form import Form, FormSheet
from app.reports.filling_headings import ORDINAL, PLACE, meaning_from, offered
from app.reports.filling_plan import CellPlan, LeftOut, Plan, SheetChoice, plan_households, plan_places
from app.reports.filling_values import HouseholdValues, Places, household_values, places_of
from app.reports.houses import Scope, house_lines
from app.wording import filling as words
from app.workspace import Changes, Workspace
from models.movement import FormMapping


@dataclass(frozen=True)
class FormChoice:
    """How a form is filled: by sheet title; `overwrite`: numbers that stand in its cells are replaced."""

    sheets: Mapping[str, SheetChoice]
    overwrite: bool = False
    remembered: bool = False


@dataclass(frozen=True)
class Period:
    """Until which day events count, and since when "in the period" (ISO)."""

    since: str
    until: str


@dataclass(frozen=True)
class FillPlan:
    """What would be written, and what would not."""

    cells: tuple[CellPlan, ...] = ()
    left: tuple[LeftOut, ...] = ()

    def edits(self) -> dict[str, dict[str, CellContent]]:
        """The values by sheet and cell."""
        found: dict[str, dict[str, CellContent]] = {}
        for one in self.cells:
            found.setdefault(one.sheet, {})[one.name] = one.value
        return found


@dataclass(frozen=True)
class Offered:
    """What an officer may choose for a column: its key and how it is called."""

    key: str
    label: str
    group: str = field(default="")


def choices_for(sheet: FormSheet) -> list[Offered]:
    """What the columns of a sheet may be filled with."""
    if sheet.households:
        return [Offered(key, label) for key, (label, _) in words.HOUSE_FIELDS.items() if key != "head_name"]
    return [Offered(one.key, one.label) for one in offered()]


def label_of(key: str | None, *, households: bool) -> str:
    """How a key is called; of a column that is not filled, so."""
    fixed = {PLACE: words.PLACE_COLUMN, ORDINAL: words.ORDINAL_COLUMN, None: words.NOT_THIS}
    if key in fixed:
        return fixed[key]
    if households:
        return words.HOUSE_FIELDS[key or ""][0]
    meaning = meaning_from(key or "")
    return meaning.label if meaning is not None else words.NOT_THIS


def choice_for(session: Session, form: Form) -> FormChoice:
    """How a form was filled the last time; of one that was never seen, as its headings say."""
    kept = _kept(session, form.signature)
    given = _read(kept.mapping) if kept is not None else None
    own = (given or {}).get("sheets") or {}
    sheets = {one.title: _sheet_choice(one, own.get(str(at))) for at, one in enumerate(form.sheets)}
    return FormChoice(sheets, bool((given or {}).get("overwrite")), given is not None)


def _kept(session: Session, signature: str) -> FormMapping | None:
    row = FormMapping
    query = select(row).where(row.signature == signature, row.row_out.is_(False)).order_by(row.id.desc())
    return session.scalars(query.limit(1)).first()


def _read(text: str | None) -> dict[str, Any] | None:
    """A kept mapping; one that no longer reads is as if there were none."""
    try:
        found = json.loads(text or "")
    except ValueError:
        return None
    return found if isinstance(found, dict) else None


def _sheet_choice(sheet: FormSheet, given: Any) -> SheetChoice:
    kept = given if isinstance(given, dict) else {}
    columns = {one.letter: one.key for one in sheet.columns}
    for letter, key in (kept.get("columns") or {}).items():
        if letter in columns and (key is None or _known(sheet, key)):
            columns[letter] = key
    unit = kept.get("unit", sheet.unit)
    return SheetChoice(columns, unit if isinstance(unit, int) else None, bool(kept.get("used", True)))


def _known(sheet: FormSheet, key: str) -> bool:
    if key in (PLACE, ORDINAL):
        return True
    return key in words.HOUSE_FIELDS if sheet.households else meaning_from(key) is not None


def remember_choice(workspace: Workspace, form: Form, choice: FormChoice) -> Changes | None:
    """Keep how a form is filled; None when it was kept so already."""
    sheets = {
        str(at): {"columns": dict(own.columns), "unit": own.unit, "used": own.used}
        for at, one in enumerate(form.sheets)
        if (own := choice.sheets.get(one.title)) is not None
    }
    mapping = canonical_text({"overwrite": choice.overwrite, "sheets": sheets})
    with workspace.read() as session:
        kept = _kept(session, form.signature)
        if kept is not None and kept.mapping == mapping:
            return None
    with workspace.change(Action.SAVE_MOVEMENT) as change:
        row = _kept(change.session, form.signature)
        if row is None:
            row = FormMapping(signature=form.signature)
            change.session.add(row)
        row.name, row.mapping = form.name, mapping
    return change.done


@dataclass(frozen=True)
class FormFacts:
    """What a form can be filled with: the places of the office, its households; read once, planned with often."""

    places: Places
    households: tuple[HouseholdValues, ...] = ()


def form_facts(workspace: Workspace, form: Form, until: str, programme_id: str | None = None) -> FormFacts:
    """The facts a form asks for, from the records as of a day (ISO); of many houses this takes its time."""
    with records_as_of(workspace, until) as session:
        lines = house_lines(session, Scope(programme_id))
        listed = any(one.households for one in form.sheets)
        return FormFacts(places_of(session, lines), tuple(household_values(session, lines)) if listed else ())


def plan_form(form: Form, choice: FormChoice, period: Period, facts: FormFacts) -> FillPlan:
    """Which cells a form gets and which not."""
    plans: list[Plan] = []
    for sheet in form.sheets:
        own = choice.sheets.get(sheet.title)
        if own is None or not own.used:
            continue
        if sheet.households:
            plans.append(plan_households(sheet, own, facts.households, overwrite=choice.overwrite))
        else:
            days = (period.since, period.until)
            plans.append(plan_places(sheet, own, facts.places, days, overwrite=choice.overwrite))
    return FillPlan(
        tuple(cell for one in plans for cell in one.cells), tuple(left for one in plans for left in one.left)
    )


def fill_form(source: Path, plan: FillPlan, target: Path, *, progress: Progress | None = None) -> int:
    """Write the filled form beside the one received; returns how many cells were filled.

    Raises `Refused` when nothing would be filled or the form itself would be overwritten, `Trouble`, `Cancelled`.
    """
    if not plan.cells:
        raise refuse("", "form_nothing_to_fill")
    if target.exists() and source.samefile(target):
        raise refuse("target", "form_same_file")
    data = fill_cells(source, plan.edits(), progress=progress)
    with whole_file(target) as stream:
        stream.write(data)
    return len(plan.cells)


def check_form(form: Form) -> Form:
    """The form, when it has a table to fill. Raises `Refused`."""
    if not form.sheets:
        raise refuse("file", "form_no_table", name=form.name)
    return form
