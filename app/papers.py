"""Every kind of paper the office prints: what it is about, blank and filled, single and batch, as PDF or .docx.

For the window's builders, of all kinds but the two minutes that are issued (`handover.issuing`, `handover.previewing`):

- `FORMS[kind]` is a `PaperForm`: `.about` says whose ids it wants (`About`), `.office_text` that it gets number, day
  and signer afterwards (`office.issued_texts.save_issued_text`; `office.queries.issued_texts(session, kind, ids)` tells
  which did, and so which papers count as signed).
- `fill(session, office_code, kind, ids)` gives `TextPaper`s. Ids of cases are welcome for every kind: a list paper is
  then one draft over these houses. `blank(session, office_code, kind)` is the form to fill in by hand.
- `write(target, kind, papers, progress)` writes one file, PDF or .docx by its ending; returns the pages of a PDF.
- `print_papers(workspace, kind, ids, target, progress)` does all of it; ids empty: the blank form.
- `all_ids(session, kind, programme_id)` is what "all" means.

A further paper: write in `app/<room>/papers.py` a frozen dataclass of its values (its empty one is the blank form), a
reader `(session, office, ids) -> values`, and `draw(office, values) -> TextPaper` with sentences of
`app/wording/papers_<room>.py` put through `documents.sentences.filled` (an empty value becomes dots); add its
`PaperForm` to the room's `FORMS`, its name to `models.vocabulary.PaperKind` and `wording.vocabulary.PAPER_KINDS`.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.awards.papers import FORMS as OF_AWARDS
from app.campaigns.papers import FORMS as OF_CAMPAIGNS
from app.campaigns.queries import find_campaigns
from app.ceremonies.papers import FORMS as OF_CEREMONIES
from app.construction.papers import FORMS as OF_CONSTRUCTION
from app.documents.named_values import naming
from app.documents.own_template import OwnTemplate, print_own
from app.documents.paper_forms import WHOLE_BOOK, About, PaperForm
from app.documents.sentences import margin_note
from app.documents.text_files import DOCX, write_text_papers
from app.documents.text_paper import TextPaper
from app.funding.papers import FORMS as OF_FUNDING
from app.giving.papers import FORMS as OF_GIVING
from app.kept_files import is_kept, kept_path
from app.office.paper_settings import PaperSettings, paper_settings
from app.office.queries import PaperOffice, paper_office
from app.problems import Trouble, refuse
from app.progress import Progress
from app.review.papers import FORMS as OF_REVIEW
from app.support.papers import FORMS as OF_SUPPORT
from app.support.queries import find_cases
from app.support.standing import OFF_ROAD
from app.wording.vocabulary import PAPER_KINDS
from app.workspace import Workspace
from models.award import AwardMeeting, Nomination, Participant
from models.base import Recorded
from models.campaign import Campaign, CampaignTask, CampaignUnit
from models.ceremony import Ceremony
from models.funding import FundSource, Payment
from models.giving import Donor, Drive
from models.ledger import Contribution, GoodsHandover
from models.review import Posting, Remark, Submission, VillageMeeting
from models.support import Decision
from models.vocabulary import PaperKind, Status

#: The minutes that are kept as issued papers; `app.handover` fills, numbers and draws them.
ISSUED = (PaperKind.HANDOVER_MINUTES, PaperKind.COMPLETION_CHECK)

FORMS: dict[PaperKind, PaperForm] = {
    one.kind: one
    for one in (
        *OF_SUPPORT,
        *OF_REVIEW,
        *OF_CONSTRUCTION,
        *OF_FUNDING,
        *OF_GIVING,
        *OF_CEREMONIES,
        *OF_CAMPAIGNS,
        *OF_AWARDS,
    )
}

_TABLES: dict[About, type[Recorded]] = {
    About.MEETING: VillageMeeting,
    About.POSTING: Posting,
    About.REMARK: Remark,
    About.SUBMISSION: Submission,
    About.CONTRIBUTION: Contribution,
    About.DONOR: Donor,
    About.SOURCE: FundSource,
    About.DRIVE: Drive,
    About.PAYMENT: Payment,
    About.GOODS_HANDOVER: GoodsHandover,
    About.PARTICIPANT: Participant,
    About.NOMINATION: Nomination,
    About.AWARD_MEETING: AwardMeeting,
    About.CEREMONY: Ceremony,
    About.CAMPAIGN: Campaign,
}
#: Of the plans that are open: every unit, and the tasks that were given to somebody.
_RUNNING: dict[About, Any] = {
    About.CAMPAIGN_UNIT: select(CampaignUnit.id)
    .join(Campaign, Campaign.id == CampaignUnit.campaign_id)
    .where(CampaignUnit.row_out.is_(False)),
    About.CAMPAIGN_TASK: select(CampaignTask.id)
    .join(Campaign, Campaign.id == CampaignTask.campaign_id)
    .where(CampaignTask.row_out.is_(False), CampaignTask.person.is_not(None)),
}
#: Rows with one id in common are one subject.
_BATCHES: dict[About, Any] = {
    About.DECISION: select(Decision.batch).where(Decision.row_out.is_(False), Decision.amount.is_not(None)),
    About.PAYMENT_DAY: select(Payment.batch).where(Payment.row_out.is_(False)),
}


@dataclass(frozen=True)
class Printed:
    """How many papers a file holds, and its pages where it is a PDF.

    `own`: the office's own template it was made by; `not_by_own`: why it was not, although there is one.
    """

    papers: int
    pages: int | None
    own: str = ""
    not_by_own: Trouble | None = None


def form_of(kind: PaperKind) -> PaperForm:
    """The form of a kind. Raises `Refused` for the two minutes that are issued instead."""
    if kind not in FORMS:
        raise refuse("", "paper_is_issued")
    return FORMS[kind]


def _office(session: Session, office_code: str) -> PaperOffice:
    office = paper_office(session, office_code)
    if office is None:
        raise Trouble("not_initialised")
    return office


def settings_of(session: Session, office_code: str, kind: PaperKind) -> PaperSettings:
    """What the office set for a kind of paper: copies, recipients, template."""
    return paper_settings(session, office_code).get(kind) or PaperSettings(kind)


def fill(session: Session, office_code: str, kind: PaperKind, ids: Sequence[str]) -> list[TextPaper]:
    """The papers of a kind about these ids. Raises `Refused` when one is not here."""
    papers = form_of(kind).fill(session, _office(session, office_code), ids)
    recipients = settings_of(session, office_code, kind).recipients
    return [replace(one, recipients=recipients) for one in papers] if recipients else papers


def blank(session: Session, office_code: str, kind: PaperKind) -> TextPaper:
    """The blank form of a kind, with the office's letterhead."""
    paper = form_of(kind).blank(_office(session, office_code))
    recipients = settings_of(session, office_code, kind).recipients
    return replace(paper, recipients=recipients) if recipients else paper


