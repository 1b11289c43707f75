"""Which papers a house's file lacks of those its programme asks for by now: never made, or printed and not signed.

What was done before the program was used has no paper here: that is said beside it, nobody did anything wrong.
"""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy.orm import Session

from app.paperwork.queries import PaperCell, house_files
from app.reports.asked import Asked, said_scope, scope_of
from app.reports.houses import HouseLine, house_lines
from app.reports.report_value import Cell, Counted, Kind, Report, ReportColumn, report_table
from app.wording import report_papers as words
from app.wording import reports
from app.wording.paperwork import missing_text
from app.wording.vocabulary import STATUSES
from app.wording.worklists import BEFORE_PROGRAM


def papers_report(session: Session, asked: Asked) -> Report:
    """Houses whose file lacks a paper that should be there by now ("Hồ sơ còn thiếu")."""
    scope = scope_of(session, asked)
    houses = {one.facts.case_id: one for one in house_lines(session, scope) if one.needed}
    files = house_files(session, list(houses), asked.as_of)
    lacking = [(houses[one.case_id], one.missing) for one in files if one.missing and not one.closed]
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


def _cells(one: HouseLine, missing: Sequence[PaperCell]) -> dict[str, Cell]:
    state, facts = one.state, one.facts
    return {
        "head": facts.head_name,
        "place": one.village,
        "programme": facts.programme.short_name if facts.programme else "",
        "status": STATUSES.get(state.status.value, ""),
        "missing": missing_text([(cell.kind, cell.state.value) for cell in missing]),
        "note": BEFORE_PROGRAM if any(cell.before for cell in missing) else "",
    }
