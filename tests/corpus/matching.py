"""Puts the pairs and non-pairs into offices and measures which of them the program proposes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from app.actions import Action
from app.areas.operations import write_villages
from app.duplicates.finding import find_pairs
from app.workspace import Workspace
from models.base import new_id
from models.household import Household, Member
from tests.corpus.homes import Home, Somebody
from tests.corpus.pairs import Case


@dataclass
class Matched:
    """What was proposed: pairs found, pairs not found, and proposals that are no pairs."""

    right: int = 0
    not_found: list[str] = field(default_factory=list)
    too_many: list[str] = field(default_factory=list)
    kinds: Counter[str] = field(default_factory=Counter)

    def add(self, other: Matched) -> None:
        self.right += other.right
        self.not_found += other.not_found
        self.too_many += other.too_many
        self.kinds += other.kinds

    @property
    def precision(self) -> float:
        return self.right / max(1, self.right + len(self.too_many))

    @property
    def recall(self) -> float:
        return self.right / max(1, self.right + len(self.not_found))

    @property
    def told(self) -> str:
        return (
            f"precision {self.precision:.4f}, recall {self.recall:.4f}: {self.right} found, {len(self.not_found)} not, "
            f"{len(self.too_many)} proposed that are no pairs; {dict(self.kinds.most_common())}"
        )


def measure_matches(workspace: Workspace, cases: Sequence[Case]) -> Matched:
    """Write all households into an empty commune and ask for its pairs."""
    named: dict[str, set[str]] = {}
    for home in (home for case in cases for home in (case.one, case.other)):
        named.setdefault(home.commune, set()).add(home.village)
    with workspace.change(Action.IMPORT_LIST) as change:
        village_ids = {code: write_villages(change.session, code, sorted(names)) for code, names in named.items()}
    rows: list[Any] = []
    where: dict[frozenset[str], Case] = {}
    homes: dict[str, Home] = {}
    for case in cases:
        ids = [new_id(), new_id()]
        where[frozenset(ids)] = case
        for household, home in zip(ids, (case.one, case.other), strict=True):
            homes[household] = home
            rows += _rows(household, home, village_ids[home.commune][home.village])
    with workspace.change(Action.IMPORT_LIST) as change:
        change.recorder.record_many(rows)
    with workspace.read() as session:
        proposed = {frozenset((pair.left_id, pair.right_id)): pair for pair in find_pairs(session)}
    found = Matched()
    for both, case in where.items():
        if case.same and both in proposed:
            found.right += 1
        elif case.same:
            found.kinds[f"- {case.kind}"] += 1
            found.not_found.append(f"not found, {case.kind}: {_told(case.one)} | {_told(case.other)}")
    for both, pair in proposed.items():
        if both not in where or not where[both].same:
            kind = where[both].kind if both in where else "strangers"
            one, other = (homes[household] for household in sorted(both))
            found.kinds[f"+ {kind}"] += 1
            found.too_many.append(f"no pair, {kind}, score {pair.score}: {_told(one)} | {_told(other)}")
    return found


def _rows(household: str, home: Home, village_id: str) -> list[Any]:
    head = home.head
    values = {
        "id": household,
        "commune_code": home.commune,
        "village_id": village_id,
        "head_name": head.name,
        "gender": head.gender,
        "birth": head.birth,
        "citizen_id": head.citizen_id,
        "ethnicity": home.ethnicity,
        "phone": home.phone,
        "address": home.address,
        "member_count": home.members,
        "category": "poor",
    }
    rows: list[Any] = [(Household, values)]
    if home.spouse_listed and home.spouse:
        relation = "Vợ" if home.spouse.gender == "female" else "Chồng"
        said = {"relation": relation, "gender": home.spouse.gender, "birth": str(home.spouse.born.year)}
        rows.append((Member, {"household_id": household, "name": home.spouse.name, **said}))
    return rows


def _told(home: Home) -> str:
    def person(one: Somebody) -> str:
        return f"{one.name} {one.birth} {one.citizen_id}"

    spouse = f" & {home.spouse.name} {home.spouse.born.year}" if home.spouse and home.spouse_listed else ""
    return f"{person(home.head)}{spouse}; {home.village}, {home.phone}"
