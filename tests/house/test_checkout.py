"""What the checkout holds: no path of one machine, locks without addresses, every dependency locked."""

import re
import tomllib
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.house.sources import ROOT, files, write_tree

TEXT = {".py", ".toml", ".md", ".lock", ".csv", ".svg", ".ts", ".txt", ".mako", ".spec", ".json", ".ini", ".yml", ""}
# Home, temporary and workshop folders of the machine somebody wrote this on.
MACHINE_PATH = re.compile(r"(?<![\w./<>{}*])/(?:work|tmp|root|home|Users)/|[A-Z]:\\\\?Users")
ADDRESS = re.compile(r"https?:|file:|git\+|--(?:index|extra|find|trusted)|@ ")


def machine_paths(root: Path) -> list[str]:
    """Lines of text files that hold an absolute path of one machine."""
    return [
        f"{path.relative_to(root).as_posix()}:{number}"
        for path in files(root)
        if path.suffix in TEXT
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if MACHINE_PATH.search(line)
    ]


def addresses_in_locks(root: Path) -> list[str]:
    """Lines of lock files that name where packages come from: that is the machine's own setting."""
    return [
        f"{path.name}:{number}"
        for path in sorted((root / "requirements").glob("*.lock"))
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if ADDRESS.search(line)
    ]


def locked(path: Path) -> dict[str, str]:
    """Package -> version of a lock file; every entry has at least one hash."""
    entries = re.split(r"\n(?=\S)", path.read_text(encoding="utf-8"))
    assert all("--hash=sha256:" in entry for entry in entries)
    pinned = (re.match(r"([\w.-]+)==([^\s;\\]+)", entry) for entry in entries)
    return {canonicalize_name(match[1]): match[2] for match in pinned if match}


def unlocked(wanted: list[str], pinned: dict[str, str]) -> list[str]:
    """Requirements the lock does not meet."""
    asked = [Requirement(text) for text in wanted]
    versions = [(one, pinned.get(canonicalize_name(one.name))) for one in asked]
    return [one.name for one, version in versions if version is None or not one.specifier.contains(version)]


def test_no_path_of_one_machine_is_written_down(tmp_path: Path) -> None:
    assert machine_paths(ROOT) == []
    bad = write_tree(
        tmp_path, {"app/a.py": f"A = '{'/'}tmp/a'\nB = '/usr/share/fonts'\n", "b.md": "C:" + "\\Users\\an\n"}
    )
    assert machine_paths(bad) == ["app/a.py:1", "b.md:1"]


def test_locks_name_no_address(tmp_path: Path) -> None:
    assert addresses_in_locks(ROOT) == []
    bad = write_tree(
        tmp_path, {"requirements/app.lock": "--index-url https://example.org\nfoo==1 \\\n    --hash=sha256:0\n"}
    )
    assert addresses_in_locks(bad) == ["app.lock:1"]


def test_every_dependency_is_locked_with_its_hashes(tmp_path: Path) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    program = locked(ROOT / "requirements/app.lock")
    everything = locked(ROOT / "requirements/dev.lock")
    groups = project["dependency-groups"]
    assert unlocked(project["project"]["dependencies"] + groups["install"], program) == []
    assert unlocked(groups["dev"], everything) == []
    assert program.items() <= everything.items()
    assert unlocked(["openpyxl>=99", "unheard-of"], program) == ["openpyxl", "unheard-of"]
