"""Names of people in a list: capitals, titles and numbers before them are offered repairs, the rest stays as typed.

A single letter stays as it is (Y Krông), and so does the letter before an apostrophe (H'Bia, K'Brêu).
"""

from __future__ import annotations

import re

from app.lists.fields import Field
from app.lists.repairs import RepairKind
from app.lists.row_in_hand import Reading
from app.wording.list_values import KIN_WORDS, MIDDLE_NAMES, NAME_TITLES

_NUMBER = re.compile(r"^\(?\d{1,4}\s*[.)\-/:]\s*(?=[^\W\d_])|\s*[*]+$")
_PLAIN_NAME = re.compile(r"[^\W\d_]+(?:[ '\u2019\-]+[^\W\d_]+){1,5}")
_KIN = frozenset(KIN_WORDS)
_WORD = re.compile(r"[^\W\d_]+")
_ROMAN = re.compile(r"[IVX]+")
_VOWEL = re.compile(r"[^\W\d_b-df-hj-np-tv-xz]", re.IGNORECASE)


def head_name(reading: Reading) -> str | None:
    """The head of household's name."""
    typed = reading.text(Field.HEAD_NAME)
    if not typed:
        return None
    if len(re.findall(r"[^\W\d_]", typed)) < 2:
        reading.problem(Field.HEAD_NAME, "not_name", text=typed)
        return None
    name = _offered(reading, typed, _NUMBER.sub("", typed), RepairKind.NAME_NUMBER)
    bare = _without_title(name)
    # The word for "Mr" is a family name too: what is left must look whole, and no middle name may come first.
    if len(bare.split()) >= 3 and bare.split()[0].lower() not in MIDDLE_NAMES:
        name = _offered(reading, name, bare, RepairKind.NAME_TITLE)
    return _offered(reading, name, name_case(name), RepairKind.NAME_CASE)


def _offered(reading: Reading, name: str, wanted: str, kind: RepairKind) -> str:
    if wanted == name or not reading.repair(Field.HEAD_NAME, kind, name, wanted):
        return name
    return wanted


def _without_title(name: str) -> str:
    for title in NAME_TITLES:
        if re.match(rf"{re.escape(title)}[ :.]", name.lower()):
            return name[len(title) :].strip(" :.")
    return name


def name_case(name: str) -> str:
    """A name typed in capitals or in small letters, wholly or in one of its words, with a capital for each word.

    A small word among capitalised ones gets its capital where the cell is a bare name ("Nguyễn văn An"). Capitals of
    one word are changed where they spell a word ("NGUYỄN Văn An"), not where they stand for words ("TH").
    """
    if name in (name.upper(), name.lower()):
        return _WORD.sub(lambda word: word[0].capitalize(), name)
    cased = _WORD.sub(lambda word: _one_word(word[0]), name)
    if name[0].isupper() and _PLAIN_NAME.fullmatch(cased) and not _KIN.intersection(cased.split()):
        cased = _WORD.sub(lambda word: word[0][0].upper() + word[0][1:], cased)
    return cased


def _one_word(word: str) -> str:
    # Old fonts have no toned capitals: a small letter may stand among the capitals of a word.
    capitals = word[0].isupper() and word[-1].isupper() and sum(map(str.isupper, word)) * 2 > len(word)
    spelled = len(word) > 2 and capitals and _VOWEL.search(word) and not _ROMAN.fullmatch(word)
    return word.capitalize() if spelled else word
