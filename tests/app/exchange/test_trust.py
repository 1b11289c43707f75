"""Whom an office believes, by what it and the offices above said: pure, whatever the order of the words."""

from __future__ import annotations

from itertools import permutations

import pytest

from app.exchange.trust import Sender, Statement, Trust
from app.journal.offices import OfficeEntry, OfficeMap
from models.vocabulary import Level, TrustState

OFFICES = OfficeMap(
    [
        OfficeEntry("10", Level.UPPER, None),
        OfficeEntry("11", Level.UPPER, "10"),
        OfficeEntry("03151", Level.COMMUNE, "11"),
        OfficeEntry("03127", Level.COMMUNE, "11"),
    ]
)
UPPER = Sender("may-so", "11", key="K1")
COMMUNE = Sender("may-xa", "03151", key="K2")
OWN = Sender("may-nay", "03151", key="K0")


def said(
    by: str, laptop: Sender, state: TrustState = TrustState.CONFIRMED, *, name: str = "", replaces: str | None = None
) -> Statement:
    return Statement(name or f"{by}-{laptop.device}-{state}", by, laptop, state, replaces=replaces)


def trust(*statements: Statement, office: str = "03151", noted: tuple[Sender, ...] = ()) -> Trust:
    return Trust(office, OFFICES, OWN.device, OWN.key, statements, {one.device: one for one in noted})


def test_an_open_office_takes_whoever_comes_and_a_paired_one_only_whom_it_knows() -> None:
    other = Sender("may-khac", "11", key="K9")
    assert trust().verdict(other) == ""
    paired = trust(said("03151", UPPER))
    assert (paired.paired, paired.verdict(UPPER), paired.verdict(other)) == (True, "", "laptop_unknown")


def test_packages_without_a_signature_come_in_only_while_nothing_better_is_known() -> None:
    bare = Sender("may-so", "11")
    assert trust().verdict(bare) == ""
    assert trust(noted=(bare,)).verdict(bare) == ""
    assert trust(noted=(UPPER,)).verdict(bare) == "laptop_unsigned"
    assert trust(said("03151", UPPER)).verdict(bare) == "laptop_unsigned"
    assert trust(said("03151", UPPER)).verdict(Sender("may-khac", "11")) == "laptop_unsigned"


def test_another_key_than_the_one_known_is_held_in_an_open_office_too() -> None:
    swapped = Sender("may-so", "11", key="K8")
    assert trust(noted=(UPPER,)).verdict(swapped) == "laptop_key_changed"
    assert trust(noted=(UPPER,)).verdict(UPPER) == ""
    assert trust(noted=(Sender("may-so", "11"),)).verdict(swapped) == "", "it bore none before 0.3.0"
    assert trust(said("03151", UPPER)).verdict(swapped) == "laptop_key_changed"
    assert trust().verdict(Sender(OWN.device, "03151", key="K8")) == "laptop_key_changed"
    assert trust(said("03151", UPPER)).verdict(OWN) == "", "this laptop believes itself"


def test_a_key_is_believed_for_the_office_it_was_compared_for() -> None:
    elsewhere = Sender(COMMUNE.device, "03127", key=COMMUNE.key)
    known = trust(said("11", COMMUNE), office="11")
    assert (known.verdict(COMMUNE), known.verdict(elsewhere)) == ("", "laptop_unknown")


def test_offices_above_certify_and_those_below_or_beside_do_not() -> None:
    new = Sender("may-so-moi", "11", key="K7")
    pairing = said("03151", UPPER)
    assert trust(pairing, said("11", new)).verdict(new) == ""
    assert trust(pairing, said("10", new)).verdict(new) == ""
    assert trust(pairing, said("03127", new)).verdict(new) == "laptop_unknown"
    assert trust(said("11", COMMUNE), said("03127", new), office="11").verdict(new) == "laptop_unknown"
    assert not trust(said("11", new)).paired, "an office is paired by its own word only"


@pytest.mark.parametrize("by", ["03151", "11", "10"])
def test_a_laptop_retired_here_or_above_is_not_heard(by: str) -> None:
    words = (said("03151", UPPER), said(by, UPPER, TrustState.RETIRED))
    assert trust(*words).verdict(UPPER) == "laptop_retired"
    assert trust(words[1]).verdict(UPPER) == "laptop_retired", "in an open office too"


def test_its_own_office_retires_a_laptop_for_those_above_and_nobody_beside_does() -> None:
    confirmed = said("11", COMMUNE)
    assert trust(confirmed, said("03151", COMMUNE, TrustState.RETIRED), office="11").verdict(COMMUNE)
    assert not trust(confirmed, said("03127", COMMUNE, TrustState.RETIRED), office="11").verdict(COMMUNE)
    claims = Sender(COMMUNE.device, "03127", key=COMMUNE.key)
    stolen = trust(said("03151", COMMUNE, TrustState.RETIRED), office="11", noted=(COMMUNE,))
    assert stolen.verdict(claims) == "laptop_retired", "whatever office it says it is of"


def test_the_last_word_is_the_one_that_names_the_word_before_in_any_order() -> None:
    first = said("03151", UPPER, name="1")
    gone = said("03151", UPPER, TrustState.RETIRED, name="2", replaces="1")
    again = said("03151", UPPER, name="3", replaces="2")
    for words in permutations((first, gone)):
        assert trust(*words).verdict(UPPER) == "laptop_retired"
    for words in permutations((first, gone, again)):
        assert trust(*words).verdict(UPPER) == ""
    other_laptop = said("03151", UPPER, TrustState.RETIRED, name="4", replaces="1")
    assert trust(first, gone, again, other_laptop).verdict(UPPER) == "laptop_retired", "somebody else said so as well"
    assert trust(first, said("11", UPPER, TrustState.RETIRED, name="5", replaces="1")).verdict(UPPER)


def test_who_has_paired_once_stays_paired() -> None:
    gone = said("03151", UPPER, TrustState.RETIRED, name="2", replaces="1")
    assert trust(said("03151", UPPER, name="1"), gone).paired
