"""Pairs of households that are one, and pairs that only look so, each of a kind that occurs in communes.

Written apart from the matcher. A pair is always recognisable to a person who knows both records and nothing else; a
non-pair always holds a fact that forbids to take the two for one.
"""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from tests.corpus.homes import VILLAGES, Home, Somebody, make_home, make_somebody, renamed, told_again, without_card
from tests.corpus.people import GIVEN, make_citizen_id

Two = tuple[Home, Home]
Maker = Callable[[random.Random], Two]
# Letters and what the typist strikes instead, of vowels written alone in their syllable.
CLOSE = dict(
    zip(
        "oôaăâeêuưiịạảũùắấàáừóơ",
        (
            "ôơ",
            "oơ",
            "ăâáà",
            "aâ",
            "aă",
            "ê",
            "e",
            "ưú",
            "u",
            "ị",
            "i",
            "ả",
            "ã",
            "ù",
            "ũú",
            "ấ",
            "ắ",
            "á",
            "à",
            "ư",
            "ò",
            "ô",
        ),
        strict=True,
    )
)


@dataclass(frozen=True)
class Case:
    """Two households and whether they are one; `kind` names why."""

    kind: str
    one: Home
    other: Home
    same: bool


def plain(text: str) -> str:
    """Without any mark."""
    bare = "".join(letter for letter in unicodedata.normalize("NFD", text) if not unicodedata.combining(letter))
    return bare.replace("đ", "d").replace("Đ", "D")


def _again(luck: random.Random, *, card: float = 0.5) -> Two:
    """A household and the same told again, whose ID number stands in both lists only in some."""
    home = make_home(luck)
    other = told_again(luck, home)
    return home, other if luck.random() < card else without_card(other)


def name_order(luck: random.Random) -> Two:
    """The given name stands first: "Pâng Lò Văn"."""
    home, other = _again(luck)
    *before, given = other.head.name.split()
    return home, renamed(other, " ".join([given, *before]))


def accents_gone(luck: random.Random) -> Two:
    """Typed without accents."""
    home, other = _again(luck)
    return home, renamed(other, plain(other.head.name))


def capitals_and_title(luck: random.Random) -> Two:
    """In capitals, or with a title: "ÔNG LÒ VĂN PÂNG"."""
    home, other = _again(luck)
    title = "Ông" if other.head.gender == "male" else "Bà"
    return home, renamed(other, luck.choice((f"{title} {other.head.name}", other.head.name.upper())))


def tone_placement(luck: random.Random) -> Two:
    """Hòa and Hoà, Thủy and Thuỷ."""
    home, other = _again(luck)
    old, new = luck.choice((("Hòa", "Hoà"), ("Thủy", "Thuỷ"), ("Thúy", "Thuý"), ("Hóa", "Hoá"), ("Tòa", "Toà")))
    name = " ".join(home.head.name.split()[:-1])
    return renamed(home, f"{name} {old}"), renamed(other, f"{name} {new}")


def one_accent_other(luck: random.Random) -> Two:
    """One mark of one letter is another: a slip of the typist."""
    home, other = _again(luck)
    spots = [
        spot for spot, letter in enumerate(other.head.name) if letter in CLOSE and _stands_alone(other.head.name, spot)
    ]
    if not spots:
        return home, renamed(other, plain(other.head.name))
    name = list(other.head.name)
    spot = luck.choice(spots)
    name[spot] = luck.choice(CLOSE[name[spot]])
    return home, renamed(other, "".join(name))


def _stands_alone(name: str, spot: int) -> bool:
    """Whether the vowel is the only one of its syllable, so that another mark gives another syllable."""
    around = plain(name[max(0, spot - 1) : spot] + name[spot + 1 : spot + 2]).lower()
    return not set(around) & set("aeiouy")


def spouse_as_head(luck: random.Random) -> Two:
    """The first list has the husband as head and names the wife; the next has the wife as head."""
    home, spouse = couple(luck)
    other = replace(told_again(luck, home), head=spouse, spouse=home.head)
    other = replace(other, spouse_listed=luck.random() < 0.5)
    return home, other if luck.random() < 0.5 else without_card(other)


def moved_village(luck: random.Random) -> Two:
    """The household moved within the commune, or villages were joined; the card is known in both, or day and name."""
    home, other = _again(luck, card=0.6)
    village = luck.choice([one for one in VILLAGES if one != home.village])
    return home, replace(other, village=village, address=None, head=replace(other.head, birth=home.head.birth))


