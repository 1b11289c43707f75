"""The rows of a worklist: a case with its facts, its state, its household and its papers, as the lists show them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.areas.queries import village_names
from app.construction.queries import News, latest_news
from app.handover.queries import PaperRow, papers_of_cases
from app.journal.store import batches
from app.parsing import today
from app.support.queries import CaseFacts, CaseState, asked_facts, case_facts, case_state
from models.household import Household
from models.vocabulary import PaperKind, Status

#: Statuses in which a house is not yet finished, so that it can be late.
_UNFINISHED = frozenset({Status.APPROVED, Status.STARTED, Status.IN_PROGRESS, Status.ON_HOLD})
_NO_NEWS = News()


@dataclass(frozen=True)
class CaseRow:
    """A line of a worklist. `key` is the case's id, or the household's where it has no case (`case_id` None).

    `overdue` counts days: since the last day of the programme, or since a paused house was to be looked at again.
    """

    key: str
    case_id: str | None
    household_id: str
    head_name: str
    birth: str
    village: str
    facts: CaseFacts
    state: CaseState
    overdue: int = 0
    papers: tuple[PaperRow, ...] = ()
    checks: tuple[PaperRow, ...] = ()
    news: News = _NO_NEWS


def case_rows(
    session: Session, keys: Sequence[str], programme_id: str | None = None, *, with_papers: bool = False
) -> list[CaseRow]:
    """The rows of these keys, in the order given; those gone meanwhile are left out.

    A household without a case is shown as one that asks in the programme given, or in the office's first.
    """
    facts = asked_facts(session, keys, programme_id)
    people = _people(session, (one.household_id for one in facts.values()))
    villages = village_names(session, (one[1] for one in people.values()))
    papers = papers_of_cases(session, facts) if with_papers else {}
    checks = papers_of_cases(session, facts, PaperKind.COMPLETION_CHECK) if with_papers else {}
    states = {key: case_state(one) for key, one in facts.items()}
    news = latest_news(session, ((one, states[key]) for key, one in facts.items()))
    day = today().isoformat()
    found = []
    for key in keys:
        one = facts.get(key)
        if one is None:
            continue
        state = states[key]
        birth, village = people.get(one.household_id, ("", None))
        found.append(
            CaseRow(
                key,
                None if key == one.household_id else key,
                one.household_id,
                one.head_name,
                birth,
                villages.get(village or "", ""),
                one,
                state,
                overdue_days(one, state, day),
                papers.get(key, ()),
                checks.get(key, ()),
                news[key],
            )
        )
    return found


def cases_of_household(session: Session, household_id: str) -> list[CaseRow]:
    """All cases of one household with their papers, oldest first."""
    keys = list(case_facts(session, household_ids=[household_id]))
    return case_rows(session, keys, with_papers=True)


def _people(session: Session, ids: Iterable[str]) -> dict[str, tuple[str, str | None]]:
    """Birth and village of households."""
    found = {}
    for batch in batches(dict.fromkeys(ids)):
        query = select(Household.id, Household.birth, Household.village_id).where(Household.id.in_(batch))
        found.update({row.id: (row.birth or "", row.village_id) for row in session.execute(query)})
    return found


def overdue_days(facts: CaseFacts, state: CaseState, day: str) -> int:
    """How many days a house is late; 0 for one that is in time or has no date to keep."""
    if state.status not in _UNFINISHED:
        return 0
    last = facts.programme.valid_to if facts.programme else None
    if state.status is Status.ON_HOLD and state.exception is not None:
        last = state.exception.review_on
    if not last or last >= day:
        return 0
    return (date.fromisoformat(day) - date.fromisoformat(last)).days
