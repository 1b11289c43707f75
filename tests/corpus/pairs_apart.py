"""Pairs of households in two communes of one upper office: moved, or on two lists; and people who look alike."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from tests.corpus.homes import VILLAGES, Home, make_home, renamed, told_again
from tests.corpus.pairs import Case, Maker, Two, couple, namesake, next_door, plain, sibling

COMMUNES = ("03151", "03127")


def _elsewhere(luck: random.Random, home: Home) -> Home:
    """In a village of the other commune."""
    return replace(home, commune=COMMUNES[1], village=luck.choice(VILLAGES), address=None)


def moved_with_card(luck: random.Random) -> Two:
    """The card is known in both; the name may be typed without accents."""
    home = make_home(luck)
    other = _elsewhere(luck, told_again(luck, home))
    return home, other if luck.random() < 0.6 else renamed(other, plain(other.head.name))


def moved_with_day_and_spouse(luck: random.Random) -> Two:
    """No card in one list; name, day of birth and spouse agree."""
    home, _ = couple(luck)
    other = _elsewhere(luck, replace(told_again(luck, home), head=home.head, spouse_listed=True))
    return home, replace(other, head=replace(other.head, citizen_id=None))


def spouse_as_head_elsewhere(luck: random.Random) -> Two:
    """The husband heads the house here, the wife there, with her husband and his card's day of birth named."""
    home, spouse = couple(luck)
    other = replace(told_again(luck, home), head=spouse, spouse=home.head, spouse_listed=True)
    return home, _elsewhere(luck, other)


def same_name_and_year_elsewhere(luck: random.Random) -> Two:
    """Common names in two communes, born in one year, each with a card."""
    home = make_home(luck)
    born = date(home.head.born.year, 1 + (home.head.born.month + luck.randrange(2, 9)) % 12, luck.randrange(1, 28))
    other = next_door(luck, home, namesake(luck, home.head, born))
    return home, _elsewhere(luck, other)


def same_name_and_day_elsewhere(luck: random.Random) -> Two:
    """One name and one day, but two cards and two spouses."""
    home = make_home(luck)
    return home, _elsewhere(luck, next_door(luck, home, namesake(luck, home.head, home.head.born)))


def same_name_elsewhere_without_card(luck: random.Random) -> Two:
    """One name, years apart."""
    home = make_home(luck)
    born = home.head.born + timedelta(days=luck.choice((-1, 1)) * luck.randrange(800, 8000))
    other = next_door(luck, home, namesake(luck, home.head, born))
    return home, _elsewhere(luck, replace(other, head=replace(other.head.known_by_year, citizen_id=None)))


def siblings_elsewhere(luck: random.Random) -> Two:
    """Brothers or sisters in two communes who give one phone."""
    home = make_home(luck)
    head = sibling(luck, home.head, home.head.born + timedelta(days=luck.randrange(400, 2500)))
    return home, _elsewhere(luck, replace(next_door(luck, home, head), phone=home.phone))


SAME_APART: tuple[Maker, ...] = (moved_with_card, moved_with_day_and_spouse, spouse_as_head_elsewhere)
NOT_SAME_APART: tuple[Maker, ...] = (
    same_name_and_year_elsewhere,
    same_name_and_day_elsewhere,
    same_name_elsewhere_without_card,
    siblings_elsewhere,
)


def make_cases_apart(seed: int | str, count: int) -> Iterator[Case]:
    """So many pairs and as many non-pairs across two communes, the kinds in turn."""
    luck = random.Random(seed)
    for number in range(count):
        for makers, same in ((SAME_APART, True), (NOT_SAME_APART, False)):
            maker = makers[number % len(makers)]
            yield Case(maker.__name__, *maker(luck), same=same)
