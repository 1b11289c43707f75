"""Reads the project's Python files as syntax trees for the house rules, which are in the test modules."""

import ast
import fnmatch
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FLOORS = ("models", "app", "views")
GENERATED = re.compile(r"(?:build|dist|__pycache__|\.(?!ci$).+)")


@dataclass(frozen=True)
class Source:
    """One Python file: its place from the root with forward slashes, its lines and its tree."""

    place: str
    lines: list[str]
    tree: ast.Module

    @property
    def parts(self) -> list[str]:
        """The folders and the file name: `app/lists/rows.py` as three."""
        return self.place.split("/")


@dataclass(frozen=True)
class Import:
    """One imported name: `from app.areas.queries import find_villages` is (app.areas.queries, find_villages, line)."""

    module: str
    name: str
    line: int

    @property
    def full(self) -> str:
        """Module and name as one dotted path."""
        return f"{self.module}.{self.name}" if self.name else self.module


def files(root: Path, pattern: str = "*") -> Iterator[Path]:
    """All files of the checkout that people wrote, in a stable order."""
    found = []
    for folder, inner, names in os.walk(root):
        inner[:] = [name for name in inner if not GENERATED.fullmatch(name)]
        found += [Path(folder, name) for name in fnmatch.filter(names, pattern)]
    return iter(sorted(found))


def sources(root: Path, *folders: str) -> Iterator[Source]:
    """The Python files under the named folders (or files), all of them when none is named."""
    for path in files(root, "*.py"):
        place = path.relative_to(root).as_posix()
        if not folders or any(place == folder or place.startswith(f"{folder}/") for folder in folders):
            yield _read(path, place)


@cache
def _read(path: Path, place: str) -> Source:
    """The file as it is at the first look: every rule asks for the same files."""
    text = path.read_text(encoding="utf-8")
    return Source(place, text.splitlines(), ast.parse(text, place))


def imports(source: Source) -> Iterator[Import]:
    """Every import of the file, also those inside functions and under TYPE_CHECKING."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Import):
            yield from (Import(alias.name, "", node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (Import(node.module or "", alias.name, node.lineno) for alias in node.names)


def write_tree(root: Path, written: dict[str, str]) -> Path:
    """Make a small project of the given files, to prove that a rule finds what it forbids."""
    for place, text in written.items():
        path = root / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root
