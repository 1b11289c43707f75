"""Opening figures: houses that arrive in mid-course, taken over as the list knows them and taken back in one step."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from app.flags.queries import flags_of
from app.funding.drafts import SourceDraft
from app.funding.operations import add_source
from app.funding.queries import broken_limits, ledger_balances
from app.lists.operations import ImportOptions, import_list
from app.lists.report import ImportReport
from app.support.queries import CaseFacts, CaseState, cases_of_households
from app.undo import undo_newest
from app.workspace import Workspace
from models.vocabulary import SourceKind, Stage, Status
from tests.app.lists.sheets import write_list

HEADINGS = (
    "Họ và tên chủ hộ", "Năm sinh", "Thôn", "Đối tượng", "Nhu cầu", "Mức hỗ trợ (đồng)", "Số QĐ", "Ngày QĐ",
    "Ngày khởi công", "Ngày bàn giao", "Đã giải ngân (đồng)", "Nguồn vốn",
)  # fmt: skip
DONE = (
    "Lò Văn Pâng", 1962, "Bản Hua Nạng", "Hộ nghèo", "Xây mới", 60_000_000, "215/QĐ-UBND", "05/3/2026",
    "12/4/2026", "30/8/2026", 60_000_000, "NSTW",
)  # fmt: skip
BEGUN = (
    "Vì Thị Dung", 1958, "Bản Hua Nạng", "Hộ nghèo", "Sửa chữa", 30_000_000, "215/QĐ-UBND", "05/3/2026",
    "x", None, 18_000_000, "NSTW",
)  # fmt: skip
DECIDED = (
    "Cà Văn Ím", 1970, "Bản Hua Nạng", "Hộ nghèo", "Xây mới", 60_000_000, "215/QĐ-UBND", "05/3/2026",
    None, None, None, "NSTW",
)  # fmt: skip
ASKING = ("Quàng Thị Nọi", 1981, "Bản Hua Nạng", "Hộ nghèo", "Xây mới", 60_000_000)


def imported(
    commune: Workspace, folder: Path, *rows: Sequence[object], options: ImportOptions | None = None
) -> ImportReport:
    """Import one sheet; the report's sum is checked each time."""
    _, report = import_list(commune, write_list(folder / "a.xlsx", [HEADINGS, *rows]), options)
    assert report.read == report.new + report.changed + report.unchanged + report.rejected + report.skipped
    return report


def houses(commune: Workspace) -> dict[str, tuple[CaseFacts, CaseState]]:
    """The case of each household by its head."""
    with commune.read() as session:
        return {cases[0][0].head_name: cases[0] for cases in cases_of_households(session).values()}


def test_days_of_the_stages_come_with_them(commune: Workspace, tmp_path: Path) -> None:
    headings = (*HEADINGS[:6], "Ngày khởi công", "Ngày xong móng", "Xong tường", "Ngày lợp mái", "Ngày hoàn thành")
    done = (*DONE[:6], "12/4/2026", "20/4/2026", "x", "05/6/2026", "30/6/2026")
    begun = (*BEGUN[:6], "12/4/2026", "20/4/2026", None, "chưa", None)
    import_list(commune, write_list(tmp_path / "a.xlsx", [headings, done, begun]))
    days = {name: {one.stage: one.done_on for one in facts.stages} for name, (facts, _) in houses(commune).items()}
    assert days["Lò Văn Pâng"] == {
        "start": "2026-04-12", "foundation": "2026-04-20", "frame_wall": None, "roof": "2026-06-05",
        "finish": "2026-06-30",
    }  # fmt: skip
    assert days["Vì Thị Dung"] == {"start": "2026-04-12", "foundation": "2026-04-20"}


@pytest.mark.parametrize("parent", ["Tiến độ", "Ngày hoàn thành", "Tiến độ thực hiện đến nay"])
def test_stages_stand_below_progress_with_days_or_ticks(commune: Workspace, tmp_path: Path, parent: str) -> None:
    headings = [(*HEADINGS[:6], parent, None, None, None), (*[None] * 6, "Móng", "Tường", "Mái", "Hoàn thiện")]
    rows = [(*DONE[:6], "20/4/2026", "01/5/2026", "05/6/2026", "x"), (*BEGUN[:6], "x", "x", None, None)]
    path = write_list(tmp_path / "a.xlsx", [*headings, *rows])
    book = load_workbook(path)
    book.worksheets[0].merge_cells("G1:J1")
    book.save(path)
    report = import_list(commune, path)[1]
    assert report.problems == ()
    days = {name: {one.stage: one.done_on for one in facts.stages} for name, (facts, _) in houses(commune).items()}
    assert days["Lò Văn Pâng"] == {
        "start": None, "foundation": "2026-04-20", "frame_wall": "2026-05-01", "roof": "2026-06-05", "finish": None,
    }  # fmt: skip
    assert days["Vì Thị Dung"] == {"start": None, "foundation": None, "frame_wall": None}


