"""A household as it is compared with others: its head, its people, its place, its numbers."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from app.duplicates.names import Name, name_of
from models.vietnamese import fold

#: Years between a couple, at most: further apart a person of unknown relation is not taken for the spouse.
_COUPLE_YEARS = 20


@dataclass(frozen=True)
class Person:
    """The head or a member. `birth` is a day or a year alone, `relation` as typed, `gender` of the records."""

    name: str
    relation: str | None = None
    gender: str | None = None
    birth: str | None = None
    citizen_id: str | None = None

    @property
    def parsed(self) -> Name:
        """The name cut into syllables."""
        return name_of(self.name)

    @property
    def year(self) -> str:
        """The year of birth; empty where none is known."""
        return (self.birth or "")[:4]

    @property
    def day(self) -> str:
        """The day of birth; empty where only the year is known, or a first of January that stands for it."""
        birth = self.birth or ""
        return birth if len(birth) == len("1962-05-03") and not birth.endswith("-01-01") else ""


@dataclass(frozen=True)
class Home:
    """A household. `village` and `commune` are keys that are equal for equal places."""

    id: str
    head: Person
    members: tuple[Person, ...] = ()
    village: str | None = None
    commune: str | None = None
    phone: str | None = None
    bank_account: str | None = None
    ethnicity: str | None = None
    code: str | None = None

    @property
    def spouses(self) -> tuple[Person, ...]:
        """Who is, or may be, the head's wife or husband."""
        told = tuple(one for one in self.members if is_spouse(one.relation))
        return told or tuple(one for one in self.members if not one.relation and self._may_be_couple(one))

    def _may_be_couple(self, one: Person) -> bool:
        if one.gender and one.gender == self.head.gender:
            return False
        return not one.year or not self.head.year or abs(int(one.year) - int(self.head.year)) <= _COUPLE_YEARS


def is_spouse(relation: str | None) -> bool:
    """Whether these words say wife or husband, and not the spouse's parents."""
    return fold(relation or "").split(" ")[0] in ("vo", "chong")


# What one looks pairs up by


@dataclass(frozen=True)
class Key:
    """A number that households with something in common share; asked only while at most so many share it."""

    number: int
    most: int


_FEW, _SOME, _MANY = 6, 40, 120


def keys_of(home: Home) -> Iterator[Key]:
    """The keys of a household: numbers, people with their place, their day of birth, or their spouse."""
    for person in (home.head, *home.members):
        if person.citizen_id:
            yield _key("id", _FEW, person.citizen_id.lstrip("0"))
    if digits := "".join(one for one in home.phone or "" if one.isdigit())[-9:]:
        yield _key("phone", _FEW, digits)
    if home.bank_account:
        yield _key("bank", _FEW, "".join(home.bank_account.split()))
    yield from _person_keys(home, home.head)
    for spouse in home.spouses:
        yield from _person_keys(home, spouse)
        yield _key("couple", _SOME, *sorted((home.head.parsed.key, spouse.parsed.key)))
    for member in home.members:
        if member not in home.spouses and member.day:
            yield _key("day", _SOME, member.parsed.key, member.day)


def _person_keys(home: Home, person: Person) -> Iterator[Key]:
    """By name and place, or name and birth; one whose middle name was left out only where year and village agree."""
    name, commune = person.parsed.key, home.commune or ""
    village = home.village or commune
    yield _key("village", _MANY, name, village)
    if person.year:
        yield _key("year", _MANY, name, person.year, commune)
        yield _key("ends", _MANY, person.parsed.ends, person.year, village)
    if person.day:
        yield _key("day", _SOME, name, person.day)
        yield _key("born", _SOME, person.day, village)


def _key(kind: str, most: int, *parts: str) -> Key:
    digest = hashlib.blake2b("\t".join((kind, *parts)).encode(), digest_size=8).digest()
    return Key(int.from_bytes(digest, "big", signed=True), most)
