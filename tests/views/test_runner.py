"""Work beside the window comes home whole: results, errors, changes; and it stops when asked."""

from __future__ import annotations

import threading
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from pytestqt.qtbot import QtBot

from app.problems import Stale, Trouble
from app.progress import Progress
from views.progress_panel import PATIENCE, ProgressPanel
from views.runner import Runner

if TYPE_CHECKING:
    from tests.views.conftest import Recorder


def slow(progress: Progress) -> str:
    for unit in range(2000):
        progress.step(unit, 2000, "")
        time.sleep(0.005)
    return "whole"


def as_job(number: int, progress: Progress) -> int:
    return number


def test_a_result_comes_home_on_the_windows_thread(qtbot: QtBot, runner: Runner) -> None:
    home: list[tuple[int, bool, bool]] = []
    window = threading.current_thread()

    def job(progress: Progress) -> tuple[int, bool]:
        return 42, threading.current_thread() is window

    runner.run(job, lambda got: home.append((*got, threading.current_thread() is window)), "Tính")
    qtbot.waitUntil(lambda: bool(home))
    assert home == [(42, False, True)]
    assert not runner.busy


def test_jobs_are_done_one_after_another_in_their_order(qtbot: QtBot, runner: Runner) -> None:
    home: list[int] = []
    for number in range(20):
        runner.run(partial(as_job, number), home.append, "Đếm")
    qtbot.waitUntil(lambda: len(home) == 20)
    assert home == list(range(20))


def test_an_error_is_told_in_the_window(qtbot: QtBot, runner: Runner, messages: Recorder) -> None:
    def job(progress: Progress) -> None:
        raise Trouble("file_locked", name="danh-sach.xlsx")

    runner.run(job, None, "Ghi tệp")
    qtbot.waitUntil(lambda: bool(messages.troubles))
    assert "danh-sach.xlsx" in messages.troubles[0]


def test_an_error_goes_to_whoever_asked_for_it(qtbot: QtBot, runner: Runner, messages: Recorder) -> None:
    got: list[BaseException] = []

    def job(progress: Progress) -> None:
        raise Stale

    runner.run(job, None, "Lưu", got.append)
    qtbot.waitUntil(lambda: bool(got))
    assert isinstance(got[0], Stale)
    assert messages.troubles == []


def test_stopped_work_ends_with_a_sentence_and_without_a_result(
    qtbot: QtBot, runner: Runner, messages: Recorder
) -> None:
    done: list[str] = []
    runner.run(slow, done.append, "Nhập danh sách")
    qtbot.waitUntil(lambda: runner.current is not None and runner.current.done > 3)
    with qtbot.waitSignal(runner.idle):
        runner.stop()
    qtbot.waitUntil(lambda: bool(messages.successes))
    assert done == [] == messages.troubles
    assert messages.successes == ["Đã dừng nhập danh sách. Chưa có gì được ghi hay thay đổi."]


def test_reading_does_not_wait_for_long_work(qtbot: QtBot, runner: Runner, messages: Recorder) -> None:
    read: list[str] = []
    runner.run(slow, None, "Nhập danh sách")
    runner.read(lambda: "rows", read.append)
    qtbot.waitUntil(lambda: read == ["rows"])
    assert runner.current is not None
    runner.stop()
    qtbot.waitUntil(lambda: not runner.busy)


def test_what_is_read_while_it_is_held_begins_when_it_is_released(qtbot: QtBot, runner: Runner) -> None:
    read: list[str] = []
    runner.hold()
    runner.read(lambda: "first", read.append)
    runner.read(lambda: "second", read.append)
    qtbot.wait(20)
    assert read == []
    assert runner.busy
    runner.release()
    qtbot.waitUntil(lambda: read == ["first", "second"] and not runner.busy)


def test_changes_announced_on_the_worker_arrive_on_the_windows_thread(qtbot: QtBot, runner: Runner) -> None:
    heard: list[tuple[object, threading.Thread]] = []

    class Page(Runner):
        def hear(self, changes: object) -> None:
            heard.append((changes, threading.current_thread()))

    page = Page()
    runner.changed.connect(page.hear)
    runner.run(lambda _: runner.announce("rows"), None, "Lưu")
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == [("rows", threading.current_thread())]
    page.close()


def test_the_panel_shows_only_for_work_that_takes_long_and_stops_it(
    qtbot: QtBot, runner: Runner, messages: Recorder
) -> None:
    panel = ProgressPanel(runner)
    qtbot.addWidget(panel)
    runner.run(lambda _: None, None, "Lưu hộ")
    qtbot.waitUntil(lambda: not runner.busy)
    qtbot.wait(PATIENCE + 200)
    assert panel.isHidden()
    runner.run(slow, None, "Đang tạo biên bản")
    qtbot.waitUntil(panel.isVisible, timeout=PATIENCE + 2000)
    assert "2.000" in panel.label.text()
    panel.stop.click()
    qtbot.waitUntil(panel.isHidden)
    assert messages.troubles == []


def test_a_bug_is_told_with_the_name_of_the_work_and_logged(
    qtbot: QtBot, runner: Runner, messages: Recorder, tmp_path: Path
) -> None:
    def job(progress: Progress) -> None:
        raise ZeroDivisionError

    runner.run(job, None, "In biên bản")
    qtbot.waitUntil(lambda: bool(messages.shown))
    assert "in biên bản" in messages.shown[0]
    assert "ZeroDivisionError" not in messages.shown[0]
