"""What donors, pledges, sponsorships, drives and remittances must satisfy: pure functions. No rule makes a debtor."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from app.documents.words import date_text, money_text
from app.funding.queries import MONEY_KINDS
from app.giving.drafts import (
    CollectionDraft,
    DonorDraft,
    DriveDraft,
    GiftDraft,
    PersonDraft,
    PledgeDraft,
    RemittanceDraft,
    SponsorshipDraft,
    TakenBackDraft,
    VisitDraft,
)
from app.giving.facts import DriveFigures, DriveRow, GiftRow, RemittanceRow
from app.problems import Problem
from app.wording.giving import EMPLOYED_DAYS
from models.vietnamese import fold
from models.vocabulary import ContributionKind, PledgeState

#: Days of work a month where a drive does not say how many.
USUAL_DIVISOR = 22
GOODS = ContributionKind.GOODS.value
_WORK = frozenset({ContributionKind.LABOUR, ContributionKind.TRANSPORT, ContributionKind.FOUNDATION})


def day_pay(base: int, divisor: int, rounding: int | None = None) -> int:
    """A day's pay in đồng: a month's base by the drive's days, half rounded up to `rounding` đồng (none: 1)."""
    step = divisor * (rounding or 1)
    return (2 * base + step) // (2 * step) * (rounding or 1)


def drive_pay(drive: DriveRow) -> Callable[[int], int]:
    """A day's pay of a month's base by a drive's rule; a drive without a divisor counts 22 days."""
    return lambda base: day_pay(base, drive.divisor or USUAL_DIVISOR, drive.rounding)


@dataclass(frozen=True)
class Kept:
    """What came of a promise: đồng, a quantity, and how many lines still stand."""

    amount: int = 0
    quantity: Decimal = Decimal(0)
    lines: int = 0


def kept_of(pledge: PledgeDraft, gifts: Sequence[GiftRow]) -> Kept:
    """What the lines that name a pledge make of it: money by đồng, goods of its unit, work by days."""
    taken_back = {one.reverses_id for one in gifts}
    standing = [one for one in gifts if one.reverses_id is None and one.id not in taken_back]
    if pledge.kind in MONEY_KINDS:
        return Kept(sum(one.money for one in gifts), Decimal(0), len(standing))
    fitting = [one for one in gifts if one.kind == pledge.kind]
    if pledge.kind == GOODS:
        fitting = [one for one in fitting if not pledge.unit or fold(one.unit or "") == fold(pledge.unit)]
        quantity = sum((one.pieces for one in fitting), Decimal(0))
    else:
        quantity = sum((one.days for one in fitting), Decimal(0))
    return Kept(sum(one.amount for one in fitting), quantity, len(standing))


def pledge_state(pledge: PledgeDraft, kept: Kept, withdrawn_on: str | None = None) -> PledgeState:
    """How far a promise was kept; one without a figure is kept by any line."""
    if withdrawn_on:
        return PledgeState.WITHDRAWN
    if pledge.quantity and pledge.kind not in MONEY_KINDS:
        done, part = kept.quantity >= Decimal(pledge.quantity), kept.quantity > 0
    elif pledge.amount:
        done, part = kept.amount >= pledge.amount, kept.amount > 0
    else:
        done = part = kept.lines > 0
    if done:
        return PledgeState.KEPT
    return PledgeState.PARTLY_KEPT if part else PledgeState.OPEN


def is_late(due_on: str | None, state: PledgeState, day: str) -> bool:
    """Whether the promised day is over and something is still to come."""
    return bool(due_on) and str(due_on) < day and state in (PledgeState.OPEN, PledgeState.PARTLY_KEPT)


# What forms hand in


def check_donor(draft: DonorDraft, names: Collection[str]) -> list[Problem]:
    """A name; a second donor of the same name only warns."""
    if not draft.name:
        return [Problem("name", "donor_name_missing")]
    if fold(draft.name) in names:
        return [Problem("name", "donor_named_twice", {"name": draft.name}, warning=True)]
    return []