def test_houses_arrive_at_any_state_with_their_days_and_sums(commune: Workspace, tmp_path: Path) -> None:
    report = imported(commune, tmp_path, DONE, BEGUN, DECIDED, ASKING)
    assert (report.new, report.problems) == (4, ())
    found = houses(commune)
    states = {name: state for name, (_, state) in found.items()}
    assert [states[row[0]].status for row in (DONE, BEGUN, DECIDED, ASKING)] == [
        Status.HANDED_OVER, Status.STARTED, Status.APPROVED, Status.REGISTERED,
    ]  # fmt: skip
    done = states["Lò Văn Pâng"]
    assert (done.started_on, done.handed_over_on, done.paid_amount) == ("2026-04-12", "2026-08-30", 60_000_000)
    assert sum(one.approved_amount or 0 for one in states.values()) == 150_000_000


def test_steps_the_list_does_not_tell_are_taken_over_without_a_day(commune: Workspace, tmp_path: Path) -> None:
    imported(commune, tmp_path, DONE, BEGUN)
    found = houses(commune)
    facts, state = found["Lò Văn Pâng"]
    assert state.acceptance is not None
    assert (state.acceptance.accepted_on, state.acceptance.before_program) == (None, True)
    rows: list[Any] = [*facts.decisions, *facts.stages, *facts.handovers, *facts.payments]
    assert all(one.before_program for one in rows)
    assert facts.registered_on is None
    begun = found["Vì Thị Dung"][1]
    assert (begun.started_on, begun.stages[Stage.START].before_program) == (None, True)


def test_nothing_of_before_is_a_broken_guard(commune: Workspace, tmp_path: Path) -> None:
    report = imported(commune, tmp_path, DONE, BEGUN, DECIDED)
    with commune.read() as session:
        assert [one.code for found in flags_of(session, report.ids).values() for one in found] == [
            "tranche_not_claimed"
        ]
        assert broken_limits(session) == []
    for facts, state in houses(commune).values():
        assert (state.warnings, state.red_flag, [one.warnings for one in facts.decisions]) == ((), False, [None])


def test_the_ledger_gets_one_opening_line_a_source_and_comes_out(commune: Workspace, tmp_path: Path) -> None:
    fund = (*DECIDED[:8], "2/5/2026", None, 20_000_000, "Quỹ VNN")
    imported(commune, tmp_path, DONE, BEGUN, fund)
    with commune.read() as session:
        balances = ledger_balances(session)
    lines = {one.code: (one.kind, one.received, one.allocated, one.paid, one.left) for one in balances.sources}
    assert lines == {
        "NSTW": ("central_budget", 78_000_000, 78_000_000, 78_000_000, 0),
        "QVNN": ("fund_for_poor", 20_000_000, 20_000_000, 20_000_000, 0),
    }
    assert (balances.total.paid, balances.total.left) == (98_000_000, 0)


def test_the_whole_import_is_one_undo(commune: Workspace, tmp_path: Path) -> None:
    imported(commune, tmp_path, DONE, BEGUN, DECIDED, ASKING)
    undo_newest(commune)
    assert houses(commune) == {}
    with commune.read() as session:
        assert ledger_balances(session).sources == ()


def test_the_same_figures_again_change_nothing(commune: Workspace, tmp_path: Path) -> None:
    imported(commune, tmp_path, DONE, BEGUN, DECIDED, ASKING)
    before = houses(commune)
    report = imported(commune, tmp_path, DONE, BEGUN, DECIDED, ASKING)
    assert (report.new, report.changed, report.unchanged, report.problems) == (0, 0, 4, ())
    assert houses(commune) == before


def test_what_is_recorded_here_stays_and_the_difference_is_told(commune: Workspace, tmp_path: Path) -> None:
    imported(commune, tmp_path, DONE)
    later = (*DONE[:9], "31/8/2026", 45_000_000, "NSTW")
    report = imported(commune, tmp_path, later)
    assert (report.unchanged, [one.problem.code for one in report.problems]) == (
        1, ["opening_step_differs", "opening_paid_differs"],
    )  # fmt: skip
    state = houses(commune)["Lò Văn Pâng"][1]
    assert (state.handed_over_on, state.paid_amount) == ("2026-08-30", 60_000_000)


