"""Importing lists into a real data folder: the fate of every row, and nothing half-done."""

from __future__ import annotations

import multiprocessing
from collections.abc import Sequence
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from sqlalchemy import func, select

from app.actions import Action
from app.areas.queries import villages
from app.households.drafts import HouseholdDraft
from app.households.operations import save_household
from app.households.queries import household_draft
from app.journal.store import OPERATIONS
from app.lists.operations import ImportOptions, import_list, save_template
from app.lists.report import ImportReport
from app.paths import resource
from app.problems import Cancelled, Refused, Trouble
from app.progress import Progress
from app.support.queries import cases_of_households
from app.wording.messages import problem_text
from app.workspace import Workspace
from models.household import Household
from models.vocabulary import Status
from tests.app.documents.foreign_files import SHEET, sheet_xml, write_foreign
from tests.app.lists.sheets import write_list, write_lists

HEADINGS = ("Họ và tên chủ hộ", "Năm sinh", "Giới tính", "Số CCCD", "Thôn", "Đối tượng", "Nhu cầu", "Mức hỗ trợ (đồng)")
PANG = ("Lò Văn Pâng", 1962, "Nam", "011062900001", "Bản Hua Nạng", "Hộ nghèo", "Xây mới", 60_000_000)
DUNG = ("Vì Thị Dung", 1958, "Nữ", None, "Bản Hua Nạng", "Khuyết tật", None, None)


def imported(
    workspace: Workspace, folder: Path, *rows: Sequence[object], options: ImportOptions | None = None
) -> ImportReport:
    """Import one sheet with these rows; the report's sum is checked each time."""
    _, report = import_list(workspace, write_list(folder / "a.xlsx", [HEADINGS, *rows]), options)
    assert report.read == report.new + report.changed + report.unchanged + report.rejected + report.skipped
    return report


def counts(report: ImportReport) -> tuple[int, int, int, int]:
    return (report.new, report.changed, report.unchanged, report.rejected)


def codes(report: ImportReport) -> list[str]:
    return [one.problem.code for one in report.problems]


def heads(workspace: Workspace) -> list[str]:
    with workspace.read() as session:
        return sorted(session.scalars(select(Household.head_name).where(Household.row_out.is_(False))))


def operations(workspace: Workspace) -> int:
    with workspace.read() as session:
        return session.scalar(select(func.count()).select_from(OPERATIONS)) or 0


def test_the_sample_list_is_saved_in_one_change_and_again_changes_nothing(commune: Workspace) -> None:
    path = resource("samples", "danh-sach-ho.xlsx")
    changes, report = import_list(commune, path)
    assert changes is not None
    assert {"household", "support_case", "housing_condition"} <= changes.tables
    assert (counts(report), len(heads(commune))) == ((40, 0, 0, 0), 40)
    before = operations(commune)
    with commune.read() as session:
        changed = select(OPERATIONS.c.change).where(OPERATIONS.c.action == Action.IMPORT_LIST.value.name)
        assert len(set(session.scalars(changed))) == 1
    _, again = import_list(commune, path)
    assert counts(again) == (0, 0, 40, 0)
    assert operations(commune) == before


def test_a_row_becomes_household_and_registered_case(commune: Workspace, tmp_path: Path) -> None:
    report = imported(commune, tmp_path, PANG, DUNG)
    pang, dung = report.ids
    with commune.read() as session:
        draft = household_draft(session, pang)
        (case, state), *others = cases_of_households(session, [pang])[pang]
        assert cases_of_households(session, [dung]) == {}
        names = {one.id: one.name for one in villages(session, "03151")}
    assert (draft.head_name, draft.birth, draft.gender, draft.citizen_id) == ("Lò Văn Pâng", "1962", "male", PANG[3])
    assert (names[draft.village_id or ""], draft.category) == ("Bản Hua Nạng", "poor")
    assert (case.work_type, case.requested_amount, state.status, others) == (
        "new_build",
        60_000_000,
        Status.REGISTERED,
        [],
    )


