"""What each role may do, and that the doors keep to it."""

from __future__ import annotations

import pytest

from app.actions import AFTER_HANDING_OVER, EVERYBODY, Action
from app.areas.drafts import VillageDraft
from app.areas.operations import save_villages
from app.office.drafts import UserDraft
from app.office.people import save_users
from app.office.queries import user_drafts
from app.problems import Refused
from app.undo import undo_newest
from app.wording.messages import problem_text
from app.workspace import Workspace
from models.vocabulary import Role


def may(role: Role) -> set[str]:
    return {action.value.name for action in Action if role in action.roles}


def test_an_officer_may_do_everything() -> None:
    assert may(Role.OFFICER) == {action.value.name for action in Action}


def test_a_leader_approves_and_answers_and_writes_nothing_else() -> None:
    of_everybody = {action.value.name for action in Action if action.roles == EVERYBODY}
    assert may(Role.LEADER) - of_everybody == {
        "APPROVE", "REVOKE_DECISION", "SAVE_TARGET", "SAVE_QUOTA", "APPROVE_AWARD", "CLOSE_CAMPAIGN",
        "ANSWER_FLAG", "RESOLVE", "ACCEPT_PROPOSAL", "REJECT_PROPOSAL", "GIVE_WORK",
    }  # fmt: skip


def test_an_accountant_writes_money_and_no_decision_nor_house() -> None:
    mine = may(Role.ACCOUNTANT)
    assert {"PAY", "REVERSE_PAYMENT", "ALLOCATE", "CONTRIBUTE", "REMIT", "SAVE_SPONSORSHIP", "NOTE_ISSUED"} <= mine
    assert not mine & {"APPROVE", "SAVE_HOUSEHOLD", "RECORD_STAGE", "HAND_OVER", "SAVE_OFFICE", "RESOLVE"}


def test_of_a_laptop_handed_over_only_packages_and_papers_leave() -> None:
    names = {action.value.name for action in AFTER_HANDING_OVER}
    assert {"EXPORT_PACKAGE", "RECEIVE_PACKAGE", "ISSUE_PAPER", "NEW_DEVICE"} <= names
    assert not names & {"SAVE_HOUSEHOLD", "PAY", "APPROVE", "RECORD_STAGE", "IMPORT_LIST", "UNDO"}


def test_undo_takes_back_only_what_the_user_could_have_done(commune: Workspace) -> None:
    with commune.read() as session:
        people = user_drafts(session)
    save_users(commune, [*people, UserDraft("Cà Thị Nga", "Kế toán", Role.ACCOUNTANT)])
    save_villages(commune, [VillageDraft("Bản Đán")])
    commune.sign_in("Cà Thị Nga")
    with pytest.raises(Refused) as told:
        undo_newest(commune)
    sentence = "Kế toán không được làm việc này: Ghi danh sách thôn. Đổi sang người có quyền rồi làm lại."
    assert [problem_text(one) for one in told.value.problems] == [sentence]
    commune.sign_in("Lò Thị Hoa")
    undo_newest(commune)
