"""Which households are taken for one, and which are not."""

from __future__ import annotations

from typing import Any

import pytest

from app.duplicates.homes import Home, Person
from app.duplicates.scoring import compare


def home(name: str, *members: Person, village: str = "Hua Nạng", **given: Any) -> Home:
    """A household of one commune."""
    own = {one: given.pop(one) for one in ("gender", "birth", "citizen_id") if one in given}
    return Home(name, Person(name, **own), members, village=village, commune="03151", **given)


WIFE = Person("Quàng Thị Ín", "Vợ", birth="1965")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (home("Lò Văn Pâng", birth="1962"), home("Pâng Lò Văn", birth="1962")),
        (home("Lò Văn Pâng", birth="1962"), home("LO VAN PANG", birth="1962-05-03")),
        (home("Nguyễn Thị Hoà", birth="1962"), home("Nguyễn Thị Hòa", birth="1962")),
        (home("Nguyễn Văn Dũng", birth="1962"), home("Nguyển Văn Dủng", birth="1962")),
        (home("Lý Thị Mỹ", birth="1970"), home("Lí Thị Mĩ", birth="1970")),
        (home("H'Bia Niê", birth="1970"), home("H’Bia Niê", birth="1970")),
        (home("Giàng A Páo", birth="1970"), home("Giàng Páo", birth="1970")),
        (home("Lò Văn Pâng", WIFE, birth="1962"), home("Quàng Thị Ín", Person("Lò Văn Pâng", "Chồng"))),
        (home("Lò Văn Pâng", WIFE, birth="1962"), home("Quàng Thị Ín", birth="1965")),
        (home("Lò Văn Pâng", birth="1962-03-05"), home("Lò Văn Pâng", birth="1962-03-05", village="Chi Luông")),
        (home("Lò Văn Pâng", WIFE, birth="1962"), home("Lò Văn Pâng", WIFE, birth="1962", village="Chi Luông")),
        (home("Lò Văn Pâng", citizen_id="011062001234"), home("Lò Văn Pân", citizen_id="11062001234")),
    ],
)
def test_one_household_written_twice_is_proposed(one: Home, other: Home) -> None:
    assert compare(one, other).proposed
    assert compare(other, one).bits == compare(one, other).bits


TWIN = {"birth": "1990-03-05", "phone": "0912345678"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (home("Nguyễn Văn Hùng", **TWIN), home("Nguyễn Văn Hưng", **TWIN)),
        (home("Nguyễn Thị Lan", **TWIN), home("Nguyễn Thị Loan", **TWIN)),
        (home("Lò Văn Pâng", birth="1960"), home("Lò Văn Pâng", birth="1985")),
        (home("Lò Văn Pâng", birth="1960"), home("Lò Văn Pâng", birth="1960", village="Chi Luông")),
        (
            home("Lò Văn Pâng", birth="1960", citizen_id="011060001234"),
            home("Lò Văn Pâng", birth="1960", citizen_id="011060777888"),
        ),
        (home("Lò Văn Pâng", WIFE, birth="1962"), home("Lò Văn Pâng", Person("Cà Thị Mai", "Vợ"), birth="1962")),
        (home("Lò Văn Pâng", Person("Lò Văn Xôm", "Con", birth="1990")), home("Lò Văn Xôm", birth="1990")),
        (home("Nguyễn Văn Thanh", birth="1960"), home("Nguyễn Thanh Văn", birth="1960")),
    ],
)
def test_two_households_that_look_alike_are_not(one: Home, other: Home) -> None:
    assert not compare(one, other).proposed
    assert not compare(other, one).proposed


def test_the_reasons_name_what_speaks_for_and_against_strongest_first() -> None:
    one, other = home("Lò Văn Pâng", birth="1962-03-05"), home("Lo Van Pang", birth="1962-03-05", village="Chi Luông")
    found = compare(one, other)
    assert [each.code for each in found.reasons] == ["day_same", "name_accents", "village_other"]
    assert 80 <= found.score <= 99
