"""Two hundred handover minutes of two pages against plain reportlab drawing the same strings at the same places.

By hand: `python tests/benchmarks/drawing.py`. The promise is a ratio of at most 2.5. Both sides start in a process that
has the fonts loaded and nothing drawn; each round of ours begins without any remembered line.
"""

from __future__ import annotations

import gc
import io
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from datetime import time as clock
from decimal import Decimal
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from app.documents import layout, page
from app.documents.fonts import find_face
from app.documents.parts import CostLine, HousePart, Party, Recipient
from app.handover.certificate import draw_handover_minutes
from app.handover.minutes import HandoverMinutes
from models.vocabulary import WorkType

HOUSES = 200
ROUNDS = 7
FAMILIES = ("Lò", "Quàng", "Cà", "Tòng", "Nguyễn", "Lường", "Giàng", "Vừ", "Hờ", "Đặng")
MIDDLES = ("Văn", "Thị", "A", "Thị Ngọc", "Đức")
GIVEN = ("Pâng", "Ước", "Hường", "Súa", "Đoàn", "Mảy", "Thắng", "Ơn", "Phượng", "Điêu", "Xuân")
VILLAGES = ("Hua Nạng", "Chi Luông", "Na Ka", "Bắc 2", "Nậm Cản", "Huổi Luông")


def made_up_minutes(number: int) -> HandoverMinutes:
    """A house like no other: names, dates, areas and sums all differ."""
    name = f"{FAMILIES[number % 10]} {MIDDLES[number % 5]} {GIVEN[number % 11]}"
    chief = f"{FAMILIES[number // 7 % 10]} Văn {GIVEN[number // 3 % 11]}"
    village = f"bản {VILLAGES[number % 6]}, xã Nà Mặn, tỉnh Điện Biên"
    started = date(2025, 3, 1) + timedelta(days=number)
    cost = 80_000_000 + number * 337_000
    return HandoverMinutes(
        office_lines=("ỦY BAN NHÂN DÂN", "XÃ NÀ MẶN"),
        number=f"{number + 1:02}",
        symbol="BB-UBND",
        place="Nà Mặn",
        held_on=started + timedelta(days=92),
        held_at=clock(7 + number % 10, number * 5 % 60),
        venue=f"nhà ông (bà) {name}, {village}",
        house_name="Nhà Đại đoàn kết",
        programme="Chương trình xóa nhà tạm, nhà dột nát năm 2025",
        decision_number=f"{100 + number // 12}/QĐ-UBND",
        decision_office="Ủy ban nhân dân xã Nà Mặn",
        decided_on=started - timedelta(days=20),
        accepted_on=started + timedelta(days=85),
        side_a=(
            Party("Nguyễn Thị Hường", "Phó Chủ tịch", "Ủy ban nhân dân xã Nà Mặn"),
            Party("Quàng Văn Ơn", "Chủ tịch", "Ủy ban Mặt trận Tổ quốc Việt Nam xã Nà Mặn"),
        ),
        head=Recipient(name, str(1940 + number % 60), f"0110{number:08}", village, "hộ nghèo"),
        village=(Party(chief, "Trưởng bản"),),
        front=(Party(f"Tòng Thị {GIVEN[number // 2 % 11]}", "Trưởng Ban Công tác Mặt trận"),),
        work_type=WorkType.NEW_BUILD,
        location=village,
        area=Decimal(number % 30 + 30) + Decimal("0.5"),
        rooms="03 gian",
        foundation=HousePart("bê tông, lát gạch", hard=True),
        frame_wall=HousePart("cột bê tông cốt thép, tường gạch", hard=True),
        roof=HousePart("khung thép, lợp tôn", hard=True),
        auxiliary="bếp, nhà vệ sinh tự hoại",
        started_on=started,
        finished_on=started + timedelta(days=80),
        total_cost=cost,
        costs=(
            CostLine("Ngân sách trung ương", 60_000_000),
            CostLine("Cộng đồng", 5_000_000 + number * 1000, f"{20 + number % 30} ngày công"),
            CostLine("Gia đình", cost - 65_000_000 - number * 1000),
        ),
        condition="nhà mới, chắc chắn, sạch sẽ, đưa vào sử dụng ngay",
        papers_and_keys="02 bộ chìa khóa, bản vẽ mẫu nhà",
        copies=4,
    )


