"""All that lies on the tables of a ceremony as one print: guests, programme, sign-in sheet, the minutes in copies.

Stands above the rooms, because the minutes are issued in the same change: no number is used before the file stands.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from sqlalchemy.orm import Session

from app.actions import Action
from app.ceremonies.drafts import USUAL_COPIES
from app.ceremonies.operations import handover_drafts
from app.ceremonies.papers import ceremony_papers as values_of
from app.ceremonies.papers import guest_list, programme, sign_in_sheet
from app.ceremonies.queries import ceremony_sheet
from app.documents.page import Paper, write_papers
from app.documents.saving import whole_file
from app.documents.text_paper import TextPaper
from app.documents.text_pdf import draw_text_paper
from app.handover.certificate import draw_on_paper
from app.handover.drafts import MinutesOptions
from app.handover.issuing import IssuedMinutes, PrintedMinutes, write_minutes
from app.handover.minutes import HandoverMinutes
from app.handover.previewing import minutes_to_issue
from app.office.queries import paper_office
from app.problems import Trouble
from app.progress import Progress
from app.wording import papers_ceremonies as said
from app.workspace import Workspace
from models.vocabulary import PaperKind

AnyPaper = TextPaper | HandoverMinutes


@dataclass(frozen=True)
class SetOptions:
    """What of the set is wanted: the lists at its head, and the minutes of which houses (none named: of all)."""

    lists: bool = True
    case_ids: tuple[str, ...] = ()


def preview_set(
    workspace: Workspace,
    ceremony_id: str,
    target: Path,
    options: MinutesOptions,
    wanted: SetOptions = SetOptions(),
    progress: Progress | None = None,
) -> tuple[int, int]:
    """Draw the set as it would be issued; uses no number. Returns how many minutes are new, and of how many houses.

    Raises `Refused` (a house that is not accepted), `Trouble`, `Cancelled`.
    """
    with workspace.read() as session:
        cases, options, copies, lists = _asked(session, workspace.author.office, ceremony_id, options, wanted)
        minutes, fresh = minutes_to_issue(session, workspace.author.office, cases, options)
    _draw(target, lists, [one for one in minutes if isinstance(one, HandoverMinutes)], copies, progress)
    return fresh, len(cases)


def print_set(
    workspace: Workspace,
    ceremony_id: str,
    target: Path,
    options: MinutesOptions,
    wanted: SetOptions = SetOptions(),
    progress: Progress | None = None,
) -> PrintedMinutes:
    """Issue the minutes in the order of the list and draw the whole set into one PDF.

    Raises `Refused`, `Trouble`, `Cancelled`: nothing is issued then.
    """
    with whole_file(target) as stream, workspace.change(Action.ISSUE_PAPER) as change:
        cases, options, copies, lists = _asked(change.session, workspace.author.office, ceremony_id, options, wanted)
        issued = write_minutes(change.recorder, cases, options) if cases else []
        pages = _draw(stream, lists, _minutes_of(issued), copies, progress)
    return PrintedMinutes(change.done, tuple(issued), pages)


def _minutes_of(issued: Sequence[IssuedMinutes]) -> list[HandoverMinutes]:
    return [one.minutes for one in issued if isinstance(one.minutes, HandoverMinutes)]


def _asked(
    session: Session, office_code: str, ceremony_id: str, options: MinutesOptions, wanted: SetOptions
) -> tuple[list[str], MinutesOptions, int, list[TextPaper]]:
    """The houses, how their minutes are made, how many copies of each, and the lists before them."""
    sheet = ceremony_sheet(session, ceremony_id)
    cases = [one.case_id for one in sheet.houses if not wanted.case_ids or one.case_id in wanted.case_ids]
    planned = {one.case_id: one for one in handover_drafts(session, ceremony_id)}
    copies = options.copies or sheet.draft.copies or USUAL_COPIES
    options = replace(options, kind=PaperKind.HANDOVER_MINUTES, copies=copies, planned=planned)
    office = paper_office(session, office_code)
    if office is None:
        raise Trouble("not_initialised")
    values = values_of(session, office, [ceremony_id]) if wanted.lists else []
    lists = [draw(office, one) for one in values for draw in (guest_list, programme, sign_in_sheet)]
    return cases, options, copies, lists


def _draw(
    target: Path | BinaryIO,
    lists: Sequence[TextPaper],
    minutes: Sequence[HandoverMinutes],
    copies: int,
    progress: Progress | None,
) -> int:
    """The lists once, then house by house all copies: so they are laid on the table."""
    papers: list[AnyPaper] = [*lists, *(one for one in minutes for _ in range(copies))]
    return write_papers(target, said.SET_TITLE, papers, _draw_one, progress or Progress())


def _draw_one(paper: Paper, one: AnyPaper) -> None:
    if isinstance(one, HandoverMinutes):
        draw_on_paper(paper, one)
    else:
        draw_text_paper(paper, one)
