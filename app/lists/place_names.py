"""Names of villages as lists write them, compared with those that are here: by spelling, else without accents."""

from __future__ import annotations

import re

from app.lists.vocabulary import same_word, village_key
from models.vietnamese import fold, spelling

_NUMBER_WORD = re.compile(r"\bso (?=\d)")


def plain_key(name: str) -> str:
    """The name without its kind, accents, zeros before numbers: what two spellings of a village have in common."""
    return _NUMBER_WORD.sub("", " ".join(word.lstrip("0") or word for word in village_key(name).split()))


def spelled_key(name: str) -> str:
    """The name without its kind as it is spelled."""
    words = re.sub(r"[^\w]+", " ", spelling(name)).split()
    return " ".join(words[max(len(words) - len(plain_key(name).split()), 0) :])


def has_accents(name: str) -> bool:
    """Whether a name was typed with accents; one typed without fits every spelling."""
    return fold(name) != " ".join(name.lower().split())


def same_village(one: str, other: str) -> bool:
    """Whether two names that are alike without accents are the same: spelled the same, or one has no accents."""
    return not has_accents(one) or not has_accents(other) or spelled_key(one) == spelled_key(other)


def whole_key(name: str) -> str:
    """The whole name without accents, with its kind."""
    return _NUMBER_WORD.sub("", " ".join(word.lstrip("0") or word for word in same_word(name).split()))
