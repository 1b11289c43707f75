"""A ceremony as it is saved, printed and held: in order, in copies, with numbers of the register."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader

from app.ceremonies.drafts import CeremonyDraft, CeremonyHouseDraft, FailedDraft, GuestDraft, ItemDraft
from app.ceremonies.operations import fail_house, hand_over_ceremony, remove_ceremony, save_ceremony
from app.ceremonies.queries import ceremonies, ceremony_sheet
from app.ceremony_set import SetOptions, preview_set, print_set
from app.funding.drafts import PaymentDraft, SourceDraft
from app.funding.operations import add_source, pay
from app.handover.drafts import MinutesOptions
from app.handover.issuing import void_paper
from app.handover.queries import papers_of_cases
from app.papers import print_papers
from app.problems import Refused, Stale
from app.support.queries import CaseState, case_facts, case_state
from app.undo import undo_newest
from app.wording.messages import problem_text
from app.workspace import Workspace
from models.vocabulary import Numbering, PaperKind, SourceKind, Status
from tests.make import make_approved, make_case, make_finished

NAMES = ("Cà Văn Ánh", "Lò Văn Pâng", "Quàng Thị Ín", "Tòng Văn Ơn")
REGISTER = MinutesOptions(Numbering.REGISTER, start_at=28)


@pytest.fixture
def cases(commune: Workspace) -> list[str]:
    """Four accepted houses."""
    made = [make_case(commune, name) for name in NAMES]
    make_approved(commune, *made)
    make_finished(commune, *made, day="2026-11-01")
    return made


def ceremony_of(cases: Sequence[str]) -> CeremonyDraft:
    """A ceremony over these houses; a thumbprint for the second, an authorised son for the third."""
    houses = [CeremonyHouseDraft(one) for one in cases]
    houses[1] = replace(houses[1], thumbprint=True)
    houses[2] = replace(houses[2], receiver="Quàng Văn Nam", relation="con trai")
    return CeremonyDraft(
        "2026-11-18",
        "Nhà văn hóa bản Hua Nạng",
        held_at="8h",
        host="Nguyễn Văn Hùng",
        host_position="Chủ tịch UBND phường",
        houses=tuple(houses),
        guests=(GuestDraft("Phạm Thị Thu", "Giám đốc", "Công ty Hoa Ban"), GuestDraft("Trần Văn Lợi")),
        items=(ItemDraft("Thăm công trình", "8:00"), ItemDraft("Trao nhà", "8h30", "Chủ tịch UBND phường")),
    )


def sheet_of(workspace: Workspace, ceremony_id: str) -> CeremonyDraft:
    with workspace.read() as session:
        return ceremony_sheet(session, ceremony_id).draft


def numbers(workspace: Workspace, cases: Sequence[str]) -> list[list[tuple[str | None, bool]]]:
    """Numbers of each house's minutes, and whether they are void."""
    with workspace.read() as session:
        found = papers_of_cases(session, cases)
    return [[(one.shown_number, one.void) for one in found.get(case, ())] for case in cases]


def state_of(workspace: Workspace, case: str) -> CaseState:
    with workspace.read() as session:
        return case_state(case_facts(session, [case])[case])


def pages_of(target: Path) -> list[str]:
    return [one.extract_text() for one in PdfReader(target).pages]


def sentences(refused: Refused) -> list[str]:
    return [problem_text(one) for one in refused.problems]


def test_a_ceremony_is_saved_whole_changed_and_undone(commune: Workspace, cases: list[str]) -> None:
    _, ceremony_id, _ = save_ceremony(commune, ceremony_of(cases))
    draft = sheet_of(commune, ceremony_id)
    assert (draft.held_at, draft.copies) == ("08:00", 4)
    assert [one.case_id for one in draft.houses] == cases
    assert [one.name for one in draft.guests] == ["Phạm Thị Thu", "Trần Văn Lợi"]
    parts = [(one.starts_at, one.content) for one in draft.items]
    assert parts == [
        ("08:00", "Thăm công trình"),
        ("08:30", "Trao nhà"),
    ]
    changed = replace(draft, houses=draft.houses[::-1][:3], guests=draft.guests[1:], venue="Sân ủy ban")
    save_ceremony(commune, changed)
    draft = sheet_of(commune, ceremony_id)
    assert [one.case_id for one in draft.houses] == cases[::-1][:3]
    assert ([one.name for one in draft.guests], draft.venue) == (["Trần Văn Lợi"], "Sân ủy ban")
    with pytest.raises(Stale):
        save_ceremony(commune, changed)
    undo_newest(commune)
    assert [one.case_id for one in sheet_of(commune, ceremony_id).houses] == cases


