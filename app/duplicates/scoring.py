"""How likely two households are one: bits for and against, a score of 100, and the reasons an officer reads.

Either the heads are one person, or the head of each is the spouse in the other. Pure functions.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.duplicates.homes import Home, Person
from app.duplicates.names import NameLikeness, Spelling, compare_names, one_edit_apart

#: From so many bits on a pair is proposed.
ENOUGH = 12.5
_MIDDLE, _STEP = 9.0, 2.0
_FULL_ID = 12


@dataclass(frozen=True)
class Reason:
    """Why two households are taken for one, or what speaks against it: a word of `REASONS` with what it names."""

    code: str
    value: str = ""


@dataclass(frozen=True)
class Likeness:
    """How alike two households are."""

    bits: float
    reasons: tuple[Reason, ...]

    @property
    def proposed(self) -> bool:
        """Whether somebody should look at the pair."""
        return self.bits >= ENOUGH

    @property
    def score(self) -> int:
        """From 0 to 99: a pair just proposed has 80."""
        return min(99, round(100 / (1 + 2 ** (-(self.bits - _MIDDLE) / _STEP))))


Point = tuple[float, Reason]


def compare(one: Home, other: Home) -> Likeness:
    """The better of the two readings: heads that are one person, or a couple of which each list names another head."""
    readings = [points for points in (_heads(one, other), _couple(one, other)) if points]
    around = list(_around(one, other))
    best = max(readings, key=lambda points: sum(point[0] for point in points), default=[])
    points = [*best, *around]
    reasons = tuple(point[1] for point in sorted(points, key=lambda point: -point[0]) if point[1].code)
    return Likeness(sum(point[0] for point in points), reasons)


# Heads that are one person


def _heads(one: Home, other: Home) -> list[Point]:
    found = list(_person(one.head, other.head))
    if one.ethnicity and other.ethnicity and one.ethnicity != other.ethnicity:
        found.append((-1.5, Reason("other_ethnicity", f"{one.ethnicity}, {other.ethnicity}")))
    return found + list(_families(one, other))


def _person(one: Person, other: Person) -> Iterator[Point]:
    name = compare_names(one.parsed, other.parsed)
    bits = name.bits
    if not name.same and _same_number(one, other) and not set(one.parsed.plain).isdisjoint(other.parsed.plain):
        bits /= 2  # one number and half a name: mistyped rather than another person
    yield bits, _NAME_REASONS[name.spelling]
    yield from _births(one, other)
    yield from _ids(one, other, name)
    if one.gender and other.gender and one.gender != other.gender:
        yield -6.0, Reason("other_gender")


_NAME_REASONS = {
    Spelling.SAME: Reason("name_same"),
    Spelling.ACCENTS: Reason("name_accents"),
    Spelling.ORDER: Reason("name_order"),
    Spelling.MIDDLE: Reason("name_middle"),
    Spelling.TYPO: Reason("name_typo"),
    Spelling.OTHER: Reason("name_other"),
}


def _births(one: Person, other: Person) -> Iterator[Point]:
    if not one.year or not other.year:
        return
    if one.day and other.day:
        yield from _days(one.day, other.day)
    elif one.year == other.year:
        yield (5.0 if one.birth == other.birth and len(one.birth or "") > 4 else 4.0), Reason("year_same", one.year)
    else:
        yield from _years(one.year, other.year)


def _days(one: str, other: str) -> Iterator[Point]:
    first, second = one.split("-"), other.split("-")
    alike = sum(left == right for left, right in zip(first, second, strict=True))
    if alike == 3:
        yield 9.0, Reason("day_same", one)
    elif first[0] == second[0] and first[1:] == second[:0:-1]:
        yield 6.0, Reason("day_swapped")
    elif first[0] == second[0]:
        yield (-1.0 if alike == 2 else -4.0), Reason("day_other")
    elif alike == 2:
        yield from ((2.0 + bits, reason) for bits, reason in _years(first[0], second[0]))
    else:
        yield from _years(first[0], second[0])


def _years(one: str, other: str) -> Iterator[Point]:
    apart = abs(int(one) - int(other))
    told = Reason("year_other", f"{one}, {other}")
    if apart <= 2:
        yield -1.0 - apart, told
    elif one_edit_apart(one, other):
        yield -5.0, told
    else:
        yield -9.0, told


def _ids(one: Person, other: Person, name: NameLikeness) -> Iterator[Point]:
    first, second = (one.citizen_id or "").lstrip("0"), (other.citizen_id or "").lstrip("0")
    if not first or not second:
        return
    if _same_number(one, other):
        yield 18.0, Reason("id_same", (one.citizen_id or "")[-4:])
        return
    full = [len(each.citizen_id or "") >= _FULL_ID - 1 for each in (one, other)]
    if full[0] != full[1]:
        return  # a card of nine digits and one of twelve are one person's
    if name.spelling in (Spelling.SAME, Spelling.ACCENTS, Spelling.ORDER) and one_edit_apart(first, second):
        yield 2.0, Reason("id_near")
    else:
        yield -13.0, Reason("id_other")


def _same_number(one: Person, other: Person) -> bool:
    number = (one.citizen_id or "").lstrip("0")
    return bool(number) and number == (other.citizen_id or "").lstrip("0")


def _families(one: Home, other: Home) -> Iterator[Point]:
    """The people beside the heads: shared ones speak for one household, another spouse against it."""
    if not one.members or not other.members:
        return
    shared = _shared(one.members, other.members)
    if shared:
        yield min(10.0, sum(bits for bits, _ in shared)), Reason("people_same", ", ".join(name for _, name in shared))
        return
    mine, theirs = one.spouses, other.spouses
    yield (-7.0, Reason("spouse_other")) if mine and theirs else (-3.0, Reason("people_other"))


def _shared(mine: Sequence[Person], theirs: Sequence[Person]) -> list[tuple[float, str]]:
    found = []
    left = list(theirs)
    for one in mine:
        for other in left:
            name = compare_names(one.parsed, other.parsed)
            births = sum(bits for bits, _ in _births(one, other))
            ids = sum(bits for bits, _ in _ids(one, other, name))
            if name.same and births >= -1.5 and ids >= 0:
                found.append((5.0 if births > 0 or ids > 0 else 3.0, one.name))
                left.remove(other)
                break
    return found


# A couple of which each list names another head


def _couple(one: Home, other: Home) -> list[Point]:
    """One head stands in the other household as the spouse; where each stands in the other's, any relation will do."""
    forth, back = _within(other.head, one.spouses), _within(one.head, other.spouses)
    if not (forth and back):
        wide_forth, wide_back = _within(other.head, one.members), _within(one.head, other.members)
        if wide_forth and wide_back:
            forth, back = wide_forth, wide_back
    if not forth and not back:
        return []
    points: list[Point] = []
    for found, head in ((forth, other.head), (back, one.head)):
        if found:
            points += [(bits, Reason("")) for bits, _ in found]
            points.append((0.0, Reason("spouse_is_head", head.name)))
    for found, spouses in ((forth, one.spouses), (back, other.spouses)):
        if not found and spouses:
            points.append((-8.0, Reason("spouse_other")))
    shared = _shared(one.members, other.members)
    if shared:
        together = ", ".join(name for _, name in shared)
        points.append((min(10.0, sum(bits for bits, _ in shared)), Reason("people_same", together)))
    return points


