"""Every problem that code names by its code has a sentence, said once."""

import ast
from collections.abc import Iterator
from pathlib import Path

from app.wording.problems import PROBLEMS
from app.wording.troubles import TROUBLES
from tests.house.sources import ROOT, Source, sources, write_tree

#: Who makes something a user is told, and at which argument the code stands.
NAMED = {"refuse": 1, "Problem": 1, "Trouble": 0}


def codes(source: Source) -> Iterator[tuple[str, str, int]]:
    """(maker, code, line) of every problem or trouble that is named in the file."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in NAMED:
            place = NAMED[node.func.id]
            if len(node.args) > place and isinstance(given := node.args[place], ast.Constant):
                yield node.func.id, str(given.value), node.lineno


def unsaid(root: Path) -> list[str]:
    """Codes without a sentence."""
    found = []
    for source in sources(root, "app", "views"):
        for maker, code, line in codes(source):
            if code not in (TROUBLES if maker == "Trouble" else PROBLEMS):
                found.append(f"{source.place}:{line} {code}")
    return found


def said_twice(root: Path) -> list[str]:
    """Codes that two modules of app/wording give a sentence to."""
    seen: dict[str, str] = {}
    found = []
    for source in sources(root, "app/wording"):
        for node in ast.walk(source.tree):
            if not isinstance(node, ast.AnnAssign) or "PROBLEMS" not in ast.unparse(node.target):
                continue
            keys = [str(key.value) for key in getattr(node.value, "keys", []) if isinstance(key, ast.Constant)]
            found += [f"{source.place} {key} {seen[key]}" for key in keys if key in seen]
            seen |= dict.fromkeys(keys, source.place)
    return found


def test_every_problem_has_a_sentence(tmp_path: Path) -> None:
    assert unsaid(ROOT) == []
    bad = write_tree(tmp_path, {"app/a.py": 'raise refuse("name", "never_heard_of")\nraise Trouble("disk_full")\n'})
    assert unsaid(bad) == ["app/a.py:1 never_heard_of"]


def test_every_sentence_is_said_once(tmp_path: Path) -> None:
    assert said_twice(ROOT) == []
    written = {
        "app/wording/a.py": 'A_PROBLEMS: dict[str, str] = {"x": "1"}\n',
        "app/wording/b.py": 'PROBLEMS: dict[str, str] = {"y": "1", "x": "2"}\n',
    }
    assert said_twice(write_tree(tmp_path, written)) == ["app/wording/b.py x app/wording/a.py"]
