"""Publicity and inspections, and awards, of one campaign or of all."""

from __future__ import annotations

from collections import Counter

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.awards.queries import meetings, nominations
from app.campaigns.queries import ActivityRow, CampaignRow, campaign_named, find_campaigns, publicity, visits
from app.reports.asked import Asked
from app.reports.report_value import Cell, Counted, Kind, Report, ReportColumn, ReportTable, report_table
from app.wording import report_texts as words
from app.wording import reports
from app.wording.awards import DOSSIER_STATES
from app.wording.vocabulary import ACTIVITY_KINDS, AWARD_OBJECTS
from models.award import Nomination, Participant
from models.movement import Activity


def chosen_campaigns(session: Session, code: str | None) -> list[CampaignRow]:
    """The campaign of a code, or all. Raises `Refused`."""
    return [campaign_named(session, code)] if code else find_campaigns(session)


def activities_report(session: Session, asked: Asked) -> Report:
    """Publicity, visits and what came of them, by day."""
    chosen = chosen_campaigns(session, asked.campaign)
    told = [(plan, one) for plan in chosen for one in publicity(session, plan.id)]
    seen = [(plan, one) for plan in chosen for one in visits(session, plan.id)]
    tables = (publicity_table([one for _, one in told]), visits_table([one for _, one in seen], asked.as_of))
    query = select(func.count()).select_from(Activity).where(Activity.row_out.is_(False))
    if asked.campaign:
        query = query.where(Activity.campaign_id == chosen[0].id)
    stored = session.scalar(query) or 0
    return Report(
        "activities",
        reports.NAMES["activities"],
        asked.as_of,
        tables,
        _said_campaign(chosen, asked),
        counted=(Counted(words.ACTIVITIES_COUNTED, len(told) + len(seen), stored),),
        unit=asked.unit,
    )


def _said_campaign(chosen: list[CampaignRow], asked: Asked) -> tuple[tuple[str, str], ...]:
    return ((reports.CAMPAIGN, chosen[0].shown),) if asked.campaign else ()


def publicity_table(rows: list[ActivityRow]) -> ReportTable:
    """Articles, broadcasts, sessions, examples, initiatives."""
    columns = [
        ReportColumn("ordinal", reports.ORDINAL, width=5, summed=False),
        ReportColumn("day", words.DAY, Kind.DAY, 12),
        ReportColumn("kind", words.KIND, Kind.TEXT, 20),
        ReportColumn("title", words.CONTENT, Kind.TEXT, 40),
        ReportColumn("unit", words.BY_WHOM, Kind.TEXT, 22),
        ReportColumn("channel", words.CHANNEL, Kind.TEXT, 20),
        ReportColumn("minutes", words.MINUTES, width=10),
        ReportColumn("reach", words.REACH, width=12),
        ReportColumn("recognised", words.RECOGNISED, Kind.TEXT, 18),
    ]
    lines: list[dict[str, Cell]] = [
        {
            "day": one.happened_on,
            "kind": ACTIVITY_KINDS.get(one.kind, one.kind),
            "title": one.title,
            "unit": one.unit or one.office,
            "channel": " ".join(filter(None, (one.channel, one.link))),
            "minutes": one.minutes,
            "reach": one.reach,
            "recognised": one.recognised_by,
        }
        for one in reversed(rows)
    ]
    return report_table(words.PUBLICITY, columns, lines, label=reports.TOTAL, empty=words.NO_PUBLICITY)


def visits_table(rows: list[ActivityRow], day: str) -> ReportTable:
    """Inspections, supervision, social criticism: what was found, who mends it by when, whether it is mended."""
    columns = [
        ReportColumn("ordinal", reports.ORDINAL, width=5, summed=False),
        ReportColumn("day", words.DAY, Kind.DAY, 12),
        ReportColumn("kind", words.KIND, Kind.TEXT, 16),
        ReportColumn("title", words.CONTENT, Kind.TEXT, 28),
        ReportColumn("schemes", words.SCHEMES, Kind.TEXT, 20),
        ReportColumn("findings", words.FINDINGS, Kind.TEXT, 34),
        ReportColumn("mend_by", words.MEND_BY, Kind.TEXT, 20),
        ReportColumn("mend_on", words.MEND_ON, Kind.DAY, 12),
        ReportColumn("mended", words.MENDED, Kind.TEXT, 14),
    ]
    lines: list[dict[str, Cell]] = [
        {
            "day": one.happened_on,
            "kind": ACTIVITY_KINDS.get(one.kind, one.kind),
            "title": one.title or one.household,
            "schemes": one.schemes,
            "findings": one.findings,
            "mend_by": one.mend_by,
            "mend_on": one.mend_on,
            "mended": _mended(one, day),
        }
        for one in reversed(rows)
    ]
    return report_table(words.VISITS, columns, lines, empty=words.NO_VISITS)