def test_what_a_ceremony_lacks_is_said_in_sentences(commune: Workspace, cases: list[str]) -> None:
    save_ceremony(commune, ceremony_of(cases))
    unfinished = make_case(commune, "Lường Văn Inh")
    wrong = CeremonyDraft(
        "", "", held_at="sáng", copies=0, houses=(CeremonyHouseDraft(unfinished), CeremonyHouseDraft(cases[0]))
    )
    with pytest.raises(Refused) as refused:
        save_ceremony(commune, wrong)
    assert sentences(refused.value)[1:] == [
        "Chưa có địa điểm. Gõ nơi tổ chức lễ.",
        "“sáng” không phải giờ. Gõ như 8:15.",
        "Số bản từ 1 đến 20. Gõ lại số bản.",
        "Nhà của hộ Lường Văn Inh chưa nghiệm thu. Ghi nghiệm thu trước rồi làm lại.",
        "Nhà của hộ Cà Văn Ánh đã có trong lễ ngày 18/11/2026. Bỏ khỏi lễ đó trước.",
    ]
    with commune.read() as session:
        assert len(ceremonies(session)) == 1


def test_the_set_is_one_file_in_the_order_of_the_table(commune: Workspace, cases: list[str], tmp_path: Path) -> None:
    _, ceremony_id, _ = save_ceremony(commune, ceremony_of(cases))
    target = tmp_path / "bộ.pdf"
    assert preview_set(commune, ceremony_id, target, REGISTER) == (4, 4)
    assert numbers(commune, cases) == [[], [], [], []], "looking uses no number"
    print_set(commune, ceremony_id, target, REGISTER)
    assert numbers(commune, cases) == [[(f"{n}/BB-UBND", False)] for n in (28, 29, 30, 31)]
    pages = pages_of(target)
    titles = ("DANH SÁCH KHÁCH MỜI", "CHƯƠNG TRÌNH", "DANH SÁCH KÝ TÊN")
    assert [title in page for title, page in zip(titles, pages, strict=False)] == [True] * 3
    firsts = [page for page in pages if "Số: " in page]
    assert [next(n for n in (28, 29, 30, 31) if f"Số: {n}/" in page) for page in firsts] == [
        n for n in (28, 29, 30, 31) for _ in range(4)
    ]
    text = " ".join(pages)
    assert "ngày 18 tháng 11 năm 2026" in " ".join(firsts[0].split())
    assert "Quàng Văn Nam" in text
    assert "điểm chỉ" in text
    assert "04 (bốn) bản" in " ".join(text.split())


def test_minutes_printed_before_the_day_stay_the_same_paper_after_it(
    commune: Workspace, cases: list[str], tmp_path: Path
) -> None:
    _, ceremony_id, _ = save_ceremony(commune, ceremony_of(cases))
    print_set(commune, ceremony_id, tmp_path / "a.pdf", REGISTER)
    _, count, _ = hand_over_ceremony(commune, ceremony_id)
    assert count == 4
    taken = state_of(commune, cases[2]).handover
    assert taken is not None
    assert (taken.handed_over_on, taken.receiver, taken.relation) == ("2026-11-18", "Quàng Văn Nam", "con trai")
    printed = print_set(commune, ceremony_id, tmp_path / "b.pdf", REGISTER, SetOptions(lists=False))
    assert all(one.minutes.reprint for one in printed.issued)
    assert numbers(commune, cases) == [[(f"{n}/BB-UBND", False)] for n in (28, 29, 30, 31)]
    with pytest.raises(Refused):
        hand_over_ceremony(commune, ceremony_id)
    with commune.read() as session:
        [line] = ceremonies(session)
    assert (line.houses, line.handed_over) == (4, 4)


def test_a_misspelt_paper_is_void_and_printed_under_the_next_number(
    commune: Workspace, cases: list[str], tmp_path: Path
) -> None:
    _, ceremony_id, _ = save_ceremony(commune, ceremony_of(cases))
    print_set(commune, ceremony_id, tmp_path / "a.pdf", REGISTER)
    with commune.read() as session:
        [paper] = papers_of_cases(session, [cases[1]])[cases[1]]
    void_paper(commune, paper.id, "Sai tên chủ hộ")
    only = SetOptions(lists=False, case_ids=(cases[1],))
    print_set(commune, ceremony_id, tmp_path / "b.pdf", REGISTER, only)
    assert numbers(commune, cases)[1] == [("29/BB-UBND", True), ("32/BB-UBND", False)]
    firsts = [page for page in pages_of(tmp_path / "b.pdf") if "Số: " in page]
    assert len(firsts) == 4
    assert all("Số: 32/" in page for page in firsts)


