"""The corpus is as large as was promised, and its lists differ from each other."""

from __future__ import annotations

from tests.corpus.columns import KINDS
from tests.corpus.headings import STRANGERS, VARIANTS
from tests.corpus.layouts import LAYOUTS
from tests.corpus.pages import Book
from tests.corpus.tables import make_tables


def test_the_corpus_has_sixty_headings_and_forty_layouts() -> None:
    assert sum(map(len, VARIANTS.values())) >= 300
    assert all(len(set(variants)) == len(variants) for variants in VARIANTS.values())
    assert len({layout.__name__ for layout in LAYOUTS}) == len(LAYOUTS) >= 60
    assert (set(VARIANTS) | set(STRANGERS)) <= set(KINDS)


def test_layouts_are_whole_lists_and_no_two_alike() -> None:
    seen = set()
    for layout in LAYOUTS:
        book = Book()
        layout(book)
        assert len(book.expected.families) >= 8, layout.__name__
        sheets = book.workbook.worksheets
        seen.add(tuple(row for sheet in sheets for row in sheet.iter_rows(max_row=9, values_only=True)))
    assert len(seen) == len(LAYOUTS)


def test_the_same_seed_deals_the_same_headings() -> None:
    first, second = make_tables(3), make_tables(3)
    assert [next(first) for _ in range(20)] == [next(second) for _ in range(20)]
