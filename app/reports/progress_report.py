"""The progress table (domain.md 3.4): houses by place, group and work, their money, what was mobilised.

Houses are counted from the states of their cases, money comes from the ledger's queries; a unit that keeps no list
stands there with its totals ("số tổng hợp, chưa có danh sách").
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.areas.queries import place_names, villages
from app.documents.chart import Chart, ChartKind, Series, shortened
from app.funding.queries import ledger_balances
from app.office.queries import office_facts
from app.reports.asked import Asked, said_scope, scope_of
from app.reports.house_charts import money_chart_of, week_chart_of
from app.reports.houses import HouseLine, groups, house_lines
from app.reports.mobilised import Mobilised, mobilised
from app.reports.report_value import (
    Cell,
    Counted,
    Kind,
    Report,
    ReportColumn,
    ReportTable,
    day_text,
    report_table,
)
from app.reports.unit_totals import UnitLine, unit_lines
from app.support.queries import load_programmes
from app.wording import reports as words
from app.wording.vocabulary import CATEGORIES, SOURCE_GROUPS, STATUSES, WORK_TYPES
from models.household import Household
from models.movement import Petition
from models.support import SupportCase
from models.vocabulary import Level, SourceGroup, Status

NEW, REPAIR = "new", "repair"
_GROUPS = tuple(SourceGroup)
_MOST_LABELS = 20


@dataclass
class _Line:
    """One line of the table while it is counted."""

    key: str
    name: str
    houses: list[HouseLine] = field(default_factory=list)
    gifts: Mobilised = field(default_factory=Mobilised)
    total: UnitLine | None = None
    troubles: list[str] = field(default_factory=list)


def progress_report(
    session: Session, asked: Asked, case_ids: frozenset[str] | None = None, campaign_id: str | None = None
) -> Report:
    """The progress of the houses in the scope asked for; of a campaign its houses and its units' totals."""
    scope = scope_of(session, asked, case_ids)
    houses = house_lines(session, scope)
    lines = _lines(session, asked, houses, campaign_id, whole=scope.whole)
    label, shown = _line_label(session, asked), [one for one in lines if one.houses or one.total or one.name]
    tables = (_houses_table(shown, asked, label), _money_table(shown, label))
    return Report(
        "progress",
        words.NAMES["progress"],
        asked.as_of,
        tables,
        said_scope(session, asked),
        notes=tuple(_notes(houses, shown)),
        counted=(*_counted(session, houses, tables, whole=scope.whole),),
        houses=tuple(one.snapshot() for one in houses),
        unit=asked.unit,
        charts=(_chart(tables[0], label), *_house_charts(houses, asked)),
        subtitle=words.PERIOD.format(start=day_text(asked.since), end=day_text(asked.as_of)),
    )


def _house_charts(houses: Sequence[HouseLine], asked: Asked) -> tuple[Chart, Chart]:
    return week_chart_of(houses, dt.date.fromisoformat(asked.as_of)), money_chart_of(houses)


def _line_label(session: Session, asked: Asked) -> str:
    upper = office_facts(session).level is not Level.COMMUNE and asked.by == "area"
    return words.UNIT_COLUMN if upper else words.BY[asked.by]


def _lines(
    session: Session, asked: Asked, houses: Sequence[HouseLine], campaign_id: str | None, *, whole: bool
) -> list[_Line]:
    """The lines in their order; what names no house stands in a line of its own, the last."""
    key_of, names = _keys(session, asked)
    found = {key: _Line(key, name) for key, name in names.items()}
    for one in houses:
        key = key_of(one)
        found.setdefault(key, _Line(key, names.get(key, one.village))).houses.append(one)
    by_case = {case: key_of(one) for one in houses for case in one.cases}
    common = _Line("", words.COMMON)
    for case, gifts in mobilised(session).items():
        if case in by_case:
            found[by_case[case]].gifts += gifts
        elif whole:
            common.gifts += gifts
    _add_troubles(session, houses, key_of, found, common)
    if asked.by == "area" and (whole or campaign_id):
        for unit in unit_lines(session, {one.commune_code for one in houses}, campaign_id):
            found[unit.key] = _Line(unit.key, unit.name, total=unit)
    last = [common] if common.gifts != Mobilised() or common.troubles else []
    return [*(one for one in found.values() if one.houses or one.total or asked.by == "area"), *last]


