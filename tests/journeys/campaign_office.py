"""What the journeys of the five plans share: offices, plans by code, houses in bulk, deadlines and quotas by name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from app.actions import Action
from app.awards.facts import QuotaLine
from app.awards.queries import quota_lines
from app.campaigns.deadlines import DeadlineLine
from app.campaigns.facts import CampaignDetail
from app.campaigns.queries import campaign_detail, campaign_named, campaign_standings, deadline_lines
from app.campaigns.standings import Standing, Standings
from app.construction.drafts import AcceptanceDraft
from app.construction.operations import accept
from app.handover.drafts import HandoverDraft
from app.handover.operations import hand_over
from app.office.drafts import OfficeDraft
from app.support.drafts import CaseDraft, DecisionDraft
from app.support.operations import approve, write_new_cases
from app.workspace import Workspace
from models.base import new_id
from models.household import Household
from models.vocabulary import Category, Gender, Level, Part, WorkType
from tests.make import FUND
from tests.offices import set_up


@contextmanager
def office(folder: Path, level: Level, code: str, name: str, province: str, **more: str) -> Iterator[Workspace]:
    """A new office in a folder of its own."""
    draft = OfficeDraft(
        level=level,
        code=code,
        name=name,
        province=province,
        person="Lò Thị Hoa",
        position="Công chức",
        device_name="Máy văn phòng",
        **more,  # type: ignore[arg-type]
    )
    workspace = set_up(folder / f"Dữ liệu {name}", draft)
    yield workspace
    workspace.close()


def plan_of(workspace: Workspace, code: str) -> CampaignDetail:
    """A plan with its parts, as it is here now."""
    with workspace.read() as session:
        return campaign_detail(session, campaign_named(session, code).id)


def unit_id(plan: CampaignDetail, code: str) -> str:
    """The unit of the plan with this code."""
    return next(one.id for one in plan.units if one.code == code)


def form_id(plan: CampaignDetail, code: str) -> str:
    """The form of award with this code."""
    return next(one.id for one in plan.forms if one.code == code)


def deadline_id(plan: CampaignDetail, code: str) -> str:
    """The deadline with this code."""
    return next(one.id for one in plan.deadlines if one.code == code)


def lines_on(workspace: Workspace, plan: CampaignDetail, day: str) -> dict[str, DeadlineLine]:
    """How every deadline of a plan stands on a day, by its code (a repeated one: code and period)."""
    with workspace.read() as session:
        found = deadline_lines(session, plan_of(workspace, plan.code or ""), day, workspace.author.office)
    return {" ".join(filter(None, (one.deadline.code, one.period))): one for one in found}


def standings_on(workspace: Workspace, code: str, day: str) -> Standings:
    """The standings of a plan on a day."""
    with workspace.read() as session:
        plan = campaign_detail(session, campaign_named(session, code).id)
        return campaign_standings(session, plan, day, workspace.author.office)


def standing(found: Standings, measure: str, *, unit: str | None = None, period: str | None = None) -> Standing:
    """The line of a measure, of a unit (by its name) or of the whole."""
    return next(
        one
        for one in found.lines
        if one.target.measure == measure
        and (one.unit.name if one.unit else None) == unit
        and (period is None or one.target.period == period)
    )


def quotas_of(workspace: Workspace, plan: CampaignDetail) -> list[QuotaLine]:
    """The quotas of a plan as they are here now."""
    with workspace.read() as session:
        return quota_lines(session, plan.id)


def make_houses(
    workspace: Workspace,
    names: Sequence[str],
    *,
    category: Category = Category.POOR,
    work_type: WorkType = WorkType.NEW_BUILD,
    programme: str = FUND,
    village_id: str | None = None,
) -> tuple[str, ...]:
    """Households with a request each, written in bulk; the ids of their cases in the order of the names."""
    given = {
        "gender": Gender.MALE.value,
        "birth": "1972",
        "category": category.value,
        "commune_code": workspace.author.office,
        "member_count": 4,
        "village_id": village_id,
    }
    with workspace.change(Action.SAVE_HOUSEHOLD) as change:
        homes = {new_id(): one for one in names}
        change.recorder.record_many([(Household, {"id": key, "head_name": one, **given}) for key, one in homes.items()])
        cases = write_new_cases(change.recorder, [CaseDraft(key, programme, work_type.value) for key in homes])
    return tuple(cases)


def finish(workspace: Workspace, cases: Sequence[str], day: str, *, decided: str, number: str = "45/QĐ-UBND") -> None:
    """The houses are decided, accepted and handed over."""
    approve(workspace, DecisionDraft(number, decided, tuple(cases), amount=50_000_000))
    accept(workspace, [AcceptanceDraft(one, day, "36", frozenset(Part)) for one in cases])
    hand_over(workspace, [HandoverDraft(one, day) for one in cases])