def write(target: Path, kind: PaperKind, papers: Sequence[TextPaper], progress: Progress | None = None) -> int | None:
    """Write papers into one PDF or .docx; returns the pages of a PDF. Raises `Refused`, `Trouble`, `Cancelled`."""
    return write_text_papers(target, PAPER_KINDS[kind.value], papers, progress)


def print_papers(
    workspace: Workspace,
    kind: PaperKind,
    ids: Sequence[str],
    target: Path,
    progress: Progress | None = None,
    again: Collection[str] = (),
) -> Printed:
    """Fill the papers of a kind (without ids: the blank form) and write them. Raises as `fill` and `write` do.

    Papers about the ids in `again` say in their margin that they are printed again. A .docx is made by the office's own
    template where there is one. A template that cannot be used never stops the printing: the built-in paper is written,
    and `Printed.not_by_own` says why.
    """
    own: OwnTemplate | None = None
    trouble: Trouble | None = None
    with workspace.read() as session:
        code = workspace.author.office
        papers = _drawn(session, code, kind, ids, again)
        if target.suffix.lower() == DOCX:
            own = _own_template(workspace, settings_of(session, code, kind))
        if own is not None:
            with naming():
                empty, marked = blank(session, code, kind), _drawn(session, code, kind, ids, again)
    if own is not None and papers:
        try:
            print_own(target, own, empty, marked, progress or Progress())
            return Printed(len(papers), None, own.name)
        except Trouble as fault:
            trouble = fault
    return Printed(len(papers), write(target, kind, papers, progress), not_by_own=trouble)


def _drawn(
    session: Session, code: str, kind: PaperKind, ids: Sequence[str], again: Collection[str] = ()
) -> list[TextPaper]:
    """The papers of a print, those printed before with their mark; without ids the blank form."""
    if not ids:
        return [blank(session, code, kind)]
    papers = fill(session, code, kind, ids)
    each = len(papers) == len(ids)
    return [
        marked_again(one) if again and (not each or ids[place] in again) else one for place, one in enumerate(papers)
    ]


def marked_again(paper: TextPaper) -> TextPaper:
    """The paper with the day of its second printing in the margin ("In lại ngày 21/11/2026")."""
    return replace(paper, note=" – ".join(filter(None, (paper.note, margin_note(reprint=True)))))


def _own_template(workspace: Workspace, settings: PaperSettings) -> OwnTemplate | None:
    """The template of the office for a kind; None where it has none."""
    if not settings.template_content:
        return None
    path = kept_path(workspace.folder, settings.template_content, DOCX)
    return OwnTemplate(path, settings.template_name, settings.template_fields, is_kept(path))


def subject_ids(session: Session, about: About) -> list[str]:
    """The ids of all a paper may be about, the oldest first; those of cases are `find_cases`."""
    if about is About.BOOK:
        return [WHOLE_BOOK]
    if about in _BATCHES:
        return sorted({one for one in session.scalars(_BATCHES[about]) if one})
    if about in _RUNNING:
        running = [one.id for one in find_campaigns(session) if one.opened_on and not one.closed_on]
        return list(session.scalars(_RUNNING[about].where(Campaign.id.in_(running))))
    table: Any = _TABLES.get(about)
    if table is None:
        return []
    return list(session.scalars(select(table.id).where(table.row_out.is_(False)).order_by(table.id)))


def all_ids(session: Session, kind: PaperKind, programme_id: str | None = None) -> list[str]:
    """What "all" means for a kind: its houses of a programme (of all), or everything it may be about."""
    form = form_of(kind)
    if form.about is About.CASE:
        return find_cases(session, form.statuses or frozenset(Status) - OFF_ROAD, programme_id)
    return subject_ids(session, form.about)
