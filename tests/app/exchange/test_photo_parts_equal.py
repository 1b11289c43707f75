"""I14: parts in any order, doubled, before and after their package, give what one part after the package gives."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.device_keys import sign
from app.exchange import photo_parts
from app.exchange.contents import awaited
from app.exchange.packing import export_packages
from app.exchange.photo_parts import write_parts
from app.exchange.photo_reading import part_in
from app.journal.rebuilding import fingerprint
from app.kept_files import is_kept
from app.workspace import Workspace, open_workspace
from tests.app.exchange.pictures import jpeg, receive, take_photos
from tests.make import make_household

PARTS = 4
Found = tuple[dict[str, str], list[str], dict[str, int]]


@dataclass(frozen=True)
class Sent:
    """A package with its parts, the same contents in one part, and the office that receives."""

    package: Path
    parts: tuple[Path, ...]
    whole: Path
    upper: Path
    room: Path

    @property
    def files(self) -> tuple[Path, ...]:
        """All that travels."""
        return (self.package, *self.parts)


@pytest.fixture(scope="module")
def sent(commune_template: Path, upper_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Sent:
    """Eight photos of two houses, two of them the same, in four parts, and in one."""
    room = tmp_path_factory.mktemp("parts")
    shutil.copytree(commune_template, room / "xã")
    commune = open_workspace(room / "xã")
    for start in (0, 3):
        take_photos(commune, make_household(commune), *map(jpeg, range(start, start + 4)))
    with pytest.MonkeyPatch.context() as smaller:
        smaller.setattr(photo_parts, "MOST_BYTES", photo_parts._HEAD_BYTES + 2_300)
        (made,) = export_packages(commune, room / "gói")
    manifest = part_in(made.photos[0]).manifest
    pictures = sorted((commune.folder / "photos").glob("??/*.jpg"))
    whole = write_parts(room / "một.xlsx", manifest, lambda data: sign(commune.author.device, data), pictures)
    commune.close()
    assert (len(made.photos), len(whole.files), len(whole.contents)) == (PARTS, 1, 7)
    return Sent(made.file, made.photos, whole.files[0], upper_template, room)


def received(sent: Sent, files: Sequence[Path]) -> Found:
    """What an upper office holds after these files: its tables, its photos, what it awaits."""
    folder = sent.room / "sở"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(sent.upper, folder)
    upper = open_workspace(folder)
    try:
        for one in files:
            assert receive(upper, one)[0].result in ("merged", "already")
        return holdings(upper)
    finally:
        upper.close()


def holdings(upper: Workspace) -> Found:
    with upper.read() as session:
        connection = session.connection()
        lacking = awaited(connection, upper.folder, upper.author.office)
        tables = fingerprint(connection)
    photos = sorted(one.name for one in (upper.folder / "photos").glob("??/*") if is_kept(one))
    assert not list((upper.folder / "photos-early").glob("*"))
    return tables, photos, lacking


@pytest.fixture(scope="module")
def expected(sent: Sent) -> Found:
    """After the package and one part with all."""
    found = received(sent, [sent.package, sent.whole])
    assert (len(found[1]), found[2]) == (7, {})
    return found


@settings(max_examples=4, deadline=None)
@given(order=st.permutations(range(PARTS + 1)), again=st.lists(st.integers(0, PARTS), max_size=2))
def test_parts_equal_one_package(sent: Sent, expected: Found, order: list[int], again: list[int]) -> None:
    assert received(sent, [sent.files[one] for one in (*order, *again)]) == expected