def _keys(session: Session, asked: Asked) -> tuple[Callable[[HouseLine], str], dict[str, str]]:
    """What a house's line is called by, and the lines that are there in any case."""
    if asked.by == "category":
        return (lambda one: one.category), dict(CATEGORIES)
    if asked.by == "work":
        return (lambda one: one.state.work_type.value if one.state.work_type else ""), {
            **WORK_TYPES,
            "": words.NO_WORK,
        }
    if asked.by == "programme":
        known = {one.id: one.short_name for one in load_programmes(session).values()}
        return (lambda one: one.facts.programme.id if one.facts.programme else ""), {**known, "": words.NO_PROGRAMME}
    office = office_facts(session)
    if office.level is Level.COMMUNE:
        named = {one.id: one.shown for one in villages(session, office.code)}
        if asked.village:
            named = {}
        return (lambda one: one.village_id or ""), named
    codes = session.scalars(select(Household.commune_code).where(Household.row_out.is_(False)).distinct())
    places = place_names(session, codes)
    ordered = dict(sorted(places.items(), key=lambda one: one[1])) if not asked.commune else {}
    return (lambda one: one.commune_code or ""), ordered


# Houses


def _houses_table(lines: Sequence[_Line], asked: Asked, label: str) -> ReportTable:
    shown = [one for one in lines if one.key or one.houses]
    lists = [_house_lists(one, asked) for one in shown]
    table = [_house_cells(one, found) for one, found in zip(shown, lists, strict=True)]
    behind = [{key: [one.facts.household_id for one in houses] for key, houses in found.items()} for found in lists]
    columns = _house_columns(label)
    return report_table(words.HOUSES_TABLE, columns, table, label=words.TOTAL, empty=words.NO_HOUSES, behind=behind)


def _house_columns(label: str) -> list[ReportColumn]:
    both = {NEW: words.NEW_SHORT, REPAIR: words.REPAIR_SHORT}

    def pair(key: str, group: str) -> list[ReportColumn]:
        return [ReportColumn(f"{key}_{work}", text, width=4.8, group=group) for work, text in both.items()]

    def step(key: str, group: str) -> list[ReportColumn]:
        parts = (f"{key}_new", f"{key}_repair")
        total = ReportColumn(key, words.SUM, width=5.5, group=group, parts=parts)
        return [total, *pair(key, group), ReportColumn(f"{key}_period", words.IN_PERIOD, width=6.2, group=group)]

    columns = [
        ReportColumn("ordinal", words.ORDINAL, width=4, summed=False),
        ReportColumn("name", label, Kind.TEXT, 18),
        ReportColumn("need", words.SUM, width=5.5, group=words.NEEDED, parts=("need_new", "need_repair")),
        *pair("need", words.NEEDED),
    ]
    for group in groups():
        columns += pair(group.code, group.name)
    return [
        *columns,
        *step("started", words.STARTED),
        *step("accepted", words.ACCEPTED),
        *step("given", words.HANDED_OVER),
        ReportColumn("not_started", words.NOT_STARTED, width=6),
        ReportColumn("why", words.WHY, Kind.TEXT, 15),
        ReportColumn("started_share", words.STARTED_SHARE, Kind.SHARE, 6.8, share=("started", "need")),
        ReportColumn("accepted_share", words.ACCEPTED_SHARE, Kind.SHARE, 6.8, share=("accepted", "need")),
        ReportColumn("given_share", words.GIVEN_SHARE, Kind.SHARE, 6.8, share=("given", "need")),
        ReportColumn("added", words.ADDED, width=6),
        ReportColumn("left", words.LEFT, width=5.5, group=words.LEFT_GROUP),
        ReportColumn("left_why", words.LEFT_WHY, Kind.TEXT, 12, group=words.LEFT_GROUP),
        ReportColumn("waiting", words.WAITING, width=6.5),
    ]


_Step = tuple[Callable[[HouseLine], bool], Callable[[HouseLine], str | None]]
#: The steps of a house: whether it came so far, and on which day.
_STEPS: dict[str, _Step] = {
    "started": (lambda one: one.begun, lambda one: one.state.started_on),
    "accepted": (lambda one: one.finished, lambda one: one.state.accepted_on or one.state.handed_over_on),
    "given": (lambda one: one.given, lambda one: one.state.handed_over_on),
}


