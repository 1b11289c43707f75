"""`list import` of 1,000 households in a process already started, against openpyxl's own reading of the same file.

By hand: `python tests/benchmarks/list_import.py`. The promise is a ratio of at most 8 for the whole import into an
empty office: child process, limits, reading, cleaning, rules, matching, journal and commit. Libraries are imported
where they are used: the child imports this program's main module as it does the real one's, which is empty.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

HOUSEHOLDS = 1_000
ROUNDS = 15
HEADINGS = (
    "STT",
    "Mã hộ",
    "Họ và tên chủ hộ",
    "Năm sinh",
    "Giới tính",
    "Dân tộc",
    "Số CCCD",
    "Số điện thoại",
    "Thôn",
    "Số nhân khẩu",
    "Đối tượng",
    "Hiện trạng nhà ở",
    "Nhu cầu hỗ trợ",
    "Mức hỗ trợ (đồng)",
    "Ghi chú",
)
FAMILIES = ("Lò", "Quàng", "Cà", "Tòng", "Nguyễn", "Lường", "Giàng", "Vừ", "Hờ", "Đặng")
GIVEN = ("Pâng", "Ước", "Hường", "Súa", "Đoàn", "Mảy", "Thắng", "Ơn", "Phượng", "Điêu", "Xuân")
LIMIT = 8


def household(number: int) -> list[str | int]:
    """A made-up household with every cell filled; ID numbers count up."""
    year = 1940 + number % 50
    return [
        number + 1,
        f"MH{number:05}",
        f"{FAMILIES[number % 10]} Văn {GIVEN[number % 11]}",
        year,
        "Nam",
        ("Thái", "Mông", "Kinh")[number % 3],
        f"0110{year % 100:02}{number:06}",
        f"0900{number:06}",
        f"Bản số {number % 20}",
        1 + number % 8,
        ("Hộ nghèo", "Hộ cận nghèo", "Người có công")[number % 3],
        "Nhà tạm vách nứa, nền đất, mái dột",
        ("Xây mới", "Sửa chữa")[number % 2],
        60_000_000 - 30_000_000 * (number % 2),
        "" if number % 4 else "Ở nhờ",
    ]


def write_file(path: Path) -> None:
    """The list as Excel keeps it: shared text, one sheet."""
    from app.documents.workbook import Look, add_sheet, append_row, new_workbook, save_workbook

    workbook = new_workbook()
    sheet = add_sheet(workbook, "Danh sách")
    for row in (HEADINGS, *map(household, range(HOUSEHOLDS))):
        append_row(sheet, row, [Look.TEXT] * len(HEADINGS))
    save_workbook(workbook, path)


def plain_reading(path: Path) -> None:
    """What openpyxl alone takes for the same cells."""
    from openpyxl import load_workbook

    workbook = load_workbook(path, data_only=True)
    for _row in workbook.worksheets[0].iter_rows(values_only=True):
        pass


def seconds(job: Callable[[], object]) -> float:
    """How long one run takes."""
    started = time.perf_counter()
    job()
    return time.perf_counter() - started


def make_office(folder: Path) -> None:
    """The data folder of an empty office."""
    from app.office.drafts import OfficeDraft
    from app.office.operations import initialise
    from models.vocabulary import Level

    draft = OfficeDraft(level=Level.COMMUNE, code="03151", name="Mường Lay", province="Điện Biên", person="Lò Thị Hoa")
    initialise(folder, draft)[0].close()


def import_seconds(template: Path, folder: Path, path: Path) -> float:
    """How long the import into a copy of the empty office takes."""
    from app.lists.operations import import_list
    from app.workspace import open_workspace

    shutil.copytree(template, folder)
    workspace = open_workspace(folder)
    try:
        return seconds(lambda: import_list(workspace, path))
    finally:
        workspace.close()


def main() -> int:
    """Measure in turns and print the ratios of the shortest times: what else the machine does only adds to a time."""
    from app.lists.reading import read_list

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / "danh-sach.xlsx"
        write_file(path)
        make_office(folder / "template")
        times = [
            (
                seconds(lambda: plain_reading(path)),
                seconds(lambda: read_list(path)),
                import_seconds(folder / "template", folder / str(number), path),
            )
            for number in range(ROUNDS)
        ]
    plain, reading, whole = map(min, zip(*times, strict=True))
    print(f"openpyxl reads {HOUSEHOLDS} households in {plain * 1000:.0f} ms")
    print(f"reading and cleaning in the child: {reading * 1000:.0f} ms, ratio {reading / plain:.1f}")
    print(f"the whole import: {whole * 1000:.0f} ms, ratio {whole / plain:.1f} (at most {LIMIT})")
    return 0 if whole <= LIMIT * plain else 1


if __name__ == "__main__":
    sys.exit(main())
