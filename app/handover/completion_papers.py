"""Draws the completion-check minutes by the Front's form (domain: form C)."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO

from app.documents.layout import BLANK
from app.documents.page import CENTERED_BOLD, SUBHEADING, SUBTITLE, TITLE, Paper, Style, write_papers
from app.documents.parts import CostLine, Party, Signature
from app.documents.sentences import (
    area_or_blank,
    copies_text,
    cost_lines,
    day_text,
    filled,
    letterhead,
    margin_note,
    part_text,
    party_lines,
    total_text,
    work_type_text,
)
from app.documents.signatures import draw_signatures
from app.handover.completion import CompletionCheck
from app.progress import Progress
from app.wording import papers as said
from app.wording.letterheads import ON_BEHALF

_EMPTY_SOURCES = 3
_EMPTY_VILLAGE_ROWS = 3


def draw_completion_checks(
    target: Path | BinaryIO, checks: Sequence[CompletionCheck | None], progress: Progress | None = None
) -> int:
    """Draw the checks of all houses into one PDF (None: the blank form), which appears when it is whole.

    Returns how many pages it has.

    Raises `Trouble` (no Vietnamese font, a glyph the font lacks, the disk), `Refused` for none, `Cancelled`.
    """
    papers = [one or CompletionCheck() for one in checks]
    return write_papers(target, said.COMPLETION_TITLE[1], papers, _draw, progress or Progress())


def _draw(paper: Paper, check: CompletionCheck) -> None:
    paper.begin(margin_note(check.reprint))
    _draw_head(paper, check)
    _draw_checkers(paper, check)
    _draw_findings(paper, check)
    paper.heading(said.CONCLUSION_HEADING)
    paper.paragraphs(_conclusion(check))
    paper.paragraph(filled(said.COMPLETION_CLOSING, copies=copies_text(check.copies), kept_at=check.kept_at))
    draw_signatures(paper, check.signatures or usual_signatures(check), said.CHECKERS_SIGN, CENTERED_BOLD)


def _draw_head(paper: Paper, check: CompletionCheck) -> None:
    office = check.office_lines if check.symbol else ()
    paper.letterhead(letterhead(office, check.superior_line, check.number, check.symbol, check.place, check.held_on))
    pieces: list[tuple[str, Style]] = [(text, TITLE) for text in said.COMPLETION_TITLE]
    if check.replaces:
        pieces.append((filled(said.REPLACES, number=check.replaces), SUBTITLE))
    paper.title(pieces)
    paper.paragraph(filled(said.COMPLETION_OPENING.replace("{day}", day_text(check.held_on)), head=check.head))
    paper.paragraph(filled(said.COMPLETION_ADDRESS, address=check.address))


def _draw_checkers(paper: Paper, check: CompletionCheck) -> None:
    paper.heading(said.CHECKERS_HEADING)
    sides = (check.committee, check.office, check.front, check.village, check.household)
    for label, parties in zip(said.CHECKERS, sides, strict=True):
        paper.heading(label, SUBHEADING)
        paper.paragraphs(party_lines(parties, _EMPTY_VILLAGE_ROWS if label == said.VILLAGE_CHECKERS else 1))


def _draw_findings(paper: Paper, check: CompletionCheck) -> None:
    paper.heading(said.CHECK_HEADING)
    good = check.passed or all(part.hard is True for part in (check.foundation, check.frame_wall, check.roof))
    supported = filled(said.SUPPORT_SOURCE, programme=check.programme or said.SUPPORT_PROGRAMME)
    others = [CostLine(filled(said.OTHER_SOURCE, source=cost.source), cost.amount, cost.note) for cost in check.costs]
    lines = [
        filled(said.WORK_TYPE, work_type=work_type_text(check.work_type)),
        said.VOLUME,
        said.FLOOR_AREA.format(area=area_or_blank(check.area)),
        filled(said.FOUNDATION_CHECKED, part=part_text(check.foundation)),
        filled(said.ROOF_CHECKED, part=part_text(check.roof)),
        filled(said.FRAME_WALL_CHECKED, part=part_text(check.frame_wall)),
        filled(said.QUALITY, quality=check.quality or (said.QUALITY_GOOD if good else "")),
        total_text(said.BUILDING_COST, check.total_cost),
        *cost_lines([CostLine(supported, check.support)]),
        *cost_lines(others or [CostLine(said.SOURCE)] * _EMPTY_SOURCES),
    ]
    paper.paragraphs(lines)


def _conclusion(check: CompletionCheck) -> list[str]:
    """The form's sentences as far as they are true; an open result is left to the hand."""
    if check.passed is None:
        return [BLANK] * 2
    if not check.passed:
        return [filled(said.CONCLUSION_FAILED, remedy=check.remedy)]
    dearer = check.total_cost is not None and check.support is not None and check.total_cost > check.support
    return [said.CONCLUSION_PASSED, *([said.CONCLUSION_COST] if dearer else [])]


def usual_signatures(check: CompletionCheck) -> tuple[Signature, ...]:
    """A place to sign for each side that takes part, with the first name of each where it is known."""
    sides = (check.committee, check.office, check.front, check.village, check.household)
    return tuple(
        _signature(title, parties[0] if parties else Party())
        for title, parties in zip(said.SIGN_CHECKERS, sides, strict=True)
    )


def _signature(side: str, signer: Party) -> Signature:
    """Who signs on behalf of his body ("TM. ...") needs no second line that says so."""
    on_behalf = signer.signing[:1] and signer.signing[0].startswith(ON_BEHALF)
    titles = signer.signing if on_behalf else (side, *signer.signing)
    return Signature(titles, signer.name, said.SEAL_HINT if signer.signing else "")
