"""The parts in which support is paid, as dated data of the programme: how much each is and what opens it. Pure.

A rule's value reads "number|share|what opens it": "1|60|" is the first part, 60 percent, open from the decision on;
"2|40|acceptance,paper:stage_minutes" the second. A share is a percentage or a fraction ("1/3"); what opens a part is
`stage:` with a stage, `paper:` with a kind of paper whose day of issue was noted, or `acceptance`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from app.problems import Problem
from app.support.queries import CaseFacts, CaseState, PaymentRow, case_state
from app.wording.funding import missing_text
from app.wording.support import exception_text
from models.vocabulary import ExceptionCase, PaymentKind, Stage

RULE_KEY = "instalment"
ACCEPTANCE = "acceptance"
#: Missing after a clawback: somebody decides anew what the house gets.
DECISION = "decision"


@dataclass(frozen=True)
class Instalment:
    """One part: its number, its share of the approved amount, and what opens it. `last`: nothing comes after it."""

    number: int
    share: Fraction
    opened_by: tuple[str, ...]
    last: bool = False


@dataclass(frozen=True)
class InstalmentState:
    """One part of one house: its amount in đồng and what is missing before it may be paid."""

    number: int
    amount: int
    missing: tuple[str, ...]
    last: bool

    @property
    def open(self) -> bool:
        """Whether nothing is missing."""
        return not self.missing


def read_instalments(values: Sequence[str]) -> tuple[Instalment, ...]:
    """The parts that rules name, in order; a value that cannot be read is left out; the last needs acceptance."""
    found = sorted(filter(None, map(_read, values)), key=lambda one: one.number)
    if not found:
        return ()
    last = found[-1]
    needs = last.opened_by if ACCEPTANCE in last.opened_by else (ACCEPTANCE, *last.opened_by)
    return (*found[:-1], Instalment(last.number, last.share, needs, last=True))


def _read(value: str) -> Instalment | None:
    number, _, rest = value.partition("|")
    share, _, opened = rest.partition("|")
    try:
        part = Fraction(share.strip()) if "/" in share else Fraction(share.strip()) / 100
        return Instalment(int(number), part, tuple(filter(None, (one.strip() for one in opened.split(",")))))
    except (ValueError, ZeroDivisionError):
        return None


def amounts_of(parts: Sequence[Instalment], approved: int) -> dict[int, int]:
    """The amount of each part in đồng; whole, never over the approved amount, the last takes what is left."""
    found, share, given = {}, Fraction(0), 0
    for one in parts:
        share += one.share
        until = approved if one.last else min(int(approved * share), approved)
        found[one.number] = until - given
        given = until
    return found


def instalments_of(facts: CaseFacts, day: str) -> tuple[InstalmentState, ...]:
    """The parts of one house by the programme's rules on a day; none where it has none or nothing was decided."""
    state = case_state(facts)
    return () if state.approved_amount is None else _parts(facts, state, state.approved_amount, day)


def _parts(facts: CaseFacts, state: CaseState, amount: int, day: str) -> tuple[InstalmentState, ...]:
    if facts.programme is None:
        return ()
    parts = read_instalments(facts.programme.values(RULE_KEY, day, state.work_type))
    amounts = amounts_of(parts, amount)
    return tuple(
        InstalmentState(one.number, amounts[one.number], missing_of(one, facts, state), one.last) for one in parts
    )


def _begun_on(facts: CaseFacts, state: CaseState) -> str:
    """The day before which nothing is paid by right: a payment dated earlier follows the rules of that day."""
    decided = state.decision.decided_on if state.decision else facts.registered_on
    return decided or ""


def _expected(facts: CaseFacts, state: CaseState, day: str) -> int | None:
    """What a house gets in all, in đồng: as decided; before a decision as requested, else the programme's norm."""
    if state.approved_amount is not None:
        return state.approved_amount
    norm = facts.programme.norm(facts.category, facts.work_type, day) if facts.programme else None
    return facts.requested_amount or norm


def missing_of(part: Instalment, facts: CaseFacts, state: CaseState) -> tuple[str, ...]:
    """Which of what opens a part has not come yet."""
    return tuple(one for one in part.opened_by if not _has_come(one, facts, state))


