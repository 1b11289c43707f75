"""Names of villages as lists write them, compared with those that are here: by spelling, else without accents."""

from __future__ import annotations

import re
from functools import cache

from app.lists.vocabulary import same_word, village_key
from models.vietnamese import fold, nfc, spelling

_NUMBER_WORD = re.compile(r"\bso (?=\d)")


@cache
def plain_key(name: str) -> str:
    """The name without its kind, accents, zeros before numbers: what two spellings of a village have in common."""
    return _NUMBER_WORD.sub("", " ".join(word.lstrip("0") or word for word in village_key(name).split()))


@cache
def spelled_key(name: str) -> str:
    """The name without its kind as it is spelled."""
    return _without_kind(spelling(name), name)


def _without_kind(written: str, name: str) -> str:
    """The words of a name, in the writing given, that are left without its kind."""
    words = re.sub(r"[^\w]+", " ", written).split()
    return " ".join(words[max(len(words) - len(plain_key(name).split()), 0) :])


def has_accents(name: str) -> bool:
    """Whether a name was typed with accents; one typed without fits every spelling."""
    return fold(name) != " ".join(name.lower().split())


def same_village(one: str, other: str) -> bool:
    """Whether two names that are alike without accents are the same: spelled the same, or one has no accents.

    The word for its kind says nothing: "bản Hua Nang" was typed without accents.
    """
    if spelled_key(one) == spelled_key(other):
        return True
    return not all(has_accents(_without_kind(nfc(name), name)) for name in (one, other))


@cache
def whole_key(name: str) -> str:
    """The whole name without accents, with its kind."""
    return _NUMBER_WORD.sub("", " ".join(word.lstrip("0") or word for word in same_word(name).split()))