def check_pledge(draft: PledgeDraft) -> list[Problem]:
    """Who promises, and what: an amount of money, or goods by name; the promised day not before the promise."""
    found = []
    if not draft.donor_name and draft.donor_id is None:
        found.append(Problem("donor_name", "donor_name_missing"))
    found += _check_what(draft.kind, draft.amount, draft.item, draft.quantity)
    if draft.pledged_on and draft.due_on and draft.due_on < draft.pledged_on:
        found.append(Problem("due_on", "due_before_pledge"))
    return found


def _check_what(kind: str, amount: int | None, item: str | None, quantity: str | None) -> list[Problem]:
    """Money has an amount, goods a name and a quantity; what is given over nothing."""
    found = []
    if kind in MONEY_KINDS and amount is None:
        found.append(Problem("amount", "amount_missing"))
    if amount is not None and amount <= 0:
        found.append(Problem("amount", "amount_not_positive"))
    if kind == GOODS and not item:
        found.append(Problem("item", "things_unnamed"))
    if kind == GOODS and not quantity and amount is None:
        found.append(Problem("quantity", "things_uncounted"))
    if quantity and Decimal(quantity) <= 0:
        found.append(Problem("quantity", "quantity_not_positive"))
    return found


def check_gift(draft: GiftDraft, day: str) -> list[Problem]:
    """A line of the book of gifts: what, when, from whom, and where it goes."""
    found = _check_what(draft.kind, draft.amount, draft.item, draft.quantity)
    if draft.kind in _WORK and not draft.quantity and draft.amount is None:
        found.append(Problem("quantity", "days_missing"))
    if not draft.given_on:
        found.append(Problem("given_on", "day_missing"))
    elif draft.given_on > day:
        found.append(Problem("given_on", "event_ahead", warning=True))
    if not (draft.donor_id or draft.donor_name or draft.person_id):
        found.append(Problem("donor_name", "gift_unnamed", warning=True))
    if not (draft.source_id or draft.case_id or draft.drive_id):
        found.append(Problem("target", "gift_without_target"))
    return found


def check_sponsorship(draft: SponsorshipDraft) -> list[Problem]:
    """A helper and a household; the end not before the beginning."""
    found = []
    if not draft.helper:
        found.append(Problem("helper", "helper_missing"))
    if not draft.household_id:
        found.append(Problem("household_id", "sponsored_household_missing"))
    return found + _check_period(draft.from_on, draft.to_on, "to_on")


def check_visit(draft: VisitDraft, day: str) -> list[Problem]:
    """A day that is not ahead."""
    if not draft.visited_on:
        return [Problem("visited_on", "day_missing")]
    if draft.visited_on > day:
        return [Problem("visited_on", "event_ahead", warning=True)]
    return []


def check_drive(draft: DriveDraft) -> list[Problem]:
    """A name, days in their order, and a divisor that a month can have."""
    found = []
    if not draft.name:
        found.append(Problem("name", "drive_name_missing"))
    found += _check_period(draft.starts_on, draft.ends_on, "ends_on")
    if draft.report_on and draft.ends_on and draft.report_on < draft.ends_on:
        found.append(Problem("report_on", "report_before_end", {"day": _day(draft.ends_on)}, warning=True))
    if draft.divisor is not None and not 1 <= draft.divisor <= 31:
        found.append(Problem("divisor", "divisor_unfit", {"usual": EMPLOYED_DAYS}))
    if draft.rounding is not None and draft.rounding < 1:
        found.append(Problem("rounding", "rounding_unfit"))
    return found


def check_drive_source(draft: DriveDraft, standing: DriveFigures | None) -> list[Problem]:
    """A drive keeps its source once it has lines: what was sent on counts in the source of its drive."""
    has_lines = standing is not None and bool(standing.gifts or standing.remittances)
    if standing is None or not has_lines or draft.source_id in (None, standing.drive.source_id):
        return []
    return [Problem("source_id", "drive_source_fixed", {"name": standing.drive.name})]


