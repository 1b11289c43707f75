"""An office's plan as a draft, with its annex house by house ("có địa chỉ cụ thể", plan luong-son-2024)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from sqlalchemy.orm import Session

from app.campaigns.annex import AnnexHouse, annex_houses
from app.campaigns.day_words import due_words, task_words
from app.campaigns.deadlines import DeadlineLine, deadline_lines
from app.campaigns.facts import CampaignDetail
from app.campaigns.queries import campaign_detail, find_campaigns
from app.campaigns.standing_words import name_words, number_words
from app.campaigns.standings import targets_in_force
from app.documents.paper_tables import columns_of, list_table
from app.documents.sentences import filled
from app.documents.text_paper import Block, Look, Text, TextPaper
from app.office.queries import IssuedText, PaperOffice, issued_texts
from app.parsing import today
from app.plans.days import day_text
from app.wording import papers_campaigns as said
from app.wording.vocabulary import CATEGORIES, WORK_TYPES
from models.vocabulary import CampaignSection, PaperKind, WorkType

_EMPTY_ROWS = 10


@dataclass(frozen=True)
class DraftPlan:
    """A plan with its houses; all empty is the blank form."""

    plan: CampaignDetail | None = None
    houses: tuple[AnnexHouse, ...] = ()
    lines: tuple[DeadlineLine, ...] = ()
    issued: IssuedText | None = None


BLANK_PLAN = DraftPlan()


def draft_plans(session: Session, office: PaperOffice, ids: Sequence[str]) -> list[DraftPlan]:
    """The plans of these ids; where none of them is one, the form to fill in by hand."""
    known = {one.id for one in find_campaigns(session)}
    issued = issued_texts(session, PaperKind.DRAFT_PLAN, known)
    found = []
    for one in dict.fromkeys(ids):
        if one in known:
            plan = campaign_detail(session, one)
            lines = tuple(deadline_lines(session, plan, today().isoformat(), office.code))
            found.append(DraftPlan(plan, tuple(annex_houses(session, plan)), lines, issued.get(one)))
    return found or [BLANK_PLAN]


def draft_plan(office: PaperOffice, one: DraftPlan) -> TextPaper:
    """The plan; its annex lies on the long side of the sheet."""
    plan, issued = one.plan, one.issued
    bases = plan.texts_of(CampaignSection.LEGAL_BASIS) if plan else ()
    cited = [each.text or "" for each in bases] or ([plan.superior] if plan and plan.superior else [""])
    blocks: list[Block] = [Text(filled(said.PLAN_BASIS, text=text), Look.BASIS) for text in cited]
    blocks.append(Text(filled(said.PLAN_OPENING, office=office.body)))
    blocks += [*_goals(plan), *_work(plan), *_tasks(plan), *_deadlines(one)]
    signed_on = (issued.issued_on if issued else None) or today().isoformat()
    recipients = tuple(
        f"{each.successor or each.text};" for each in (plan.texts_of(CampaignSection.RECIPIENT) if plan else ())
    )
    return TextPaper(
        tuple(filled(text, name=(plan.name or "") if plan else "") for text in said.PLAN_TITLE),
        tuple(blocks),
        office.head_of("KH", issued),
        closing=filled(said.PLAN_CLOSING, office=office.body),
        signatures=(office.signature(signed_on, issued.signer if issued else ""),),
        recipients=_with_archive(recipients),
        annexes=(_annex(office, one),),
    )


def _with_archive(recipients: tuple[str, ...]) -> tuple[str, ...]:
    """The archive is named once, last ("Lưu: VT")."""
    archive = said.REMINDER_RECIPIENTS[-1]
    named = [one for one in recipients if one.startswith(archive.partition(":")[0])]
    return (*(one for one in recipients if one not in named), *(named or [archive]))


def _goals(plan: CampaignDetail | None) -> list[Block]:
    lines: list[Block] = [Text(said.PLAN_GOALS, Look.HEADING)]
    for target, _ in targets_in_force(plan, today().isoformat()) if plan else ():
        unit = plan.unit(target.unit_id) if plan else None
        wanted = number_words(Decimal(target.figure), target.measure, target.unit_text) if target.figure else ""
        text = said.PLAN_UNIT_TARGET if unit else said.PLAN_TARGET
        lines.append(Text(filled(text, name=name_words(target), unit=(unit.name or "") if unit else "", wanted=wanted)))
    return lines if len(lines) > 1 else [*lines, Text(filled(said.PLAN_TARGET, name="", wanted=""))]


def _work(plan: CampaignDetail | None) -> list[Block]:
    groups = ", ".join(CATEGORIES.get(one, one) for one in plan.categories) if plan else ""
    works = ", ".join(WORK_TYPES.get(one, one) for one in plan.work_types) if plan else ""
    lines = [filled(said.PLAN_GROUPS, names=groups), filled(said.PLAN_WORKS, names=works)]
    if plan is None or plan.principle:
        lines.append(filled(said.PLAN_PRINCIPLE, text=(plan.principle or "") if plan else ""))
    if plan is not None and plan.motto:
        lines.append(filled(said.PLAN_MOTTO, text=plan.motto))
    return [Text(said.PLAN_WORK, Look.HEADING), *(Text(one) for one in lines)]


def _tasks(plan: CampaignDetail | None) -> list[Block]:
    rows = [
        (str(place), one.text or "", one.lead or one.person or "", one.cooperating or "", day_text(one.due))
        for place, one in enumerate(plan.tasks if plan else (), start=1)
    ]
    columns = columns_of(said.PLAN_TASK_COLUMNS, (0.5, 3, 1.6, 1.6, 1.2), "cllll")
    return [Text(said.PLAN_WHO, Look.HEADING), list_table(columns, rows, empty_rows=_EMPTY_ROWS // 2)]


def _deadlines(one: DraftPlan) -> list[Block]:
    plan = one.plan
    period = " – ".join(filter(None, (day_text(plan.starts_on), day_text(plan.ends_on)))) if plan else ""
    rows = [
        (str(place), task_words(line), due_words(line), _ways(line)) for place, line in enumerate(one.lines, start=1)
    ]
    columns = columns_of(said.PLAN_DEADLINE_COLUMNS, (0.5, 3, 1.8, 2), "clll")
    head = [Text(said.PLAN_DEADLINES, Look.HEADING), Text(filled(said.PLAN_PERIOD, period=period))]
    return [*head, list_table(columns, rows, empty_rows=3)]


def _ways(line: DeadlineLine) -> str:
    return "; ".join(filter(None, (line.deadline.addressees, line.deadline.through)))


def _annex(office: PaperOffice, one: DraftPlan) -> TextPaper:
    rows = [
        (
            str(place),
            each.house.head_name,
            each.house.village,
            CATEGORIES.get(each.house.category or "", ""),
            WORK_TYPES.get(each.house.work_type or "", ""),
            "; ".join(each.sources),
            "; ".join(each.given_by),
            day_text(each.planned_start),
            day_text(each.planned_finish),
            each.responsible or "",
        )
        for place, each in enumerate(one.houses, start=1)
    ]
    works = [each.house.work_type for each in one.houses]
    count = {
        "count": len(rows),
        "new_build": works.count(WorkType.NEW_BUILD.value),
        "repair": works.count(WorkType.REPAIR.value),
    }
    shares = (0.5, 1.7, 1.3, 1.2, 1, 1.5, 1.5, 1.1, 1.1, 1.4)
    blocks: list[Block] = [
        list_table(columns_of(said.ANNEX_COLUMNS, shares, "clllllllll"), rows, empty_rows=_EMPTY_ROWS)
    ]
    if one.plan is not None:
        blocks.append(Text(said.ANNEX_COUNT.format(**count), Look.NOTE))
    under = (filled(said.ANNEX_UNDER, office=office.body),)
    return TextPaper(said.ANNEX_TITLE, tuple(blocks), under_title=under, wide=True)
