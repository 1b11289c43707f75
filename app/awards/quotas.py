"""The quotas of a campaign: its rules, the units' targets in force, the officer's readings, what is used."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.awards.facts import QuotaLine, ReadingRow
from app.awards.tiers import Allowed, Standing, read_rules
from app.campaigns.queries import CampaignDetail, FormRow, UnitRow, campaign_detail, targets_in_force
from app.office.queries import office_facts
from app.parsing import today
from app.plans.drafts import QuotaDraft
from app.problems import refuse
from app.wording import awards as words
from models.award import Nomination, Participant, QuotaReading
from models.vietnamese import fold
from models.vocabulary import AwardObject, Level, Measure, QuotaKind, UnitKind

#: Form, object, unit, fixed group.
Key = tuple[str, str, str | None, str | None]


def quota_lines(session: Session, campaign_id: str) -> list[QuotaLine]:
    """Every quota of a campaign: units in the plan's order, then fixed groups, then what is for the whole plan.

    Raises `Refused` when the campaign is not here.
    """
    detail = campaign_detail(session, campaign_id)
    readings = _readings(session, campaign_id)
    targets = house_targets(detail)
    forms = {one.code or "": one for one in detail.forms}
    found = []
    for code, thing in _ruled(detail):
        rules = [one for one in detail.quotas if (one.form, one.object) == (code, thing)]
        form = forms.get(code)
        for unit, whom, own in _holders(detail, rules, readings, (code, thing)):
            target = targets.get(unit.id) if unit else None
            key = (code, thing, unit.id if unit else None, whom)
            found.append(_line(form, key, unit, target, read_rules(own, target), readings.get(key)))
    places = {unit.id: place for place, unit in enumerate(detail.units)}
    ordered = sorted(found, key=lambda one: (one.unit_id is None, places.get(one.unit_id or "", 0), one.whom is None))
    standing = [line_for(ordered, *one) for one in _nominated(session, campaign_id)]
    used = Counter(one.key for one in standing if one)
    return [replace(one, used=used[one.key]) for one in ordered]


def house_targets(detail: CampaignDetail) -> dict[str, Decimal]:
    """How many houses each unit is to finish, by unit id: the targets in force today."""
    current = (one for one, _ in targets_in_force(detail, today().isoformat()))
    asked = (one for one in current if one.measure == Measure.HOUSES)
    return {one.unit_id: Decimal(one.figure) for one in asked if one.unit_id and one.figure}


def _ruled(detail: CampaignDetail) -> list[tuple[str, str]]:
    """Forms and objects that the plan has a rule for, in the order of the rules."""
    return list(dict.fromkeys((one.form or "", one.object or "") for one in detail.quotas))


Holder = tuple[UnitRow | None, str | None, list[QuotaDraft]]


def _holders(
    detail: CampaignDetail, rules: list[Any], readings: Mapping[Key, ReadingRow], of: tuple[str, str]
) -> Iterable[Holder]:
    """Who has a quota by these rules of one form and object, with the rules that are for him.

    A fixed group by its name; the units of a rule's kind (of any kind: those with a target, or with a number that was
    handed to them); else the whole plan.
    """
    for whom in dict.fromkeys(one.whom for one in rules if one.whom):
        yield None, whom, [one for one in rules if one.whom == whom]
    common = [one for one in rules if not one.whom]
    targets = house_targets(detail)
    for unit in detail.units:
        own = [one for one in common if _is_for(one, unit, targets)]
        if own or (*of, unit.id, None) in readings:
            yield unit, None, own
    whole = [one for one in common if not one.unit_kind and one.rule != QuotaKind.TIER]
    if whole:
        yield None, None, whole


def _is_for(rule: QuotaDraft, unit: UnitRow, targets: Mapping[str, Decimal]) -> bool:
    if rule.unit_kind:
        return rule.unit_kind == unit.kind
    # The whole province's own figure is what its units make up together: no unit of its own.
    return rule.rule == QuotaKind.TIER and unit.id in targets and unit.kind != UnitKind.PROVINCE


def _line(
    form: FormRow | None,
    key: Key,
    unit: UnitRow | None,
    target: Decimal | None,
    allowed: Allowed,
    reading: ReadingRow | None,
) -> QuotaLine:
    code, thing, unit_id, whom = key
    return QuotaLine(
        form.id if form else "",
        code,
        (form.name if form else "") or code,
        thing,
        unit_id,
        (unit.name if unit else whom) or words.WHOLE_PLAN,
        whom,
        target,
        allowed.standing if reading is None else Standing.NUMBER,
        reading.number if reading else allowed.number,
        allowed.text,
        reading,
        allowed.standing is Standing.EDGE,
    )


def _readings(session: Session, campaign_id: str) -> dict[Key, ReadingRow]:
    """The readings by what they are for: the word of the office above counts before the own one, not the other way.

    Of several of one office the one decided last, then written last.
    """
    office = office_facts(session)
    below = office.level is not Level.UPPER

    def rank(one: QuotaReading) -> tuple[bool, str, str]:
        own = one.stream.partition("/")[0] == office.code
        return own is not below, one.decided_on or "", one.id

    query = select(QuotaReading).where(QuotaReading.campaign_id == campaign_id, QuotaReading.row_out.is_(False))
    rows = sorted(session.scalars(query), key=rank)
    return {
        (one.form or "", one.object or "", one.unit_id, None): ReadingRow(
            one.id, one.number or 0, one.reason or "", one.decision_number, one.decided_on
        )
        for one in rows
    }


def _nominated(session: Session, campaign_id: str) -> list[tuple[str, str, str | None, str | None]]:
    """The nominations that take up a place: form, object, unit, fixed group."""
    columns: Any = Nomination
    query = (
        select(Nomination.form_id, Participant.kind, Participant.unit_id, Participant.whom)
        .join(Participant, columns.participant_id == Participant.id)
        .where(Participant.campaign_id == campaign_id, Participant.row_out.is_(False), Nomination.row_out.is_(False))
        .where(columns.granted.is_distinct_from(False))
    )
    return [(form or "", kind or "", unit, whom) for form, kind, unit, whom in session.execute(query)]


def line_for(
    lines: Iterable[QuotaLine], form_id: str, thing: str, unit_id: str | None, whom: str | None
) -> QuotaLine | None:
    """The quota that a nomination takes a place of: the fixed group's, the unit's, else the whole plan's."""
    fitting = [one for one in lines if (one.form_id, one.object) == (form_id, thing)]
    if whom:
        return next((one for one in fitting if one.whom == whom), None)
    of_unit = next((one for one in fitting if unit_id and one.unit_id == unit_id), None)
    return of_unit or next((one for one in fitting if one.unit_id is None and one.whom is None), None)