def _house_lists(line: _Line, asked: Asked) -> dict[str, list[HouseLine]]:
    """The houses behind each number of a line, by column; none where a unit told only totals."""
    if line.total is not None:
        return {}
    needed = [one for one in line.houses if one.needed]
    found = _by_work("need", needed)
    for group in groups():
        found |= _by_work(group.code, [one for one in needed if one.group == group.code])
    for key, (fits, day) in _STEPS.items():
        reached = [one for one in needed if fits(one)]
        found |= _by_work(key, reached)
        found[f"{key}_period"] = [one for one in reached if asked.since <= (day(one) or "") <= asked.as_of]
    found["not_started"] = [one for one in needed if not one.begun]
    found["added"] = [one for one in needed if one.added]
    found["left"] = [one for one in line.houses if one.left]
    found["waiting"] = [one for one in line.houses if one.waiting]
    return found


def _house_cells(line: _Line, found: Mapping[str, Sequence[HouseLine]]) -> dict[str, Cell]:
    if line.total is not None:
        return {"name": f"{line.name} ({words.ONLY_TOTALS})", **line.total.house_cells()}
    cells: dict[str, Cell] = {"name": line.name}
    cells |= {key: len(houses) for key, houses in found.items()}
    return cells | {"why": _reasons(found["not_started"]), "left_why": _left_reasons(found["left"])}


def _by_work(key: str, houses: list[HouseLine]) -> dict[str, list[HouseLine]]:
    new, repaired = ([one for one in houses if one.new_build is kind] for kind in (True, False))
    return {key: houses, f"{key}_new": new, f"{key}_repair": repaired}


def _reasons(houses: Iterable[HouseLine]) -> str:
    """Why houses were not begun: those paused with their reasons, the others together."""
    paused: Counter[str] = Counter()
    others = 0
    for one in houses:
        if one.state.status is Status.ON_HOLD and one.state.exception is not None:
            paused[one.state.exception.reason or words.NO_REASON] += 1
        else:
            others += 1
    found = [words.PAUSED.format(count=count, reason=reason) for reason, count in paused.most_common()]
    if others and paused:
        found.append(words.NOT_BEGUN.format(count=others))
    return "; ".join(found)


def _left_reasons(houses: Iterable[HouseLine]) -> str:
    why = Counter(STATUSES.get(one.state.status.value, "") for one in houses if one.state.off_road)
    return "; ".join(f"{name}: {count}" for name, count in why.most_common() if name)


def _chart(table: ReportTable, label: str) -> Chart:
    """Needed, begun and handed over by line of the table."""

    def column(key: str) -> tuple[int, ...]:
        place = table.column(key)
        return tuple(int(row.cells[place] or 0) for row in table.rows)

    names = {"need": words.NEEDED, "started": words.STARTED, "given": words.HANDED_OVER}
    series = tuple(Series(text, column(key)) for key, text in names.items())
    labels = tuple(str(row.cells[table.column("name")] or "") for row in table.rows)
    made = Chart(words.PROGRESS_CHART.format(by=label.lower()), ChartKind.NESTED, label, labels, series, words.HOUSE)
    return shortened(made, _MOST_LABELS, words.OTHERS)


# Money


def _money_table(lines: Sequence[_Line], label: str) -> ReportTable:
    table = [_money_cells(one) for one in lines]
    more = {
        name: any(line.get(f"{key}_{name}") for line in table for key in ("allocated", "paid"))
        for name in ("other", "loan")
    }
    columns = _money_columns(label, others=more["other"], loans=more["loan"])
    return report_table(words.MONEY_TABLE, columns, table, label=words.TOTAL, empty=words.NO_HOUSES)


