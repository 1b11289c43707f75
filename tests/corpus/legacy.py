"""Lists typed in the fonts of before Unicode, and what should be read from them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from openpyxl.styles import Font

from app.lists.reading import ListFile, ReadingOptions, read_list_here
from tests.corpus.encodings import LETTERS, WORDS, to_tcvn3, to_tcvn3_capitals, to_vni
from tests.corpus.measuring import Verdicts, judge
from tests.corpus.pages import Book, Col, Page, col
from tests.corpus.people import make_families

Coding = Callable[[str], str]
COLUMNS: tuple[Col, ...] = (
    col("seq", "STT"),
    col("name", "Họ và tên chủ hộ"),
    col("birth_year", "Năm sinh"),
    col("gender", "Giới tính"),
    col("ethnicity", "Dân tộc"),
    col("village", "Thôn"),
    col("category", "Đối tượng"),
    col("house_status", "Hiện trạng nhà ở"),
    col("need", "Nhu cầu hỗ trợ"),
    col("amount_million", "Mức hỗ trợ (triệu đồng)"),
    col("note", "Ghi chú"),
)


@dataclass(frozen=True)
class Hand:
    """How a sheet was typed: the encoding, its font (None: the font does not tell) and that of capitals."""

    name: str
    coding: Coding
    font: str | None
    capitals: Coding
    capitals_font: str | None


HANDS = (
    Hand("TCVN3 in .VnTime", to_tcvn3, ".VnTime", to_tcvn3_capitals, ".VnTimeH"),
    Hand("TCVN3 in .VnArial", to_tcvn3, ".VnArial", to_tcvn3_capitals, ".VnArialH"),
    Hand("TCVN3 without its font", to_tcvn3, None, to_tcvn3, None),
    Hand("VNI in VNI-Times", to_vni, "VNI-Times", lambda text: to_vni(text.upper()), "VNI-Times"),
    Hand("VNI without its font", to_vni, None, to_vni, None),
)


def recode(page: Page, hand: Hand, letters: Sequence[str] = "ABCDEFGHIJK", capitals: Sequence[str] = ()) -> None:
    """Put the text of these columns (Excel's letters) into the encoding; `capitals` are typed as capitals."""
    for row in page.sheet.iter_rows():
        for cell in row:
            if not isinstance(cell.value, str) or cell.column_letter not in {*letters, *capitals}:
                continue
            big = cell.column_letter in capitals
            cell.value = (hand.capitals if big else hand.coding)(cell.value)
            if font := hand.capitals_font if big else hand.font:
                cell.font = Font(name=font)


def measure_hand(folder: Path, hand: Hand, count: int = 14, seed: str = "legacy") -> Verdicts:
    """A whole list, letterhead and headings too, typed by this hand."""
    book = Book()
    page = book.page(COLUMNS).letterhead().headings().numbers().families(make_families(f"{seed} {hand.name}", count))
    page.total().signatures()
    recode(page, hand)
    return _judged(book, folder, hand.name)


def measure_capitals(folder: Path, hand: Hand) -> Verdicts:
    """Names typed in the font of capitals: they come out as capitals or, repaired, in name case."""
    book = Book()
    page = book.page(COLUMNS).headings().families(make_families(f"capitals {hand.name}", 14))
    recode(page, hand, [letter for letter in "ABCDEFGHIJK" if letter != "B"], ["B"])
    return _judged(book, folder, f"{hand.name}, names in capitals")


def measure_mixed(folder: Path, hand: Hand) -> Verdicts:
    """Names and notes by the old hand, everything else in Unicode: somebody completed an old list."""
    book = Book()
    page = book.page(COLUMNS).letterhead().headings().families(make_families(f"mixed {hand.name}", 14))
    recode(page, hand, "BHK")
    return _judged(book, folder, f"mixed with {hand.name}")


def measure_mixed_rows(folder: Path, hand: Hand) -> Verdicts:
    """The first families by the old hand, the last ones added in Unicode below them."""
    book = Book()
    page = book.page(COLUMNS).headings().families(make_families(f"rows {hand.name}", 8))
    recode(page, hand)
    page.families(make_families(f"later {hand.name}", 8))
    return _judged(book, folder, f"rows mixed with {hand.name}")


def _judged(book: Book, folder: Path, name: str) -> Verdicts:
    path = book.save(folder / f"E-{name}.xlsx")
    file = read_list_here(path, ReadingOptions())
    verdicts = judge({(row.sheet, row.row_number): row for row in file.rows}, book.expected)
    return replace(verdicts, faults=[f"{name}: {fault}" for fault in verdicts.faults])


def read_notes(folder: Path, notes: Sequence[str], fonts: Sequence[str | None], name: str = "letters") -> ListFile:
    """A list whose notes are these texts as they stand, each in its font; everything else is Unicode."""
    book = Book()
    page = book.page([one for one in COLUMNS if one.kind != "note"] + [col("note", "Ghi chú")]).headings()
    families = make_families("notes", len(notes))
    page.families([replace(family, note=note) for family, note in zip(families, notes, strict=True)])
    for number, (note, font) in enumerate(zip(notes, fonts, strict=True)):
        cell = page.sheet.cell(2 + number, len(COLUMNS))
        cell.value = note
        if font:
            cell.font = Font(name=font)
    return read_list_here(book.save(folder / f"E-{name}.xlsx"), ReadingOptions())


def letters_read(folder: Path) -> dict[str, dict[str, str | None]]:
    """For each encoding each of the 134 letters with what its word was read as, where that is not the word."""
    small = [WORDS[letter] for letter in LETTERS]
    big = [word.upper() for word in small]
    jobs = {
        "TCVN3": (
            small + big,
            [to_tcvn3(w) for w in small] + [to_tcvn3_capitals(w) for w in big],
            ".VnTime",
            ".VnTimeH",
        ),
        "VNI": (small + big, [to_vni(word) for word in small + big], "VNI-Times", "VNI-Times"),
    }
    found: dict[str, dict[str, str | None]] = {}
    for name, (words, typed, font, capitals) in jobs.items():
        fonts = [font] * len(small) + [capitals] * len(big)
        file = read_notes(folder, [f"{text} {text}" for text in typed], fonts, f"134 {name}")
        read = {row.row_number - 2: row.values.note for row in file.rows}
        wrong = {word: read.get(number) for number, word in enumerate(words) if read.get(number) != f"{word} {word}"}
        found[name] = wrong
    return found


def texts_changed(
    folder: Path, texts: Sequence[str], font: str | None = None, name: str = "right"
) -> dict[str, str | None]:
    """Right texts that did not come out as they went in."""
    file = read_notes(folder, texts, [font] * len(texts), name)
    read = {row.row_number - 2: row.values.note for row in file.rows}
    return {text: read.get(number) for number, text in enumerate(texts) if read.get(number) != text}
