"""What a posting says of gifts: every line with its day and sum; names only where allowed, no phone, no account."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.orm import Session

from app.giving.facts import GiftRow
from app.giving.queries import from_givers, gifts, shown_donor
from models.giving import Donor, DrivePerson
from models.ledger import Contribution


@dataclass(frozen=True)
class PostedGift:
    """A line of a statement for posting; `name` as it may be shown, `gift` the line itself without who gave it."""

    name: str
    named: bool
    gift: GiftRow


def posted_gifts(
    session: Session, drive_id: str | None = None, *, since: str | None = None, until: str | None = None
) -> list[PostedGift]:
    """The lines of a drive (None: the whole book) from a day to a day, by day. A line and the one that takes it back
    both stand, so that the sums are those of the book.
    """
    conditions = [from_givers() if drive_id is None else Contribution.drive_id == drive_id]
    if since is not None:
        conditions.append(Contribution.given_on >= since)
    if until is not None:
        conditions.append(Contribution.given_on <= until)
    allowed = _allowed(session)
    lines = sorted(gifts(session, *conditions), key=lambda one: (one.given_on or "", one.id))
    return [_posted(one, allowed) for one in lines]


def _posted(gift: GiftRow, allowed: set[str]) -> PostedGift:
    named = bool(gift.donor_name) and ((gift.person_id or gift.donor_id) in allowed)
    return PostedGift(shown_donor(gift.donor_name, may_name=named), named, gift)


def _allowed(session: Session) -> set[str]:
    """The donors and people of drives who may be named."""
    found: set[str] = set()
    for kind in (Donor, DrivePerson):
        rows = session.query(kind.id).where(kind.row_out.is_(False), kind.may_name.is_(True))
        found |= {row.id for row in rows}
    return found
