"""Deadlines and periods in words: "chậm nhất hết ngày 04/11/2024", "quý IV/2025", "còn 3 ngày"."""

from __future__ import annotations

from app.campaigns.deadlines import DeadlineLine
from app.plans.days import day_text
from app.wording import campaign_running as words


def period_words(period: str | None) -> str:
    """A period as it is read: "tuần 45 năm 2024", "tháng 11/2024", "quý IV/2025", "năm 2022", "từ ... đến ..."."""
    first, slash, last = (period or "").partition("/")
    if slash:
        return words.SPAN.format(first=period_words(first), last=period_words(last))
    year, week, number = first.partition("-W")
    return words.WEEK.format(week=int(number), year=year) if week else day_text(period)


def task_words(line: DeadlineLine) -> str:
    """What is due, with its period or the day it was asked for."""
    task = line.deadline.task or ""
    if line.period is None:
        return task
    if line.deadline.on_request and not line.deadline.repeats:
        return words.OF_REQUEST.format(task=task, day=period_words(line.period))
    return words.OF_PERIOD.format(task=task, period=period_words(line.period))


def due_words(line: DeadlineLine) -> str:
    """The last day in time: "chậm nhất hết ngày 04/11/2024"; "khi có yêu cầu" before somebody asks."""
    if line.due_day is None:
        return words.ASKED if line.asked else words.ON_REQUEST
    return words.UNTIL.format(day=day_text(line.due_day))


def left_words(line: DeadlineLine) -> str:
    """How many days are left of what is not done; "" where no day is named."""
    if line.days_left is None or line.state.value == "done":
        return ""
    if line.days_left == 0:
        return words.LAST_DAY
    text = words.DAYS_OVER if line.days_left < 0 else words.DAYS_LEFT
    return text.format(days=abs(line.days_left))
