"""The texts of a sheet as a person reads them: decoded, composed, without what cannot be seen; every change is kept.

Whether a cell is of an old encoding is told by its font, else by its column or sheet, its own words, its row: in that
order, and only where its words are Vietnamese there. Positions are Excel's row and the column from 0.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from app.documents.foreign_sheet import CellValue, ForeignSheet
from app.lists.column_letters import column_letter
from app.lists.legacy_letters import Encoding, decoded, encoding_of_font, font_of_capitals
from app.lists.legacy_signs import LEGACY, TextSigns, signs_of
from app.lists.repairs import Refusal, RepairKind
from models.vietnamese import nfc

Row = tuple[CellValue, ...]
Position = tuple[int, int]

_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_HIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufffe\uffff]")
_BLANKS = re.compile("[\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]")
_SPECIAL = re.compile(f"{_ESCAPED.pattern}|{_HIDDEN.pattern}|{_BLANKS.pattern}")
_SOFT_HYPHEN = "\xad"
#: So many different words must speak for an encoding, and so many times those that speak against it.
_ENOUGH, _TIMES_AGAINST = 3, 4
#: A letter or two may be anything.
_LEAST_DOUBTED = 2
#: Most cells of a list say the same few things; so many texts without a fault are not looked at twice.
_KNOWN_TEXTS = 20_000


@dataclass(frozen=True)
class CellRepair:
    """A change made to the text of a cell."""

    kind: RepairKind
    before: str
    after: str


@dataclass(frozen=True)
class Doubt:
    """A text that may be of an old encoding and was left as typed; `chosen` when the officer refused the repair."""

    text: str
    read: str
    chosen: bool


@dataclass(frozen=True)
class Texts:
    """A sheet's rows with readable texts, and what was done to them by position."""

    title: str
    rows: list[Row]
    repairs: Mapping[Position, tuple[CellRepair, ...]]
    doubts: Mapping[Position, Doubt]
    last_rows: Mapping[Encoding, int]

    def encoding_below(self, row: int) -> Encoding:
        """The encoding of the cells below a row; `mixed` where several occur."""
        found = [one for one, last in self.last_rows.items() if last > row]
        return Encoding.MIXED if len(found) > 1 else next(iter(found), Encoding.UNICODE)


@dataclass
class _Witnesses:
    """What the cells of a column, or of a sheet, say together."""

    last_unicode: int = 0
    first_spoken: int = 0
    spoken: dict[Encoding, set[str]] = field(default_factory=lambda: {one: set() for one in LEGACY})
    against: set[str] = field(default_factory=set)

    def hear(self, signs: TextSigns, row: int) -> None:
        """Take what a cell of this row says; rows come in order."""
        if signs.unicode:
            self.last_unicode = row
        for word in signs.words:
            if word.only:
                self.spoken[word.only].add(word.text)
                self.first_spoken = self.first_spoken or row
            if not word.plain and not word.fits and not word.odd:
                self.against.add(word.text)

    def support(self, encoding: Encoding) -> bool:
        """Whether enough words can only be of this encoding, and few speak against it."""
        count = len(self.spoken[encoding])
        return count >= _ENOUGH and count >= _TIMES_AGAINST * len(self.against)

    def chiefly(self, encoding: Encoding) -> bool:
        """Whether this encoding is supported and the other hardly occurs."""
        others = max(len(words) for one, words in self.spoken.items() if one is not encoding)
        return self.support(encoding) and len(self.spoken[encoding]) >= _TIMES_AGAINST * others


def readable(sheet: ForeignSheet, refusal: Refusal | None = None) -> Texts:
    """The texts of a sheet as a person reads them. What the officer refuses stays as it was typed."""
    reading = _SheetReading(sheet, refusal or Refusal())
    reading.clean()
    reading.decode()
    return reading.texts()


