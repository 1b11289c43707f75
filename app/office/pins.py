"""The PINs of the people of one laptop: kept here alone, hashed with Argon2id, slower to guess after each wrong one.

A PIN keeps passers-by from the window; who copies the file is kept from it by other means. A person without a PIN works
as if there were none. After ten wrong ones it is locked until somebody else takes it off (`reset_pin`), or the recovery
code is typed that was shown when it was set.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import re
import secrets
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from argon2 import PasswordHasher
from argon2.exceptions import VerifyMismatchError
from sqlalchemy import Connection

from app.database import FILE_NAME, faults_told
from app.local import Fact, get_fact, set_fact
from app.problems import Problem, Refused, refuse
from app.wording import pins as words
from app.wording.vocabulary import ROLES
from app.workspace import Workspace
from models.vocabulary import Role

#: Wrong PINs until it is locked.
MOST_WRONG = 10
#: Seconds to wait after the n-th wrong PIN in a row; none after the first two.
_WAITS = {3: 5, 4: 15, 5: 30, 6: 60, 7: 120, 8: 300, 9: 600}
_DIGITS = re.compile(r"[0-9]{4,12}")
_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"  # none that look alike
_CODE_LENGTH, _GROUP = 16, 4  # of 32 letters: 80 bits
_RUNS = ("01234567890", "09876543210")
_HASHER = PasswordHasher()


@dataclass(frozen=True)
class PinState:
    """How the PIN of a person stands: wrong ones in a row, seconds to wait before the next, whether it is locked."""

    wrong: int = 0
    wait: int = 0
    locked: bool = False


def pin_state(workspace: Workspace, user_id: str) -> PinState | None:
    """The state of a person's PIN on this laptop; None for somebody without one."""
    with workspace.engine.connect() as connection:
        kept = _kept(connection).get(user_id)
    return None if kept is None else _state(kept, time.time())


def people_with_pin(workspace: Workspace) -> frozenset[str]:
    """The ids of the users who have a PIN on this laptop."""
    with workspace.engine.connect() as connection:
        return frozenset(_kept(connection))


def check_pin(pin: str) -> list[Problem]:
    """4 to 12 digits, and none that everybody tries first (one digit, digits in their order)."""
    if not _DIGITS.fullmatch(pin):
        return [Problem("pin", "pin_unfit")]
    if len(set(pin)) == 1 or any(pin in run for run in _RUNS):
        return [Problem("pin", "pin_easy")]
    return []


def set_pin(workspace: Workspace, pin: str, old: str = "") -> str:
    """Give the signed-in user a PIN, proving the `old` one where there is one; returns the recovery code to print."""
    problems = check_pin(pin)
    if problems:
        raise Refused(problems)
    user = workspace.author.user_id
    if pin_state(workspace, user) is not None:
        prove(workspace, user, old, field="old")
    code = "".join(secrets.choice(_LETTERS) for _ in range(_CODE_LENGTH))
    with _writing(workspace) as pins:
        pins[user] = {"pin": _HASHER.hash(pin), "code": _digest(code)}
    return "-".join(code[place : place + _GROUP] for place in range(0, _CODE_LENGTH, _GROUP))


def drop_pin(workspace: Workspace, old: str) -> None:
    """The signed-in user goes without a PIN from now on, proving the one there is. Raises `Refused`."""
    prove(workspace, workspace.author.user_id, old, field="old")
    with _writing(workspace) as pins:
        pins.pop(workspace.author.user_id, None)


def reset_pin(workspace: Workspace, user_id: str) -> None:
    """Take the PIN of somebody else away: for who forgot it. An officer or a leader may. Raises `Refused`."""
    if user_id == workspace.author.user_id:
        raise refuse("user", "pin_own_reset")
    if Role(workspace.author.role) not in (Role.OFFICER, Role.LEADER):
        raise refuse("", "not_permitted", role=ROLES[workspace.author.role], work=words.TAKE_AWAY)
    with _writing(workspace) as pins:
        pins.pop(user_id, None)


def prove(workspace: Workspace, user_id: str, entry: str, *, field: str = "pin", now: float | None = None) -> bool:
    """Whether the PIN of a person is this one; True when the recovery code was typed, which takes the PIN away.

    Nothing is asked of a person without a PIN. Raises `Refused`: a wrong PIN, one typed too soon, a locked one.
    """
    now = time.time() if now is None else now
    wrong: Problem | None = None
    recovered = False
    with _writing(workspace) as pins:
        kept = pins.get(user_id)
        if kept is None:
            return False
        state = _state(kept, now)
        if hmac.compare_digest(kept["code"], _digest(entry)):
            del pins[user_id]
            recovered = True
        elif state.locked:
            wrong = Problem(field, "pin_locked")
        elif state.wait:
            wrong = Problem(field, "pin_wait", {"time": words.wait_text(state.wait)})
        elif _is_right(kept["pin"], entry.strip()):
            pins[user_id] = {"pin": kept["pin"], "code": kept["code"]}
        else:
            pins[user_id] = kept | {"wrong": state.wrong + 1, "at": now}
            wrong = _told(field, _state(pins[user_id], now))
    if wrong is not None:
        raise Refused([wrong])
    return recovered


def sign_in(workspace: Workspace, user_id: str, entry: str = "") -> None:
    """Another person goes on working here, who proves himself where he has a PIN. Raises `Refused`, `Trouble`."""
    prove(workspace, user_id, entry)
    workspace.sign_in(user_id)


def _told(field: str, state: PinState) -> Problem:
    if state.locked:
        return Problem(field, "pin_locked")
    left = MOST_WRONG - state.wrong
    if state.wait:
        return Problem(field, "pin_wrong_wait", {"time": words.wait_text(state.wait), "left": left})
    return Problem(field, "pin_wrong", {"left": left})


def _state(kept: dict[str, Any], now: float) -> PinState:
    """A clock that was put back makes nobody wait longer than the whole of his time."""
    wrong = int(kept.get("wrong", 0))
    whole = _WAITS.get(wrong, 0)
    left = float(kept.get("at", 0)) + whole - now
    return PinState(wrong, int(min(max(left, 0), whole) + 0.999), wrong >= MOST_WRONG)


def _digest(code: str) -> str:
    """A recovery code is 80 random bits: nobody guesses it, however fast its hash is."""
    return hashlib.sha256(re.sub(r"[\s\-]", "", code).upper().encode()).hexdigest()


def _is_right(kept: str, entry: str) -> bool:
    try:
        return _HASHER.verify(kept, entry)
    except VerifyMismatchError:
        return False


def _kept(connection: Connection) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = json.loads(get_fact(connection, Fact.PINS) or "{}")
    return found


@contextmanager
def _writing(workspace: Workspace) -> Iterator[dict[str, dict[str, Any]]]:
    """The PINs, to be changed within one transaction: two who guess at once count as two."""
    with (
        faults_told(FILE_NAME),
        workspace.engine.connect().execution_options(writing=True) as connection,
        connection.begin(),
    ):
        pins = _kept(connection)
        yield pins
        set_fact(connection, Fact.PINS, json.dumps(pins))
