"""Reads tables from outside in every format offices keep them in, as plain sheets; for the child process only.

.xlsx and .xlsm, .xls, .ods and text (.csv), each told by its bytes and within its limits before a parser touches it;
workbooks with a password are opened with the one the user gave. A parser is loaded when a file of its kind comes.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO, TypeVar

from app.documents.foreign_sheet import ForeignSheet
from app.documents.intake import Kind, in_child, kind_of, opening
from app.problems import Trouble
from app.progress import Progress

_Result = TypeVar("_Result")


def read_table(
    reader: Callable[..., _Result], path: Path, *arguments: object, progress: Progress | None = None
) -> _Result:
    """Run `reader(path, *arguments)` in a child process if the file is of a kind that may hold a table.

    Raises `Trouble` with one sentence for whatever is wrong with the file, `Cancelled` when the user stopped it.
    """
    look_for_table(path)
    return in_child(reader, path, *arguments, progress=progress)


def look_for_table(path: Path) -> Kind:
    """What a file is, told before a child reads it. Raises `Trouble` for one of a kind that never holds a table."""
    kind = kind_of(path)
    if kind not in _READERS:
        raise Trouble("file_not_table", name=path.name)
    return kind


def foreign_sheets(path: Path, password: str | None = None) -> list[ForeignSheet]:
    """All sheets of a file in their order; `password` opens a workbook that has one.

    Raises `Trouble` with one sentence for whatever is wrong with the file, `workbook_password` where one is needed.
    """
    kind = look_for_table(path)
    with opening(path), path.open("rb") as stream:
        return _READERS[kind](stream, path.name, password)


def _xlsx(stream: BinaryIO, name: str, _password: str | None) -> list[ForeignSheet]:
    from app.documents.foreign_xlsx import xlsx_sheets

    return xlsx_sheets(stream, name)


def _locked(stream: BinaryIO, name: str, password: str | None) -> list[ForeignSheet]:
    from app.documents.foreign_password import unlocked

    return _xlsx(unlocked(stream, name, password), name, None)


def _xls(stream: BinaryIO, name: str, password: str | None) -> list[ForeignSheet]:
    from app.documents.foreign_xls import xls_sheets

    return xls_sheets(stream, name, password)


def _ods(stream: BinaryIO, name: str, password: str | None) -> list[ForeignSheet]:
    from app.documents.foreign_ods import ods_sheets

    return ods_sheets(stream, name, password)


def _csv(stream: BinaryIO, name: str, _password: str | None) -> list[ForeignSheet]:
    from app.documents.foreign_csv import csv_sheet

    return [csv_sheet(stream.read(), name)]


_READERS = {Kind.WORKBOOK: _xlsx, Kind.ENCRYPTED: _locked, Kind.XLS: _xls, Kind.ODS: _ods, Kind.TEXT: _csv}
