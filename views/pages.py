"""Every page of the window in its order, with its key: the one place of the window that takes pages from all rooms.

A page's module is loaded when the page is first opened, so that starting loads nothing that is not looked at.
"""

from __future__ import annotations

from functools import partial

from app.wording import frame
from views.page import Page, PageEntry, WorkFrame

HISTORY, EXCHANGE, TASKS = "history", "exchange", "tasks"


def office_pages(window: WorkFrame) -> list[PageEntry]:
    """The pages that the office of this window sees."""
    return [
        PageEntry(EXCHANGE, frame.EXCHANGE_PAGE, "exchange", partial(_exchange, window), frame.EXCHANGE),
        PageEntry(TASKS, frame.TASKS_PAGE, "task", partial(_tasks, window), frame.EXCHANGE),
        PageEntry(HISTORY, frame.HISTORY, "history", partial(_history, window), in_bar=False),
    ]


def _exchange(window: WorkFrame) -> Page:
    from views.exchange.page import ExchangePage

    return ExchangePage(window)


def _tasks(window: WorkFrame) -> Page:
    from views.tasks.page import TasksPage

    return TasksPage(window)


def _history(window: WorkFrame) -> Page:
    from views.reports.history import HistoryPage

    return HistoryPage(window)
