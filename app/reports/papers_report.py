"""Which papers of a house the program has, of those its programme asks for and the program itself knows.

What was done before the program was used has no paper here: it is missing from the file, never asked of anybody.
"""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy.orm import Session

from app.handover.queries import PaperRow, papers_of_cases
from app.reports.asked import Asked, said_scope, scope_of
from app.reports.houses import HouseLine, house_lines
from app.reports.report_value import Cell, Counted, Kind, Report, ReportColumn, report_table
from app.support.queries import CaseFacts, CaseState
from app.wording import report_papers as words
from app.wording import reports
from app.wording.dossier import PAPER_NAMES
from app.wording.vocabulary import STATUSES
from app.wording.worklists import BEFORE_PROGRAM
from models.vocabulary import PaperKind


def known_papers(facts: CaseFacts, state: CaseState, issued: Sequence[PaperRow], day: str) -> dict[str, bool]:
    """The papers the programme asks for on a day, of those the program itself knows, with whether each is here."""
    standing = {one.kind for one in issued if not one.void}
    known = {
        "decision": state.decision is not None and not state.decision.before_program,
        "completion_check": PaperKind.COMPLETION_CHECK in standing,
        "handover_minutes": PaperKind.HANDOVER_MINUTES in standing,
        "payment_voucher": any(one.voucher for one in facts.payments),
    }
    if facts.programme is None:
        return {}
    asked = facts.programme.required_papers(day, state.work_type)
    return {name: known[name] for name in asked if name in known}


def papers_report(session: Session, asked: Asked) -> Report:
    """Houses whose file lacks a paper that should be there by now ("Hồ sơ còn thiếu")."""
    scope = scope_of(session, asked)
    houses = [one for one in house_lines(session, scope) if one.needed]
    ids = [one.facts.case_id for one in houses]
    minutes, checks = papers_of_cases(session, ids), papers_of_cases(session, ids, PaperKind.COMPLETION_CHECK)
    lacking = []
    for one in houses:
        issued = (*minutes.get(one.facts.case_id, ()), *checks.get(one.facts.case_id, ()))
        papers = known_papers(one.facts, one.state, issued, asked.as_of)
        missing = [name for name in PAPER_NAMES if papers.get(name) is False and _due(name, one)]
        if missing:
            lacking.append((one, missing))
    table = report_table(words.TABLE, _columns(), [_cells(*one) for one in lacking], empty=words.NONE_MISSING)
    return Report(
        "papers",
        reports.NAMES["papers"],
        asked.as_of,
        (table,),
        said_scope(session, asked),
        notes=(words.NOTE.format(houses=len(houses)),),
        counted=(Counted(words.SHOWN, len(table.rows), len(lacking)),),
        houses=tuple(one.snapshot() for one, _ in lacking),
        unit=asked.unit,
    )


def _due(name: str, one: HouseLine) -> bool:
    """Whether a house has come so far that the paper should be there."""
    reached = {
        "decision": True,
        "completion_check": one.finished,
        "handover_minutes": one.given,
        "payment_voucher": one.aid_paid > 0,
    }
    return reached[name]


def _columns() -> list[ReportColumn]:
    return [
        ReportColumn("ordinal", reports.ORDINAL, width=5, summed=False),
        ReportColumn("head", words.HEAD, Kind.TEXT, 22),
        ReportColumn("place", words.PLACE, Kind.TEXT, 18),
        ReportColumn("programme", words.PROGRAMME, Kind.TEXT, 20),
        ReportColumn("status", words.STATUS, Kind.TEXT, 18),
        ReportColumn("missing", words.MISSING, Kind.TEXT, 46),
        ReportColumn("note", words.NOTE_COLUMN, Kind.TEXT, 28),
    ]


def _cells(one: HouseLine, missing: Sequence[str]) -> dict[str, Cell]:
    state, facts = one.state, one.facts
    rows = (state.decision, state.acceptance, state.handover, *state.stages.values(), *facts.payments)
    before = any(row is not None and row.before_program for row in rows)
    return {
        "head": facts.head_name,
        "place": one.village,
        "programme": facts.programme.short_name if facts.programme else "",
        "status": STATUSES.get(state.status.value, ""),
        "missing": ", ".join(PAPER_NAMES[name] for name in missing),
        "note": BEFORE_PROGRAM if before else "",
    }
