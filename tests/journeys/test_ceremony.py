"""S6: twelve houses are to be handed over at one ceremony; one fails the day before, one paper proves misspelt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.areas.queries import villages
from app.construction.drafts import StageDraft
from app.construction.operations import record_stages
from app.funding.drafts import PaymentDraft, SourceDraft
from app.funding.operations import add_source, pay
from app.handover.drafts import HandoverDraft, MinutesOptions
from app.handover.issuing import issue_minutes
from app.handover.operations import hand_over
from app.handover.queries import papers_of_cases
from app.households.operations import save_household
from app.households.queries import household_draft
from app.paperwork.register import Entry, register_lines
from app.problems import Refused
from app.support.queries import CaseFacts, case_facts, case_state
from app.wording.messages import problem_text
from app.workspace import Workspace
from models.vocabulary import Numbering, SourceKind, Stage, Status
from tests.journeys.officer import WindowOfficer, lines
from tests.make import make_approved, make_case, make_finished
from tests.window import Recorder
from views.handover.ceremony_form import CeremonyForm
from views.handover.ceremony_tab import CeremonyTab
from views.handover.page import HandoverPage
from views.handover.receivers import RECEIVER, RELATION, THUMBPRINT
from views.reports.today import TodayPage

#: In the order of the list: by given name.
TWELVE = (
    "Cà Văn Ánh", "Giàng Thị Dở", "Tòng Thị Hạc", "Bạc Cầm Hài", "Quàng Thị Ín", "Lường Văn Inh",
    "Tòng Văn Ơn", "Lò Văn Pâng", "Vàng A Sử", "Lò Văn Ương", "Vì Thị Xôm", "Quàng Văn Yêu",
)  # fmt: skip
FAILS = "Lường Văn Inh"
MISSPELT, RIGHT = "Bạc Cầm Hài", "Bạc Cầm Hải"


@pytest.fixture
def cases(commune: Workspace) -> dict[str, str]:
    """The twelve houses in five places, accepted and paid 40 of 60 million; the register stands at 27."""
    earlier = make_case(commune, "Lò Thị Đầu")
    make_approved(commune, earlier)
    make_finished(commune, earlier, day="2026-10-01")
    hand_over(commune, [HandoverDraft(earlier, "2026-10-08")])
    issue_minutes(commune, [earlier], MinutesOptions(Numbering.REGISTER, start_at=27))
    add_source(commune, SourceDraft("NSTW", "Ngân sách trung ương", SourceKind.CENTRAL_BUDGET))
    with commune.read() as session:
        places = [one.id for one in villages(session, commune.author.office)]
    made = {
        name: make_case(commune, name, village_id=places[number % len(places)]) for number, name in enumerate(TWELVE)
    }
    make_approved(commune, *made.values())
    record_stages(commune, [StageDraft(one, Stage.ROOF, "2026-10-20") for one in made.values()])
    make_finished(commune, *made.values(), day="2026-11-10")
    return made


def facts_of(workspace: Workspace, case: str) -> CaseFacts:
    with workspace.read() as session:
        return case_facts(session, [case])[case]


def make_ceremony(officer: WindowOfficer, tab: CeremonyTab) -> None:
    """All houses that wait, two thumbprints, one authorised son, two guests pasted from Excel."""
    officer.click("Lập lễ bàn giao", officer.page)
    form = officer.form()
    assert isinstance(form, CeremonyForm)
    officer.fill("18/11/2026", "8h", "Nhà văn hóa bản Hua Nạng")
    takers = form.houses.takers
    assert [one.head_name for one in takers.cases] == list(TWELVE)
    for name in ("Cà Văn Ánh", "Vì Thị Xôm"):
        index = takers.index(TWELVE.index(name), THUMBPRINT)
        takers.setData(index, Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    takers.setData(takers.index(TWELVE.index("Quàng Thị Ín"), RECEIVER), "Quàng Văn Nam")
    takers.setData(takers.index(TWELVE.index("Quàng Thị Ín"), RELATION), "con trai")
    form.guests.paste("1\tPhạm Thị Thu\tGiám đốc\tCông ty Hoa Ban\n2\tTrần Văn Lợi\tChủ tịch\tHội Chữ thập đỏ\n")
    officer.press("Ctrl+Return")
    officer.hears("Đã lưu lễ bàn giao ngày 18/11/2026, 12 nhà.")
    officer.settle(lambda: tab.houses.table.count == 12)


def let_one_fail(officer: WindowOfficer, tab: CeremonyTab) -> None:
    """The day before, a roof fails."""
    tab.houses.view.go_to(TWELVE.index(FAILS))
    tab.fail()
    officer.form()
    officer.fill("17/11/2026", "Mái dột góc bếp", "01/12/2026")
    officer.press("Ctrl+Return")
    officer.hears(f"Nhà của hộ {FAILS} trở lại đang xây, xem lại ngày 01/12/2026.")
    officer.settle(lambda: lines(tab.list.table, "houses") == [("11",)])


def print_set(officer: WindowOfficer, page: HandoverPage, messages: Recorder, target: Path) -> None:
    """Everything as one print, numbered in the register."""
    officer.click("In cả bộ", page.ceremonies)

    page.preview.numbering.set_value(Numbering.REGISTER.value)
    officer.settle(lambda: page.preview.state.text().startswith("11 biên bản chưa lập"))
    messages.give_files(target)
    page.preview.save_button.click()
    officer.hears(f"Đã lưu {target.name}.")
    assert page.preview.state.text() == "Đã lập 11 biên bản, số 28 đến 38."


def firsts(target: Path) -> list[str]:
    """The first pages of minutes in a file, in their order."""
    return [text for one in PdfReader(target).pages if "Số: " in (text := one.extract_text())]


def numbers(texts: Sequence[str]) -> list[int]:
    """The numbers on those pages."""
    return [int(text.partition("Số: ")[2].partition("/")[0]) for text in texts]


def check_set(target: Path) -> None:
    """Lists first, then house by house four copies in the order of the register."""
    pages = [" ".join(one.extract_text().split()) for one in PdfReader(target).pages]
    titles = ("DANH SÁCH KHÁCH MỜI", "CHƯƠNG TRÌNH", "DANH SÁCH KÝ TÊN")
    assert all(title in page for title, page in zip(titles, pages, strict=False))
    minutes = firsts(target)
    assert numbers(minutes) == [number for number in range(28, 39) for _ in range(4)]
    text = " ".join(pages)
    assert text.count("Quàng Văn Nam") >= 4
    assert text.count("04 (bốn) bản") == 44
    assert sum("(Điểm chỉ" in page or "điểm chỉ vào" in page for page in pages) >= 8
    assert FAILS not in text


def print_one_again(officer: WindowOfficer, page: HandoverPage, messages: Recorder, case: str, target: Path) -> None:
    """Number 31 is void with its reason; the corrected paper takes 39."""
    tab, commune = page.ceremonies, officer.window.workspace
    place = 3
    tab.houses.view.go_to(place)
    tab.void()
    officer.form()
    officer.fill("Sai tên chủ hộ")
    officer.press("Ctrl+Return")
    officer.hears("Đã hủy số 31/BB-UBND. Số này không dùng lại.")
    household = facts_of(commune, case).household_id
    with commune.read() as session:
        draft = household_draft(session, household)
    save_household(commune, replace(draft, head_name=RIGHT))
    officer.settle(lambda: (RIGHT,) in lines(tab.houses.table, "head"))
    tab.houses.view.go_to(place)
    tab.print_some()
    officer.settle(lambda: page.preview.state.text().startswith("1 biên bản chưa lập"))
    messages.give_files(target)
    page.preview.save_button.click()
    officer.hears(f"Đã lưu {target.name}.")
    assert numbers(firsts(target)) == [39] * 4
    assert all(RIGHT in text for text in firsts(target))


def test_a_ceremony_of_twelve_houses(
    qtbot: QtBot, commune: Workspace, cases: dict[str, str], messages: Recorder, tmp_path: Path
) -> None:
    officer = WindowOfficer.at_work(qtbot, commune)
    page = officer.go("handover", "Alt+5")
    assert isinstance(page, HandoverPage)
    officer.press("Ctrl+Tab", "Ctrl+Tab")
    tab = page.ceremonies
    assert page.current is tab
    make_ceremony(officer, tab)
    let_one_fail(officer, tab)
    print_set(officer, page, messages, tmp_path / "bộ.pdf")
    check_set(tmp_path / "bộ.pdf")
    print_one_again(officer, page, messages, cases[MISSPELT], tmp_path / "lại.pdf")
    with commune.read() as session:
        papers = papers_of_cases(session, cases.values())
        register = {one.shown: (one.entry, one.reason) for one in register_lines(session, commune.author.office)}
    assert register["31/BB-UBND"] == (Entry.VOID, "Sai tên chủ hộ")
    assert register["39/BB-UBND"][0] is Entry.USED
    shown = Counter((one.number, one.void, one.void_reason) for found in papers.values() for one in found)
    eleven: dict[tuple[int | None, bool, str | None], int] = {
        (number, False, None): 1 for number in [*range(28, 31), *range(32, 40)]
    }
    assert shown == {**eleven, (31, True, "Sai tên chủ hộ"): 1}
    page.close_side()
    officer.click("Ghi bàn giao", tab)
    officer.form()
    officer.press("Ctrl+Return")
    officer.hears("Đã ghi bàn giao 11 nhà.")
    state = case_state(facts_of(commune, cases[FAILS]))
    assert (state.status, state.acceptance) == (Status.IN_PROGRESS, None)
    assert [(one.reason, one.review_on) for one in state.notes] == [("Mái dột góc bếp", "2026-12-01")]
    with pytest.raises(Refused) as held:
        pay(commune, [PaymentDraft(cases[FAILS], "NSTW", 20_000_000, "2026-11-19", "PC 30")])
    assert "tiền chờ đến khi đạt. Ghi nghiệm thu, hoặc ghi lý do." in problem_text(held.value.problems[0])
    taken = case_state(facts_of(commune, cases["Quàng Thị Ín"])).handover
    assert taken is not None
    assert (taken.handed_over_on, taken.place, taken.receiver) == (
        "2026-11-18", "Nhà văn hóa bản Hua Nạng", "Quàng Văn Nam",
    )  # fmt: skip
    first = officer.go("today", "Alt+1")
    assert isinstance(first, TodayPage)
    officer.settle(lambda: first.facts is not None and bool(first.programmes.lines))
    assert [line[3] for line in first.programmes.lines] == ["12"], "eleven of the ceremony, and the one before"
    officer.leave()
