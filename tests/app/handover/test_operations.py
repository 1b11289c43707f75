"""Houses are handed over after their acceptance, and a handover is taken back, on real data folders."""

import pytest

from app.construction.drafts import AcceptanceDraft
from app.construction.operations import accept, revoke_acceptance
from app.handover.drafts import HandoverDraft
from app.handover.operations import hand_over, revoke_handover
from app.problems import Refused
from app.support.queries import CaseState, case_states
from app.undo import undo_newest
from app.workspace import Workspace
from models.vocabulary import Part, Status
from tests.make import make_approved, make_case


def state_of(workspace: Workspace, case_id: str) -> CaseState:
    with workspace.read() as session:
        return case_states(session, [case_id])[case_id]


def codes(refused: pytest.ExceptionInfo[Refused]) -> set[str]:
    return {one.code for one in refused.value.problems}


def accepted_house(workspace: Workspace, head_name: str = "Lò Văn Pâng") -> str:
    case = make_case(workspace, head_name)
    make_approved(workspace, case)
    accept(workspace, [AcceptanceDraft(case, "2025-10-08", "36", frozenset(Part))])
    return case


def test_a_house_without_acceptance_is_not_handed_over_and_neither_is_its_batch(commune: Workspace) -> None:
    ready, unready = accepted_house(commune), make_case(commune, "Quàng Thị Ín")
    with pytest.raises(Refused) as refused:
        hand_over(commune, [HandoverDraft(case, "2025-11-03") for case in (ready, unready)])
    assert codes(refused) == {"not_accepted"}
    assert refused.value.problems[0].values["names"] == "Quàng Thị Ín"
    assert state_of(commune, ready).status is Status.ACCEPTED


def test_a_batch_of_houses_is_handed_over_the_same_day(commune: Workspace) -> None:
    cases = [accepted_house(commune, name) for name in ("Lò Văn Pâng", "Quàng Thị Ín")]
    _, warnings = hand_over(commune, [HandoverDraft(case, "2025-11-03", "Nhà văn hóa bản") for case in cases])
    assert warnings == []
    assert [state_of(commune, case).handed_over_on for case in cases] == ["2025-11-03", "2025-11-03"]
    with pytest.raises(Refused) as refused:
        hand_over(commune, [HandoverDraft(cases[0], "")])
    assert codes(refused) == {"handed_over_already", "day_missing"}


def test_a_handover_is_taken_back_before_its_acceptance(commune: Workspace) -> None:
    case = accepted_house(commune)
    hand_over(commune, [HandoverDraft(case, "2025-11-03")])
    with pytest.raises(Refused) as refused:
        revoke_acceptance(commune, case, "Mái hỏng")
    assert codes(refused) == {"handed_over_already"}
    with pytest.raises(Refused) as refused:
        revoke_handover(commune, case, " ")
    assert codes(refused) == {"reason_missing"}
    revoke_handover(commune, case, "Bàn giao nhầm nhà")
    assert (state_of(commune, case).status, state_of(commune, case).handed_over_on) == (Status.ACCEPTED, None)
    revoke_acceptance(commune, case, "Mái hỏng")
    assert state_of(commune, case).status is Status.APPROVED
    with pytest.raises(Refused) as refused:
        revoke_handover(commune, case, "Lần nữa")
    assert codes(refused) == {"not_handed_over"}


def test_a_handover_is_undone_plainly_and_one_before_the_acceptance_warns(commune: Workspace) -> None:
    case = accepted_house(commune)
    _, warnings = hand_over(commune, [HandoverDraft(case, "2025-10-01")])
    assert [one.code for one in warnings] == ["handover_before_acceptance"]
    undo_newest(commune)
    assert state_of(commune, case).status is Status.ACCEPTED
