"""What the commands about houses share: which cases the ids on the command line mean, dates and amounts as typed."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from app.households.queries import find_household
from app.parsing import parse_date, parse_money
from app.problems import refuse
from app.reports.entries import leading_case
from app.support.queries import CaseFacts, CaseState, cases_of_households, programme_named
from app.wording import cases as words
from app.wording.support import names_text
from app.workspace import Workspace
from models.household import Household


@dataclass(frozen=True)
class Chosen:
    """The households on the command line, in order, with the case each is meant by; some may have none."""

    household_ids: tuple[str, ...]
    cases: dict[str, tuple[CaseFacts, CaseState]]
    programme_id: str | None
    heads: dict[str, str]

    @property
    def case_ids(self) -> tuple[str, ...]:
        """The cases, in the order of the households. Raises `Refused` when a household has none."""
        missing = [self.heads[one] for one in self.household_ids if one not in self.cases]
        if missing:
            raise refuse("", "no_case", names=names_text(missing))
        return tuple(self.cases[one][0].case_id for one in self.household_ids)

    @property
    def names(self) -> str:
        """The heads, for a sentence."""
        return names_text([self.heads[one] for one in self.household_ids])


def chosen(workspace: Workspace, args: argparse.Namespace) -> Chosen:
    """The households and cases that `args.ids` (or `args.id`) and `args.programme` name. Raises `Refused`."""
    endings = args.ids if "ids" in args else [args.id]
    with workspace.read() as session:
        return choose(session, endings, args.programme)


def choose(session: Session, endings: Sequence[str], programme: str | None = None) -> Chosen:
    """The households whose ids end so, each with its case in the programme, or the one it is shown by."""
    ids = tuple(dict.fromkeys(find_household(session, one) for one in endings))
    heads = {one: _head(session, one) for one in ids}
    programme_id = programme_named(session, programme).id if programme else None
    cases = {}
    for household, found in cases_of_households(session, ids).items():
        fitting = [one for one in found if programme_id is None or _programme(one[0]) == programme_id]
        leading = leading_case(fitting)
        if leading is not None:
            cases[household] = leading
    return Chosen(ids, cases, programme_id, heads)


def _head(session: Session, household_id: str) -> str:
    household = session.get_one(Household, household_id)
    if household.row_out:
        raise refuse("id", "household_is_out")
    return household.head_name or ""


def _programme(facts: CaseFacts) -> str | None:
    return facts.programme.id if facts.programme else None


def add_ids(parser: argparse.ArgumentParser, *, many: bool = True) -> None:
    """The ids of households a command works on, and the programme that is meant."""
    if many:
        parser.add_argument("ids", metavar="ID", nargs="+", help=words.ID)
    else:
        parser.add_argument("id", metavar="ID", help=words.ID)
    parser.add_argument("--programme", metavar="P", help=words.PROGRAMME)


def day(text: str, field: str = "date") -> str:
    """A day as typed, in ISO text. Raises `Refused`."""
    found = parse_date(text, field)
    if found is None:
        raise refuse(field, "day_missing")
    return found


def amount(text: str | None, field: str = "amount") -> int | None:
    """An amount in đồng as typed; None where none was given. Raises `Refused`."""
    return None if text is None else parse_money(text, field)