def test_a_house_that_fails_goes_back_and_its_money_waits(commune: Workspace, cases: list[str]) -> None:
    add_source(commune, SourceDraft("NSTW", "Ngân sách trung ương", SourceKind.CENTRAL_BUDGET))
    _, ceremony_id, _ = save_ceremony(commune, ceremony_of(cases))
    fail_house(commune, ceremony_id, FailedDraft(cases[3], "2026-11-17", "Mái dột", "2026-12-01"))
    state = state_of(commune, cases[3])
    assert (state.status, state.acceptance) == (Status.APPROVED, None)
    told = [(one.kind, one.reason, one.review_on) for one in state.notes]
    assert told == [("not_passed", "Mái dột", "2026-12-01")]
    with commune.read() as session:
        sheet = ceremony_sheet(session, ceremony_id)
        facts = case_facts(session, [cases[3]])[cases[3]]
    assert len(facts.acceptances) == 2, "taken back by a row of its own"
    assert [one.case_id for one in sheet.houses] == cases[:3]
    assert [(one.head_name, one.left_on, one.reason) for one in sheet.gone] == [
        ("Tòng Văn Ơn", "2026-11-17", "Mái dột")
    ]
    with pytest.raises(Refused) as refused:
        pay(commune, [PaymentDraft(cases[3], "NSTW", 20_000_000, "2026-11-19", "PC 12")])
    assert sentences(refused.value)[0] == (
        "Hộ Tòng Văn Ơn đã ghi “Nghiệm thu chưa đạt” và nhà chưa nghiệm thu, tiền chờ đến khi đạt. "
        "Ghi nghiệm thu, hoặc ghi lý do."
    )
    with pytest.raises(Refused):
        fail_house(commune, ceremony_id, FailedDraft(cases[3], "2026-11-17", "Mái dột", "2026-12-01"))
    undo_newest(commune)
    assert state_of(commune, cases[3]).status is Status.ACCEPTED
    assert len(sheet_of(commune, ceremony_id).houses) == 4


def test_without_a_day_to_look_again_a_house_does_not_go_back(commune: Workspace, cases: list[str]) -> None:
    _, ceremony_id, _ = save_ceremony(commune, ceremony_of(cases))
    with pytest.raises(Refused):
        fail_house(commune, ceremony_id, FailedDraft(cases[3], "2026-11-17", "Mái dột"))
    assert state_of(commune, cases[3]).status is Status.ACCEPTED


def test_a_ceremony_that_is_called_off_frees_its_houses(commune: Workspace, cases: list[str]) -> None:
    _, ceremony_id, _ = save_ceremony(commune, ceremony_of(cases))
    remove_ceremony(commune, ceremony_id)
    save_ceremony(commune, ceremony_of(cases))


@pytest.mark.parametrize("ending", ["pdf", "docx"])
def test_each_guest_gets_an_invitation_and_a_blank_one_is_there(
    commune: Workspace, cases: list[str], tmp_path: Path, ending: str
) -> None:
    _, ceremony_id, _ = save_ceremony(commune, ceremony_of(cases))
    kinds = {
        PaperKind.CEREMONY_INVITATION: 2,
        PaperKind.CEREMONY_GUESTS: 1,
        PaperKind.CEREMONY_PROGRAMME: 1,
        PaperKind.CEREMONY_SIGN_IN: 1,
    }
    for kind, count in kinds.items():
        assert print_papers(commune, kind, [ceremony_id], tmp_path / f"{kind}.{ending}").papers == count
        assert print_papers(commune, kind, [], tmp_path / f"{kind}-trống.{ending}").papers == 1


def test_twelve_houses_in_four_copies_take_a_few_seconds(commune: Workspace, tmp_path: Path) -> None:
    made = [make_case(commune, f"Lò Văn Mười {number}") for number in range(12)]
    make_approved(commune, *made)
    make_finished(commune, *made, day="2026-11-01")
    _, ceremony_id, _ = save_ceremony(commune, ceremony_of(made))
    begun = time.process_time()
    printed = print_set(commune, ceremony_id, tmp_path / "bộ.pdf", REGISTER)
    assert printed.pages >= 12 * 4 * 2
    assert time.process_time() - begun < 5
