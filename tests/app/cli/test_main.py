"""The command line as a whole: which module answers, and what is not loaded for it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from app.cli.main import MODULES, build_parser, main
from app.workspace import Workspace

ROOT = Path(__file__).parents[3]
#: What no command needs that neither draws a paper nor reads or writes a workbook, nor brings an older folder up.
HEAVY = ("alembic", "docx", "lxml", "openpyxl", "PIL", "PySide6", "reportlab", "app.awards", "app.demo", "app.lists")


def first_words(capsys: pytest.CaptureFixture[str], *asked: str) -> set[str]:
    """The first words this command line takes, as it says itself when a wrong one comes."""
    with pytest.raises(SystemExit):
        build_parser(*asked).parse_args(["?"])
    _, _, offered = capsys.readouterr().err.partition("choose from ")
    return {one.strip(" '\n)") for one in offered.split(",")}


def test_each_first_word_loads_the_modules_that_answer_to_it(capsys: pytest.CaptureFixture[str]) -> None:
    every = {word for known in MODULES.values() for word in known}
    assert first_words(capsys) == every
    for word in every:
        answering = [set(known) for known in MODULES.values() if word in known]
        assert first_words(capsys, word) == set.union(*answering), word


def test_a_folder_named_like_a_command_is_no_command(commune: Workspace, capsys: pytest.CaptureFixture[str]) -> None:
    folder = commune.folder.with_name("list")
    commune.close()
    commune.folder.rename(folder)
    assert main(["--data", str(folder), "status"]) == 0
    with pytest.raises(SystemExit):
        main(["--data", "list", "?"])
    assert "'status'" in capsys.readouterr().err


def test_a_command_loads_no_library_and_no_room_it_does_not_need(commune: Workspace) -> None:
    asked = ["--data", str(commune.folder), "status"]
    code = f"import sys; sys.argv[1:] = {asked}; from app.__main__ import main; main(); "
    code += f"print([name for name in {HEAVY} if name in sys.modules], file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stderr.strip() == "[]"


def test_who_reads_only_the_first_lines_gets_no_fault(commune: Workspace) -> None:
    asked = [sys.executable, "-m", "app", "--data", str(commune.folder), "status"]
    with subprocess.Popen(asked, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT) as running:
        assert running.stdout
        assert running.stderr
        running.stdout.close()
        assert running.stderr.read() == b""
    assert running.returncode == 0
