"""What a Vietnamese syllable can be, to tell text of an old encoding from text that only looks foreign.

A word of the wrong reading is seldom a syllable: onsets, vowels and endings go together in few ways, and an ending in a
stop (c, ch, p, t) takes two of the six tones only.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from app.wording.letters import (
    CLOSED_RHYMES,
    FRONT_VOWELS,
    ONSETS,
    OPEN_RHYMES,
    QU_RHYMES,
    STOP_TONE_MARKS,
    TONE_MARKS,
    WITH_GI,
)

_TONES = re.compile(f"[{TONE_MARKS}]")
_STOPPED = re.compile("(?:c|ch|p|t)$")
_ONSETS = ("", *ONSETS.split())
_RHYMES = frozenset(
    {*OPEN_RHYMES.split(), *(f"{one}{ending}" for ending, vowels in CLOSED_RHYMES.items() for one in vowels.split())}
)
_QU_RHYMES = frozenset(QU_RHYMES.split())
_NUCLEI = frozenset({*OPEN_RHYMES.split(), *(one for vowels in CLOSED_RHYMES.values() for one in vowels.split())})
_VOWEL = "".join(sorted(set("".join(_NUCLEI))))
_VOWELS_INSIDE = re.compile(f"[^{_VOWEL}]{{0,3}}([{_VOWEL}]+)(?:[^{_VOWEL}]|[nc]h|ng)?")
_WITH_GI = frozenset(WITH_GI.split())


@lru_cache(maxsize=65_536)
def is_syllable(word: str) -> bool:
    """Whether a word can be a syllable of Vietnamese, whatever its capitals and wherever its tone's mark stands."""
    apart = unicodedata.normalize("NFD", word.lower())
    tones = _TONES.findall(apart)
    bare = unicodedata.normalize("NFC", _TONES.sub("", apart))
    if len(tones) > 1 or not any(_fits(bare, onset) for onset in _ONSETS):
        return False
    return not (tones and _STOPPED.search(bare) and tones[0] not in STOP_TONE_MARKS)


@lru_cache(maxsize=16_384)
def like_syllable(word: str) -> bool:
    """Whether a word is built like a syllable, though no Vietnamese one: names of the highlands ("Krông", "Drăk")."""
    apart = unicodedata.normalize("NFD", word.lower())
    bare = unicodedata.normalize("NFC", _TONES.sub("", apart))
    vowels = _VOWELS_INSIDE.fullmatch(bare)
    return len(_TONES.findall(apart)) <= 1 and vowels is not None and vowels[1] in _NUCLEI


def _fits(bare: str, onset: str) -> bool:
    if not bare.startswith(onset):
        return False
    rhyme = bare[len(onset) :]
    if onset == "qu":
        return rhyme in _QU_RHYMES
    if rhyme not in _RHYMES:
        return False
    if onset in ("c", "g", "ng") and rhyme[0] in FRONT_VOWELS and rhyme[0] != "y":
        return onset == "g" and rhyme in _WITH_GI
    return onset not in ("gh", "ngh", "k") or rhyme[0] in FRONT_VOWELS