class _Watched(Canvas):
    """Ours, noting each string with its font, place and word space."""

    noted: list[tuple[Any, ...]]
    font: tuple[str, float] = ("", 0.0)

    def setFont(self, psfontname: str, size: float, leading: float | None = None) -> None:  # noqa: N802
        self.font = (psfontname, size)
        super().setFont(psfontname, size, leading)

    def beginText(self, x: float = 0, y: float = 0, direction: Any = None) -> Any:  # noqa: N802 - reportlab's name
        text: Any = super().beginText(x, y, direction)
        place, spread = [x, y], [0.0]
        move, space, out = text.setTextOrigin, text.setWordSpace, text.textOut

        def set_origin(x: float, y: float) -> None:
            place[:] = [x, y]
            move(x, y)

        def set_space(points: float) -> None:
            spread[0] = points
            space(points)

        def text_out(said: str) -> None:
            self.noted.append(("text", *self.font, *place, said, spread[0]))
            out(said)

        text.setTextOrigin, text.setWordSpace, text.textOut = set_origin, set_space, text_out
        return text

    def line(self, x1: float, y1: float, x2: float, y2: float) -> None:
        self.noted.append(("line", x1, y1, x2, y2))
        super().line(x1, y1, x2, y2)

    def showPage(self) -> None:  # noqa: N802 - reportlab's name
        self.noted.append(("page",))
        super().showPage()


def noted_drawing(minutes: list[HandoverMinutes]) -> list[tuple[Any, ...]]:
    """Everything our drawing puts on the pages, in order."""
    noted: list[tuple[Any, ...]] = []
    _Watched.noted = noted
    page.Canvas = _Watched  # type: ignore[attr-defined]
    try:
        draw_handover_minutes(io.BytesIO(), minutes)
    finally:
        page.Canvas = Canvas  # type: ignore[attr-defined]
    return noted


def draw_plainly(noted: list[tuple[Any, ...]]) -> None:
    """The same strings and lines by `drawString` and `line`, nothing measured, broken or checked."""
    canvas = Canvas(io.BytesIO(), pagesize=A4)
    for kind, *rest in noted:
        if kind == "text":
            font, size, x, y, said, spread = rest
            canvas.setFont(font, size)
            canvas.drawString(x, y, said, wordSpace=spread or None)
        elif kind == "line":
            canvas.line(*rest)
        else:
            canvas.showPage()
    canvas.save()


def _seconds(work: Callable[[], object]) -> float:
    gc.collect()
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _forget() -> None:
    layout.break_lines.cache_clear()
    face = find_face()
    for font in (face.regular, face.bold, face.italic, face.bold_italic):
        font.width.cache_clear()


def main() -> None:
    """Print the medians of both sides and their ratio."""
    minutes = [made_up_minutes(number) for number in range(HOUSES)]
    noted = noted_drawing(minutes)
    pages = sum(one[0] == "page" for one in noted)
    draw_plainly(noted)
    ours, plain = [], []
    for _ in range(ROUNDS):
        _forget()
        ours.append(_seconds(lambda: draw_handover_minutes(io.BytesIO(), [replace(one) for one in minutes])))
        plain.append(_seconds(lambda: draw_plainly(noted)))
    ratio = statistics.median(ours) / statistics.median(plain)
    print(f"{HOUSES} minutes, {pages} pages, {len(noted)} strings and lines, face {find_face().family}")
    print(
        f"ours {statistics.median(ours):.3f} s, plain {statistics.median(plain):.3f} s, ratio {ratio:.2f} (2.5 allowed)"
    )


if __name__ == "__main__":
    main()