def _within(head: Person, people: Sequence[Person]) -> list[Point]:
    """The points for a head being one of these people; empty when none can be."""
    found = [list(_person(head, one)) for one in people if compare_names(head.parsed, one.parsed).same]
    best = max(found, key=lambda points: sum(point[0] for point in points), default=[])
    return best if sum(point[0] for point in best) > 0 else []


# What both readings share


def _around(one: Home, other: Home) -> Iterator[Point]:
    if one.village and one.village == other.village:
        yield 3.0, Reason("village_same")
    elif one.commune and other.commune and one.commune != other.commune:
        yield -3.0, Reason("commune_other")
    elif one.village and other.village:
        yield -1.5, Reason("village_other")
    if one.phone and _digits(one.phone) == _digits(other.phone):
        yield 4.0, Reason("phone_same", one.phone)
    if one.bank_account and one.bank_account == other.bank_account:
        yield 6.0, Reason("account_same")


def _digits(phone: str | None) -> str:
    return "".join(one for one in phone or "" if one.isdigit())[-9:]


def same_person(one: Person, other: Person) -> bool:
    """Whether two people of one household are one: the names can be, and neither birth nor number is against."""
    name = compare_names(one.parsed, other.parsed)
    against = min((bits for bits, _ in (*_births(one, other), *_ids(one, other, name))), default=0.0)
    return (name.same and against >= -_STEP) or _same_number(one, other)