class _SheetReading:
    """One sheet being read: first what is hidden goes, then what is left of Latin-1 is judged all together."""

    def __init__(self, sheet: ForeignSheet, refusal: Refusal) -> None:
        self._sheet, self._refusal = sheet, refusal
        self._rows: list[Row] = []
        self._repairs: dict[Position, list[CellRepair]] = {}
        self._doubts: dict[Position, Doubt] = {}
        self._suspects: dict[Position, TextSigns] = {}
        self._columns: dict[int, _Witnesses] = {}
        self._whole = _Witnesses()
        self._last_rows: dict[Encoding, int] = {}
        self._fonts = any(encoding_of_font(name) for name in sheet.fonts.names())
        self._sure: set[Position] = set()
        self._words_known: dict[int, frozenset[str]] = {}
        self._unicode_rows: set[int] = set()
        self._row_shows: dict[int, set[Encoding]] | None = None
        self._by_rows: bool | None = None

    def texts(self) -> Texts:
        """All that was found."""
        repairs = {at: tuple(made) for at, made in self._repairs.items()}
        return Texts(self._title(), self._rows, repairs, self._doubts, self._last_rows)

    # What is hidden

    def clean(self) -> None:
        """Every text without what cannot be seen; those of Latin-1 are kept for judging."""
        known: set[str] = set()
        for number, row in enumerate(self._sheet.rows, start=1):
            changed: list[CellValue] | None = None
            for column, cell in enumerate(row):
                if not isinstance(cell, str):
                    continue
                text = cell
                if cell not in known:
                    text = self._cleaned(cell, (number, column))
                    if text is cell and len(known) < _KNOWN_TEXTS:
                        known.add(cell)
                if not text.isascii():
                    text = self._heard(text, (number, column))
                if text is not cell:
                    changed = list(row) if changed is None else changed
                    changed[column] = text
            self._rows.append(row if changed is None else tuple(changed))

    def _cleaned(self, cell: str, at: Position) -> str:
        text = cell
        if _SPECIAL.search(text):
            seen = _BLANKS.sub(" ", _HIDDEN.sub("", _ESCAPED.sub(_unescaped, text)))
            text = self._repaired(at, RepairKind.TEXT, text, seen)
        composed = text if text.isascii() else nfc(text)
        if composed != text:
            text = self._repaired(at, RepairKind.TEXT_COMPOSED, text, composed)
        squeezed = " ".join(text.split())
        return cell if squeezed == cell else squeezed

    def _repaired(self, at: Position, kind: RepairKind, before: str, after: str) -> str:
        """The text after a repair, or as it was where the repair is refused."""
        if after == before or self._refusal.has(kind, (self._sheet.title, at[0], column_letter(at[1]))):
            return before
        self._repairs.setdefault(at, []).append(CellRepair(kind, before, after))
        return after

    def _heard(self, text: str, at: Position) -> str:
        """Take what a text says of its encoding; the soft hyphen, a letter of TCVN3, is none in Unicode and goes."""
        signs = signs_of(text)
        column = self._columns.setdefault(at[1], _Witnesses())
        column.hear(signs, at[0])
        self._whole.hear(signs, at[0])
        if signs.unicode:
            self._last_rows[Encoding.UNICODE] = at[0]
            self._unicode_rows.add(at[0])
            if _SOFT_HYPHEN in text:
                return self._repaired(at, RepairKind.TEXT, text, text.replace(_SOFT_HYPHEN, ""))
        elif signs.words or signs.signs:
            self._suspects[at] = signs
        return text

    # What is of an old encoding

    def decode(self) -> None:
        """Read the cells of old encodings; tell what is doubtful, and drop soft hyphens from all others."""
        open_cells = []
        for at, signs in self._suspects.items():
            encoding = self._encoding(at, signs)
            if encoding:
                self._put(at, self._read(at, self._text(at), encoding))
            else:
                open_cells.append((at, signs))
        for at, signs in open_cells:
            encoding = self._by_words(at, signs)
            read = self._read(at, self._text(at), encoding) if encoding else self._left(at, self._text(at), signs)
            self._put(at, read)

    def _text(self, at: Position) -> str:
        return str(self._rows[at[0] - 1][at[1]])

    def _put(self, at: Position, text: str) -> None:
        row = self._rows[at[0] - 1]
        if text != row[at[1]]:
            self._rows[at[0] - 1] = (*row[: at[1]], text, *row[at[1] + 1 :])

    def _by_words(self, at: Position, signs: TextSigns) -> Encoding | None:
        """In a column of several encodings: the one in which all words of the cell are words of that column."""
        column = self._columns[at[1]]
        could = [one for one in LEGACY if signs.could_be(one) and column.support(one)]
        if not could:
            return None
        known = self._known_words(at[1])
        text = self._text(at)
        readings = {one: decoded(text, one) for one in could} | ({Encoding.UNICODE: text} if signs.plain else {})
        fitting = [one for one, read in readings.items() if known.issuperset(_words(read))]
        return fitting[0] if len(fitting) == 1 and fitting[0] in LEGACY else None

    def _known_words(self, column: int) -> frozenset[str]:
        """The words of the cells of a column whose encoding is sure."""
        if column not in self._words_known:
            words: set[str] = set()
            for number, row in enumerate(self._rows, start=1):
                cell = row[column] if column < len(row) else None
                at = (number, column)
                if isinstance(cell, str) and (at not in self._suspects or at in self._sure):
                    words.update(_words(cell))
            self._words_known[column] = frozenset(words)
        return self._words_known[column]

    def _read(self, at: Position, text: str, encoding: Encoding) -> str:
        self._last_rows[encoding] = max(at[0], self._last_rows.get(encoding, 0))
        self._sure.add(at)
        read = decoded(text, encoding, capitals=font_of_capitals(self._font(at)))
        if read == text:
            return text
        kept = self._repaired(at, RepairKind.LEGACY_TEXT, text, read)
        if kept == text:
            self._doubts[at] = Doubt(text, read, chosen=True)
        return kept

    def _left(self, at: Position, text: str, signs: TextSigns) -> str:
        """A text left as it is: doubtful where it could only be of an old encoding but nothing else says so."""
        column = self._columns[at[1]]
        could = [one for one in LEGACY if signs.could_be(one) and (signs.spoken_for(one) or column.support(one))]
        reads = [read for one in could if len(text) > _LEAST_DOUBTED and (read := decoded(text, one)) != text]
        if reads:
            self._doubts[at] = Doubt(text, reads[0], chosen=False)
        elif _SOFT_HYPHEN in text:
            return self._repaired(at, RepairKind.TEXT, text, text.replace(_SOFT_HYPHEN, ""))
        return text

    def _font(self, at: Position) -> str | None:
        return self._sheet.fonts.at(*at) if self._fonts else None

    def _encoding(self, at: Position, signs: TextSigns) -> Encoding | None:
        """The old encoding of a cell, None where it is Unicode or nothing says which it is."""
        column = self._columns[at[1]]
        font = encoding_of_font(self._font(at))
        chief = next((one for one in LEGACY if self._is_of(column, one)), None)
        if chief and signs.may_stay(chief) and not (signs.plain and self._typed_apart(at, font)):
            return chief
        if signs.itself:
            return signs.itself
        shown = self._shown_by_row(at[0])
        if not signs.plain:
            if shown in LEGACY and signs.may_stay(shown) and not column.against:
                return shown
            could = [
                one for one in LEGACY if signs.could_be(one) and (column.support(one) or self._left_to(font, one, at))
            ]
            return could[0] if len(could) == 1 else None
        # Every word could be Unicode too: a row in Unicode keeps it, whatever font was left behind there.
        if shown is Encoding.UNICODE:
            return None
        if shown and signs.may_stay(shown) and (column.support(shown) or not column.last_unicode or font is shown):
            return shown
        return font if font and signs.could_be(font) and self._left_to(font, font, at) else None

    def _typed_apart(self, at: Position, font: Encoding | None) -> bool:
        """Whether a cell that could be Unicode was typed apart from its column: in another font or a row of Unicode.

        A row of Unicode says so above the column's text, and in a list whose rows, not columns, differ in encoding.
        """
        if self._fonts and font is None:
            return True
        if self._shown_by_row(at[0]) is not Encoding.UNICODE:
            return False
        return at[0] < (self._columns[at[1]].first_spoken or self._whole.first_spoken) or self._mixed_by_rows()

    def _mixed_by_rows(self) -> bool:
        """Whether most rows that show an old encoding show nothing in Unicode."""
        if self._by_rows is None:
            legacy = {at[0] for at, signs in self._suspects.items() if signs.itself}
            self._by_rows = 2 * len(legacy & self._unicode_rows) < len(legacy)
        return self._by_rows

    def _left_to(self, font: Encoding | None, encoding: Encoding, at: Position) -> bool:
        """Whether a cell's font decides: where its column has nothing in Unicode but headings above."""
        column = self._columns[at[1]]
        return font is encoding and column.last_unicode < (column.first_spoken or at[0])

    def _is_of(self, column: _Witnesses, encoding: Encoding) -> bool:
        """Whether all of a column, but for headings above, is of this encoding: by its own words or by the sheet's."""
        begins = column.first_spoken or self._whole.first_spoken
        if not begins or column.last_unicode >= begins:
            return False
        pure = self._whole.last_unicode < self._whole.first_spoken
        return column.chiefly(encoding) or (pure and self._whole.chiefly(encoding))

    def _shown_by_row(self, row: int) -> Encoding | None:
        """The encoding that cells of this row show by themselves; None where none does, or several do."""
        if self._row_shows is None:
            self._row_shows = {row: {Encoding.UNICODE} for row in self._unicode_rows}
            for at, signs in self._suspects.items():
                if signs.itself:
                    self._row_shows.setdefault(at[0], set()).add(signs.itself)
        shown = self._row_shows.get(row, set())
        return next(iter(shown)) if len(shown) == 1 else None

    def _title(self) -> str:
        """The name of the sheet, which has no font and no column."""
        title = self._sheet.title
        signs = signs_of(title)
        sure = signs.itself or next(
            (one for one in LEGACY if signs.could_be(one) and not signs.plain and self._whole.support(one)), None
        )
        return decoded(title, sure) if sure and not signs.unicode else nfc(title)


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", text.lower())


def _unescaped(code: re.Match[str]) -> str:
    return chr(int(code[1], 16))
