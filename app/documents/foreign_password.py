"""Opens workbooks with the password the user gave, and locks what is made of them with it.

Runs in the child process; nothing decrypted touches the disk.
"""

from __future__ import annotations

import io
from typing import BinaryIO

from msoffcrypto import OfficeFile
from msoffcrypto.exceptions import DecryptionError, FileFormatError, InvalidKeyError, ParseError
from msoffcrypto.method.ecma376_agile import ECMA376Agile

from app.documents.intake import PARSER_FAULTS
from app.problems import Trouble

#: Excel gives files this password where only writing is protected, and opens them without asking.
_UNASKED = "VelvetSweatshop"


def unlocked(stream: BinaryIO, name: str, password: str | None) -> BinaryIO:
    """The workbook within a locked file (.xlsx or .xls).

    Raises `Trouble`: `workbook_password` where one is needed, `workbook_password_wrong`, or `file_password` for a lock
    that no password opens (rights management).
    """
    made = io.BytesIO()
    try:
        locked = OfficeFile(stream)
        if locked.format == "ooxml":
            locked.load_key(password=password or _UNASKED, verify_password=True)
            # Only the newer of the two locks of .xlsx carries a seal over its contents.
            locked.decrypt(made, verify_integrity=locked.type == "agile")
        else:
            locked.load_key(password=password or _UNASKED)
            locked.decrypt(made)
    except InvalidKeyError as fault:
        raise Trouble("workbook_password_wrong" if password else "workbook_password", name=name) from fault
    except (*PARSER_FAULTS, DecryptionError, FileFormatError, ParseError) as fault:
        raise Trouble("file_password", name=name) from fault
    made.seek(0)
    return made


def locked(content: bytes, name: str, password: str) -> bytes:
    """A zip (workbook, part of photos) with a password as Excel locks it; opened again and compared before it counts.

    Raises `Trouble` where it would not open: very small files come out damaged.
    """
    made = io.BytesIO(ECMA376Agile.encrypt(password, io.BytesIO(content)))
    if unlocked(made, name, password).read() != content:
        raise Trouble("file_not_locked", name=name)
    return made.getvalue()