def test_the_programme_is_the_one_named_with_the_list(commune: Workspace, tmp_path: Path) -> None:
    with pytest.raises(Refused, match="programme_unknown") as refused:
        imported(commune, tmp_path, PANG, options=ImportOptions(programme="không có"))
    assert "Ghi đúng một tên trong các chương trình đang có: " in problem_text(refused.value.problems[0])
    with commune.read() as session:
        from app.support.programmes import load_programmes

        code = list(load_programmes(session).values())[-1].code
    report = imported(commune, tmp_path, PANG, options=ImportOptions(programme=code))
    with commune.read() as session:
        ((case, _),) = cases_of_households(session)[report.ids[0]]
    assert case.programme is not None
    assert case.programme.code == code


def test_changed_cells_change_the_household_and_empty_ones_leave_it(commune: Workspace, tmp_path: Path) -> None:
    imported(commune, tmp_path, PANG, DUNG)
    report = imported(
        commune,
        tmp_path,
        ("Lò Văn Pâng A", None, None, "011062900001", None, "Hộ cận nghèo", None, 70_000_000),
        DUNG,
    )
    assert counts(report) == (0, 1, 1, 0)
    with commune.read() as session:
        draft = household_draft(session, report.ids[0])
        ((case, _),) = cases_of_households(session, report.ids)[report.ids[0]]
    assert (draft.head_name, draft.birth, draft.category) == ("Lò Văn Pâng A", "1962", "near_poor")
    assert (case.work_type, case.requested_amount) == ("new_build", 70_000_000)


def test_without_id_number_name_birth_and_village_say_who_it_is(commune: Workspace, tmp_path: Path) -> None:
    imported(commune, tmp_path, DUNG)
    same = imported(commune, tmp_path, ("Vi Thi Dung", 1958, "Nữ", None, "Hua Nạng", None, "SC", None))
    assert counts(same) == (0, 1, 0, 0)
    assert heads(commune) == ["Vì Thị Dung"]
    other = imported(commune, tmp_path, ("Vì Thị Dung", 1959, "Nữ", None, "Bản Hua Nạng", None, None, None))
    assert counts(other) == (1, 0, 0, 0)


@pytest.mark.parametrize(
    ("listed", "told"),
    [("Lò Văn Pản", ["household_accents"]), ("LO VAN PANG", []), ("Lò Văn Pâng", [])],
)
def test_a_name_with_other_accents_is_never_taken_for_another_in_silence(
    commune: Workspace, tmp_path: Path, listed: str, told: list[str]
) -> None:
    here = "Lò Văn Pán" if told else "Lò Văn Pâng"
    imported(commune, tmp_path, (here, 1962, "Nam", None, "Bản Hua Nạng"))
    report = imported(commune, tmp_path, (listed, 1962, "Nam", None, "Bản Hua Nạng"))
    assert (report.unchanged, [one.problem.code for one in report.problems]) == (1, told)
    assert all(one.problem.warning for one in report.problems)


def test_an_ambiguous_match_is_rejected_and_overwrites_nothing(commune: Workspace, tmp_path: Path) -> None:
    with commune.read() as session:
        village = villages(session, "03151")[0].id
    for _ in range(2):
        save_household(
            commune, HouseholdDraft(head_name="Lò Thị Ín", birth="1970", village_id=village, category="poor")
        )
    with commune.read() as session:
        name = villages(session, "03151")[0].name
    before = operations(commune)
    report = imported(commune, tmp_path, ("Lò Thị Ín", 1970, "Nữ", None, name, None, None, None), PANG)
    assert (counts(report), codes(report)) == ((1, 0, 0, 1), ["household_ambiguous"])
    assert operations(commune) == before + 2


