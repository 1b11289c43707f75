"""The map of offices: who stands above whom, who sees and writes which streams, whose word counts."""

from __future__ import annotations

from itertools import permutations

import pytest

from app.journal.offices import OfficeEntry, OfficeMap
from models.vocabulary import Level, Owner

P, D, A, B = "11", "11.094", "03151", "03160"
ENTRIES = [
    OfficeEntry(P, Level.UPPER, None),
    OfficeEntry(D, Level.UPPER, P),
    OfficeEntry(A, Level.COMMUNE, D, (A,)),
    OfficeEntry(B, Level.COMMUNE, D, (B,)),
]
MAP = OfficeMap(ENTRIES)


def test_an_office_sees_its_own_streams_those_sent_down_to_it_and_all_below() -> None:
    assert MAP.visible(A) == {A, f"{D}/down", f"{P}/down"}
    assert MAP.visible(D) == {f"{D}/down", f"{D}/own", f"{P}/down", A, B}
    assert MAP.visible(P) == {f"{P}/down", f"{P}/own", f"{D}/down", f"{D}/own", A, B}


def test_a_package_carries_what_both_may_see() -> None:
    assert MAP.carried(D, A) == MAP.carried(A, D) == {A, f"{D}/down", f"{P}/down"}
    assert MAP.carried(D, P) == {f"{P}/down", f"{D}/down", f"{D}/own", A, B}
    assert MAP.carried(A, B) == {f"{D}/down", f"{P}/down"}, "never another commune's"


def test_a_superior_known_by_name_only_is_an_upper_office() -> None:
    known = OfficeMap(ENTRIES[2:3])
    assert list(known.above(A)) == [D]
    assert known.carried(A, D) == {A, f"{D}/down"}


def test_a_communes_stream_is_written_by_it_and_those_above_others_by_their_office_only() -> None:
    assert [code for code in (P, D, A, B) if MAP.may_write(code, A)] == [P, D, A]
    for stream in (f"{D}/down", f"{D}/own"):
        assert [code for code in (P, D, A, B) if MAP.may_write(code, stream)] == [D]


def test_whose_word_counts() -> None:
    def owners(owner: Owner) -> list[str]:
        return [code for code in (P, D, A, B) if MAP.owns(owner, code, A, [B])]

    assert owners(Owner.HOLDER) == [A]
    assert owners(Owner.UPPER) == [P, D]
    assert owners(Owner.AUTHOR) == [B]


@pytest.mark.parametrize("order", list(permutations(range(4))))
def test_the_last_successor_holds_a_stream_in_whatever_order_the_offices_are_read(order: tuple[int, ...]) -> None:
    merged = [
        ENTRIES[1],
        ENTRIES[3],
        OfficeEntry(A, Level.COMMUNE, D, (A, B)),
        OfficeEntry("03199", Level.COMMUNE, D, ("03199", A, B)),
    ]
    offices = OfficeMap(merged[one] for one in order)
    assert offices.holder(A) == offices.holder(B) == "03199"
    assert offices.inherited() == {A: "03199", B: "03199"}
    for stream in (A, B):
        assert offices.may_write("03199", stream)
        assert offices.owns(Owner.HOLDER, "03199", stream, [])
        assert offices.owns(Owner.HOLDER, stream, stream, []), "what the predecessor wrote stays an owner's word"
    assert offices.visible("03199") == {"03199", A, B, f"{D}/down"} | ({f"{P}/down"} if P in offices.entries else set())


def test_a_circle_of_superiors_ends() -> None:
    circle = OfficeMap([OfficeEntry("1", Level.UPPER, "2"), OfficeEntry("2", Level.UPPER, "1")])
    assert list(circle.above("1")) == ["2"]
    assert circle.below("1") == ["2"]
    assert circle.visible("1") >= {"1/down", "2/down"}
