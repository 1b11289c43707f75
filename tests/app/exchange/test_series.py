"""Two laptops of one office that were set up alone number their papers apart as soon as they meet."""

from __future__ import annotations

import dataclasses
from pathlib import Path

from app.exchange.merging import Report
from app.exchange.packing import export_packages
from app.exchange.receipts import report_lines
from app.office.queries import number_series
from app.restoring import check_soundness
from app.workspace import Workspace
from tests.app.exchange.quick import receive
from tests.conftest import COMMUNE
from tests.offices import set_up


def alone(folder: Path, name: str, series: str | None = None) -> Workspace:
    """A further laptop that was set up as if it were the first."""
    return set_up(folder / name, dataclasses.replace(COMMUNE, device_name=name, series=series))


def carry(sender: Workspace, receiver: Workspace, folder: Path) -> Report:
    (made,) = export_packages(sender, folder, [receiver.author.office])
    report = receive(receiver, made.file)
    assert report.result == "merged"
    return report


def series(workspace: Workspace) -> str | None:
    with workspace.read() as session:
        return number_series(session, workspace.author.device)


def test_the_laptop_set_up_later_takes_a_letter_and_says_so(commune: Workspace, tmp_path: Path) -> None:
    later = alone(tmp_path, "Máy hai")
    report = carry(commune, later, tmp_path / "1")
    assert (series(commune), series(later)) == (None, "b")
    told = report_lines(report, 0)[-1]
    assert told.startswith("Máy “Máy văn phòng” của cơ quan đánh số giấy tờ cùng dãy với máy này.")
    assert "05b" in told
    assert report.as_json()["warnings"] == [told]
    assert carry(later, commune, tmp_path / "2").warnings == []
    assert carry(commune, later, tmp_path / "3").warnings == []
    assert check_soundness(later).sound
    later.close()


def test_the_first_laptop_keeps_its_series_and_says_what_the_other_needs(commune: Workspace, tmp_path: Path) -> None:
    later = alone(tmp_path, "Máy hai")
    (told,) = carry(later, commune, tmp_path / "1").warnings
    assert "Máy “Máy hai”" in told
    assert "nhận ở máy đó" in told
    assert (series(commune), series(later)) == (None, None)
    later.close()


def test_three_laptops_end_with_three_series(commune: Workspace, tmp_path: Path) -> None:
    second, third = alone(tmp_path, "Máy hai"), alone(tmp_path, "Máy ba")
    carry(commune, second, tmp_path / "1")
    carry(commune, third, tmp_path / "2")
    assert (series(second), series(third)) == ("b", "b")
    carry(second, third, tmp_path / "3")
    assert [series(one) for one in (commune, second, third)] == [None, "b", "c"]
    second.close()
    third.close()


def test_laptops_with_series_of_their_own_hear_nothing(commune: Workspace, tmp_path: Path) -> None:
    later = alone(tmp_path, "Máy hai", "b")
    assert carry(later, commune, tmp_path / "1").warnings == []
    assert carry(commune, later, tmp_path / "2").warnings == []
    assert series(later) == "b"
    later.close()
