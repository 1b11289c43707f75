"""Text with separated cells, as Excel and others write it: encodings, separators, quotes."""

from __future__ import annotations

import codecs
import csv
import io
import unicodedata

import pytest

from app.documents.foreign_csv import csv_sheet
from app.problems import Trouble

ROWS = [
    ("STT", "Họ và tên chủ hộ", "Năm sinh", "Ghi chú"),
    ("1", "Lò Văn Pâng", "1962", 'ở nhờ; "tạm", chưa có đất'),
    ("2", "ĐẶNG THỊ ƯỚC HƯỜNG", "1950", "nhiều\ndòng"),
    ("3", "Nguyễn Đức Thuỷ", "1971", None),
]
TONES = "\u0300\u0301\u0303\u0309\u0323"


def text_of(delimiter: str) -> str:
    made = io.StringIO()
    csv.writer(made, delimiter=delimiter).writerows(ROWS)
    return made.getvalue()


def in_1258(text: str) -> bytes:
    """As Windows writes Vietnamese: the vowel, then its tone."""
    letters = []
    for letter in text:
        parts = unicodedata.normalize("NFD", letter)
        vowel = unicodedata.normalize("NFC", "".join(one for one in parts if one not in TONES))
        letters.append(vowel + "".join(one for one in parts if one in TONES))
    return "".join(letters).encode("cp1258")


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1258"])
def test_every_encoding_with_every_separator(encoding: str, delimiter: str) -> None:
    text = text_of(delimiter)
    content = in_1258(text) if encoding == "cp1258" else text.encode(encoding)
    sheet = csv_sheet(content, "thôn Nà Mặn.csv")
    assert (sheet.title, sheet.rows) == ("thôn Nà Mặn", ROWS)


def test_a_mark_in_front_tells_the_order_of_bytes() -> None:
    assert csv_sheet(codecs.BOM_UTF16_BE + text_of("\t").encode("utf-16-be"), "a.csv").rows == ROWS


def test_text_of_old_fonts_keeps_its_bytes() -> None:
    for text in ("Hä vµ tªn;N¨m sinh\nLß V¨n P©ng;1962\n", "Hoï vaø teân;Naêm sinh\nLoø Vaên Paâng;1962\n"):
        assert csv_sheet(text.encode("cp1252"), "a.csv").rows == [tuple(line.split(";")) for line in text.splitlines()]


def test_excels_line_for_the_separator_is_no_row() -> None:
    assert csv_sheet(b"sep=,\r\na,b\r\n1;2,3\r\n", "a.csv").rows == [("a", "b"), ("1;2", "3")]


def test_titles_above_the_table_do_not_hide_the_separator() -> None:
    text = "DANH SÁCH HỘ NGHÈO, CẬN NGHÈO\n\nSTT;Họ và tên;Năm sinh\n1;Lò Văn A, B;1962\n2;Vì Thị C;1970\n"
    assert csv_sheet(text.encode(), "a.csv").rows[2:4] == [
        ("STT", "Họ và tên", "Năm sinh"),
        ("1", "Lò Văn A, B", "1962"),
    ]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"<html><table><tr><td>1", "file_not_table"),
        (b"a;b\n" * 200_001, "file_too_many_cells"),
        (b";".join([b"a"] * 301), "file_too_many_cells"),
        (b'a;"' + b"b" * 300_000, "file_damaged"),
    ],
)
def test_text_beyond_the_limits_is_one_sentence(content: bytes, code: str) -> None:
    with pytest.raises(Trouble, match=code):
        csv_sheet(content, "a.csv")
