"""What a form or a command hands in about what happens under a campaign. Days are ISO text."""

from __future__ import annotations

from dataclasses import dataclass

from models.vocabulary import ActivityKind, UnitReportKind


@dataclass(frozen=True)
class UnitReportDraft:
    """A plan, report or wrap-up of a unit (none: the office's own) that was made, and sent once `sent_on` is noted."""

    campaign_id: str
    deadline_id: str | None = None
    unit_id: str | None = None
    kind: str = UnitReportKind.REPORT.value
    period: str | None = None
    number: str | None = None
    made_on: str | None = None
    sent_on: str | None = None
    note: str | None = None
    id: str | None = None
    version: int | None = None


@dataclass(frozen=True)
class RequestDraft:
    """Somebody asked for what is due on request, and may have named a day."""

    campaign_id: str
    deadline_id: str
    made_on: str
    due_on: str | None = None
    number: str | None = None
    note: str | None = None


@dataclass(frozen=True)
class TaskResultDraft:
    """What came of a task, with the evidence; done once `done_on` is noted."""

    campaign_id: str
    task_id: str
    result: str
    evidence: str | None = None
    done_on: str | None = None
    unit_id: str | None = None
    id: str | None = None
    version: int | None = None


@dataclass(frozen=True)
class TargetFigureDraft:
    """The value of a target that records cannot give; `figure` is decimal text."""

    campaign_id: str
    target_id: str
    figure: str
    source: str
    noted_on: str
    id: str | None = None
    version: int | None = None


@dataclass(frozen=True)
class HandDownDraft:
    """A target of a unit given or changed by decision; it replaces the earlier one of unit, measure and period."""

    campaign_id: str
    unit_id: str | None
    measure: str
    figure: str
    decided_on: str
    decision_number: str | None = None
    period: str | None = None
    name: str | None = None
    unit_text: str | None = None
    compare: str | None = None
    note: str | None = None


@dataclass(frozen=True)
class ActivityDraft:
    """Publicity, a visit, an initiative or a model example; which fields a kind has: models.movement.Activity."""

    campaign_id: str
    title: str
    kind: str = ActivityKind.ARTICLE.value
    happened_on: str | None = None
    unit_id: str | None = None
    household_id: str | None = None
    content: str | None = None
    channel: str | None = None
    link: str | None = None
    minutes: int | None = None
    reach: int | None = None
    people: str | None = None
    schemes: str | None = None
    findings: str | None = None
    mend_by: str | None = None
    mend_on: str | None = None
    mended_on: str | None = None
    recognised_by: str | None = None
    note: str | None = None
    id: str | None = None
    version: int | None = None


@dataclass(frozen=True)
class PetitionDraft:
    """An obstacle or a proposal, about a household or in general."""

    campaign_id: str
    content: str
    raised_on: str | None = None
    proposal: str | None = None
    addressee: str | None = None
    household_id: str | None = None
    settled_on: str | None = None
    id: str | None = None
    version: int | None = None


@dataclass(frozen=True)
class AnswerDraft:
    """The answer to a petition, by the office above or as it came to this one."""

    petition_id: str
    answer: str
    answered_on: str
    answered_by: str | None = None
    version: int | None = None


@dataclass(frozen=True)
class CountedDraft:
    """Houses counted in a campaign, or left out of it, by hand and with a reason."""

    campaign_id: str
    case_ids: tuple[str, ...]
    included: bool
    reason: str


@dataclass(frozen=True)
class PlannedDraft:
    """When the works of houses are planned to begin and to end, and who is responsible for them.

    `only_typed`: of several houses what is left empty stays as it is of each.
    """

    campaign_id: str
    case_ids: tuple[str, ...]
    planned_start: str | None = None
    planned_finish: str | None = None
    responsible: str | None = None
    only_typed: bool = False
