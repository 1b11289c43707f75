"""Reports that were kept: figures, houses and file stay; the next one names every difference and what came late."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook

from app.backup import write_backup
from app.construction.drafts import StageDraft
from app.construction.operations import record_stages
from app.kept_files import BESIDE
from app.problems import Refused, Stale
from app.reports.asked import Asked
from app.reports.catalogue import make_report
from app.reports.drafts import SentDraft, SentNoteDraft
from app.reports.operations import keep_report, kept_file, note_sent, save_kept_file
from app.reports.queries import differences, kept_content, last_sent, sent_reports
from app.restoring import restore
from app.workspace import Workspace
from models.vocabulary import Stage
from tests.make import make_approved, make_case, make_finished

FIRST, NEXT = Asked("2025-10-31", "2025-10-25"), Asked("2025-11-07", "2025-11-01")


@pytest.fixture
def cases(commune: Workspace) -> list[str]:
    """Two houses, one of them begun before the first report."""
    made = [make_case(commune, "Lò Văn Pâng"), make_case(commune, "Quàng Thị Ín")]
    make_approved(commune, *made)
    record_stages(commune, [StageDraft(made[0], Stage.START, "2025-10-20")])
    return made


def kept(workspace: Workspace, asked: Asked = FIRST, **more: str) -> str:
    return keep_report(workspace, SentDraft("progress", asked, **more))[1]


def test_what_was_kept_stays_as_it_was(commune: Workspace, cases: list[str]) -> None:
    sent = kept(commune, number="12/BC-UBND", sent_on="2025-11-01", addressee="Sở Xây dựng")
    make_finished(commune, cases[0], day="2025-10-30")
    with commune.read() as session:
        (row,) = sent_reports(session)
        content = kept_content(session, sent)
    assert (row.number, row.sent_on, row.addressee, row.as_of) == (
        "12/BC-UBND", "2025-11-01", "Sở Xây dựng", "2025-10-31",
    )  # fmt: skip
    assert [(one.head_name, one.status) for one in content.houses] == [
        ("Lò Văn Pâng", "started"),
        ("Quàng Thị Ín", "approved"),
    ]
    table = content.tables[0]
    assert table.total[table.keys.index("accepted")] == 0


def test_the_file_that_was_sent_is_kept_by_its_content(commune: Workspace, cases: list[str], tmp_path: Path) -> None:
    sent = kept(commune)
    with commune.read() as session:
        (row,) = sent_reports(session)
    file = kept_file(commune, row)
    assert file.stem == row.file_hash
    save_kept_file(commune, sent, tmp_path / "lấy ra.xlsx")
    assert len(load_workbook(tmp_path / "lấy ra.xlsx").worksheets) == 3
    file.write_bytes(b"broken")
    with pytest.raises(Refused):
        kept_file(commune, row)


def test_the_next_report_lists_every_difference_by_household(commune: Workspace, cases: list[str]) -> None:
    kept(commune)
    record_stages(commune, [StageDraft(cases[1], Stage.START, "2025-11-03")])
    new = make_case(commune, "Cà Thị Lả")
    make_approved(commune, new, day="2025-11-04")
    report = make_report(commune, "progress", replace(NEXT, compare=True))
    changes, late = report.tables[-2:]
    told = {(row.cells[1], row.cells[3], row.cells[4], row.cells[5]) for row in changes.rows}
    assert told == {
        ("Cà Thị Lả", "Thêm vào báo cáo", "", "Đã duyệt, chưa khởi công"),
        ("Quàng Thị Ín", "Tình trạng", "Đã duyệt, chưa khởi công", "Đã khởi công"),
        ("Quàng Thị Ín", "Ngày khởi công", "", "03/11/2025"),
    }
    assert late.rows == ()


def test_what_was_entered_late_is_named(commune: Workspace, cases: list[str]) -> None:
    kept(commune)
    record_stages(commune, [StageDraft(cases[1], Stage.START, "2025-10-28")])
    with commune.read() as session:
        before = last_sent(session, "progress", NEXT.as_texts(), NEXT.as_of)
        assert before is not None
        found = differences(session, before, make_report(commune, "progress", NEXT).houses)
    assert [(one.entity, one.day, one.head_name) for one in found.late] == [
        ("stage_record", "2025-10-28", "Quàng Thị Ín")
    ]


def test_only_a_report_of_the_same_scope_is_compared(commune: Workspace, cases: list[str]) -> None:
    kept(commune, replace(FIRST, work="repair"))
    report = make_report(commune, "progress", replace(NEXT, compare=True))
    assert report.notes[-1].startswith("Chưa chốt báo cáo nào")
    assert len(report.tables) == 2


def test_number_and_days_are_noted_afterwards(commune: Workspace, cases: list[str]) -> None:
    sent = kept(commune)
    with commune.read() as session:
        (row,) = sent_reports(session)
    note_sent(commune, SentNoteDraft(sent, row.version, "15/BC-UBND", "2025-11-01", "2025-11-02", "Sở Xây dựng"))
    with commune.read() as session:
        (after,) = sent_reports(session)
    assert (after.number, after.file_hash) == ("15/BC-UBND", row.file_hash)
    with pytest.raises(Stale):
        note_sent(commune, SentNoteDraft(sent, row.version, "16/BC-UBND"))
    with pytest.raises(Refused):
        note_sent(commune, SentNoteDraft(sent, after.version, issued_on="2025-11-05", sent_on="2025-11-01"))


def test_a_day_that_has_not_come_is_not_kept(commune: Workspace, cases: list[str]) -> None:
    with pytest.raises(Refused):
        kept(commune, Asked("2999-01-01", "2998-12-25"))


def test_a_backup_carries_the_files_that_were_sent(commune: Workspace, cases: list[str], tmp_path: Path) -> None:
    kept(commune)
    target = tmp_path / "sao lưu" / "xã.db"
    write_backup(commune.engine, target, commune.folder)
    assert len(list((target.parent / BESIDE).glob("??/*.xlsx"))) == 1
    restored, _ = restore(tmp_path / "máy mới", target)
    try:
        with restored.read() as session:
            (row,) = sent_reports(session)
        assert kept_file(restored, row).exists()
    finally:
        restored.close()