def _has_come(opener: str, facts: CaseFacts, state: CaseState) -> bool:
    kind, _, name = opener.partition(":")
    if kind == "stage":
        return name in {one.value for one in _reached(state)}
    if kind == "paper":
        return name in facts.signed_papers
    return opener == ACCEPTANCE and state.acceptance is not None


def _reached(state: CaseState) -> set[Stage]:
    """The stages done: a later one, and an acceptance, says that those before it are."""
    if state.acceptance is not None:
        return set(Stage)
    done = [list(Stage).index(one) for one in state.stages]
    return set(list(Stage)[: max(done) + 1]) if done else set()


def touched(parts: Sequence[InstalmentState], paid: int, amount: int) -> tuple[InstalmentState, ...]:
    """The parts that money reaches into, after `paid` was paid before it: what counts is the sum, not the label."""
    found, begins = [], 0
    for one in parts:
        ends = begins + one.amount
        if amount > 0 and paid + amount > begins and (paid < ends or one.last):
            found.append(one)
        begins = ends
    return tuple(found)


def check_instalments(
    facts: CaseFacts, amount: int, day: str, instalment: int | None = None, reason: str | None = None
) -> list[Problem]:
    """Money goes only into parts that are open; without what opens one a written reason is needed, and kept.

    The last part is never paid before the acceptance. A programme without such rules asks a reason for the payment
    that completes the approved amount before the acceptance. Who pays before the decision is written down is asked the
    same of the amount that is to be decided: the order of the two changes nothing.
    """
    state = case_state(facts)
    about: dict[str, object] = {"names": facts.head_name}
    day = max(day, _begun_on(facts, state))
    expected = _expected(facts, state, day)
    parts = () if expected is None else _parts(facts, state, expected, day)
    if not parts:
        completes = expected is not None and state.paid_amount + amount >= expected
        if completes and state.acceptance is None and not reason:
            return [Problem("reason", "last_before_acceptance", about)]
        return []
    found = []
    reached = touched(parts, state.paid_amount, amount)
    for one in parts:
        if not one.missing or (one not in reached and one.number != instalment):
            continue
        told = about | {"instalment": str(one.number), "missing": missing_text(one.missing)}
        if one.last and ACCEPTANCE in one.missing:
            found.append(Problem("instalment", "last_never_before_acceptance", told))
        else:
            found.append(Problem("reason", "instalment_not_open", told, warning=bool(reason)))
    return found


#: Exceptions after which money waits for the acceptance: built before it was approved (X9), did not pass (X11).
_HOLDING = (ExceptionCase.SELF_BUILT, ExceptionCase.NOT_PASSED)


def holding(state: CaseState) -> ExceptionCase | None:
    """The exception that holds a house's money until it is accepted; None when nothing does."""
    held = [one for one in _HOLDING if any(note.kind == one.value for note in state.notes)]
    return held[-1] if held and state.acceptance is None else None


def taken_from(facts: CaseFacts, state: CaseState) -> PaymentRow | None:
    """The newest clawback (X13) that stands and after which nobody decided anew: what came back is not due again."""
    reversed_ids = {one.reverses_id for one in facts.payments}
    decided = state.decision.id if state.decision else ""
    standing = [
        one
        for one in facts.payments
        if one.kind == PaymentKind.CLAWBACK
        and one.reverses_id is None
        and one.id not in reversed_ids
        and one.id > decided  # a UUIDv7 begins with the clock
    ]
    return max(standing, key=lambda one: one.id, default=None)


def check_held(facts: CaseFacts, state: CaseState, reason: str | None = None) -> list[Problem]:
    """Money held until the acceptance, or taken back by a decision, is paid only for a written reason."""
    found = []
    about: dict[str, object] = {"names": facts.head_name}
    held, taken = holding(state), taken_from(facts, state)
    if held is not None:
        found.append(Problem("reason", "money_held", about | {"kind": exception_text(held)}, warning=bool(reason)))
    if taken is not None:
        told = about | {"number": taken.decision_number or "…"}
        found.append(Problem("reason", "money_clawed_back", told, warning=bool(reason)))
    return found
