"""What is known of a case, as frozen rows: the case itself and its append-only rows, oldest id first.

Rows `before_program` were taken over from a list ("Số liệu đầu kỳ"): no paper of theirs is here, days may be unknown.
"""

from __future__ import annotations

from dataclasses import dataclass

from app.support.programmes import ProgrammeRules
from models.vocabulary import SourceKind

#: What a house is built with and is no aid: the household's own money and what it borrows from the policy bank.
NOT_AID = frozenset({SourceKind.HOUSEHOLD, SourceKind.BANK_LOAN})


@dataclass(frozen=True)
class DecisionRow:
    """A decision; one without an amount takes the one it replaces back ("Sửa sai")."""

    id: str
    case_id: str
    stream: str
    office_code: str | None
    office_level: str | None
    number: str | None
    decided_on: str | None
    amount: int | None
    work_type: str | None
    category: str | None
    head_name: str | None
    signer: str | None
    source_code: str | None
    batch: str | None
    warnings: str | None
    note: str | None
    replaces_id: str | None
    before_program: bool | None = None


@dataclass(frozen=True)
class ExceptionRow:
    """What takes a case off the ordinary road, or brings it back."""

    id: str
    case_id: str
    kind: str | None
    happened_on: str | None
    reason: str | None
    decision_number: str | None
    review_on: str | None
    receiver: str | None
    replaces_id: str | None


@dataclass(frozen=True)
class StageRow:
    """A stage done on a day; one without a day takes the one it replaces back, unless it is `before_program`."""

    id: str
    case_id: str
    stage: str | None
    done_on: str | None
    note: str | None
    replaces_id: str | None
    before_program: bool | None = None


@dataclass(frozen=True)
class InspectionRow:
    """A visit to the site."""

    id: str
    case_id: str
    visited_on: str | None
    result: str | None
    note: str | None
    replaces_id: str | None


@dataclass(frozen=True)
class AcceptanceRow:
    """A check of the finished house, or (`revoked`) its taking back. Area in m2 as decimal text."""

    id: str
    case_id: str
    accepted_on: str | None
    area_m2: str | None
    foundation: str | None
    foundation_hard: bool | None
    frame_wall: str | None
    frame_wall_hard: bool | None
    roof: str | None
    roof_hard: bool | None
    resilient: str | None
    exemption: str | None
    costs: str | None
    note: str | None
    revoked: bool | None
    reason: str | None
    replaces_id: str | None
    before_program: bool | None = None


@dataclass(frozen=True)
class HandoverRow:
    """A handover, or (`revoked`) its taking back."""

    id: str
    case_id: str
    handed_over_on: str | None
    place: str | None
    receiver: str | None
    relation: str | None
    thumbprint: bool | None
    note: str | None
    revoked: bool | None
    reason: str | None
    replaces_id: str | None
    before_program: bool | None = None


@dataclass(frozen=True)
class PaymentRow:
    """Money paid, in đồng; a reversing line is negative and names the line it takes back. `kind`: clawback, or none."""

    id: str
    case_id: str
    source_id: str | None
    amount: int | None
    paid_on: str | None
    voucher: str | None
    instalment: int | None
    payee: str | None
    relation: str | None
    reason: str | None
    reverses_id: str | None
    kind: str | None = None
    batch: str | None = None
    decision_number: str | None = None
    thumbprint: bool | None = None
    before_program: bool | None = None


@dataclass(frozen=True)
class SupplierPaymentRow:
    """Money paid to a supplier for this house, in đồng; a reversing line is negative."""

    id: str
    case_id: str
    source_id: str | None
    amount: int | None
    paid_on: str | None
    voucher: str | None
    reason: str | None
    reverses_id: str | None


@dataclass(frozen=True)
class VoteRow:
    """A village's vote on the house, with the day and the threshold of its meeting."""

    id: str
    case_id: str
    meeting_id: str | None
    agree: int | None
    disagree: int | None
    abstain: int | None
    present: int | None
    rank: int | None
    note: str | None
    held_on: str | None
    threshold: str | None


@dataclass(frozen=True)
class PostedRow:
    """A public posting the house stands on; `reason`: why, though its vote stayed below the threshold."""

    id: str
    case_id: str
    posting_id: str | None
    reason: str | None
    posted_on: str | None
    days: int | None
    working_days: bool | None
    place: str | None
    closed_on: str | None


@dataclass(frozen=True)
class RemarkRow:
    """A remark on the house; open until it is answered."""

    id: str
    case_id: str
    posting_id: str | None
    received_on: str | None
    sender: str | None
    content: str | None
    rechecked_on: str | None
    rechecked_by: str | None
    recheck_result: str | None
    recheck_note: str | None
    answered_on: str | None
    answer: str | None


@dataclass(frozen=True)
class SubmittedRow:
    """A submission the house stands on, with what was proposed; amount in đồng."""

    id: str
    case_id: str
    submission_id: str | None
    amount: int | None
    work_type: str | None
    number: str | None
    submitted_on: str | None
    returned_on: str | None


@dataclass(frozen=True)
class ClosingRow:
    """The file of the house was closed, with a reason where papers were missing, or (`revoked`) opened again."""

    id: str
    case_id: str
    closed_on: str | None
    reason: str | None
    revoked: bool | None
    replaces_id: str | None


@dataclass(frozen=True)
class CaseFacts:
    """All that the rules look at for one case, with the household it belongs to.

    `signed_papers` are the kinds of papers about it that are noted as issued, signed or scanned. `follows_id` is the
    case of the house that was damaged again (X12); only a survey since the request counts then. `apart` are the sources
    that are no aid.
    """

    case_id: str
    household_id: str
    head_name: str
    category: str | None
    member_count: int | None
    programme: ProgrammeRules | None
    stream: str
    version: int
    work_type: str | None = None
    requested_amount: int | None = None
    registered_on: str | None = None
    build_mode: str | None = None
    house_name: str | None = None
    note: str | None = None
    surveyed_on: str | None = None
    votes: tuple[VoteRow, ...] = ()
    posted: tuple[PostedRow, ...] = ()
    remarks: tuple[RemarkRow, ...] = ()
    submitted: tuple[SubmittedRow, ...] = ()
    closings: tuple[ClosingRow, ...] = ()
    decisions: tuple[DecisionRow, ...] = ()
    exceptions: tuple[ExceptionRow, ...] = ()
    stages: tuple[StageRow, ...] = ()
    inspections: tuple[InspectionRow, ...] = ()
    acceptances: tuple[AcceptanceRow, ...] = ()
    handovers: tuple[HandoverRow, ...] = ()
    payments: tuple[PaymentRow, ...] = ()
    supplier_payments: tuple[SupplierPaymentRow, ...] = ()
    signed_papers: tuple[str, ...] = ()
    follows_id: str | None = None
    apart: frozenset[str] = frozenset()

    @property
    def aid_payments(self) -> tuple[PaymentRow, ...]:
        """What the household was paid as aid; its own money and loans stand apart."""
        return tuple(one for one in self.payments if one.source_id not in self.apart)

    @property
    def aid_lines(self) -> tuple[PaymentRow | SupplierPaymentRow, ...]:
        """What was paid as aid, to the household and to suppliers for it."""
        suppliers = (one for one in self.supplier_payments if one.source_id not in self.apart)
        return (*self.aid_payments, *suppliers)
