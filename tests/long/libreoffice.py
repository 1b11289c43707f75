"""A package saved by LibreOffice is still whole. Needs LibreOffice: `run.py test tests/long/libreoffice.py`."""

from __future__ import annotations

import subprocess
from pathlib import Path

from app.exchange.merging import receive_package
from app.workspace import Workspace
from tests.app.exchange.test_packages import head_of, send
from tests.make import make_household


def test_the_hidden_part_survives_libreoffice(commune: Workspace, upper: Workspace, tmp_path: Path) -> None:
    household = make_household(commune, "Lò Văn Pâng")
    package = send(commune, tmp_path)
    out = tmp_path / "saved"
    command = ["soffice", "--headless", "--convert-to", "xlsx", "--outdir", str(out), str(package)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    assert receive_package(upper, out / package.name).result == "merged"
    assert head_of(upper, household) == "Lò Văn Pâng"
