"""Every page of the window in its order, with its key: the one place of the window that takes pages from all rooms.

A page's module is loaded when the page is first opened, so that starting loads nothing that is not looked at.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from app.wording import (
    dossier,
    duplicates,
    frame,
    half_typed,
    household_form,
    list_import,
    months,
    paperwork_pages,
    phone_book,
    succession,
    units,
)
from app.workspace import Workspace
from models.vocabulary import Level
from views.page import (
    AWARDS,
    CAMPAIGNS,
    DOSSIER,
    DRAFTS,
    DUPLICATES,
    GIVING,
    HANDOVER,
    HELP,
    HOUSEHOLDS,
    LIST_IMPORT,
    MONTHS,
    NEW_HOUSEHOLD,
    PAPERWORK,
    REPORTS,
    TODAY,
    UNITS,
    Page,
    PageEntry,
    WorkFrame,
)

DECISIONS, CONSTRUCTION = "decisions", "construction"
FUNDING = "funding"
PHONE_BOOK = "phone_book"
HISTORY, EXCHANGE, TASKS = "history", "exchange", "tasks"
SETTINGS, BACKUP_TAB = "settings", "backup"
SUCCESSION = "succession"


def office_pages(window: WorkFrame) -> list[PageEntry]:
    """The pages that the office of this window sees: an agency that only raises money has no households."""
    exchange, agency = frame.EXCHANGE, window.workspace.author.level is Level.AGENCY
    today = PageEntry(TODAY, frame.TODAY_PAGE, "today", partial(_today, window), digit=1)
    giving = PageEntry(GIVING, frame.GIVING_PAGE, "donation", partial(_giving, window), frame.MONEY, 7)
    houses = [] if agency else _house_pages(window)
    return [
        today,
        *houses,
        giving,
        *([] if agency else [_papers_page(window)]),
        PageEntry(CAMPAIGNS, frame.CAMPAIGNS_PAGE, "campaign", partial(_campaigns, window), frame.COMMON_WORK, 9),
        PageEntry(AWARDS, frame.AWARDS_PAGE, "award", partial(_awards, window), frame.COMMON_WORK),
        PageEntry(PHONE_BOOK, phone_book.PAGE, "user", partial(_phone_book, window), frame.COMMON_WORK),
        PageEntry(REPORTS, frame.REPORTS_PAGE, "report", partial(_reports, window), frame.COMMON_WORK, 0),
        PageEntry(EXCHANGE, frame.EXCHANGE_PAGE, "exchange", partial(_exchange, window), exchange),
        PageEntry(TASKS, frame.TASKS_PAGE, "task", partial(_tasks, window), exchange, in_bar=not agency),
        PageEntry(DRAFTS, half_typed.TITLE, "edit", partial(_drafts, window), in_bar=False),
        PageEntry(MONTHS, months.TITLE, "report", partial(_months, window), in_bar=False),
        PageEntry(HISTORY, frame.HISTORY, "history", partial(_history, window), in_bar=False),
        PageEntry(SUCCESSION, succession.PAGE, "handover", partial(_succession, window), in_bar=False),
        PageEntry(SETTINGS, frame.SETTINGS_PAGE, "settings", partial(_settings, window), foot=True),
        PageEntry(HELP, frame.HELP_PAGE, "help", partial(_help, window), foot=True),
    ]


def _house_pages(window: WorkFrame) -> list[PageEntry]:
    house, money = frame.HOUSES, frame.MONEY
    return [
        PageEntry(HOUSEHOLDS, frame.HOUSEHOLDS_PAGE, "household", partial(_households, window), house, 2),
        *([_units_page(window)] if window.workspace.author.level is Level.UPPER else []),
        PageEntry(DECISIONS, frame.DECISIONS_PAGE, "review", partial(_decisions, window), house, 3),
        PageEntry(CONSTRUCTION, frame.CONSTRUCTION_PAGE, "building", partial(_construction, window), house, 4),
        PageEntry(HANDOVER, frame.HANDOVER_PAGE, "handover", partial(_handover, window), house, 5),
        PageEntry(NEW_HOUSEHOLD, household_form.TITLE_NEW, "add", partial(_new_household, window), in_bar=False),
        PageEntry(LIST_IMPORT, list_import.TITLE, "import", partial(_list_import, window), in_bar=False),
        PageEntry(DUPLICATES, duplicates.TITLE, "household", partial(_duplicates, window), in_bar=False),
        PageEntry(DOSSIER, dossier.TITLE, "house", partial(_dossier, window), in_bar=False),
        PageEntry(FUNDING, frame.FUNDING_PAGE, "money", partial(_funding, window), money, 6),
    ]


def _papers_page(window: WorkFrame) -> PageEntry:
    return PageEntry(PAPERWORK, paperwork_pages.PAGE, "paper", partial(_paperwork, window), frame.COMMON_WORK, 8)


def _units_page(window: WorkFrame) -> PageEntry:
    return PageEntry(UNITS, units.PAGE, "communes", partial(_units, window), frame.HOUSES)


def first_run(folder: Path, ready: Callable[[Workspace, str], None]) -> QWidget:
    """The window that sets an office up in an empty folder; `ready` gets the open folder and the page to begin with."""
    from views.office.first_run import FirstRun

    made = FirstRun(folder)
    made.finished.connect(lambda found: ready(found.workspace, found.page))
    return made


def _today(window: WorkFrame) -> Page:
    from views.reports.today import TodayPage

    return TodayPage(window)


def _units(window: WorkFrame) -> Page:
    from views.reports.units import UnitsPage

    return UnitsPage(window)


def _giving(window: WorkFrame) -> Page:
    from views.giving.page import GivingPage

    return GivingPage(window)


def _campaigns(window: WorkFrame) -> Page:
    from views.campaigns.page import CampaignsPage

    return CampaignsPage(window)


def _awards(window: WorkFrame) -> Page:
    from views.awards.page import AwardsPage

    return AwardsPage(window)


def _list_import(window: WorkFrame) -> Page:
    from views.lists.import_page import ImportPage

    return ImportPage(window)


def _households(window: WorkFrame) -> Page:
    from views.households.page import HouseholdsPage

    return HouseholdsPage(window)


def _new_household(window: WorkFrame) -> Page:
    from views.households.new_page import NewHouseholdPage

    return NewHouseholdPage(window)


def _duplicates(window: WorkFrame) -> Page:
    from views.duplicates.page import DuplicatesPage

    return DuplicatesPage(window)


def _dossier(window: WorkFrame) -> Page:
    from views.dossier.page import DossierPage

    return DossierPage(window)


def _decisions(window: WorkFrame) -> Page:
    from views.support.page import SupportPage

    return SupportPage(window)


def _construction(window: WorkFrame) -> Page:
    from views.construction.page import ConstructionPage

    return ConstructionPage(window)


def _handover(window: WorkFrame) -> Page:
    from views.handover.page import HandoverPage

    return HandoverPage(window)


def _funding(window: WorkFrame) -> Page:
    from views.funding.page import FundingPage

    return FundingPage(window)


def _reports(window: WorkFrame) -> Page:
    from views.reports.page import ReportsPage

    return ReportsPage(window)


def _drafts(window: WorkFrame) -> Page:
    from views.drafts_page import DraftsPage

    return DraftsPage(window)


def _months(window: WorkFrame) -> Page:
    from views.months.page import MonthsPage

    return MonthsPage(window)


def _exchange(window: WorkFrame) -> Page:
    from views.exchange.page import ExchangePage

    return ExchangePage(window)


def _phone_book(window: WorkFrame) -> Page:
    from views.office.phone_book import PhoneBookPage

    return PhoneBookPage(window)


def _tasks(window: WorkFrame) -> Page:
    from views.tasks.page import TasksPage

    return TasksPage(window)


def _paperwork(window: WorkFrame) -> Page:
    from views.paperwork.page import PaperworkPage

    return PaperworkPage(window)


def _history(window: WorkFrame) -> Page:
    from views.reports.history import HistoryPage

    return HistoryPage(window)


def _succession(window: WorkFrame) -> Page:
    from views.succession.page import SuccessionPage

    return SuccessionPage(window)


def _settings(window: WorkFrame) -> Page:
    from views.office.settings_page import SettingsPage

    return SettingsPage(window)


def _help(window: WorkFrame) -> Page:
    from views.help_page import HelpPage

    return HelpPage(window)
