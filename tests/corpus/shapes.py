"""Values in every shape officers give them, put together at random: days, money, ID numbers, phones, areas, counts.

Where `values` lists cells that somebody thought of, this makes cells nobody has looked at. Each shape is one that a
reader of the list would not hesitate over.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta

from tests.corpus.people import PREFIXES, make_citizen_id

Luck = random.Random
Cell = tuple[object, object]
BLANKS = ("{}", " {}", "{} ", "\u00a0{}", "{}\u00a0", "{}\u200b", "\ufeff{}")
# Prefixes of eleven digits before September 2018 and what they became.
OLD_PREFIXES = {
    **{f"016{last}": f"03{last}" for last in range(2, 10)},
    "0120": "070",
    "0121": "079",
    "0122": "077",
    "0126": "076",
    "0128": "078",
    "0123": "083",
    "0124": "084",
    "0125": "085",
    "0127": "081",
    "0129": "082",
    "0186": "056",
    "0188": "058",
    "0199": "059",
}


def _grouped(number: int, sign: str) -> str:
    return f"{number:,}".replace(",", sign)


def _day(luck: Luck) -> Cell:
    day = date(1935, 1, 1) + timedelta(days=luck.randrange(70 * 365))
    sign = luck.choice(("/", "-", ".", " / ", "/ ", "\\"))
    plain = sign.join((str(day.day), str(day.month), str(day.year)))
    full = sign.join((f"{day.day:02}", f"{day.month:02}", str(day.year)))
    shapes: tuple[object, ...] = (
        *(day, datetime.combine(day, time()), day.isoformat(), full, full, plain),
        *(f"{full}.", f"sinh ngày {full}", f"Ngày {day.day} tháng {day.month} năm {day.year}"),
        *(f"ngày {day.day:02}/{day.month:02}/{day.year}", f"{day.isoformat()} 00:00:00", f"{full} 00:00:00"),
    )
    return luck.choice(shapes), day.isoformat()


def _year(luck: Luck) -> Cell:
    year = luck.randrange(1932, 2007)
    shapes: tuple[object, ...] = (
        year,
        str(year),
        float(year),
        f"Năm {year}",
        f"SN {year}",
        f"sinh năm {year}",
        f"{year}.",
    )
    return luck.choice(shapes), str(year)


def _birth(luck: Luck) -> Cell:
    return luck.choice((_day, _day, _year))(luck)


def _dong(luck: Luck) -> Cell:
    amount = luck.choice((20, 25, 30, 40, 45, 50, 60, 62.5, 70, 80, 100, 120))
    dong = round(amount * 1_000_000)
    millions = f"{amount:g}"
    shapes: tuple[object, ...] = (
        *(dong, float(dong), str(dong), _grouped(dong, "."), _grouped(dong, ","), _grouped(dong, " ")),
        *(_grouped(dong, ".") + tail for tail in ("đ", " đ", " đồng", "đồng", " VNĐ", " VND", "₫", " đồng.")),
        *(_grouped(dong, ",") + tail for tail in (" đ", "đ", " VND")),
        *(
            millions.replace(".", luck.choice(",.")) + tail
            for tail in (" triệu", "tr", " tr", " tr.đ", " triệu đồng", "trđ")
        ),
        *(_grouped(dong // 1000, ".") + tail for tail in (" nghìn đồng", " ngàn đồng", " nghìn", ".000")),
    )
    return luck.choice(shapes), dong


def _million(luck: Luck) -> Cell:
    amount = luck.choice((20, 25, 30, 40, 45, 50, 60, 62.5, 70, 80))
    text = f"{amount:g}"
    shapes: tuple[object, ...] = (
        *(amount, text, text.replace(".", ","), f"{text.replace('.', ',')} triệu", f"{text.replace('.', ',')} tr"),
        *(f"{amount:.1f}".replace(".", ","), f"{text.replace('.', ',')} triệu đồng", f"{amount:.2f}".replace(".", ",")),
    )
    return luck.choice(shapes), round(amount * 1_000_000)


def _citizen_id(luck: Luck) -> Cell:
    day = date(1935, 1, 1) + timedelta(days=luck.randrange(70 * 365))
    number = make_citizen_id(
        luck, luck.choice(("male", "female")), day, luck.choice(("011", "001", "040", "094", "051"))
    )
    if luck.random() < 0.2:
        number = f"{luck.randrange(20_000_000, 399_999_999):09}"
    groups = [number[start : start + 3] for start in range(0, len(number), 3)]
    shapes: tuple[object, ...] = (
        *(number, number, number, int(number), " ".join(groups), ".".join(groups), "-".join(groups), f"'{number}"),
        *(f"CCCD: {number}", f"số {number}", f"{number}.", "\u00a0".join(groups)),
    )
    return luck.choice(shapes), number


def _phone(luck: Luck) -> Cell:
    rest = f"{luck.randrange(10_000_000):07}"
    prefix = luck.choice(PREFIXES)
    number, told = prefix + rest, prefix + rest
    if luck.random() < 0.3:
        old = luck.choice(tuple(OLD_PREFIXES))
        number, told = old + rest, OLD_PREFIXES[old] + rest
    shapes: tuple[object, ...] = (
        *(
            number,
            number,
            int(number),
            f"{number[:4]} {number[4:7]} {number[7:]}",
            f"{number[:4]}.{number[4:7]}.{number[7:]}",
        ),
        *(
            f"+84{number[1:]}",
            f"(+84) {number[1:]}",
            f"84{number[1:]}",
            f"ĐT: {number}",
            f"{number[:4]}-{number[4:7]}-{number[7:]}",
        ),
        *(f"{number} (con)", f"SĐT {number}", f"{number}.", f"'{number}"),
    )
    return luck.choice(shapes), told


def _area(luck: Luck) -> Cell:
    area = luck.choice((18, 24, 30, 32.5, 36, 40, 45.5, 60))
    text = f"{area:g}".replace(".", ",")
    shapes: tuple[object, ...] = (
        area,
        text,
        f"{area:g}",
        f"{text} m2",
        f"{text}m2",
        f"{text} m²",
        f"{text}m²",
        f"{area:.1f}",
    )
    return luck.choice(shapes), area


def _members(luck: Luck) -> Cell:
    count = luck.randrange(1, 13)
    shapes: tuple[object, ...] = (
        count,
        str(count),
        f"{count:02}",
        float(count),
        f"{count} khẩu",
        f"{count:02} người",
        f"{count} nk",
    )
    return luck.choice(shapes), count


SHAPES: dict[str, tuple[str, str, Callable[[Luck], Cell]]] = {
    "days of birth": ("birth", "Ngày, tháng, năm sinh", _birth),
    "amounts in dong": ("requested_amount", "Mức hỗ trợ (đồng)", _dong),
    "amounts in million": ("requested_amount", "Mức hỗ trợ (triệu đồng)", _million),
    "ID numbers": ("citizen_id", "Số CCCD", _citizen_id),
    "phones": ("phone", "Số điện thoại", _phone),
    "areas": ("area_m2", "Diện tích nhà ở (m2)", _area),
    "counts": ("member_count", "Số nhân khẩu", _members),
}


def make_cells(seed: int | str, name: str, count: int) -> Iterator[Cell]:
    """So many cells of one sort with what they mean; text often has blanks that nobody sees around it."""
    luck = random.Random(f"{seed} {name}")
    seen: set[object] = set()
    while len(seen) < count:
        cell, wanted = SHAPES[name][2](luck)
        if name == "ID numbers" and wanted in seen:
            continue
        seen.add(wanted if name == "ID numbers" else len(seen))
        if isinstance(cell, str) and luck.random() < 0.25:
            cell = luck.choice(BLANKS).format(cell)
        yield cell, wanted
