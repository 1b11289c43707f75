"""Numbers of a person in a list: identity card, telephone, members of the household.

A spreadsheet takes zeros from the front of what it thinks is a number, and in September 2018 mobile numbers of eleven
digits became ten (Decision 798/QĐ-BTTTT): both are put right as listed repairs.
"""

from __future__ import annotations

import re

from app.lists.fields import Field
from app.lists.repairs import RepairKind
from app.lists.row_in_hand import Reading
from app.lists.vocabulary import same_word
from app.parsing import parse_citizen_id, parse_phone
from app.wording.list_values import MEMBER_WORDS

#: The four digits before September 2018 and the three since.
_NEW_PREFIXES = {
    "0120": "070", "0121": "079", "0122": "077", "0126": "076", "0128": "078",
    "0123": "083", "0124": "084", "0125": "085", "0127": "081", "0129": "082",
    "0162": "032", "0163": "033", "0164": "034", "0165": "035",
    "0166": "036", "0167": "037", "0168": "038", "0169": "039",
    "0186": "056", "0188": "058", "0199": "059",
}  # fmt: skip
_MARKS = re.compile("[\\s.\\-'\u2019`]")
_QUOTES = "'\u2019` "
_PHONE = re.compile(r"(?:\+84|(?<!\d)0)(?:[ .\-]?\d){9,10}(?!\d)")


def citizen_id(reading: Reading) -> str | None:
    """Twelve digits or the nine of an old card; zeros that a spreadsheet took from the front are put back."""
    return reading.readable(Field.CITIZEN_ID, lambda text: _citizen_id(reading, text))


def _citizen_id(reading: Reading, text: str) -> str | None:
    text = re.sub(r"(?<=\d)[.,]0+$", "", text)
    whole = _whole_id(_MARKS.sub("", text))
    if whole and reading.repair(Field.CITIZEN_ID, RepairKind.ID_LEADING_ZERO, text, whole):
        return whole
    number = _id_within(text) if _MARKS.sub("", text).strip("0123456789") else None
    if number and reading.repair(Field.CITIZEN_ID, RepairKind.ID_FROM_TEXT, text, number):
        return number
    return parse_citizen_id(text.strip(_QUOTES), Field.CITIZEN_ID)


def _whole_id(digits: str) -> str | None:
    """The number with its lost zeros; provinces are 001 to 096: any other beginning is a wrong number."""
    if not re.fullmatch(r"[1-9](?:\d{7}|\d{9,10})", digits):
        return None
    whole = digits.zfill(9 if len(digits) == 8 else 12)
    return whole if len(whole) == 9 or 1 <= int(whole[:3]) <= 96 else None


def _id_within(text: str) -> str | None:
    """The one number of twelve digits among words and other numbers, else the one of nine."""
    runs = re.findall(r"\d[\d .\-]*\d", text)
    digits = [re.sub(r"\D", "", run) for run in runs]
    for length in (12, 9):
        found = {one for one in digits if len(one) == length}
        if found:
            return found.pop() if len(found) == 1 else None
    return None


def phone(reading: Reading) -> str | None:
    """A telephone number with its zero and today's prefix; of several in a cell the first."""
    return reading.readable(Field.PHONE, lambda text: _phone(reading, text))


def _phone(reading: Reading, text: str) -> str | None:
    one = _first_phone(reading, text)
    digits = re.sub(r"\D", "", one)
    digits = re.sub(r"^(?:84|0084)0?(?=\d{9,10}$)", "0", digits)
    if re.fullmatch(r"0?1[2689]\d{8}", digits):
        old = digits.zfill(11)
        new = _NEW_PREFIXES.get(old[:4])
        if new and reading.repair(Field.PHONE, RepairKind.PHONE_PREFIX, one, new + old[4:]):
            return new + old[4:]
    number = parse_phone(digits if re.fullmatch(r"[\d\s.+()\-'\u2019`]+", one) else one, Field.PHONE)
    if number and re.fullmatch(r"[1-9]\d{8}", digits):
        return number if reading.repair(Field.PHONE, RepairKind.PHONE_LEADING_ZERO, one, number) else one
    return number


def _first_phone(reading: Reading, text: str) -> str:
    """The first of several numbers, or the one among words; a number alone stays as it was typed."""
    numbers = [re.sub(r"[^\d+]", "", one) for one in _PHONE.findall(text)]
    rest = re.sub(r"[\s.()]", "", _PHONE.sub("", text, count=1)).strip(_QUOTES)
    if numbers and rest and reading.repair(Field.PHONE, RepairKind.PHONE_FROM_TEXT, text, numbers[0]):
        return numbers[0]
    return text


def member_count(reading: Reading) -> int | None:
    """How many live in the household: "4", "04", "4 khẩu"."""
    text = reading.told(Field.MEMBERS)
    if not text:
        return None
    bare = same_word(re.sub(r"(?<=\d)[.,]0+(?!\d)", "", text))
    for word in sorted((same_word(one) for one in MEMBER_WORDS), key=len, reverse=True):
        bare = bare.removesuffix(word).strip()
    if text.startswith("-") or not re.fullmatch(r"0?[1-9]\d?", bare):
        reading.problem(Field.MEMBERS, "not_member_count", text=text)
        return None
    return int(bare)
