"""A list of 50,000 households in 30 columns through `list import`, against openpyxl merely reading the same file.

By hand: `python tests/benchmarks/long_list.py [ROWS]`. The promise: at most 3 times openpyxl's read-only reading, and
at most 400 MB. Both run in processes of their own, in turns; the shortest times are compared, because what else the
machine does only adds to a time. Measured is the command with `--dry-run`: reading, understanding, cleaning, matching
and the report, all that an officer waits for before he decides. Keeping the households is timed too, and printed.
"""

from __future__ import annotations

import json
import random
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import psutil

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

ROWS = 50_000
ROUNDS = 2
LIMIT = 3
MEGABYTES = 400
COLUMNS = (
    *("STT", "Mã hộ", "Họ và tên chủ hộ", "Ngày, tháng, năm sinh", "Giới tính", "Dân tộc", "Số CCCD", "Ngày cấp"),
    *("Nơi cấp", "Số điện thoại", "Thôn/bản", "Địa chỉ", "Xã/phường", "Số nhân khẩu", "Số lao động", "Đối tượng"),
    *("Năm công nhận hộ nghèo", "Hiện trạng nhà ở", "Diện tích nhà ở (m2)", "Năm xây nhà", "Tình trạng đất ở"),
    *("Diện tích đất (m2)", "Nhu cầu hỗ trợ", "Mức hỗ trợ (triệu đồng)", "Họ và tên vợ/chồng", "Năm sinh vợ/chồng"),
    *("Đơn vị giúp đỡ", "Cán bộ phụ trách", "Nguyên nhân nghèo", "Ghi chú"),
)
WORDS = {"poor": "Hộ nghèo", "near_poor": "Hộ cận nghèo", "meritorious": "Người có công"}
PLAIN_READING = """
import sys
from openpyxl import load_workbook
book = load_workbook(sys.argv[1], read_only=True, data_only=True)
print(sum(1 for sheet in book for row in sheet.iter_rows(values_only=True)))
book.close()
"""
START = "import sys; from app.__main__ import main; sys.exit(main())"


@dataclass(frozen=True)
class Run:
    """What one command took: seconds, and the megabytes its largest process and all of them together held."""

    seconds: float
    largest: float
    together: float


def write_list(path: Path, rows: int) -> None:
    """The list as Excel would hold it; people as the corpus makes them, ID numbers counted up."""
    from openpyxl import Workbook

    from tests.corpus.people import make_family

    luck = random.Random(50_000)
    workbook = Workbook(write_only=True)
    sheet = workbook.create_sheet("Danh sách")
    sheet.append(["DANH SÁCH HỘ ĐỀ NGHỊ HỖ TRỢ XÓA NHÀ TẠM, NHÀ DỘT NÁT NĂM 2025"])
    sheet.append(COLUMNS)
    for number in range(1, rows + 1):
        one = make_family(luck, number)
        digit = (0 if one.gender == "male" else 1) + 2 * (one.birth.year // 100 - 19)
        sheet.append(
            [
                *(number, f"HN{number:06}", one.name, one.birth.strftime("%d/%m/%Y")),
                *("Nam" if one.gender == "male" else "Nữ", one.ethnicity),
                *(f"011{digit}{one.birth.year % 100:02}{number:06}", "12/05/2021", "Cục CSQLHC về TTXH", one.phone),
                *(f"Bản {one.village}", one.address, "Mường Lay", one.members, max(one.members - 2, 0)),
                *(WORDS[one.category], 2024, one.house, one.area, 1990 + one.members, one.land, one.area * 4),
                *("Xây mới" if one.work == "new_build" else "Sửa chữa", one.amount // 1_000_000, "Cao Thị Ngạn"),
                *(one.birth.year + 2, "Đồn Biên phòng", "Khổng Văn Tạo", "Thiếu vốn", one.note),
            ]
        )
    workbook.save(path)


def run(answer: Path, *command: str) -> Run:
    """Run a command to its end, its answer written to a file, and watch the memory of all its processes."""
    started = time.perf_counter()
    with answer.open("wb") as out, subprocess.Popen([sys.executable, *command], stdout=out, cwd=ROOT) as process:
        watched = psutil.Process(process.pid)
        largest = together = 0.0
        while process.poll() is None:
            sizes = _sizes(watched)
            largest, together = max(largest, *sizes), max(together, sum(sizes))
            time.sleep(0.02)
        seconds = time.perf_counter() - started
    if process.returncode:
        raise SystemExit(f"{command} ended with {process.returncode}: {answer.read_text(encoding='utf-8')[:2000]}")
    return Run(seconds, largest, together)


def _sizes(watched: psutil.Process) -> list[float]:
    """Resident megabytes of a process and of those it started."""
    sizes = [0.0]
    try:
        for one in (watched, *watched.children(recursive=True)):
            sizes.append(one.memory_info().rss / 1_000_000)
    except psutil.NoSuchProcess:
        pass
    return sizes


def shown(name: str, one: Run) -> Run:
    """The run, after its figures are printed."""
    print(f"{name}: {one.seconds:.1f} s, largest process {one.largest:.0f} MB, all {one.together:.0f} MB", flush=True)
    return one


def told(answer: Path) -> str:
    """What the import says of its rows."""
    said = json.loads(answer.read_text(encoding="utf-8"))
    return ", ".join(f"{said[name]} {name}" for name in ("read", "new", "changed", "unchanged", "rejected", "skipped"))


def main() -> int:
    """Measure, print, and say whether the promise is kept."""
    from tests.benchmarks.list_import import make_office

    rows = int(sys.argv[1]) if len(sys.argv) > 1 else ROWS
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / "danh-sach-dai.xlsx"
        write_list(path, rows)
        make_office(folder / "office")
        answer = folder / "answer.json"
        command = ("-c", START, "--data", str(folder / "office"), "--json", "list", "import", str(path))
        plain, dry = [], []
        for _ in range(ROUNDS):
            plain.append(shown("openpyxl merely reads", run(answer, "-c", PLAIN_READING, str(path))))
            dry.append(shown("list import --dry-run", run(answer, *command, "--dry-run")))
        print(f"{rows} rows x {len(COLUMNS)} columns: {told(answer)}")
        best, own = (min(one.seconds for one in runs) for runs in (plain, dry))
        memory = max(one.largest for one in dry)
        print(f"ratio {own / best:.2f} (at most {LIMIT}), largest process {memory:.0f} MB (at most {MEGABYTES})")
        kept = shown("list import, households kept", run(answer, *command))
        print(f"ratio {kept.seconds / best:.2f}")
    return 0 if own <= LIMIT * best and memory <= MEGABYTES else 1


if __name__ == "__main__":
    sys.exit(main())
