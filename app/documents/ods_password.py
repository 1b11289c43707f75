"""Opens the sheets of an .ods that LibreOffice keeps under a password (OpenDocument 1.2 and 1.3, AES-256 and PBKDF2).

Each part is deflated, filled up to whole blocks and encrypted under a key of its own, which the password makes with
what the list of parts says of it; a digest of its beginning tells a wrong password. Other locks (of OpenDocument 1.4,
and those from before 2012) are told only. Runs in the child process; nothing decrypted touches the disk.
"""

from __future__ import annotations

import base64
import hashlib
import io
import zipfile
import zlib
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from defusedxml.ElementTree import fromstring

from app.documents.intake import PARSER_FAULTS, parsing
from app.documents.limits import MAX_ENTRY_BYTES, MAX_RATIO
from app.problems import Trouble

CONTENT = "content.xml"
_SPACE = "{urn:oasis:names:tc:opendocument:xmlns:manifest:1.0}"
_BLOCK, _KEY_BYTES, _DIGESTED = 16, 32, 1024
#: LibreOffice asks for 100,000 rounds; more than this is somebody's trap.
_MOST_ROUNDS = 2_000_000
_SMALL = 256 * 1024


@dataclass(frozen=True)
class _Lock:
    """How a part is locked; `digest` is of the beginning of what was encrypted."""

    start: bytes
    salt: bytes
    rounds: int
    digest: bytes


def unlocked_ods(archive: zipfile.ZipFile, listed: bytes, name: str, password: str | None) -> io.BytesIO:
    """An .ods without a lock that holds the sheets of this one; `listed` is its list of parts.

    Raises `Trouble`: `workbook_password` where one is needed, `workbook_password_wrong`, `file_password` for a lock of
    another kind, `file_damaged`, `file_hostile`.
    """
    try:
        lock = _lock_of(fromstring(listed, forbid_dtd=True))
    except PARSER_FAULTS as fault:
        raise Trouble("file_password", name=name) from fault
    if password is None:
        raise Trouble("workbook_password", name=name)
    with parsing(name):
        if archive.getinfo(CONTENT).compress_type != zipfile.ZIP_STORED:
            raise Trouble("file_hostile", name=name)  # what is encrypted cannot be packed any more
        plain = _decrypted(archive.read(CONTENT), lock, password)
        if hashlib.sha256(plain[:_DIGESTED]).digest() != lock.digest:
            raise Trouble("workbook_password_wrong", name=name)
        content = _inflated(plain, name)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as target:
        target.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        target.writestr(CONTENT, content)
        target.writestr("META-INF/manifest.xml", f"<manifest xmlns='{_SPACE[1:-1]}'/>")
    made.seek(0)
    return made


def _lock_of(listed: Element) -> _Lock:
    """What the list of parts says of the sheets; LookupError or ValueError for a lock that is not known."""
    [part] = [one for one in listed.iter(f"{_SPACE}file-entry") if one.get(f"{_SPACE}full-path") == CONTENT]
    [lock] = part.iter(f"{_SPACE}encryption-data")
    known = (
        _said(lock, "algorithm", "algorithm-name").endswith("#aes256-cbc"),
        _said(lock, "start-key-generation", "start-key-generation-name").endswith("#sha256"),
        _said(lock, "key-derivation", "key-derivation-name").lower().endswith("pbkdf2"),
        lock.attrib[f"{_SPACE}checksum-type"].endswith("#sha256-1k"),
    )
    rounds = int(_said(lock, "key-derivation", "iteration-count"))
    if not all(known) or not 0 < rounds <= _MOST_ROUNDS:
        raise ValueError
    start, salt, digest = (
        base64.b64decode(text, validate=True)
        for text in (
            _said(lock, "algorithm", "initialisation-vector"),
            _said(lock, "key-derivation", "salt"),
            lock.attrib[f"{_SPACE}checksum"],
        )
    )
    if len(start) != _BLOCK:
        raise ValueError
    return _Lock(start, salt, rounds, digest)


def _said(lock: Element, part: str, name: str) -> str:
    [found] = lock.iter(f"{_SPACE}{part}")
    return found.attrib[f"{_SPACE}{name}"]


def _decrypted(content: bytes, lock: _Lock, password: str) -> bytes:
    """What was encrypted, without what fills it up to whole blocks: the last byte says how much that is."""
    begun = hashlib.sha256(password.encode()).digest()
    key = hashlib.pbkdf2_hmac("sha1", begun, lock.salt, lock.rounds, _KEY_BYTES)
    opening = Cipher(algorithms.AES256(key), modes.CBC(lock.start)).decryptor()
    plain = opening.update(content) + opening.finalize()
    return plain[: len(plain) - min(plain[-1], _BLOCK)]


def _inflated(plain: bytes, name: str) -> bytes:
    """The part as it was before it was deflated, within the limits of any part of a file from outside."""
    limit = min(MAX_ENTRY_BYTES, max(_SMALL, MAX_RATIO * len(plain)))
    content = zlib.decompressobj(-zlib.MAX_WBITS).decompress(plain, limit + 1)
    if len(content) > limit:
        raise Trouble("file_hostile", name=name)
    return content
