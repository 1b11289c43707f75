"""Text of a sheet: old encodings are read, hidden signs go, all is listed and can be refused; right text stays."""

from __future__ import annotations

import csv
import random
import re
import unicodedata
from collections.abc import Callable, Sequence

import pytest

from app.areas.queries import ethnic_groups
from app.documents.foreign_sheet import CellFonts, CellValue, ForeignSheet
from app.lists.cell_texts import CellRepair, Texts, readable
from app.lists.legacy_letters import Encoding
from app.lists.repairs import Refusal, RepairKind
from app.paths import resource
from tests.app.lists.must_not_convert import FOREIGN, MUST_NOT_CONVERT
from tests.app.lists.old_fonts import to_tcvn3, to_vni

FAMILY = ("Nguyễn", "Trần", "Lê", "Lò", "Hoàng", "Vàng", "Giàng", "Sùng", "Quàng", "Cà", "Lường", "Vì", "Bùi", "Đinh")
MIDDLE = ("Văn", "Thị", "A", "Mí", "Xuân", "Đức", "Minh", "Thu")
GIVEN = (
    "Pâng",
    "Hoa",
    "Đoàn",
    "Ước",
    "Bé",
    "Sính",
    "Páo",
    "Lâm",
    "Tám",
    "Dế",
    "Mỷ",
    "Pó",
    "Chư",
    "Thông",
    "Lan",
    "Sơn",
)


def read(
    rows: Sequence[Sequence[CellValue]],
    *,
    fonts: dict[int, str] | None = None,
    refusal: Refusal | None = None,
    title: str = "Danh sách",
) -> Texts:
    runs = {column: ((1, name),) for column, name in (fonts or {}).items()}
    return readable(ForeignSheet(title, False, [tuple(row) for row in rows], CellFonts(runs)), refusal)


def column(texts: Sequence[str], **more: dict[int, str]) -> list[CellValue]:
    return [row[0] for row in read([[text] for text in texts], **more).rows]  # type: ignore[arg-type]


def places() -> list[str]:
    """Names of communes, today's and former."""
    found = set()
    for file, heading in (("communes", "name"), ("old_units", "names")):
        with resource(f"areas/{file}.csv").open(encoding="utf-8", newline="") as stream:
            for line in csv.DictReader(stream):
                found |= {re.sub(r"\(.*\)", "", name).strip() for name in line[heading].split(";")}
    return sorted(found)


def people(count: int) -> list[str]:
    chance = random.Random(7)
    return [f"{chance.choice(FAMILY)} {chance.choice(MIDDLE)} {chance.choice(GIVEN)}" for _ in range(count)]


PLACES = places()


# What must not be converted


@pytest.mark.parametrize("text", MUST_NOT_CONVERT)
def test_right_text_alone_is_left_alone(text: str) -> None:
    found = read([[text]])
    assert (found.rows, found.repairs) == ([(text,)], {})


@pytest.mark.parametrize("font", ["Times New Roman", ".VnTime", "VNI-Times"])
def test_right_text_in_a_column_is_left_alone_even_in_a_font_left_behind(font: str) -> None:
    assert read([[text] for text in MUST_NOT_CONVERT], fonts={0: font}).repairs == {}


def test_right_text_beside_columns_of_old_encodings_is_left_alone() -> None:
    rows = [
        (text, to_tcvn3(PLACES[at * 7]), to_vni(PLACES[at * 5]), PLACES[at * 9])
        for at, text in enumerate(MUST_NOT_CONVERT)
    ]
    found = read(rows)
    assert {at[1] for at in found.repairs} == {1, 2}
    assert [row[0] for row in found.rows] == list(MUST_NOT_CONVERT)


@pytest.mark.parametrize("changed", [str, str.upper, str.lower])
def test_names_of_places_and_peoples_are_right_text(changed: Callable[[str], str]) -> None:
    texts = [changed(name) for name in (*PLACES, *ethnic_groups())]
    assert read([[text] for text in texts]).repairs == {}


