"""Makes resources/areas from the two public lists of administrative units.

`python resources/make_areas.py SOURCE_FOLDER`, where SOURCE_FOLDER holds `vn_units_2level_*.json`,
`old_to_new_communes_2025.json`, `commune_bbox_*.json` and the licence of the database they come from. Writes four CSV
files (UTF-8) and copies the licence. Columns are described in `resources/areas/README.md`.
"""

from __future__ import annotations

import csv
import json
import re
import shutil
import sys
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

TARGET = Path(__file__).parent / "areas"
LICENCE = "LICENSE-vietnamese-provinces-database.txt"
REFORM = "2025-07-01"  # NQ 202/2025/QH15 and QĐ 19/2025/QĐ-TTg: two tiers, new codes
LAST_OLD_DAY = "2025-06-30"
CITY_SINCE = {"75": "2026-04-30"}  # Đồng Nai became a city; the source says so in its free text
OLD_PROVINCE_KIND = {"75": ("Tỉnh Đồng Nai", "2026-04-29")}
KINDS = ("Thành phố", "Thị trấn", "Đặc khu", "Thị xã", "Phường", "Huyện", "Quận", "Tỉnh", "Xã")
UNCHANGED = "giữ nguyên"
VILLAGES = ("Thôn ", "Xóm ")
REMARK = re.compile(r"\((?:phần còn lại|một phần|sau khi|bao gồm)[^)]*\)", re.IGNORECASE)
PHRASE = re.compile(
    r"(?:sắp xếp )?(?:một phần|toàn bộ|phần còn lại)(?: của)?(?: +diện tích (?:TN|tự nhiên))?"
    r"|,? *(?:và )?(?:toàn b[ộố] )?quy mô dân số|sau khi sắp xếp.*?(?=,|$)|\.\s.*",
    re.IGNORECASE,
)
SEPARATOR = re.compile(r"(?:[,;]| và )(?![^()]*\))")  # not inside brackets
KIND_AHEAD = re.compile(rf"\b({'|'.join(KINDS)}) (?!{'|'.join(KINDS)})", re.IGNORECASE)
CONNECTIVE = re.compile(r"^(?:(?:và|của|các)\s+)+", re.IGNORECASE)


def spelled(name: str) -> str:
    """NFC, single blanks, and the kind in front written with one capital ("xã Bắc Sơn" -> "Xã Bắc Sơn")."""
    name = " ".join(unicodedata.normalize("NFC", name).split())
    return name[:1].upper() + name[1:]


def kind_of(full_name: str) -> str:
    """The kind in lower case: tỉnh, thành phố, xã, phường, đặc khu."""
    return next(kind for kind in KINDS if full_name.lower().startswith(kind.lower())).lower()


def folded(name: str) -> str:
    """Without marks, so that "Thuỵ" and "Thụy" are one name."""
    decomposed = unicodedata.normalize("NFD", name.lower().replace("đ", "d"))
    return "".join(letter for letter in decomposed if letter.isalnum())


def old_names(text: str) -> Iterator[str]:
    """The units named in the free text of the source, in its order, with the district in brackets where it gives one.

    Phrases such as "một phần diện tích ... của các phường" and "(phần còn lại sau khi sáp nhập ...)" fall away: a unit
    that was divided stands under every commune that took a part of it.
    """
    kind = "Xã"
    for piece in SEPARATOR.split(PHRASE.sub(" ", REMARK.sub("", spelled(text)))):
        name, bracket, district = CONNECTIVE.sub("", piece.strip(" .")).partition("(")
        if ahead := [found for found in KIND_AHEAD.finditer(name) if begins_a_name(name[found.end() :])]:
            kind, name = ahead[-1].group(1), name[ahead[-1].end() :]
        elif name.startswith(VILLAGES):
            continue
        if begins_a_name(name):
            yield spelled(f"{kind.capitalize()} {name}{bracket}{district}")


def begins_a_name(text: str) -> bool:
    """A proper name or a number, not a word of the phrase around it."""
    return text[:1].isupper() or text[:1].isdigit()


