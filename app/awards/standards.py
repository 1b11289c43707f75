"""The standards of a plan for one participant: ticked by hand with evidence, or by what the records tell.

A standard (a text of the plan) says in `subject` for which forms it is, in `value` for which objects, and there too
which records tick it ("plan_issued", "target_reached", "reports_on_time", "wrap_up_held"): all of them must be there.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.awards.facts import ParticipantRow, StandardRow
from app.awards.quotas import house_targets
from app.campaigns.queries import (
    CampaignDetail,
    TextRow,
    campaign_detail,
    count_houses,
    deadline_lines,
    last_day,
    punctuality,
    unit_reports,
)
from app.documents.words import date_text, decimal_text
from app.local import Fact, get_fact
from app.parsing import today
from app.wording import awards as words
from models.award import StandardTick
from models.vocabulary import AwardObject, CampaignSection, UnitReportKind

_OBJECTS = frozenset(one.value for one in AwardObject)


def standards_of(session: Session, who: ParticipantRow, form: str | None = None) -> list[StandardRow]:
    """What somebody must meet for a form (its code; None: for any), in the order of the plan. Raises `Refused`."""
    detail = campaign_detail(session, who.campaign_id)
    wanted = [one for one in detail.texts_of(CampaignSection.STANDARD) if _is_for(one, who.kind, form)]
    query = select(StandardTick).where(StandardTick.participant_id == who.id, StandardTick.row_out.is_(False))
    ticks = {row.standard_id: row for row in session.scalars(query.order_by(StandardTick.id))}
    found = []
    for one in wanted:
        tick = ticks.get(one.id)
        known = _by_records(session, detail, one, who)
        if tick is not None and tick.met is not None:
            evidence = tick.evidence or ("; ".join(known) if known and tick.met else "")
            found.append(StandardRow(one.id, one.text or "", tick.met, evidence, False, tick.id, tick.version))
        else:
            own = (tick.id, tick.version) if tick else (None, None)
            told = "; ".join(known) if known else (tick.evidence or "") if tick else ""
            found.append(StandardRow(one.id, one.text or "", True if known else None, told, bool(known), *own))
    return found


def _is_for(standard: TextRow, kind: str, form: str | None) -> bool:
    objects = _OBJECTS & set((standard.value or "").split())
    forms = (standard.subject or "").split()
    return (not objects or kind in objects) and (form is None or not forms or form in forms)


def _by_records(session: Session, detail: CampaignDetail, standard: TextRow, who: ParticipantRow) -> list[str]:
    """The evidence of each record the standard names; nothing when one of them is missing."""
    wanted = [one for one in (standard.value or "").split() if one in _RECORDS]
    if not wanted or who.unit_id is None:
        return []
    found = [_RECORDS[one](session, detail, who.unit_id) for one in wanted]
    return found if all(found) else []


def _plan_issued(session: Session, detail: CampaignDetail, unit_id: str) -> str:
    return _handed_in(session, detail, unit_id, UnitReportKind.PLAN, words.PLAN_ISSUED)


def _wrap_up_held(session: Session, detail: CampaignDetail, unit_id: str) -> str:
    return _handed_in(session, detail, unit_id, UnitReportKind.WRAP_UP, words.WRAP_UP_HELD)


def _handed_in(session: Session, detail: CampaignDetail, unit_id: str, kind: str, told: str) -> str:
    rows = [one for one in unit_reports(session, detail) if one.unit_id == unit_id and one.kind == kind]
    for one in rows:
        day = one.sent_on or one.made_on
        if day:
            return told.format(number=one.number or "", day=date_text(date.fromisoformat(day))).replace("  ", " ")
    return ""


def _reports_on_time(session: Session, detail: CampaignDetail, unit_id: str) -> str:
    in_time, due = reports_in_time(session, detail, unit_id)
    return words.REPORTS_ON_TIME.format(count=in_time) if due and in_time == due else ""


def reports_in_time(session: Session, detail: CampaignDetail, unit_id: str) -> tuple[int, int]:
    """A unit's reports sent in time, and those that were due or sent until today."""
    office = get_fact(session.connection(), Fact.OFFICE) or ""
    lines = deadline_lines(session, detail, today().isoformat(), office)
    return punctuality(lines, {unit_id})


def _target_reached(session: Session, detail: CampaignDetail, unit_id: str) -> str:
    target = house_targets(detail).get(unit_id)
    if not target:
        return ""
    _, in_time = houses_of(session, detail, unit_id)
    return words.TARGET_REACHED.format(done=in_time, target=decimal_text(target)) if in_time >= target else ""


def houses_of(session: Session, detail: CampaignDetail, unit_id: str) -> tuple[int, int]:
    """How many houses of a unit count as done, and how many of them were done in the campaign's time."""
    houses = count_houses(session, detail).of_unit(unit_id)
    days = [day for one in houses if (day := one.done_on(detail.counts_when)) is not None]
    end = last_day(detail.ends_on) if detail.ends_on else "9999"
    return len(days), sum(1 for one in days if one <= end)


_RECORDS: dict[str, Callable[[Session, CampaignDetail, str], str]] = {
    "plan_issued": _plan_issued,
    "target_reached": _target_reached,
    "reports_on_time": _reports_on_time,
    "wrap_up_held": _wrap_up_held,
}


def met_of(standards: Sequence[StandardRow]) -> tuple[int, int]:
    """How many standards are met, and how many there are."""
    return sum(1 for one in standards if one.met), len(standards)
