"""The differences to the last kept report as tables of the report itself ("So với kỳ trước")."""

from __future__ import annotations

from dataclasses import replace

from app.reports.queries import Differences, HouseChange
from app.reports.report_value import Cell, Kind, Report, ReportColumn, ReportTable, Section, day_text, report_table
from app.wording import report_differences as words
from app.wording import reports
from app.wording.fields_campaigns import ENTITIES as CAMPAIGN_ENTITIES
from app.wording.vocabulary import STATUSES, WORK_TYPES

_DAYS = ("started_on", "accepted_on", "handed_over_on")
_MONEY = ("approved", "paid")


def with_comparison(report: Report, found: Differences | None) -> Report:
    """The report with its differences to the last one; without a last one a note says so."""
    notes = (*report.notes, *said_differences(found))
    if found is None:
        return replace(report, notes=notes)
    first = len(report.tables)
    tables = (*report.tables, changes_table(found), late_table(found))
    sections = report.sections
    if sections:
        sections = (*sections, Section(words.IN_TEXT, (), first), Section("", (), first + 1))
    return replace(report, tables=tables, sections=sections, notes=notes)


def said_differences(found: Differences | None) -> tuple[str, ...]:
    """With which report it is compared, how many things are otherwise and came late; or that there is none."""
    if found is None:
        return (words.NO_EARLIER,)
    before = found.before
    day, number = day_text(before.as_of), before.number or words.NO_NUMBER
    late = words.LATE_NOTE.format(count=len(found.late), day=day)
    return (words.COMPARED_WITH.format(day=day, number=number, count=len(found.houses)), late)


def changes_table(found: Differences) -> ReportTable:
    """What is otherwise, house by house."""
    columns = [
        ReportColumn("ordinal", reports.ORDINAL, width=5, summed=False),
        ReportColumn("head", words.HEAD, Kind.TEXT, 26),
        ReportColumn("place", words.PLACE, Kind.TEXT, 22),
        ReportColumn("field", words.FIELD, Kind.TEXT, 24),
        ReportColumn("old", words.OLD, Kind.TEXT, 24),
        ReportColumn("new", words.NEW, Kind.TEXT, 24),
    ]
    lines: list[dict[str, Cell]] = [
        {
            "head": one.head_name,
            "place": one.place,
            "field": words.FIELDS[one.field],
            "old": said_value(one, one.old),
            "new": said_value(one, one.new),
        }
        for one in found.houses
    ]
    title = words.CHANGES.format(day=day_text(found.before.as_of))
    return report_table(title, columns, lines, empty=words.NO_CHANGES)


def late_table(found: Differences) -> ReportTable:
    """What was entered after the last report and happened before it."""
    columns = [
        ReportColumn("ordinal", reports.ORDINAL, width=5, summed=False),
        ReportColumn("day", words.EVENT_DAY, Kind.DAY, 14),
        ReportColumn("what", words.EVENT, Kind.TEXT, 34),
        ReportColumn("head", words.HEAD, Kind.TEXT, 30),
    ]
    lines: list[dict[str, Cell]] = [
        {"day": one.day, "what": entity_text(one.entity), "head": one.head_name} for one in found.late
    ]
    return report_table(words.LATE, columns, lines, empty=words.NO_LATE)


def entity_text(entity: str) -> str:
    """What a kind of record is called."""
    from app.wording.fields import ENTITIES

    return ENTITIES.get(entity) or CAMPAIGN_ENTITIES.get(entity, entity)


def said_value(change: HouseChange, value: str | int | None) -> str:
    """A value of a house in words."""
    if value is None or value == "":
        return ""
    if change.field in _MONEY:
        from app.documents.words import money_text

        return money_text(int(value))
    text = str(value)
    if change.field in _DAYS:
        return day_text(text)
    if change.field == "work_type":
        return WORK_TYPES.get(text, text)
    return STATUSES.get(text, text) if change.field in ("status", "added", "removed") else text
