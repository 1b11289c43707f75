"""Houses as papers need them, the values of the completion check, and what was heard of houses last."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.construction.news import News, latest_news
from app.documents.parts import UNKNOWN_PART, CostLine, HousePart, Party, Recipient
from app.households.queries import HouseholdOnPaper, households_on_paper
from app.office.queries import PaperOffice, Person
from app.support.queries import AcceptanceRow, CaseFacts, CaseState, case_facts, case_state
from app.wording.construction import village_head_position
from app.wording.letterheads import position_text, signing_lines
from app.wording.vocabulary import CATEGORIES
from models.funding import FundSource
from models.vocabulary import Part

__all__ = ["HouseOnPaper", "News", "houses_on_paper", "latest_news", "party"]


@dataclass(frozen=True)
class HouseOnPaper:
    """One house with its people, parts and costs, ready to be printed. Area in m2, amounts in đồng.

    `support` is the programme's share of the cost, `other_costs` are the rest; `costs` holds both.
    """

    facts: CaseFacts
    state: CaseState
    head: Recipient
    village: tuple[Party, ...]
    area: Decimal | None
    parts: Mapping[Part, HousePart]
    total_cost: int | None
    support: int | None
    costs: tuple[CostLine, ...]
    other_costs: tuple[CostLine, ...]


def houses_on_paper(session: Session, case_ids: Iterable[str]) -> dict[str, HouseOnPaper]:
    """The houses of these cases, by case id."""
    facts = case_facts(session, case_ids)
    people = households_on_paper(session, [one.household_id for one in facts.values()])
    sources = {code: name for code, name in session.execute(select(FundSource.code, FundSource.name)) if code}
    return {one: _house(found, people.get(found.household_id), sources) for one, found in facts.items()}


def _house(facts: CaseFacts, person: HouseholdOnPaper | None, sources: Mapping[str, str | None]) -> HouseOnPaper:
    state = case_state(facts)
    accepted = state.acceptance
    costs: dict[str, int] = json.loads(accepted.costs) if accepted and accepted.costs else {}
    ours = state.decision.source_code if state.decision else None
    lines = {code: CostLine(sources.get(code) or code, amount) for code, amount in costs.items()}
    return HouseOnPaper(
        facts,
        state,
        _recipient(facts, state, person),
        _village_side(person),
        Decimal(accepted.area_m2) if accepted and accepted.area_m2 else None,
        {part: _part(accepted, part) for part in Part},
        sum(costs.values()) if costs else None,
        costs.get(ours or "", None if costs else state.approved_amount),
        tuple(lines.values()),
        tuple(line for code, line in lines.items() if code != ours),
    )


def _recipient(facts: CaseFacts, state: CaseState, person: HouseholdOnPaper | None) -> Recipient:
    """The head as the papers name him; the category is that of the decision."""
    category = (state.decision.category if state.decision else None) or facts.category
    label = CATEGORIES.get(category or "", "")
    words = label[:1].lower() + label[1:]
    if person is None:
        return Recipient(facts.head_name, category=words)
    return Recipient(facts.head_name, person.birth, person.citizen_id, person.address, words)


def _village_side(person: HouseholdOnPaper | None) -> tuple[Party, ...]:
    if person is None or not person.village_head:
        return ()
    return (Party(person.village_head, village_head_position(person.village), person.village),)


def _part(accepted: AcceptanceRow | None, part: Part) -> HousePart:
    if accepted is None:
        return UNKNOWN_PART
    return HousePart(getattr(accepted, part.value) or "", getattr(accepted, f"{part.value}_hard"))


def party(person: Person, office: PaperOffice) -> Party:
    """Somebody who stands for the office on a paper."""
    signing = signing_lines(person.capacity, person.position, front=office.front)
    return Party(person.name, position_text(person.position), office.name, signing)
