"""Scenario S1: the first day of a commune that has been building for months, from its own old Excel file, by commands.

The file is as officers keep it: six sheets, a village each, typed in .VnTime, in millions, headings of two rows, ticks,
sums and signatures; 64 made-up houses. LibreOffice wrote it once in the format of Excel 97.
"""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from app.flags.queries import flags_of
from app.parsing import today
from app.reports.asked import Asked
from app.reports.catalogue import make_report
from app.reports.dossier import dossier
from app.reports.today import today_facts
from app.wording.paperwork import kind_name
from app.workspace import Workspace, open_workspace
from tests.journeys.test_commands import COMMUNE, SUPERIOR, Office

TRACKING = Path(__file__).parents[1] / "files" / "theo-doi-nha-tam-2026.xls"
VILLAGES = ("Bản Hua Nạng", "Bản Chi Luông", "Bản Na Lay", "Bản Pá Nậm", "Bản Bắc", "Bản Nậm Cản")
APPROVED, PAID, LEFT = 3_300_000_000, 2_616_000_000, 684_000_000


class FirstDay:
    """The commune, its file, and what the import said."""

    def __init__(self, folder: Path) -> None:
        self.office = Office(folder / "Dữ liệu phường")
        named = [word for one in VILLAGES for word in ("--village", one)]
        self.office.run(*COMMUNE, "--code", "03151", "--name", "Phường Mường Lay", *named, *SUPERIOR)
        source = ("--code", "NSTW", "--name", "Ngân sách trung ương", "--kind", "central_budget")
        self.office.run("fund", "source", "add", *source)
        self.file = folder / "Theo dõi nhà tạm 2026.xls"
        shutil.copy(TRACKING, self.file)
        self.told = self.bring_in()
        self.workspace: Workspace = open_workspace(self.office.folder)

    def bring_in(self) -> Any:
        """Import the file; every row has its fate."""
        told = self.office.run("list", "import", self.file, "--source", "NSTW")
        fates = ("new", "changed", "unchanged", "rejected", "skipped")
        assert told["read"] == sum(told[one] for one in fates)
        return told


@pytest.fixture(scope="module")
def day(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FirstDay]:
    """The first day, as far as the file is brought in."""
    found = FirstDay(tmp_path_factory.mktemp("S1"))
    yield found
    found.workspace.close()


def test_no_household_is_typed(day: FirstDay) -> None:
    told = day.told
    assert (told["new"], told["changed"], told["unchanged"], told["rejected"]) == (64, 0, 0, 0)
    assert [one["encoding"] for one in told["sheets"]] == ["tcvn3"] * 6
    assert told["problems"] == []
    listed = day.office.run("household", "list", "--limit", "100")["households"]
    assert {one["village"] for one in listed} == set(VILLAGES)
    assert Counter(one["work_type"] for one in listed) == {"new_build": 46, "repair": 18}


def test_the_first_page_says_64_houses_56_begun_41_handed_over(day: FirstDay) -> None:
    [line] = today_facts(day.workspace).programmes
    assert (line.needed, line.started, line.handed_over) == (64, 56, 41)
    assert day.office.run("status")["counts"]["handed_over"] == 41


def test_money_comes_out(day: FirstDay) -> None:
    sums = day.office.run("status")["sums"]
    assert (sums["approved"], sums["paid"], sums["approved"] - sums["paid"]) == (APPROVED, PAID, LEFT)
    [source] = day.office.run("fund", "balances")["sources"]
    assert (source["received"], source["allocated"], source["paid"], source["left"]) == (PAID, PAID, PAID, 0)


def test_nobody_is_asked_for_papers_of_before(day: FirstDay) -> None:
    asked = {one.kind: one.count for one in today_facts(day.workspace).next}
    assert asked == {"to_start": 8, "building": 15, "flags": 8}
    with day.workspace.read() as session:
        ids = [one["id"] for one in day.office.run("household", "list", "--limit", "100")["households"]]
        found = flags_of(session, ids)
        assert Counter(one.code for flags in found.values() for one in flags) == {"tranche_not_claimed": 8}  # unpaid
        assert all(not dossier(session, one).warnings for one in [one for one in ids if one not in found][:4])
    assert {one["field"] for one in day.office.run("tasks")} == {"tranche_not_claimed"}


def test_files_that_lack_papers_are_listed(day: FirstDay) -> None:
    [table] = make_report(day.workspace, "papers", Asked(today().isoformat(), "2026-01-01")).tables
    missing, note = table.column("missing"), table.column("note")
    asked = "đơn đề nghị hỗ trợ nhà ở; phiếu khảo sát; biên bản họp bình xét; quyết định phê duyệt"
    built = f"{asked}; biên bản xác nhận hoàn thành giai đoạn; {kind_name('completion_check').replace('Biên', 'biên')}"
    assert Counter(str(row.cells[missing]) for row in table.rows) == {
        f"{built}; biên bản bàn giao nhà; chứng từ chi": 30,
        f"{built}; chứng từ chi": 11,  # a repair is done when accepted
        f"{asked}; chứng từ chi": 15,
        asked: 8,
    }
    assert {row.cells[note] for row in table.rows} == {"trước khi dùng phần mềm, chưa có giấy trong máy"}


def test_the_same_file_again_changes_nothing_and_one_undo_takes_it_all_back(day: FirstDay) -> None:
    again = day.bring_in()
    assert (again["new"], again["changed"], again["unchanged"]) == (0, 0, 64)
    day.office.run("undo")
    assert day.office.run("household", "list")["total"] == 0
    assert day.office.run("fund", "balances")["total"]["paid"] == 0
