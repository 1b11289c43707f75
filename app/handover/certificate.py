"""Draws the handover minutes (Biên bản bàn giao nhà): the composite form of communes on the decree's frame."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from app.documents.page import BASIS, SUBHEADING, SUBTITLE, TITLE, Paper, Style, write_papers
from app.documents.parts import Party, Signature
from app.documents.sentences import (
    area_or_blank,
    copies_text,
    cost_lines,
    day_text,
    filled,
    letterhead,
    margin_note,
    opening_text,
    part_text,
    party_lines,
    recipient_lines,
    short_day,
    total_text,
    work_type_text,
)
from app.documents.signatures import draw_signatures
from app.handover.minutes import HandoverMinutes
from app.progress import Progress
from app.wording import papers as said

_EMPTY_PARTIES = 3


def draw_handover_minutes(
    target: Path | BinaryIO, minutes: Sequence[HandoverMinutes | None], progress: Progress | None = None
) -> int:
    """Draw the minutes of all houses into one PDF (None: the blank form), which appears when it is whole.

    Returns how many pages it has.

    Raises `Trouble` (no Vietnamese font, a glyph the font lacks, the disk), `Refused` for none, `Cancelled`.
    """
    papers = [one or HandoverMinutes() for one in minutes]
    return write_papers(target, said.HANDOVER_TITLE, papers, draw_on_paper, progress or Progress())


def draw_on_paper(paper: Paper, minutes: HandoverMinutes) -> None:
    """Draw one house's minutes from a page of its own, among whatever else the file holds."""
    paper.begin(margin_note(minutes.reprint))
    _draw_head(paper, minutes)
    _draw_people(paper, minutes)
    _draw_content(paper, minutes)
    paper.heading(said.DUTIES_HEADING)
    paper.paragraphs(said.DUTIES)
    if minutes.thumbprint:
        paper.paragraph(said.THUMBPRINT_CLAUSE)
    closing = filled(said.HANDOVER_CLOSING, copies=copies_text(minutes.copies))
    draw_signatures(paper, minutes.signatures or usual_signatures(minutes), closing)


def _draw_head(paper: Paper, minutes: HandoverMinutes) -> None:
    head = letterhead(
        minutes.office_lines, minutes.superior_line, minutes.number, minutes.symbol, minutes.place, minutes.held_on
    )
    if not head.office_lines:
        head = replace(head, office_lines=tuple(filled(line, name="") for line in said.EMPTY_OFFICE))
    paper.letterhead(head)
    pieces: list[tuple[str, Style]] = [(said.HANDOVER_TITLE, TITLE)]
    if minutes.house_name:
        pieces.append((filled(said.HOUSE_NAME, name=minutes.house_name), TITLE))
    if minutes.programme:
        pieces.append((filled(said.PROGRAMME_LINE, programme=minutes.programme), SUBTITLE))
    if minutes.replaces:
        pieces.append((filled(said.REPLACES, number=minutes.replaces), SUBTITLE))
    paper.title(pieces)
    basis = said.BASIS_DECISION_OF if minutes.decision_office else said.BASIS_DECISION
    decided = basis.replace("{day}", day_text(minutes.decided_on))
    paper.paragraph(filled(decided, number=minutes.decision_number, office=minutes.decision_office), BASIS)
    paper.paragraph(said.BASIS_ACCEPTANCE.format(day=day_text(minutes.accepted_on)), BASIS)
    paper.paragraph(opening_text(minutes.held_on, minutes.held_at, minutes.venue))


def _draw_people(paper: Paper, minutes: HandoverMinutes) -> None:
    paper.heading(said.PEOPLE_HEADING)
    paper.heading(said.SIDE_A, SUBHEADING)
    paper.paragraphs(party_lines(minutes.side_a, _EMPTY_PARTIES))
    paper.heading(said.SIDE_B, SUBHEADING)
    paper.paragraphs(recipient_lines(minutes.head, minutes.proxy))
    paper.heading(said.VILLAGE_SIDE, SUBHEADING)
    paper.paragraphs(party_lines(minutes.village))
    paper.heading(said.FRONT_SIDE, SUBHEADING)
    paper.paragraphs(party_lines(minutes.front))


def _draw_content(paper: Paper, minutes: HandoverMinutes) -> None:
    paper.heading(said.CONTENT_HEADING)
    period = filled(
        said.HANDOVER_PERIOD, started=short_day(minutes.started_on), finished=short_day(minutes.finished_on)
    )
    lines = [
        said.CONTENT_OPENING,
        filled(said.WORK_TYPE, work_type=work_type_text(minutes.work_type)),
        filled(said.LOCATION, location=minutes.location),
        filled(said.AREA.replace("{area}", area_or_blank(minutes.area)), rooms=minutes.rooms),
        said.STRUCTURE,
        filled(said.FOUNDATION, part=part_text(minutes.foundation)),
        filled(said.FRAME_WALL, part=part_text(minutes.frame_wall)),
        filled(said.ROOF, part=part_text(minutes.roof)),
        *([said.THREE_HARD] if minutes.three_hard else []),
        filled(said.AUXILIARY, auxiliary=minutes.auxiliary),
        period,
        total_text(said.TOTAL_COST, minutes.total_cost),
        *cost_lines(minutes.costs),
        filled(said.CONDITION, condition=minutes.condition),
        filled(said.PAPERS_AND_KEYS, papers=minutes.papers_and_keys),
    ]
    paper.paragraphs(lines)


def usual_signatures(minutes: HandoverMinutes) -> tuple[Signature, ...]:
    """The four usual places to sign: giver, household (or its proxy), village, Front; names where they are known.

    A giver with a signing form signs and seals under it.
    """
    giver = minutes.side_a[0] if minutes.side_a else Party()
    taker = minutes.proxy.name if minutes.proxy else minutes.head.name
    hint = said.THUMBPRINT_HINT if minutes.thumbprint else said.SIGN_OR_THUMBPRINT_HINT
    return (
        Signature((said.SIGN_SIDE_A, *giver.signing), giver.name, said.SEAL_HINT if giver.signing else ""),
        Signature((said.SIGN_SIDE_B,), taker, hint),
        Signature((said.SIGN_VILLAGE,), minutes.village[0].name if minutes.village else ""),
        Signature((said.SIGN_FRONT,), minutes.front[0].name if minutes.front else ""),
    )
