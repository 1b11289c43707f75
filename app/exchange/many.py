"""Many packages at once: those of folders found and put in order, read in child processes ahead of the merging."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from app.documents.children import ReadingAhead
from app.exchange.payload import Payload
from app.exchange.photo_reading import PhotoPart
from app.exchange.reading import arrived_in, look_for_arrived
from app.problems import Trouble
from app.progress import Progress
from models.vietnamese import fold

_SUFFIXES = (".xlsx", ".zip")
#: As `app.exchange.packing` and `photo_parts` name files; a program that copied one may have put more behind.
_NAME = re.compile(r"(?P<office>.*)_goi-(?P<number>\d{1,9})_(?P<made>\d{8}-\d{4})(?P<part>_anh-\d+)?")
_OPEN_IN_EXCEL = "~$"


def packages_among(chosen: Sequence[Path]) -> list[Path]:
    """The files chosen, and all packages and photo parts of the folders chosen, each once.

    The earlier packages of a laptop come before its later ones, so that little waits, and photos after the records
    they belong to. Raises `Trouble` for a folder that holds none.
    """
    found = dict.fromkeys(file for one in chosen for file in (_in_folder(one) if one.is_dir() else (one,)))
    return sorted(found, key=_order)


def _in_folder(folder: Path) -> Iterator[Path]:
    try:
        files = sorted(one for one in folder.iterdir() if one.is_file())
    except OSError as fault:
        raise Trouble("file_not_readable", name=folder.name) from fault
    found = [one for one in files if one.suffix.lower() in _SUFFIXES and not one.name.startswith((_OPEN_IN_EXCEL, "."))]
    if not found:
        raise Trouble("folder_without_packages", name=folder.name)
    yield from found


def _order(file: Path) -> tuple[bool, str, int, str, str]:
    name = fold(file.stem)
    told = _NAME.match(name)
    photos = file.suffix.lower() == ".zip"
    return (photos, told["office"], int(told["number"]), told["made"], name) if told else (photos, name, 0, "", name)


class PackagesAhead(ReadingAhead):
    """Reads these files ahead; called like `read_arrived`, for the files in their order, some left out maybe."""

    def __init__(self, files: Sequence[Path], password: str | None = None) -> None:
        super().__init__(arrived_in, files, password, look=look_for_arrived)

    def __call__(
        self, path: Path, progress: Progress | None = None, password: str | None = None
    ) -> Payload | PhotoPart:
        """What came, proved whole. Raises `Trouble` for whatever is wrong with the file."""
        arrived: Payload | PhotoPart = self.take(path, progress)
        return arrived
