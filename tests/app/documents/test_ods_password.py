"""Sheets of LibreOffice under a password: one that LibreOffice 7.4 wrote, and what a hostile one may try."""

from __future__ import annotations

import base64
import hashlib
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from app.documents.foreign_reading import foreign_sheets
from app.problems import Trouble
from app.wording.messages import trouble_text

LOCKED = Path(__file__).parents[2] / "files" / "co-mat-khau.ods"
KEY = "Bí mật 1"
LISTED = "META-INF/manifest.xml"


def code_of(path: Path, password: str | None) -> str:
    with pytest.raises(Trouble) as caught:
        foreign_sheets(path, password)
    assert path.name in trouble_text(caught.value)
    return caught.value.code


def changed(path: Path, told: Callable[[str], str], content: bytes | None = None, packing: int = 0) -> Path:
    """The locked file with another list of parts, and perhaps other sheets."""
    with zipfile.ZipFile(LOCKED) as source, zipfile.ZipFile(path, "w") as target:
        target.writestr("mimetype", source.read("mimetype"))
        target.writestr("content.xml", source.read("content.xml") if content is None else content, packing)
        target.writestr(LISTED, told(source.read(LISTED).decode()))
    return path


def as_it_is(told: str) -> str:
    return told


def test_a_password_is_asked_and_tried() -> None:
    assert (code_of(LOCKED, None), code_of(LOCKED, "bí mật 1")) == ("workbook_password", "workbook_password_wrong")
    (read,) = foreign_sheets(LOCKED, KEY)
    assert read.title == "Bản Mới"
    assert read.rows[1] == (1, "Lò Văn Ước", 1962, "Bản Mới", "Hộ nghèo", "Xây mới")


@pytest.mark.parametrize(
    ("found", "put"),
    [
        ("xmlenc#aes256-cbc", "xmlenc11#aes256-gcm"),
        ('"PBKDF2"', '"argon2id"'),
        ("100000", "1000000000"),
        ("100000", "không"),
        ("content.xml", "khac.xml"),
        ("<manifest:encryption-data", "<!DOCTYPE a><manifest:encryption-data"),
    ],
)
def test_a_lock_of_another_kind_is_one_sentence(tmp_path: Path, found: str, put: str) -> None:
    path = changed(tmp_path / "a.ods", lambda told: told.replace(found, put))
    assert code_of(path, KEY) == "file_password"


def test_damaged_and_packed_parts_are_told(tmp_path: Path) -> None:
    with zipfile.ZipFile(LOCKED) as source:
        content = source.read("content.xml")
    flipped = content[:-1] + bytes([content[-1] ^ 1])
    damaged = [content[:-5], content[: len(content) // 32 * 16 + 1024], b""]
    codes = {code_of(changed(tmp_path / "a.ods", as_it_is, one), KEY) for one in damaged}
    assert codes <= {"file_damaged", "workbook_password_wrong"}
    assert code_of(changed(tmp_path / "b.ods", as_it_is, flipped), KEY) in {"file_damaged", "workbook_password_wrong"}
    assert code_of(changed(tmp_path / "c.ods", as_it_is, content, zipfile.ZIP_DEFLATED), KEY) == "file_hostile"


def test_a_locked_bomb_is_not_blown_up(tmp_path: Path) -> None:
    packing = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    packed = packing.compress(bytes(60_000_000)) + packing.flush()
    start = salt = bytes(16)
    key = hashlib.pbkdf2_hmac("sha1", hashlib.sha256(KEY.encode()).digest(), salt, 1, 32)
    filled = packed + bytes(15 - len(packed) % 16) + bytes([16 - len(packed) % 16])
    closing = Cipher(algorithms.AES256(key), modes.CBC(start)).encryptor()

    def told(_told: str) -> str:
        digest = base64.b64encode(hashlib.sha256(packed[:1024]).digest()).decode()
        empty = base64.b64encode(salt).decode()
        return (
            '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
            f'<m:file-entry m:full-path="content.xml"><m:encryption-data m:checksum-type="x#sha256-1k" '
            f'm:checksum="{digest}"><m:algorithm m:algorithm-name="x#aes256-cbc" m:initialisation-vector="{empty}"/>'
            '<m:start-key-generation m:start-key-generation-name="x#sha256"/>'
            f'<m:key-derivation m:key-derivation-name="PBKDF2" m:iteration-count="1" m:salt="{empty}"/>'
            "</m:encryption-data></m:file-entry></m:manifest>"
        )

    path = changed(tmp_path / "a.ods", told, closing.update(filled) + closing.finalize())
    assert code_of(path, KEY) == "file_hostile"
