"""Reports: their figures against the records, their formulas against their values, days and what was known then."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any, cast

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from app.actions import Action
from app.bundled import area_id
from app.construction.drafts import AcceptanceDraft, StageDraft
from app.construction.operations import accept, record_stages
from app.funding.drafts import AllocationDraft, ContributionDraft, PaymentDraft, SourceDraft
from app.funding.operations import add_source, allocate, contribute, pay
from app.giving.drafts import DriveDraft, PersonDraft
from app.giving.operations import save_drive, save_people
from app.handover.drafts import HandoverDraft
from app.handover.operations import hand_over
from app.problems import Refused
from app.reports.asked import Asked, asked_from
from app.reports.catalogue import CATALOGUE, make_report, write_report
from app.reports.report_value import MoneyUnit, Report, ReportRow
from app.review.drafts import PovertyDraft
from app.review.poverty_operations import save_poverty_classes
from app.review.queries import indicators
from app.support.drafts import ExceptionDraft
from app.support.exception_operations import record_exceptions
from app.support.queries import case_facts
from app.workspace import Workspace
from models.movement import UnitTotal
from models.vocabulary import ContributionKind, ExceptionCase, Part, SourceKind, Stage, WorkType
from tests.app.giving.conftest import AGENCY
from tests.make import make_approved, make_case, make_finished, make_household
from tests.offices import set_up

DAY = "2025-11-20"


def asked(day: str = DAY, since: str = "2025-11-14", **more: object) -> Asked:
    return Asked(day, since, **more)  # type: ignore[arg-type]


def figures(report: Report, place: int = 0) -> Mapping[str, object]:
    """The totals of a table by column."""
    table = report.tables[place]
    return {one.key: value for one, value in zip(table.columns, table.total, strict=True)}


@pytest.fixture
def houses(commune: Workspace) -> list[str]:
    """Six houses: one asked for, five decided; of those one taken off, one begun, one accepted, one handed over."""
    cases = [make_case(commune, f"Lò Văn {name}") for name in ("Pâng", "Ín", "Ọi", "Thận", "Inh")]
    cases.append(make_case(commune, "Quàng Thị Ín", work_type=WorkType.REPAIR))
    make_approved(commune, *cases[1:])
    record_exceptions(commune, [ExceptionDraft(cases[1], ExceptionCase.WITHDRAWN, "2025-08-01", "Chuyển đi làm ăn")])
    record_stages(commune, [StageDraft(one, Stage.START, "2025-11-10") for one in cases[3:]])
    accept(commune, [AcceptanceDraft(one, "2025-11-15", "40", frozenset(Part)) for one in cases[4:]])
    hand_over(commune, [HandoverDraft(cases[5], "2025-11-18")])
    return cases


def test_houses_are_counted_by_where_they_stand_and_accepted_apart_from_handed_over(
    commune: Workspace, houses: list[str]
) -> None:
    found = figures(make_report(commune, "progress", asked()))
    expected = {
        "need": 4, "need_new": 3, "need_repair": 1, "poor_new": 3, "poor_repair": 1, "started": 3, "started_period": 0,
        "accepted": 2, "accepted_period": 2, "given": 1, "given_repair": 1, "given_period": 1, "not_started": 1,
        "left": 1, "waiting": 0, "given_share": Decimal("0.2500"),
    }  # fmt: skip
    assert {name: found[name] for name in expected} == expected


def test_what_is_shown_is_what_is_stored(commune: Workspace, houses: list[str]) -> None:
    report = make_report(commune, "progress", asked())
    assert report.counted
    assert all(one.shown == one.stored for one in report.counted)
    assert report.counted[0].stored == len(houses) - 1, "what was asked for today was not there then"
    assert make_report(commune, "progress", asked("2030-01-01")).counted[0].stored == len(houses)


def test_as_of_an_earlier_day_later_events_are_not_there(commune: Workspace, houses: list[str]) -> None:
    found = figures(make_report(commune, "progress", asked("2025-11-16", "2025-11-10")))
    assert (found["started"], found["accepted"], found["given"], found["accepted_period"]) == (3, 2, 0, 2)
    assert figures(make_report(commune, "progress", asked("2025-11-12")))["accepted"] == 0


def test_what_was_entered_later_was_not_known_then(commune: Workspace, houses: list[str]) -> None:
    known = make_report(commune, "progress", asked(known=True))
    assert known.known == DAY
    assert [table.rows for table in known.tables[:1]] != []
    assert known.counted[0].stored == 0, "all houses were entered after that day"


def test_a_report_leaves_the_records_alone(commune: Workspace, houses: list[str]) -> None:
    before = figures(make_report(commune, "progress", asked("2030-01-01")))
    make_report(commune, "progress", asked("2025-08-01", known=True))
    assert figures(make_report(commune, "progress", asked("2030-01-01"))) == before


def test_a_scope_narrows_the_houses(commune: Workspace, houses: list[str]) -> None:
    found = figures(make_report(commune, "progress", asked(work="repair")))
    assert (found["need"], found["given"]) == (1, 1)
    with pytest.raises(Refused):
        make_report(commune, "progress", asked(village="Bản không có"))


def test_parameters_that_nobody_knows_are_refused() -> None:
    assert asked_from({"period": "month", "unit": "million"}, "20/11/2025") == asked(
        since="2025-11-01", unit=MoneyUnit.MILLION
    )
    for wrong in ({"colour": "red"}, {"unit": "dollar"}, {"period": "day"}, {"by": "moon"}):
        with pytest.raises(Refused):
            asked_from(wrong)


NEEDS = {"campaign": {"campaign": "muong-lay-2024"}, "units": {"campaign": "soc-trang-2023"}}


@pytest.mark.parametrize("name", sorted(CATALOGUE))
def test_the_formulas_of_a_workbook_give_the_values_of_the_report(
    commune: Workspace, houses: list[str], tmp_path: Path, name: str
) -> None:
    report = make_report(commune, name, asked(**NEEDS.get(name, {})))
    target = tmp_path / "báo cáo.xlsx"
    assert write_report(commune, report, target).rows == report.rows
    book = load_workbook(target)
    assert len(book.worksheets) == len(report.tables) + bool(report.charts)
    for table, sheet in zip(report.tables, book.worksheets, strict=False):
        assert (sheet.page_setup.orientation, int(sheet.page_setup.paperSize or 0)) == ("landscape", 9)
        assert sheet.print_title_rows
        if not table.rows:
            continue
        first = int(sheet.print_title_rows.rsplit("$", 1)[1]) + 1
        lines = [*(row.cells for row in table.rows), *([table.total] if table.total else [])]
        for row, cells in enumerate(lines, start=first):
            for place, value in enumerate(cells, start=1):
                shown = computed(sheet, sheet.cell(row, place).value)
                if isinstance(value, int | Decimal):
                    assert (shown or 0) == pytest.approx(float(value), abs=5e-5), (row, place)
                elif value is None:
                    assert shown in (None, ""), (row, place)


def computed(sheet: Worksheet, value: Any) -> Any:
    """What a formula of ours gives: a sum of a column, a sum of cells, a quotient."""

    def at(place: str) -> Any:
        return computed(sheet, cast(Any, sheet[place]).value)

    if not isinstance(value, str) or not value.startswith("="):
        return value
    if found := re.fullmatch(r"=SUM\(([A-Z]+)(\d+):\1(\d+)\)", value):
        column, start, stop = found.groups()
        cells = [at(f"{column}{row}") for row in range(int(start), int(stop) + 1)]
        return sum(one for one in cells if isinstance(one, int | float))
    if found := re.fullmatch(r'=IF\(N\((\w+)\)=0,"",(\w+)/\1\)', value):
        whole, part = (at(one) or 0 for one in found.groups())
        return part / whole if whole else ""
    return sum(at(one) or 0 for one in value[1:].split("+"))


@pytest.mark.parametrize("ending", ["pdf", "docx"])
@pytest.mark.parametrize("name", sorted(CATALOGUE))
def test_every_report_is_drawn_on_paper(
    commune: Workspace, houses: list[str], tmp_path: Path, name: str, ending: str
) -> None:
    target = tmp_path / f"báo cáo.{ending}"
    written = write_report(commune, make_report(commune, name, asked(**NEEDS.get(name, {}))), target)
    assert target.stat().st_size > 5_000
    assert (written.pages is not None) == (ending == "pdf")


def test_another_ending_is_refused(commune: Workspace, houses: list[str], tmp_path: Path) -> None:
    with pytest.raises(Refused):
        write_report(commune, make_report(commune, "progress", asked()), tmp_path / "a.csv")


def test_units_without_a_list_are_counted_and_marked(upper: Workspace) -> None:
    values = {"area_id": area_id("03151"), "as_of": "2025-11-01", "new_build": 7, "repair": 3, "started": 6}
    later = values | {"as_of": "2025-11-10", "started": 8, "accepted": 4, "handed_over": 2, "paid": 300_000_000}
    with upper.change(Action.SAVE_MOVEMENT) as change:
        change.recorder.record_many([(UnitTotal, values), (UnitTotal, later)])
    report = make_report(upper, "progress", asked())
    (row,) = report.tables[0].rows
    assert "số tổng hợp, chưa có danh sách" in str(row.cells[1])
    found = figures(report)
    assert (found["need"], found["started"], found["accepted"], found["given"]) == (10, 8, 4, 2)
    assert all(one.shown == one.stored for one in report.counted)
    assert figures(make_report(upper, "progress", asked("2025-11-05")))["started"] == 6


def test_totals_of_a_commune_that_sends_its_list_are_not_counted_twice(commune: Workspace, houses: list[str]) -> None:
    values = {"area_id": area_id("03151"), "as_of": "2025-11-01", "new_build": 70}
    with commune.change(Action.SAVE_MOVEMENT) as change:
        change.recorder.record_many([(UnitTotal, values)])
    assert figures(make_report(commune, "progress", asked()))["need"] == 4


def test_a_doubtful_legal_basis_is_told_and_not_printed(commune: Workspace) -> None:
    report = make_report(commune, "campaign", asked(campaign="muong-lay-2024"))
    assert any("359/QĐ-TTg" in one for one in report.warnings)
    assert not any("359/QĐ-TTg" in line for one in report.sections for line in one.lines)
    assert report.sections[0].heading.endswith("CĂN CỨ")
    assert any("VƯỚNG MẮC" in one.heading for one in report.sections)


@pytest.mark.parametrize(
    "code", ["luong-son-2024", "muong-lay-2024", "so-tai-chinh-lang-son-2024", "soc-trang-2023", "xuan-tang-2022"]
)
def test_every_bundled_plan_has_its_report(commune: Workspace, houses: list[str], code: str, tmp_path: Path) -> None:
    report = make_report(commune, "campaign", asked(campaign=code))
    assert all(one.shown == one.stored for one in report.counted)
    assert write_report(commune, report, tmp_path / "báo cáo.docx").rows == report.rows


def test_an_office_that_raises_money_reports_its_drive(tmp_path: Path) -> None:
    workspace = set_up(tmp_path / "Dữ liệu", AGENCY)
    drive = DriveDraft("Ủng hộ xóa nhà tạm", "2024-11-01", "2025-04-30", "2025-05-19", "salary", 26, 1, "Quỹ tỉnh")
    _, drive_id, _ = save_drive(workspace, drive)
    save_people(workspace, drive_id, [PersonDraft("Hoàng Văn Sơn", "Văn phòng", expected=360_000)])
    report = make_report(workspace, "campaign", asked("2025-05-10", campaign="so-tai-chinh-lang-son-2024"))
    (departments,) = [one for one in report.tables if one.title == "Theo phòng, ban"]
    assert departments.total_of("expected") == 360_000
    assert any("VẬN ĐỘNG" in one.heading for one in report.sections)
    workspace.close()


def test_every_row_of_the_money_report_adds_up_where_a_source_has_no_receipts(commune: Workspace) -> None:
    case, other = make_case(commune), make_case(commune, "Quàng Thị Ín")
    make_approved(commune, case, other)
    add_source(commune, SourceDraft("NSTW", "Ngân sách trung ương", SourceKind.CENTRAL_BUDGET))
    add_source(commune, SourceDraft("QVNN", "Quỹ Vì người nghèo", SourceKind.FUND_FOR_POOR))
    contribute(commune, [ContributionDraft("QVNN", ContributionKind.TRANSFER, "2025-09-01", 100_000_000)])
    assert all(one.key != "unknown" for table in make_report(commune, "money", asked()).tables for one in table.columns)
    pay(commune, [PaymentDraft(case, "NSTW", 36_000_000, "2025-10-02", "PC 1", 1)])
    allocate(commune, [AllocationDraft(other, "QVNN", 60_000_000, "2025-10-03")])
    pay(commune, [PaymentDraft(other, "QVNN", 36_000_000, "2025-10-03", "PC 2", 1)])
    by_source, by_month = make_report(commune, "money", asked()).tables
    for table, start in ((by_source, ""), (by_month, "opening")):
        for row in table.rows:
            line = cast("dict[str, int]", dict(zip([one.key for one in table.columns], row.cells, strict=True)))
            came, went = line.get(start, 0) + line["received"] + line["unknown"], line["paid"] + line.get("remitted", 0)
            assert came - went == line["left" if not start else "balance"]
    assert figures(make_report(commune, "money", asked()))["unknown"] == 36_000_000


def test_behind_each_number_stand_as_many_households(commune: Workspace) -> None:
    for number, work in enumerate((WorkType.NEW_BUILD, WorkType.REPAIR, WorkType.NEW_BUILD)):
        case = make_case(commune, f"Hộ {number}", work_type=work)
        make_approved(commune, case)
        if number:
            make_finished(commune, case, day="2025-10-20")
    for name, asked_for in (("progress", asked()), ("units", replace(asked(), campaign="muong-lay-2024"))):
        report = make_report(commune, name, asked_for)
        table, known = report.tables[0], {one.household_id for one in report.houses}
        pairs = [
            (table.households(at, place), row.cells[place], column.key)
            for place, column in enumerate(table.columns)
            for at, row in enumerate((*table.rows, ReportRow(table.total)))
            if any(column.key in one.behind for one in table.rows)
        ]
        assert any(homes for homes, _, _ in pairs)
        assert all(len(homes) == number for homes, number, _ in pairs)
        assert known.issuperset(home for homes, _, _ in pairs for home in homes)


def test_the_poverty_report_names_who_is_watched_until_when_and_counts_by_indicator(commune: Workspace) -> None:
    case = make_case(commune)
    with commune.read() as session:
        home = case_facts(session, [case])[case].household_id
    classes = [PovertyDraft(home, 2024, "poor"), PovertyDraft(home, 2025, "average", certified_on="2025-11-20")]
    other = PovertyDraft(make_household(commune, "Quàng Thị Ín"), 2025, "poor", indicators=(indicators()[0].code,))
    save_poverty_classes(commune, [*classes, other])
    _, _, watched, lacking = make_report(commune, "poverty", asked("2025-12-01", year=2025)).tables
    assert [row.cells[1:] for row in watched.rows] == [("Lò Văn Pâng", "Chưa ghi thôn", 2025, "2028-11-20")]
    assert [row.cells[-1] for row in lacking.rows] == [1, *[0] * 11]
