"""The window over large folders: from start to the first rows, page-down, memory with the list open.

By hand, on Linux: `python tests/benchmarks/window.py FOLDER...` on folders made by `generate.py`. Ratios count. Each
start is a process of its own, timed by the parent from before it is made; the bare one imports PySide6.QtWidgets and
shows an empty QMainWindow. The promises: first rows painted after at most 10 times the bare start; a page-down at most
20 ms (median); memory with the whole list open at most 1.5 times that of the same window over an empty folder.
"""

from __future__ import annotations

import gc
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

STARTS = 8
PAGES = 200
START_RATIO, PAGE_MS, MEMORY_RATIO = 10.0, 20.0, 1.5


def main() -> int:
    """Measure each folder; 1 when a promise is broken."""
    if len(sys.argv) > 2 and sys.argv[1] == "--child":
        _CHILDREN[sys.argv[2]](*map(Path, sys.argv[3:]))
        return 0
    with tempfile.TemporaryDirectory() as folder:
        empty = Path(folder) / "empty"
        _make_empty(empty)
        base = float(_child("memory", empty)[-1])
        print(f"memory over an empty folder: {base:.0f} MiB")
        kept = [_measure(Path(name), base) for name in sys.argv[1:]]
    return 0 if kept and all(kept) else 1


def _measure(folder: Path, base: float) -> bool:
    bare, first = _started(folder)
    told = _child("memory", folder)
    count, page, slowest, memory = int(told[0]), float(told[1]), float(told[2]), float(told[-1])
    print(f"{folder.name}, {count} households:")
    ratio = first / bare
    print(f"  first rows after {first:.2f} s: {ratio:.1f} times the bare {bare:.2f} s (at most {START_RATIO:.0f})")
    print(f"  page-down {page:.1f} ms median, {slowest:.0f} ms slowest (at most {PAGE_MS:.0f} median)")
    print(f"  memory {memory:.0f} MiB: {memory / base:.2f} times the empty one (at most {MEMORY_RATIO})")
    return first <= START_RATIO * bare and page <= PAGE_MS and memory <= MEMORY_RATIO * base


def _started(folder: Path) -> tuple[float, float]:
    """Seconds from before the process is made until it says that it has painted: the bare window, and the list.

    They are started in turn and the best of each counts, so that what else the machine does is nobody's time.
    """
    bare, first = [], []
    _seconds("rows", folder)  # compiles what was not compiled yet
    for _ in range(STARTS):
        bare.append(_seconds("bare"))
        first.append(_seconds("rows", folder))
    return min(bare), min(first)


def _seconds(role: str, *folders: Path) -> float:
    began = time.time()
    return float(_child(role, *folders)[-1]) - began


def _child(role: str, *folders: Path) -> list[str]:
    command = [sys.executable, __file__, "--child", role, *map(str, folders)]
    # As for a user, compiled modules are kept, whatever the environment of who measures says.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT, env=environment)
    return done.stdout.split()


def _make_empty(folder: Path) -> None:
    from tests.benchmarks.generate import generate

    generate(folder, 0).close()


# In the children


def _bare() -> None:
    from PySide6 import QtWidgets

    application = QtWidgets.QApplication([])
    window = QtWidgets.QMainWindow()
    window.resize(1366, 720)
    window.show()
    application.processEvents()
    print(time.time())


def _rows(folder: Path) -> None:
    """The program's own start (app/__main__.py, then main of views/application.py), with the list as its page."""
    gc.disable()
    from views.application import make_application
    from views.collecting import Collector

    application = make_application()
    Collector(application)
    window, page = _opened(folder)
    painted: list[float] = []
    _when_painted(page, lambda: painted.append(time.time()))
    window.show()
    while not painted:
        application.processEvents()
    print(painted[0])
    window.close()


def _opened(folder: Path):  # type: ignore[no-untyped-def]  # views are imported only in a child
    from app.workspace import open_workspace
    from views.memory import ShortMemory
    from views.office_window import OfficeWindow
    from views.page import HOUSEHOLDS

    window = OfficeWindow(open_workspace(folder), memory=ShortMemory())
    window.resize(1366, 720)
    window.go(HOUSEHOLDS)
    return window, window.page(HOUSEHOLDS)


def _when_painted(page, done: Callable[[], object]) -> None:  # type: ignore[no-untyped-def]
    """Call `done` after the list has painted its rows once."""
    from PySide6.QtCore import QEvent, QObject, QTimer

    class Watch(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
            if event.type() == QEvent.Type.Paint and page.table.count:
                QTimer.singleShot(0, done)
                watched.removeEventFilter(self)
            return False

    page.watch = Watch(page)
    page.view.viewport().installEventFilter(page.watch)


def _memory(folder: Path) -> None:
    """Prints: households, median and slowest page-down in ms, memory in MiB with the whole list open."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    from views.application import make_application

    application = make_application()
    window, page = _opened(folder)
    window.show()
    while window.runner.busy or not page.table.complete:
        application.processEvents()
    memory = _resident()
    view = page.view
    times = []
    for _ in range(min(PAGES, page.table.count)):
        began = time.perf_counter()
        QTest.keyClick(view, Qt.Key.Key_PageDown)
        view.viewport().repaint()
        times.append((time.perf_counter() - began) * 1000)
        application.processEvents()
    print(page.table.count, statistics.median(times or [0.0]), max(times, default=0.0), memory)
    window.close()


def _resident() -> float:
    """MiB of this process in memory."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS")) / 1024


_CHILDREN: dict[str, Callable[..., None]] = {"bare": _bare, "rows": _rows, "memory": _memory}

if __name__ == "__main__":
    sys.exit(main())
