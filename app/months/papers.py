"""The page of a month's end on paper: seven ticks, the figures, the differences with the accountant."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from app.documents.parts import Column
from app.documents.sentences import day_of
from app.documents.text_files import write_text_papers
from app.documents.text_paper import Block, Look, Table, Text, TextPaper
from app.documents.words import date_text, whole_text
from app.months.queries import MonthEnd, difference_text, month_end
from app.office.queries import PaperOffice, paper_office
from app.parsing import today
from app.problems import Trouble
from app.progress import Progress
from app.wording import months as words
from app.workspace import Workspace

_MOST = 40
_MONEY = 4
_SIZE = 10


def print_month(workspace: Workspace, month: str, target: Path, progress: Progress | None = None) -> Path:
    """Write the page as .pdf or .docx. Raises `Trouble`, `Refused`, `Cancelled`."""
    found = month_end(workspace, month)
    with workspace.read() as session:
        office = paper_office(session, workspace.author.office)
    if office is None:
        raise Trouble("not_initialised")
    write_text_papers(target, words.PAPER_TITLE, [month_paper(found, office)], progress)
    return target


def month_paper(found: MonthEnd, office: PaperOffice) -> TextPaper:
    """The page as a value: it is one A4 sheet unless there are many differences."""
    made_on = today().isoformat()
    shown = words.month_text(found.month)
    state = (
        words.PAPER_CLOSED.format(day=date_text(dt.date.fromisoformat(found.closed_on)), by=found.closed_by)
        if found.closed_on
        else words.PAPER_OPEN.format(day=date_text(today()))
    )
    blocks: list[Block] = [_ticks(found), Text(words.PAPER_FIGURES, Look.HEADING), _figures(found)]
    if found.differences:
        blocks += [Text(words.DIFFERENCES, Look.HEADING), _differences(found)]
        if len(found.differences) > _MOST:
            blocks.append(Text(words.MORE_LINES.format(count=len(found.differences) - _MOST), Look.NOTE))
    return TextPaper(
        (words.PAPER_TITLE, words.PAPER_OF.format(month=shown)),
        tuple(blocks),
        office.head(day=day_of(found.closed_on or made_on)),
        (state,),
        signatures=(office.signature(found.closed_on or made_on),),
    )


def _ticks(found: MonthEnd) -> Table:
    ordinal, what, result, note = words.TICK_COLUMNS
    columns = (Column(ordinal, 7, "center"), Column(what, 30), Column(result, 34), Column(note, 31))
    rows = tuple(
        (
            str(number),
            words.TICKS[one.name],
            f"{words.YES if one.done else words.NOT_YET}. {one.text}",
            one.noted,
        )
        for number, one in enumerate(found.ticks, 1)
    )
    return Table(columns, rows, size=_SIZE)


def _figures(found: MonthEnd) -> Table:
    """Money at the left, houses at the right: the page stays one sheet."""
    what, value = words.FIGURE_COLUMNS
    columns = (Column(what, 30), Column(value, 20, "right"), Column(what, 30), Column(value, 20, "right"))
    shown = [(words.FIGURES[name], whole_text(found.figures[name])) for name in words.FIGURES if name in found.figures]
    left, right = shown[:_MONEY], [*shown[_MONEY:], *[("", "")] * _MONEY]
    return Table(columns, tuple((*one, *other) for one, other in zip(left, right, strict=False)), size=_SIZE)


def _differences(found: MonthEnd) -> Table:
    ordinal, voucher, who, what = words.DIFFERENCE_COLUMNS
    columns = (Column(ordinal, 7, "center"), Column(voucher, 18), Column(who, 30), Column(what, 47))
    rows = tuple(
        (str(number), one.voucher or words.NO_VOUCHER, one.text, difference_text(one))
        for number, one in enumerate(found.differences[:_MOST], 1)
    )
    return Table(columns, rows, size=_SIZE)
