"""What is recorded of the households that rows of a list were matched with, many at once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, fields

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.areas.queries import merged_communes
from app.households.drafts import ConditionDraft, HouseholdDraft
from app.journal.store import batches
from app.lists.matching import Known
from app.support.drafts import CaseDraft
from app.support.queries import CaseFacts, case_facts
from models.household import Household
from models.housing import HousingCondition
from models.support import SupportCase


@dataclass
class Here:
    """Households, present houses and cases in the programme by household, the facts of cases by case."""

    drafts: dict[str, HouseholdDraft] = field(default_factory=dict)
    conditions: dict[str, ConditionDraft] = field(default_factory=dict)
    cases: dict[str, CaseDraft] = field(default_factory=dict)
    facts: dict[str, CaseFacts] = field(default_factory=dict)


def identities(session: Session, commune_code: str) -> Iterator[Known]:
    """The households of a commune, and of those merged with it, as rows are matched with them."""
    columns = (Household.id, Household.head_name, Household.birth, Household.village_id, Household.citizen_id)
    codes = merged_communes(session, commune_code)
    query = select(*columns).where(Household.row_out.is_(False), Household.commune_code.in_(codes))
    for row in session.execute(query):
        yield Known(row.id, row.head_name or "", row.birth, row.village_id, row.citizen_id)


def what_is_here(session: Session, household_ids: set[str], programme_id: str, *, with_facts: bool) -> Here:
    """What is here of these households in a programme; `with_facts`: also what happened in their cases."""
    here = Here()
    own = [one.name for one in fields(HouseholdDraft) if one.name not in ("members", "condition", "flags")]
    for batch in batches(sorted(household_ids)):
        for row in session.scalars(select(Household).where(Household.id.in_(batch))):
            flags = frozenset((row.flags or "").split())
            here.drafts[row.id] = HouseholdDraft(**{name: getattr(row, name) for name in own}, flags=flags)
        houses = select(HousingCondition).where(
            HousingCondition.household_id.in_(batch), HousingCondition.row_out.is_(False)
        )
        for house in session.scalars(houses.order_by(HousingCondition.id)):
            values = {one.name: getattr(house, one.name) for one in fields(ConditionDraft)}
            here.conditions[house.household_id or ""] = ConditionDraft(**values)
        cases = select(SupportCase).where(
            SupportCase.household_id.in_(batch),
            SupportCase.row_out.is_(False),
            SupportCase.programme_id == programme_id,
        )
        found = session.scalars(cases.order_by(SupportCase.id.desc())).all()
        followed = {case.follows_id for case in found}
        for case in sorted(found, key=lambda one: one.id not in followed):
            here.cases[case.household_id or ""] = _case_draft(case)
    if with_facts:
        here.facts = case_facts(session, [one.case_id for one in here.cases.values() if one.case_id])
    return here


def _case_draft(case: SupportCase) -> CaseDraft:
    return CaseDraft(
        case.household_id or "",
        case.programme_id,
        case.work_type,
        case.requested_amount,
        case.registered_on,
        case.build_mode,
        case.house_name,
        case.note,
        case.id,
        case.version,
    )
