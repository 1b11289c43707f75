"""Which known household a row of a list is: by ID number, else by name, birth and village; a doubt is no match.

Pure functions over what is known; names are compared without accents, capitals and the place of a tone's mark.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from app.lists.place_names import plain_key, same_village, spelled_key, whole_key
from app.lists.vocabulary import has_village_word
from app.problems import Problem
from models.vietnamese import fold


@dataclass(frozen=True)
class Known:
    """A household that is here, or stands earlier in the list (`row` says where: its sheet and number)."""

    id: str
    head_name: str
    birth: str | None
    village: str | None
    citizen_id: str | None
    row: tuple[str, int] | None = None


@dataclass(frozen=True)
class Match:
    """The household a row is, and by what it was known (`by`). Neither household nor problem: a new one."""

    household: Known | None = None
    by: tuple[str, ...] = ()
    problem: Problem | None = None

    @property
    def by_id(self) -> bool:
        """Whether the ID number says so."""
        return "citizen_id" in self.by


class KnownHouseholds:
    """The households a list is matched with, growing with its rows; equal villages have equal keys."""

    def __init__(self, known: Iterable[Known]) -> None:
        self._by_number: dict[str, list[Known]] = defaultdict(list)
        self._by_name: dict[str, list[Known]] = defaultdict(list)
        self._matched: dict[str, tuple[str, int]] = {}
        for one in known:
            self.add(one)

    def add(self, one: Known) -> None:
        """Know one more household."""
        if one.citizen_id:
            self._by_number[one.citizen_id].append(one)
        self._by_name[fold(one.head_name)].append(one)

    def match(self, wanted: Known) -> Match:
        """The household that `wanted` (a row, with its place) is."""
        found = self._find(wanted)
        if found.household is None or wanted.row is None:
            return found
        earlier = found.household.row or self._matched.get(found.household.id)
        if earlier is not None:
            return Match(problem=Problem("head_name", "household_twice", {"sheet": earlier[0], "row": earlier[1]}))
        self._matched[found.household.id] = wanted.row
        return found

    def _find(self, wanted: Known) -> Match:
        if wanted.citizen_id and (same := self._by_number.get(wanted.citizen_id)):
            return Match(same[0], ("citizen_id",)) if len(same) == 1 else _ambiguous("citizen_id", len(same))
        named = self._by_name.get(fold(wanted.head_name), [])
        near = [one for one in named if not (wanted.citizen_id and one.citizen_id)]
        equal = [one for one in near if _same_birth(one, wanted) and one.village == wanted.village]
        if not equal:
            equal = [one for one in near if wanted.birth and _same_birth(one, wanted) and _open_village(one, wanted)]
        if len(equal) == 1:
            return Match(equal[0], tuple(_agreeing(equal[0], wanted)))
        if equal:
            return _ambiguous("head_name", len(equal))
        if any(
            _open_birth(one, wanted) and (one.village == wanted.village or _open_village(one, wanted)) for one in near
        ):
            return Match(problem=Problem("head_name", "household_unclear", {}))
        other = [one for one in named if _same_birth(one, wanted) and one.village == wanted.village and wanted.birth]
        if other:
            return Match(problem=Problem("citizen_id", "household_other_id", {}, warning=True))
        return Match()


def _agreeing(one: Known, other: Known) -> Iterator[str]:
    """In what two households agree beside the ID number, as far as both tell it."""
    yield "head_name"
    if one.birth and other.birth:
        yield "birth"
    if one.village and one.village == other.village:
        yield "village_id"


def _ambiguous(field: str, count: int) -> Match:
    return Match(problem=Problem(field, "household_ambiguous", {"count": count}))


def _same_birth(one: Known, other: Known) -> bool:
    """Equal, or a year and a day within it."""
    if one.birth is None or other.birth is None or len(one.birth) == len(other.birth):
        return one.birth == other.birth
    return one.birth[:4] == other.birth[:4]


def _open_birth(one: Known, other: Known) -> bool:
    return (one.birth is None) != (other.birth is None)


def _open_village(one: Known, other: Known) -> bool:
    return (one.village is None) != (other.village is None)


@dataclass(frozen=True)
class VillageName:
    """A village: `key` is its id, or for one that is not here yet its name."""

    key: str
    name: str
    known: bool


class VillageNames:
    """The villages of the office, growing with those a list brings."""

    def __init__(self, known: Iterable[tuple[str, str]]) -> None:
        self._by_name: dict[str, list[VillageName]] = defaultdict(list)
        self._by_key: dict[str, list[VillageName]] = defaultdict(list)
        for key, name in known:
            self._keep(VillageName(key, name, known=True))

    def find(self, text: str) -> list[VillageName]:
        """The villages that a text names: by the whole name, else by the name without its kind ("Nà Mặn").

        "Thôn 1" is not "Tổ 1": a kind is passed over only where one of the two names has none. Accents count where both
        names have them.
        """
        return [one for one in self._near(text) if same_village(one.name, text)]

    def alike(self, text: str) -> list[VillageName]:
        """The villages whose names differ from a text in accents only: which is meant is asked, never guessed."""
        return [one for one in self._near(text) if not same_village(one.name, text)]

    def _near(self, text: str) -> list[VillageName]:
        near = self._by_name.get(whole_key(text))
        if near:
            exact = [one for one in near if spelled_key(one.name) == spelled_key(text)]
            return exact or near
        bare = self._by_key.get(plain_key(text), [])
        return [one for one in bare if not (has_village_word(one.name) and has_village_word(text))]

    def add(self, name: str) -> VillageName:
        """A village that is not here yet."""
        added = VillageName(name, name, known=False)
        self._keep(added)
        return added

    def _keep(self, one: VillageName) -> None:
        self._by_name[whole_key(one.name)].append(one)
        self._by_key[plain_key(one.name)].append(one)
