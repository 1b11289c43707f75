"""What was chosen for the columns of a list is remembered for the next list of the same form, on this laptop only."""

from __future__ import annotations

from pathlib import Path

from app.households.queries import household_draft
from app.lists.memory import FILE, remember, remembered
from app.lists.operations import ImportOptions, import_list
from app.lists.reading import ReadingOptions, read_list_here
from app.workspace import Workspace
from tests.app.lists.sheets import write_list

HEADINGS = ("STT", "Họ và tên", "Năm sinh", "Gọi cho", "Hoàn cảnh")
PANG = (1, "Lò Văn Pâng", 1962, "0912345678", "Ở nhờ nhà con")


def test_the_next_list_of_the_same_form_is_read_the_same_way(commune: Workspace, tmp_path: Path) -> None:
    path = write_list(tmp_path / "2025.xlsx", [("DANH SÁCH NĂM 2025",), HEADINGS, PANG])
    _, first = import_list(commune, path, ImportOptions(mapping={"Gọi cho": "phone", "Hoàn cảnh": "note"}))
    with commune.read() as session:
        draft = household_draft(session, first.ids[0])
    assert (draft.phone, draft.note) == ("0912345678", "Hoàn cảnh: Ở nhờ nhà con")
    following = write_list(tmp_path / "2026.xlsx", [HEADINGS, (1, "Vì Thị Dung", 1958, "0987654321", None)])
    _, second = import_list(commune, following)
    with commune.read() as session:
        assert household_draft(session, second.ids[0]).phone == "0987654321"
    assert second.as_json()["sheets"][0]["mapping"]["Gọi cho"] == "phone"


def test_what_is_chosen_now_comes_before_what_was_chosen_once(tmp_path: Path) -> None:
    path = write_list(tmp_path / "a.xlsx", [HEADINGS, PANG])
    (sheet,) = read_list_here(path, ReadingOptions()).sheets
    remember(tmp_path, [sheet], {"Gọi cho": "phone", "Lạ": "note"})  # type: ignore[dict-item]
    assert remembered(tmp_path) == {sheet.signature: {"Gọi cho": "phone"}}
    options = ReadingOptions(mapping={"Gọi cho": None}, remembered=remembered(tmp_path))
    assert read_list_here(path, options).rows[0].values.phone is None


def test_columns_that_are_no_field_are_kept_as_remarks_where_wanted(tmp_path: Path) -> None:
    path = write_list(tmp_path / "a.xlsx", [(*HEADINGS, "Ghi chú"), (*PANG, "gấp")])
    dropped = read_list_here(path, ReadingOptions())
    kept = read_list_here(path, ReadingOptions(keep_unmapped=True))
    assert (dropped.rows[0].values.note, len(dropped.sheets[0].unused)) == ("gấp", 2)
    assert kept.rows[0].values.note == "gấp; Gọi cho: 0912345678; Hoàn cảnh: Ở nhờ nhà con"
    assert kept.sheets[0].unused == {}


def test_a_memory_that_cannot_be_read_is_forgotten(tmp_path: Path) -> None:
    for content in ("{", "[]", '{"a": 1, "b": {"x": "nothing known"}}'):
        (tmp_path / FILE).write_text(content, encoding="utf-8")
        assert not any(remembered(tmp_path).values())