def card_misread(luck: random.Random) -> Two:
    """Two neighbouring digits of the ID number changed places."""
    home = make_home(luck)
    other = told_again(luck, home)
    digits = list(home.head.citizen_id or "")
    spots = [place for place in range(6, 11) if digits[place] != digits[place + 1]]
    spot = luck.choice(spots or [6])
    digits[spot], digits[spot + 1] = digits[spot + 1], digits[spot]
    return home, replace(other, head=replace(other.head, citizen_id="".join(digits)))


def old_card(luck: random.Random) -> Two:
    """The old list has the nine digits of the card before."""
    home = make_home(luck)
    number = f"{luck.randrange(40_000_000, 49_999_999):09}"
    other = told_again(luck, home)
    return home, replace(other, head=replace(other.head, citizen_id=number))


def middle_name_short(luck: random.Random) -> Two:
    """Shortened, "Nguyễn T. Hoa", or the middle name left out."""
    home, other = _again(luck, card=0.6)
    family, *middle, given = other.head.name.split()
    short = luck.choice((" ".join(f"{one[0]}." for one in middle), ""))
    return home, renamed(other, " ".join(f"{family} {short} {given}".split()))


def day_and_month_changed(luck: random.Random) -> Two:
    """Day and month of birth were taken for each other."""
    home = make_home(luck)
    while home.head.born.day > 12 or home.head.born.day == home.head.born.month:
        home = make_home(luck)
    born = home.head.born
    other = told_again(luck, home)
    turned = date(born.year, born.day, born.month).isoformat()
    other = replace(other, head=replace(other.head, birth=turned))
    return home, other if luck.random() < 0.5 else without_card(other)


def year_off_by_one(luck: random.Random) -> Two:
    """The year of birth is off by one; name and village agree, and the card, the phone or the spouse."""
    home = make_home(luck)
    other = told_again(luck, home)
    other = replace(other, head=replace(other.head, birth=str(home.head.born.year + luck.choice((-1, 1)))))
    if home.phone and luck.random() < 0.4:
        other = replace(without_card(other), phone=home.phone)
    return home, other


def same_card_other_name(luck: random.Random) -> Two:
    """The card is the same; the name is the one used at home."""
    home = make_home(luck)
    other = told_again(luck, home)
    given = luck.choice([one for one in GIVEN[home.head.gender] if one != home.head.name.split()[-1]])
    return home, renamed(other, " ".join([*home.head.name.split()[:-1], given]))


def same_but_for_nothing(luck: random.Random) -> Two:
    """Typed twice."""
    return _again(luck)


# What is not one household.


def twins(luck: random.Random) -> Two:
    """Born on one day, names alike, each with a household and a card of its own."""
    home = make_home(luck)
    head = sibling(luck, home.head, home.head.born)
    return home, next_door(luck, home, head)


def same_name_in_the_village(luck: random.Random) -> Two:
    """Two people of one name in one village, years apart."""
    home = make_home(luck)
    head = namesake(luck, home.head, home.head.born + timedelta(days=luck.choice((-1, 1)) * luck.randrange(1200, 9000)))
    other = next_door(luck, home, head)
    return home, other if luck.random() < 0.5 else without_card(other)


def same_name_and_year(luck: random.Random) -> Two:
    """One name, one year, one village, but other days of birth and other cards."""
    home = make_home(luck)
    born = date(home.head.born.year, 1 + (home.head.born.month + luck.randrange(2, 9)) % 12, luck.randrange(1, 28))
    return home, next_door(luck, home, namesake(luck, home.head, born))


def same_name_elsewhere(luck: random.Random) -> Two:
    """One name and one year in two villages, with cards of their own."""
    home = make_home(luck)
    born = date(home.head.born.year, 1 + (home.head.born.month + luck.randrange(2, 9)) % 12, luck.randrange(1, 28))
    other = next_door(luck, home, namesake(luck, home.head, born))
    return home, replace(other, village=luck.choice([one for one in VILLAGES if one != home.village]), address=None)


def father_and_son(luck: random.Random) -> Two:
    """One address and phone, names alike, a generation apart."""
    home = make_home(luck)
    years = luck.randrange(20, 32)
    head = sibling(luck, home.head, home.head.born + timedelta(days=365 * years))
    other = next_door(luck, home, head)
    return home, replace(other, phone=home.phone, address=home.address)


