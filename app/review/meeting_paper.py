"""The minutes of a village meeting that votes on households (Mẫu 1.9, Decree 30/2020): secretary left, chair right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from app.documents.paper_forms import About, PaperForm
from app.documents.parts import Signature
from app.documents.sentences import day_of, day_text, filled
from app.documents.text_paper import Block, Column, Look, Table, Text, TextPaper, texts
from app.office.queries import IssuedText, PaperOffice, issued_texts
from app.review.drafts import MeetingDraft
from app.review.meeting_queries import VoteLine, meeting_sheet
from app.support.queries import CaseOnPaper, cases_on_paper, load_programmes
from app.wording import papers_review as said
from app.wording.paper_lists import work_text
from models.review import VillageMeeting
from models.vocabulary import PaperKind

_EMPTY_ROWS = 4
_SHARES = (0.65, 2.0, 1.0, 0.8, 0.9, 0.9, 0.7, 0.9)


@dataclass(frozen=True)
class MeetingPaper:
    """A meeting as its minutes say it; all empty is the blank form, without a draft a form for these houses."""

    draft: MeetingDraft | None = None
    village: str = ""
    programme: str = ""
    cases: tuple[CaseOnPaper, ...] = ()
    votes: tuple[VoteLine, ...] = ()
    issued: IssuedText | None = None


def _read(session: Session, _office: PaperOffice, ids: Sequence[str]) -> list[MeetingPaper]:
    """A paper for each meeting; cases among the ids make one form over these houses."""
    meetings = [one for one in ids if session.get(VillageMeeting, one)]
    issued = issued_texts(session, PaperKind.REVIEW_MINUTES, meetings)
    found = [_meeting(session, one, issued.get(one)) for one in meetings]
    rest = [one for one in ids if one not in meetings]
    if rest:
        cases = cases_on_paper(session, rest)
        villages = {one.household.village for one in cases}
        village = villages.pop() if len(villages) == 1 else ""
        found.append(MeetingPaper(None, village, cases[0].programme, tuple(cases)))
    return found


def _meeting(session: Session, meeting_id: str, issued: IssuedText | None) -> MeetingPaper:
    sheet = meeting_sheet(session, meeting_id)
    cases = cases_on_paper(session, [one.case_id for one in sheet.votes]) if sheet.votes else []
    programme = load_programmes(session).get(sheet.meeting.programme_id or "")
    name = programme.name if programme else ""
    return MeetingPaper(sheet.draft, sheet.meeting.village, name, tuple(cases), sheet.votes, issued)


def review_minutes(office: PaperOffice, one: MeetingPaper) -> TextPaper:
    """The minutes with the vote on every house."""
    draft = one.draft
    held = day_of(draft.held_on) if draft else None
    chair, secretary = (_text(draft, "chair"), _text(draft, "secretary"))
    time = said.TIME.replace("{day}", day_text(held))
    blocks: tuple[Block, ...] = (
        Text(filled(time, time=_text(draft, "started_at"))),
        Text(filled(said.PLACE, place=_text(draft, "place"))),
        Text(said.PEOPLE_HEADING, Look.HEADING),
        Text(filled(said.LEADERS, chair=chair, secretary=secretary)),
        Text(filled(said.ATTENDANTS, attendants=_text(draft, "attendants"))),
        Text(filled(said.ATTENDANCE, households=_text(draft, "households"), present=_text(draft, "present"))),
        Text(said.CONTENT_HEADING, Look.HEADING),
        *texts([filled(line, programme=one.programme) for line in said.REVIEW_CONTENT]),
        _votes(one),
        *texts(_conclusion(one)),
    )
    return TextPaper(
        said.REVIEW_TITLE,
        blocks,
        office.head_of("BB", one.issued),
        under_title=(filled(said.REVIEW_OF_VILLAGE, village=one.village),),
        closing=filled(said.MINUTES_END, time=_text(draft, "ended_at")),
        signatures=(Signature((said.SIGN_SECRETARY,), secretary), Signature((said.SIGN_CHAIR,), chair)),
        recipients=said.RECIPIENTS_OF_MINUTES,
    )


def _text(draft: MeetingDraft | None, field: str) -> str:
    value = getattr(draft, field) if draft else None
    return "" if value is None else str(value)


def _votes(one: MeetingPaper) -> Table:
    aligned = ("center", "left", "left", "center", "center", "center", "center", "left")
    columns = tuple(
        Column(heading, share, align)  # type: ignore[arg-type]  # the literals above
        for heading, share, align in zip(said.VOTE_COLUMNS, _SHARES, aligned, strict=True)
    )
    works = [work_text(case.work_type) for case in one.cases]
    if one.votes:
        rows = [
            (
                vote.head_name,
                work,
                str(vote.agree),
                str(vote.disagree),
                str(vote.abstain),
                str(vote.rank or ""),
                said.passed_text(vote.passed),
            )
            for vote, work in zip(one.votes, works, strict=True)
        ]
    else:
        rows = [
            (case.household.head_name, work, "", "", "", "", "") for case, work in zip(one.cases, works, strict=True)
        ]
    numbered = tuple((str(place), *row) for place, row in enumerate(rows, start=1))
    return Table(columns, numbered or (("",) * len(columns),) * _EMPTY_ROWS)


def _conclusion(one: MeetingPaper) -> list[str]:
    """Without a threshold only the meeting says who is put forward: that is left to the hand."""
    passed = [vote.head_name for vote in one.votes if vote.passed]
    judged = any(vote.passed is not None for vote in one.votes)
    return [
        filled(said.THRESHOLD, threshold=said.threshold_text(one.draft.threshold if one.draft else None)),
        filled(said.OBJECTIONS, objections=_text(one.draft, "objections")),
        filled(said.CONCLUSION, count=str(len(passed)) if judged else "", names=", ".join(passed)),
    ]


REVIEW_FORM = PaperForm(PaperKind.REVIEW_MINUTES, About.MEETING, _read, review_minutes, MeetingPaper(), True)
