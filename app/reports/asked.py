"""What a report is asked for: the day, the period, the scope, the unit of money; from a form or from `K=V` texts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial

from sqlalchemy.orm import Session

from app.areas.queries import find_villages, place_names
from app.office.queries import office_facts
from app.parsing import fold, parse_date, parse_year, today
from app.problems import Refused, refuse
from app.reports.houses import Scope
from app.reports.report_value import MoneyUnit
from app.support.queries import programme_named
from app.wording import reports as words
from app.wording.vocabulary import CATEGORIES, WORK_TYPES
from models.vocabulary import Level


@dataclass(frozen=True)
class Asked:
    """A question for a report. Days are ISO; `since` is the first day of its period ("trong kỳ").

    `by` is what a line is (area, category, programme, work). `campaign` is a code, `drive` a name, `year` a year.
    `compare`: with the differences to the last report that was kept.
    """

    as_of: str
    since: str
    known: bool = False
    by: str = "area"
    programme: str | None = None
    village: str | None = None
    category: str | None = None
    work: str | None = None
    commune: str | None = None
    campaign: str | None = None
    drive: str | None = None
    year: int | None = None
    unit: MoneyUnit = MoneyUnit.DONG
    compare: bool = False

    @property
    def of_year(self) -> int:
        """The year it is about: the one given, else that of the day."""
        return self.year or int(self.as_of[:4])

    def as_texts(self) -> dict[str, str]:
        """The question as parameters, as they are kept with a sent report and given on the command line."""
        own = {name: getattr(self, name) for name in TEXTS}
        found = {name: str(value) for name, value in own.items() if value not in (None, "area")}
        found |= {"since": self.since, "unit": self.unit.value}
        return found | ({"known": "yes"} if self.known else {})


TEXTS = ("by", "programme", "village", "category", "work", "commune", "campaign", "drive", "year")
BY = ("area", "category", "programme", "work")
#: The periods a report may be about: their names as the form and the command take them.
PERIODS = ("week", "month", "quarter", "year", "all")


def asked_today() -> Asked:
    """The question with nothing typed: as of today, the week up to it."""
    return Asked(today().isoformat(), period_start(today(), "week").isoformat())


def period_start(day: dt.date, period: str) -> dt.date:
    """The first day of a period that ends on a day: seven days, the month, the quarter, the year; all: long ago."""
    if period == "week":
        return day - dt.timedelta(days=6)
    if period == "month":
        return day.replace(day=1)
    if period == "quarter":
        return day.replace(month=(day.month - 1) // 3 * 3 + 1, day=1)
    return day.replace(month=1, day=1) if period == "year" else dt.date(2000, 1, 1)


def asked_from(texts: Mapping[str, str], as_of: str | None = None) -> Asked:
    """The question of the command line. Raises `Refused` for a parameter or a value nobody knows."""
    day = as_of or texts.get("as_of")
    last = _day(day, "as_of") if day else today()
    asked = Asked(last.isoformat(), period_start(last, "week").isoformat())
    for name, text in texts.items():
        reader = _READERS.get(name)
        if reader is None:
            raise refuse(name, "report_parameter", name=name, known=", ".join(sorted(_READERS)))
        asked = reader(asked, text)
    return asked


def _day(text: str, name: str) -> dt.date:
    try:
        found = parse_date(text, name)
        return dt.date.fromisoformat(found or "")
    except (Refused, ValueError) as fault:
        raise _unread(name, text) from fault


def _unread(name: str, text: str) -> Refused:
    return refuse(name, "report_parameter_unread", name=name, text=text)


def _text(name: str, asked: Asked, text: str) -> Asked:
    return replace(asked, **{name: text.strip() or None})  # type: ignore[arg-type]


def _choice(name: str, known: tuple[str, ...], asked: Asked, text: str) -> Asked:
    if text not in known:
        raise _unread(name, text)
    return replace(asked, **{name: text})  # type: ignore[arg-type]


def _unit(asked: Asked, text: str) -> Asked:
    if text not in set(MoneyUnit):
        raise _unread("unit", text)
    return replace(asked, unit=MoneyUnit(text))


def _period(asked: Asked, text: str) -> Asked:
    if text not in PERIODS:
        raise _unread("period", text)
    return replace(asked, since=period_start(dt.date.fromisoformat(asked.as_of), text).isoformat())


def _year(asked: Asked, text: str) -> Asked:
    found = parse_year(text, "year")
    return replace(asked, year=int(found) if found else None)


def _flag(name: str, asked: Asked, text: str) -> Asked:
    return replace(asked, **{name: fold(text) in ("yes", "true", "1", "co")})  # type: ignore[arg-type]


_READERS: dict[str, Callable[[Asked, str], Asked]] = {
    "as_of": lambda asked, _text: asked,
    "since": lambda asked, text: replace(asked, since=_day(text, "since").isoformat()),
    "period": _period,
    "known": partial(_flag, "known"),
    "compare": partial(_flag, "compare"),
    "unit": _unit,
    "year": _year,
    "by": partial(_choice, "by", BY),
    "category": partial(_choice, "category", tuple(CATEGORIES)),
    "work": partial(_choice, "work", tuple(WORK_TYPES)),
    **{name: partial(_text, name) for name in ("programme", "village", "commune", "campaign", "drive")},
}


def scope_of(session: Session, asked: Asked, case_ids: frozenset[str] | None = None) -> Scope:
    """The houses a question is about. Raises `Refused` for a programme or village nobody knows."""
    villages = None
    if asked.village:
        found = find_villages(session, asked.village)
        if not found:
            raise _unread("village", asked.village)
        villages = frozenset(found)
    programme = programme_named(session, asked.programme).id if asked.programme else None
    return Scope(programme, villages, asked.commune, asked.category, asked.work, case_ids)


def said_scope(session: Session, asked: Asked) -> tuple[tuple[str, str], ...]:
    """The narrowing parameters in words, as they stand above a report."""
    found = []
    if asked.programme:
        found.append((words.PROGRAMME, programme_named(session, asked.programme).short_name))
    if asked.commune:
        found.append((words.COMMUNE, place_names(session, [asked.commune]).get(asked.commune, asked.commune)))
    if asked.village:
        found.append((words.VILLAGE, asked.village))
    if asked.category:
        found.append((words.CATEGORY, CATEGORIES[asked.category]))
    if asked.work:
        found.append((words.WORK, WORK_TYPES[asked.work]))
    return tuple(found)


def is_upper(session: Session) -> bool:
    """Whether this office stands above communes."""
    return office_facts(session).level == Level.UPPER
