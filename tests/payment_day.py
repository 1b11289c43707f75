"""Eighteen houses on the eve of a payment day (S4): all accepted, one without signed stage minutes."""

from __future__ import annotations

from app.construction.drafts import AcceptanceDraft
from app.construction.operations import accept
from app.funding.drafts import AllocationDraft, ContributionDraft, PaymentDraft, SourceDraft
from app.funding.operations import add_source, allocate, contribute, pay
from app.workspace import Workspace
from models.vocabulary import ContributionKind, PaperKind, Part, SourceKind, WorkType
from tests.make import make_approved, make_case, make_signed

FUND = "QVNN"
RECEIVED = 2_000_000_000
NEW, REPAIR = 60_000_000, 30_000_000
_FAMILIES = ("Lò", "Quàng", "Cà", "Tòng", "Lường", "Vì")
_NAMES = ("Pâng", "Ín", "Thoan", "Hặc", "Siên", "Muôn", "Ngoan", "Khặm", "Phóng", "Lả", "Ón", "Dợ", "Tướng", "Yêu")


def make_payment_day(workspace: Workspace, *, signed: int = 17) -> list[str]:
    """Fourteen new builds, four repairs; the cases in the order made. All but the last `18 - signed` new builds signed.

    From 2.000.000.000 đồng 960.000.000 is set aside, and 576.000.000 paid.
    """
    add_source(workspace, SourceDraft(FUND, "Quỹ Vì người nghèo", SourceKind.FUND_FOR_POOR))
    contribute(workspace, [ContributionDraft(FUND, ContributionKind.TRANSFER, "2026-06-01", RECEIVED)])
    heads = [f"{_FAMILIES[number % 6]} Văn {_NAMES[number % 14]} {number + 1}" for number in range(18)]
    cases = [
        make_case(workspace, head, work_type=WorkType.REPAIR if number < 4 else WorkType.NEW_BUILD)
        for number, head in enumerate(heads)
    ]
    make_approved(workspace, *cases[:4], day="2026-06-05", amount=REPAIR)
    make_approved(workspace, *cases[4:], day="2026-06-05", amount=NEW)
    amounts = {case: REPAIR if place < 4 else NEW for place, case in enumerate(cases)}
    allocate(workspace, [AllocationDraft(case, FUND, amount, "2026-06-10") for case, amount in amounts.items()])
    first = [PaymentDraft(case, FUND, amount * 6 // 10, "2026-06-15", "PC 40", 1) for case, amount in amounts.items()]
    pay(workspace, first)
    accept(workspace, [AcceptanceDraft(case, "2026-09-30", "40", frozenset(Part)) for case in cases])
    make_signed(workspace, PaperKind.STAGE_MINUTES, *cases[:signed], day="2026-10-01")
    return cases
