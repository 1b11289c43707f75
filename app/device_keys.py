"""The key with which this laptop signs its packages ("Dấu bảo vệ gói"): made once, kept outside the data folder.

A data folder that is copied or stolen therefore brings no key along: whoever opens it elsewhere is another laptop.
The key is not locked: it protects packages on the road, the laptop's own log-in protects the laptop.
"""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from typing import TYPE_CHECKING

from platformdirs import user_config_path

from app.journal.canonical import canonical, from_base64, to_base64
from app.problems import Trouble

if TYPE_CHECKING:  # loaded where something is signed, not at every start
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

ENVIRONMENT = "MAI_AM_KEYS"
_GROUPS, _DIGITS = 6, 5


def keys_folder() -> Path:
    """Where keys lie: the folder of the environment, else the user's own, never the data folder."""
    chosen = os.environ.get(ENVIRONMENT)
    return Path(chosen) if chosen else user_config_path("MaiAm-khoa", appauthor=False)


def has_key(device: str) -> bool:
    """Whether the key of a laptop's identity lies here."""
    return _file(device).is_file()


def public_key(device: str) -> str:
    """The public part of a laptop's key, base64url; the key is made where there is none. Raises `Trouble`."""
    if not has_key(device):
        _make(device)
    return to_base64(_load(device).public_key().public_bytes_raw())


def sign(device: str, data: bytes) -> str:
    """The Ed25519 signature over some bytes, base64url."""
    return to_base64(_load(device).sign(data))


def verify(key: str, data: bytes, signature: str) -> bool:
    """Whether the bytes were signed with the key of this public part."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        Ed25519PublicKey.from_public_bytes(from_base64(key)).verify(from_base64(signature), data)
    except (InvalidSignature, ValueError):
        return False
    return True


def check_code(office: str, device: str, key: str) -> str:
    """The "Mã đối chiếu" that two people compare by telephone: six groups of five digits."""
    number = int.from_bytes(hashlib.sha256(canonical([office, device, key])).digest(), "big")
    digits = f"{number % 10 ** (_GROUPS * _DIGITS):0{_GROUPS * _DIGITS}d}"
    return " ".join(digits[start : start + _DIGITS] for start in range(0, len(digits), _DIGITS))


def _file(device: str) -> Path:
    return keys_folder() / f"{device}.key"


def _make(device: str) -> None:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    raw = to_base64(Ed25519PrivateKey.generate().private_bytes_raw()).encode()
    path = _file(device)
    part = path.with_suffix(".part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part.unlink(missing_ok=True)
        with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(raw)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except OSError as error:
        raise Trouble("key_not_written", folder=str(path.parent)) from error


def _load(device: str) -> Ed25519PrivateKey:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    try:
        return Ed25519PrivateKey.from_private_bytes(from_base64(_file(device).read_text(encoding="ascii").strip()))
    except (OSError, ValueError) as error:
        raise Trouble("key_not_read", folder=str(keys_folder())) from error
