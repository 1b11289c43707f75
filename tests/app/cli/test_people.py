"""`user ...` and what a PIN asks of every command."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from app.cli.main import main
from app.workspace import Workspace


def run(capsys: pytest.CaptureFixture[str], folder: Path, *words: str) -> tuple[int, str, str]:
    capsys.readouterr()
    status = main(["--data", str(folder), *words])
    said = capsys.readouterr()
    return status, said.out, said.err


def test_people_are_added_given_a_role_and_villages_and_listed(
    commune: Workspace, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = commune.folder
    assert run(capsys, folder, "user", "add", "Lò Văn Sơn", "--position", "Chủ tịch", "--role", "leader")[0] == 0
    assert run(capsys, folder, "user", "role", "Lò Văn Sơn", "accountant")[0] == 0
    assert run(capsys, folder, "user", "villages", "Lò Văn Sơn", "ban hua nang", "Tổ dân phố 5")[0] == 0
    found = json.loads(run(capsys, folder, "user", "list", "--json")[1])
    assert [(one["name"], one["role"], one["villages"], one["pin"]) for one in found] == [
        ("Lò Thị Hoa", "officer", [], False),
        ("Lò Văn Sơn", "accountant", ["Bản Hua Nạng", "Tổ dân phố 5"], False),
    ]
    assert run(capsys, folder, "user", "villages", "Lò Thị Hoa", "Bản Hua Nạng")[0] == 0
    assert run(capsys, folder, "user", "villages", "Lò Văn Sơn")[0] == 0
    found = json.loads(run(capsys, folder, "user", "list", "--json")[1])
    assert [one["villages"] for one in found] == [["Bản Hua Nạng"], []]
    assert "Kế toán" in run(capsys, folder, "user", "list")[1]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("user", "villages", "Lò Thị Hoa", "Bản Không Có"), "Không có thôn nào tên Bản Không Có"),
        (("user", "role", "Không Ai", "leader"), "Không có người dùng tên Không Ai"),
        (("user", "role", "Lò Thị Hoa", "leader"), "Cần ít nhất một cán bộ phụ trách"),
        (("user", "add", "Lò Thị Hoa"), "Có hai người dùng cùng tên"),
    ],
)
def test_what_does_not_fit_is_one_sentence(
    commune: Workspace, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], said: str
) -> None:
    status, _, err = run(capsys, commune.folder, *words)
    assert (status, said in err) == (1, True)


def test_an_accountant_writes_no_villages_by_command(commune: Workspace, capsys: pytest.CaptureFixture[str]) -> None:
    run(capsys, commune.folder, "user", "add", "Cà Thị Nga", "--role", "accountant")
    status, _, err = run(
        capsys, commune.folder, "--user", "Cà Thị Nga", "user", "villages", "Cà Thị Nga", "Tổ dân phố 5"
    )
    assert (status, "kế toán" in err.lower()) == (1, True)


@pytest.mark.usefixtures("quick_pins")
def test_who_has_a_pin_works_by_command_with_it_only(
    commune: Workspace, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    folder, pin, other = commune.folder, tmp_path / "pin.txt", tmp_path / "khác.txt"
    pin.write_text("\ufeff2580\n", encoding="utf-8")
    other.write_text("2581\n", encoding="utf-8")
    run(capsys, folder, "user", "add", "Lò Văn Sơn", "--role", "leader")
    set_out = json.loads(run(capsys, folder, "user", "pin", "--new", str(pin), "--json")[1])
    assert len(set_out["recovery_code"]) == len("ABCD-EFGH-JKLM-NPQR")
    status, _, err = run(capsys, folder, "status")
    assert (status, "Lò Thị Hoa có đặt PIN" in err) == (1, True)
    status, _, err = run(capsys, folder, "--password-file", str(other), "status")
    assert (status, "PIN không đúng" in err) == (1, True)
    status, _, err = run(capsys, folder, "--password-file", str(tmp_path / "không có"), "status")
    assert (status, "Không đọc được tệp mật khẩu" in err) == (1, True)
    assert run(capsys, folder, "--password-file", str(pin), "status")[0] == 0
    assert run(capsys, folder, "--user", "Lò Văn Sơn", "status")[0] == 0
    assert run(capsys, folder, "--user", "Lò Văn Sơn", "user", "pin", "--reset", "Lò Thị Hoa")[0] == 0
    assert run(capsys, folder, "status")[0] == 0


@pytest.mark.usefixtures("quick_pins")
def test_a_pin_is_taken_off_by_its_owner(
    commune: Workspace, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    pin = tmp_path / "pin.txt"
    pin.write_text("2580\n", encoding="utf-8")
    run(capsys, commune.folder, "user", "pin", "--new", str(pin))
    assert run(capsys, commune.folder, "user", "pin", "--off", "--password-file", str(pin))[0] == 0
    assert json.loads(run(capsys, commune.folder, "user", "list", "--json")[1])[0]["pin"] is False
