"""Many papers of many houses as one job: what is missing, or what the officer ticked, drawn into one PDF.

Above the rooms, beside `app.papers`. Minutes that are issued get their numbers, and what was drawn is noted as printed,
in one change: only when the whole file is there.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from pypdf import PdfWriter
from sqlalchemy.orm import Session

from app.actions import Action
from app.documents.saving import whole_file
from app.documents.text_files import write_text_papers
from app.documents.text_paper import TextPaper
from app.handover.drafts import MinutesOptions
from app.handover.issuing import write_minutes
from app.handover.kinds import draw_minutes
from app.handover.previewing import draw_preview
from app.office.paper_settings import copies_of, paper_settings
from app.papers import FORMS, ISSUED, fill, marked_again
from app.paperwork.operations import not_printed_yet, write_printed
from app.paperwork.queries import HouseFile, PaperState
from app.paperwork.shared import is_shared, papers_of
from app.printed_before import printed_before
from app.problems import refuse
from app.progress import Progress
from app.support.queries import case_states
from app.wording.paperwork import SET_TITLE, kind_name
from app.workspace import Workspace
from models.vocabulary import Numbering, PaperKind

Pairs = Sequence[tuple[str, str]]
Numberings = Mapping[PaperKind, Numbering]


@dataclass(frozen=True)
class SetPlan:
    """Which papers (case, kind) can be drawn now, and which not: their step is not recorded, or they are not ours."""

    ready: tuple[tuple[str, str], ...]
    left: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class PrintedSet:
    """A file of papers: how many papers and pages."""

    papers: int
    pages: int


def missing_pairs(files: Iterable[HouseFile], kinds: frozenset[str] | None = None) -> list[tuple[str, str]]:
    """The papers that were never made, house by house; those of the time before the program are nobody's to print."""
    return [
        (one.case_id, cell.kind)
        for one in files
        for cell in one.missing
        if cell.state is PaperState.NONE and not cell.before and (kinds is None or cell.kind in kinds)
    ]


def whole_pairs(files: Iterable[HouseFile]) -> list[tuple[str, str]]:
    """Every paper that should be in the files by now, printed before or not ("In cả bộ"); not those of former times."""
    return [(one.case_id, cell.kind) for one in files for cell in one.papers if cell.due and not cell.before]


def plan_set(session: Session, pairs: Pairs) -> SetPlan:
    """Which of these papers can be drawn from what is recorded."""
    by_kind: dict[str, list[str]] = {}
    for case, kind in pairs:
        by_kind.setdefault(kind, []).append(case)
    able = {kind: _able(session, kind, cases) for kind, cases in by_kind.items()}
    ready = tuple(one for one in dict.fromkeys(pairs) if one[0] in able[one[1]])
    return SetPlan(ready, tuple(one for one in dict.fromkeys(pairs) if one[0] not in able[one[1]]))


def _able(session: Session, kind: str, cases: list[str]) -> set[str]:
    """The cases whose paper of this kind can be drawn; the voucher is the accountant's."""
    if kind == PaperKind.PAYMENT_VOUCHER or kind not in {one.value for one in PaperKind}:
        return set()
    if kind in ISSUED:
        return {one for one, state in case_states(session, cases).items() if state.acceptance is not None}
    return set(papers_of(session, kind, cases)) if is_shared(kind) else set(cases)


def draw_set(
    workspace: Workspace,
    pairs: Pairs,
    target: Path,
    progress: Progress | None = None,
    numberings: Numberings | None = None,
) -> PrintedSet:
    """Draw these papers into one PDF to be looked at; nothing is numbered or noted.

    Raises `Refused` (nothing to draw), `Trouble`, `Cancelled`.
    """
    files = _texts(workspace, pairs, target, progress)
    papers = len(files[0][1]) if files else 0
    parts = [one for one, _ in files]
    for kind, cases in _issued(pairs):
        part = target.with_name(f"{target.stem}-{kind.value}.pdf")
        draw_preview(workspace, cases, part, MinutesOptions((numberings or {}).get(kind, Numbering.NONE), kind=kind))
        with workspace.read() as session:
            copies = copies_of(paper_settings(session, workspace.author.office), kind)
        parts += [part] * copies
        papers += len(cases) * copies
    return PrintedSet(papers, _join(parts, target))