def test_the_same_person_twice_in_a_file_is_taken_once(commune: Workspace, tmp_path: Path) -> None:
    report = imported(commune, tmp_path, DUNG, PANG, PANG, DUNG)
    assert (counts(report), codes(report)) == ((2, 0, 0, 2), ["citizen_id_twice", "household_twice"])
    assert "dòng 3" in problem_text(report.problems[0].problem)


def test_a_bad_row_is_named_and_the_others_are_saved(commune: Workspace, tmp_path: Path) -> None:
    report = imported(
        commune,
        tmp_path,
        PANG,
        (None, 1970, "Nam", None, None, None, None, None),
        ("Lò Văn A", 2099, None, None, None, None, None, None),
        ("Lò Văn B", "nhiều năm", None, None, None, None, None, None),
        ("Lò Văn C", None, None, "12345", None, None, None, None),
        ("Lò Văn D", None, None, None, None, None, None, "nhiều"),
    )
    assert counts(report) == (1, 0, 0, 5)
    told = [(one.row, one.column, one.problem.code) for one in report.problems]
    assert told == [
        (3, "A", "required"),
        (4, "B", "birth_ahead"),
        (5, "B", "not_birth"),
        (6, "D", "not_citizen_id"),
        (7, "H", "not_money"),
    ]
    assert heads(commune) == ["Lò Văn Pâng"]


def test_an_id_number_that_disagrees_is_saved_and_listed(commune: Workspace, tmp_path: Path) -> None:
    report = imported(commune, tmp_path, ("Lò Văn Pâng", 1963, "Nữ", "011062900001", None, None, None, None))
    assert counts(report) == (1, 0, 0, 0)
    assert sorted(codes(report)) == ["citizen_id_birth", "citizen_id_gender"]
    assert {one["level"] for one in report.as_json()["problems"]} == {"warning"}


def test_an_unknown_village_is_added_once_and_listed(commune: Workspace, tmp_path: Path) -> None:
    rows = [(f"Lò Văn {one}", 1960, None, None, village, None, None, None)
            for one, village in (("An", "Bản Mới"), ("Bình", "Mới"), ("Chung", "tổ dân phố 5"))]  # fmt: skip
    report = imported(commune, tmp_path, *rows)
    assert [(one.kind, one.after, one.row, one.column) for one in report.repairs] == [
        ("village_added", "Bản Mới", 2, "E")
    ]
    with commune.read() as session:
        names = [one.name for one in villages(session, "03151")]
        stands = {draft.village_id for draft in (household_draft(session, one) for one in report.ids)}
    assert names.count("Bản Mới") == 1
    assert len(names) == 4
    assert len(stands) == 2


def test_a_village_is_not_added_for_a_row_that_is_rejected_or_when_refused(commune: Workspace, tmp_path: Path) -> None:
    rejected = ("Lò Văn An", 2099, None, None, "Bản Lạ", None, None, None)
    assert imported(commune, tmp_path, PANG, rejected).repairs == ()
    refusing = ImportOptions(refused=("village_added",))
    report = imported(
        commune, tmp_path, PANG, ("Lò Văn An", 1960, None, None, "Bản Lạ", None, None, None), options=refusing
    )
    assert (counts(report), codes(report)) == ((0, 0, 1, 1), ["village_refused"])
    with commune.read() as session:
        assert len(villages(session, "03151")) == 3


def test_a_village_or_an_address_is_left_as_typed_where_its_cell_is_refused(commune: Workspace, tmp_path: Path) -> None:
    row = ("Lò Văn An", 1960, None, None, "Bản Lạ", None, None, None)
    options = ImportOptions(refused_cells={("Danh sách", 2, "E")}, dry_run=True)
    report = imported(commune, tmp_path, row, (*PANG[:4], "Bản Hua Nạng", *PANG[5:]), options=options)
    assert (report.new, codes(report)) == (1, ["village_refused"])


