"""Results by unit for an upper office: every commune with its houses and money, who sent its last package and when.

A commune without the program stands with the totals that were typed for it; what came by package wins over them.
"""

from __future__ import annotations

import datetime as dt
import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from typing import Any

from sqlalchemy import Select, and_, func, select
from sqlalchemy.orm import Session

from app.areas.queries import communes, place_names, province_of, provinces
from app.bundled import area_id
from app.campaigns.queries import contacts
from app.campaigns.totals import UnitTotalDraft
from app.office.queries import office_facts
from app.reports.report_value import day_text
from app.reports.today import HANDED_OVER, LEFT_THE_ROAD, begun_statuses, shown_case
from app.reports.unit_totals import UnitLine, unit_lines
from app.wording import today as today_words
from app.wording import units as words
from models.exchange import PackageNote
from models.movement import UnitTotal
from models.search import CaseEntry, HouseholdEntry
from models.vietnamese import fold
from models.vocabulary import Status


@dataclass(frozen=True)
class UnitResult:
    """A commune; amounts in đồng, `sent_at` in UTC. `totals_only`: it keeps no list here."""

    code: str
    name: str
    needed: int = 0
    started: int = 0
    accepted: int = 0
    given: int = 0
    approved: int = 0
    paid: int = 0
    sent_at: dt.datetime | None = None
    sent_by: str = ""
    phone: str = ""
    note: str = ""
    totals_only: bool = False

    @property
    def left(self) -> int:
        """Houses that are not handed over yet."""
        return self.needed - self.given

    @property
    def percent(self) -> int:
        """Houses handed over, of a hundred."""
        return self.given * 100 // self.needed if self.needed else 0


def unit_results(session: Session, programme_id: str | None = None) -> list[UnitResult]:
    """Every commune that has a list here, totals, or has sent a package; by name."""
    listed = _listed(session, programme_id)
    sent = _last_packages(session)
    typed = {one.key: one for one in unit_lines(session, ())} if programme_id is None else {}
    names = place_names(session, [*listed, *sent, *typed]) | {one.key: one.name for one in typed.values()}
    phones = _phones(session, (*listed, *sent, *typed))
    found = []
    for code in dict.fromkeys((*listed, *sent, *typed)):
        one = listed.get(code) or _typed(code, typed.get(code)) or UnitResult(code, code)
        if code in listed and code in typed:
            one = replace(one, note=words.BOTH)
        at, by, office = sent.get(code, (None, "", ""))
        name = names.get(code) or office or code or today_words.NO_COMMUNE
        note = one.note or ("" if at else words.NEVER_SENT)
        found.append(replace(one, name=name, sent_at=at, sent_by=by, phone=phones.get(code, ""), note=note))
    return sorted(found, key=lambda one: fold(one.name))


def _listed(session: Session, programme_id: str | None) -> dict[str, UnitResult]:
    """Counts and sums of the list by commune."""
    entry = HouseholdEntry
    case, conditions = shown_case(programme_id)
    sums: list[Any] = [func.coalesce(func.sum(column), 0) for column in (case.approved, case.paid)]
    query: Select[Any] = select(entry.commune_code, case.status, func.count(case.case_id.distinct()), *sums)
    if programme_id is not None:
        query = query.outerjoin(CaseEntry, and_(CaseEntry.household_rowid == entry.rowid, *conditions))
    houses: dict[str, Counter[str]] = {}
    money: dict[str, Counter[str]] = {}
    for code, status, count, approved, paid in session.execute(query.group_by(entry.commune_code, case.status)):
        houses.setdefault(code or "", Counter())[status or ""] += count
        money.setdefault(code or "", Counter()).update(approved=approved, paid=paid)
    return {code: _result(code, counts, money[code]) for code, counts in houses.items()}


def _result(code: str, counts: Counter[str], money: Counter[str]) -> UnitResult:
    given = sum(counts[one] for one in HANDED_OVER)
    return UnitResult(
        code,
        code,
        sum(count for status, count in counts.items() if status and status not in LEFT_THE_ROAD),
        sum(counts[one] for one in begun_statuses()),
        given + counts[Status.ACCEPTED],
        given,
        money["approved"],
        money["paid"],
    )


def _typed(code: str, line: UnitLine | None) -> UnitResult | None:
    if line is None:
        return None
    return UnitResult(
        code,
        line.name,
        (line.new_build or 0) + (line.repair or 0),
        line.started or 0,
        line.accepted or 0,
        line.handed_over or 0,
        line.approved or 0,
        line.paid or 0,
        note=words.ONLY_TOTALS.format(day=day_text(line.as_of)),
        totals_only=True,
    )


def _last_packages(session: Session) -> dict[str, tuple[dt.datetime, str, str]]:
    """Office -> when its last package came, who had sent it (where the package said so), the office's name."""
    note = PackageNote
    found: dict[str, tuple[dt.datetime, str, str]] = {}
    query = select(note.office_code, note.noted_ms, note.report, note.office_name).where(note.incoming.is_(True))
    for code, ms, report, name in session.execute(query.order_by(note.noted_ms, note.id)):
        by = json.loads(report or "{}").get("by") or ""
        found[code] = (dt.datetime.fromtimestamp(ms / 1000, dt.UTC), str(by), name)
    return found


def _phones(session: Session, codes: Iterable[str]) -> dict[str, str]:
    """Commune code -> contact and telephone."""
    known = {area: " – ".join(filter(None, (one.contact, one.phone))) for area, one in contacts(session).items()}
    return {code: known[area_id(code)] for code in codes if code and area_id(code) in known}


def commune_choices(session: Session) -> list[tuple[str, str]]:
    """Code and name of the communes an upper office may type totals for: those of its province, all in none."""
    code = office_facts(session).code
    own = code if len(code) == _PROVINCE else province_of(session, code)
    wanted = [own] if own else [one.code for one in provinces(session)]
    return [(one.code, one.name) for province in wanted for one in communes(session, province)]


_PROVINCE = 2


def newest_total(session: Session, commune_code: str) -> UnitTotalDraft:
    """The newest totals of a commune as their form shows them; an empty draft where there are none."""
    row = UnitTotal
    query = select(row).where(row.area_id == area_id(commune_code), row.row_out.is_(False))
    found = session.scalars(query.order_by(row.as_of.desc(), row.id.desc()).limit(1)).first()
    if found is None:
        return UnitTotalDraft(commune_code)
    names = [one.name for one in fields(UnitTotalDraft) if one.name != "commune_code"]
    return UnitTotalDraft(commune_code, **{name: getattr(found, name) for name in names})
