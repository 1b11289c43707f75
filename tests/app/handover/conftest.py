"""Minutes of made-up houses for the tests of papers."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal

import pytest

from app.documents.parts import CostLine, HousePart, Party, Recipient
from app.handover.minutes import HandoverMinutes
from models.vocabulary import WorkType


@pytest.fixture
def minutes() -> HandoverMinutes:
    """A new house of a poor household, everything filled in."""
    return HandoverMinutes(
        office_lines=("ỦY BAN NHÂN DÂN", "XÃ NÀ MẶN"),
        number="05",
        symbol="BB-UBND",
        place="Nà Mặn",
        held_on=date(2026, 1, 5),
        held_at=time(8, 5),
        venue="nhà ông Lò Văn Pâng",
        house_name="Nhà Đại đoàn kết",
        programme="Chương trình xóa nhà tạm, nhà dột nát năm 2026",
        decision_number="112/QĐ-UBND",
        decision_office="Ủy ban nhân dân xã Nà Mặn",
        decided_on=date(2025, 10, 12),
        accepted_on=date(2025, 12, 28),
        side_a=(Party("Nguyễn Thị Hường", "Phó Chủ tịch", "Ủy ban nhân dân xã Nà Mặn"),),
        head=Recipient("Lò Văn Pâng", "1956", "011056001234", "Bản Nà Mặn 2, xã Nà Mặn", "hộ nghèo"),
        village=(Party("Cà Văn Đoàn", "Trưởng bản"),),
        front=(Party("Tòng Thị Phượng", "Trưởng ban"),),
        work_type=WorkType.NEW_BUILD,
        location="Bản Nà Mặn 2",
        area=Decimal("45.50"),
        rooms="03 gian",
        foundation=HousePart("bê tông", hard=True),
        frame_wall=HousePart("tường gạch", hard=True),
        roof=HousePart("lợp tôn", hard=True),
        auxiliary="bếp, nhà vệ sinh",
        started_on=date(2025, 10, 20),
        finished_on=date(2025, 12, 25),
        total_cost=118_500_000,
        costs=(CostLine("Ngân sách trung ương", 60_000_000), CostLine("Cộng đồng", 8_500_000, "34 ngày công")),
        condition="nhà mới, sạch sẽ",
        papers_and_keys="02 bộ chìa khóa",
        copies=4,
    )
