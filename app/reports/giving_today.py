"""What waits in the book of gifts for the first page: late promises, wrap-ups of drives, how far drives are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from app.documents.words import date_text
from app.giving.queries import drive_figures, drives, drives_to_report, late_pledges


@dataclass(frozen=True)
class Waiting:
    """Something that waits: a kind of `app.wording.today.DUE`, how many, the values of its sentence, whether late."""

    kind: str
    count: int
    values: dict[str, object]
    late: bool


@dataclass(frozen=True)
class DriveLine:
    """How far a drive is; amounts in đồng."""

    id: str
    name: str
    people: int
    gave: int
    expected: int
    collected: int
    in_hand: int
    report_on: str | None


def waiting_gifts(session: Session, day: str) -> Iterator[Waiting]:
    """Late promises and drives to be wrapped up, compared with a day."""
    late = len(late_pledges(session))
    if late:
        yield Waiting("pledges_late", late, {}, late=True)
    for one in drives_to_report(session):
        due = one.report_on or ""
        values: dict[str, object] = {"name": one.name, "day": date_text(date.fromisoformat(due))}
        yield Waiting("drive_report", 1, values, late=due < day)


def drive_lines(session: Session) -> list[DriveLine]:
    """Every drive with its sums, in the order in which they were made."""
    return [_line(session, one.id) for one in drives(session)]


def _line(session: Session, drive_id: str) -> DriveLine:
    found = drive_figures(session, drive_id)
    drive, people = found.drive, found.people
    gave = sum(1 for one in people if one.gave)
    return DriveLine(
        drive.id, drive.name, len(people), gave, found.expected, found.collected, found.in_hand, drive.report_on
    )