# As the command line tells it.


def quota_json(session: Session, campaign_id: str) -> dict[str, Any]:
    """The answer of `campaign quotas`: a line a unit, all forms together; the fixed groups stand in the total."""
    lines = quota_lines(session, campaign_id)
    units = [_unit_json(unit_id, lines) for unit_id in dict.fromkeys(one.unit_id for one in lines if one.unit_id)]
    fixed = [{"name": one.name, one.object: one.number} for one in lines if one.unit_id is None and one.whom]
    total: dict[str, Any] = {thing: _total([one.number for one in lines if one.object == thing]) for thing in _THINGS}
    targets = {one.unit_id: one.target for one in lines if one.target is not None}
    total["target"] = plain_number(sum(targets.values(), Decimal(0)))
    total["units"] = {thing: sum(one[thing] or 0 for one in units) for thing in _THINGS}
    total["fixed"] = fixed
    return {"units": units, "total": total}


def _total(numbers: list[int | None]) -> int | None:
    """The sum of what is known; None where there are rules and no number is known yet."""
    known = [one for one in numbers if one is not None]
    return sum(known) if known or not numbers else None


_THINGS = tuple(one.value for one in AwardObject)


def _unit_json(unit_id: str, lines: Iterable[QuotaLine]) -> dict[str, Any]:
    own = [one for one in lines if one.unit_id == unit_id]
    target = next((one.target for one in own if one.target is not None), None)
    by_thing = {thing: [one for one in own if one.object == thing] for thing in _THINGS}
    read = {
        thing: {"number": one.reading.number, "reason": one.reading.reason}
        for thing, found in by_thing.items()
        for one in found
        if one.reading
    }
    override = None
    if read:
        override = {thing: one["number"] for thing, one in read.items()}
        override["reason"] = "; ".join(dict.fromkeys(str(one["reason"]) for one in read.values()))
    return {
        "name": own[0].name,
        "target": None if target is None else plain_number(target),
        **{thing: _sum(found) for thing, found in by_thing.items()},
        "edge": [thing for thing, found in by_thing.items() if any(one.edge for one in found)],
        "override": override,
    }


def _sum(found: list[QuotaLine]) -> int | None:
    """Nothing may be proposed where there is no rule; None where a number is open, or each unit sets its own."""
    bounded = [one for one in found if one.standing is not Standing.BY_UNIT]
    if found and (not bounded or any(one.number is None for one in bounded)):
        return None
    return sum(one.number or 0 for one in bounded)


def plain_number(figure: Decimal) -> int | float:
    """A figure as JSON has it: whole where it is whole."""
    return int(figure) if figure == figure.to_integral_value() else float(figure)


def unit_named(detail: CampaignDetail, text: str) -> UnitRow:
    """The unit of a code or name, however it is accented. Raises `Refused` when there is none, or several."""
    wanted = fold(text)
    found = [one for one in detail.units if text in (one.code, one.id)]
    found = found or [one for one in detail.units if fold(one.name or "") == wanted]
    found = found or [one for one in detail.units if fold(one.name or "").endswith(wanted) and wanted]
    if not found:
        raise refuse("unit", "quota_unit_unknown", text=text)
    if len(found) > 1:
        raise refuse("unit", "quota_unit_several", text=text, names=words.joined(one.code or "" for one in found))
    return found[0]
