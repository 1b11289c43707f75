"""The whole file of a house as one PDF: cover, contents with page numbers, the papers in order, their scans.

Above the rooms, beside `app.papers`. A paper of which there is a scan stands as the scan; one that was printed or
signed is drawn from the records; one that was never made stands in the contents alone.
"""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy.orm import Session

from app.documents.bound_file import BoundPart, bind, count_pages
from app.documents.intake import in_child
from app.documents.saving import whole_file
from app.documents.sentences import day_of, short_day
from app.documents.text_files import write_text_papers
from app.documents.text_paper import Column, Look, Table, Text, TextPaper
from app.handover.kinds import draw_minutes
from app.handover.queries import papers_of_cases
from app.office.queries import PaperOffice, paper_office
from app.paper_sets import plan_set, text_papers
from app.papers import ISSUED
from app.paperwork.queries import MarkRow, PaperCell, PaperState, house_file, scans_of
from app.parsing import today
from app.problems import Trouble
from app.progress import Progress
from app.support.queries import CaseOnPaper, cases_on_paper
from app.wording import paperwork as words
from app.wording.paper_lists import work_text
from app.wording.paperwork import kind_name
from app.workspace import Workspace
from models.vocabulary import PaperKind

SECONDS = 180


@dataclass
class Entry:
    """A line of the contents with the files that stand behind it."""

    title: str
    state: str
    files: list[Path]


@dataclass(frozen=True)
class DossierFile:
    """What was bound: its pages, and how many papers of the file are missing."""

    pages: int
    missing: int


def bind_dossier(workspace: Workspace, case_id: str, target: Path, progress: Progress | None = None) -> DossierFile:
    """Write the file of a house as one PDF. Raises `Refused`, `Trouble` (a scan that cannot be read), `Cancelled`."""
    with tempfile.TemporaryDirectory(dir=workspace.folder, prefix="ho-so-") as scratch:
        folder = Path(scratch)
        with workspace.read() as session:
            file = house_file(session, case_id)
            office = paper_office(session, workspace.author.office)
            if office is None:
                raise Trouble("not_initialised")
            [house] = cases_on_paper(session, [case_id])
            scans = scans_of(session, case_id, workspace.folder)
            entries = [
                _entry(session, workspace, one, scans, folder / str(place), case_id)
                for place, one in enumerate((*file.papers, *file.more))
                if one.asked or one.state is not PaperState.NONE
            ]
        data, pages = _bound(office, house, entries, folder, progress)
        with whole_file(target) as stream:
            stream.write(data)
    return DossierFile(pages, len(file.missing))


def _entry(
    session: Session, workspace: Workspace, cell: PaperCell, scans: Sequence[MarkRow], part: Path, case_id: str
) -> Entry:
    own = [one for one in scans if one.kind == cell.kind]
    here = [one.file(workspace.folder) for one in own if one.here]
    state = _state_text(cell)
    if own and not here:
        state = words.SCAN_NOT_HERE
    elif len(here) < len(own):
        state = words.SOME_SCANS_NOT_HERE.format(state=state, count=len(own) - len(here))
    elif not own and cell.state in (PaperState.PRINTED, PaperState.SIGNED):
        here = _drawn(session, workspace, cell.kind, case_id, part.with_suffix(".pdf"))
        state = words.DRAWN_FROM_RECORDS.format(state=state) if here else words.PAPER_ELSEWHERE.format(state=state)
    return Entry(kind_name(cell.kind), state, here)


def _state_text(cell: PaperCell) -> str:
    day = short_day(day_of(cell.day))
    if cell.in_file:
        signed = words.SIGNED_BY.format(day=day, signer=cell.signer) if cell.signer else words.SIGNED_ON.format(day=day)
        return signed if cell.day else words.STATES[PaperState.SIGNED]
    if cell.state is PaperState.PRINTED:
        return words.PRINTED_ONLY
    if not cell.due:
        return words.NOT_DUE
    return words.NONE_BEFORE if cell.before else words.STATES[PaperState.NONE]


def _drawn(session: Session, workspace: Workspace, kind: str, case_id: str, target: Path) -> list[Path]:
    """The paper drawn from the records; issued minutes as they were printed."""
    if kind in ISSUED:
        papers = [one for one in papers_of_cases(session, [case_id], PaperKind(kind)).get(case_id, ()) if not one.void]
        if not papers:
            return []
        draw_minutes(PaperKind(kind), target, [papers[-1].paper()])
        return [target]
    ready = plan_set(session, [(case_id, kind)]).ready
    papers_drawn = text_papers(session, workspace.author.office, ready) if ready else []
    if not papers_drawn:
        return []
    write_text_papers(target, kind_name(kind), papers_drawn)
    return [target]


def _bound(
    office: PaperOffice, house: CaseOnPaper, entries: Sequence[Entry], folder: Path, progress: Progress | None
) -> tuple[bytes, int]:
    """The bound bytes; the contents are drawn twice, the second time with the pages they need themselves."""
    front = folder / "bia.pdf"
    files = [one for entry in entries for one in entry.files]
    counted = dict(zip(files, in_child(count_pages, front, files, seconds=SECONDS, progress=progress), strict=True))
    lengths = [sum(counted[one] for one in entry.files) for entry in entries]
    papers = [_cover(office, house), _contents(entries, lengths, 1)]
    first = (write_text_papers(front, words.FILE_TITLE, papers) or 0) + 1
    papers[1] = _contents(entries, lengths, first)
    write_text_papers(front, words.FILE_TITLE, papers)
    parts = [BoundPart(words.CONTENTS, front)]
    parts += [BoundPart(entry.title, one) for entry in entries for one in entry.files]
    data = in_child(bind, front, parts, seconds=SECONDS, progress=progress)
    return data, first - 1 + sum(lengths)


def _cover(office: PaperOffice, house: CaseOnPaper) -> TextPaper:
    home = house.household
    lines = [
        words.COVER_HEAD.format(name=home.head_name),
        words.COVER_ADDRESS.format(address=home.address),
        words.COVER_PROGRAMME.format(programme=house.programme),
        words.COVER_WORK.format(work=work_text(house.work_type)),
    ]
    blocks = (Text(""), Text(""), *(Text(one, Look.CENTERED) for one in lines))
    return TextPaper((words.FILE_TITLE.upper(),), blocks, office.head(day=today()))


def _contents(entries: Sequence[Entry], lengths: Sequence[int], first: int) -> TextPaper:
    """The contents; a paper that is not there has no page."""
    heads = words.CONTENTS_COLUMNS
    columns = (
        Column(heads[0], 0.5, "center"),
        Column(heads[1], 2.6),
        Column(heads[2], 2),
        Column(heads[3], 0.7, "center"),
    )
    rows, page = [], first
    for number, (entry, length) in enumerate(zip(entries, lengths, strict=True), start=1):
        shown = "" if not length else str(page) if length == 1 else f"{page}–{page + length - 1}"
        rows.append((str(number), entry.title, entry.state, shown))
        page += length
    return TextPaper((words.CONTENTS.upper(),), (Table(columns, tuple(rows)),))