def test_words_of_places_alone_are_right_text() -> None:
    words = sorted({word for name in PLACES for word in name.split()})
    assert not any(read([[word]]).repairs for word in words)


def test_foreign_names_in_a_column_of_an_old_encoding_are_left_alone() -> None:
    strange = [name for name in FOREIGN if re.search("[çüöäñ]", name)][:12]
    texts = [*map(to_tcvn3, PLACES[::40]), *strange]
    assert column(texts)[-len(strange) :] == strange


# What must be converted


@pytest.mark.parametrize(("typed", "encoding"), [(to_tcvn3, Encoding.TCVN3), (to_vni, Encoding.VNI)])
def test_a_column_of_an_old_encoding_is_read(typed: Callable[[str], str], encoding: Encoding) -> None:
    names = [*people(400), *PLACES[::9]]
    found = read([[typed(name)] for name in names])
    wrong = [(name, row[0]) for name, row in zip(names, found.rows, strict=True) if str(row[0]).lower() != name.lower()]
    assert len(wrong) <= 2, wrong
    assert found.encoding_below(0) is encoding


@pytest.mark.parametrize("typed", [to_tcvn3, to_vni])
@pytest.mark.parametrize("count", [1, 2, 3])
def test_a_list_of_a_few_rows_is_read_with_its_short_words(typed: Callable[[str], str], count: int) -> None:
    true = [(name, "Thôn Nà", "Hộ nghèo", "Nữ") for name in people(count)]
    rows = [("Họ và tên chủ hộ", "Thôn", "Đối tượng", "Giới tính"), *(tuple(map(typed, row)) for row in true)]
    assert read(rows).rows[1:] == true


@pytest.mark.parametrize(
    "kinds", [(str, to_tcvn3), (str, to_vni), (to_tcvn3, to_vni), (str, to_tcvn3, to_vni)]
)  # fmt: skip
def test_encodings_mixed_in_one_column_are_told_apart(kinds: tuple[Callable[[str], str], ...]) -> None:
    names = people(300)
    typed = [kinds[at % len(kinds)](name) for at, name in enumerate(names)]
    found = read([[text] for text in typed])
    wrong = [(name, row[0]) for name, row in zip(names, found.rows, strict=True) if row[0] != name]
    assert len(wrong) <= 1, wrong
    assert found.encoding_below(0) is Encoding.MIXED


def test_the_font_decides_where_words_could_be_both() -> None:
    assert column([to_tcvn3("Bộ"), to_tcvn3("Lơ")], fonts={0: ".VnTime"}) == ["Bộ", "Lơ"]
    assert column([to_vni("Sơn"), to_vni("Thị")], fonts={0: "VNI-Times"}) == ["Sơn", "Thị"]
    assert column([to_tcvn3("Bộ"), "Lê"]) == [to_tcvn3("Bộ"), "Lê"]


@pytest.mark.parametrize("typed", [to_tcvn3, to_vni])
def test_rows_added_in_unicode_below_an_old_list_stay_and_its_short_words_are_read(typed: Callable[[str], str]) -> None:
    names = people(16)
    old = [(typed(name), typed("Nữ"), typed("Thái"), typed("Bản Nà Mặn")) for name in names[:8]]
    new = [(f"{name} Đạt", "Nữ", "Thái", "Bản Nà Mặn") for name in names[8:]]
    heading = tuple(map(typed, ("Họ và tên chủ hộ", "Giới tính", "Dân tộc", "Thôn")))
    found = read([heading, *old, *new]).rows
    assert {row[1:] for row in found[1:]} == {("Nữ", "Thái", "Bản Nà Mặn")}
    assert [row[0] for row in found[1:]] == [*names[:8], *(f"{name} Đạt" for name in names[8:])]
    assert found[0] == ("Họ và tên chủ hộ", "Giới tính", "Dân tộc", "Thôn")


