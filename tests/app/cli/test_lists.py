"""`list import` and `list template` as scripts call them: JSON keys and exit statuses."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from app.cli.main import main
from app.workspace import Workspace
from tests.app.lists.sheets import HEADINGS, write_list

PANG = (1, "Lò Văn Pâng", 1962, "011062900001", "Bản Hua Nạng")


class Shell:
    """Runs `list` commands on one data folder."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self.capsys = capsys
        self.err = ""

    def __call__(self, *words: str | Path, status: int = 0) -> Any:
        """The JSON answer of a command that ends with this status."""
        self.capsys.readouterr()
        found = main(["list", *map(str, words), "--json", "--data", str(self.folder)])
        out, self.err = self.capsys.readouterr()
        assert found == status, self.err
        return json.loads(out)


@pytest.fixture
def shell(commune: Workspace, capsys: pytest.CaptureFixture[str]) -> Shell:
    return Shell(commune.folder, capsys)


def test_good_rows_are_saved_and_bad_ones_named_with_status_0(shell: Shell, tmp_path: Path) -> None:
    answer = shell("import", write_list(tmp_path / "a.xlsx", [HEADINGS, PANG, (2, None, 1970)]))
    assert (answer["read"], answer["new"], answer["rejected"]) == (2, 1, 1)
    (problem,) = answer["problems"]
    assert (problem["sheet"], problem["row"], problem["column"], problem["level"]) == ("Danh sách", 3, "B", "error")


def test_the_options_reach_the_import(shell: Shell, tmp_path: Path) -> None:
    (tmp_path / "m.json").write_text('{"Tên gọi": "head_name", "Ghi chú": null}', encoding="utf-8")
    path = write_list(tmp_path / "a.xlsx", [("Tên gọi", "Năm sinh", "Ghi chú"), ("LÒ VĂN PÂNG", 1962, "x")], "Một")
    words = ("import", path, "--sheet", "Một", "--mapping", tmp_path / "m.json", "--refuse", "name_case,text")
    dry = shell(*words, "--dry-run", "--programme", "xoa-nha-tam")
    assert (dry["new"], dry["repairs"]) == (1, [])
    assert dry["sheets"][0]["mapping"] == {"Tên gọi": "head_name", "Năm sinh": "birth"}
    assert shell(*words) == dry


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ([("Vật tư", "Số lượng"), ("Xi măng", 5)], "list_no_table"),
        ([HEADINGS, (1, "Lò Văn A", "x")], "list_nothing_saved"),
    ],
)
def test_no_table_or_no_good_row_is_status_1(shell: Shell, tmp_path: Path, rows: list[Any], code: str) -> None:
    answer = shell("import", write_list(tmp_path / "a.xlsx", rows), status=1)
    assert answer["error"]["problems"][0]["code"] == code


def test_a_file_that_cannot_be_read_is_status_3(shell: Shell, tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(b"PK\x03\x04 no zip")
    answer = shell("import", tmp_path / "a.xlsx", status=3)
    assert answer["error"]["message"] in shell.err
    shell("import", tmp_path / "missing.xlsx", status=3)


@pytest.mark.parametrize("content", ["{", "[]", '{"Tên": 1}'])
def test_a_mapping_that_is_none_is_refused(shell: Shell, tmp_path: Path, content: str) -> None:
    (tmp_path / "m.json").write_text(content, encoding="utf-8")
    path = write_list(tmp_path / "a.xlsx", [HEADINGS, PANG])
    answer = shell("import", path, "--mapping", tmp_path / "m.json", status=1)
    assert answer["error"]["problems"][0]["code"] == "mapping_unfit"


def test_the_error_workbook_is_written_where_there_is_anything_to_correct(shell: Shell, tmp_path: Path) -> None:
    good = write_list(tmp_path / "a.xlsx", [HEADINGS, PANG])
    shell("import", good, "--errors", tmp_path / "e.xlsx")
    assert not (tmp_path / "e.xlsx").exists()
    bad = write_list(tmp_path / "b.xlsx", [HEADINGS, PANG, (2, "Lò Thị Hoa", "20/13/1950", None, "Nà Mặn")])
    shell("import", bad, "--errors", tmp_path / "e.xlsx")
    assert (tmp_path / "e.xlsx").is_file()


def test_the_error_workbook_is_written_when_nothing_could_be_saved(shell: Shell, tmp_path: Path) -> None:
    path = write_list(tmp_path / "a.xlsx", [HEADINGS, (1, "Lò Thị Hoa", "20/13/1950", None, "Nà Mặn")])
    answer = shell("import", path, "--errors", tmp_path / "e.xlsx", status=1)
    assert answer["error"]["problems"][-1]["code"] == "errors_written"
    assert (tmp_path / "e.xlsx").is_file()


def test_a_single_cell_is_left_as_typed(shell: Shell, tmp_path: Path) -> None:
    path = write_list(tmp_path / "a.xlsx", [HEADINGS, (1, "LÒ VĂN PÂNG", 1962), (2, "LÒ THỊ HOA", 1970)], "Danh sách")
    answer = shell("import", path, "--refuse", "Danh sách!B2")
    assert [(one["row"], one["kind"]) for one in answer["repairs"]] == [(3, "name_case")]
    answer = shell("import", path, "--refuse", "Danh sách!hai", status=1)
    assert answer["error"]["problems"][0]["code"] == "cell_unknown"


def test_households_of_a_list_that_may_be_one_stand_among_the_tasks(shell: Shell, tmp_path: Path) -> None:
    rows = [HEADINGS, PANG, (2, "Pâng Lò Văn", 1962, None, "Bản Hua Nạng")]
    assert shell("import", write_list(tmp_path / "a.xlsx", rows))["new"] == 2
    shell.capsys.readouterr()
    main(["tasks", "--json", "--data", str(shell.folder)])
    tasks = json.loads(shell.capsys.readouterr()[0])
    assert [one["field"] for one in tasks if one["kind"] == "duplicate"] == ["alias_of"]


def test_the_template_needs_no_data_folder(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    answer = Shell(tmp_path / "nowhere", capsys)("template", tmp_path / "mẫu.xlsx")
    assert answer["files"] == [str(tmp_path / "mẫu.xlsx")]
    assert (tmp_path / "mẫu.xlsx").is_file()
