"""What a form, a command or a row of a list hands in about support. Text is cleaned and NFC here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from models.vocabulary import ExceptionCase


@dataclass(frozen=True)
class CaseDraft:
    """A household's request in a programme (None: the office's first). Amount in đồng.

    `case_id` and `version` are those of the case that was opened; without them the household's case in the programme
    is changed, or made. One made from a list of what was done `before_program` has no day of its request.
    """

    household_id: str
    programme_id: str | None = None
    work_type: str | None = None
    requested_amount: int | None = None
    registered_on: str | None = None
    build_mode: str | None = None
    house_name: str | None = None
    note: str | None = None
    case_id: str | None = None
    version: int | None = None
    before_program: bool = False


@dataclass(frozen=True)
class DecisionDraft:
    """One decision paper over many houses. `amount` in đồng is for each; None: what each requested, else the norm
    (`by_norm`: the norm also where something else was requested).

    Houses are named by case; a household of `household_ids` without a case in the programme gets one.
    `replaces` names by case the decision that is corrected, `note` says why.
    """

    number: str
    decided_on: str
    case_ids: tuple[str, ...] = ()
    household_ids: tuple[str, ...] = ()
    programme_id: str | None = None
    amount: int | None = None
    by_norm: bool = False
    work_type: str | None = None
    signer: str | None = None
    source_code: str | None = None
    note: str | None = None
    replaces: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True)
class ExceptionDraft:
    """A case leaves the ordinary road or comes back to it; or one of the other exceptions of domain 6.3 is recorded.

    `review_on` is when a paused house is looked at again, or by when one that did not pass is put right (X11).
    `work_type`, `amount` in đồng and `source_code` are what a decision of `happened_on` changes them to (X7, X8);
    `new_head` is the successor of the head (X5), `receiver` the unit that takes a household over that moves away (X6).
    """

    case_id: str
    kind: ExceptionCase
    happened_on: str
    reason: str
    decision_number: str | None = None
    review_on: str | None = None
    work_type: str | None = None
    amount: int | None = None
    source_code: str | None = None
    new_head: str | None = None
    receiver: str | None = None
