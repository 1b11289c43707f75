"""`succession ...` between two data folders, as the office's IT person would do it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from docx import Document
from pypdf import PdfReader

from app.cli.main import main
from app.workspace import Workspace
from tests.make import make_case


def run(capsys: pytest.CaptureFixture[str], folder: Path, *words: str) -> tuple[int, str, str]:
    capsys.readouterr()
    status = main(["--data", str(folder), *words])
    said = capsys.readouterr()
    return status, said.out, said.err


def test_work_goes_from_one_folder_to_another_and_back(
    commune: Workspace, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    make_case(commune)
    old, new, stick = commune.folder, tmp_path / "Máy mới", tmp_path / "USB"
    stick.mkdir()
    secret = tmp_path / "mật khẩu.txt"
    secret.write_text("lúa nếp nương\n", encoding="utf-8")
    to = ("--to", "Quàng Văn Nghĩa", "--position", "Công chức địa chính", "--date", "20/11/2026")
    assert run(capsys, old, "succession", "minutes", str(stick / "bb.pdf"), *to)[0] == 0
    paper = "\n".join(page.extract_text() for page in PdfReader(stick / "bb.pdf").pages)
    for part in ("Lò Thị Hoa", "Quàng Văn Nghĩa", "20 tháng 11 năm 2026", "Tiền còn lại theo sổ"):
        assert part in " ".join(paper.split())
    assert run(capsys, old, "succession", "minutes", str(stick / "bb.docx"), *to)[0] == 0
    assert any("Người nhận bàn giao" in one.text for one in Document(str(stick / "bb.docx")).paragraphs)
    status, _, err = run(capsys, old, "succession", "give", str(stick / "bàn giao"), *to)
    assert (status, "--password-file" in err) == (1, True)
    answer = run(capsys, old, "--password-file", str(secret), "succession", "give", str(stick / "bg"), *to, "--json")
    assert (answer[0], json.loads(answer[1])["files"]) == (0, [str(stick / "bg.maiam")])
    status, _, err = run(capsys, old, "household", "delete", "abcdef", "--reason", "thử")
    assert status == 1
    status, _, err = run(capsys, old, "user", "add", "Cà Văn Thiện")
    assert (status, "đã bàn giao công việc cho Quàng Văn Nghĩa ngày 20/11/2026" in err) == (1, True)
    shown = json.loads(run(capsys, old, "succession", "show", "--json")[1])
    assert shown["handed_over"] == {"to": "Quàng Văn Nghĩa", "day": "20/11/2026"}
    taken = run(capsys, new, "succession", "take", str(stick / "bg.maiam"), "--password-file", str(secret), "--json")
    answer_new = json.loads(taken[1])
    assert (taken[0], answer_new["series"], answer_new["user"], answer_new["different"]) == (
        0, "b", "Quàng Văn Nghĩa", [],
    )  # fmt: skip
    there = json.loads(run(capsys, new, "succession", "show", "--json")[1])
    assert there["handed_over"] is None
    assert there["facts"]["houses"] == shown["facts"]["houses"] == {"registered": 1}
    assert run(capsys, new, "user", "add", "Cà Văn Thiện")[0] == 0
    resumed = json.loads(run(capsys, old, "succession", "resume", "--reason", "Máy mới hỏng", "--json")[1])
    assert (resumed["series"], resumed["device"] != answer_new["device"]) == ("c", True)
    assert run(capsys, old, "user", "add", "Cà Văn Thiện")[0] == 0
    assert run(capsys, new, "check")[0] == 0


def test_a_wrong_password_is_the_worlds_trouble_and_a_folder_in_use_is_refused(
    commune: Workspace, upper: Workspace, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    secret, other = tmp_path / "a.txt", tmp_path / "b.txt"
    secret.write_text("lúa nếp nương\n", encoding="utf-8")
    other.write_text("lúa tẻ\n", encoding="utf-8")
    out = str(tmp_path / "bg.maiam")
    assert (
        run(capsys, commune.folder, "--password-file", str(secret), "succession", "give", out, "--to", "Nghĩa")[0] == 0
    )
    status, _, err = run(capsys, tmp_path / "mới", "--password-file", str(other), "succession", "take", out)
    assert (status, "mật khẩu chưa đúng" in err) == (3, True)
    status, _, err = run(capsys, upper.folder, "--password-file", str(secret), "succession", "take", out)
    assert (status, "đã được thiết lập" in err) == (1, True)
