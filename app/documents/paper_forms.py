"""What a kind of paper is: what it is about, how its values are read, how they become a text paper."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy.orm import Session

from app.documents.text_paper import TextPaper
from models.vocabulary import PaperKind, Status


class About(StrEnum):
    """What a paper is about: its ids are ids of these."""

    CASE = "case"
    MEETING = "meeting"
    POSTING = "posting"
    REMARK = "remark"
    SUBMISSION = "submission"
    DECISION = "decision"
    CONTRIBUTION = "contribution"
    DONOR = "donor"
    SOURCE = "source"
    DRIVE = "drive"
    PAYMENT = "payment"
    PAYMENT_DAY = "payment_day"
    GOODS_HANDOVER = "goods_handover"
    BOOK = "book"
    PARTICIPANT = "participant"
    NOMINATION = "nomination"
    AWARD_MEETING = "award_meeting"
    CEREMONY = "ceremony"
    CAMPAIGN = "campaign"
    CAMPAIGN_UNIT = "campaign_unit"
    CAMPAIGN_TASK = "campaign_task"


#: The id of the whole book of lines, for papers about `About.BOOK`; a month ("2026-11"), a source, a drive is a part.
WHOLE_BOOK = "*"


@dataclass(frozen=True)
class PaperForm:
    """A kind of text paper.

    `read(session, office, ids)` gives the values of each paper, `draw(office, values)` makes the paper of them, and
    `empty` are the values of the blank form; `office` is `office.queries.PaperOffice`. A form about something else than
    a case takes ids of cases too: one draft over these houses. `statuses`: the houses that `--all` means (none: all on
    the road). `office_text`: a text of the office that gets its number, day and signer afterwards.
    """

    kind: PaperKind
    about: About
    read: Callable[[Session, Any, Sequence[str]], Sequence[Any]]
    draw: Callable[[Any, Any], TextPaper]
    empty: Any
    office_text: bool = False
    statuses: frozenset[Status] = frozenset()

    def blank(self, office: Any) -> TextPaper:
        """The blank form."""
        return self.draw(office, self.empty)

    def fill(self, session: Session, office: Any, ids: Sequence[str]) -> list[TextPaper]:
        """The papers about these ids, in their order."""
        return [self.draw(office, one) for one in self.read(session, office, ids)]
