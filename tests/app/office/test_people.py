"""Signers, users and committees are kept with their times; what a form leaves out is taken off, never deleted."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.office.drafts import CommitteeDraft, CommitteeMemberDraft, OfficeEdit, SignerDraft, UserDraft
from app.office.people import save_committees, save_office, save_signers, save_users
from app.office.queries import committee_drafts, office_facts, signer_drafts, user_drafts
from app.problems import Refused, Stale
from app.wording.messages import problem_text
from app.workspace import Workspace, open_workspace


def codes(refused: pytest.ExceptionInfo[Refused]) -> list[str]:
    assert all(problem_text(one) for one in refused.value.problems)
    return [one.code for one in refused.value.problems]


def test_the_office_tells_its_facts_and_takes_changes(commune: Workspace) -> None:
    with commune.read() as session:
        facts = office_facts(session)
    assert (facts.code, facts.name, facts.superior_code) == ("03151", "Phường Mường Lay", "11")
    header = "ỦY BAN NHÂN DÂN \n PHƯỜNG MƯỜNG LAY"
    edit = OfficeEdit(facts.name, None, facts.province, "11", facts.superior_name, header, "Mường Lay", facts.version)
    save_office(commune, edit)
    with commune.read() as session:
        changed = office_facts(session)
    assert (changed.header, changed.place_name) == ("ỦY BAN NHÂN DÂN\nPHƯỜNG MƯỜNG LAY", "Mường Lay")
    with pytest.raises(Stale):
        save_office(commune, replace(edit, place_name="Khác"))
    with pytest.raises(Refused) as told:
        save_office(commune, replace(edit, name=" "))
    assert codes(told) == ["office_name_missing"]
    with pytest.raises(Refused) as told:
        save_office(commune, replace(edit, superior_name=None))
    assert codes(told) == ["superior_half_given"]


def test_signers_keep_their_times(commune: Workspace) -> None:
    first = SignerDraft("Vàng A  Páo", "Chủ tịch", "TM.", "2025-07-01", "2026-03-31")
    second = SignerDraft("Lò Thị Mai", "Phó Chủ tịch", "KT. CHỦ TỊCH", "2026-04-01")
    save_signers(commune, [first, second])
    with commune.read() as session:
        found = signer_drafts(session)
    assert [replace(one, id=None, version=None) for one in found] == [replace(first, name="Vàng A Páo"), second]
    save_signers(commune, [replace(found[1], valid_to="2026-12-31")])
    with commune.read() as session:
        assert [(one.id, one.valid_to) for one in signer_drafts(session)] == [(found[1].id, "2026-12-31")]
    with pytest.raises(Refused) as told:
        save_signers(commune, [SignerDraft(" "), replace(first, valid_to="2025-01-01")])
    assert codes(told) == ["person_missing", "time_ends_first"]


def test_an_officer_stays_and_nobody_locks_himself_out(commune: Workspace) -> None:
    with commune.read() as session:
        [me] = user_drafts(session)
    save_users(commune, [me, UserDraft("Vàng A Páo", "Chủ tịch", "leader")])
    again = open_workspace(commune.folder, "Vàng A Páo")
    assert again.author.role == "leader"
    again.close()
    for users, code in (
        ([UserDraft("Lò Văn Khác")], "user_is_signed_in"),
        ([replace(me, role="leader")], "no_officer_left"),
        ([me, UserDraft(me.name)], "user_twice"),
    ):
        with pytest.raises(Refused) as told:
            save_users(commune, users)
        assert codes(told) == [code]


def test_a_committee_keeps_its_members(commune: Workspace) -> None:
    members = (CommitteeMemberDraft("Vàng A Páo", "Trưởng ban"), CommitteeMemberDraft("Lò Thị Mai", "Ủy viên"))
    save_committees(commune, [CommitteeDraft("Ban Chỉ đạo", "12/QĐ-UBND", "2025-07-10", members)])
    with commune.read() as session:
        [found] = committee_drafts(session)
    assert [one.name for one in found.members] == ["Vàng A Páo", "Lò Thị Mai"]
    save_committees(commune, [replace(found, members=(found.members[1], CommitteeMemberDraft("Lò Văn Ín")))])
    with commune.read() as session:
        [found] = committee_drafts(session)
    assert [one.name for one in found.members] == ["Lò Thị Mai", "Lò Văn Ín"]
    with pytest.raises(Refused) as told:
        save_committees(commune, [CommitteeDraft(" ", members=(CommitteeMemberDraft(""),))])
    assert codes(told) == ["committee_name_missing", "person_missing"]


def test_who_came_while_a_form_was_open_is_not_taken_off_by_it(commune: Workspace) -> None:
    save_signers(commune, [SignerDraft("Vàng A Páo")])
    with commune.read() as session:
        [first] = signer_drafts(session)
    save_signers(commune, [first, SignerDraft("Lò Thị Mai")])
    with pytest.raises(Stale):
        save_signers(commune, [SignerDraft("Quàng Thị Ín")], [first.id or ""])
    with commune.read() as session:
        assert [one.name for one in signer_drafts(session)] == ["Vàng A Páo", "Lò Thị Mai"]


@pytest.mark.parametrize(("code", "told"), [("03151", "superior_is_self"), ("Sở XD", "office_code_unfit")])
def test_the_superior_is_another_office_with_a_code_fit_for_packages(commune: Workspace, code: str, told: str) -> None:
    with pytest.raises(Refused) as refused:
        save_office(commune, OfficeEdit("Phường Mường Lay", superior_code=code, superior_name="Sở Xây dựng"))
    assert codes(refused) == [told]
