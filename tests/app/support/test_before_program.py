"""What was done before the program was used is printed as such, and a later decision of the office counts over it."""

from __future__ import annotations

from pathlib import Path

from app.documents.text_paper import Table, Text
from app.lists.operations import import_list
from app.office.queries import paper_office
from app.support.drafts import DecisionDraft
from app.support.household_summary import household_summary
from app.support.operations import approve
from app.support.queries import case_facts, case_state, cases_on_paper
from app.workspace import Workspace
from tests.app.lists.sheets import write_list

HEADINGS = (
    "Họ và tên chủ hộ", "Năm sinh", "Nhu cầu", "Số tiền phê duyệt (đồng)", "Số QĐ", "Ngày QĐ", "Ngày khởi công",
    "Bàn giao",
)  # fmt: skip
DONE = ("Lò Văn Pâng", 1962, "Xây mới", 60_000_000, "215/QĐ-UBND", "05/3/2026", "12/4/2026", "x")


def taken_over(commune: Workspace, folder: Path) -> str:
    """A house of before the program; returns its case."""
    import_list(commune, write_list(folder / "a.xlsx", [HEADINGS, DONE]))
    with commune.read() as session:
        [case] = case_facts(session)
    return case


def test_steps_of_before_are_marked_on_the_summary_and_no_day_is_invented(commune: Workspace, tmp_path: Path) -> None:
    case = taken_over(commune, tmp_path)
    with commune.read() as session:
        office = paper_office(session, commune.author.office)
        assert office is not None
        paper = household_summary(office, cases_on_paper(session, [case])[0])
    [table] = [one for one in paper.blocks if isinstance(one, Table)]
    cells = {row[at]: row[at + 1] for row in table.rows for at in (0, 2)}
    assert (cells["Quyết định"], cells["Khởi công"]) == ("05/03/2026 *", "12/04/2026 *")
    assert (cells["Nghiệm thu"], cells["Bàn giao"]) == ("không rõ ngày *", "không rõ ngày *")
    assert cells["Khảo sát"] == ""
    notes = [one.text for one in paper.blocks if isinstance(one, Text)]
    assert notes[-1] == "* Trước khi dùng phần mềm, chưa có giấy trong máy."


def test_a_decision_made_since_counts_over_the_one_taken_over(commune: Workspace, tmp_path: Path) -> None:
    case = taken_over(commune, tmp_path)
    approve(commune, DecisionDraft("300/QĐ-UBND", "2026-10-01", case_ids=(case,), amount=70_000_000))
    with commune.read() as session:
        state = case_state(case_facts(session)[case])
    assert (state.approved_amount, state.conflicting) == (70_000_000, ())
