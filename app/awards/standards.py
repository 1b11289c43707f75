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
from app.awards.known import CampaignRecords
from app.campaigns.queries import TextRow
from app.documents.words import date_text, decimal_text
from app.wording import awards as words
from models.award import StandardTick
from models.vocabulary import AwardObject, CampaignSection, UnitReportKind

_OBJECTS = frozenset(one.value for one in AwardObject)


def standards_of(
    session: Session, who: ParticipantRow, form: str | None = None, known: CampaignRecords | None = None
) -> list[StandardRow]:
    """What somebody must meet for a form (its code; None: for any), in the order of the plan. Raises `Refused`.

    `known` are the campaign's records where they were read before.
    """
    records = known or CampaignRecords(session, who.campaign_id)
    wanted = [one for one in records.plan.texts_of(CampaignSection.STANDARD) if _is_for(one, who.kind, form)]
    query = select(StandardTick).where(StandardTick.participant_id == who.id, StandardTick.row_out.is_(False))
    ticks = {row.standard_id: row for row in session.scalars(query.order_by(StandardTick.id))}
    found = []
    for one in wanted:
        tick = ticks.get(one.id)
        proof = _by_records(records, one, who)
        if tick is not None and tick.met is not None:
            evidence = tick.evidence or ("; ".join(proof) if proof and tick.met else "")
            found.append(StandardRow(one.id, one.text or "", tick.met, evidence, False, tick.id, tick.version))
        else:
            own = (tick.id, tick.version) if tick else (None, None)
            told = "; ".join(proof) if proof else (tick.evidence or "") if tick else ""
            found.append(StandardRow(one.id, one.text or "", True if proof else None, told, bool(proof), *own))
    return found


def _is_for(standard: TextRow, kind: str, form: str | None) -> bool:
    objects = _OBJECTS & set((standard.value or "").split())
    forms = (standard.subject or "").split()
    return (not objects or kind in objects) and (form is None or not forms or form in forms)


def _by_records(known: CampaignRecords, standard: TextRow, who: ParticipantRow) -> list[str]:
    """The evidence of each record the standard names; nothing when one of them is missing."""
    wanted = [one for one in (standard.value or "").split() if one in _RECORDS]
    if not wanted or who.unit_id is None:
        return []
    found = [_RECORDS[one](known, who.unit_id) for one in wanted]
    return found if all(found) else []


def _plan_issued(known: CampaignRecords, unit_id: str) -> str:
    return _handed_in(known, unit_id, UnitReportKind.PLAN, words.PLAN_ISSUED)


def _wrap_up_held(known: CampaignRecords, unit_id: str) -> str:
    return _handed_in(known, unit_id, UnitReportKind.WRAP_UP, words.WRAP_UP_HELD)


def _handed_in(known: CampaignRecords, unit_id: str, kind: str, told: str) -> str:
    for one in known.handed_in:
        day = one.sent_on or one.made_on
        if one.unit_id == unit_id and one.kind == kind and day:
            return told.format(number=one.number or "", day=date_text(date.fromisoformat(day))).replace("  ", " ")
    return ""


def _reports_on_time(known: CampaignRecords, unit_id: str) -> str:
    in_time, due = known.in_time(unit_id)
    return words.REPORTS_ON_TIME.format(count=in_time) if due and in_time == due else ""


def _target_reached(known: CampaignRecords, unit_id: str) -> str:
    target = known.targets.get(unit_id)
    if not target:
        return ""
    in_time = known.houses_of(unit_id)[1]
    return words.TARGET_REACHED.format(done=in_time, target=decimal_text(target)) if in_time >= target else ""


_RECORDS: dict[str, Callable[[CampaignRecords, str], str]] = {
    "plan_issued": _plan_issued,
    "target_reached": _target_reached,
    "reports_on_time": _reports_on_time,
    "wrap_up_held": _wrap_up_held,
}


def met_of(standards: Sequence[StandardRow]) -> tuple[int, int, int]:
    """How many standards are met, how many are not, and of how many nobody has said anything yet."""
    said = [one.met for one in standards]
    return said.count(True), said.count(False), said.count(None)
