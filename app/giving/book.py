"""The book of gifts as it is shown: every line with the name of what it was given for, the newest first."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.orm import Session

from app.funding.queries import sources
from app.giving.facts import GiftRow
from app.giving.queries import drives, from_givers, gifts, heads_of_cases


@dataclass(frozen=True)
class BookRow:
    """A line of the book; `standing`: it is neither taken back nor the line that takes one back."""

    gift: GiftRow
    target: str
    standing: bool = True

    @property
    def value(self) -> int:
        """The value put on goods and work, in đồng."""
        return self.gift.amount - self.gift.money


def book_rows(session: Session) -> list[BookRow]:
    """The whole book, the newest line first."""
    lines = gifts(session, from_givers())
    taken_back = {one.reverses_id for one in lines}
    names = {one.id: one.name for one in sources(session)} | {one.id: one.name for one in drives(session)}
    names |= heads_of_cases(session, [one.case_id for one in lines if one.case_id])
    return [
        BookRow(
            one,
            names.get(one.case_id or one.drive_id or one.source_id or "", ""),
            one.reverses_id is None and one.id not in taken_back,
        )
        for one in reversed(lines)
    ]
