"""Tells text of the old Vietnamese encodings, TCVN3 (fonts .Vn...) and VNI (fonts VNI-...), from Unicode.

Only signs that no right Unicode Vietnamese text has count, so that what is right is never taken for legacy.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_LETTER = "A-Za-z"
#: TCVN3 bytes seen as Latin-1 that are no letters of Vietnamese; among them U+00AD, its "ư".
_TCVN3 = re.compile(
    rf"[{_LETTER}][\xa8\xa9\xaa\xab\xac\xad\xae\xb5-\xb9\xbb-\xbe\xc6\xc7\xcb\xce\xcf\xd0\xd1\xd6\xd7\xd8\xdc\xde\xdf"
    rf"\xe4-\xe7\xeb\xee\xef\xf1\xf6-\xf8\xfb\xfc\xfe]"
    rf"|[\xa8\xa9\xaa\xab\xac\xad\xae\xb5-\xb9\xbb-\xbe\xd0\xd7\xdf\xe6\xe7\xf1\xfe][{_LETTER}]|\xa7[{_LETTER}\xa9\xad]"
)
#: VNI writes a vowel and then its accent as a letter of its own; "aâ" or "eã" stand in no Vietnamese word.
_VNI = re.compile(
    r"[ae][\xf8\xf9\xfb\xf5\xef\xe2\xe1\xe0\xe5\xe3\xe4\xea\xe9\xe8\xfa\xfc\xeb]|\xf1[aeiouy]|\xf6[\xf4a-z]",
    re.IGNORECASE,
)
_UNICODE = re.compile("[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]")


def legacy_encoding(text: str) -> str | None:
    """`vni` or `tcvn3` for text typed in one of them, None for Unicode (or text that could be any)."""
    if text.isascii() or _UNICODE.search(text):
        return None
    if _VNI.search(text):
        return "vni"
    return "tcvn3" if _TCVN3.search(text) else None


def encoding_of(texts: Iterable[str]) -> str:
    """The encoding of many cells: `unicode`, `tcvn3`, `vni`, or `mixed` where several occur."""
    found = {legacy_encoding(text) or ("unicode" if _UNICODE.search(text) else None) for text in texts} - {None}
    if len(found) > 1:
        return "mixed"
    return next((one for one in found if one), "unicode")
