"""Whatever happens, the officer reads one clear sentence."""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pytestqt.qtbot import QtBot

from app.problems import Cancelled, Problem, Refused, Stale, Trouble
from views import troubles
from views.troubles import Kind

if TYPE_CHECKING:
    from tests.views.conftest import Recorder


@pytest.fixture
def caught(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    log = tmp_path / "mai-am.log"
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    troubles.catch_everything(log)
    yield log
    troubles.catch_everything(None)


def test_one_refusal_is_its_own_sentence() -> None:
    told = troubles.report(Refused([Problem("amount", "not_money", {"text": "sáu chục"})]))
    assert told.kind is Kind.REFUSED
    assert "sáu chục" in told.text
    assert told.lines == ()


def test_several_refusals_are_counted_and_listed() -> None:
    one = Problem("amount", "not_money", {"text": "a"})
    told = troubles.report(Refused([one, one, one]))
    assert "3" in told.text
    assert len(told.lines) == 3


def test_moved_on_data_and_faults_of_the_world_have_their_sentences() -> None:
    assert troubles.report(Stale()).kind is Kind.STALE
    fault = troubles.report(Trouble("file_missing", name="goi-12.xlsx"))
    assert fault.kind is Kind.TROUBLE
    assert "goi-12.xlsx" in fault.text


def test_stopping_is_no_trouble_and_says_what_was_kept(messages: Recorder) -> None:
    troubles.tell(Cancelled(), "Đang nhập danh sách")
    troubles.tell(Cancelled())
    assert messages.troubles == [] == messages.shown
    assert messages.successes == [
        "Đã dừng nhập danh sách. Chưa có gì được ghi hay thay đổi.",
        "Đã dừng. Chưa có gì được ghi hay thay đổi.",
    ]


def test_a_bug_names_the_log_and_writes_it(
    qtbot: QtBot, messages: Recorder, caught: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.CRITICAL):
        sys.excepthook(KeyError, KeyError("cột lạ"), None)
        qtbot.waitUntil(lambda: bool(messages.shown))
    assert str(caught) in messages.shown[0]
    assert "KeyError" in caplog.text


def test_a_bug_on_another_thread_is_told_too(qtbot: QtBot, messages: Recorder, caught: Path) -> None:
    def fall() -> None:
        raise ZeroDivisionError

    thread = threading.Thread(target=fall)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: bool(messages.shown))
    assert str(caught) in messages.shown[0]


def test_a_crash_offers_to_save_the_file_for_whoever_helps(qtbot: QtBot, caught: Path, messages: Recorder) -> None:
    saved: list[str] = []
    troubles.offer_support(lambda: saved.append("asked"))
    try:
        for answer, count in (("Đóng", 0), ("Lưu tệp hỗ trợ", 1)):
            messages.answer(answer)
            troubles.tell(ValueError("a bug"))
            assert len(saved) == count
    finally:
        troubles.offer_support(None)
    assert str(caught) in messages.asked[0]
