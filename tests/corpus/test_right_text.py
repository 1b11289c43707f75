"""Text that is already right stays as it is, whatever the old encodings would make of its letters."""

from __future__ import annotations

from pathlib import Path

from app.lists.reading import ReadingOptions, read_list_here
from tests.corpus.encodings import RIGHT_AS_IT_IS, RIGHT_WITH_FEW_LETTERS
from tests.corpus.layouts_plain import PLAIN
from tests.corpus.legacy import texts_changed
from tests.corpus.pages import Book
from tests.corpus.people import make_families


def test_right_text_is_never_changed(tmp_path: Path) -> None:
    assert texts_changed(tmp_path, RIGHT_AS_IT_IS) == {}
    assert texts_changed(tmp_path, RIGHT_WITH_FEW_LETTERS) == {}


def test_right_text_is_not_changed_in_an_old_font_either(tmp_path: Path) -> None:
    beyond_the_old_fonts = [text for text in RIGHT_AS_IT_IS if any(ord(letter) > 255 for letter in text)]
    assert texts_changed(tmp_path, beyond_the_old_fonts, ".VnTime") == {}
    assert texts_changed(tmp_path, beyond_the_old_fonts, "VNI-Times") == {}


def test_a_right_list_needs_no_repair(tmp_path: Path) -> None:
    book = Book()
    book.page(PLAIN).letterhead().headings().numbers().families(make_families("right", 400)).total().signatures()
    file = read_list_here(book.save(tmp_path / "list.xlsx"), ReadingOptions())
    assert len(file.rows) == 400
    assert [repair for row in file.rows for repair in row.repairs] == []
    assert [problem for row in file.rows for problem in row.problems] == []
