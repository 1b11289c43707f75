"""What a clerk changes by hand in a package is a proposal with sheet, cell, old and new; the owner alone decides."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from app.exchange.merging import Report
from app.exchange.task import Task
from app.exchange.tasks import decide_task, list_decisions
from app.households.drafts import ConditionDraft, HouseholdDraft, MemberDraft
from app.households.operations import save_household, set_fields
from app.households.queries import HouseholdFilter, first_page, household_draft
from app.restoring import check_soundness
from app.workspace import Workspace
from models.vocabulary import TaskKind
from tests.app.exchange.quick import receive
from tests.app.exchange.test_packages import head_of, send
from tests.make import make_approved, make_case, make_household

HOMES = "Hộ gia đình"
VILLAGE_NOTE = "Nhà ở đầu bản\nđường khó đi = 2 km"


@pytest.fixture
def home(commune: Workspace) -> str:
    """A household with everything a cell may have to show."""
    with commune.read() as session:
        from app.areas.queries import villages

        village = villages(session, commune.author.office)[0].id
    draft = HouseholdDraft(
        "Lò Văn Pâng",
        "MH01",
        "male",
        "1972",
        "011072001234",
        "Thái",
        "0912345678",
        village,
        category="poor",
        flags=frozenset({"ethnic_minority", "female_head"}),
        member_count=4,
        note=VILLAGE_NOTE,
        members=(MemberDraft("Lò Thị Mai", "con", "female", "1990-02-03"),),
        condition=ConditionDraft(area_m2="36.5", roof="+ tấm lợp", roof_hard=False, built_year=1998),
    )
    return save_household(commune, draft)[1]


def place(sheet: Worksheet, field: str, row_id: str | None = None) -> tuple[int, int]:
    """Row and column of a cell by the hidden ids."""
    column = next(cell.column for cell in sheet[1] if cell.value == field)
    row = next((cells[0].row for cells in sheet.iter_rows(min_row=3) if cells[0].value == row_id), 0)
    assert isinstance(column, int)
    return row or 0, column


def edited(package: Path, edit: Callable[[Worksheet], None], sheet: str = HOMES) -> Path:
    """The package as a clerk saves it after working in one sheet."""
    workbook = load_workbook(package)
    edit(workbook[sheet])
    changed = package.with_name(f"sua-{package.name}")
    workbook.save(changed)
    return changed


def typed(row_id: str, field: str, value: object) -> Callable[[Worksheet], None]:
    """One cell typed over."""

    def edit(sheet: Worksheet) -> None:
        row, column = place(sheet, field, row_id)
        sheet.cell(row, column).value = value  # type: ignore[assignment]

    return edit


def proposals(workspace: Workspace) -> list[tuple[str | None, object]]:
    return [(one.field, one.values[-1].value) for one in waiting(workspace)]


def waiting(workspace: Workspace) -> list[Task]:
    return [one for one in list_decisions(workspace) if one.kind is TaskKind.PROPOSAL]


def told(report: Report) -> list[dict[str, object]]:
    return [{name: one[name] for name in ("sheet", "cell", "field", "old", "new")} for one in report.proposals]


def test_an_untouched_package_proposes_nothing(commune: Workspace, upper: Workspace, home: str, tmp_path: Path) -> None:
    make_approved(commune, make_case(commune, "Quàng Thị Ín", requested=60_000_000))
    package = send(commune, tmp_path)
    resaved = edited(package, lambda _: None)
    for file in (package, resaved):
        report = receive(upper, file)
        assert (report.proposals, report.reported) == ([], [])


def test_a_changed_cell_is_named_and_waits_for_the_owner(
    commune: Workspace, upper: Workspace, home: str, tmp_path: Path
) -> None:
    receive(upper, send(commune, tmp_path / "len"))
    back = send(upper, tmp_path / "ve", commune.author.office)
    report = receive(commune, edited(back, typed(home, "household.head_name", "Lò Văn Păng")))
    row, column = place(load_workbook(back)[HOMES], "household.head_name", home)
    assert told(report) == [
        {
            "sheet": HOMES,
            "cell": load_workbook(back)[HOMES].cell(row, column).coordinate,
            "field": "head_name",
            "old": "Lò Văn Pâng",
            "new": "Lò Văn Păng",
        }
    ]
    assert head_of(commune, home) == "Lò Văn Pâng"
    (task,) = waiting(commune)
    decide_task(commune, task.id, 2)
    assert head_of(commune, home) == "Lò Văn Păng"
    assert check_soundness(commune).sound


def test_a_correction_made_at_the_upper_office_travels_down_and_its_answer_up(
    commune: Workspace, upper: Workspace, home: str, tmp_path: Path
) -> None:
    file = edited(send(commune, tmp_path / "len"), typed(home, "household.phone", "0987 654 321"))
    assert len(receive(upper, file).proposals) == 1
    assert proposals(upper) == []
    receive(commune, send(upper, tmp_path / "ve", commune.author.office))
    assert proposals(commune) == [("phone", "0987654321")]
    (task,) = waiting(commune)
    origin = task.values[-1].origin
    assert origin is not None
    assert (origin.cell, origin.file) == ("Hộ gia đình H3", file.name), "where it was typed over, two offices away"
    decide_task(commune, task.id, 1)
    assert receive(commune, file.with_name(file.name)).result == "refused"  # it was addressed to the upper office
    receive(upper, send(commune, tmp_path / "len2"))
    again = receive(upper, file)
    assert (again.result, again.proposals) == ("already", [])
    assert proposals(commune) == proposals(upper) == []


@pytest.mark.parametrize(
    ("field", "typed_value", "kept"),
    [
        ("household.category", "cận nghèo", None),
        ("household.category", "Hộ cận nghèo", "near_poor"),
        ("household.birth", "20/05/1956", "1956-05-20"),
        ("household.birth", 1956, "1956"),
        ("household.member_count", "5 ", 5),
        ("household.flags", "Dân tộc thiểu số", "ethnic_minority"),
        ("household.note", None, None),
        ("household.citizen_id", "123", None),
        ("household.village_id", "bản chi luông", None),
    ],
)
def test_values_are_read_as_their_field_or_reported(
    commune: Workspace, upper: Workspace, home: str, tmp_path: Path, field: str, typed_value: object, kept: object
) -> None:
    report = receive(upper, edited(send(commune, tmp_path), typed(home, field, typed_value)))
    read = [one["new"] for one in report.proposals]
    if typed_value is None:
        assert read == [None]
    elif kept is None and not report.reported:
        assert read == []  # the same village, typed without its capitals
    else:
        assert read == ([] if kept is None else [kept])
        assert len(report.reported) == (kept is None)


def test_sorted_moved_renamed_and_inserted_rows_and_columns_are_harmless(
    commune: Workspace, upper: Workspace, home: str, tmp_path: Path
) -> None:
    for name in ("Quàng Thị Ín", "Cà Văn Hịa"):
        make_household(commune, name)

    def shuffle(sheet: Worksheet) -> None:
        rows = [[cell.value for cell in cells] for cells in sheet.iter_rows(min_row=3)]
        for number, values in enumerate(reversed(rows), start=3):
            for column, value in enumerate(values, start=1):
                sheet.cell(number, column).value = value
        sheet.insert_cols(4)
        sheet.insert_rows(4)
        sheet.title = "Ho gia dinh cua toi"

    report = receive(upper, edited(send(commune, tmp_path), shuffle))
    assert (report.proposals, report.reported) == ([], [])


def test_a_row_that_was_deleted_is_told_and_nothing_is_lost(
    commune: Workspace, upper: Workspace, home: str, tmp_path: Path
) -> None:
    report = receive(upper, edited(send(commune, tmp_path), lambda sheet: sheet.delete_rows(3)))
    assert report.proposals == []
    assert [one["old"] for one in report.reported] == [home[-6:]]
    assert head_of(upper, home) == "Lò Văn Pâng"


def test_what_happened_is_not_corrected_in_a_file(commune: Workspace, upper: Workspace, tmp_path: Path) -> None:
    case = make_case(commune, requested=60_000_000)
    make_approved(commune, case)
    package = send(commune, tmp_path)

    def raise_amount(sheet: Worksheet) -> None:
        sheet.cell(3, place(sheet, "decision.amount")[1]).value = 90_000_000

    report = receive(upper, edited(package, raise_amount, "Quyết định"))
    assert report.proposals == []
    assert [one["new"] for one in report.reported] == ["90000000"]
    assert "Sửa sai" in report.reported[0]["why"]


def add_row(sheet: Worksheet, **values: object) -> None:
    """A row typed below the last, without an id."""
    number = sheet.max_row + 1
    for name, value in values.items():
        field = name.replace("__", ".") if name != "head" else "="
        sheet.cell(number, place(sheet, field)[1]).value = value  # type: ignore[assignment]


def test_a_row_typed_below_the_last_is_taken_over_or_not(
    commune: Workspace, upper: Workspace, home: str, tmp_path: Path
) -> None:
    receive(upper, send(commune, tmp_path / "len"))
    back = send(upper, tmp_path / "ve", commune.author.office)

    def add(sheet: Worksheet) -> None:
        add_row(
            sheet,
            household__head_name="Cà Văn Hịa",
            household__birth=1989,
            household__category="Hộ nghèo",
            household__commune_code=commune.author.office,
        )
        add_row(sheet, household__head_name="Vàng Thị Chía", household__commune_code=commune.author.office)

    file = edited(back, add)
    assert len(receive(commune, file).proposals) == 2
    assert receive(commune, file).proposals == []
    tasks = waiting(commune)
    assert len(tasks) == 2
    in_order = "họ và tên chủ hộ Cà Văn Hịa; ngày, năm sinh 1989; đối tượng Hộ nghèo"
    assert in_order in [one.values[1].shown for one in tasks]
    for task in tasks:
        decide_task(commune, task.id, 2 if "Hịa" in task.text else 1)
    assert waiting(commune) == []
    with commune.read() as session:
        heads = {one.head_name: one.id for one in first_page(session, HouseholdFilter())}
        assert set(heads) == {"Lò Văn Pâng", "Cà Văn Hịa"}
        assert household_draft(session, heads["Cà Văn Hịa"]).category == "poor"
    assert check_soundness(commune).sound
    receive(upper, send(commune, tmp_path / "len2"))
    assert head_of(upper, heads["Cà Văn Hịa"]) == "Cà Văn Hịa"
    assert waiting(upper) == []


def test_a_copied_row_with_another_name_is_a_row_to_add(
    commune: Workspace, upper: Workspace, home: str, tmp_path: Path
) -> None:
    def copy(sheet: Worksheet) -> None:
        values = [cell.value for cell in sheet[3]]
        for column, value in enumerate(values, start=1):
            sheet.cell(4, column).value = value
        sheet.cell(4, place(sheet, "household.head_name")[1]).value = "Lò Văn Con"

    report = receive(upper, edited(send(commune, tmp_path), copy))
    assert [one["cell"] for one in report.proposals] == ["A4"]
    assert head_of(upper, home) == "Lò Văn Pâng"


def test_a_member_is_added_to_the_household_whose_head_is_named(
    commune: Workspace, upper: Workspace, home: str, tmp_path: Path
) -> None:
    def add(sheet: Worksheet) -> None:
        add_row(sheet, head="Lò Văn Pâng", member__name="Lò Văn Út", member__relation="con")
        add_row(sheet, head="Không Ai Cả", member__name="Lò Văn Lạc")

    report = receive(upper, edited(send(commune, tmp_path), add, "Nhân khẩu"))
    assert len(report.proposals) == 1
    assert "Không Ai Cả" in report.reported[0]["why"]
    receive(commune, send(upper, tmp_path / "ve", commune.author.office))
    (task,) = waiting(commune)
    decide_task(commune, task.id, 2)
    with commune.read() as session:
        members = household_draft(session, home).members or ()
    assert sorted(one.name or "" for one in members) == ["Lò Thị Mai", "Lò Văn Út"]


def test_a_value_that_the_owner_has_typed_meanwhile_needs_no_decision(
    commune: Workspace, upper: Workspace, home: str, tmp_path: Path
) -> None:
    receive(upper, send(commune, tmp_path / "len"))
    back = send(upper, tmp_path / "ve", commune.author.office)
    set_fields(commune, home, {"phone": "0987654321"})
    receive(commune, edited(back, typed(home, "household.phone", "0987654321")))
    assert proposals(commune) == []
