"""Plans and their parts as frozen rows. What later rooms may take from this one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.bundled import bundled_campaigns
from app.campaigns.contacts import contacts
from app.campaigns.counting import CountedHouse, count_houses
from app.campaigns.day_words import due_words, task_words
from app.campaigns.deadlines import DeadlineLine, deadline_lines, owed_by_office, punctuality, unit_reports
from app.campaigns.facts import (
    CampaignDetail,
    CampaignRow,
    DeadlineRow,
    FormRow,
    QuotaRow,
    TargetRow,
    TaskRow,
    TextRow,
    UnitRow,
)
from app.campaigns.money import mobilised as campaign_money
from app.campaigns.movement_queries import ActivityRow, PetitionRow, activities, petitions, publicity, results, visits
from app.campaigns.runs import days_of, own_runs
from app.campaigns.standing_words import figure_words, name_words, number_words, state_words, unit_words
from app.campaigns.standings import Standing, campaign_standings, targets_in_force
from app.campaigns.units import below, units_of
from app.plans.days import day_text
from app.plans.drafts import PARTS, CampaignDraft, PartDraft, specs
from app.plans.periods import first_day, last_day
from app.plans.records import RECORDS, draft_values
from app.problems import refuse
from app.wording.campaigns import cited
from models.area import Area
from models.base import Recorded
from models.campaign import Campaign, CampaignTarget, CampaignUnit
from models.movement import CampaignRun
from models.vietnamese import fold
from models.vocabulary import AreaKind, DeadlineState

__all__ = [
    "ActivityRow",
    "CampaignDetail",
    "CampaignRow",
    "CountedHouse",
    "DeadlineLine",
    "DeadlineRow",
    "FormRow",
    "PetitionRow",
    "QuotaRow",
    "Standing",
    "TargetRow",
    "TaskRow",
    "TextRow",
    "UnitRow",
    "activities",
    "area_ids",
    "below",
    "campaign_detail",
    "campaign_draft",
    "campaign_money",
    "campaign_named",
    "campaign_standings",
    "contacts",
    "count_houses",
    "deadline_lines",
    "draft_from_superior",
    "due_words",
    "figure_words",
    "find_campaigns",
    "first_day",
    "last_day",
    "name_words",
    "number_words",
    "overdue_deadlines",
    "owed_by_office",
    "petitions",
    "publicity",
    "punctuality",
    "results",
    "state_words",
    "targets_in_force",
    "task_words",
    "unit_reports",
    "unit_words",
    "units_of",
    "visits",
]

_ROWS: dict[str, type[Any]] = {
    "text": TextRow,
    "unit": UnitRow,
    "target": TargetRow,
    "task": TaskRow,
    "deadline": DeadlineRow,
    "form": FormRow,
    "quota": QuotaRow,
}
#: An ending of an id that is long enough to mean one.
_LEAST_ENDING = 6


def find_campaigns(session: Session) -> list[CampaignRow]:
    """All plans: the office's own and those from above first, then the bundled ones, each by name."""
    rows = session.scalars(select(Campaign).where(Campaign.row_out.is_(False))).all()
    codes = {one.id: one.code for one in rows}
    bundled = bundled_campaigns()
    runs = own_runs(session)
    found = [CampaignRow(**_own(one, codes, bundled, runs.get(one.id))) for one in rows]
    return sorted(found, key=lambda one: (one.bundled, fold(one.shown), one.id))


def _own(
    row: Campaign, codes: Mapping[str, str | None], bundled: Mapping[str, str], run: CampaignRun | None
) -> dict[str, Any]:
    opened_on, closed_on = days_of(row, run)
    return draft_values(CampaignDraft, row) | {
        "superior_code": codes.get(row.superior_id or ""),
        "superior_id": row.superior_id,
        "opened_on": opened_on,
        "closed_on": closed_on,
        "stream": row.stream,
        "bundled": row.id in bundled,
    }


def campaign_named(session: Session, text: str) -> CampaignRow:
    """The plan of a code, of a unique ending of a code or of an id. Raises `Refused`."""
    found = find_campaigns(session)
    wanted = fold(text.strip())
    exact = [one for one in found if fold(one.code or "") == wanted or one.id == wanted]
    ending = [
        one
        for one in found
        if wanted and (fold(one.code or "").endswith(wanted) or (_long(wanted) and one.id.endswith(wanted)))
    ]
    fitting = exact or ending
    if not fitting:
        raise refuse("code", "campaign_unknown", text=text)
    if len(fitting) > 1:
        raise refuse("code", "campaign_several", text=text, names=", ".join(one.code or one.id for one in fitting))
    return fitting[0]


def _long(text: str) -> bool:
    return len(text) >= _LEAST_ENDING


def campaign_detail(session: Session, campaign_id: str) -> CampaignDetail:
    """A plan with all its parts. Raises `Refused` when it is not here."""
    row = session.get(Campaign, campaign_id)
    if row is None or row.row_out:
        raise refuse("", "campaign_unknown", text=campaign_id[-_LEAST_ENDING:])
    codes = {row.superior_id: session.scalar(select(Campaign.code).where(Campaign.id == row.superior_id))}
    parts: dict[str, Any] = {f"{part}s": tuple(_part_rows(session, part, campaign_id)) for part in PARTS}
    named = {key: code for key, code in codes.items() if key}
    own = _own(row, named, bundled_campaigns(), own_runs(session).get(row.id))
    return CampaignDetail(**own, **parts)


