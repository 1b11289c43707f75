"""Sizes, docstrings and names of files, functions and classes."""

import ast
import re
from pathlib import Path

from tests.house.sources import FLOORS, ROOT, sources, write_tree

LONGEST_FUNCTION = 60
LONGEST_FILE = 500
FEWEST_WORDS = 3
EMPTY_NAMES = re.compile(r"(?:^|_|(?<=[a-z]))(?:utils?|managers?|helpers?)(?:$|_|(?=[A-Z]))", re.IGNORECASE)

Function = ast.FunctionDef | ast.AsyncFunctionDef


def too_long(root: Path) -> list[str]:
    """Files and functions that no reader holds in mind."""
    found = []
    for source in sources(root):
        if len(source.lines) > LONGEST_FILE:
            found.append(f"{source.place} has {len(source.lines)} lines")
        for node in ast.walk(source.tree):
            if isinstance(node, Function) and (length := (node.end_lineno or 0) - node.lineno + 1) > LONGEST_FUNCTION:
                found.append(f"{source.place}:{node.lineno} {node.name} has {length} lines")
    return found


def undocumented(root: Path) -> list[str]:
    """Modules, and public functions and classes of the three floors, that do not say what they are for."""
    found = []
    for source in sources(root):
        if says_too_little(source.tree):
            found.append(source.place)
        if source.parts[0] not in FLOORS:
            continue
        for node in source.tree.body:
            if isinstance(node, Function | ast.ClassDef) and not node.name.startswith("_") and says_too_little(node):
                found.append(f"{source.place}:{node.lineno} {node.name}")
    return found


def says_too_little(node: ast.Module | Function | ast.ClassDef) -> bool:
    """Whether the docstring is missing or only repeats a word."""
    return len((ast.get_docstring(node) or "").split()) < FEWEST_WORDS


def empty_names(root: Path) -> list[str]:
    """Modules, folders, classes and functions named for nothing in particular."""
    found = []
    for source in sources(root):
        names = [*source.place.removesuffix(".py").split("/")]
        names += [node.name for node in ast.walk(source.tree) if isinstance(node, Function | ast.ClassDef)]
        found += [f"{source.place} {name}" for name in names if EMPTY_NAMES.search(name)]
    return found


def test_functions_and_files_stay_short(tmp_path: Path) -> None:
    assert too_long(ROOT) == []
    long_function = "def f():\n" + "    print()\n" * LONGEST_FUNCTION
    bad = write_tree(tmp_path, {"app/a.py": long_function, "views/b.py": "x = 1\n" * (LONGEST_FILE + 1)})
    assert too_long(bad) == ["app/a.py:1 f has 61 lines", "views/b.py has 501 lines"]


def test_modules_and_public_names_say_what_they_are_for(tmp_path: Path) -> None:
    assert undocumented(ROOT) == []
    written = {
        "app/a.py": '"""What lives here."""\ndef f(): ...\ndef _g(): ...\nclass C:\n    """C."""\n',
        "tests/test_b.py": "def test_x(): ...\n",
    }
    assert undocumented(write_tree(tmp_path, written)) == ["app/a.py:2 f", "app/a.py:4 C", "tests/test_b.py"]


def test_nothing_is_named_for_nothing_in_particular(tmp_path: Path) -> None:
    assert empty_names(ROOT) == []
    bad = write_tree(tmp_path, {"app/utils.py": "class DataManager: ...\ndef help_page(): ...\n"})
    assert empty_names(bad) == ["app/utils.py utils", "app/utils.py DataManager"]
