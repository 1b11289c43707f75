"""The words of a heading, and what its abbreviations may stand for.

Officers shorten as they like ("N.sinh", "TPDT", "Số ĐT"): an abbreviation may be any run of words that occurs in the
known headings and has its initials. Letters with their accents, so that "ĐT" is no "DT".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import pairwise, product

from app.wording.list_headings import HEADINGS, WEAK_HEADINGS
from app.wording.list_layout import NOT_BEFORE_UNITS, UNIT_WORDS
from models.vietnamese import fold, nfc

_VOWELS = frozenset("aeiouy")
_MOST_READINGS = 48
_LONGEST_SHORT = 5
_DOTTED = re.compile(r"(?<!\w)(\w)[./]\s*(?=\w{2})")


def bare(text: str) -> str:
    """A heading in small letters without brackets, units and marks."""
    lowered = re.sub(r"\([^)]*\)|\[[^\]]*\]", " ", nfc(text).lower())
    return words(lowered.replace("\u00b2", "2"), without_units=True)


def bracketed(text: str) -> list[str]:
    """What stands within brackets."""
    return [inner.strip() for inner in re.findall(r"[(\[]([^)\]]*)[)\]]?", nfc(text)) if inner.strip()]


def words(lowered: str, *, without_units: bool = False) -> str:
    """Words between single blanks; a unit of money at the end is left out where wanted."""
    spaced = " ".join(re.sub(r"[^\w.]+", " ", lowered).replace("_", " ").split())
    if without_units:
        spaced = re.sub(_units_pattern(), "", spaced)
    return " ".join(spaced.replace(".", " ").split())


@cache
def _units_pattern() -> str:
    alternatives = "|".join(re.escape(one) for one in sorted(UNIT_WORDS, key=len, reverse=True))
    others = "".join(rf"(?<!{re.escape(word)} )" for word in NOT_BEFORE_UNITS)
    return rf"(?<= ){others}(?:{alternatives})$"


@lru_cache(maxsize=4096)
def readings(text: str) -> tuple[str, ...]:
    """What a heading may say in full, folded; empty where it has no abbreviation or more readings than are of use."""
    lowered = _DOTTED.sub(r"\1. ", re.sub(r"\([^)]*\)|\[[^\]]*\]", " ", nfc(text)))
    tokens = re.findall(r"\w+\.?", lowered)
    choices: list[tuple[str, ...]] = []
    shortened = False
    for number, token in enumerate(tokens):
        word = token.rstrip(".").lower()
        following = tokens[number + 1].rstrip(".").lower() if number + 1 < len(tokens) else ""
        found = _first_words().get((fold(word), fold(following)), ()) if token.endswith(".") and len(word) == 1 else ()
        if not found and _looks_short(token.rstrip(".")):
            found = _runs().get(word, ())
        shortened = shortened or bool(found)
        choices.append((*found, word) if found else (word,))
    if not shortened or len(list(product(*choices))) > _MOST_READINGS:
        return ()
    return tuple(fold(" ".join(one)) for one in product(*choices))


def _looks_short(token: str) -> bool:
    """Capitals, or letters that no syllable has."""
    if not 2 <= len(token) <= _LONGEST_SHORT or not token.isalpha():
        return False
    return token.isupper() or not _VOWELS.intersection(fold(token))


@cache
def _runs() -> dict[str, tuple[str, ...]]:
    """Initials -> the runs of words of known headings that have them."""
    found: dict[str, dict[str, None]] = {}
    for phrase in _phrases():
        for first in range(len(phrase)):
            for length in range(2, min(_LONGEST_SHORT, len(phrase) - first) + 1):
                run = phrase[first : first + length]
                found.setdefault("".join(word[0] for word in run), {})[" ".join(run)] = None
    return {initials: tuple(runs) for initials, runs in found.items() if len(runs) <= _MOST_READINGS}


@cache
def _first_words() -> dict[tuple[str, str], tuple[str, ...]]:
    """(initial, next word) -> the words that stand before that word in known headings."""
    found: dict[tuple[str, str], dict[str, None]] = {}
    for phrase in _phrases():
        for one, following in pairwise(phrase):
            found.setdefault((fold(one[0]), fold(following)), {})[one] = None
    return {key: tuple(firsts) for key, firsts in found.items()}


def _phrases() -> Iterator[list[str]]:
    for headings in (*HEADINGS.values(), *WEAK_HEADINGS.values()):
        for text in headings:
            phrase = [word for word in bare(text).split() if len(word) > 1]
            if all(_VOWELS.intersection(fold(word)) for word in phrase):
                yield phrase
