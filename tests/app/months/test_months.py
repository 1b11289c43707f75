"""A month ends with seven ticks that agree with the records; once closed, what comes late is told and counted."""

from __future__ import annotations

from pathlib import Path

import pypdf
import pytest
import time_machine

from app.backup import write_now
from app.construction.drafts import StageDraft
from app.construction.operations import record_stages
from app.funding.drafts import PaymentDraft, SourceDraft
from app.funding.operations import add_source, pay
from app.months.operations import (
    close_month,
    match_with_accountant,
    reopen_month,
    tick_by_hand,
    untick,
)
from app.months.papers import print_month
from app.months.queries import Tick, month_end
from app.problems import Refused
from app.undo import undo_newest
from app.workspace import Workspace
from models.vocabulary import SourceKind, Stage
from tests.app.months.test_matching import workbook
from tests.make import make_approved, make_case, make_finished

MONTH = "2025-07"


@pytest.fixture
def paid(commune: Workspace) -> list[str]:
    """Three approved houses: one finished and half paid, one paid and not started, one with nothing."""
    cases = [make_case(commune, name) for name in ("Lò Văn Pâng", "Quàng Thị Ín", "Cà Văn Ơn")]
    make_approved(commune, *cases)
    make_finished(commune, cases[0])
    add_source(commune, SourceDraft("NSTW", "Ngân sách trung ương", SourceKind.CENTRAL_BUDGET))
    pay(commune, [PaymentDraft(one, "NSTW", 24_000_000, "2025-07-21", "PC 012", 1) for one in cases[:2]])
    return cases


def tick(workspace: Workspace, name: str) -> Tick:
    return next(one for one in month_end(workspace, MONTH).ticks if one.name == name)


def accountant(tmp_path: Path, amount: int, day: str = "21/07/2025") -> Path:
    rows: list[list[object]] = [["Ngày", "Số CT", "Số tiền"], [day, "PC12", amount]]
    return workbook(tmp_path / "Kế toán tháng 7.xlsx", rows)


def test_each_tick_names_the_houses_that_make_it(commune: Workspace, paid: list[str]) -> None:
    found = month_end(commune, MONTH)
    assert [one.name for one in found.ticks] == [
        "reports", "ledger", "unpaid", "not_started", "unsigned", "packages", "backup",
    ]  # fmt: skip
    assert [row.who for row in tick(commune, "unpaid").rows] == ["Lò Văn Pâng"]
    assert "36.000.000" not in tick(commune, "unpaid").rows[0].text
    assert [row.who for row in tick(commune, "not_started").rows] == ["Quàng Thị Ín"]
    record_stages(commune, [StageDraft(paid[1], Stage.START, "2025-07-22")])
    assert tick(commune, "not_started").done
    assert found.figures["paid"] == 48_000_000
    assert found.figures["accepted"] == 1


def test_the_ledger_meets_the_accountants_list(commune: Workspace, paid: list[str], tmp_path: Path) -> None:
    assert not tick(commune, "ledger").done
    _, found = match_with_accountant(commune, MONTH, accountant(tmp_path, 47_000_000))
    assert [one.kind for one in found.differences] == ["amount"]
    [row] = tick(commune, "ledger").rows
    assert "48.000.000" in row.text
    assert "47.000.000" in row.text
    match_with_accountant(commune, MONTH, accountant(tmp_path, 48_000_000))
    assert tick(commune, "ledger").done


def test_a_backup_ticks_itself(commune: Workspace, paid: list[str]) -> None:
    write_now(commune.engine, commune.folder)
    assert tick(commune, "backup").done


def test_a_tick_by_hand_needs_a_note_and_can_be_taken_back(commune: Workspace, paid: list[str]) -> None:
    with pytest.raises(Refused):
        tick_by_hand(commune, MONTH, "unpaid", "  ")
    tick_by_hand(commune, MONTH, "unpaid", "Chờ kho bạc chuyển tiền")
    found = tick(commune, "unpaid")
    assert found.done
    assert "Chờ kho bạc chuyển tiền" in found.noted
    assert "Lò Thị Hoa" in found.noted
    untick(commune, MONTH, "unpaid")
    assert not tick(commune, "unpaid").done


def test_a_closed_month_keeps_its_figures_and_tells_what_comes_late(commune: Workspace, paid: list[str]) -> None:
    close_month(commune, MONTH)
    before = month_end(commune, MONTH)
    assert before.closed_by == "Lò Thị Hoa"
    assert before.late == 0
    with pytest.raises(Refused, match="month_closed"):
        tick_by_hand(commune, MONTH, "unpaid", "muộn")
    changes, _ = pay(commune, [PaymentDraft(paid[0], "NSTW", 1_000_000, "2025-07-25", "PC 13", 2)])
    assert changes.late == ((MONTH, before.closed_on),)
    after = month_end(commune, MONTH)
    assert after.late == 1
    assert after.figures["paid"] == before.figures["paid"], "as they were when it was closed"
    changes, _ = pay(commune, [PaymentDraft(paid[0], "NSTW", 1_000_000, "2025-08-01", "PC 14", 3)])
    assert changes.late == ()
    reopen_month(commune, MONTH)
    assert month_end(commune, MONTH).closed_on is None


def test_closing_is_undone_in_one_step(commune: Workspace, paid: list[str]) -> None:
    close_month(commune, MONTH)
    undo_newest(commune)
    assert month_end(commune, MONTH).closed_on is None


def test_a_month_that_has_not_begun_is_not_closed(commune: Workspace) -> None:
    with time_machine.travel("2025-07-31T08:00:00+07:00"), pytest.raises(Refused, match="month_not_over"):
        close_month(commune, "2025-08")


def test_the_page_of_a_closed_month_is_one_sheet(commune: Workspace, paid: list[str], tmp_path: Path) -> None:
    match_with_accountant(commune, MONTH, accountant(tmp_path, 47_000_000))
    tick_by_hand(commune, MONTH, "unpaid", "Chờ kho bạc chuyển tiền")
    close_month(commune, MONTH)
    pages = pypdf.PdfReader(print_month(commune, MONTH, tmp_path / "a.pdf")).pages
    assert len(pages) == 1
    said = " ".join(pages[0].extract_text().split())
    for wanted in ("KHÓA SỔ THÁNG", "Tháng 07/2025", "Chờ kho bạc chuyển tiền", "48.000.000", "Khác số tiền"):
        assert wanted in said
    assert print_month(commune, MONTH, tmp_path / "a.docx").stat().st_size > 5_000