def print_set(
    workspace: Workspace,
    pairs: Pairs,
    target: Path,
    progress: Progress | None = None,
    numberings: Numberings | None = None,
) -> PrintedSet:
    """Draw these papers into one PDF that goes to the printer or is kept: numbers are given, printing is noted.

    Raises as `draw_set` does; then no number is used and nothing is noted.
    """
    files = _texts(workspace, pairs, target, progress)
    papers = len(files[0][1]) if files else 0
    parts: list[Path | io.BytesIO] = [one for one, _ in files]
    issued = _issued(pairs)
    with workspace.change(Action.ISSUE_PAPER if issued else Action.NOTE_PRINTED) as change:
        for kind, cases in issued:
            options = MinutesOptions((numberings or {}).get(kind, Numbering.NONE), kind=kind)
            made, part = write_minutes(change.recorder, cases, options), io.BytesIO()
            copies = copies_of(paper_settings(change.session, workspace.author.office), kind)
            draw_minutes(kind, part, [one.minutes for one in made for _ in range(copies)], progress)
            parts.append(part)
            papers += len(made) * copies
        others = [one for one in pairs if one[1] not in ISSUED]
        write_printed(change.recorder, not_printed_yet(change.session, others))
        return PrintedSet(papers, _join(parts, target))


def _texts(
    workspace: Workspace, pairs: Pairs, target: Path, progress: Progress | None
) -> list[tuple[Path, list[TextPaper]]]:
    """All text papers in one file beside the target, house by house; papers of many houses stand first."""
    with workspace.read() as session:
        papers = text_papers(session, workspace.author.office, pairs, for_print=True)
    if not papers and not _issued(pairs):
        raise refuse("", "nothing_to_print")
    if not papers:
        return []
    part = target.with_name(f"{target.stem}-1.pdf")
    write_text_papers(part, SET_TITLE, papers, progress)
    return [(part, papers)]


def text_papers(session: Session, office: str, pairs: Pairs, *, for_print: bool = False) -> list[TextPaper]:
    """The text papers of these pairs: those of many houses once, then the others house by house.

    `for_print`: each in as many copies as the office set for its kind, those printed before with their mark.
    """
    cases = {one: place for place, one in enumerate(dict.fromkeys(case for case, _ in pairs))}
    settings = paper_settings(session, office) if for_print else {}
    shared: list[TextPaper] = []
    own: list[tuple[int, int, TextPaper]] = []
    for place, (kind, ids) in enumerate(_by_kind(pairs).items()):
        if kind in ISSUED or kind not in FORMS:
            continue
        if is_shared(kind):
            found = papers_of(session, kind, ids)
            about = list(dict.fromkeys(found[one] for one in ids if one in found))
            drawn = fill(session, office, kind, about) if about else []
            ids = about
        else:
            drawn = fill(session, office, kind, ids)
        before = printed_before(session, kind, ids) if for_print else set()
        copies = copies_of(settings, kind)
        for one, paper in zip(ids, drawn, strict=True):
            made = [marked_again(paper) if one in before else paper] * copies
            if is_shared(kind):
                shared += made
            else:
                own += [(cases[one], place, each) for each in made]
    return [*shared, *(paper for _, _, paper in sorted(own, key=lambda one: one[:2]))]


def _by_kind(pairs: Pairs) -> dict[PaperKind, list[str]]:
    found: dict[PaperKind, list[str]] = {}
    for case, kind in dict.fromkeys(pairs):
        found.setdefault(PaperKind(kind), []).append(case)
    return found


def _issued(pairs: Pairs) -> list[tuple[PaperKind, list[str]]]:
    return [(kind, ids) for kind, ids in _by_kind(pairs).items() if kind in ISSUED]


def _join(parts: Sequence[Path | io.BytesIO], target: Path) -> int:
    """One file of the parts, which are ours; the files of the parts are thrown away."""
    writer = PdfWriter()
    for one in parts:
        writer.append(one, import_outline=False)
    with whole_file(target) as stream:
        writer.write(stream)
    for one in set(parts):
        if isinstance(one, Path):
            with suppress(OSError):
                one.unlink()
    return len(writer.pages)


def said_left(left: Pairs) -> str:
    """The papers that cannot be drawn, each kind with how many."""
    counts: dict[str, int] = {}
    for _, kind in left:
        counts[kind] = counts.get(kind, 0) + 1
    return ", ".join(f"{kind_name(kind)} ({count})" for kind, count in counts.items())
