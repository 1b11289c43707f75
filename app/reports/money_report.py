"""Money by source: received, set aside, paid, sent on, in hand, as the ledger sums it; and month by month."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy.orm import Session

from app.funding.queries import MoneySums, ledger_balances, month_flows
from app.reports.asked import Asked, said_scope
from app.reports.report_value import Cell, Counted, Kind, Report, ReportColumn, report_table
from app.wording import report_texts as words
from app.wording import reports
from app.wording.vocabulary import SOURCE_GROUPS, SOURCE_KINDS

_SUMS = ("received", "allocated", "paid", "remitted", "left")


def money_report(session: Session, asked: Asked) -> Report:
    """All sources with their sums; loans, which are no aid, in a table of their own."""
    ledger = ledger_balances(session)
    lines: list[dict[str, Cell]] = []
    loans: list[dict[str, Cell]] = []
    for one in ledger.sources:
        group = SOURCE_GROUPS[one.group.value] if one.group else words.LOAN
        kind = SOURCE_KINDS.get(one.kind or "", "")
        own: dict[str, Cell] = {"code": one.code, "name": one.name, "group": group, "kind": kind}
        own["ceiling"] = one.ceiling
        (lines if one.group else loans).append(own | _cells(one.sums))
    if ledger.without_source != MoneySums():
        lines.append({"name": words.WITHOUT_SOURCE, **_cells(ledger.without_source)})
    flows = _months(session)
    table = report_table(words.BY_SOURCE, _columns(lines), lines, label=reports.TOTAL, empty=words.NO_SOURCES)
    months = report_table(words.BY_MONTH, _month_columns(flows), flows, label="", empty=words.NO_MONTHS)
    lent = report_table(words.LOANS, _columns(loans), loans, label=reports.TOTAL, empty="")
    counted = [
        Counted(text, int(table.total_of(name) or 0), getattr(ledger.total, name), Kind.MONEY)
        for name, text in words.MONEY_COUNTED.items()
    ]
    return Report(
        "money",
        reports.NAMES["money"],
        asked.as_of,
        (table, lent, months) if loans else (table, months),
        said_scope(session, asked),
        notes=(words.MONEY_NOTE, *((words.UNTRACKED_NOTE,) if _untracked([*lines, *loans, *flows]) else ())),
        counted=tuple(counted),
        unit=asked.unit,
    )


def _cells(sums: MoneySums) -> dict[str, Cell]:
    return {name: getattr(sums, name) for name in _SUMS} | {"unknown": sums.unknown}


def _untracked(lines: Sequence[Mapping[str, Cell]]) -> dict[str, str]:
    """The column of what was paid from sources whose receipts nobody records; without it such a row does not add up."""
    return {"unknown": words.UNTRACKED} if any(one["unknown"] for one in lines) else {}


def _columns(lines: Sequence[Mapping[str, Cell]]) -> list[ReportColumn]:
    sums = words.MONEY_COLUMNS | _untracked(lines)
    return [
        ReportColumn("ordinal", reports.ORDINAL, width=5, summed=False),
        ReportColumn("code", words.SOURCE_CODE, Kind.TEXT, 11),
        ReportColumn("name", words.SOURCE_NAME, Kind.TEXT, 26),
        ReportColumn("group", words.SOURCE_GROUP, Kind.TEXT, 12),
        ReportColumn("kind", words.SOURCE_KIND, Kind.TEXT, 18),
        ReportColumn("ceiling", words.CEILING, Kind.MONEY, 16),
        *(ReportColumn(name, text, Kind.MONEY, 16) for name, text in sums.items()),
        ReportColumn("paid_share", words.PAID_SHARE, Kind.SHARE, 9, share=("paid", "allocated")),
    ]


def _month_columns(flows: Sequence[Mapping[str, Cell]]) -> list[ReportColumn]:
    return [
        ReportColumn("ordinal", reports.ORDINAL, width=5, summed=False),
        ReportColumn("month", words.MONTH, Kind.TEXT, 14),
        ReportColumn("opening", words.OPENING, Kind.MONEY, 18, summed=False),
        ReportColumn("received", words.CAME_IN, Kind.MONEY, 18),
        ReportColumn("paid", words.WENT_OUT, Kind.MONEY, 18),
        *(ReportColumn(name, text, Kind.MONEY, 18) for name, text in _untracked(flows).items()),
        ReportColumn("balance", words.BALANCE, Kind.MONEY, 18, summed=False),
    ]


def _months(session: Session) -> list[dict[str, Cell]]:
    return [
        {
            "month": f"{one.month[5:]}/{one.month[:4]}" if one.month else words.NO_DAY,
            "opening": one.opening,
            "received": one.received,
            "paid": one.paid,
            "unknown": one.unknown,
            "balance": one.balance,
        }
        for one in month_flows(session)
    ]
