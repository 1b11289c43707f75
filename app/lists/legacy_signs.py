"""What a text says of its own encoding, word by word: which words can only be Unicode, which only TCVN3 or VNI.

A word speaks for an old encoding only when it is a Vietnamese syllable there and no Vietnamese spelling as it stands.
Words that are neither (foreign names, formulas, codes) speak against: what is right is never taken for legacy.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from app.lists.legacy_letters import TCVN3_LETTERS, VIETNAMESE, VNI_LETTERS, Encoding, decoded
from app.lists.syllables import is_syllable, like_syllable

LEGACY = (Encoding.TCVN3, Encoding.VNI)
#: Letters of Vietnamese that Latin-1 lacks, and marks typed apart: nobody types them in an old font.
_ONLY_UNICODE = re.compile(
    "[" + "".join(sorted(one for one in VIETNAMESE if ord(one) > 0xFF)) + "\u0300-\u0304\u0306\u0309\u031b\u0323]"
)
_WORD = re.compile("[A-Za-z\xa1-\xff]+")
_AS_LATIN = "".join(sorted(one for one in VIETNAMESE if ord(one) <= 0xFF))
_ASCII_WORD = re.compile(r"(?<![^\W\d_])[A-Za-z]{2,}(?![^\W\d_])")
_PLAIN = re.compile(f"[A-Za-z{_AS_LATIN}]+")
#: A small letter before a capital with a mark: "NguyÔn" is no Unicode.
_BROKEN_CASE = re.compile("[a-z\xdf-\xff][\xc0-\xde]|[A-Z][\xc0-\xde][a-z\xdf-\xff]")
#: Vowels and the accents VNI types behind them, where no Vietnamese word has the two together.
_VNI_PAIR = re.compile(
    "[ae][\xe0-\xe3\xe8-\xea\xf9\xfa\xf5]|o[\xe2\xf9\xf5]|[uy][\xf9\xf5]|[\xf4][\xf9\xf5]", re.IGNORECASE
)
#: Signs that stand in any text for themselves: words of these alone say nothing.
_SIGNS = re.compile("[\xa1-\xbf\xd7\xf7\xd8]")
_CAPITAL_SIGN = re.compile("[\xa1-\xa6]")
_UNITS = frozenset({"\xb5m", "\xb5g", "\xb5l", "\xb5s"})
_OF_VNI = re.compile(f"(?:{'|'.join(sorted(map(re.escape, VNI_LETTERS), key=len, reverse=True))}|[A-Za-z])+")
_LETTERS_ONLY_IN_TCVN3 = re.compile("[\xa1-\xae\xb5-\xb9\xbb-\xbe]")


@dataclass(frozen=True)
class WordSign:
    """A word with letters beyond ASCII: `plain` could be Unicode; `fits` are encodings in which it is a syllable.

    `odd` are encodings it was surely typed in though it is no syllable there (a name of the highlands), `like` those in
    which it could be such a name, `letters` those in which each of its letters is one.
    """

    text: str
    plain: bool
    fits: frozenset[Encoding]
    odd: frozenset[Encoding]
    like: frozenset[Encoding]
    letters: frozenset[Encoding]

    def speaks_for(self, encoding: Encoding) -> bool:
        """Whether this word is a syllable of this encoding and none as it stands."""
        return encoding in self.fits and not self.plain

    @property
    def only(self) -> Encoding | None:
        """The one encoding this word can be of."""
        return next(iter(self.fits)) if len(self.fits) == 1 and not self.plain else None


@dataclass(frozen=True)
class TextSigns:
    """What the words of a cell say; `unicode` when letters stand there that only Unicode has.

    `signs` tells that a sign stands there alone, as the capitals of TCVN3 look; `strange` counts the plain ASCII words
    that are none of Vietnamese.
    """

    unicode: bool
    words: tuple[WordSign, ...]
    signs: bool = False
    strange: int = 0

    def could_be(self, encoding: Encoding) -> bool:
        """Whether all words are syllables of this encoding, or odd ones surely typed in it."""
        return bool(self.words) and all(encoding in one.fits or encoding in one.odd for one in self.words)

    def may_stay(self, encoding: Encoding) -> bool:
        """Whether, among much text of this encoding, the cell is of it too: its letters are, and no word is foreign."""
        if not self.words:
            return self.signs and encoding is Encoding.TCVN3
        letters = all(encoding in one.letters for one in self.words)
        return letters and all(one.plain or encoding in one.fits | one.odd | one.like for one in self.words)

    def spoken_for(self, encoding: Encoding) -> int:
        """How many different words can only be of this encoding."""
        return len({one.text for one in self.words if one.speaks_for(encoding)})

    @property
    def itself(self) -> Encoding | None:
        """The old encoding this cell shows alone: two words or more of it, one of which can be nothing else.

        A sentence of another language holds more words that are strange than words that happen to fit.
        """
        if self.unicode or len({one.text for one in self.words}) < 2 or self.strange > len(self.words):
            return None
        shown = [one for one in LEGACY if self.could_be(one) and self.spoken_for(one)]
        return shown[0] if len(shown) == 1 else None

    @property
    def plain(self) -> bool:
        """Whether every word could be Unicode as it stands."""
        return all(one.plain for one in self.words)


_NOTHING = TextSigns(unicode=False, words=())
_UNICODE = TextSigns(unicode=True, words=())


def signs_of(text: str) -> TextSigns:
    """What a text says of its encoding; an ASCII text says nothing."""
    if text.isascii():
        return _NOTHING
    return _UNICODE if _ONLY_UNICODE.search(text) else _signs(text)


@lru_cache(maxsize=16_384)
def _signs(text: str) -> TextSigns:
    found = [one for one in _WORD.finditer(text) if not one[0].isascii()]
    words = tuple(_sign(one[0]) for one in found if not _says_nothing(text, one))
    strange = sum(1 for one in _ASCII_WORD.findall(text) if not one.isupper() and not is_syllable(one))
    signs = any(_CAPITAL_SIGN.fullmatch(one[0]) for one in found)
    return TextSigns(unicode=False, words=words, signs=signs, strange=strange)


def _says_nothing(text: str, word: re.Match[str]) -> bool:
    """A sign alone, signs beside a number, units of measure."""
    if word[0] in _UNITS or _SIGNS.fullmatch(word[0]):
        return True
    after_number = word.start() > 0 and text[word.start() - 1].isdigit() and _SIGNS.match(word[0]) is not None
    before_number = word.end() < len(text) and text[word.end()].isdigit() and _SIGNS.fullmatch(word[0][-1]) is not None
    return after_number or before_number


@lru_cache(maxsize=65_536)
def _sign(word: str) -> WordSign:
    fits = frozenset(one for one in LEGACY if _is_word_in(word, one))
    plain = bool(_PLAIN.fullmatch(word)) and not _BROKEN_CASE.search(word) and not _VNI_PAIR.search(word)
    letters = frozenset(one for one in LEGACY if _read(word, one) is not None)
    odd = set()
    if not plain and not fits:
        if Encoding.TCVN3 in letters and (_LETTERS_ONLY_IN_TCVN3.search(word) or _BROKEN_CASE.search(word)):
            odd.add(Encoding.TCVN3)
        elif Encoding.VNI in letters and _VNI_PAIR.search(word):
            odd.add(Encoding.VNI)
    like = frozenset(one for one in letters if like_syllable(_read(word, one) or ""))
    return WordSign(word, plain, fits, frozenset(odd), like, letters)


def _is_word_in(word: str, encoding: Encoding) -> bool:
    """Whether every letter has a meaning in this encoding and they make a syllable, its capitals where they may be."""
    read = _read(word, encoding)
    return read is not None and is_syllable(read) and read[1:] in (read[1:].lower(), read[1:].upper())


def _read(word: str, encoding: Encoding) -> str | None:
    """The word in this encoding; None where one of its letters is none there."""
    if encoding is Encoding.TCVN3:
        whole = all(one.isascii() or ord(one) in TCVN3_LETTERS for one in word)
    else:
        whole = _OF_VNI.fullmatch(word) is not None
    return decoded(word, encoding) if whole else None