def _money_columns(label: str, *, others: bool, loans: bool) -> list[ReportColumn]:
    """The columns; sources not known here, and loans beside the sum, have one only where something came from them."""
    names = {one.value: SOURCE_GROUPS[one.value] for one in _GROUPS} | ({"other": words.OTHER_SOURCE} if others else {})

    def by_group(key: str, group: str) -> list[ReportColumn]:
        parts = tuple(f"{key}_{code}" for code in names)
        return [
            ReportColumn(key, words.SUM, Kind.MONEY, 15, group, parts),
            *(ReportColumn(f"{key}_{code}", text, Kind.MONEY, 14, group) for code, text in names.items()),
            *([ReportColumn(f"{key}_loan", words.LOANS_APART, Kind.MONEY, 14, group)] if loans else ()),
        ]

    return [
        ReportColumn("ordinal", words.ORDINAL, width=4, summed=False),
        ReportColumn("name", label, Kind.TEXT, 20),
        ReportColumn("need", words.MONEY_NEEDED, Kind.MONEY, 15),
        *by_group("allocated", words.ALLOCATED),
        *by_group("paid", words.PAID),
        ReportColumn("cash", words.CASH, Kind.MONEY, 14, words.MOBILISED),
        ReportColumn("goods", words.GOODS, Kind.MONEY, 14, words.MOBILISED),
        ReportColumn("days", words.LABOUR_DAYS, Kind.AMOUNT, 9, words.MOBILISED),
        ReportColumn("troubles", words.TROUBLES, Kind.TEXT, 22),
    ]


def _money_cells(line: _Line) -> dict[str, Cell]:
    if line.total is not None:
        return {"name": f"{line.name} ({words.ONLY_TOTALS})", **line.total.money_cells()}
    cells: dict[str, Cell] = {"name": line.name, "need": sum(one.need for one in line.houses if one.needed)}
    for key in ("allocated", "paid"):
        sums = _sums(getattr(one, key) for one in line.houses)
        cells |= {f"{key}_{one.value}": sums.pop(one, 0) for one in _GROUPS}
        cells[f"{key}_other"] = sum(sums.values())
        cells[f"{key}_loan"] = sum(getattr(one.loans, key) for one in line.houses)
    gifts = line.gifts
    cells |= {"cash": gifts.cash, "goods": gifts.value, "days": gifts.days}
    return cells | {"troubles": "; ".join(line.troubles)}


def _sums(parts: Iterable[Mapping[SourceGroup | None, int]]) -> dict[SourceGroup | None, int]:
    found: dict[SourceGroup | None, int] = {}
    for part in parts:
        for group, amount in part.items():
            found[group] = found.get(group, 0) + amount
    return found


def _add_troubles(
    session: Session,
    houses: Sequence[HouseLine],
    key_of: Callable[[HouseLine], str],
    found: dict[str, _Line],
    common: _Line,
) -> None:
    """Obstacles and proposals that are not settled, in the line of their house or in the common one."""
    places = {one.facts.household_id: key_of(one) for one in houses}
    query = select(Petition).where(Petition.row_out.is_(False), Petition.settled_on.is_(None)).order_by(Petition.id)
    for one in session.scalars(query):
        line = found.get(places.get(one.household_id or "", "")) if one.household_id else common
        if line is not None and one.content:
            line.troubles.append(one.content.strip().rstrip("."))


# What stands below


def _notes(houses: Sequence[HouseLine], lines: Sequence[_Line]) -> Iterable[str]:
    undecided = sum(1 for one in houses if one.needed and one.state.decision is None)
    if undecided:
        yield words.UNDECIDED.format(count=undecided)
    totals = [one.name for one in lines if one.total is not None]
    if totals:
        yield words.TOTALS_NOTE.format(names="; ".join(totals))


def _counted(
    session: Session, houses: Sequence[HouseLine], tables: tuple[ReportTable, ReportTable], *, whole: bool
) -> Iterable[Counted]:
    """Houses by the table against the records; money by the table against the ledger, where everything is asked."""
    in_table = sum(int(tables[0].total_of(name) or 0) for name in ("need", "left", "waiting"))
    from_totals = sum(int(row.cells[tables[0].column("need")] or 0) for row in tables[0].rows if row.note)
    stored = stored_houses(session) if whole else len(houses)
    yield Counted(words.HOUSES_COUNTED, in_table - from_totals, stored)
    if not whole:
        return
    totals, ledger = tables[1], ledger_balances(session)
    total = ledger.total
    of_totals = sum(int(row.cells[totals.column("paid")] or 0) for row in totals.rows if row.note)
    paid = int(totals.total_of("paid") or 0) - of_totals
    yield Counted(words.PAID_COUNTED, paid, total.paid - total.for_stock, Kind.MONEY)


def stored_houses(session: Session) -> int:
    """Households with a case, counted by the database."""
    count = select(func.count(SupportCase.household_id.distinct())).join(
        Household, Household.id == SupportCase.household_id
    )
    return session.scalar(count.where(SupportCase.row_out.is_(False), Household.row_out.is_(False))) or 0
