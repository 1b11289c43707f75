"""How an office that left its letterhead empty stands on paper: two lines from its name, the place, the symbol."""

from __future__ import annotations

import re

from models.vietnamese import fold, nfc

PEOPLE_COMMITTEE = "Ủy ban nhân dân"
FRONT_NAME = "Ủy ban Mặt trận Tổ quốc Việt Nam"
FRONT = "ỦY BAN MTTQ VIỆT NAM"
_FRONT_NAMES = (FRONT_NAME, "Ủy ban Mặt trận Tổ quốc", "Ủy ban MTTQ Việt Nam", "Ủy ban MTTQ")
MINUTES_OF_COMMITTEE = "BB-UBND"
MINUTES_OF_FRONT = "BB-MTTQ"
MINUTES = "BB"
_UNITS = ("phường ", "xã ", "đặc khu ", "thị trấn ", "thị xã ", "huyện ", "quận ", "tỉnh ", "thành phố ")
_VILLAGE_UNITS = ("thôn ", "bản ", "buôn ", "ấp ", "khóm ", "xóm ", "khu ", "khối ", "làng ", "tổ ")

ON_BEHALF = "TM."
_CHAIRMAN, _DEPUTY = "CHỦ TỊCH", "PHÓ CHỦ TỊCH"
_DEPARTMENT, _DIRECTOR, _HEAD = "sở ", "GIÁM ĐỐC", "THỦ TRƯỞNG CƠ QUAN"
_STANDING_BOARD = "BAN THƯỜNG TRỰC"
_FORM_BREAK = re.compile(r"\s*[;,/\n]\s*|\s+(?=(?:KT|TL|TUQ)\.)")
_OFFICE_BEHIND = re.compile(r"\s+(?:ỦY BAN|UỶ BAN|UBND|UBMTTQ|MTTQ)\b.*")


def is_committee(name: str) -> bool:
    """Whether an office's name begins with "Ủy ban nhân dân"."""
    return fold(name).startswith(fold(PEOPLE_COMMITTEE) + " ")


def without_committee(name: str) -> str:
    """The name of the place alone: "phường Mường Lay"."""
    for before in (PEOPLE_COMMITTEE, *_FRONT_NAMES):
        if fold(name).startswith(fold(before) + " "):
            return " ".join(name.split()[len(before.split()) :])
    return name


def body_text(name: str, *, commune: bool, front: bool) -> str:
    """The office as sentences name it: "Ủy ban nhân dân phường Mường Lay" for "Phường Mường Lay"."""
    if without_committee(name) != name or not (commune or front):
        return name
    return f"{FRONT_NAME if front else PEOPLE_COMMITTEE} {within_sentence(name)}"


def header_lines(name: str, *, commune: bool, front: bool) -> tuple[str, ...]:
    """The lines of the left block, from the office's name."""
    place = nfc(without_committee(name)).upper()
    if front:
        return (FRONT, place)
    if commune or is_committee(name):
        return (PEOPLE_COMMITTEE.upper(), place)
    return (place,)


def place_of(name: str, province: str = "") -> str:
    """The place in "Mường Lay, ngày ...": the name without the kind of unit; an agency writes from its province."""
    place = without_committee(name)
    unit = next((one for one in _UNITS if place.lower().startswith(one)), "")
    return place[len(unit) :] if unit or place != name or not province else place_of(province)


def within_sentence(name: str) -> str:
    """A place behind another one: "phường Mường Lay" for "Phường Mường Lay"; other names stay."""
    return name[:1].lower() + name[1:] if name.lower().startswith(_UNITS + _VILLAGE_UNITS) else name


def minutes_symbol(name: str, *, commune: bool, front: bool) -> str:
    """The symbol behind the number of minutes."""
    if front:
        return MINUTES_OF_FRONT
    return MINUTES_OF_COMMITTEE if commune or is_committee(name) else MINUTES


def position_text(position: str) -> str:
    """A position kept in capitals for signature blocks, as it stands in a sentence: "Chủ tịch"."""
    return position.capitalize() if position.isupper() else position


def signing_lines(capacity: str, position: str, *, front: bool) -> tuple[str, ...]:
    """The lines of capitals above a signature, from the signing form kept with a signer (Decree 30/2020, Appendix I).

    "TM. ỦY BAN NHÂN DÂN; KT. CHỦ TỊCH" of a deputy gives three lines, his position the last; no form, no lines. A bare
    "TM." is on behalf of the office's own body, a bare "KT.", "TL." or "TUQ." for its chairman.
    """
    forms = [_whole_form(one, front) for one in _FORM_BREAK.split(nfc(capacity).strip().upper()) if one]
    role = _OFFICE_BEHIND.sub("", " ".join(nfc(position).upper().split()))
    return (*forms, role) if forms and role and role not in forms else tuple(forms)


def office_signing(name: str, position: str = "", *, commune: bool, front: bool) -> tuple[str, ...]:
    """The lines above a signature without a signing form: a chairman signs for his committee, a head himself.

    Beneath the chairman a deputy signs in his stead, anybody else by his order.
    """
    if commune or front or is_committee(name) or name.lower().startswith(_UNITS):
        body = f"{ON_BEHALF} {_STANDING_BOARD if front else PEOPLE_COMMITTEE.upper()}"
        role = _OFFICE_BEHIND.sub("", " ".join(nfc(position).upper().split()))
        if role.startswith(_DEPUTY):
            return (body, f"KT. {_CHAIRMAN}", role)
        return (body, _CHAIRMAN) if role in {"", _CHAIRMAN} else (f"TL. {_CHAIRMAN}", role)
    return (nfc(position).upper() or (_DIRECTOR if name.lower().startswith(_DEPARTMENT) else _HEAD),)


def _whole_form(form: str, front: bool) -> str:
    words = " ".join(form.split())
    if words.rstrip(".") == ON_BEHALF.rstrip("."):
        return f"{ON_BEHALF} {_STANDING_BOARD if front else PEOPLE_COMMITTEE.upper()}"
    return f"{words} {_CHAIRMAN}" if words in {"KT.", "TL.", "TUQ."} else words
