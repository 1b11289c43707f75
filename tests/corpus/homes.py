"""Households as two lists tell of them, before anybody knows whether they are one: made up, the same for one seed."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from datetime import date, timedelta

from tests.corpus.people import NAMES, make_citizen_id, make_name

VILLAGES = (
    *("Nà Mặn", "Hua Nạng", "Chi Luông", "Nậm Cản", "Ho Luông", "Na Nát", "Huổi Luân", "Mo Nọi", "Pá Ít", "Tà Lùng"),
    *("Phiêng Bua", "Co Cài"),
)


@dataclass(frozen=True)
class Somebody:
    """A person; `birth` is a day or a year alone, or unknown."""

    name: str
    gender: str
    born: date
    birth: str | None
    citizen_id: str | None

    @property
    def known_by_year(self) -> Somebody:
        return replace(self, birth=str(self.born.year))


@dataclass(frozen=True)
class Home:
    """A household: head, spouse if any, where, and what identifies it besides."""

    head: Somebody
    spouse: Somebody | None
    spouse_listed: bool
    village: str
    phone: str | None
    address: str | None
    ethnicity: str
    members: int
    commune: str = "03151"


def make_somebody(luck: random.Random, ethnicity: str, gender: str, born: date) -> Somebody:
    """A person with card and day of birth known."""
    citizen_id = make_citizen_id(luck, gender, born)
    return Somebody(make_name(luck, ethnicity, gender), gender, born, born.isoformat(), citizen_id)


def make_home(luck: random.Random) -> Home:
    """A household of which everything is known."""
    ethnicity = luck.choice(tuple(NAMES))
    gender = luck.choice(("male", "male", "female"))
    born = date(1940, 1, 1) + timedelta(days=luck.randrange(55 * 365))
    head = make_somebody(luck, ethnicity, gender, born)
    spouse = None
    if luck.random() < 0.8:
        other = "female" if gender == "male" else "male"
        spouse = make_somebody(luck, ethnicity, other, born + timedelta(days=luck.randrange(-2500, 2500)))
    village = luck.choice(VILLAGES)
    return Home(
        head=head,
        spouse=spouse,
        spouse_listed=spouse is not None and luck.random() < 0.7,
        village=village,
        phone=_phone(luck) if luck.random() < 0.6 else None,
        address=f"Nhóm {luck.randrange(1, 9)}, thôn {village}" if luck.random() < 0.5 else None,
        ethnicity=ethnicity,
        members=luck.randrange(2, 8),
    )


def _phone(luck: random.Random) -> str:
    return luck.choice(("032", "038", "097", "098", "086")) + f"{luck.randrange(10_000_000):07}"


def told_again(luck: random.Random, home: Home) -> Home:
    """The same household as the next list tells it: fewer facts, a changed number of people."""
    head = home.head
    if luck.random() < 0.5:
        head = head.known_by_year
    phone = home.phone if luck.random() < 0.6 else None
    members = max(1, home.members + luck.choice((-1, 0, 0, 0, 1)))
    return replace(
        home, head=head, phone=phone, members=members, spouse_listed=home.spouse_listed and luck.random() < 0.6
    )


def without_card(home: Home) -> Home:
    """The list has no ID number of the head."""
    return replace(home, head=replace(home.head, citizen_id=None))


def renamed(home: Home, name: str) -> Home:
    """The head under another spelling."""
    return replace(home, head=replace(home.head, name=name))