def old_provinces(text: str) -> Iterator[str]:
    """The provinces a province was formed from: "tỉnh Yên Bái và tỉnh Lào Cai"."""
    for piece in re.split(r",| và ", text.partition(".")[0]):
        yield spelled(piece.replace("TPHCM", "thành phố Hồ Chí Minh"))


def province_rows(units: list[dict[str, Any]]) -> Iterator[tuple[str, ...]]:
    """One row a province."""
    for unit in units:
        name = spelled(unit["FullName"])
        yield unit["Code"], name, kind_of(name), CITY_SINCE.get(unit["Code"], REFORM)


def commune_rows(units: list[dict[str, Any]]) -> Iterator[tuple[str, ...]]:
    """One row a commune, ward or special zone."""
    for unit in units:
        for ward in unit["Wards"]:
            name = spelled(ward["FullName"])
            yield ward["Code"], name, kind_of(name), unit["Code"], REFORM


def old_unit_rows(units: list[dict[str, Any]], old: list[dict[str, str]]) -> Iterator[tuple[str, ...]]:
    """One row a unit that had other names before: code, last day of the old names, the names joined by ';'."""
    by_code = {row["ma"]: row["truoc_sap_nhap"] for row in old}
    by_name = {(row.get("tinh", ""), folded(row["ten"])): row["truoc_sap_nhap"] for row in old}
    for unit in units:
        yield from aliases(unit["Code"], unit["FullName"], old_provinces(by_code[unit["Code"]]))
    for code, (name, last_day) in OLD_PROVINCE_KIND.items():
        yield code, last_day, name
    for unit in units:
        for ward in unit["Wards"]:
            code, name = ward["Code"], ward["FullName"]
            text = by_code.get(code) or by_name[unit["Code"], folded(name)]
            yield from aliases(code, name, old_names(text))


def aliases(code: str, name: str, names: Iterable[str]) -> Iterator[tuple[str, str, str]]:
    """No row where the unit kept its name and nothing joined it."""
    other = dict.fromkeys(old for old in names if folded(old) not in (folded(name), folded(UNCHANGED)))
    other = {old: None for old in other if not old.lower().endswith(UNCHANGED)}
    if other:
        yield code, LAST_OLD_DAY, ";".join(other)


def bound_rows(bounds: Iterable[dict[str, Any]]) -> Iterator[tuple[str, ...]]:
    """One row a commune whose outline is known: the box around it, in degrees."""
    for ward in sorted(bounds, key=lambda one: str(one["code"])):
        west, south, east, north = ward["bbox"]
        yield ward["code"], f"{west:.5f}", f"{south:.5f}", f"{east:.5f}", f"{north:.5f}"


def write(file: Path, headings: Iterable[str], rows: Iterable[tuple[str, ...]]) -> None:
    """UTF-8, plain line ends, codes kept as text."""
    with file.open("w", encoding="utf-8", newline="") as out:
        table = csv.writer(out, lineterminator="\n")
        table.writerow(headings)
        table.writerows(rows)


def main(source: Path) -> None:
    """Reads the lists, writes the four tables and the licence."""
    (units_file,) = source.glob("vn_units_2level_*.json")
    units = json.loads(units_file.read_text(encoding="utf-8"))
    old = json.loads((source / "old_to_new_communes_2025.json").read_text(encoding="utf-8"))["units"]
    bounds = [
        ward
        for file in source.glob("commune_bbox_*.json")
        for ward in json.loads(file.read_text(encoding="utf-8"))["wards"]
    ]
    TARGET.mkdir(exist_ok=True)
    write(TARGET / "provinces.csv", ("code", "name", "kind", "valid_from"), province_rows(units))
    write(TARGET / "communes.csv", ("code", "name", "kind", "province_code", "valid_from"), commune_rows(units))
    write(TARGET / "old_units.csv", ("code", "valid_to", "names"), old_unit_rows(units, old))
    write(TARGET / "bounds.csv", ("code", "west", "south", "east", "north"), bound_rows(bounds))
    shutil.copyfile(source / LICENCE, TARGET / LICENCE)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
