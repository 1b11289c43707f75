"""Saves an officer's list: good rows are saved, the others named; the whole list is one change."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from sqlalchemy.orm import Session

from app import backup
from app.actions import Action
from app.areas.operations import write_villages
from app.areas.queries import villages
from app.funding.queries import sources
from app.households.operations import write_household, write_new_households
from app.households.queries import own_commune
from app.journal.recording import Recorder
from app.lists.error_workbook import write_error_workbook
from app.lists.fields import Field
from app.lists.kept_reading import KeptReading
from app.lists.memory import remember, remembered
from app.lists.on_behalf import check_kept_for, keep_for
from app.lists.opening import Sources
from app.lists.opening_operations import OpeningCase, write_opening
from app.lists.planning import Outcome, PlannedRow, plan_rows
from app.lists.reading import ListFile, PassedOver, ReadingOptions
from app.lists.repairs import CellName
from app.lists.report import ImportReport, make_report
from app.lists.rows import RepairKind
from app.lists.template import write_template
from app.problems import Problem, Refused, refuse
from app.progress import Progress
from app.rows import write_row
from app.support.operations import write_new_cases
from app.wording.lists import READING, SAVING
from app.workspace import Changes, Workspace
from models.support import SupportCase

_SHOWN_PROBLEMS = 20


@dataclass(frozen=True)
class ImportOptions:
    """How a list is imported. `programme` is a code, id or name (None: the office's first); `sheets` none: all.

    `mapping` is heading -> field (`app.lists.headings.Field`) or None for a column to leave out; `refused` are kinds
    of repairs (`RepairKind`), `refused_cells` single cells (sheet, row, column letter).
    `source` is the code of the source of money paid before, where the list names none;
    `commune` the code of a commune without the program on whose behalf an upper office keeps the list.
    `errors` is where the error workbook goes. `keep_unmapped`: columns that are no field are kept as remarks under
    their headings; `skip_hidden_rows` leaves out what the file hides.
    """

    sheets: Sequence[str] = ()
    programme: str | None = None
    mapping: Mapping[str, str | None] = field(default_factory=dict)
    refused: Sequence[str] = ()
    refused_cells: Collection[CellName] = ()
    password: str | None = None
    keep_unmapped: bool = False
    skip_hidden_rows: bool = False
    source: str | None = None
    commune: str | None = None
    errors: Path | None = None
    dry_run: bool = False


class NothingSaved(Refused):
    """Not a row of a list could be saved; `report` says why of each."""

    def __init__(self, problems: Sequence[Problem], report: ImportReport) -> None:
        super().__init__(problems)
        self.report = report


def import_list(
    workspace: Workspace,
    path: Path,
    options: ImportOptions | None = None,
    *,
    progress: Progress | None = None,
    kept: KeptReading | None = None,
) -> tuple[Changes | None, ImportReport]:
    """Read a list and save its good rows in one change; a dry run writes nothing and gives no `Changes`.

    With `kept` what a dry run read is saved without being read again.
    With `errors` the error workbook is written there, if there is anything to correct. Raises `Refused` when the file
    holds no table, `NothingSaved` when no row could be saved, `Trouble` for a file that cannot be read or written,
    `Cancelled`; then nothing was changed (the error workbook comes after the rows are saved).
    """
    options = options or ImportOptions()
    progress = progress or Progress()
    try:
        changes, report = _import(workspace, path, options, progress, kept or KeptReading())
    except NothingSaved as nothing:
        if options.errors is None:
            raise
        write_error_workbook(path, nothing.report, options.errors, options.password, progress=progress)
        told = Problem("", "errors_written", {"file": options.errors.name}, warning=True)
        raise NothingSaved([*nothing.problems, told], nothing.report) from nothing
    if options.errors is not None:
        write_error_workbook(path, report, options.errors, options.password, progress=progress)
    return changes, report


def _import(
    workspace: Workspace, path: Path, options: ImportOptions, progress: Progress, kept: KeptReading
) -> tuple[Changes | None, ImportReport]:
    workspace.permit(Action.IMPORT_LIST)
    reading = replace(_reading_options(options), remembered=remembered(workspace.folder))
    progress.step(0, 2, READING)
    file = kept.read(path, reading, progress=progress)
    _check_file(file, reading)
    progress.step(1, 2, SAVING)
    if options.dry_run:
        with workspace.read() as session:
            code, known = _commune(session, options.commune), _sources(session, options)
            planned = plan_rows(session, code, file.rows, options.programme, reading.refused, known)
        return None, _saved_report(file, planned, ())
    backup.before_records(workspace.engine, workspace.folder)
    with workspace.change(Action.IMPORT_LIST) as change:
        code = _commune(change.session, options.commune)
        if options.commune:
            keep_for(change.recorder, code)
        known = _sources(change.session, options)
        planned = plan_rows(change.session, code, file.rows, options.programme, reading.refused, known)
        _saved_report(file, planned, ())
        ids = _write(change.recorder, code, planned, known)
        progress.step(2, 2, SAVING)
    if reading.mapping:
        remember(workspace.folder, file.sheets, reading.mapping)
    return change.done, _saved_report(file, planned, ids)


def save_template(workspace: Workspace | None, path: Path) -> None:
    """Write the empty list to fill in, with the office's villages where a workspace is open."""
    names: list[str] = []
    if workspace is not None:
        with workspace.read() as session:
            code = own_commune(session)
            names = list(dict.fromkeys(one.name for one in villages(session, code))) if code else []
    write_template(path, names)


def _reading_options(options: ImportOptions) -> ReadingOptions:
    unknown = [one for one in options.refused if one not in list(RepairKind)]
    if unknown:
        raise refuse("refuse", "repair_unknown", text=unknown[0], kinds=", ".join(RepairKind))
    strange = [one for one in options.mapping.values() if one is not None and one not in list(Field)]
    if strange:
        raise refuse("mapping", "mapping_unknown", text=strange[0], fields=", ".join(Field))
    return ReadingOptions(
        sheets=tuple(options.sheets),
        mapping={heading: None if name is None else Field(name) for heading, name in options.mapping.items()},
        refused=frozenset(RepairKind(one) for one in options.refused),
        refused_cells=frozenset(options.refused_cells),
        password=options.password,
        keep_unmapped=options.keep_unmapped,
        skip_hidden_rows=options.skip_hidden_rows,
    )


def _check_file(file: ListFile, options: ReadingOptions) -> None:
    missing = [one for one in options.sheets if one not in file.sheet_names]
    if missing:
        raise refuse("sheet", "sheet_unknown", name=file.name, sheet=missing[0], sheets=", ".join(file.sheet_names))
    hidden = [name for name, why in file.passed_over.items() if why is PassedOver.HIDDEN]
    if not file.sheets and hidden:
        raise refuse("", "list_only_hidden", name=file.name, sheets=", ".join(hidden))
    if not file.sheets:
        raise refuse("", "list_no_table", name=file.name)
    if not file.rows:
        raise refuse("", "list_empty", name=file.name)


def _commune(session: Session, named: str | None) -> str:
    """The commune the households live in: this office, or one under it without the program. Raises `Refused`."""
    code = own_commune(session)
    if code is None and named is not None:
        check_kept_for(session, named)
        return named
    if code is None or named not in (None, code):
        raise refuse("", "commune_only" if code is None else "commune_not_below", commune=named)
    return code


def _saved_report(file: ListFile, planned: list[PlannedRow], ids: tuple[str, ...]) -> ImportReport:
    """The report, or a refusal that names the first problems when not a single row is good."""
    report = make_report(file, planned, ids)
    if report.rejected == len(planned):
        first = Problem(
            "",
            "list_nothing_saved",
            {"name": file.name, "read": report.read, "count": report.rejected, "skipped": report.skipped},
        )
        told = [
            replace(one.problem, field=f"{one.sheet}!{one.column or ''}{one.row}")
            for one in report.problems
            if not one.problem.warning
        ]
        raise NothingSaved([first, *told[:_SHOWN_PROBLEMS]], report)
    return report


def _sources(session: Session, options: ImportOptions) -> Sources:
    """The sources of money rows may name. Raises `Refused` where the chosen one is not known.

    What is kept on behalf of a commune may name the commune's sources and those of the offices above it.
    """
    chosen, commune = options.source, options.commune
    known = [one for one in sources(session) if commune is None or one.stream == commune or "/" in one.stream]
    if chosen is not None and chosen not in {one.code for one in known}:
        raise refuse("source", "source_unknown", text=chosen)
    return Sources(known, chosen)


def _write(recorder: Recorder, commune_code: str, planned: list[PlannedRow], known: Sources) -> tuple[str, ...]:
    """Write what is new and what changed; returns the ids of the households."""
    session = recorder.session
    kept = [one for one in planned if one.outcome in (Outcome.NEW, Outcome.CHANGED)]
    added = write_villages(session, commune_code, dict.fromkeys(one.new_village for one in kept if one.new_village))
    drafts = [
        replace(one.household, village_id=added[one.new_village])
        if one.household and one.new_village
        else one.household
        for one in kept
    ]
    new = [draft for one, draft in zip(kept, drafts, strict=True) if draft and one.outcome is Outcome.NEW]
    made = iter(write_new_households(recorder, new, commune_code))
    ids = []
    for one, draft in zip(kept, drafts, strict=True):
        if draft is not None:
            ids.append(next(made) if one.outcome is Outcome.NEW else write_household(session, draft))
    cases = _write_cases(recorder, kept, ids)
    opened = [
        OpeningCase(case, one.opening, one.work_type, one.household.category, one.household.head_name)
        for one, case in zip(kept, cases, strict=True)
        if one.opening and case and one.household
    ]
    if opened:
        write_opening(recorder, opened, known.added)
    return tuple(ids)


def _write_cases(recorder: Recorder, kept: list[PlannedRow], ids: list[str]) -> list[str | None]:
    """Write new and changed cases; returns the case of each row that has one."""
    new = [
        replace(one.case, household_id=household_id)
        for one, household_id in zip(kept, ids, strict=True)
        if one.case is not None and one.case.case_id is None
    ]
    made = iter(write_new_cases(recorder, new))
    cases = []
    for one in kept:
        if one.case is None:
            cases.append(one.case_id)
        elif one.case.case_id is None:
            cases.append(next(made))
        else:
            values = {name: getattr(one.case, name) for name in ("work_type", "requested_amount", "note")}
            write_row(recorder.session, SupportCase, one.case.case_id, one.case.version, values)
            cases.append(one.case.case_id)
    return cases
