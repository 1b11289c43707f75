"""The outbox keeps what is young and what its addressee has not shown to hold; the rest goes, the notes stay."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from app.exchange import outbox
from app.exchange.outbox import OutboxLimits, outbox_limits, trim_outbox
from app.exchange.queries import packages
from app.exchange.requests import write_requests
from app.workspace import Workspace
from tests.app.exchange.quick import receive
from tests.app.exchange.test_packages import send
from tests.make import make_household

RESOURCES = Path(__file__).parents[3] / "resources"
DAYS = dt.timedelta(days=181)


def kept(workspace: Workspace) -> list[str]:
    """The numbers of the packages that lie in the outbox."""
    names = (one.stem for one in (workspace.folder / "outbox").iterdir())
    return sorted(one.split("_")[-2].rpartition("-")[2] for one in names)


def test_a_package_goes_when_it_is_old_and_what_it_brought_was_shown_to_have_arrived(
    commune: Workspace, upper: Workspace, tmp_path: Path
) -> None:
    make_household(commune)
    first = send(commune, tmp_path / "1")
    make_household(commune)
    send(commune, tmp_path / "2")  # lost
    send(commune, tmp_path / "3")  # brings the same, and gets lost as well
    assert kept(commune) == ["1", "2", "3"]
    later = dt.datetime.now(dt.UTC) + DAYS
    assert trim_outbox(commune, later) == [], "nobody has shown to hold any of it"
    receive(upper, first)
    receive(commune, send(upper, tmp_path / "về", "03151"))
    assert trim_outbox(commune) == [], "it is young"
    assert trim_outbox(commune, later) == [first.name]
    assert kept(commune) == ["2", "3"], "what has not arrived stays"
    with commune.read() as session:
        assert [one.number for one in packages(session) if not one.incoming] == ["3", "2", "1"]


def test_of_many_packages_the_newest_stay_and_a_request_goes_once_the_office_was_heard(
    commune: Workspace, upper: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(outbox, "outbox_limits", lambda: OutboxLimits(180, 2))
    make_household(commune)
    files = [send(commune, tmp_path / str(number)) for number in range(2)]
    [asked] = write_requests(commune, tmp_path / "hỏi")
    assert kept(commune) == ["1", "2", "3"], "none of them arrived yet"
    receive(upper, files[1])
    receive(commune, send(upper, tmp_path / "về", "03151"))
    assert trim_outbox(commune) == [files[0].name]
    for number in range(2, 4):
        send(commune, tmp_path / str(number))
    assert kept(commune) == ["4", "5"], "the request, to whom they were heard since, went with the next package"
    assert asked.operations == 0


def test_the_limits_are_data_with_a_source() -> None:
    assert outbox_limits() == OutboxLimits(180, 20)
    assert "source" in (RESOURCES / "exchange.toml").read_text(encoding="utf-8")
