"""A list of the window on paper as it is shown: A4 lying, headings on every page, filters and count named."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
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
#: Letters in points, by how wide the columns are together on screen.
_LARGE, _SMALL, _SMALLEST = 11.0, 9.5, 8.0
_ROOMY, _FULL = 900, 1300
#: The room of a letter, and the least and most of a column that is narrow on screen, in pixels of the design.
_LETTER, _LEAST, _MOST = 6.4, 30, 150


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
    columns = tuple(
        Column(
            " ".join(heading.split()),
            _share(heading, width, (row[place] for row in (*texts, sums) if row)),
            "right" if place in numbers else "center" if place in days else "left",
        )
        for place, (heading, width) in enumerate(table.columns)
    )
    wide = sum(one.share for one in columns)
    size = _LARGE if wide <= _ROOMY else _SMALL if wide <= _FULL else _SMALLEST
    blocks = [Text(table.filters, Look.CENTERED)] if table.filters else []
    return TextPaper(
        (table.title.upper(),),
        (*blocks, Table(columns, texts, sums, size=size)),
        under_title=(about,),
        closing=table.total,
        wide=True,
    )


def _share(heading: str, width: int, texts: Iterable[str]) -> float:
    """As wide as its longest text on one line, within bounds; a sign drawn small on screen is words on paper."""
    longest = max(max(map(len, texts), default=0), max(map(len, heading.split()), default=0))
    return min(max(longest * _LETTER, _LEAST), max(width, _MOST))
