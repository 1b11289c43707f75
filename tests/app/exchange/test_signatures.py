"""A package is signed with a key that a copied data folder does not bring along."""

from __future__ import annotations

import base64
import hashlib
import json
import shutil
from pathlib import Path

import pytest
from openpyxl import load_workbook

from app.device_keys import ENVIRONMENT, check_code, keys_folder, public_key, sign, verify
from app.devices import new_device_id, published_key, settle_copy
from app.exchange import container
from app.exchange.laptops import own_card
from app.exchange.payload import Damaged, unpack
from app.exchange.reading import read_payload
from app.journal.canonical import canonical_text, to_base64
from app.workspace import Workspace, open_workspace
from tests.app.exchange.quick import receive
from tests.app.exchange.test_packages import send
from tests.make import make_household


def parts_of(package: Path) -> list[tuple[object, object, object]]:
    sheet = load_workbook(package, read_only=True)[container.PAYLOAD_SHEET]
    return [(row[0], row[1], row[2]) for row in sheet.iter_rows(values_only=True)]


def with_part(rows: list[tuple[object, object, object]], part: str, text: str) -> list[tuple[object, object, object]]:
    return [*(row for row in rows if row[0] != part), (part, 0, text)]


def manifest_of(rows: list[tuple[object, object, object]]) -> dict[str, object]:
    text = "".join(str(row[2]) for row in rows if row[0] == container.MANIFEST)
    found: dict[str, object] = json.loads(text)
    return found


def test_a_package_names_its_key_and_is_signed_with_it(commune: Workspace, tmp_path: Path) -> None:
    make_household(commune)
    rows = parts_of(send(commune, tmp_path))
    sender = manifest_of(rows)["from"]
    assert isinstance(sender, dict)
    assert sender["key"] == public_key(commune.author.device) == published_key(commune)
    signature = next(str(row[2]) for row in rows if row[0] == container.SIGNATURE)
    assert verify(sender["key"], canonical_text(manifest_of(rows)).encode(), signature)


def test_a_manifest_that_somebody_else_wrote_is_damaged(commune: Workspace, tmp_path: Path) -> None:
    rows = parts_of(send(commune, tmp_path))
    changed = manifest_of(rows) | {"number": "99"}
    text = canonical_text(changed)
    digest = to_base64(hashlib.sha256(text.encode()).digest())
    forged = with_part(with_part(rows, container.MANIFEST, text), container.MANIFEST_HASH, digest)
    with pytest.raises(Damaged):
        unpack(forged)
    with pytest.raises(Damaged):
        unpack(with_part(rows, container.SIGNATURE, ""))


def test_a_bit_flipped_in_key_or_signature_is_found() -> None:
    key, signature = public_key("a" * 22), sign("a" * 22, b"content")
    assert verify(key, b"content", signature)
    assert not verify(key, b"contenu", signature)
    assert not verify(public_key("b" * 22), b"content", signature)
    for text in (key, signature):
        raw = bytearray(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)))
        raw[5] ^= 1
        other = to_base64(bytes(raw))
        assert not verify(other if text is key else key, b"content", other if text is signature else signature)
    assert not verify("kein Schlüssel", b"content", "")


def test_no_laptop_is_named_like_an_option_of_a_command() -> None:
    names = {new_device_id() for _ in range(1_000)}
    assert {len(one) for one in names} == {22}
    assert not any(one.startswith("-") for one in names)


def test_the_key_lies_outside_the_data_folder_and_is_for_its_owner_alone(commune: Workspace) -> None:
    published_key(commune)
    (key,) = keys_folder().glob(f"{commune.author.device}.key")
    assert commune.folder not in key.parents
    assert key.stat().st_mode & 0o077 == 0


def test_a_copied_folder_is_another_laptop_and_forks_nothing(
    commune: Workspace, upper: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_household(commune, "Lò Văn Pâng")
    receive(upper, send(commune, tmp_path / "mot"))
    commune.close()
    shutil.copytree(commune.folder, tmp_path / "bản sao")
    first = open_workspace(commune.folder)
    assert settle_copy(first) is None
    monkeypatch.setenv(ENVIRONMENT, str(tmp_path / "người khác"))
    copy = open_workspace(tmp_path / "bản sao")
    assert settle_copy(copy) == "b"
    assert copy.author.device != first.author.device
    make_household(copy, "Quàng Thị Ín")
    report = receive(upper, send(copy, tmp_path / "hai"))
    monkeypatch.undo()
    make_household(first, "Cà Văn Hịa")
    last = receive(upper, send(first, tmp_path / "ba"))
    assert (report.forks, last.forks, report.gaps, last.gaps) == ([], [], [], [])
    assert (report.result, last.result) == ("merged", "merged"), "the first is heard as before"
    for one in (first, copy):
        one.close()


def test_the_check_code_is_six_groups_of_five_digits_and_of_these_facts_alone(commune: Workspace) -> None:
    card = own_card(commune)
    groups = card.check_code.split()
    assert [len(one) for one in groups] == [5] * 6
    assert all(one.isdecimal() for one in groups)
    assert card.check_code == check_code(card.office, card.device, card.key)
    assert card.check_code != check_code("03127", card.device, card.key)


def test_packages_of_earlier_versions_bear_no_signature_and_are_read() -> None:
    for path in sorted((Path(__file__).parents[2] / "files").glob("package-*.xlsx")):
        assert read_payload(path).manifest["from"].get("key") is None
