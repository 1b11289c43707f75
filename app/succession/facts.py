"""What is handed over, counted: houses, money, numbers, papers, packages, what is open. Printed, and compared later."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.exchange.queries import PackageRow, packages
from app.exchange.tasks import list_tasks
from app.funding.balances import ledger_balances
from app.handover.queries import numbered_papers
from app.households.queries import case_sums, household_count, status_counts
from app.journal.store import OPERATIONS
from app.paperwork.queries import house_files
from app.photos.queries import photos_missing
from app.progress import Progress
from app.settings import Settings
from app.wording.vocabulary import STATUSES
from app.workspace import Workspace
from models.ledger import Contribution
from models.photo import Photo
from models.vocabulary import Level

#: How many open tasks the minutes name in full.
MOST_TASKS = 12
_DRAFT = "draft."
#: Of the facts, those that must be the same on the laptop that takes over.
_COMPARED = ("households", "houses", "approved", "paid", "sources", "in_hand", "registers", "photos")


@dataclass(frozen=True)
class SourceLine:
    """A source of money with what came, what was paid and what is in hand, in đồng."""

    code: str
    name: str
    received: int
    paid: int
    left: int


@dataclass(frozen=True)
class RegisterLine:
    """A register: symbol ("BB-UBND"; "" for receipts), year and letter; its last number, how many given and void."""

    symbol: str
    year: int
    series: str
    last: str
    count: int
    void: int


@dataclass(frozen=True)
class PackageLine:
    """The last package to or from an office: its number and day (ISO), how many there were."""

    office: str
    incoming: bool
    number: str
    day: str
    count: int


@dataclass(frozen=True)
class HandedFacts:
    """Everything the minutes count. Amounts in đồng; `houses` by status in the order of the road of a house.

    `papers_missing` are those that should be signed and in the file by now, of `files_incomplete` houses.
    """

    households: int
    houses: dict[str, int]
    approved: int
    paid: int
    sources: tuple[SourceLine, ...]
    in_hand: int
    registers: tuple[RegisterLine, ...]
    unnumbered: int
    papers_missing: int
    files_incomplete: int
    packages: tuple[PackageLine, ...]
    tasks: int
    task_texts: tuple[str, ...]
    drafts: int
    photos: int
    photos_missing: int
    operations: int

    def as_json(self) -> dict[str, Any]:
        """The facts as they travel in the file."""
        found: dict[str, Any] = json.loads(json.dumps(asdict(self)))
        return found


def handed_facts(workspace: Workspace, progress: Progress | None = None) -> HandedFacts:
    """Count what this laptop holds now. Raises `Cancelled`."""
    waiting = list_tasks(workspace, progress)
    with workspace.read() as session:
        sums = case_sums(session)
        statuses = status_counts(session)
        balances = ledger_balances(session)
        papers = numbered_papers(session, workspace.author.office)
        lacking = _lacking(session, workspace)
        return HandedFacts(
            households=household_count(session),
            houses={one: statuses[one] for one in STATUSES if one in statuses},
            approved=sums.approved,
            paid=sums.paid,
            sources=tuple(SourceLine(one.code, one.name, one.received, one.paid, one.left) for one in balances.sources),
            in_hand=sum(one.left for one in balances.sources),
            registers=(*_registers(papers), *_receipts(session)),
            unnumbered=sum(1 for one in papers if not one.shown_number and not one.void),
            papers_missing=sum(lacking),
            files_incomplete=len(lacking),
            packages=tuple(_packages(packages(session))),
            tasks=len(waiting),
            task_texts=tuple(one.text for one in waiting[:MOST_TASKS]),
            drafts=_drafts(workspace),
            photos=_count(session, select(func.count(func.distinct(Photo.content))).where(Photo.row_out.is_(False))),
            photos_missing=photos_missing(session, workspace.folder),
            operations=_count(session, select(func.count()).select_from(OPERATIONS)),
        )


def differing(facts: HandedFacts, counted: dict[str, Any]) -> list[str]:
    """The names of the facts that are not what was counted on the other laptop."""
    here = facts.as_json()
    return [name for name in _COMPARED if here.get(name) != counted.get(name)]


def _count(session: Session, query: Any) -> int:
    return int(session.scalar(query) or 0)


def _registers(papers: Sequence[Any]) -> Iterable[RegisterLine]:
    """The registers of minutes: numbers in one count within symbol, year and series."""
    kept: dict[tuple[str, int, str], list[Any]] = {}
    for one in papers:
        if one.number is not None:
            kept.setdefault((one.symbol or "", one.year or 0, one.series or ""), []).append(one)
    for (symbol, year, series), rows in sorted(kept.items()):
        last = max(rows, key=lambda one: one.number)
        yield RegisterLine(symbol, year, series, str(last.number), len(rows), sum(1 for one in rows if one.void))


def _receipts(session: Session) -> Iterable[RegisterLine]:
    """The receipts given to donors, the same way."""
    row = Contribution
    query = select(row.receipt_year, row.receipt_series, row.receipt).where(
        row.receipt_year.is_not(None), row.receipt.is_not(None), row.row_out.is_(False)
    )
    kept: dict[tuple[int, str], list[str]] = {}
    for year, series, receipt in session.execute(query):
        kept.setdefault((year or 0, series or ""), []).append(receipt or "")
    for (year, series), found in sorted(kept.items()):
        yield RegisterLine("", year, series, max(found, key=lambda one: (len(one), one)), len(set(found)), 0)


def _packages(rows: Sequence[PackageRow]) -> Iterable[PackageLine]:
    """The newest package each way for each office; the rows come newest first."""
    counted = Counter((one.office, one.incoming) for one in rows)
    seen: set[tuple[str, bool]] = set()
    for one in rows:
        key = (one.office, one.incoming)
        if key not in seen:
            seen.add(key)
            yield PackageLine(one.office, one.incoming, one.number, f"{one.at.astimezone():%Y-%m-%d}", counted[key])


def _lacking(session: Session, workspace: Workspace) -> list[int]:
    """Of each house whose file lacks papers, how many; files are a commune's to keep."""
    if workspace.author.level is not Level.COMMUNE:
        return []
    return [len(one.missing) for one in house_files(session) if one.missing]


def _drafts(workspace: Workspace) -> int:
    """Half-typed forms that the window keeps on this laptop: they are not in the file."""
    return Settings(workspace.folder).count(_DRAFT)
