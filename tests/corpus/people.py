"""Made-up families for lists: every family is whole and agrees with itself, the same seed gives the same families.

Written apart from the program: from `domain.md` and from how names go in Vietnam, never from the importer's tables.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date, timedelta

NAMES = {
    "Kinh": (
        ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương", "Đinh", "Lương"),
        ("Văn", "Hữu", "Đức", "Xuân", "Quang", "Đình"),
        ("Thị", "Thị Thu", "Thị Kim", "Ngọc", "Thị Hồng"),
    ),
    "Tày": (("Nông", "Hoàng", "Ma", "Bế", "Lương", "Triệu"), ("Văn", "Quốc", "Ích"), ("Thị", "Thị Bích")),
    "Thái": (("Lò", "Quàng", "Cà", "Tòng", "Lường", "Hà", "Vi", "Điêu"), ("Văn", "Minh"), ("Thị", "Thị Ánh")),
    "Mường": (("Bùi", "Quách", "Đinh", "Hà", "Phùng"), ("Văn", "Công", "Thanh"), ("Thị", "Thị Út")),
    "Nùng": (("Nông", "Hứa", "Vi", "Lục", "Sầm"), ("Văn", "Thành"), ("Thị", "Thị Lệ")),
    "Dao": (("Triệu", "Bàn", "Đặng", "Phùng", "Chảo", "Lý"), ("Văn", "Phúc", "Tiến"), ("Thị", "Mùi")),
    "Hrê": (("Phạm", "Đinh", "Hồ"), ("Văn", "Minh"), ("Thị", "Thị Mỹ")),
}
GIVEN = {
    "male": (
        *("An", "Bình", "Cường", "Dũng", "Đạt", "Giang", "Hải", "Hiếu", "Hùng", "Khánh", "Lâm", "Long", "Mạnh", "Nam"),
        *("Nghĩa", "Phong", "Phúc", "Quý", "Sơn", "Tài", "Thắng", "Thành", "Thịnh", "Tiến", "Toàn", "Trường", "Tuấn"),
        *("Ước", "Việt", "Vượng", "Hòa", "Thủy", "Pâng", "Ọi", "Ơn", "Khụt", "Sươi"),
    ),
    "female": (
        *("Anh", "Bích", "Châu", "Diễm", "Đào", "Gấm", "Hà", "Hạnh", "Hằng", "Hiền", "Hoa", "Hòa", "Hường", "Lan"),
        *("Liễu", "Loan", "Mai", "Minh", "Mơ", "Nga", "Ngân", "Nhung", "Oanh", "Phượng", "Quế", "Quỳnh", "Sen", "Thảo"),
        *("Thúy", "Thủy", "Tươi", "Tuyết", "Uyên", "Vân", "Xuyến", "Yến", "Mẩy", "Ón"),
    ),
}
VILLAGES = ("Nà Mặn", "Hua Nạng", "Chi Luông", "Nậm Cản", "Ho Luông", "Na Nát", "Huổi Luân", "Mo Nọi")
HOUSES = (
    "Nhà tạm vách nứa, nền đất, mái tranh dột",
    "Nhà gỗ xuống cấp, mái lợp proximang đã thủng",
    "Khung tre, vách đất nứt, có nguy cơ sập",
    "Nhà cấp 4 dột nát, tường nứt",
    "Nhà sàn cột mối mọt, sàn hỏng",
)
LANDS = ("Đã có GCN QSDĐ", "Chưa có giấy, đất ở ổn định không tranh chấp", "Bố mẹ cho, chưa tách thửa", "Có sổ đỏ")
NOTES = (
    None,
    None,
    None,
    "Neo đơn",
    "Chủ hộ ốm nặng",
    "Đường vào khó đi",
    "Đã động thổ tháng 3",
    "Con nhỏ dưới 6 tuổi",
)
CATEGORIES = ("poor", "poor", "poor", "near_poor", "near_poor", "meritorious")
PREFIXES = (
    "032",
    "033",
    "036",
    "037",
    "038",
    "039",
    "070",
    "076",
    "081",
    "083",
    "085",
    "086",
    "091",
    "096",
    "097",
    "098",
)


@dataclass(frozen=True)
class Family:
    """A household as the officer knows it; words are the records' own, money whole đồng, area in m2.

    `days`: decided, started, finished, accepted, handed over, for lists that tell of a finished house; `step` is where
    the house stands in lists that tell only that.
    """

    code: str
    name: str
    gender: str
    birth: date
    citizen_id: str
    ethnicity: str
    phone: str
    village: str
    address: str
    commune: str
    members: int
    category: str
    house: str
    area: float
    land: str
    work: str
    amount: int
    note: str | None
    decision: str = ""
    days: tuple[date, ...] = ()
    step: str | None = None


def make_name(luck: random.Random, ethnicity: str, gender: str) -> str:
    """A name as this people gives its sons or daughters."""
    families, male, female = NAMES[ethnicity]
    middle = luck.choice(male if gender == "male" else female)
    return f"{luck.choice(families)} {middle} {luck.choice(GIVEN[gender])}"


def make_citizen_id(luck: random.Random, gender: str, born: date, province: str = "011") -> str:
    """Twelve digits as law gives them: province, century and gender in one digit, year, six at random."""
    digit = (0 if gender == "male" else 1) + 2 * (born.year // 100 - 19)
    return f"{province}{digit}{born.year % 100:02}{luck.randrange(1_000_000):06}"


def make_family(luck: random.Random, number: int, villages: tuple[str, ...] = VILLAGES) -> Family:
    """One family; `number` makes its code."""
    ethnicity = luck.choice(tuple(NAMES))
    gender = luck.choice(("male", "male", "female"))
    born = date(1938, 1, 1) + timedelta(days=luck.randrange(64 * 365))
    village = luck.choice(villages)
    work = luck.choice(("new_build", "new_build", "repair"))
    days = [date(2025, 1, 6) + timedelta(days=luck.randrange(30))]
    for longest in (40, 120, 20, 20):
        days.append(days[-1] + timedelta(days=luck.randrange(2, longest)))
    return Family(
        code=f"HN{luck.randrange(100, 999)}{number:04}",
        name=make_name(luck, ethnicity, gender),
        gender=gender,
        birth=born,
        citizen_id=make_citizen_id(luck, gender, born),
        ethnicity=ethnicity,
        phone=luck.choice(PREFIXES) + f"{luck.randrange(10_000_000):07}",
        village=village,
        address=f"Nhóm {luck.randrange(1, 9)}, thôn {village}",
        commune=luck.choice(("Mường Lay", "Nậm Nhùn", "Xuân Tăng")),
        members=luck.randrange(1, 9),
        category=luck.choice(CATEGORIES),
        house=luck.choice(HOUSES),
        area=luck.randrange(36, 160) / 2,
        land=luck.choice(LANDS),
        work=work,
        amount=(60_000_000 if work == "new_build" else 30_000_000) + luck.choice((0, 0, 0, 5_000_000)),
        note=luck.choice(NOTES),
        decision=f"{luck.randrange(40, 400)}/QĐ-UBND",
        days=tuple(days),
        step=luck.choice((None, "start", "finish", "handed_over")),
    )


def make_families(seed: int | str, count: int, villages: tuple[str, ...] = VILLAGES) -> list[Family]:
    """So many families with all different ID numbers and no two of one name, birth and village."""
    luck = random.Random(seed)
    families: dict[tuple[object, ...], Family] = {}
    while len(families) < count:
        one = make_family(luck, len(families) + 1, villages)
        families.setdefault((one.name, one.village), one)
    return list(families.values())
