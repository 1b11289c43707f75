"""A decision keeps with it why houses go on that do not meet a criterion."""

from __future__ import annotations

from app.deciding import approve_explained
from app.review.eligibility_queries import eligibility_warnings, kept_reasons, verdicts
from app.support.drafts import DecisionDraft
from app.support.queries import case_of, case_states
from app.undo import undo_newest
from app.workspace import Workspace
from models.vocabulary import Status
from tests.make import make_case, make_household

REASON = "Ban Chỉ đạo tỉnh đồng ý, văn bản 12"


def test_the_reason_is_kept_for_each_open_criterion_and_taken_back_with_the_decision(commune: Workspace) -> None:
    ineligible = make_case(commune, "Lò Văn Pâng", category="other")
    draft = DecisionDraft("45/QĐ-UBND", "2026-10-01", (ineligible,), amount=60_000_000)
    approve_explained(commune, draft, REASON)
    with commune.read() as session:
        found = verdicts(session, [ineligible])[ineligible]
        assert case_states(session, [ineligible])[ineligible].status is Status.APPROVED
    assert found.unexplained == ()
    assert {one.reason for one in found.findings} == {REASON, ""}
    undo_newest(commune)
    with commune.read() as session:
        assert len(verdicts(session, [ineligible])[ineligible].unexplained) == 2


def test_the_reason_is_kept_for_a_household_whose_case_the_decision_opens(commune: Workspace) -> None:
    household = make_household(commune, category="other")
    with commune.read() as session:
        assert len(eligibility_warnings(session, [household])[household]) == 2
    draft = DecisionDraft("45/QĐ-UBND", "2026-10-01", household_ids=(household,), amount=60_000_000)
    approve_explained(commune, draft, REASON)
    with commune.read() as session:
        case = case_of(session, household)
        assert case is not None
        found = verdicts(session, [case.case_id])[case.case_id]
    assert found.unexplained == ()
    assert REASON in {one.reason for one in found.findings}
    undo_newest(commune)
    with commune.read() as session:
        assert case_of(session, household) is None
        assert kept_reasons(session, [case.case_id]) == {}


def test_without_a_reason_the_house_is_decided_all_the_same(commune: Workspace) -> None:
    case = make_case(commune, category="other")
    approve_explained(commune, DecisionDraft("45/QĐ-UBND", "2026-10-01", (case,), amount=60_000_000), " ")
    with commune.read() as session:
        assert case_states(session, [case])[case].approved_amount == 60_000_000
        assert len(verdicts(session, [case])[case].unexplained) == 2
