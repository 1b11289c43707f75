"""A drive inside an office by department (plan so-tai-chinh-lang-son-2024): people, hoped for, collected, sent on."""

from __future__ import annotations

from sqlalchemy.orm import Session

from app.funding.queries import drive_sums
from app.giving.queries import DriveFigures, DriveRow, departments, drive_figures, drives
from app.problems import refuse
from app.reports.asked import Asked
from app.reports.report_value import Cell, Counted, Kind, Report, ReportColumn, report_table
from app.wording import report_texts as words
from app.wording import reports
from models.vietnamese import fold


def drive_report(session: Session, asked: Asked) -> Report:
    """One drive, or each of them one below the other. Raises `Refused` for a drive nobody knows."""
    chosen = _chosen(session, asked.drive)
    figures = [drive_figures(session, one.id) for one in chosen]
    lines = [line for one in figures for line in _lines(one, several=len(figures) > 1)]
    table = report_table(words.BY_DEPARTMENT, _columns(), lines, label=reports.TOTAL, empty=words.NO_DRIVES)
    goods = report_table(words.DRIVE_GOODS, _goods_columns(), _goods(figures), empty=words.NO_GOODS)
    sums = [drive_sums(session, one.id) for one in chosen]
    notes = [
        words.DRIVE_NOTE.format(name=one.name, start=_day(one.starts_on), end=_day(one.ends_on))
        for one in chosen
        if one.starts_on or one.ends_on
    ]
    return Report(
        "drive",
        reports.NAMES["drive"],
        asked.as_of,
        (table, goods),
        ((reports.DRIVE, chosen[0].name),) if len(chosen) == 1 else (),
        notes=(*notes, words.DRIVE_SENT.format(
            sent=_money(sum(one.remitted for one in sums)), left=_money(sum(one.in_hand for one in sums))
        )),
        counted=(
            Counted(words.COLLECTED_COUNTED, int(table.total_of("collected") or 0), sum(one.collected for one in sums),
                    Kind.MONEY),
        ),
        unit=asked.unit,
    )  # fmt: skip


def _chosen(session: Session, name: str | None) -> list[DriveRow]:
    known = drives(session)
    if not name:
        return known
    found = [one for one in known if fold(one.name) == fold(name) or one.id == name]
    if not found:
        raise refuse("drive", "report_drive_unknown", name=name)
    return found


def _columns() -> list[ReportColumn]:
    return [
        ReportColumn("ordinal", reports.ORDINAL, width=5, summed=False),
        ReportColumn("department", words.DEPARTMENT, Kind.TEXT, 36),
        ReportColumn("people", words.PEOPLE, width=11),
        ReportColumn("gave", words.GAVE, width=11),
        ReportColumn("not_yet", words.NOT_YET, width=11),
        ReportColumn("gave_share", words.GAVE_SHARE, Kind.SHARE, 9, share=("gave", "people")),
        ReportColumn("expected", words.EXPECTED, Kind.MONEY, 17),
        ReportColumn("collected", words.COLLECTED, Kind.MONEY, 17),
    ]


def _lines(one: DriveFigures, *, several: bool) -> list[dict[str, Cell]]:
    before = f"{one.drive.name} – " if several else ""
    return [
        {
            "department": f"{before}{line.department or words.NO_DEPARTMENT}",
            "people": line.people,
            "gave": line.gave,
            "not_yet": line.not_yet,
            "expected": line.expected,
            "collected": line.collected,
        }
        for line in departments(one)
    ]


def _goods_columns() -> list[ReportColumn]:
    return [
        ReportColumn("ordinal", reports.ORDINAL, width=5, summed=False),
        ReportColumn("item", words.ITEM, Kind.TEXT, 36),
        ReportColumn("unit", words.COUNTED_IN, Kind.TEXT, 12),
        ReportColumn("quantity", words.QUANTITY, Kind.AMOUNT, 14, summed=False),
        ReportColumn("value", words.VALUE, Kind.MONEY, 17),
    ]


def _goods(figures: list[DriveFigures]) -> list[dict[str, Cell]]:
    found: list[dict[str, Cell]] = []
    for one in figures:
        found += [
            {"item": line.item, "unit": line.unit, "quantity": line.quantity, "value": line.value} for line in one.goods
        ]
        if one.days:
            found.append({"item": words.LABOUR, "unit": words.DAYS, "quantity": one.days, "value": None})
    return found


def _day(day: str | None) -> str:
    return f"{day[8:10]}/{day[5:7]}/{day[:4]}" if day and len(day) == 10 else (day or "…")


def _money(amount: int) -> str:
    from app.documents.words import money_text

    return money_text(amount)