def test_a_village_with_other_accents_is_asked_and_one_without_is_a_listed_repair(
    commune: Workspace, tmp_path: Path
) -> None:
    typed = (("An", "Bản Hua Nạng"), ("Bình", "Bản Hua Nàng"), ("Chung", "ban hua nang"))
    rows = [(f"Lò Văn {given}", 1960, None, None, village, None, None, None) for given, village in typed]
    report = imported(commune, tmp_path, *rows)
    assert (report.new, codes(report)) == (2, ["village_alike"])
    assert [(one.kind, one.row, one.after) for one in report.repairs] == [("village_spelling", 4, "Bản Hua Nạng")]


def test_an_address_that_is_a_villages_name_is_that_village(commune: Workspace, tmp_path: Path) -> None:
    rows = [("Họ và tên chủ hộ", "Địa chỉ"), ("Lò Văn An", "Bản Hua Nạng"), ("Lò Văn Bình", "Số 5 đường A")]
    path = write_list(tmp_path / "a.xlsx", rows)
    _, report = import_list(commune, path)
    assert [(one.kind, one.row, one.column) for one in report.repairs] == [("village_from_address", 2, "B")]
    with commune.read() as session:
        first, second = (household_draft(session, one) for one in report.ids)
    assert (first.address, first.village_id is not None) == (None, True)
    assert (second.address, second.village_id) == ("Số 5 đường A", None)
    _, refused = import_list(commune, path, ImportOptions(refused=("village_from_address",), dry_run=True))
    assert refused.repairs == ()


def test_the_dry_run_says_the_same_and_writes_nothing(commune: Workspace, tmp_path: Path) -> None:
    before = operations(commune)
    options = ImportOptions(dry_run=True)
    dry = imported(commune, tmp_path, PANG, DUNG, ("", 1960), options=options)
    assert operations(commune) == before
    assert heads(commune) == []
    done = imported(commune, tmp_path, PANG, DUNG, ("", 1960))
    assert dry.as_json() == done.as_json()


def test_a_mapping_of_ones_own_and_chosen_sheets(commune: Workspace, tmp_path: Path) -> None:
    rows = [("Tên gọi", "Sinh năm"), ("Lò Văn An", 1960)]
    path = write_lists(tmp_path / "a.xlsx", {"Một": rows, "Hai": rows})
    with pytest.raises(Refused, match="list_no_table"):
        import_list(commune, path)
    _, report = import_list(commune, path, ImportOptions(sheets=["Hai"], mapping={"Tên gọi": "head_name"}))
    assert (counts(report), [sheet.name for sheet in report.sheets]) == ((1, 0, 0, 0), ["Hai"])


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (ImportOptions(sheets=["Ba"]), "sheet_unknown"),
        (ImportOptions(mapping={"Tên": "không có"}), "mapping_unknown"),
        (ImportOptions(refused=["không có"]), "repair_unknown"),
    ],
)
def test_wrong_options_are_refused_with_the_choices(
    commune: Workspace, tmp_path: Path, options: ImportOptions, code: str
) -> None:
    with pytest.raises(Refused, match=code) as caught:
        imported(commune, tmp_path, PANG, options=options)
    assert problem_text(caught.value.problems[0])


def test_no_table_no_rows_and_no_good_row_are_refused_and_change_nothing(commune: Workspace, tmp_path: Path) -> None:
    before = operations(commune)
    for rows, code in (
        ([("Vật tư", "Số lượng"), ("Xi măng", 5)], "list_no_table"),
        ([HEADINGS], "list_empty"),
        ([HEADINGS, (None, 1970), ("Lò Văn A", "x")], "list_nothing_saved"),
    ):
        with pytest.raises(Refused, match=code) as caught:
            import_list(commune, write_list(tmp_path / "a.xlsx", rows))
        assert all(problem_text(one) for one in caught.value.problems)
    assert operations(commune) == before


def test_only_a_commune_imports_lists(upper: Workspace, tmp_path: Path) -> None:
    with pytest.raises(Refused, match="commune_only"):
        imported(upper, tmp_path, PANG)


