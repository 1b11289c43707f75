"""Mutated lists through the reader: sentences or rows come out; `tests/long/fuzz_lists.py` makes many more."""

from __future__ import annotations

from pathlib import Path

from app.documents.intake import kind_of
from app.lists.reading import ReadingOptions, read_list_here
from app.problems import Trouble
from app.wording.messages import trouble_text
from tests.app.lists.mutations import OPENS_WITH, good_files, mutated

FIRST, COUNT = 1, 250


def outcome_of(path: Path) -> str:
    """What reading the file comes to: `rows`, `no table`, or the sentence."""
    try:
        kind_of(path)
        found = read_list_here(path, ReadingOptions(password=OPENS_WITH))
    except Trouble as trouble:
        return trouble_text(trouble)
    return "rows" if found.rows else "no table"


def test_good_files_are_read(tmp_path: Path) -> None:
    for name, content in good_files().items():
        path = tmp_path / name
        path.write_bytes(content)
        assert outcome_of(path) == "rows", name


def test_only_sentences_come_out_of_broken_lists(tmp_path: Path) -> None:
    outcomes = set()
    for seed in range(FIRST, FIRST + COUNT):
        name, content = mutated(seed)
        path = tmp_path / name
        path.write_bytes(content)
        outcomes.add(outcome_of(path))
    assert {"rows", "no table"} < outcomes
