"""What somebody achieved in a campaign: told by the records, each line with where it stands, and noted by hand.

Nothing is typed twice: gifts come from the book of gifts and the drives, houses from the campaign's count, reports from
its deadlines.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.awards.facts import AchievementRow, ParticipantRow
from app.awards.known import CampaignRecords
from app.campaigns.queries import first_day
from app.documents.words import date_text, decimal_text, money_text
from app.giving.queries import GiftRow, drive_figures, drives, gifts
from app.wording import awards as words
from models.award import Achievement
from models.giving import Drive
from models.ledger import Contribution
from models.vietnamese import fold
from models.vocabulary import AwardObject, ContributionKind


def achievements(session: Session, who: ParticipantRow, known: CampaignRecords | None = None) -> list[AchievementRow]:
    """All of somebody's achievements: what the records tell first. Raises `Refused` when the campaign is gone.

    `known` are the campaign's records where they were read before.
    """
    return [*computed(session, who, known), *noted(session, who.id)]


def noted(session: Session, participant_id: str) -> list[AchievementRow]:
    """What was noted by hand, in the order of writing."""
    query = select(Achievement).where(Achievement.participant_id == participant_id, Achievement.row_out.is_(False))
    return [
        AchievementRow(
            row.text or "",
            row.evidence or "",
            row.id,
            row.version,
            Decimal(row.figure) if row.figure else None,
            row.unit_text,
            row.noted_on,
        )
        for row in session.scalars(query.order_by(Achievement.id))
    ]


def computed(session: Session, who: ParticipantRow, known: CampaignRecords | None = None) -> list[AchievementRow]:
    """What the records tell of somebody: houses, reports, gifts, days of work."""
    records = known or CampaignRecords(session, who.campaign_id)
    return [one for tell in _TELLERS for one in tell(records, who)]


def _told(text: str, evidence: str, figure: Decimal | int | None = None, unit: str | None = None) -> AchievementRow:
    figure = None if figure is None else Decimal(figure)
    return AchievementRow(text, evidence, figure=figure, unit_text=unit, computed=True)


# Houses


def _houses(known: CampaignRecords, who: ParticipantRow) -> Iterable[AchievementRow]:
    """The houses of a unit against its target, those in time among them."""
    if who.unit_id is None or who.kind != AwardObject.COLLECTIVE:
        return
    done, in_time = known.houses_of(who.unit_id)
    if not done:
        return
    target = known.targets.get(who.unit_id)
    text = words.HOUSES_DONE if target is None else words.HOUSES_OF_TARGET
    yield _told(text.format(done=done, in_time=in_time, target=decimal_text(target or 0)), words.OF_HOUSES, done)


def _own_house(known: CampaignRecords, who: ParticipantRow) -> Iterable[AchievementRow]:
    """A household's own house."""
    if who.household_id is None:
        return
    for one in known.houses.houses:
        day = one.done_on(known.plan.counts_when)
        if one.household_id == who.household_id and day:
            yield _told(words.HOUSE_DONE.format(day=date_text(date.fromisoformat(day))), words.OF_HOUSES)


# Reports


def _reports(known: CampaignRecords, who: ParticipantRow) -> Iterable[AchievementRow]:
    """The reports of a unit."""
    if who.unit_id is None or who.kind != AwardObject.COLLECTIVE:
        return
    in_time, due = known.in_time(who.unit_id)
    if in_time:
        yield _told(words.REPORTS_IN_TIME.format(due=due, in_time=in_time), words.OF_REPORTS, in_time)


# Gifts


def _gifts(known: CampaignRecords, who: ParticipantRow) -> Iterable[AchievementRow]:
    """What a donor gave in the campaign's time; what came before it apart, where the plan counts that too."""
    if who.donor_id is None:
        return
    given = gifts(known.session, Contribution.donor_id == who.donor_id)
    begin = first_day(known.plan.starts_on) if known.plan.starts_on else ""
    during = [one for one in given if (one.given_on or "") >= begin]
    yield from _given(during)
    earlier = sum(one.money for one in given if (one.given_on or "") < begin)
    if known.plan.earlier_gifts and earlier:
        yield _told(words.GAVE_MONEY_EARLIER.format(amount=money_text(earlier)), words.OF_GIFTS, earlier)


def _given(given: Iterable[GiftRow]) -> Iterable[AchievementRow]:
    given = list(given)
    money = sum(one.money for one in given)
    goods = sum(one.amount for one in given if one.kind == ContributionKind.GOODS)
    days = sum((one.days for one in given), Decimal(0))
    if money:
        yield _told(words.GAVE_MONEY.format(amount=money_text(money)), words.OF_GIFTS, money)
    if goods:
        yield _told(words.GAVE_GOODS.format(amount=money_text(goods)), words.OF_GIFTS, goods)
    if days:
        yield _told(words.GAVE_DAYS.format(days=decimal_text(days)), words.OF_GIFTS, days)


def _drives(known: CampaignRecords, who: ParticipantRow) -> Iterable[AchievementRow]:
    """What a person or a department gave in the drives of the campaign, found by name."""
    if who.kind == AwardObject.HOUSEHOLD or who.donor_id:
        return
    of_campaign: Any = select(Drive.id).where(Drive.campaign_id == known.campaign_id, Drive.row_out.is_(False))
    own, name = set(known.session.scalars(of_campaign)), fold(who.name)
    for drive in drives(known.session):
        if drive.id not in own:
            continue
        people = drive_figures(known.session, drive.id).people
        if who.kind == AwardObject.COLLECTIVE:
            amount = sum(one.given for one in people if fold(one.department) == name)
        else:
            amount = sum(one.given for one in people if fold(one.name) == name)
        if amount:
            text = words.GAVE_MONEY.format(amount=money_text(amount))
            yield _told(text, words.OF_DRIVE.format(name=drive.name), amount)


_TELLERS: tuple[Callable[[CampaignRecords, ParticipantRow], Iterable[AchievementRow]], ...] = (
    _houses,
    _own_house,
    _reports,
    _gifts,
    _drives,
)
