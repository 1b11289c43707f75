"""What a row tells of the time before the program was used."""

from __future__ import annotations

from datetime import date

import pytest

from app.lists.fields import Field
from app.lists.opening_values import OpeningFigures
from app.lists.rows import ReadRow, read_row
from app.lists.sniffing import CellValue, Group, Household

_DAY = date(2026, 11, 21)


def _read(cells: dict[Field, CellValue], unit: int = 1_000_000) -> ReadRow:
    return read_row(Household(8, {Field.HEAD_NAME: "Lò Văn Ước", **cells}, Group()), money_unit=unit, today=_DAY)


def _figures(cells: dict[Field, CellValue]) -> OpeningFigures:
    found = _read(cells)
    assert not found.problems
    assert found.values.opening is not None
    return found.values.opening


def test_a_row_without_opening_figures_has_none() -> None:
    assert _read({Field.SUPPORT_AMOUNT: 60}).values.opening is None
    assert _read({Field.STARTED_ON: "", Field.PROGRESS: "Chưa khởi công", Field.PAID: 0}).values.opening is None


def test_days_and_amounts_are_read_by_their_columns() -> None:
    found = _figures(
        {
            Field.DECISION_NUMBER: "215/QĐ-UBND",
            Field.DECISION_DATE: date(2026, 3, 5),
            Field.APPROVED_AMOUNT: 60,
            Field.STARTED_ON: "12/4/2026",
            Field.HANDED_OVER_ON: "2026-08-30",
            Field.PAID_1: "36",
            Field.PAID_2: "24.000.000đ",
            Field.PAID: 60,
            Field.SOURCES: "NSTW",
        }
    )
    assert (found.decision_number, found.decided_on, found.approved_amount) == ("215/QĐ-UBND", "2026-03-05", 60_000_000)
    assert found.steps == (("start", "2026-04-12"), ("handed_over", "2026-08-30"))
    assert found.parts == ((1, 36_000_000), (2, 24_000_000))
    assert (found.source, found.paid) == ("NSTW", 60_000_000)


def test_a_number_and_its_day_may_stand_in_one_cell() -> None:
    found = _figures({Field.DECISION_NUMBER: "215/QĐ-UBND ngày 05/3/2026"})
    assert (found.decision_number, found.decided_on) == ("215/QĐ-UBND", "2026-03-05")


@pytest.mark.parametrize("mark", ["x", "X", "✓", "đã bàn giao", "Rồi", 1])
def test_a_tick_says_that_it_happened_and_no_day_is_invented(mark: CellValue) -> None:
    assert _figures({Field.HANDED_OVER_ON: mark}).steps == (("handed_over", None),)


def test_a_month_is_no_day_and_is_kept_in_words() -> None:
    row = _read({Field.STARTED_ON: "4/2026"})
    found = row.values.opening
    assert found is not None
    assert [(one.code, one.warning) for one in row.problems] == [("opening_day_unknown", True)]
    assert found.steps == (("start", None),)
    assert found.note == "Danh sách ghi ngày khởi công: 4/2026"


def test_a_day_that_lies_ahead_is_a_plan() -> None:
    found = _read({Field.HANDED_OVER_ON: "15/12/2026"})
    assert [(one.code, one.warning) for one in found.problems] == [("opening_ahead", True)]
    assert found.values.opening is None


@pytest.mark.parametrize(
    ("text", "step"),
    [("Đang TC", "start"), ("đã lợp mái", "roof"), ("Hoàn thành", "finish"), ("70%", "start"), ("100%", "finish"),
     ("Đã bàn giao, đưa vào sử dụng", "handed_over")],
)  # fmt: skip
def test_progress_is_a_step_without_a_day(text: str, step: str) -> None:
    assert _figures({Field.PROGRESS: text}).steps == ((step, None),)


def test_progress_that_is_not_understood_is_kept_in_words() -> None:
    found = _read({Field.PROGRESS: "chờ thợ về sau Tết"})
    assert [(one.code, one.warning) for one in found.problems] == [("progress_unknown", True)]
    assert found.values.opening is not None
    assert found.values.opening.note == "Danh sách ghi tiến độ: chờ thợ về sau Tết"


def test_parts_that_are_not_the_total_reject_the_row() -> None:
    assert [one.code for one in _read({Field.PAID: 60, Field.PAID_1: 36}).problems] == ["opening_paid_sums"]


def test_a_day_that_is_none_rejects_the_row() -> None:
    assert _read({Field.STARTED_ON: "hôm nọ"}).rejected
