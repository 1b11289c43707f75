"""The points to look at, open and answered: of all households in a few queries, or of some."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.flags.bounds import metres_outside
from app.flags.candidates import doubtful_households, shared_accounts
from app.flags.facts import Flag, HomeFacts
from app.flags.rules import flags_of_home
from app.flags.thresholds import threshold
from app.funding.queries import aid_sums
from app.households.queries import household_count, own_commune
from app.journal.store import batches
from app.parsing import today
from app.progress import Progress
from app.review.queries import classes_by_household
from app.support.queries import Support, cases_of_households, supports
from app.wording import flags as words
from models.exchange import TaskAnswer
from models.household import Household, Member
from models.housing import HousingCondition

__all__ = [
    "Flag",
    "answered_flags",
    "find_flags",
    "flag_households",
    "flags_of",
    "found_at_once",
    "is_flag",
    "open_flags",
    "place_text",
]

PREFIX = "flag:"


def is_flag(task_id: str) -> bool:
    """Whether a task's id names a point to look at."""
    return task_id.startswith(PREFIX)


#: Households whose facts stand in memory together; between two such lots long work can be stopped.
AT_ONCE = 2_000


#: Up to so many households the points are found while one waits (a second); several times a large commune.
MOST_AT_ONCE = 10_000


def found_at_once(session: Session) -> bool:
    """Whether an office is small enough to have its points found whenever something changed."""
    return household_count(session) <= MOST_AT_ONCE


def open_flags(session: Session, day: str | None = None, progress: Progress | None = None) -> list[Flag]:
    """Every point nobody has answered, by kind, then by head. `day`: that on which one looks, else today.

    Of a province this takes up to half a minute: `progress` tells how far it is and stops it. Raises `Cancelled`.
    """
    on_day = day or today().isoformat()
    doubtful = doubtful_households(session, on_day)
    found = [one for one in find_flags(session, doubtful, on_day, progress) if not one.reason]
    order = {code: place for place, code in enumerate(words.NAMES)}
    found.sort(key=lambda one: (one.mild, order[one.code], one.head_name, one.row))
    return found


def flags_of(session: Session, household_ids: Collection[str], day: str | None = None) -> dict[str, list[Flag]]:
    """The points of these households, answered ones with their reason; one about several stands with each of them."""
    wanted = set(household_ids)
    sharers = {one: others for one, others in shared_accounts(session).items() if one in wanted}
    near = wanted | {other for others in sharers.values() for other in others}
    given = supports(session, wanted, decided=True)
    near |= {one.household_id for each in given.values() for one in each}
    found: dict[str, list[Flag]] = defaultdict(list)
    for one in find_flags(session, near, day or today().isoformat()):
        for household in {one.household_id, *one.others} & wanted:
            found[household].append(one)
    return dict(found)


def answered_flags(session: Session, day: str | None = None) -> list[Flag]:
    """The points somebody answered, with the reason; their facts are still those."""
    rows = session.scalars(select(TaskAnswer.household_id).where(_is_answer()).distinct())
    households = {one for one in rows if one}
    return [one for one in find_flags(session, households, day or today().isoformat()) if one.reason]


def _is_answer() -> Any:
    return TaskAnswer.row_out.is_(False) & TaskAnswer.task.startswith(PREFIX, autoescape=True)


def find_flags(
    session: Session, household_ids: Iterable[str], day: str, progress: Progress | None = None
) -> Iterator[Flag]:
    """The points of these households, each with the newest reason a person gave. Raises `Cancelled`."""
    progress = progress or Progress()
    answers = session.execute(select(TaskAnswer.task, TaskAnswer.reason).where(_is_answer()).order_by(TaskAnswer.id))
    reasons = {row.task: row.reason or "" for row in answers}
    ids = sorted(set(household_ids))
    given, sharers = supports(session, ids, decided=True), shared_accounts(session)
    for start in range(0, len(ids), AT_ONCE):
        progress.step(start, len(ids))
        for home in _home_facts(session, ids[start : start + AT_ONCE], day, given, sharers):
            for flag in flags_of_home(home):
                reason = reasons.get(flag.id) if reasons else None
                yield replace(flag, reason=reason) if reason else flag


def flag_households(flags: Sequence[Flag]) -> list[str]:
    """The households that points are about, each once."""
    return list(dict.fromkeys(one.household_id for one in flags))


# Facts


def _home_facts(
    session: Session,
    ids: list[str],
    day: str,
    given: Mapping[str, tuple[Support, ...]],
    sharers: Mapping[str, Mapping[str, str]],
) -> list[HomeFacts]:
    """The facts of households in the order of their ids; `given` and `sharers` are those of all that are asked for."""
    cases = cases_of_households(session, ids)
    own = [one.case_id for each in cases.values() for one, _ in each]
    paid: dict[str, int] = defaultdict(int)
    for sums in aid_sums(session, own):
        paid[sums.case_id] += sums.paid
    people, places = _people(session, ids), _places(session, ids)
    classes = classes_by_household(session, ids)
    return [
        HomeFacts(
            row.id,
            row.head_name or "",
            day,
            row.birth,
            row.commune_code,
            row.guardian,
            row.bank_account,
            row.bank_holder,
            tuple(people.get(row.id, ())),
            *places.get(row.id, (None, None)),
            cases.get(row.id, ()),
            paid,
            given.get(row.id, ()),
            sharers.get(row.id, {}),
            {year: one.level for year, one in classes.get(row.id, {}).items()},
        )
        for row in _households(session, ids)
    ]


def _households(session: Session, ids: list[str]) -> Iterable[Any]:
    home = Household
    columns: list[Any] = [home.id, home.head_name, home.birth, home.commune_code, home.guardian]
    columns += [home.bank_account, home.bank_holder]
    for batch in batches(ids):
        yield from session.execute(
            select(*columns).where(home.id.in_(batch), home.row_out.is_(False)).order_by(home.id)
        )


def _people(session: Session, ids: list[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for batch in batches(ids):
        query = select(Member.household_id, Member.name).where(
            Member.household_id.in_(batch), Member.row_out.is_(False), Member.name.is_not(None)
        )
        for household, name in session.execute(query):
            found[household or ""].append(name or "")
    return found


def _places(session: Session, ids: list[str]) -> dict[str, tuple[str | None, str | None]]:
    house = HousingCondition
    found: dict[str, tuple[str | None, str | None]] = {}
    for batch in batches(ids):
        query = select(house.household_id, house.latitude, house.longitude).where(
            house.household_id.in_(batch), house.row_out.is_(False)
        )
        for household, latitude, longitude in session.execute(query.order_by(house.id)):
            found[household or ""] = (latitude, longitude)
    return found


def place_text(session: Session, household_id: str | None, latitude: str | None, longitude: str | None) -> str:
    """What can be said of a survey's place: inside the household's commune, outside, or that it cannot be checked.

    Without a household (it is being added) the office's own commune counts; without a place nothing is said.
    """
    if not latitude or not longitude:
        return ""
    home = session.get(Household, household_id) if household_id else None
    metres = metres_outside(home.commune_code if home else own_commune(session), latitude, longitude)
    most = threshold("geotag_far_away", today().isoformat())
    if metres is None or most is None:
        return words.PLACE_UNCHECKED
    return words.PLACE_INSIDE if metres <= most else words.PLACE_OUTSIDE.format(far=words.distance_text(metres))
