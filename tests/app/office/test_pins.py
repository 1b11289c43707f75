"""PINs of the people of one laptop."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from argon2 import PasswordHasher

from app.local import Fact, get_fact
from app.office import pins
from app.office.drafts import UserDraft
from app.office.people import save_users
from app.office.queries import user_drafts
from app.problems import Refused
from app.wording.messages import problem_text
from app.workspace import Workspace
from models.vocabulary import Role

pytestmark = pytest.mark.usefixtures("quick_pins")


def add_leader(workspace: Workspace) -> str:
    with workspace.read() as session:
        people = user_drafts(session)
    save_users(workspace, [*people, UserDraft("Lò Văn Sơn", "Chủ tịch", Role.LEADER)])
    with workspace.read() as session:
        return next(one.id for one in user_drafts(session) if one.name == "Lò Văn Sơn" and one.id)


def refused(workspace: Workspace, user: str, entry: str, now: float) -> str:
    with pytest.raises(Refused) as told:
        pins.prove(workspace, user, entry, now=now)
    return problem_text(told.value.problems[0])


def test_a_pin_is_kept_as_an_argon2id_hash_with_a_salt_of_its_own(commune: Workspace) -> None:
    assert pins.pin_state(commune, commune.author.user_id) is None
    pins.set_pin(commune, "2580")
    with commune.engine.connect() as connection:
        kept = json.loads(get_fact(connection, Fact.PINS) or "{}")[commune.author.user_id]
    assert kept["pin"].startswith("$argon2id$")
    assert PasswordHasher().memory_cost >= 64 * 1024
    assert "2580" not in json.dumps(kept)
    pins.set_pin(commune, "2580", old="2580")
    with commune.engine.connect() as connection:
        assert json.loads(get_fact(connection, Fact.PINS) or "{}")[commune.author.user_id]["pin"] != kept["pin"]
    with commune.read() as session:
        assert not session.connection().exec_driver_sql("SELECT 1 FROM operation WHERE body LIKE '%argon2%'").all()


@pytest.mark.parametrize("pin", ["", "123", "12a4", "1234567890123", "٢٥٨٠"])
def test_a_pin_is_four_to_twelve_digits(commune: Workspace, pin: str) -> None:
    with pytest.raises(Refused, match="pin_unfit"):
        pins.set_pin(commune, pin)


@pytest.mark.parametrize("pin", ["0000", "1234", "987654"])
def test_a_pin_that_everybody_tries_is_refused(commune: Workspace, pin: str) -> None:
    with pytest.raises(Refused, match="pin_easy"):
        pins.set_pin(commune, pin)


def test_wrong_pins_make_the_next_wait_longer_and_ten_lock_it(commune: Workspace) -> None:
    user = commune.author.user_id
    code = pins.set_pin(commune, "2580")
    now = 1_000_000.0
    waits = []
    for count in range(1, 10):
        said = refused(commune, user, "2581", now)
        assert "PIN không đúng" in said
        state = pins._state(_kept(commune, user), now)
        waits.append(state.wait)
        if state.wait:
            assert "Chờ" in refused(commune, user, "2580", now + state.wait - 1)
            assert pins._state(_kept(commune, user), now).wrong == count
        now += state.wait
    assert waits == [0, 0, 5, 15, 30, 60, 120, 300, 600]
    assert "khóa vì sai 10 lần" in refused(commune, user, "2581", now)
    assert "mã khôi phục" in refused(commune, user, "2580", now + 10_000)
    assert pins.prove(commune, user, code.lower().replace("-", " "), now=now + 10_001)
    assert pins.pin_state(commune, user) is None


def _kept(workspace: Workspace, user: str) -> dict[str, object]:
    with workspace.engine.connect() as connection:
        return dict(json.loads(get_fact(connection, Fact.PINS) or "{}")[user])


def test_a_right_pin_forgets_the_wrong_ones(commune: Workspace) -> None:
    user = commune.author.user_id
    pins.set_pin(commune, "2580")
    refused(commune, user, "1111", 5.0)
    assert pins.prove(commune, user, "2580", now=6.0) is False
    assert pins.pin_state(commune, user) == pins.PinState()


def test_a_clock_put_back_makes_nobody_wait_longer_than_he_had_to(commune: Workspace) -> None:
    user = commune.author.user_id
    pins.set_pin(commune, "2580")
    for _ in range(3):
        refused(commune, user, "1111", 9_000_000.0)
    assert pins._state(_kept(commune, user), 1.0).wait == 5


def test_somebody_else_takes_a_forgotten_pin_away_and_an_accountant_may_not(commune: Workspace) -> None:
    officer, leader = commune.author.user_id, add_leader(commune)
    pins.set_pin(commune, "2580")
    with pytest.raises(Refused, match="pin_own_reset"):
        pins.reset_pin(commune, officer)
    pins.sign_in(commune, leader)
    pins.reset_pin(commune, officer)
    assert pins.pin_state(commune, officer) is None
    pins.sign_in(commune, officer)
    with commune.read() as session:
        people = user_drafts(session)
    as_accountant = [replace(one, role=Role.ACCOUNTANT) if one.id == leader else one for one in people]
    save_users(commune, as_accountant)
    pins.set_pin(commune, "2580")
    pins.sign_in(commune, leader)
    with pytest.raises(Refused, match="not_permitted"):
        pins.reset_pin(commune, officer)


def test_who_has_a_pin_signs_in_with_it_only(commune: Workspace) -> None:
    officer, leader = commune.author.user_id, add_leader(commune)
    pins.set_pin(commune, "2580")
    pins.sign_in(commune, leader)
    with pytest.raises(Refused, match="pin_wrong"):
        pins.sign_in(commune, officer, "2581")
    assert commune.author.user_id == leader
    pins.sign_in(commune, officer, "2580")
    assert commune.author.user_id == officer
    assert pins.people_with_pin(commune) == {officer}


def test_a_pin_is_changed_or_dropped_only_by_who_knows_it(commune: Workspace) -> None:
    pins.set_pin(commune, "2580")
    for attempt in (lambda: pins.set_pin(commune, "1357", old="9999"), lambda: pins.drop_pin(commune, "9999")):
        with pytest.raises(Refused, match="old: pin_wrong"):
            attempt()
    pins.set_pin(commune, "1357", old="2580")
    pins.drop_pin(commune, "1357")
    assert pins.pin_state(commune, commune.author.user_id) is None