def test_a_household_known_already_is_given_what_was_done(commune: Workspace, tmp_path: Path) -> None:
    imported(commune, tmp_path, DONE[:6])
    report = imported(commune, tmp_path, DONE)
    assert (report.changed, report.new) == (1, 0)
    assert houses(commune)["Lò Văn Pâng"][1].status is Status.HANDED_OVER


def test_money_without_a_source_takes_the_chosen_one(commune: Workspace, tmp_path: Path) -> None:
    for code, kind in (("NSTW", SourceKind.CENTRAL_BUDGET), ("NSĐP", SourceKind.LOCAL_BUDGET)):
        add_source(commune, SourceDraft(code, code, kind))
    imported(commune, tmp_path, DONE[:11], options=ImportOptions(source="NSĐP"))
    with commune.read() as session:
        assert {one.code: one.paid for one in ledger_balances(session).sources} == {"NSTW": 0, "NSĐP": 60_000_000}


def test_money_whose_source_nobody_tells_is_kept_without_one(commune: Workspace, tmp_path: Path) -> None:
    report = imported(commune, tmp_path, DONE[:11], BEGUN[:11])
    assert [(one.problem.code, one.problem.values["count"]) for one in report.problems] == [("opening_no_source", 2)]
    with commune.read() as session:
        balances = ledger_balances(session)
        assert (balances.without_source.paid, balances.total.left) == (78_000_000, 0)


def test_a_source_that_is_not_known_rejects_the_row(commune: Workspace, tmp_path: Path) -> None:
    report = imported(commune, tmp_path, DONE, (*BEGUN[:11], "Cty Hoa Ban"))
    assert (report.new, report.rejected) == (1, 1)
    assert [one.problem.code for one in report.problems] == ["opening_source_unknown"]


def test_work_without_an_amount_has_no_decision_yet(commune: Workspace, tmp_path: Path) -> None:
    report = imported(commune, tmp_path, (*DONE[:5], None, None, None, *DONE[8:]))
    assert [one.problem.code for one in report.problems] == ["opening_no_amount"]
    state = houses(commune)["Lò Văn Pâng"][1]
    assert (state.status, state.decision, state.paid_amount) == (Status.HANDED_OVER, None, 60_000_000)


def test_the_sums_taken_over_are_told(commune: Workspace, tmp_path: Path) -> None:
    report = imported(commune, tmp_path, DONE, BEGUN, DECIDED, ASKING)
    assert report.as_json()["opening"] == {
        "decided": 3, "approved": 150_000_000, "started": 2, "handed_over": 1, "paid": 78_000_000,
    }  # fmt: skip
    assert report.lines()[1] == (
        "Số liệu đầu kỳ (trước khi dùng phần mềm, chưa có giấy trong máy): 3 hộ đã duyệt 150.000.000 đồng, "
        "2 hộ đã khởi công, 1 hộ đã bàn giao, đã chi 78.000.000 đồng."
    )


def test_old_stands_against_new_where_a_known_household_changes(commune: Workspace, tmp_path: Path) -> None:
    imported(commune, tmp_path, ASKING)
    report = imported(commune, tmp_path, (*ASKING[:3], "Hộ cận nghèo", "Sửa chữa", 30_000_000))
    assert [(one["field"], one["label"], one["old"], one["new"]) for one in report.as_json()["differences"]] == [
        ("category", "Đối tượng", "Hộ nghèo", "Hộ cận nghèo"),
        ("work_type", "Hình thức", "Xây mới", "Sửa chữa"),
        ("requested_amount", "Mức đề nghị (đồng)", "60.000.000", "30.000.000"),
    ]
    assert "Danh sách!2, Quàng Thị Nọi: Đối tượng: “Hộ nghèo” → “Hộ cận nghèo”." in report.lines()


def test_by_what_a_household_was_known_is_told(commune: Workspace, tmp_path: Path) -> None:
    imported(commune, tmp_path, ASKING)
    [row] = imported(commune, tmp_path, (str(ASKING[0]).upper(), *ASKING[1:3], "Hộ cận nghèo")).rows
    assert row.evidence == (
        "Là hộ đã có: Quàng Thị Nọi, 1981, Bản Hua Nạng (khớp họ và tên chủ hộ, ngày, năm sinh, thôn)."
    )