def _check_period(start: str | None, end: str | None, field: str) -> list[Problem]:
    wrong = start and end and end < start
    return [Problem(field, "end_before_start", {"day": _day(start)})] if wrong else []


def _day(text: str | None) -> str:
    return date_text(date.fromisoformat(text)) if text else ""


def check_people(drafts: Sequence[PersonDraft], names: Collection[tuple[str, str]]) -> list[Problem]:
    """Each with a name; the same name twice in one department warns. `names` are folded name and department here."""
    found = []
    seen = set(names)
    for one in drafts:
        if not one.name:
            found.append(Problem("name", "drive_person_unnamed"))
        if one.expected is not None and one.expected <= 0:
            found.append(Problem("expected", "amount_not_positive"))
        key = person_key(one.name, one.department)
        if one.id is None and one.name and key in seen:
            values = {"name": one.name, "department": one.department or ""}
            found.append(Problem("name", "drive_person_twice", values, warning=True))
        seen.add(key)
    return found


def person_key(name: str, department: str | None) -> tuple[str, str]:
    """What a person of a drive is known by."""
    return fold(name), fold(department or "")


def check_collection(draft: CollectionDraft, figures: DriveFigures, day: str) -> list[Problem]:
    """People of this drive, an amount over nothing each, a day; who gave before is named, and may give again."""
    people = {one.id: one for one in figures.people}
    found = []
    if not draft.amounts:
        found.append(Problem("", "nobody_chosen"))
    if any(amount <= 0 for _, amount in draft.amounts):
        found.append(Problem("amount", "amount_not_positive"))
    if any(one not in people for one, _ in draft.amounts):
        found.append(Problem("", "person_not_in_drive"))
    if not draft.given_on:
        found.append(Problem("given_on", "day_missing"))
    elif draft.given_on > day:
        found.append(Problem("given_on", "event_ahead", warning=True))
    again = [people[one].name for one, _ in draft.amounts if one in people and people[one].gave]
    found += [Problem("", "gave_before", {"names": name}, warning=True) for name in again]
    return found


def check_remittance(draft: RemittanceDraft, figures: DriveFigures, day: str) -> list[Problem]:
    """An amount over nothing and never above what is in hand, and a day."""
    found = []
    if draft.amount <= 0:
        found.append(Problem("amount", "amount_not_positive"))
    elif draft.amount > figures.in_hand:
        told = {"amount": money_text(draft.amount), "left": money_text(max(figures.in_hand, 0))}
        found.append(Problem("amount", "remitted_over_collected", told))
    if not draft.remitted_on:
        found.append(Problem("remitted_on", "day_missing"))
    elif draft.remitted_on > day:
        found.append(Problem("remitted_on", "event_ahead", warning=True))
    if not (draft.fund or figures.drive.fund):
        found.append(Problem("fund", "fund_missing"))
    if not draft.voucher:
        found.append(Problem("voucher", "remittance_voucher_missing", warning=True))
    return found


def check_taken_back(draft: TakenBackDraft, lines: Sequence[RemittanceRow], day: str) -> list[Problem]:
    """A remittance that stands is taken back once, with a day and a reason."""
    found = []
    if not draft.reason:
        found.append(Problem("reason", "reason_missing"))
    if not draft.reversed_on:
        found.append(Problem("reversed_on", "day_missing"))
    elif draft.reversed_on > day:
        found.append(Problem("reversed_on", "event_ahead", warning=True))
    taken_back = {one.reverses_id for one in lines}
    wanted = next((one for one in lines if one.id == draft.remittance_id), None)
    if wanted is None or wanted.id in taken_back or wanted.reverses_id is not None:
        found.append(Problem("", "remittance_not_standing"))
    return found
