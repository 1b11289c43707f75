"""Canonical JSON and the hashes over it: the same bytes on every laptop, forever (docs/exchange.md)."""

from __future__ import annotations

import binascii
import hashlib
import json
import os
import unicodedata
from typing import Any, TypeAlias

Json: TypeAlias = "bool | int | str | list[Json] | dict[str, Json] | None"

CHAIN_START = bytes(32)
SALT_BYTES = 16


def clean(value: object) -> Json:
    """A value as the journal keeps it: NFC text, line ends LF, empty text null; a float is a fault of ours."""
    if isinstance(value, str):
        if not value.isascii():
            value = unicodedata.normalize("NFC", value)
            value.encode()  # a lone surrogate is refused here, as UnicodeEncodeError (a ValueError)
        if "\r" in value:
            value = value.replace("\r\n", "\n").replace("\r", "\n")
        return value or None
    if value is None or isinstance(value, int):
        return value
    if isinstance(value, dict):
        return {_clean_key(key): clean(item) for key, item in value.items()}
    if isinstance(value, list) or isinstance(value, tuple):  # noqa: SIM101 - a million calls: a union costs twice
        return [clean(item) for item in value]
    raise TypeError(f"not a journal value: {type(value).__name__}")


def _clean_key(key: Any) -> str:
    return key if isinstance(key, str) and key.isascii() else unicodedata.normalize("NFC", key)


_encode = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False).encode


def encoded(value: object) -> str:
    """Canonical JSON of a clean value: keys sorted by code point, no blanks, only what must be escaped is."""
    return str(value) if type(value) is int else _encode(value)


def canonical_text(value: object) -> str:
    """Canonical JSON of a value that may still have to be cleaned."""
    return encoded(clean(value))


def canonical(value: object) -> bytes:
    """Canonical JSON as UTF-8 bytes."""
    return canonical_text(value).encode()


_TO_URL, _FROM_URL = bytes.maketrans(b"+/", b"-_"), bytes.maketrans(b"-_", b"+/")


def to_base64(raw: bytes) -> str:
    """Bytes as base64url without padding: a hash is 43 characters."""
    return binascii.b2a_base64(raw, newline=False).translate(_TO_URL).rstrip(b"=").decode()


def from_base64(text: str) -> bytes:
    """The bytes of a base64url text; a malformed one raises ValueError."""
    written = text.encode()
    raw = binascii.a2b_base64(written.translate(_FROM_URL) + b"=" * (-len(written) % 4))
    # also where the decoder passed over a sign that is none of the 64
    if binascii.b2a_base64(raw, newline=False).translate(_TO_URL).rstrip(b"=") != written:
        raise ValueError("not the one way to write these bytes")
    return raw


def new_salt() -> str:
    """16 random bytes that keep a value's hash from being guessed."""
    return to_base64(os.urandom(SALT_BYTES))


def salted_hash(value: Json) -> tuple[str, str]:
    """A new salt and the value's hash with it: as `value_hash` would give it, without reading the salt back."""
    raw = os.urandom(SALT_BYTES)
    return to_base64(raw), to_base64(hashlib.sha256(raw + encoded(value).encode()).digest())


def value_hash(salt: str, value: Json) -> str:
    """sha256 of salt and clean value: what stays in the chain when the value itself is erased."""
    return to_base64(hashlib.sha256(from_base64(salt) + encoded(value).encode()).digest())


def chain_hash(previous: str, body: Json) -> str:
    """An operation's id: sha256 of the id before it in its chain and its clean body."""
    start = from_base64(previous) if previous else CHAIN_START
    return to_base64(hashlib.sha256(start + encoded(body).encode()).digest())
