"""Cases as papers name them: the household with facts and state, and one line of a list. Many at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from app.documents.house_lists import HouseOnList
from app.documents.sentences import squeezed
from app.households.queries import HouseholdOnPaper, households_on_paper
from app.support.facts import CaseFacts
from app.support.rules import CaseState, case_state, norm_of

NOBODY = HouseholdOnPaper()


@dataclass(frozen=True)
class CaseOnPaper:
    """A house on a paper; without facts the blank form."""

    household: HouseholdOnPaper = NOBODY
    facts: CaseFacts | None = None
    state: CaseState | None = None

    @property
    def programme(self) -> str:
        """The programme's name, or nothing."""
        return self.facts.programme.name if self.facts and self.facts.programme else ""

    @property
    def work_type(self) -> str | None:
        """What is done to the house: as decided, else as asked."""
        return self.state.work_type.value if self.state and self.state.work_type else None

    @property
    def category(self) -> str | None:
        """The group: that of the decision, else the household's own."""
        decision = self.state.decision if self.state else None
        return (decision.category if decision else None) or self.household.category

    def on_list(self, amount: int | None = None, work_type: str | None = None, note: str = "") -> HouseOnList:
        """The house as a line of a list."""
        head = self.household
        name = squeezed(head.head_name)
        kind = work_type or self.work_type
        return HouseOnList(name, head.birth, head.citizen_id, head.village, self.category, kind, amount, note)

    def proposed(self, day: str) -> int | None:
        """What is proposed for the house: on its standing submission, else asked for, else the programme's norm."""
        if self.facts is None or self.state is None:
            return None
        submitted = self.state.submission.amount if self.state.submission else None
        return submitted or self.facts.requested_amount or norm_of(self.facts, day)


def with_households(session: Session, facts: Iterable[CaseFacts]) -> dict[str, CaseOnPaper]:
    """The houses of these facts, by case id."""
    found: Sequence[CaseFacts] = list(facts)
    people = households_on_paper(session, (one.household_id for one in found))
    return {
        one.case_id: CaseOnPaper(people.get(one.household_id, HouseholdOnPaper(head_name=one.head_name)), one, state)
        for one, state in ((one, case_state(one)) for one in found)
    }
