"""What a page is to the window, and what the window is to a page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from PySide6.QtWidgets import QWidget

from app.workspace import Workspace
from views.memory import Memory
from views.runner import Runner


class Frame(Protocol):
    """The window as its pages see it."""

    runner: Runner
    memory: Memory

    @property
    def programme(self) -> str | None:
        """The id of the programme that every page is filtered by; None is all of them."""

    def go(self, name: str, request: object = None) -> None:
        """Open a page and hand it a request it understands (a filter, a household)."""

    def back(self) -> None:
        """The page before this one."""

    def take_back(self) -> None:
        """Undo the newest change, as "Hoàn tác" in the menu does: given to `messages.success` after a change."""


@runtime_checkable
class TakesRestored(Protocol):
    """A window that can close and open again over a backup that was brought beside its database."""

    def take_restored(self) -> None:
        """Do so now."""


class WorkFrame(Frame, Protocol):
    """The window over an open data folder: what pages and panels of the records are given."""

    workspace: Workspace


class Page(QWidget):
    """A page of the window. What a page does not need it leaves as it is here."""

    def forget(self, changes: object) -> None:
        """Records changed (a `Changes`, or None for anything): drop what was read and read it again."""

    def receive(self, request: object) -> None:
        """The page was opened with a request."""

    def show_tab_called(self, title: str) -> None:
        """Bring the tab of this title into sight, where there is one."""

    def programme_changed(self) -> None:
        """The officer filters by another programme: by default read everything again."""
        self.forget(None)

    def reload(self) -> None:
        """F5."""
        self.forget(None)

    def keep_draft(self) -> None:
        """The page is left or the window closes: half-typed work is kept as a draft, nobody is asked."""

    def keep_typing(self) -> None:
        """While somebody types: as `keep_draft`, but the cursor stays in the cell it is in."""
        self.keep_draft()


#: Under this name the window's memory keeps how many points were found last, and on which day (ISO text).
FLAGS_FOUND = "flags.found"

# Names of pages that pages of other rooms open.
#: No page but a place as plans name it: the words of a page and of one of its tabs ("Ủng hộ › Sổ ủng hộ").
PLACE = "place"
#: The first page: what is due.
TODAY = "today"
#: The list; it receives a `HouseholdFilter` of `app.households.queries`.
HOUSEHOLDS = "households"
#: The form of a household that is added.
NEW_HOUSEHOLD = "new_household"
#: An officer's list read into the records; it receives the path of a file, or None.
LIST_IMPORT = "list_import"
#: The page that is all about one house; it receives the id of a household, an `InList` or an `InTab`.
DOSSIER = "dossier"
#: Everything half-typed; it receives anything, to look again.
DRAFTS = "drafts"
#: The end of a month; it receives a month (YYYY-MM), or nothing.
MONTHS = "months"
#: The pairs that may be one household; it receives an `InPair`, or nothing.
DUPLICATES = "duplicates"
#: The page of acceptance and handover; it receives the id of a case and begins its next step.
HANDOVER = "handover"
#: The page of papers: what the files of houses lack, papers printed many at once, the register of numbers.
PAPERWORK = "paperwork"
#: The guide; it receives the name of a page, or of another section ("first", "trouble", "words").
HELP = "help"
#: The page of gifts; it receives the name of one of its tabs ("pledges", "drives").
GIVING = "giving"


#: The page of plans; it receives the id of a plan or an `InPlan`.
CAMPAIGNS = "campaigns"
#: The page of awards; it receives the id of a campaign.
AWARDS = "awards"
#: The page of packages; it receives files to take in, or an `OfLaptop`.
EXCHANGE = "exchange"
#: The page of communes of an upper office.
UNITS = "units"
#: The page of reports; it receives the name of a report, of one of its tabs ("period", "sent"), or what is made for a
#: deadline (a `DeadlineReport` of `app.reports.deadline_reports`).
REPORTS = "reports"


@dataclass(frozen=True)
class InPlan:
    """A plan opened at one of the tabs of its page ("deadlines", "targets"); an unknown name opens none."""

    campaign_id: str
    tab: str


@dataclass(frozen=True)
class InList:
    """A household opened from a list: `step(by)` goes on in that list and tells the id arrived at, None at its end."""

    household_id: str
    step: Callable[[int], str | None]


@dataclass(frozen=True)
class InTab:
    """A household opened at one of the tabs of its dossier; no name opens the first."""

    household_id: str
    tab: str


@dataclass(frozen=True)
class InPair:
    """Two households to be put side by side."""

    left_id: str
    right_id: str


@dataclass(frozen=True)
class OfLaptop:
    """A laptop whose code is to be compared, or whose packages are held."""

    device: str


class Panel(Page):
    """What a room shows of one household in its dossier; `title` stands on its tab. Made as `SomePanel(frame, id)`."""

    title: str

    def __init__(self, frame: WorkFrame, household_id: str) -> None:
        super().__init__()
        self.frame = frame
        self.household_id = household_id


@dataclass(frozen=True)
class PageEntry:
    """A page in the navigation: made when it is first opened.

    `digit` is its Alt key; `caption` the group it stands under (pages of one caption follow each other); `foot` puts it
    at the bottom of the bar, `in_bar=False` leaves it out (a menu opens it).
    """

    name: str
    title: str
    icon: str
    make: Callable[[], Page]
    caption: str = ""
    digit: int | None = None
    foot: bool = False
    in_bar: bool = True
