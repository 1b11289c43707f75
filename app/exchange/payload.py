"""The hidden part of a package: manifest, operations and the base of every visible cell, as text in cells."""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
import zlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from app.device_keys import verify
from app.exchange import container
from app.exchange.visible import Visible
from app.journal.canonical import canonical, canonical_text, to_base64
from app.journal.operation import Operation

MAX_INFLATED = 400 * 1024 * 1024


@dataclass
class Payload:
    """A package's manifest with its operations (canonical JSON lines) and its bases (a JSON line a row).

    Of one that was read, `read` are its operations and `visible` is what its sheets say otherwise than its bases.
    `sign` signs one that is written.
    """

    manifest: dict[str, Any]
    operations: list[str]
    bases: list[str]
    visible: Visible = field(default_factory=Visible)
    read: list[Operation] = field(default_factory=list)
    sign: Callable[[bytes], str] | None = None

    @classmethod
    def sealed(cls, manifest: dict[str, Any], operations: Sequence[str]) -> Payload:
        """A payload whose operations are settled; the bases come with the visible sheets."""
        return cls(manifest, list(operations), [])

    def parts(self) -> Iterable[tuple[str, int, str]]:
        """(part, number, text) for each row of the hidden sheet; the manifest gets the hashes of the rest first."""
        operations, bases = _lines(self.operations), _lines(self.bases)
        packed = {container.OPERATIONS: _packed(operations), container.BASES: _packed(bases)}
        self.manifest["hashes"] = {container.OPERATIONS: _digest(operations), container.BASES: _digest(bases)}
        self.manifest["packed"] = {part: _digest(text.encode()) for part, text in packed.items()}
        self.manifest["count"] = len(self.operations)
        manifest = canonical_text(self.manifest)
        texts = {
            container.MANIFEST: manifest,
            container.MANIFEST_HASH: _digest(manifest.encode()),
            container.SIGNATURE: self.sign(manifest.encode()) if self.sign else "",
            **packed,
        }
        for part, text in texts.items():
            for number, start in enumerate(range(0, max(len(text), 1), container.CHUNK)):
                yield part, number, text[start : start + container.CHUNK]


def _lines(lines: Sequence[str]) -> bytes:
    return "\n".join(lines).encode()


def _digest(data: bytes) -> str:
    return to_base64(hashlib.sha256(data).digest())


def _packed(data: bytes) -> str:
    return base64.b64encode(zlib.compress(data, 6)).decode()


class Damaged(Exception):
    """The hidden part is not what its sender wrote."""


class Newer(Exception):
    """The package's container is of a newer version than this program reads."""


def unpack(rows: Iterable[tuple[object, object, object]]) -> Payload:
    """Put the hidden part together again and prove it whole. Raises `Damaged`, `Newer`."""
    pieces: dict[str, list[tuple[float, str]]] = {part: [] for part in container.PARTS}
    for part, number, text in rows:
        if part in container.PARTS and isinstance(number, int | float):
            pieces[str(part)].append((number, "" if text is None else str(text)))
    try:
        joined = {part: _joined(found) for part, found in pieces.items()}
        text = joined[container.MANIFEST]
        if _digest(text.encode()) != joined[container.MANIFEST_HASH]:
            raise Damaged
        manifest = proved_manifest(text, joined[container.SIGNATURE], container.FORMAT)
        operations = _unpacked(joined, container.OPERATIONS, manifest)
        bases = _unpacked(joined, container.BASES, manifest)
        if len(operations) != manifest["count"]:
            raise Damaged
    except (KeyError, TypeError, ValueError, AttributeError, binascii.Error, zlib.error) as error:
        raise Damaged from error
    return Payload(manifest, operations, bases)


def proved_manifest(text: str, signature: str, expected: str) -> dict[str, Any]:
    """The manifest that a text is: canonical, of the format expected, signed with the key it names.

    Raises `Damaged`, `Newer`, and what a manifest that is no such dictionary makes Python raise (KeyError, ...).
    """
    manifest: dict[str, Any] = json.loads(text)
    if canonical(manifest) != text.encode() or manifest["format"] != expected:
        raise Damaged
    if manifest["min_reader"] > container.VERSION:
        raise Newer
    if not _signed_right(manifest, text, signature):
        raise Damaged
    return manifest


def _signed_right(manifest: dict[str, Any], text: str, signature: str) -> bool:
    """A package that names its laptop's key is signed with it; those before 0.3.0 name none."""
    key = manifest["from"].get("key")
    return (not signature) if key is None else verify(str(key), text.encode(), signature)


def _joined(pieces: list[tuple[float, str]]) -> str:
    """The text of a part, whose pieces bear the numbers from 0, each once."""
    if not pieces or sorted(number for number, _ in pieces) != list(range(len(pieces))):
        raise Damaged
    return "".join(text for _, text in sorted(pieces))


def _unpacked(texts: dict[str, str], part: str, manifest: dict[str, Any]) -> list[str]:
    text, digest = texts[part], manifest["hashes"][part]
    # Packed otherwise the same lines come out; packages before 0.3.0 do not say how theirs were packed.
    if "packed" in manifest and _digest(text.encode()) != manifest["packed"][part]:
        raise Damaged
    inflater = zlib.decompressobj()
    data = inflater.decompress(base64.b64decode(text, validate=True), MAX_INFLATED)
    if inflater.unconsumed_tail or not inflater.eof or inflater.unused_data or _digest(data) != digest:
        raise Damaged
    return data.decode().split("\n") if data else []
