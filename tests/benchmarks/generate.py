"""Makes a data folder with any number of made-up households, through the program's own doors.

By hand: `python tests/benchmarks/generate.py FOLDER 20000`. Households, cases and some decisions, stages and payments
go in through `record_many`; the list follows as it does in use. The same number gives the same people.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

from app.actions import Action
from app.areas.queries import villages
from app.bundled import programme_id
from app.office.drafts import OfficeDraft
from app.office.operations import initialise
from app.workspace import Workspace
from models.base import Recorded, new_id
from models.construction import StageRecord
from models.funding import Payment
from models.household import Household
from models.support import Decision, SupportCase
from models.vocabulary import Category, Gender, Level, Stage, WorkType

AT_ONCE = 10_000
CODE = "03151"
# About the shares that common family names have, and names of the peoples of the north-west and the highlands.
FAMILIES = (
    "Nguyễn " * 30 + "Trần " * 11 + "Lê " * 9 + "Phạm " * 7 + "Hoàng " * 5 + "Vũ " * 4 + "Võ " * 3 + "Đặng " * 3
    + "Bùi " * 3 + "Đỗ " * 2 + "Hồ Ngô Dương Lý Lò Lò Lò Quàng Cà Tòng Lường Giàng Giàng Vàng Thào Sùng Hờ Vừ Mùa Cứ "
    "Chang Tẩn Phàn Chảo Đinh Hà Bàn Triệu Nông Ma Hứa Lộc Lương Vi Y Siu Rơ Ksor Rahlan Kpă Ayun H'Bia Thạch Sơn Kim "
    "Danh Huỳnh"
).split()  # fmt: skip
MIDDLES = ("Văn " * 8 + "Thị " * 9 + "A A Thị_Ngọc Thị_Minh Đức Hữu Công Quang Xuân Ngọc Minh Thanh Bá Đình").split()
GIVEN_NAMES = """
An Anh Ánh Ân Bảo Bích Bình Cảnh Cần Châu Chi Chiến Chinh Công Cúc Cường Dân Diệp Dinh Dung Dũng Duy Duyên Dương Đào
Đạt Đông Đức Gấm Giang Giáp Hà Hải Hạnh Hảo Hằng Hậu Hiên Hiền Hiếu Hoa Hòa Hoàn Hoàng Hồng Huệ Hùng Huy Huyền Hương
Hường Ín Khang Khánh Khoa Kiên Lai Lan Lâm Lân Liên Linh Loan Long Lộc Lợi Luyến Lương Lượng Mai Mạnh Mẩy Minh Mỵ
Nam Nga Ngân Ngọc Nguyên Nhàn Nhi Nhung Oanh Pâng Phong Phú Phúc Phương Phượng Páo Quân Quang Quý Quyên Quỳnh Sang
Sáng Sâm Sen Sính Sơn Súa Sủng Tài Tâm Tân Thái Thanh Thành Thảo Thắm Thắng Thịnh Thoa Thơm Thu Thuận Thủy Thương
Tiến Toàn Trang Trinh Trung Trường Tuấn Tuyết Tướng Ước Vân Việt Vinh Vui Vượng Xá Xiên Xuân Yên Yến
"""
GIVEN = GIVEN_NAMES.split()
VILLAGES = tuple(
    f"{kind} {name}"
    for kind in ("Bản", "Thôn")
    for name in ("Hua Nạng", "Chi Luông", "Na Ka", "Nậm Cản", "Huổi Luông", "Đớ", "Quan Chiêng", "Phiêng Lao", "Xá Nhè")
)
ETHNIC = ("Thái", "Mông", "Kinh", "Tày", "Mường", "Dao", "Khơ Mú")

Row = tuple[type[Recorded], dict[str, Any]]


def made_up_rows(number: int, village_ids: list[str]) -> Iterator[Row]:
    """A household like no other with its case; a third are decided, a sixth are being built, a twelfth are paid."""
    chance = random.Random(number)
    name = f"{chance.choice(FAMILIES)} {chance.choice(MIDDLES)} {chance.choice(GIVEN)}".replace("_", " ")
    gender = Gender.FEMALE if "Thị" in name else Gender.MALE
    year = chance.randint(1935, 1999)
    household, case = new_id(), new_id()
    yield (
        Household,
        {
            "id": household,
            "code": f"MH{number:06}",
            "head_name": name,
            "gender": gender,
            "birth": str(year),
            "citizen_id": f"{chance.randint(1, 96):03}{int(gender is Gender.FEMALE)}{year % 100:02}{number:06}",
            "ethnicity": chance.choice(ETHNIC),
            "phone": f"09{chance.randint(0, 99_999_999):08}",
            "commune_code": CODE,
            "village_id": chance.choice(village_ids),
            "category": chance.choice(list(Category)),
            "member_count": chance.randint(1, 9),
        },
    )
    work = chance.choice(list(WorkType))
    amount = 60_000_000 if work is WorkType.NEW_BUILD else 30_000_000
    own = {"household_id": household, "programme_id": programme_id("xoa-nha-tam")}
    yield SupportCase, {"id": case, **own, "work_type": work, "requested_amount": amount}
    if number % 3 == 0:
        said = {"office_code": CODE, "office_level": Level.COMMUNE, "number": f"{number // 300 + 1}/QĐ-UBND"}
        yield Decision, {"case_id": case, **said, "decided_on": "2026-03-05", "amount": amount, "work_type": work}
    if number % 6 == 0:
        yield StageRecord, {"case_id": case, "stage": chance.choice(list(Stage)), "done_on": "2026-05-20"}
    if number % 12 == 0:
        yield Payment, {"case_id": case, "amount": amount // 2, "paid_on": "2026-06-01", "voucher": f"PC{number}"}


def generate(folder: Path, count: int) -> Workspace:
    """A new data folder with so many households, opened."""
    draft = OfficeDraft(Level.COMMUNE, CODE, "Phường Mường Lay", "Điện Biên", VILLAGES, person="Lò Thị Hoa")
    workspace, _ = initialise(folder, draft)
    with workspace.read() as session:
        village_ids = [one.id for one in villages(session, CODE)]
    for start in range(0, count, AT_ONCE):
        numbers = range(start, min(start + AT_ONCE, count))
        with workspace.change(Action.IMPORT_LIST) as change:
            change.recorder.record_many([row for number in numbers for row in made_up_rows(number, village_ids)])
    return workspace


def main() -> None:
    """Make one folder and say how long it took."""
    folder, count = Path(sys.argv[1]), int(sys.argv[2])
    began = time.perf_counter()
    workspace = generate(folder, count)
    workspace.close()
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    print(f"{count} households in {time.perf_counter() - began:.0f} s, {size / 2**20:.0f} MiB")


if __name__ == "__main__":
    main()
