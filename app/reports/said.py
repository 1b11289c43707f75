"""What stands above and below the tables of a report, in every form of it."""

from __future__ import annotations

from collections.abc import Iterator

from app.documents.words import money_text, whole_text
from app.reports.report_value import Counted, Kind, Report, ReportTable, day_text
from app.wording import reports as words


def head_lines(report: Report, table: ReportTable, office: str, made_on: str) -> list[tuple[str, bool]]:
    """The lines above a table with whether each is strong: title, day, scope, unit, who made it."""
    lines = [(report.title.upper(), True)]
    if len(report.tables) > 1 and table.title:
        lines.append((table.title, True))
    lines += [(text, False) for text in scope_lines(report)]
    if any(one.kind is Kind.MONEY for one in table.columns):
        lines.append((words.UNIT.format(unit=words.UNITS[report.unit]), False))
    lines.append((words.MADE.format(office=office, day=day_text(made_on)), False))
    return lines


def scope_lines(report: Report) -> list[str]:
    """Until which day, and of what."""
    lines = [report.subtitle] if report.subtitle else []
    lines.append(words.AS_OF.format(day=day_text(report.as_of)))
    if report.known:
        lines.append(words.KNOWN.format(day=day_text(report.known)))
    if report.parameters:
        lines.append("; ".join(f"{name}: {value}" for name, value in report.parameters))
    return lines


def foot_lines(report: Report) -> list[str]:
    """The notes, and last what is shown against what is stored."""
    return [*report.notes, *_counted(report)]


def _counted(report: Report) -> Iterator[str]:
    for one in report.counted:
        text = words.COUNTED if one.shown == one.stored else words.NOT_EQUAL
        yield text.format(what=one.what, shown=_figure(one.shown, one), stored=_figure(one.stored, one))


def _figure(value: int, one: Counted) -> str:
    return money_text(value) if one.kind is Kind.MONEY else whole_text(value)
