"""A package may be locked with a password, as Excel does it; wrong passwords and flipped bytes are sentences."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import msoffcrypto
import pytest
from openpyxl import load_workbook

from app.cli.main import main
from app.documents.intake import Kind, kind_of
from app.exchange.merging import receive_package
from app.exchange.packing import export_packages
from app.workspace import Workspace
from tests.app.exchange.test_packages import head_of
from tests.make import make_household

PASSWORD = "Mật khẩu gói số 7"  # noqa: S105 - of packages made here


@pytest.fixture
def home(commune: Workspace) -> str:
    return make_household(commune, "Lò Văn Pâng")


@pytest.fixture
def package(commune: Workspace, home: str, tmp_path: Path) -> Path:
    (made,) = export_packages(commune, tmp_path / "gửi", password=unicodedata.normalize("NFD", PASSWORD))
    return made.file


def test_a_locked_package_is_opened_by_its_password_however_it_is_composed(
    package: Path, upper: Workspace, home: str
) -> None:
    assert kind_of(package) is Kind.ENCRYPTED
    for password, code in ((None, "workbook_password"), ("sai", "workbook_password_wrong")):
        report = receive_package(upper, package, password=password)
        assert (report.result, report.code) == ("refused", code)
    assert head_of(upper, home) is None
    assert receive_package(upper, package, password=PASSWORD).result == "merged"
    assert head_of(upper, home) == "Lò Văn Pâng"


def test_excel_opens_it_with_the_same_password(package: Path, tmp_path: Path) -> None:
    opened = tmp_path / "mở.xlsx"
    with package.open("rb") as stream, opened.open("wb") as plain:
        locked = msoffcrypto.OfficeFile(stream)
        locked.load_key(password=PASSWORD, verify_password=True)
        locked.decrypt(plain, verify_integrity=True)
    assert "Hộ gia đình" in load_workbook(opened).sheetnames
    assert opened.stat().st_size > 8_192
    assert list(package.parent.iterdir()) == [package]


@pytest.mark.parametrize("share", [0.3, 0.6, 0.95])
def test_a_byte_flipped_in_a_locked_package_changes_nothing(
    package: Path, upper: Workspace, home: str, share: float
) -> None:
    content = bytearray(package.read_bytes())
    content[int(len(content) * share)] ^= 1
    package.write_bytes(content)
    report = receive_package(upper, package, password=PASSWORD)
    assert report.result == "refused"
    assert report.message
    assert head_of(upper, home) is None


def test_the_commands_take_the_password_from_a_file(
    commune: Workspace, upper: Workspace, home: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    secret = tmp_path / "mật khẩu.txt"
    secret.write_text(PASSWORD, encoding="utf-8")
    out = tmp_path / "gói"
    assert main(["--data", str(commune.folder), "package", "export", str(out), "--lock", str(secret)]) == 0
    (file,) = out.iterdir()
    assert main(["--data", str(upper.folder), "package", "receive", str(file)]) == 1
    assert main(["--data", str(upper.folder), "package", "receive", str(file), "--lock", str(secret)]) == 0
    assert head_of(upper, home) == "Lò Văn Pâng"
