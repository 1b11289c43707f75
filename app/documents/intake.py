"""Opening files from outside: what they are by their bytes, and reading them in a child process that can be killed.

Nothing from outside is parsed in the process that holds the data. `read_workbook` is the ordinary way in: size and kind
here, limits and reading in the child, plain data home. A reader is a module-level function `reader(path, *arguments)`
in a module that imports neither the window nor the database, because the child imports it when it starts.
"""

from __future__ import annotations

import contextlib
import struct
import warnings
import zipfile
import zlib
from collections.abc import Callable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import TypeVar
from xml.parsers import expat

from app.documents.children import SECONDS, Child
from app.documents.limits import MAX_FILE_BYTES, archive_kind, check_workbook, open_archive
from app.problems import Trouble
from app.progress import Progress

_HEAD_BYTES = 4096
#: How an encrypted workbook names its contents within the compound file that Office wraps around it.
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")

_Result = TypeVar("_Result")


class Kind(StrEnum):
    """What a file is, whatever its name ends with."""

    WORKBOOK = "workbook"
    ENCRYPTED = "encrypted"
    XLS = "xls"
    ODS = "ods"
    ZIP = "zip"
    PDF = "pdf"
    TEXT = "text"
    OTHER = "other"


_REFUSED_KINDS = {Kind.ENCRYPTED: "file_password", Kind.XLS: "file_old_excel", Kind.ODS: "file_ods"}


def kind_of(path: Path) -> Kind:
    """What the file is, by its bytes; `Kind.TEXT` is text of any encoding, a csv among others.

    Raises `Trouble`: `file_missing`, `file_not_readable`, `file_empty`, `file_too_large`, or a zip beyond the limits.
    """
    with opening(path):
        size = path.stat().st_size
        if size > MAX_FILE_BYTES:
            raise Trouble("file_too_large", name=path.name, limit=MAX_FILE_BYTES // 1024 // 1024)
        with path.open("rb") as stream:
            head = stream.read(_HEAD_BYTES)
            if head.startswith(b"PK\x03\x04"):
                with open_archive(stream, path.name) as archive:
                    return Kind(archive_kind(archive))
            if head.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
                return Kind.ENCRYPTED if _ENCRYPTED in head + stream.read() else Kind.XLS
    if not head:
        raise Trouble("file_empty", name=path.name)
    if b"%PDF-" in head[:1024]:
        return Kind.PDF
    if head.startswith(b"\x09\x08\x10\x00"):
        return Kind.XLS
    return Kind.TEXT if _is_text(head) else Kind.OTHER


def _is_text(head: bytes) -> bool:
    """No control characters; in UTF-16 every second byte of most letters is zero, with or without a mark in front."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    if 0 not in head:
        return not any(one < 9 for one in head)
    letters = max((head[place::2] for place in (0, 1)), key=lambda half: half.count(0))
    others = head[1::2] if letters == head[0::2] else head[0::2]
    return letters.count(0) * 3 > len(letters) and 0 not in others


def read_workbook(
    reader: Callable[..., _Result],
    path: Path,
    *arguments: object,
    seconds: float = SECONDS,
    progress: Progress | None = None,
) -> _Result:
    """Read a workbook from outside: kind and size, then in a child process all limits and `reader(path, *arguments)`.

    Raises `Trouble` with one sentence for whatever is wrong with the file, `Cancelled` when the user stopped it.
    """
    kind = kind_of(path)
    if kind is not Kind.WORKBOOK:
        raise Trouble(_REFUSED_KINDS.get(kind, "file_not_workbook"), name=path.name)
    result: _Result = in_child(_within_limits, path, reader, arguments, seconds=seconds, progress=progress)
    return result


def _within_limits(path: Path, reader: Callable[..., _Result], arguments: tuple[object, ...]) -> _Result:
    with opening(path):
        check_workbook(path)
    return reader(path, *arguments)


def in_child(
    reader: Callable[..., _Result],
    path: Path,
    *arguments: object,
    seconds: float = SECONDS,
    progress: Progress | None = None,
) -> _Result:
    """Run `reader(path, *arguments)` in a process of its own and bring its result home.

    A `Told` raised there is raised here. A child that dies, eats its memory or overruns `seconds` is a `Trouble`.
    """
    with Child(seconds) as child:
        child.ask(reader, path, *arguments)
        return child.answer(progress)  # type: ignore[no-any-return]


@contextlib.contextmanager
def opening(path: Path) -> Iterator[None]:
    """Around opening a file from outside: what the operating system says about it becomes its sentence."""
    try:
        yield
    except FileNotFoundError as fault:
        raise Trouble("file_missing", name=path.name) from fault
    except PermissionError as fault:
        code = "file_is_folder" if path.is_dir() else "file_locked"
        raise Trouble(code, name=path.name) from fault
    except IsADirectoryError as fault:
        raise Trouble("file_is_folder", name=path.name) from fault
    except OSError as fault:
        raise Trouble("file_not_readable", name=path.name) from fault


#: What openpyxl, expat and zipfile raise when a part is not what it should be: they trust a file's structure, so a
#: wrong one shows as a wrong key, type, index or number deep inside them.
PARSER_FAULTS = (
    ArithmeticError, AssertionError, AttributeError, EOFError, LookupError, NotImplementedError, OSError,
    RecursionError, SyntaxError, TypeError, UnicodeError, ValueError, expat.ExpatError, struct.error,
    zipfile.BadZipFile, zlib.error,
)  # fmt: skip


@contextlib.contextmanager
def parsing(path: Path | str) -> Iterator[None]:
    """Around calls into a parser of foreign files, and nothing else: its stumbling means the file is damaged.

    What openpyxl warns of (a style or an extension it does not keep) concerns nobody who only reads values.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    except PARSER_FAULTS as fault:
        raise Trouble("file_damaged", name=path if isinstance(path, str) else path.name) from fault
