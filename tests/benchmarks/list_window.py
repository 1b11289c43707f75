"""A list of 1,000 households through the page "Nhập danh sách Excel": the strip of progress must not appear.

By hand, on Linux: `python tests/benchmarks/list_window.py`. A real window over an empty office takes the list of
`list_import.py`, understands it, goes on to the decision and saves it. The round in which the machine did least else
counts: no work of it may last longer than the strip waits.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

ROUNDS = 6


def main() -> int:
    """Measure in turns and print the least; 1 when the strip was seen in every round."""
    from tests.benchmarks.list_import import HOUSEHOLDS, make_office, write_file
    from views.application import make_application

    application = make_application()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / "danh-sach.xlsx"
        write_file(path)
        make_office(folder / "template")
        rounds = []
        for number in range(ROUNDS):
            shutil.copytree(folder / "template", folder / str(number))
            rounds.append(_round(application, folder / str(number), path))
    for step, times in zip(("understood", "saved"), zip(*(one[:2] for one in rounds), strict=True), strict=True):
        print(f"{HOUSEHOLDS} households {step} after {min(times) * 1000:.0f} to {max(times) * 1000:.0f} ms")
    seen = [one[2] for one in rounds]
    print(f"the strip of progress appeared in {sum(one > 0 for one in seen)} of {ROUNDS} rounds")
    return 0 if min(seen) == 0 else 1


def _round(application, folder: Path, path: Path) -> tuple[float, float, int]:  # type: ignore[no-untyped-def]
    """Seconds of the works that understood and saved the list, and how often the strip came."""
    from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer

    from app.workspace import open_workspace
    from views.lists.import_page import Step
    from views.memory import ShortMemory
    from views.office_window import OfficeWindow
    from views.page import LIST_IMPORT

    shown = []

    class Watch(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
            if event.type() == QEvent.Type.Show:
                shown.append(watched)
            return False

    def wait(until):  # type: ignore[no-untyped-def]
        began = time.perf_counter()
        ended: list[float] = []
        link = window.runner.idle.connect(lambda: ended.append(time.perf_counter()))
        loop = QEventLoop(application)  # it sleeps between events, as the loop of a window does
        look = QTimer(interval=10)
        look.timeout.connect(lambda: loop.quit() if until() and not window.runner.busy else None)
        look.start()
        loop.exec()
        look.stop()
        window.runner.idle.disconnect(link)
        return max(ended, default=began) - began

    window = OfficeWindow(open_workspace(folder), memory=ShortMemory())
    watch = Watch(window)
    window.progress.installEventFilter(watch)
    window.resize(1366, 720)
    window.show()
    window.go(LIST_IMPORT)
    page: Any = window.page(LIST_IMPORT)
    wait(lambda: True)
    page.take(path)
    understood = wait(lambda: page.report is not None)
    while page.step is not Step.DECIDE:
        page.step_on()
        wait(page.save_button.isEnabled)
    page.step_on()
    saved = wait(lambda: page.stack.currentIndex() == Step.DONE)
    window.close()
    return understood, saved, len(shown)


if __name__ == "__main__":
    sys.exit(main())
