"""What a manifest claims of its operations and its sender is proved, or harms nobody: forged ones, rightly signed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from sqlalchemy import select

from app.device_keys import sign
from app.exchange import container
from app.exchange.packing import export_packages
from app.exchange.reading import read_payload
from app.journal.canonical import canonical_text, to_base64
from app.journal.store import TIPS
from app.workspace import Workspace
from tests.app.exchange.flips import Hidden
from tests.app.exchange.quick import receive
from tests.app.exchange.test_packages import content, head_of, send
from tests.app.exchange.test_signatures import manifest_of, parts_of
from tests.make import make_household

Manifest = dict[str, Any]


def forge(package: Path, sender: Workspace, change: Callable[[Manifest], object], path: Path) -> Path:
    """The package with another manifest, sealed and signed by the laptop that wrote it."""
    parts = parts_of(package)
    (signature,) = [str(text) for part, _, text in parts if part == container.SIGNATURE]
    manifest: Manifest = json.loads(canonical_text(manifest_of(parts)))
    old = canonical_text(manifest)
    change(manifest)
    new = canonical_text(manifest)
    hidden = Hidden(package)
    sheet = hidden.sheet
    signed = sign(sender.author.device, new.encode())
    for before, after in ((old, new), (_digest(old), _digest(new)), (signature, signed)):
        assert sheet.count(escape(before).encode()) == 1
        sheet = sheet.replace(escape(before).encode(), escape(after).encode())
    return hidden.with_sheet(sheet, path)


def _digest(text: str) -> str:
    return to_base64(hashlib.sha256(text.encode()).digest())


def widened(manifest: Manifest) -> None:
    """Numbers that the operations do not have."""
    for chains in manifest["ranges"].values():
        for span in chains.values():
            span[1] += 500


def test_numbers_that_the_operations_do_not_have_are_not_believed(
    commune: Workspace, upper: Workspace, tmp_path: Path
) -> None:
    household = make_household(commune, "Lò Văn Pâng")
    package = send(commune, tmp_path / "gói")
    before = content(upper)
    other = upper.author.device

    def strange(manifest: Manifest) -> None:
        manifest["ranges"][other] = {"11/own": [1, 9]}

    forgeries: list[Callable[[Manifest], object]] = [
        widened,
        strange,
        lambda manifest: manifest["ranges"].clear(),
        lambda manifest: manifest.update(ranges=None),
        lambda manifest: manifest.update(vector=[]),
        lambda manifest: manifest["vector"].update({other: {"11/own": [["9", 9]]}}),
        lambda manifest: manifest["from"].pop("office"),
        lambda manifest: manifest["from"].update(device=7),
        lambda manifest: manifest.update(to=11),
        lambda manifest: manifest.update(number=None),
    ]
    for number, change in enumerate(forgeries):
        report = receive(upper, forge(package, commune, change, tmp_path / f"{number}.xlsx"))
        assert (report.result, report.code) == ("refused", "package_damaged"), number
    newer = forge(package, commune, lambda one: one["from"].update(level="hamlet"), tmp_path / "mới.xlsx")
    assert receive(upper, newer).code == "package_newer"
    assert content(upper) == before
    assert not (upper.folder / "inbox").exists() or not list((upper.folder / "inbox").iterdir())
    assert receive(upper, forge(package, commune, lambda _: None, tmp_path / "nguyên.xlsx")).result == "merged"
    assert head_of(upper, household) == "Lò Văn Pâng"


def test_a_package_in_the_name_of_this_very_laptop_is_held(
    commune: Workspace, upper: Workspace, tmp_path: Path
) -> None:
    make_household(commune)
    own = upper.author.device
    forged = forge(send(commune, tmp_path), commune, lambda one: one["from"].update(device=own), tmp_path / "g.xlsx")
    report = receive(upper, forged)
    assert (report.result, report.code) == ("quarantined", "laptop_key_changed")
    assert upper.author.device == own


def test_what_is_shown_of_one_chain_acknowledges_no_other(commune: Workspace, upper: Workspace, tmp_path: Path) -> None:
    receive(upper, send(commune, tmp_path / "1"))
    chain = TIPS.c.device == commune.author.device
    for number in range(3):
        make_household(commune, f"Lò Văn {number}")
    package = send(commune, tmp_path / "2")
    with commune.read() as session:
        tip = session.execute(select(TIPS.c.seq, TIPS.c.operation_id).where(chain)).one()
    strange = {"11/down": [[1, tip.operation_id]]}
    own = upper.author.device
    forged = forge(package, commune, lambda one: one["vector"].update({own: strange}), tmp_path / "g.xlsx")
    assert receive(upper, forged).result == "merged"
    assert upper.author.device == own, "what another laptop wrote makes nobody a copy of this one"
    (made,) = export_packages(upper, tmp_path / "xuống", ["03151"])
    sent = [one.seq for one in read_payload(made.file).read if one.device == own]
    assert sent[:1] == [1], "all it wrote, as to whoever has shown nothing"