def _mended(one: ActivityRow, day: str) -> str:
    if one.mended_on:
        return words.MENDED_ON.format(day=f"{one.mended_on[8:10]}/{one.mended_on[5:7]}/{one.mended_on[:4]}")
    if one.unmended(day):
        return words.NOT_MENDED_IN_TIME
    return words.NOT_MENDED if one.mend_on else ""


def awards_report(session: Session, asked: Asked) -> Report:
    """Who was proposed for what, the votes, where the dossier is, what was decided; and the counts by form."""
    chosen = chosen_campaigns(session, asked.campaign)
    names = {one.id: one.shown for one in chosen}
    found = [one for plan in chosen for one in nominations(session, plan.id)]
    by_form = Counter((one.form, one.participant.kind, one.state.value) for one in found)
    lines: list[dict[str, Cell]] = [
        {
            "name": one.participant.name,
            "object": AWARD_OBJECTS.get(one.participant.kind, one.participant.kind),
            "unit": one.participant.unit or words.OUTSIDE if one.participant.outside else one.participant.unit,
            "form": one.form,
            "campaign": names.get(one.participant.campaign_id, ""),
            "votes": f"{one.agree}/{one.agree + (one.disagree or 0) + (one.abstain or 0)}" if one.agree is not None
            else "",
            "state": DOSSIER_STATES[one.state.value],
            "decision": " ".join(filter(None, (one.decision_number, _day(one.decided_on)))),
        }
        for one in found
    ]  # fmt: skip
    counts: list[dict[str, Cell]] = []
    for form, kind in dict.fromkeys((form, kind) for form, kind, _ in by_form):
        states = {state: by_form[form, kind, state] for state in DOSSIER_STATES}
        own: dict[str, Cell] = {"form": form, "object": AWARD_OBJECTS.get(kind, kind), "all": sum(states.values())}
        counts.append(own | {"granted": states["granted"], "refused": states["not_granted"]})
    table = report_table(words.NOMINATIONS, _award_columns(), lines, empty=words.NO_NOMINATIONS)
    summary = report_table(
        words.AWARDS_BY_FORM, _summary_columns(), counts, label=reports.TOTAL, empty=words.NO_NOMINATIONS
    )
    query = select(func.count()).select_from(Nomination).join(Participant, Participant.id == Nomination.participant_id)
    query = query.where(Nomination.row_out.is_(False), Participant.row_out.is_(False))
    if asked.campaign:
        query = query.where(Participant.campaign_id == chosen[0].id)
    held = sum(len(meetings(session, plan.id)) for plan in chosen)
    return Report(
        "awards",
        reports.NAMES["awards"],
        asked.as_of,
        (summary, table),
        _said_campaign(chosen, asked),
        notes=(words.MEETINGS_HELD.format(count=held),) if held else (),
        counted=(Counted(words.NOMINATIONS_COUNTED, len(found), session.scalar(query) or 0),),
        unit=asked.unit,
    )


def _summary_columns() -> list[ReportColumn]:
    return [
        ReportColumn("ordinal", reports.ORDINAL, width=5, summed=False),
        ReportColumn("form", words.FORM, Kind.TEXT, 44),
        ReportColumn("object", words.OBJECT, Kind.TEXT, 16),
        ReportColumn("all", words.PROPOSED, width=12),
        ReportColumn("granted", words.GRANTED, width=12),
        ReportColumn("refused", words.NOT_GRANTED, width=14),
    ]


def _award_columns() -> list[ReportColumn]:
    return [
        ReportColumn("ordinal", reports.ORDINAL, width=5, summed=False),
        ReportColumn("name", words.NOMINEE, Kind.TEXT, 28),
        ReportColumn("object", words.OBJECT, Kind.TEXT, 12),
        ReportColumn("unit", words.UNIT, Kind.TEXT, 20),
        ReportColumn("form", words.FORM, Kind.TEXT, 30),
        ReportColumn("campaign", reports.CAMPAIGN, Kind.TEXT, 22),
        ReportColumn("votes", words.VOTES, Kind.TEXT, 10),
        ReportColumn("state", words.STATE, Kind.TEXT, 16),
        ReportColumn("decision", words.DECISION, Kind.TEXT, 20),
    ]


def _day(day: str | None) -> str:
    return f"{day[8:10]}/{day[5:7]}/{day[:4]}" if day and len(day) == 10 else (day or "")