def siblings_with_one_phone(luck: random.Random) -> Two:
    """Brothers or sisters in two houses who give the same phone."""
    home = make_home(luck)
    head = sibling(luck, home.head, home.head.born + timedelta(days=luck.choice((-1, 1)) * luck.randrange(400, 2500)))
    other = next_door(luck, home, head)
    return home, replace(other, phone=home.phone)


def neighbours_with_one_phone(luck: random.Random) -> Two:
    """The phone is the village head's."""
    home, other = make_home(luck), make_home(luck)
    return home, replace(other, village=home.village, address=home.address, phone=home.phone)


def spouse_with_the_name_of_a_head(luck: random.Random) -> Two:
    """The wife in one house has the name of the head of another; the years forbid that they are one."""
    home, spouse = couple(luck)
    years_apart = timedelta(days=luck.choice((-1, 1)) * luck.randrange(1500, 8000))
    other = next_door(luck, home, namesake(luck, spouse, spouse.born + years_apart))
    return home, other if luck.random() < 0.5 else without_card(other)


def alike_but_for_an_accent(luck: random.Random) -> Two:
    """Hùng and Hưng, Hoa and Hòa: names that differ by marks alone, born years apart, in one village."""
    home = make_home(luck)
    first, second = luck.choice(
        (("Hùng", "Hưng"), ("Hoa", "Hòa"), ("Lan", "Lân"), ("Thanh", "Thành"), ("Dung", "Dũng"))
    )
    start = " ".join(home.head.name.split()[:-1])
    days = luck.choice((-1, 1)) * luck.randrange(800, 6000)
    head = replace(namesake(luck, home.head, home.head.born + timedelta(days=days)), name=f"{start} {second}")
    return renamed(home, f"{start} {first}"), next_door(luck, home, head)


def couple(luck: random.Random) -> tuple[Home, Somebody]:
    """A household whose head is married, the spouse on the list."""
    home = make_home(luck)
    while home.spouse is None:
        home = make_home(luck)
    return replace(home, spouse_listed=True), home.spouse


def sibling(luck: random.Random, one: Somebody, born: date) -> Somebody:
    """Another given name behind the same family and middle names."""
    given = luck.choice([name for name in GIVEN[one.gender] if name != one.name.split()[-1]])
    citizen_id = make_citizen_id(luck, one.gender, born)
    return Somebody(" ".join([*one.name.split()[:-1], given]), one.gender, born, born.isoformat(), citizen_id)


def namesake(luck: random.Random, one: Somebody, born: date) -> Somebody:
    """Somebody else of this name, with a card of his own."""
    return Somebody(one.name, one.gender, born, born.isoformat(), make_citizen_id(luck, one.gender, born))


def next_door(luck: random.Random, home: Home, head: Somebody) -> Home:
    """Another household of the same village and people with this head and a spouse of its own."""
    other = make_home(luck)
    spouse = other.spouse
    if spouse is not None:
        spouse = make_somebody(luck, home.ethnicity, "female" if head.gender == "male" else "male", spouse.born)
    return replace(other, head=head, spouse=spouse, village=home.village, ethnicity=home.ethnicity)


SAME: tuple[Maker, ...] = (
    name_order,
    accents_gone,
    capitals_and_title,
    tone_placement,
    one_accent_other,
    spouse_as_head,
    spouse_as_head,
    moved_village,
    moved_village,
    card_misread,
    old_card,
    middle_name_short,
    day_and_month_changed,
    year_off_by_one,
    same_card_other_name,
    same_but_for_nothing,
)
NOT_SAME: tuple[Maker, ...] = (
    twins,
    twins,
    same_name_in_the_village,
    same_name_in_the_village,
    same_name_and_year,
    same_name_elsewhere,
    father_and_son,
    siblings_with_one_phone,
    neighbours_with_one_phone,
    spouse_with_the_name_of_a_head,
    alike_but_for_an_accent,
)


def make_cases(seed: int | str, count: int) -> Iterator[Case]:
    """So many pairs and as many non-pairs, the kinds in turn."""
    luck = random.Random(seed)
    for number in range(count):
        for makers, same in ((SAME, True), (NOT_SAME, False)):
            maker = makers[number % len(makers)]
            one, other = maker(luck)
            if luck.random() < 0.5:
                one, other = other, one
            yield Case(re.sub(r"\W", "_", maker.__name__), one, other, same)