def test_a_hostile_list_is_one_sentence_and_changes_nothing(commune: Workspace, tmp_path: Path) -> None:
    before = operations(commune)
    far = write_foreign(tmp_path / "a.xlsx", {SHEET: sheet_xml('<row r="1"><c r="XFD20000"><v>1</v></c></row>')})
    with pytest.raises(Trouble, match="file_too_many_cells"):
        import_list(commune, far)
    (tmp_path / "b.xlsx").write_bytes(b"%PDF-1.7")
    with pytest.raises(Trouble, match="file_not_table"):
        import_list(commune, tmp_path / "b.xlsx")
    assert operations(commune) == before
    assert multiprocessing.active_children() == []


@pytest.mark.parametrize("at", [0, 1, 2])
def test_cancelling_at_any_step_changes_nothing(commune: Workspace, tmp_path: Path, at: int) -> None:
    before = operations(commune)

    def stop(done: int, _total: int, _text: str) -> None:
        if done == at:
            progress.cancel()

    progress = Progress(stop)
    path = write_list(tmp_path / "a.xlsx", [HEADINGS, PANG])
    if at == 2:
        import_list(commune, path, progress=progress)
        assert operations(commune) > before
        return
    with pytest.raises(Cancelled):
        import_list(commune, path, progress=progress)
    assert operations(commune) == before


def test_sheets_that_are_not_read_are_told_and_a_list_in_hidden_ones_alone_is_refused(
    commune: Workspace, tmp_path: Path
) -> None:
    path = write_lists(tmp_path / "a.xlsx", {"Thôn": [HEADINGS, PANG], "Cũ": [HEADINGS, PANG], "Vật tư": [["Xi măng"]]})
    book = load_workbook(path)
    book["Cũ"].sheet_state = "hidden"
    book.save(path)
    lines = import_list(commune, path, ImportOptions(dry_run=True))[1].lines()
    assert lines[1] == (
        "Không đọc trang “Cũ” (bị ẩn trong tệp), “Vật tư” (không thấy bảng danh sách hộ). "
        "Trang nào là danh sách hộ thì chọn thêm."
    )
    del book["Thôn"]
    book.save(path)
    with pytest.raises(Refused, match="list_only_hidden"):
        import_list(commune, path)


def test_the_report_has_the_shape_of_the_command_line(commune: Workspace, tmp_path: Path) -> None:
    document = imported(
        commune, tmp_path, ("LÒ VĂN AN", 1960, None, 11060900001, "Bản Lạ", None, None, None), ("", 1)
    ).as_json()
    assert list(document) == [
        "file", "sheets", "read", "new", "changed", "unchanged", "rejected", "skipped", "problems", "repairs",
        "differences", "opening", "passed_over",
    ]  # fmt: skip
    assert document["sheets"][0] == {
        "name": "Danh sách",
        "header_rows": [1],
        "mapping": dict(zip(HEADINGS, ["head_name", "birth", "gender", "citizen_id", "village", "category", "need",
                                       "support_amount"], strict=True)),
        "encoding": "unicode",
    }  # fmt: skip
    assert all(list(one) == ["sheet", "row", "column", "code", "level", "message"] for one in document["problems"])
    assert all(list(one) == ["sheet", "row", "column", "kind", "from", "to", "why"] for one in document["repairs"])
    assert {one["kind"] for one in document["repairs"]} == {"name_case", "id_leading_zero", "village_added"}


def test_the_template_offers_the_villages_of_the_office(commune: Workspace, tmp_path: Path) -> None:
    from openpyxl import load_workbook

    save_template(commune, tmp_path / "a.xlsx")
    workbook: Workbook = load_workbook(tmp_path / "a.xlsx")
    offered = {cell.value for row in workbook["_lua_chon"].iter_rows() for cell in row}
    assert {"Bản Hua Nạng", "Bản Chi Luông", "Tổ dân phố 5", "Hộ nghèo", "Nam", "Sửa chữa"} <= offered
