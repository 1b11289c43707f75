"""A single cell that was changed by hand is named, whatever field it is of; 10,000 in tests/long/cell_edits.py."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from app.exchange import layout
from app.exchange.merging import receive_package
from app.workspace import Workspace
from tests.app.exchange.cells import Book, Values, fill, misses, names_of
from tests.app.exchange.test_packages import send


@pytest.fixture
def book(commune: Workspace, upper: Workspace, tmp_path: Path) -> Book:
    """A package with a row of every kind, which the upper office has received."""
    fill(commune, 7)
    package = send(commune, tmp_path / "gửi")
    assert receive_package(upper, package).result == "merged"
    with commune.read() as session:
        names = names_of(session, commune.author.office)
    return Book(package, Values(random.Random(7), names))


def test_every_field_is_in_the_package(book: Book) -> None:
    wanted = {one.machine_id for sheet in layout.sheets() for one in sheet.columns}
    assert {one[2].machine_id for one in book.cells} == wanted


def test_cells_changed_together_and_one_alone_are_each_named(upper: Workspace, book: Book, tmp_path: Path) -> None:
    assert misses(upper, book, book.edits(book.cells), tmp_path / "mọi ô.xlsx") == []
    for cell in random.Random(1).sample(book.cells, 5):
        assert misses(upper, book, book.edits([cell]), tmp_path / "một ô.xlsx") == []
