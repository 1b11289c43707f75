"""run.py before anything is installed: what it finds missing, what it says, when it has nothing left to do."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import run


def test_unknown_command_shows_the_usage_and_ends_with_two() -> None:
    done = subprocess.run([sys.executable, run.__file__, "tset"], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (2, run.USAGE)


def test_console_without_vietnamese_letters_is_no_fault() -> None:
    western = {**os.environ, "PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"}
    code = "import sys, run; sys.argv = ['run.py', 'help']; run.USAGE = 'Mái Ấm'; run.main()"
    done = subprocess.run([sys.executable, "-c", code], env=western, cwd=run.ROOT, capture_output=True, check=False)
    assert (done.stdout.decode(), done.stderr.decode()) == ("Mái Ấm", "")


def test_ordinary_user_is_told_one_exact_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(run, "QT_LIBRARIES", {"libnowhere.so.0": "libnowhere0", "libc.so.6": "libc6"})
    monkeypatch.setattr(os, "geteuid", lambda: 1000, raising=False)
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    with pytest.raises(SystemExit):
        run.provide_system("")
    told = capsys.readouterr().err.splitlines()
    assert told[-1] == "  sudo sh -c 'apt-get update && apt-get install -y --no-install-recommends libnowhere0'"


def test_set_up_stands_until_a_lock_the_project_or_the_place_changes(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "requirements").mkdir()
    for name in ("pyproject.toml", "requirements/app.lock", "requirements/dev.lock", "python"):
        (tmp_path / name).write_text("one", encoding="utf-8")
    monkeypatch.setattr(run, "ROOT", tmp_path)
    monkeypatch.setattr(run, "STAMP", tmp_path / "stamp.json")
    monkeypatch.setattr(run, "PYTHON", tmp_path / "python")
    assert not run.is_set_up(development=False)
    run.STAMP.write_text(json.dumps(run.fingerprint(development=False)), encoding="utf-8")
    assert run.is_set_up(development=False)
    assert not run.is_set_up(development=True)
    run.STAMP.write_text(json.dumps(run.fingerprint(development=True)), encoding="utf-8")
    assert run.is_set_up(development=False)
    (tmp_path / "requirements/app.lock").write_text("two", encoding="utf-8")
    assert not run.is_set_up(development=True)


def test_this_machine_has_what_the_window_needs() -> None:
    assert run.missing_packages("") == []