def overdue_deadlines(session: Session, day: str, office: str) -> list[tuple[CampaignDetail, DeadlineLine]]:
    """What is over and not done on a day, of the plans that are open, the oldest first."""
    running = [one.id for one in find_campaigns(session) if one.opened_on and not one.closed_on]
    plans = [campaign_detail(session, one) for one in running]
    found = [(plan, line) for plan in plans for line in deadline_lines(session, plan, day, office)]
    late = [one for one in found if one[1].state is DeadlineState.OVERDUE]
    return sorted(late, key=lambda one: one[1].due_day or "")


def part_records(session: Session, part: str, campaign_id: str) -> list[Recorded]:
    """The records of one kind of part, in the order of the plan."""
    record: Any = RECORDS[part]
    query = select(record).where(record.campaign_id == campaign_id, record.row_out.is_(False))
    return sorted(session.scalars(query), key=lambda one: (one.position is None, one.position or 0, one.id))


def _part_rows(session: Session, part: str, campaign_id: str) -> Iterable[Any]:
    records = part_records(session, part, campaign_id)
    named = _names_of_units(session, records) if part in ("unit", "target") else {}
    for one in records:
        values = draft_values(PARTS[part], one) | {"position": getattr(one, "position", None) or 0}
        if isinstance(one, CampaignUnit):
            values |= {"parent_id": one.parent_id, "area_id": one.area_id}
            values |= {"parent": named.get(one.parent_id or ""), "area": named.get(one.area_id or "")}
        if isinstance(one, CampaignTarget):
            values |= {"unit_id": one.unit_id, "unit": named.get(one.unit_id or "")}
        yield _ROWS[part](**values)


def _names_of_units(session: Session, records: Iterable[Recorded]) -> dict[str, str]:
    """The codes of the units and areas that parts name, by id; a village is called by its name."""
    records = list(records)
    units = {one for row in records for one in (getattr(row, "parent_id", None), getattr(row, "unit_id", None)) if one}
    areas = {one for row in records if (one := getattr(row, "area_id", None))}
    found = session.execute(select(CampaignUnit.id, CampaignUnit.code).where(CampaignUnit.id.in_(units)))
    names = {row.id: row.code or "" for row in found}
    placed = session.execute(select(Area.id, Area.kind, Area.code, Area.name).where(Area.id.in_(areas)))
    return names | {row.id: (row.name if row.kind == AreaKind.VILLAGE else row.code) or "" for row in placed}


def area_ids(session: Session, texts: Iterable[str | None]) -> dict[str, str]:
    """The areas that texts name: the code of a province or commune, else the name of a village known here."""
    wanted = {one for one in texts if one}
    if not wanted:
        return {}
    named = select(Area.id, Area.code).where(Area.kind != AreaKind.VILLAGE, Area.code.in_(wanted))
    found = {row.code: row.id for row in session.execute(named.where(Area.row_out.is_(False)))}
    villages = select(Area.id, Area.name).where(Area.kind == AreaKind.VILLAGE, Area.row_out.is_(False))
    by_name = {fold(row.name or ""): row.id for row in session.execute(villages.order_by(Area.id.desc()))}
    return {one: found.get(one) or by_name[fold(one)] for one in wanted if one in found or fold(one) in by_name}


def campaign_draft(session: Session, campaign_id: str) -> CampaignDraft:
    """A plan as a form or a file holds it, with the versions that were shown. Raises `Refused`."""
    return plain(campaign_detail(session, campaign_id))


def plain(detail: CampaignRow) -> CampaignDraft:
    """A plan's row as a draft."""
    own = {name: getattr(detail, name) for name in specs(CampaignDraft)}
    parts: dict[str, Any] = {f"{part}s": tuple(_plain_part(one) for one in detail.parts(part)) for part in PARTS}
    return CampaignDraft(id=detail.id, version=detail.version, **own, **parts)


def _plain_part(row: PartDraft) -> PartDraft:
    kind = PARTS[row.part]
    return kind(id=row.id, version=row.version, **{name: getattr(row, name) for name in specs(kind)})


#: What a plan made from another one says itself.
_OWN_WORDS = (
    "code",
    "short_name",
    "number",
    "issued_on",
    "issuer",
    "issuer_valid_to",
    "issuer_successor",
    "signer",
    "signer_position",
)


def draft_from_superior(session: Session, campaign_id: str) -> CampaignDraft:
    """A new plan made from one above, which it cites: all parts inherited, number, issuer and signer its own.

    Raises `Refused`.
    """
    above = campaign_draft(session, campaign_id)
    parts: dict[str, Any] = {
        f"{part}s": tuple(replace(one, id=None, version=None) for one in above.parts(part)) for part in PARTS
    }
    blank: dict[str, Any] = dict.fromkeys(_OWN_WORDS)
    return replace(above, id=None, version=None, superior_code=above.code, superior=_cited(above), **blank, **parts)


def _cited(above: CampaignDraft) -> str:
    return cited(above.number, day_text(above.issued_on), above.issuer, above.name)
