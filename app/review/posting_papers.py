"""The posted list, the minutes of its end, and the minutes of a re-check."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from app.documents.house_lists import HouseOnList, public_house_table
from app.documents.layout import BLANK
from app.documents.paper_forms import About, PaperForm
from app.documents.parts import Signature
from app.documents.sentences import day_of, day_text, filled, short_day
from app.documents.text_paper import Block, Column, Dots, Table, Text, TextPaper, texts
from app.office.queries import IssuedText, PaperOffice, issued_texts
from app.parsing import today
from app.review.drafts import PostingDraft, RemarkDraft
from app.review.posting_queries import RemarkLine, posting_sheet, remark_draft, remarks
from app.support.queries import CaseOnPaper, cases_on_paper, load_programmes
from app.wording import papers_review as said
from app.wording.vocabulary import RECHECK_RESULTS
from models.review import Posting, Remark
from models.vocabulary import PaperKind

_EMPTY_REMARKS = 3
_NOTHING = PostingDraft("", "", ())


@dataclass(frozen=True)
class PostingPaper:
    """A posting as it is printed; all empty is the blank form, with houses alone a draft."""

    draft: PostingDraft = _NOTHING
    ends_on: str | None = None
    programme: str = ""
    houses: tuple[HouseOnList, ...] = ()
    remarks: tuple[RemarkLine, ...] = ()
    closed_on: str | None = None
    issued: IssuedText | None = None

    @property
    def known(self) -> bool:
        """Whether the posting was recorded."""
        return bool(self.draft.posted_on)


def _read_list(session: Session, office: PaperOffice, ids: Sequence[str]) -> list[PostingPaper]:
    return _read(session, office, ids, PaperKind.POSTING_LIST)


def _read_end(session: Session, office: PaperOffice, ids: Sequence[str]) -> list[PostingPaper]:
    return _read(session, office, ids, PaperKind.POSTING_END_MINUTES)


def _read(session: Session, _office: PaperOffice, ids: Sequence[str], kind: PaperKind) -> list[PostingPaper]:
    """A paper for each posting; cases among the ids make one draft over these houses."""
    postings = [one for one in ids if session.get(Posting, one)]
    issued = issued_texts(session, kind, postings)
    found = [_posting(session, one, issued.get(one)) for one in postings]
    rest = [one for one in ids if one not in postings]
    if rest:
        cases = cases_on_paper(session, rest)
        found.append(PostingPaper(programme=cases[0].programme, houses=_lines(cases, today().isoformat())))
    return found


def _posting(session: Session, posting_id: str, issued: IssuedText | None) -> PostingPaper:
    sheet = posting_sheet(session, posting_id)
    cases = cases_on_paper(session, [one.case_id for one in sheet.houses]) if sheet.houses else []
    programme = load_programmes(session).get(sheet.draft.programme_id or "")
    name = programme.name if programme else ""
    lines = _lines(cases, sheet.draft.posted_on)
    found, posting = tuple(remarks(session, posting_id)), sheet.posting
    return PostingPaper(sheet.draft, posting.ends_on, name, lines, found, posting.closed_on, issued)


def _lines(cases: Sequence[CaseOnPaper], day: str) -> tuple[HouseOnList, ...]:
    return tuple(one.on_list(one.proposed(day)) for one in cases)


def posting_list(office: PaperOffice, one: PostingPaper) -> TextPaper:
    """The criteria and the list as they are posted: no illness, no telephone, ID numbers masked."""
    draft = one.draft
    criteria = [line for line in (draft.criteria or "").splitlines() if line.strip()]
    start, end = short_day(day_of(draft.posted_on)), short_day(day_of(one.ends_on))
    blocks: tuple[Block, ...] = (
        Text(filled(said.CRITERIA, criteria=criteria[0] if criteria else "")),
        *(texts(criteria[1:]) if criteria else (Dots(1),)),
        public_house_table(one.houses),
        Text(filled(said.POSTING_TIME, start=start, end=end, place=draft.place)),
        Text(filled(said.POSTING_REMARKS, office=office.body)),
    )
    issued_on = (one.issued.issued_on if one.issued else None) or draft.posted_on
    return TextPaper(
        said.POSTING_TITLE,
        blocks,
        office.head_of("TB", one.issued),
        under_title=(filled(said.POSTING_PROGRAMME, programme=one.programme),),
        signatures=(office.signature(issued_on or today().isoformat(), one.issued.signer if one.issued else ""),),
    )


def posting_end_minutes(office: PaperOffice, one: PostingPaper) -> TextPaper:
    """What was posted from when to when, which remarks came, and what became of them."""
    draft, closed = one.draft, day_of(one.closed_on)
    poster, witness = draft.poster or "", draft.witness or ""
    start, end = short_day(day_of(draft.posted_on)), short_day(day_of(one.ends_on))
    answered = sum(not remark.open for remark in one.remarks)
    counts = {"count": str(len(one.remarks)), "answered": str(answered)} if one.known else {"count": "", "answered": ""}
    listed = str(len(one.houses)) if one.houses else ""
    opening = said.POSTING_END_OPENING.replace("{day}", day_text(closed))
    lines = (
        filled(opening, place=draft.place),
        filled(said.POSTER, name=poster),
        filled(said.WITNESS, name=witness),
        filled(said.POSTING_END_FACTS, count=listed, start=start, end=end),
        filled(said.POSTING_END_REMARKS, **counts),
    )
    blocks: tuple[Block, ...] = (*texts(lines), *(() if one.known and not one.remarks else (_remark_table(one),)))
    return TextPaper(
        said.POSTING_END_TITLE,
        blocks,
        office.head_of("BB", one.issued),
        closing=said.POSTING_END_CLOSING,
        signatures=(Signature((said.SIGN_POSTER,), poster), Signature((said.SIGN_WITNESS,), witness)),
        recipients=said.RECIPIENTS_OF_MINUTES,
    )


def _remark_table(one: PostingPaper) -> Table:
    shares = (0.65, 1.6, 2.2, 1.5, 1.1)
    columns = tuple(Column(heading, share) for heading, share in zip(said.POSTING_END_COLUMNS, shares, strict=True))
    rows = tuple(
        (
            str(number),
            remark.head_name,
            remark.content,
            RECHECK_RESULTS.get(remark.recheck_result or "", ""),
            short_day(day_of(remark.answered_on)),
        )
        for number, remark in enumerate(one.remarks, start=1)
    )
    return Table(columns, rows or (("",) * len(columns),) * _EMPTY_REMARKS)


_Recheck = tuple[RemarkDraft | None, CaseOnPaper, IssuedText | None]


def _read_rechecks(session: Session, _office: PaperOffice, ids: Sequence[str]) -> list[_Recheck]:
    """A paper for each remark; for a case, one for each of its remarks, or one to fill in."""
    found: list[tuple[RemarkDraft | None, CaseOnPaper]] = []
    for one in ids:
        named = [one] if session.get(Remark, one) else sorted(line.id for line in remarks(session, case_id=one))
        drafts = [remark_draft(session, remark) for remark in named]
        found += [(draft, cases_on_paper(session, [draft.case_id])[0]) for draft in drafts]
        if not drafts:
            found.append((None, cases_on_paper(session, [one])[0]))
    about = [draft.id for draft, _case in found if draft and draft.id]
    issued = issued_texts(session, PaperKind.RECHECK_MINUTES, about)
    return [(draft, case, issued.get(draft.id or "") if draft else None) for draft, case in found]


def recheck_minutes(office: PaperOffice, recheck: _Recheck) -> TextPaper:
    """What the re-check of a remark found ("phúc tra")."""
    draft, one, issued = recheck
    remark = draft or RemarkDraft("", "", "")
    day: date | None = day_of(remark.rechecked_on)
    home = one.household
    checkers = [line.strip() for line in (remark.rechecked_by or "").splitlines() if line.strip()]
    lines = (
        said.RECHECK_OPENING.format(day=day_text(day)),
        *(filled(said.RECHECK_BY, name=name) for name in checkers or ["", ""]),
        filled(said.RECHECK_HOUSE, name=home.head_name, address=home.address),
        filled(said.REMARK, content=remark.content),
        filled(said.REMARK_FROM, sender=remark.sender or "", day=short_day(day_of(remark.received_on))),
        filled(said.RECHECK_FOUND, note=remark.recheck_note or ""),
        *(() if remark.recheck_note else (BLANK,)),
        filled(said.RECHECK_RESULT, result=RECHECK_RESULTS.get(remark.recheck_result or "", "")),
        filled(said.RECHECK_ANSWER, answer=remark.answer or "", day=short_day(day_of(remark.answered_on))),
    )
    return TextPaper(
        said.RECHECK_TITLE,
        texts(lines),
        office.head_of("BB", issued),
        closing=said.RECHECK_END,
        signatures=(
            Signature((said.SIGN_CHECKER,), checkers[0] if checkers else ""),
            Signature((said.SIGN_HOUSEHOLD,), home.head_name),
            Signature((said.SIGN_VILLAGE,), home.village_head),
        ),
        recipients=said.RECIPIENTS_OF_MINUTES,
    )


POSTING_FORMS: tuple[PaperForm, ...] = (
    PaperForm(
        PaperKind.RECHECK_MINUTES, About.REMARK, _read_rechecks, recheck_minutes, (None, CaseOnPaper(), None), True
    ),
    PaperForm(PaperKind.POSTING_LIST, About.POSTING, _read_list, posting_list, PostingPaper(), True),
    PaperForm(PaperKind.POSTING_END_MINUTES, About.POSTING, _read_end, posting_end_minutes, PostingPaper(), True),
)
