"""Reports house by house: the whole list ("có địa chỉ cụ thể"), and the houses that are overdue."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy.orm import Session

from app.reports.asked import Asked, said_scope, scope_of
from app.reports.houses import HouseLine, house_lines
from app.reports.progress_report import stored_houses
from app.reports.report_value import Cell, Counted, Kind, Report, ReportColumn, report_table
from app.reports.worklists import overdue_days
from app.wording import report_texts as words
from app.wording import reports
from app.wording.vocabulary import CATEGORIES, STAGES, STATUSES, WORK_TYPES


def house_list(session: Session, asked: Asked, case_ids: frozenset[str] | None = None) -> Report:
    """Every house of the scope with where it stands and its money."""
    scope = scope_of(session, asked, case_ids)
    houses = house_lines(session, scope)
    lines = [_cells(one) for one in houses]
    table = report_table(
        words.HOUSES, _columns(), lines, label=reports.TOTAL, empty=reports.NO_HOUSES, behind=_own(houses)
    )
    stored = stored_houses(session) if scope.whole else len(houses)
    return Report(
        "houses",
        reports.NAMES["houses"],
        asked.as_of,
        (table,),
        said_scope(session, asked),
        counted=(Counted(words.HOUSES_SHOWN, len(table.rows), stored),),
        houses=tuple(one.snapshot() for one in houses),
        unit=asked.unit,
    )


def overdue_report(session: Session, asked: Asked) -> Report:
    """Houses that should be finished and are not: how many days late, how far they are, why they stand still."""
    scope = scope_of(session, asked)
    houses = house_lines(session, scope)
    late = [(overdue_days(one.facts, one.state, asked.as_of), one) for one in houses if one.needed]
    chosen = sorted(((days, one) for days, one in late if days), key=lambda pair: -pair[0])
    lines = [{**_cells(one), "days": days, "why": _why(one)} for days, one in chosen]
    columns = [
        *_columns()[:7],
        ReportColumn("stage", words.STAGE, Kind.TEXT, 16),
        ReportColumn("started", words.STARTED_ON, Kind.DAY, 11),
        ReportColumn("days", words.DAYS_LATE, width=9, summed=False),
        ReportColumn("why", words.WHY, Kind.TEXT, 28),
    ]
    table = report_table(words.OVERDUE, columns, lines, empty=words.NONE_OVERDUE, behind=_own(one for _, one in chosen))
    unfinished = sum(1 for one in houses if one.needed and not one.finished)
    return Report(
        "overdue",
        reports.NAMES["overdue"],
        asked.as_of,
        (table,),
        said_scope(session, asked),
        notes=(words.OVERDUE_NOTE.format(unfinished=unfinished),),
        counted=(Counted(words.OVERDUE_SHOWN, len(table.rows), len(chosen)),),
        houses=tuple(one.snapshot() for _, one in chosen),
        unit=asked.unit,
    )


def _own(houses: Iterable[HouseLine]) -> list[dict[str, list[str]]]:
    """Each line is one household."""
    return [{"head": [one.facts.household_id]} for one in houses]


def _columns() -> list[ReportColumn]:
    return [
        ReportColumn("ordinal", reports.ORDINAL, width=5, summed=False),
        ReportColumn("head", words.HEAD, Kind.TEXT, 22),
        ReportColumn("place", words.PLACE, Kind.TEXT, 18),
        ReportColumn("category", words.CATEGORY, Kind.TEXT, 18),
        ReportColumn("programme", words.PROGRAMME, Kind.TEXT, 18),
        ReportColumn("work", words.WORK, Kind.TEXT, 10),
        ReportColumn("status", words.STATUS, Kind.TEXT, 18),
        ReportColumn("decision", words.DECISION, Kind.TEXT, 14),
        ReportColumn("approved", words.APPROVED, Kind.MONEY, 14),
        ReportColumn("paid", words.PAID, Kind.MONEY, 14),
        ReportColumn("started", words.STARTED_ON, Kind.DAY, 11),
        ReportColumn("accepted", words.ACCEPTED_ON, Kind.DAY, 11),
        ReportColumn("given", words.GIVEN_ON, Kind.DAY, 11),
    ]


def _cells(one: HouseLine) -> dict[str, Cell]:
    state = one.state
    return {
        "head": one.facts.head_name,
        "place": one.village,
        "category": CATEGORIES.get(one.category, one.category),
        "programme": one.facts.programme.short_name if one.facts.programme else "",
        "work": WORK_TYPES.get(state.work_type.value, "") if state.work_type else "",
        "status": STATUSES.get(state.status.value, ""),
        "stage": STAGES.get(state.stage.value, "") if state.stage else "",
        "decision": state.decision.number if state.decision else "",
        "approved": state.approved_amount,
        "paid": one.aid_paid,
        "started": state.started_on,
        "accepted": state.accepted_on,
        "given": state.handed_over_on,
    }


def _why(one: HouseLine) -> str:
    exception = one.state.exception
    return exception.reason or "" if exception is not None and one.state.off_road else ""