def test_a_heading_in_unicode_above_a_column_of_an_old_encoding_stays() -> None:
    rows = [("Họ và tên", "Ghi chú"), *((name, to_tcvn3("nhà đã dột nát")) for name in people(9))]
    assert read(rows).rows[0] == ("Họ và tên", "Ghi chú")
    assert {row[1] for row in read(rows).rows[1:]} == {"nhà đã dột nát"}


def test_a_font_of_capitals_makes_capitals() -> None:
    typed = to_tcvn3("nguyễn văn đoàn")
    assert column([typed], fonts={0: ".VnTimeH"}) == ["NGUYỄN VĂN ĐOÀN"]
    assert column([typed], fonts={0: ".VnTime"}) == ["nguyễn văn đoàn"]


def test_the_title_of_a_sheet_is_read() -> None:
    rows = [[to_tcvn3(name)] for name in people(8)]
    assert read(rows, title=to_tcvn3("Bản Nà Mặn")).title == "Bản Nà Mặn"
    assert read([["Lò Văn Pâng"]], title="Nà Mặn").title == "Nà Mặn"


def test_a_lone_word_that_may_be_of_an_old_encoding_is_left_and_named() -> None:
    found = read([["Lò Văn Pâng"], [to_vni("Thôn 1")]])
    assert found.rows[1] == (to_vni("Thôn 1"),)
    assert [(one.read, one.chosen) for one in found.doubts.values()] == [("Thôn 1", False)]


# What cannot be seen


@pytest.mark.parametrize(
    ("typed", "seen", "kinds"),
    [
        ("Lò\xa0Văn Pâng", "Lò Văn Pâng", [RepairKind.TEXT]),
        ("Lò\u200bVăn\ufeff Pâng", "LòVăn Pâng", [RepairKind.TEXT]),
        ("Lò Văn_x000D_\nPâng", "Lò Văn Pâng", [RepairKind.TEXT]),
        ("Nà Mặn_x000d_", "Nà Mặn", [RepairKind.TEXT]),
        (unicodedata.normalize("NFD", "Đặng Thị Huế"), "Đặng Thị Huế", [RepairKind.TEXT_COMPOSED]),
        ("Nguyễn\xad Văn", "Nguyễn Văn", [RepairKind.TEXT]),
        ("  Lò   Văn\nPâng ", "Lò Văn Pâng", []),
        ("Lò Văn Pâng", "Lò Văn Pâng", []),
    ],
)
def test_hidden_signs_go_and_are_listed(typed: str, seen: str, kinds: list[RepairKind]) -> None:
    found = read([[typed]])
    assert found.rows == [(seen,)]
    assert [one.kind for one in found.repairs.get((1, 0), ())] == kinds


def test_cells_that_are_right_stay_the_same_object() -> None:
    cell = "Lò Văn Pâng"
    assert read([[cell, 5, None]]).rows[0][0] is cell


# What the officer refuses


def test_a_repair_is_listed_with_what_stood_there() -> None:
    typed = to_tcvn3("Nguyễn Văn Đoàn")
    assert read([[typed]]).repairs == {(1, 0): (CellRepair(RepairKind.LEGACY_TEXT, typed, "Nguyễn Văn Đoàn"),)}


def test_repairs_are_refused_by_kind() -> None:
    typed = to_tcvn3("Nguyễn Văn Đoàn")
    found = read([[typed], ["Lò\xa0Văn"]], refusal=Refusal(frozenset({RepairKind.LEGACY_TEXT})))
    assert found.rows == [(typed,), ("Lò Văn",)]
    assert [one.chosen for one in found.doubts.values()] == [True]


def test_repairs_are_refused_one_by_one() -> None:
    typed = [to_tcvn3(name) for name in ("Nguyễn Văn Đoàn", "Lò Thị Bé")]
    refusal = Refusal(cells=frozenset({("Danh sách", 1, "A")}))
    assert read([[text] for text in typed], refusal=refusal).rows == [(typed[0],), ("Lò Thị Bé",)]
