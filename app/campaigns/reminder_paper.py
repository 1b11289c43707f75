"""The letter that reminds a late unit of its reports (đôn đốc); number and day dotted until văn thư gave them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.campaigns.day_words import due_words, task_words
from app.campaigns.deadlines import DeadlineLine, deadline_lines
from app.campaigns.facts import CampaignDetail, UnitRow
from app.campaigns.queries import campaign_detail
from app.documents.paper_tables import columns_of, list_table
from app.documents.parts import Letterhead
from app.documents.sentences import day_of, filled
from app.documents.text_paper import Text, TextPaper
from app.office.queries import IssuedText, PaperOffice, issued_texts
from app.parsing import today
from app.plans.days import day_text
from app.wording import papers_campaigns as said
from models.campaign import CampaignUnit
from models.vocabulary import PaperKind

#: A reminded unit is given so many days.
_GRACE = 3
_EMPTY_ROWS = 3


@dataclass(frozen=True)
class Reminder:
    """A late unit and what it owes; all empty is the blank form."""

    plan: CampaignDetail | None = None
    unit: UnitRow | None = None
    lines: tuple[DeadlineLine, ...] = ()
    issued: IssuedText | None = None


BLANK_REMINDER = Reminder()


def reminders(session: Session, office: PaperOffice, ids: Sequence[str]) -> list[Reminder]:
    """A letter for each unit of these ids that is late; where none is, the form to fill in by hand."""
    query = select(CampaignUnit.id, CampaignUnit.campaign_id).where(CampaignUnit.id.in_(list(ids)))
    campaigns = {row.id: row.campaign_id for row in session.execute(query) if row.campaign_id}
    issued = issued_texts(session, PaperKind.REMINDER_LETTER, campaigns)
    known: dict[str, tuple[CampaignDetail, list[DeadlineLine]]] = {}
    found = []
    for one in dict.fromkeys(ids):
        campaign = campaigns.get(one)
        if campaign is None:
            continue
        if campaign not in known:
            plan = campaign_detail(session, campaign)
            known[campaign] = (plan, deadline_lines(session, plan, today().isoformat(), office.code))
        plan, lines = known[campaign]
        owed = tuple(line for line in lines if any(cell.unit and cell.unit.id == one for cell in line.late))
        if owed:
            found.append(Reminder(plan, plan.unit(one), owed, issued.get(one)))
    return found or [BLANK_REMINDER]


def named(plan: CampaignDetail | None) -> str:
    """A plan as a letter cites it: "Kế hoạch số 12/KH-UBND ngày 05/11/2024 của ..."."""
    if plan is None:
        return ""
    return plan.name or plan.shown


def _head(office: PaperOffice, issued: IssuedText | None) -> Letterhead:
    """A letter's number has no kind before the office ("Số: 12/UBND"); dotted until văn thư gave it."""
    number = issued.number if issued and issued.number else f"/{office.symbol('').lstrip('-')}"
    return office.head("", number, day_of(issued.issued_on) if issued else None)


def _addressed(unit: UnitRow | None, day: str) -> str:
    """Whom the letter goes to: the unit, or who came in its place."""
    if unit is None or not unit.successor or not unit.valid_to or unit.valid_to >= day:
        return (unit.name or "") if unit else ""
    return said.SUCCESSOR.format(name=unit.successor, former=unit.name)


def reminder_letter(office: PaperOffice, one: Reminder) -> TextPaper:
    """The letter to one unit."""
    day = today()
    unit = _addressed(one.unit, day.isoformat())
    rows = [
        (
            str(place),
            task_words(line),
            due_words(line),
            str(-(line.days_left or 0)),
            line.deadline.through or "",
        )
        for place, line in enumerate(one.lines, start=1)
    ]
    told = {"office": office.body, "unit": unit, "plan": named(one.plan)}
    shown = day_text(day.isoformat()) if one.plan else ""
    until = day_text((day + timedelta(days=_GRACE)).isoformat()) if one.plan else ""
    columns = columns_of(said.REMINDER_COLUMNS, (0.5, 2.8, 1.7, 0.8, 1.4), "cllcl")
    signed_on = (one.issued.issued_on if one.issued else None) or day.isoformat()
    return TextPaper(
        said.REMINDER_TITLE,
        (
            Text(filled(said.REMINDER_TEXT, day=shown, **told)),
            list_table(columns, rows, empty_rows=_EMPTY_ROWS),
            Text(filled(said.REMINDER_END, until=until, **told)),
        ),
        _head(office, one.issued),
        addressees=(filled("{unit}", unit=unit),),
        closing=said.REMINDER_CLOSING,
        signatures=(office.signature(signed_on, one.issued.signer if one.issued else ""),),
        recipients=said.REMINDER_RECIPIENTS,
    )
