"""What was read of a list for its preview: saving it takes the same rows and need not read the file again."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from app.lists.reading import ListFile, ReadingOptions, read_list
from app.progress import Progress


@dataclass(frozen=True)
class _Read:
    path: Path
    size: int
    changed: int
    options: ReadingOptions
    file: ListFile


class KeptReading:
    """The list read last, as long as its file is the same and is to be understood the same way."""

    def __init__(self) -> None:
        self._last: _Read | None = None

    def read(self, path: Path, options: ReadingOptions, *, progress: Progress | None = None) -> ListFile:
        """Read a list, or take what was read of it last. Raises as `read_list` does."""
        last, mark = self._last, _mark(path)
        if last is not None and (last.path, last.size, last.changed, last.options) == (path, *mark, options):
            return last.file
        self._last = None
        file = read_list(path, options, progress=progress)
        self._last = _Read(path, *mark, options, file)
        return file


def _mark(path: Path) -> tuple[int, int]:
    """Size and time of change; of a file that is not there nothing, reading says what is wrong with it."""
    try:
        found = path.stat()
    except OSError:
        return 0, 0
    return found.st_size, found.st_mtime_ns
