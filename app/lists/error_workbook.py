"""The error workbook: the officer's own file with the cells to correct coloured, reasons beside them, a sheet of links.

An .xlsx keeps everything but the marks; of other formats a plain .xlsx copy is marked. Corrected and imported again it
is read like any list: colours say nothing there, the column of reasons and the added sheet are left out. That of a list
with a password has the same one.
"""

from __future__ import annotations

from pathlib import Path

from app.documents.foreign_reading import read_table
from app.documents.saving import whole_file
from app.documents.words import whole_text
from app.lists.fields import Field
from app.lists.marked_list import CellFinding, TablePlace, marked_here, stays_locked
from app.lists.report import ImportReport
from app.progress import Progress
from app.wording.list_errors import ERRORS_LOCKED, ERRORS_WRITTEN
from app.wording.messages import problem_text


def write_error_workbook(
    source: Path, report: ImportReport, target: Path, password: str | None = None, *, progress: Progress | None = None
) -> int:
    """Write the error workbook of a list and its report; returns the number of rows marked, 0 for nothing to write.

    Raises `Trouble` for a file that cannot be read or written, `Cancelled`.
    """
    findings = [
        CellFinding(one.sheet, one.row, one.column, problem_text(one.problem), one.problem.warning)
        for one in report.problems
    ]
    if not findings:
        return 0
    tables = {one.name: TablePlace(one.header_rows[0], one.columns.get(Field.HEAD_NAME, "A")) for one in report.sheets}
    made = read_table(marked_here, source, findings, tables, password, progress=progress)
    with whole_file(target) as stream:
        stream.write(made)
    return len({(one.sheet, one.row) for one in findings})


def written_text(source: Path, report: ImportReport, target: str, password: str | None) -> str:
    """What is said of an error workbook that was written; `target` is how it is named."""
    rows = len({(one.sheet, one.row) for one in report.problems})
    text = ERRORS_WRITTEN.format(file=target, rows=whole_text(rows))
    return f"{text} {ERRORS_LOCKED}" if stays_locked(source, password) else text
