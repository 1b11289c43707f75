"""A report as a text paper, for PDF and .docx: tables on wide sheets, texts with letterhead and signature."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from app.documents.parts import Align, Column, Signature
from app.documents.sentences import day_of
from app.documents.text_files import write_text_papers
from app.documents.text_paper import Block, Figure, Look, Table, Text, TextPaper, texts
from app.office.queries import PaperOffice
from app.progress import Progress
from app.reports.report_value import ORDINAL, Kind, Report, ReportColumn, ReportTable, cell_text
from app.reports.said import foot_lines, scope_lines
from app.wording import reports as words

#: The size of the letters, in points, up to so many columns.
_SIZES = ((7, 11.0), (10, 10.0), (14, 9.0), (18, 8.0), (24, 7.0))
_LEAST = 6.0
_LEAST_WIDTH = 5.0
#: Points times characters that fit beside each other on the long side of the sheet.
_BY_WIDTH = 1500.0
#: More columns than this do not stand on an upright sheet.
_MOST_UPRIGHT = 12


def write_report_paper(
    target: Path, report: Report, office: PaperOffice, made_on: str, progress: Progress | None = None
) -> int | None:
    """Write the PDF or .docx of a report; returns the pages of a PDF. Raises `Refused`, `Trouble`, `Cancelled`."""
    return write_text_papers(target, report.title, [report_paper(report, office, made_on)], progress)


def report_paper(report: Report, office: PaperOffice, made_on: str) -> TextPaper:
    """The report on paper; number and day of a text stay dotted until văn thư gives them."""
    if report.sections:
        return _text(report, office, made_on)
    first, *others = report.tables or (ReportTable(report.title, (), ()),)
    annexes = tuple(_page(report, one, first=False) for one in others)
    if not annexes:
        return _page(report, first, office, made_on, last=True)
    closing = _page(report, others[-1], office, made_on, last=True, first=False)
    whole = _page(report, first, office, made_on, last=False)
    return TextPaper(**{**vars(whole), "annexes": (*annexes[:-1], closing)})


def _page(
    report: Report,
    table: ReportTable,
    office: PaperOffice | None = None,
    made_on: str = "",
    *,
    last: bool = False,
    first: bool = True,
) -> TextPaper:
    """A table on pages of its own; the first carries the office, the last the notes and the signature."""
    several = len(report.tables) > 1 and table.title
    title = (report.title.upper(), table.title) if several else (report.title.upper(),)
    blocks: list[Block] = []
    if any(one.kind is Kind.MONEY for one in table.columns):
        blocks.append(Text(words.UNIT.format(unit=words.UNITS[report.unit]), Look.NOTE))
    blocks += _table(report, table)
    if first:
        blocks += [Figure(one) for one in report.charts if one.labels]
    signatures: tuple[Signature, ...] = ()
    if last:
        blocks += texts(foot_lines(report))
        signatures = (office.signature(made_on),) if office else ()
    head = office.head(day=day_of(made_on)) if office and first else None
    return TextPaper(title, tuple(blocks), head, tuple(scope_lines(report)), signatures=signatures, wide=True)


def _table(report: Report, table: ReportTable) -> Iterator[Block]:
    if not table.rows:
        yield Text(table.empty or words.NO_ROWS)
        return
    size = next((size for most, size in _SIZES if len(table.columns) <= most), _LEAST)
    size = max(_LEAST, min(size, _BY_WIDTH / sum(one.width for one in table.columns)))
    columns = tuple(Column(one.heading, max(one.width, _LEAST_WIDTH), _side(one), one.group) for one in table.columns)
    rows = tuple(tuple(_cells(report, table, row.cells)) for row in table.rows)
    total = tuple(_cells(report, table, table.total)) if table.total else ()
    yield Table(columns, rows, total, size=size)


def _side(column: ReportColumn) -> Align:
    if column.kind is Kind.DAY or column.key == ORDINAL:
        return "center"
    return "left" if column.kind is Kind.TEXT else "right"


def _cells(report: Report, table: ReportTable, cells: tuple[object, ...]) -> Iterator[str]:
    for value, one in zip(cells, table.columns, strict=True):
        yield cell_text(value, one.kind, report.unit)  # type: ignore[arg-type]


def _text(report: Report, office: PaperOffice, made_on: str) -> TextPaper:
    """A text: its sections with their tables, what is shown against what is stored below them.

    A table too wide for the upright sheet is an annex on its long side.
    """
    blocks: list[Block] = []
    annexes: list[TextPaper] = []
    for one in report.sections:
        blocks += [Text(one.heading, Look.HEADING)] if one.heading else []
        blocks += texts(one.lines)
        if one.table is None:
            continue
        table = report.tables[one.table]
        if len(table.columns) > _MOST_UPRIGHT and table.rows:
            annexes.append(_annex(report, table, len(annexes) + 1))
            blocks.append(Text(words.SEE_ANNEX.format(title=table.title, number=len(annexes))))
        else:
            blocks += [Text(table.title, Look.CENTERED)] if table.title and table.rows else []
            blocks += _table(report, table)
    blocks += [Figure(one) for one in report.charts if one.labels]
    blocks += texts(foot_lines(report), Look.BASIS)
    return TextPaper(
        (words.REPORT_TITLE, report.title),
        tuple(blocks),
        office.head(words.REPORT_SYMBOL),
        tuple(scope_lines(report)),
        report.addressees,
        signatures=(office.signature(made_on),),
        recipients=report.recipients,
        annexes=tuple(annexes),
    )


def _annex(report: Report, table: ReportTable, number: int) -> TextPaper:
    blocks: list[Block] = []
    if any(one.kind is Kind.MONEY for one in table.columns):
        blocks.append(Text(words.UNIT.format(unit=words.UNITS[report.unit]), Look.NOTE))
    title = (words.ANNEX.format(number=number), table.title.upper())
    return TextPaper(title, (*blocks, *_table(report, table)), under_title=tuple(scope_lines(report)), wide=True)
