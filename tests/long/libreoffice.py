"""A package that LibreOffice saved comes in as it was; `run.py check` runs it on Linux, where it brings LibreOffice."""

from __future__ import annotations

import subprocess
from pathlib import Path

from app.workspace import Workspace
from tests.app.exchange.quick import receive
from tests.app.exchange.test_corrections import home
from tests.app.exchange.test_packages import head_of, send
from tests.make import make_approved, make_case

__all__ = ["home"]


def test_a_package_that_libreoffice_saved_is_whole_and_proposes_nothing(
    commune: Workspace, upper: Workspace, home: str, tmp_path: Path
) -> None:
    make_approved(commune, make_case(commune, "Quàng Thị Ín", requested=60_000_000))
    package, out = send(commune, tmp_path / "gui"), tmp_path / "saved"
    command = ["soffice", f"-env:UserInstallation=file://{tmp_path}/lo", "--headless", "--convert-to"]
    command += ["xlsx:Calc MS Excel 2007 XML", "--outdir", str(out), str(package)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    report = receive(upper, out / package.name)
    assert (report.result, report.proposals, report.reported) == ("merged", [], [])
    assert head_of(upper, home) == "Lò Văn Pâng"
