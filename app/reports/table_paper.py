"""A list of the window on paper as it is shown: A4 lying, headings on every page, filters and count named."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from app.documents.parts import Column
from app.documents.shown_table import Shown, ShownTable, about_text, shown_row, shown_text, sums_of
from app.documents.text_files import write_text_papers
from app.documents.text_paper import Look, Table, Text, TextPaper
from app.office.queries import office_facts
from app.problems import Trouble
from app.progress import Progress
from app.wording import table_file as words
from app.workspace import Workspace

_AT_ONCE = 500
#: Letters in points, the largest that fits is taken; the width of a lying sheet between its margins, in points.
_SIZES, _SHEET = (11.0, 9.5, 8.0), 690
#: How wide a letter is by its size, in a text and in a heading; the blank room of a cell; the longest text on one line.
_LETTER, _BOLD, _ROOM, _LONGEST = 0.5, 0.58, 0.8, 28


def print_shown(
    workspace: Workspace,
    path: Path,
    table: ShownTable,
    count: int,
    rows: Callable[[int, int], Sequence[Sequence[Shown]]],
    progress: Progress | None = None,
) -> int:
    """Write `count` rows, asked for as `rows(start, stop)`, into a PDF; returns its pages.

    Raises `Trouble`, `Cancelled`: then there is no file.
    """
    progress = progress or Progress()
    found: list[list[Shown]] = []
    for start in range(0, count, _AT_ONCE):
        progress.step(start, count, words.DRAWING)
        found += [shown_row(table, row) for row in rows(start, min(start + _AT_ONCE, count))]
    with workspace.read() as session:
        office = office_facts(session).name
    pages = write_text_papers(path, table.title, [_paper(table, found, about_text(office, len(found)))], progress)
    if pages is None:
        raise Trouble("file_not_readable", name=path.name)
    return pages


def _paper(table: ShownTable, rows: Sequence[Sequence[Shown]], about: str) -> TextPaper:
    numbers = {place for row in rows for place, value in enumerate(row) if isinstance(value, int)}
    days = {place for row in rows for place, value in enumerate(row) if isinstance(value, date)}
    texts = tuple(tuple(map(shown_text, row)) for row in rows)
    sums = tuple(map(shown_text, sums_of(table, rows)))
    words = [
        _width(heading, [row[place] for row in (*texts, sums) if row])
        for place, (heading, _) in enumerate(table.columns)
    ]
    size = next((one for one in _SIZES if sum(words) * one <= _SHEET), _SIZES[-1])
    columns = tuple(
        Column(
            " ".join(heading.split()),
            words[place],
            "right" if place in numbers else "center" if place in days else "left",
        )
        for place, (heading, _) in enumerate(table.columns)
    )
    blocks = [Text(table.filters, Look.CENTERED)] if table.filters else []
    return TextPaper(
        (table.title.upper(),),
        (*blocks, Table(columns, texts, sums, size=size)),
        under_title=(about,),
        closing=table.total,
        wide=True,
    )


def _width(heading: str, texts: Sequence[str]) -> float:
    """How wide a column is by the size of its letters: its longest text on one line, the words of its heading whole."""
    text = min(max(map(len, texts), default=0), _LONGEST) * _LETTER
    return max(text, max(map(len, heading.split()), default=1) * _BOLD) + _ROOM
