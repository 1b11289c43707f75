"""The spellings in which officers write vocabulary and plain text in the cells of a list."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from app.documents.cell_text import from_cell
from app.wording.list_layout import VILLAGE_WORDS
from app.wording.list_values import CATEGORY_FILLERS, CATEGORY_WORDS, GENDER_WORDS, WORK_TYPE_WORDS
from models.vietnamese import fold

_INVISIBLE = re.compile("[\u200b\u200c\u200d\u2060\ufeff]")


def squeeze(text: str) -> str:
    """The text a person sees in a cell: NFC, single blanks, nothing invisible; the soft hyphen of TCVN3 stays."""
    return " ".join(_INVISIBLE.sub("", from_cell(text)).split())


@lru_cache(maxsize=1 << 15)
def same_word(text: str) -> str:
    """The form in which two spellings of a word are compared: folded, letters and digits only."""
    return " ".join(re.sub(r"[^\w]+", " ", fold(text)).split())


def gender_of(text: str) -> str | None:
    """`male` or `female`."""
    return _table("gender").get(same_word(text))


@lru_cache(maxsize=4096)
def category_of(text: str) -> str | None:
    """The beneficiary group that a spelling means, also between words that change nothing; None when it is no group."""
    words = same_word(text)
    if found := _table("category").get(words):
        return found
    bare = re.sub(r"\b20\d\d\b", " ", words)
    for filler in _category_fillers():
        bare = re.sub(rf"\b{filler}\b", " ", bare)
    return _table("category").get(" ".join(bare.split()))


def work_type_of(text: str) -> str | None:
    """`new_build` or `repair`."""
    return _table("work_type").get(same_word(text))


def village_key(name: str) -> str:
    """A village's name without its kind, for "Nà Mặn" and "Thôn Nà Mặn"; a name that is only a number keeps it."""
    folded = same_word(name)
    for word in _village_words():
        rest = folded.removeprefix(f"{word} ")
        if rest != folded:
            return rest
    return folded


def has_village_word(name: str) -> bool:
    """Whether the name says what kind of village it is ("thôn", "bản", "tổ dân phố")."""
    return village_key(name) != same_word(name)


@cache
def _village_words() -> list[str]:
    return sorted((same_word(word) for word in VILLAGE_WORDS), key=len, reverse=True)


@cache
def _category_fillers() -> list[str]:
    return sorted((same_word(word) for word in CATEGORY_FILLERS), key=len, reverse=True)


@cache
def _table(name: str) -> dict[str, str]:
    words = {"gender": GENDER_WORDS, "category": CATEGORY_WORDS, "work_type": WORK_TYPE_WORDS}[name]
    return {same_word(spelling): value for value, spellings in words.items() for spelling in spellings}
