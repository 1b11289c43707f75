"""What happens under a campaign: reports handed in, results of tasks, publicity, visits, obstacles, typed figures.

These rows name their campaign and are not children of it: each office writes its own, also under a plan from above.
"""

from typing import ClassVar

from sqlalchemy.orm import Mapped

from models.base import (
    Base,
    Recorded,
    date_field,
    decimal_field,
    flag_field,
    money_field,
    number_field,
    parent_field,
    reference_field,
    text_field,
)
from models.vocabulary import Owner


class CampaignRun(Recorded, Base):
    """When this office began and ended to run a plan of an office above, whose own days stand with the plan."""

    __tablename__ = "campaign_run"
    __entity__ = "campaign_run"
    __stays_above__ = True

    campaign_id: Mapped[str | None] = reference_field("campaign.id")
    opened_on: Mapped[str | None] = date_field()
    closed_on: Mapped[str | None] = date_field()


class TargetFigure(Recorded, Base):
    """The value of a target that records cannot give, typed with its source."""

    __tablename__ = "target_figure"
    __entity__ = "target_figure"
    __stays_above__ = True

    campaign_id: Mapped[str | None] = reference_field("campaign.id")
    target_id: Mapped[str | None] = reference_field("campaign_target.id")
    figure: Mapped[str | None] = decimal_field()
    source: Mapped[str | None] = text_field()
    noted_on: Mapped[str | None] = date_field()


class UnitReport(Recorded, Base):
    """A unit's plan, report or wrap-up that was made and sent, or a request that starts a deadline.

    `period` is the one of a repeated deadline ("2024-W45", "2024-11", "2024-Q4", "2024"). No `unit_id`: the office's
    own. Done once `sent_on` is noted. A request was made on `made_on` and may name a day, `due_on`.
    """

    __tablename__ = "unit_report"
    __entity__ = "unit_report"
    __stays_above__ = True

    campaign_id: Mapped[str | None] = reference_field("campaign.id")
    deadline_id: Mapped[str | None] = reference_field("campaign_deadline.id")
    unit_id: Mapped[str | None] = reference_field("campaign_unit.id")
    kind: Mapped[str | None] = text_field()
    period: Mapped[str | None] = text_field()
    number: Mapped[str | None] = text_field()
    made_on: Mapped[str | None] = date_field()
    sent_on: Mapped[str | None] = date_field()
    due_on: Mapped[str | None] = date_field()
    note: Mapped[str | None] = text_field()


class TaskResult(Recorded, Base):
    """What came of a task, with the evidence; done once `done_on` is noted."""

    __tablename__ = "task_result"
    __entity__ = "task_result"
    __stays_above__ = True

    campaign_id: Mapped[str | None] = reference_field("campaign.id")
    task_id: Mapped[str | None] = reference_field("campaign_task.id")
    unit_id: Mapped[str | None] = reference_field("campaign_unit.id")
    result: Mapped[str | None] = text_field()
    evidence: Mapped[str | None] = text_field()
    done_on: Mapped[str | None] = date_field()


class CampaignCase(Recorded, Base):
    """A house counted in a campaign, or left out of it, by hand and with a reason; what the plan's annex says of it.

    `included` is empty where only the annex speaks: the planned days and who is responsible.
    """

    __tablename__ = "campaign_case"
    __entity__ = "campaign_case"
    __parent__ = "case_id"

    case_id: Mapped[str | None] = parent_field("support_case.id")
    campaign_id: Mapped[str | None] = reference_field("campaign.id")
    included: Mapped[bool | None] = flag_field()
    reason: Mapped[str | None] = text_field()
    planned_start: Mapped[str | None] = date_field()
    planned_finish: Mapped[str | None] = date_field()
    responsible: Mapped[str | None] = text_field()


class Activity(Recorded, Base):
    """Publicity, a visit, an initiative or a model example (models.vocabulary.ActivityKind).

    Publicity: `channel`, `link`, `minutes` on air, `reach` people. A visit: `people` who went, `schemes` it covered,
    `findings`, `mend_by` whom and `mend_on` what day, `mended_on`. An initiative: `people` and `recognised_by`.
    """

    __tablename__ = "activity"
    __entity__ = "activity"
    __stays_above__ = True

    campaign_id: Mapped[str | None] = reference_field("campaign.id")
    unit_id: Mapped[str | None] = reference_field("campaign_unit.id")
    household_id: Mapped[str | None] = reference_field("household.id")
    kind: Mapped[str | None] = text_field()
    happened_on: Mapped[str | None] = date_field()
    title: Mapped[str | None] = text_field()
    content: Mapped[str | None] = text_field()
    channel: Mapped[str | None] = text_field()
    link: Mapped[str | None] = text_field()
    minutes: Mapped[int | None] = number_field()
    reach: Mapped[int | None] = number_field()
    people: Mapped[str | None] = text_field()
    schemes: Mapped[str | None] = text_field()
    findings: Mapped[str | None] = text_field()
    mend_by: Mapped[str | None] = text_field()
    mend_on: Mapped[str | None] = date_field()
    mended_on: Mapped[str | None] = date_field()
    recognised_by: Mapped[str | None] = text_field()
    note: Mapped[str | None] = text_field()


