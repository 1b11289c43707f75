"""Every layout of the corpus imported twice: `run.py test tests/long/lists_twice.py -n0`.

The fate of every row is told and adds up; the second time nothing is new and nothing changes.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from app.lists.operations import ImportOptions, import_list
from app.problems import Refused
from app.workspace import open_workspace
from tests.corpus.layouts import LAYOUTS
from tests.corpus.pages import Book

FATES = ("new", "changed", "unchanged", "rejected", "skipped")


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.__name__)
def test_a_list_imported_again_changes_nothing(
    layout: Callable[[Book], None], commune_template: Path, tmp_path: Path
) -> None:
    book = Book()
    layout(book)
    path = book.save(tmp_path / "danh sách.xlsx")
    folder = tmp_path / "office"
    shutil.copytree(commune_template, folder)
    workspace = open_workspace(folder)
    try:
        _, dry = import_list(workspace, path, ImportOptions(dry_run=True))
        _, first = import_list(workspace, path)
        try:
            changes, second = import_list(workspace, path)
        except Refused:
            pytest.fail("imported once, refused the second time")
    finally:
        workspace.close()
    for report in (dry, first, second):
        told = report.as_json()
        assert told["read"] == sum(told[fate] for fate in FATES)
    assert {fate: dry.as_json()[fate] for fate in FATES} == {fate: first.as_json()[fate] for fate in FATES}
    assert (second.new, second.changed) == (0, 0), f"{changes} {second.as_json()}"
    assert second.unchanged == first.new
