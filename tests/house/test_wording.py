"""Vietnamese text lives in app/wording, resources, docs and tests; dialogs and broad excepts in the named modules."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.house.sources import FLOORS, ROOT, Source, sources, write_tree

VIETNAMESE = re.compile("[ăâđêôơưàáãèéìíĩòóõùúũýÀÁÃĂÂĐÈÉÊÌÍĨÒÓÕÔƠÙÚŨƯÝ\u1ea0-\u1ef9\u0300-\u0309\u0323\u031b]")
NAME_OF_THE_PROGRAM = "Mái Ấm"
TABLES_OF_LETTERS = {
    "models/vietnamese.py",  # folds and sorts by the letters themselves
    "app/lists/legacy_signs.py",  # tells old encodings by the letters themselves
}
MAY_CATCH_EVERYTHING = {"views/runner.py", "views/troubles.py", "app/__main__.py"}
DIALOGS = {"QMessageBox", "QFileDialog", "QInputDialog", "QErrorMessage"}
SKIPS = {"skip", "skipif", "xfail", "importorskip"}


def vietnamese_outside_wording(root: Path) -> list[str]:
    """String literals with Vietnamese letters where code should ask app/wording; docstrings may quote a paper."""
    found = []
    for source in sources(root, *FLOORS, "migrations", "run.py"):
        if source.place.startswith("app/wording/") or source.place in TABLES_OF_LETTERS:
            continue
        for text, line in literals(source):
            if VIETNAMESE.search(text.replace(NAME_OF_THE_PROGRAM, "")):
                found.append(f"{source.place}:{line} {text}")
    return found


def literals(source: Source) -> Iterator[tuple[str, int]]:
    """String constants with their lines, without docstrings and other strings standing alone."""
    alone = {id(node.value) for node in ast.walk(source.tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in alone:
            yield node.value, node.lineno


def broad_excepts(root: Path) -> list[str]:
    """`except Exception`, `except BaseException` and bare excepts outside the three modules that may."""
    found = []
    for source in sources(root):
        for node in ast.walk(source.tree):
            if isinstance(node, ast.ExceptHandler) and source.place not in MAY_CATCH_EVERYTHING and is_broad(node):
                found.append(f"{source.place}:{node.lineno}")
    return found


def is_broad(handler: ast.ExceptHandler) -> bool:
    """Whether a handler swallows our own bugs too; one that only tidies up and raises again does not."""
    if isinstance(handler.body[-1], ast.Raise) and handler.body[-1].exc is None:
        return False
    kinds = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
    return any(kind is None or ast.unparse(kind) in {"Exception", "BaseException"} for kind in kinds)


def dialogs_outside_messages(root: Path) -> list[str]:
    """Message boxes and file dialogs opened anywhere but in views/messages.py."""
    return [
        f"{source.place} {name}"
        for source in sources(root, "app", "views")
        if source.place != "views/messages.py"
        for name in sorted(DIALOGS & names(source))
    ]


def evasions_in_tests(root: Path) -> list[str]:
    """Skips, expected failures and mocks: a test here runs the real thing and passes."""
    return [
        f"{source.place} {name}"
        for source in sources(root, "tests")
        if not source.place.startswith("tests/house/")
        for name in sorted((SKIPS | {"mock", "MagicMock"}) & names(source))
    ]


def names(source: Source) -> set[str]:
    """Every name, attribute and imported name the file uses."""
    found = set()
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Name):
            found.add(node.id)
        elif isinstance(node, ast.Attribute):
            found.add(node.attr)
        elif isinstance(node, ast.alias):
            found.update(node.name.split("."))
    return found


def test_vietnamese_text_is_asked_of_wording(tmp_path: Path) -> None:
    assert vietnamese_outside_wording(ROOT) == []
    written = {
        "app/wording/a.py": 'SAVE = "Lưu"\n',
        "app/a.py": '"""Prints the Biên bản."""\nTITLE = "Mái Ấm"\nLABEL = f"Hộ {TITLE}"\n',
    }
    assert vietnamese_outside_wording(write_tree(tmp_path, written)) == ["app/a.py:3 Hộ "]


def test_only_three_modules_catch_everything(tmp_path: Path) -> None:
    assert broad_excepts(ROOT) == []
    written = {
        "views/runner.py": "try: ...\nexcept Exception: ...\n",
        "app/a.py": "try: ...\nexcept (OSError, Exception): ...\ntry: ...\nexcept: ...\n",
        "app/b.py": "try: ...\nexcept OSError: ...\ntry: ...\nexcept BaseException:\n    print()\n    raise\n",
    }
    assert broad_excepts(write_tree(tmp_path, written)) == ["app/a.py:2", "app/a.py:4"]


def test_dialogs_open_only_in_messages(tmp_path: Path) -> None:
    assert dialogs_outside_messages(ROOT) == []
    written = {
        "views/messages.py": "from PySide6.QtWidgets import QMessageBox\n",
        "views/page.py": "from PySide6 import QtWidgets\nQtWidgets.QFileDialog.getOpenFileName()\n",
    }
    assert dialogs_outside_messages(write_tree(tmp_path, written)) == ["views/page.py QFileDialog"]


def test_tests_never_skip_nor_mock(tmp_path: Path) -> None:
    assert evasions_in_tests(ROOT) == []
    written = {"tests/test_a.py": "import pytest\nfrom unittest import mock\n@pytest.mark.xfail\ndef test_a(): ...\n"}
    assert evasions_in_tests(write_tree(tmp_path, written)) == ["tests/test_a.py mock", "tests/test_a.py xfail"]