class Petition(Recorded, Base):
    """An obstacle or a proposal (vướng mắc, kiến nghị): to whom, and the answer, which the office above may write."""

    __tablename__ = "petition"
    __entity__ = "petition"
    __stays_above__ = True
    __field_owners__: ClassVar[dict[str, Owner]] = dict.fromkeys(("answered_on", "answered_by", "answer"), Owner.UPPER)

    campaign_id: Mapped[str | None] = reference_field("campaign.id")
    household_id: Mapped[str | None] = reference_field("household.id")
    raised_on: Mapped[str | None] = date_field()
    content: Mapped[str | None] = text_field()
    proposal: Mapped[str | None] = text_field()
    addressee: Mapped[str | None] = text_field()
    answered_on: Mapped[str | None] = date_field()
    answered_by: Mapped[str | None] = text_field()
    answer: Mapped[str | None] = text_field()
    settled_on: Mapped[str | None] = date_field()


class UnitTotal(Recorded, Base):
    """The totals of a unit that keeps no list here ("số tổng hợp, chưa có danh sách"), as of a day; amounts in đồng."""

    __tablename__ = "unit_total"
    __entity__ = "unit_total"
    __stays_above__ = True

    campaign_id: Mapped[str | None] = reference_field("campaign.id")
    unit_id: Mapped[str | None] = reference_field("campaign_unit.id")
    area_id: Mapped[str | None] = reference_field("area.id")
    as_of: Mapped[str | None] = date_field()
    new_build: Mapped[int | None] = number_field()
    repair: Mapped[int | None] = number_field()
    started: Mapped[int | None] = number_field()
    accepted: Mapped[int | None] = number_field()
    handed_over: Mapped[int | None] = number_field()
    approved: Mapped[int | None] = money_field()
    paid: Mapped[int | None] = money_field()
    mobilised: Mapped[int | None] = money_field()
    source: Mapped[str | None] = text_field()


class PovertyTotal(Recorded, Base):
    """Households of a unit or a place in a year, typed with their source by an office that keeps no list of them."""

    __tablename__ = "poverty_total"
    __entity__ = "poverty_total"
    __stays_above__ = True

    unit_id: Mapped[str | None] = reference_field("campaign_unit.id")
    area_id: Mapped[str | None] = reference_field("area.id")
    year: Mapped[int | None] = number_field()
    households: Mapped[int | None] = number_field()
    poor: Mapped[int | None] = number_field()
    near_poor: Mapped[int | None] = number_field()
    force_majeure: Mapped[int | None] = number_field()
    source: Mapped[str | None] = text_field()


class AreaContact(Recorded, Base):
    """Whom an office above calls in a commune."""

    __tablename__ = "area_contact"
    __entity__ = "area_contact"
    __stays_above__ = True

    area_id: Mapped[str | None] = reference_field("area.id")
    contact: Mapped[str | None] = text_field()
    phone: Mapped[str | None] = text_field()


class SentReport(Recorded, Base):
    """A report as it was sent ("Chốt báo cáo"): its figures and households stay as they were.

    `deadline_id` and `period`: what it was made for; that is done once `sent_on` is noted.
    `parameters` and `content` are canonical JSON; `file_hash` is the SHA-256 of the file that was kept.
    """

    __tablename__ = "sent_report"
    __entity__ = "sent_report"
    __stays_above__ = True

    campaign_id: Mapped[str | None] = reference_field("campaign.id")
    deadline_id: Mapped[str | None] = reference_field("campaign_deadline.id")
    period: Mapped[str | None] = text_field()
    report: Mapped[str | None] = text_field()
    parameters: Mapped[str | None] = text_field()
    as_of: Mapped[str | None] = date_field()
    number: Mapped[str | None] = text_field()
    issued_on: Mapped[str | None] = date_field()
    sent_on: Mapped[str | None] = date_field()
    addressee: Mapped[str | None] = text_field()
    content: Mapped[str | None] = text_field()
    file_name: Mapped[str | None] = text_field()
    file_hash: Mapped[str | None] = text_field()
    note: Mapped[str | None] = text_field()


class FormMapping(Recorded, Base):
    """How the workbook of an office above is filled: its headings' signature and the mapping, as canonical JSON."""

    __tablename__ = "form_mapping"
    __entity__ = "form_mapping"
    __stays_above__ = True

    name: Mapped[str | None] = text_field()
    signature: Mapped[str | None] = text_field()
    mapping: Mapped[str | None] = text_field()
