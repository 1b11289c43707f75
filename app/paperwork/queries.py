"""The files of houses as frozen rows: the papers each should hold, how far each is, what is missing by village."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from app.journal.store import batches
from app.kept_files import is_kept, kept_path
from app.paperwork.evidence import BUILT, DECIDED, FINISHED, GIVEN, MONEY, Evidence, KnownPapers, known_papers
from app.paperwork.rules import PAID, ROAD, STAGES, PaperCell, Progress, is_due
from app.parsing import today
from app.problems import refuse
from app.support.queries import RequiredPaper, load_programmes
from models.paperwork import CaseClosing, PaperMark
from models.search import CaseEntry, HouseholdEntry
from models.vocabulary import PaperState, Status, WorkType

__all__ = ["PaperCell", "PaperState"]
#: Who left the road has no file to complete.
_LEFT = frozenset(one.value for one in Status if one not in ROAD and one is not Status.ON_HOLD)
#: Of more houses than this the tables are read whole.
_MANY = 1000
_NOTHING = Evidence(PaperState.NONE)


@dataclass(frozen=True)
class HouseFile:
    """One house with the papers of its file, in the order its programme names them; `more` are papers it also has."""

    case_id: str
    household_id: str
    head_name: str
    village_id: str | None
    village: str
    programme_id: str | None
    programme: str
    work_type: str | None
    status: str
    closed: bool
    papers: tuple[PaperCell, ...]
    more: tuple[PaperCell, ...] = ()

    @property
    def missing(self) -> tuple[PaperCell, ...]:
        """The papers that should be there and are not."""
        return tuple(one for one in self.papers if one.missing)

    @property
    def in_file(self) -> int:
        """How many of the papers its programme asks for are there, signed."""
        return sum(one.in_file for one in self.papers)

    def cell(self, kind: str) -> PaperCell | None:
        """One paper of the file; None when nobody asks for it and it is not there."""
        return next((one for one in (*self.papers, *self.more) if one.kind == kind), None)


@dataclass(frozen=True)
class MarkRow:
    """A mark on a paper of a house; of a scan also the file. `here`: the file lies in the data folder."""

    id: str
    version: int
    case_id: str
    kind: str
    state: PaperState
    done_on: str | None
    signer: str | None
    content: str | None
    ending: str | None
    pages: int | None
    name: str | None
    note: str | None
    here: bool = True

    def file(self, folder: Path) -> Path:
        """Where the scan lies in a data folder."""
        return kept_path(folder, self.content or "", self.ending or "")


def house_files(session: Session, case_ids: Sequence[str] | None = None, day: str | None = None) -> list[HouseFile]:
    """The files of these cases in the order asked, of all on the road (by name) without ids; `day`: today."""
    rows = _rows(session, case_ids)
    asked = _Asked(session, day or today().isoformat())
    known = known_papers(session, None if len(rows) > _MANY else [row.case_id for row in rows])
    closed = _closed(session)
    found = {row.case_id: _file(row, asked, known.get(row.case_id), row.case_id in closed) for row in rows}
    return list(found.values()) if case_ids is None else [found[one] for one in case_ids if one in found]


class _Asked:
    """What each programme asks for, looked up once for both kinds of work."""

    def __init__(self, session: Session, day: str) -> None:
        self.programmes = load_programmes(session)
        self._day = day
        self._known: dict[tuple[str | None, str | None], tuple[RequiredPaper, ...]] = {}

    def papers(self, programme_id: str | None, work_type: str | None) -> tuple[RequiredPaper, ...]:
        """The papers of a house of this programme."""
        key = (programme_id, work_type)
        if key not in self._known:
            programme = self.programmes.get(programme_id or "")
            self._known[key] = programme.required_papers(self._day, work_type) if programme else ()
        return self._known[key]


def house_file(session: Session, case_id: str) -> HouseFile:
    """The file of one case. Raises `Refused` when it is not here."""
    found = house_files(session, [case_id])
    if not found:
        raise refuse("", "case_not_here")
    return found[0]


_COLUMNS: tuple[Any, ...] = (
    CaseEntry.case_id,
    CaseEntry.programme_id,
    CaseEntry.work_type,
    CaseEntry.status,
    CaseEntry.stage,
    CaseEntry.approved,
    CaseEntry.paid,
    HouseholdEntry.household_id,
    HouseholdEntry.head_name,
    HouseholdEntry.village_id,
    HouseholdEntry.village,
)


def _listed(query: Select[Any]) -> Select[Any]:
    """Cases with their households, in the order of names."""
    joined = query.select_from(CaseEntry).join(HouseholdEntry, HouseholdEntry.rowid == CaseEntry.household_rowid)
    return joined.order_by(HouseholdEntry.rowid, CaseEntry.case_id)


def _rows(session: Session, case_ids: Sequence[str] | None) -> list[Any]:
    query = _listed(select(*_COLUMNS))
    if case_ids is None:
        return list(session.execute(query.where(CaseEntry.status.not_in(_LEFT))))
    return [row for batch in batches(case_ids) for row in session.execute(query.where(CaseEntry.case_id.in_(batch)))]


def _closed(session: Session) -> set[str | None]:
    replaced = select(CaseClosing.replaces_id).where(CaseClosing.replaces_id.is_not(None), ~CaseClosing.row_out)
    standing = select(CaseClosing.case_id).where(~CaseClosing.row_out, CaseClosing.id.not_in(replaced))
    return set(session.scalars(standing.where(CaseClosing.revoked.is_not(True))))


def _file(row: Any, asked: _Asked, known: KnownPapers | None, closed: bool) -> HouseFile:
    programme = asked.programmes.get(row.programme_id or "")
    known = known or KnownPapers()
    house = Progress(row.status, row.stage, row.approved, row.paid)
    required = asked.papers(row.programme_id, row.work_type)
    papers = tuple(_required(one, known, house) for one in required)
    kinds = {one.kind for one in required}
    more = tuple(_cell(kind, known, asked=False) for kind in known.papers if kind not in kinds)
    return HouseFile(
        row.case_id,
        row.household_id,
        row.head_name,
        row.village_id,
        row.village or "",
        row.programme_id,
        programme.short_name if programme else "",
        row.work_type,
        row.status or "",
        closed,
        papers,
        more,
    )


def _required(one: RequiredPaper, known: KnownPapers, house: Progress) -> PaperCell:
    before = bool(known.before) and _event(one.due_from) in known.before
    return _cell(one.kind, known, due=is_due(one.due_from, house), before=before)


def _cell(kind: str, known: KnownPapers, *, due: bool = True, before: bool = False, asked: bool = True) -> PaperCell:
    found = known.papers.get(kind, _NOTHING)
    return PaperCell(kind, found.state, due, before, found.day, found.signer, asked)


def _event(due_from: str) -> str:
    """What of a house a paper belongs to, by when it is due: the papers until the decision go with the decision."""
    later = {Status.ACCEPTED.value: FINISHED, Status.HANDED_OVER.value: GIVEN, PAID: MONEY}
    building = {Status.STARTED.value, Status.IN_PROGRESS.value, *(one.value for one in STAGES)}
    return later.get(due_from) or (BUILT if due_from in building else DECIDED)


# Lists of houses


@dataclass(frozen=True)
class FileFilter:
    """Which of some files a list shows; `lacking` are the states of due papers it looks for, empty for every house.

    `kind` narrows that to one paper, `closed` shows the files that are closed.
    """

    kind: str | None = None
    lacking: frozenset[PaperState] = frozenset({PaperState.NONE, PaperState.PRINTED})
    closed: bool = False

    def holds(self, one: HouseFile) -> bool:
        """Whether a file is in the list."""
        if one.closed and not self.closed:
            return False
        papers = [cell for cell in one.papers if self.kind in (None, cell.kind)]
        if not self.lacking:
            return bool(papers)
        return any(cell.due and cell.state in self.lacking for cell in papers)


@dataclass(frozen=True)
class VillageCount:
    """Of a village: its houses, those that lack papers, papers never made, papers printed and not signed."""

    village_id: str | None
    village: str
    houses: int
    lacking: int
    not_made: int
    unsigned: int


def count_by_village(files: Iterable[HouseFile]) -> list[VillageCount]:
    """What is missing by village; villages where most is missing come first."""
    by_village: dict[tuple[str | None, str], list[HouseFile]] = {}
    for one in files:
        by_village.setdefault((one.village_id, one.village), []).append(one)
    counts = [_count(*key, houses) for key, houses in by_village.items()]
    return sorted(counts, key=lambda one: (-one.not_made - one.unsigned, one.village))


def _count(village_id: str | None, village: str, houses: Sequence[HouseFile]) -> VillageCount:
    open_files = [one for one in houses if not one.closed]
    missing = [cell for one in open_files for cell in one.missing]
    none = sum(cell.state is PaperState.NONE for cell in missing)
    lacking = sum(bool(one.missing) for one in open_files)
    return VillageCount(village_id, village, len(houses), lacking, none, len(missing) - none)


# Marks and scans


def marks_of(session: Session, case_ids: Sequence[str], folder: Path | None = None) -> list[MarkRow]:
    """The marks on the papers of these cases, the oldest first; with a data folder scans say whether they are here."""
    found = []
    for batch in batches(case_ids):
        query = select(PaperMark).where(PaperMark.case_id.in_(batch), PaperMark.row_out.is_(False))
        found += [_mark(one, folder) for one in session.scalars(query.order_by(PaperMark.id))]
    return found


def _mark(one: PaperMark, folder: Path | None) -> MarkRow:
    states = {state.value for state in PaperState}
    row = MarkRow(
        one.id,
        one.version,
        one.case_id or "",
        one.kind or "",
        PaperState(one.state) if one.state in states else PaperState.NONE,
        one.done_on,
        one.signer,
        one.content,
        one.ending,
        one.pages,
        one.name,
        one.note,
    )
    return replace(row, here=is_kept(row.file(folder))) if folder is not None and row.content else row


def scans_of(session: Session, case_id: str, folder: Path | None = None) -> list[MarkRow]:
    """The scans in the file of a house, the oldest first."""
    return [one for one in marks_of(session, [case_id], folder) if one.content]


def asked_kinds(session: Session, programme_id: str | None = None) -> list[str]:
    """The papers that the programmes with houses here ask for, of one of them where it is given, in their order."""
    used = set(session.scalars(select(CaseEntry.programme_id).distinct()))
    day = today().isoformat()
    found: dict[str, int] = {}
    for one in load_programmes(session).values():
        if one.id in used and programme_id in (None, one.id):
            for work_type in WorkType:
                for place, paper in enumerate(one.required_papers(day, work_type)):
                    found[paper.kind] = max(found.get(paper.kind, 0), place)
    return sorted(found, key=lambda kind: found[kind])
