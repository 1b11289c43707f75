"""A campaign (phong trào thi đua, kế hoạch) as data: what its plan says. What happens under it: models/movement.py.

The same fields stand in resources/campaigns/*.toml (docs/campaigns.md). Days may be partial: a year, "2025-07",
"2025-Q4"; such a day means the last one of its time. Codes separated by blanks make a list.
"""

from sqlalchemy.orm import Mapped

from models.base import (
    Base,
    Recorded,
    date_field,
    decimal_field,
    flag_field,
    number_field,
    parent_field,
    reference_field,
    text_field,
)


class Campaign(Recorded, Base):
    """A plan with its period and what it counts. A bundled one is recorded once changed.

    `superior` is the plan above as it is cited, `superior_id` where it is here. Houses count by `programmes` (codes;
    none: all), `categories` and `work_types`, at `counts_when`; a share is of `denominator`. `earlier_gifts`: what was
    given before the plan counts too, shown apart. `linked` names campaigns it is run together with.
    """

    __tablename__ = "campaign"
    __entity__ = "campaign"

    code: Mapped[str | None] = text_field()
    name: Mapped[str | None] = text_field()
    short_name: Mapped[str | None] = text_field()
    number: Mapped[str | None] = text_field()
    issued_on: Mapped[str | None] = date_field()
    issuer: Mapped[str | None] = text_field()
    issuer_valid_to: Mapped[str | None] = date_field()
    issuer_successor: Mapped[str | None] = text_field()
    signer: Mapped[str | None] = text_field()
    signer_position: Mapped[str | None] = text_field()
    superior_id: Mapped[str | None] = reference_field("campaign.id")
    superior: Mapped[str | None] = text_field()
    starts_on: Mapped[str | None] = date_field()
    ends_on: Mapped[str | None] = date_field()
    wrap_up_on: Mapped[str | None] = date_field()
    standing_body: Mapped[str | None] = text_field()
    principle: Mapped[str | None] = text_field()
    motto: Mapped[str | None] = text_field()
    programmes: Mapped[str | None] = text_field()
    categories: Mapped[str | None] = text_field()
    work_types: Mapped[str | None] = text_field()
    counts_when: Mapped[str | None] = text_field()
    denominator: Mapped[str | None] = text_field()
    earlier_gifts: Mapped[bool | None] = flag_field()
    linked: Mapped[str | None] = text_field()
    opened_on: Mapped[str | None] = date_field()
    closed_on: Mapped[str | None] = date_field()
    note: Mapped[str | None] = text_field()


class CampaignText(Recorded, Base):
    """A sentence of the plan in a `section` (models.vocabulary.CampaignSection), in order of `position`.

    `subject` is whom or what it is about (a kind of participant, an award form, a kind of contribution), `value` how
    an ambiguity was read or a suggested minimum, `warning` what is doubtful about it. A recipient that was abolished
    carries `valid_to` and `successor`.
    """

    __tablename__ = "campaign_text"
    __entity__ = "campaign_text"
    __parent__ = "campaign_id"

    campaign_id: Mapped[str | None] = parent_field("campaign.id")
    section: Mapped[str | None] = text_field()
    position: Mapped[int | None] = number_field()
    subject: Mapped[str | None] = text_field()
    text: Mapped[str | None] = text_field()
    value: Mapped[str | None] = text_field()
    warning: Mapped[str | None] = text_field()
    valid_to: Mapped[str | None] = date_field()
    successor: Mapped[str | None] = text_field()


class CampaignUnit(Recorded, Base):
    """A unit as the plan names it (district of before July 2025, commune, department, village group, agency)."""

    __tablename__ = "campaign_unit"
    __entity__ = "campaign_unit"
    __parent__ = "campaign_id"

    campaign_id: Mapped[str | None] = parent_field("campaign.id")
    parent_id: Mapped[str | None] = reference_field("campaign_unit.id")
    area_id: Mapped[str | None] = reference_field("area.id")
    code: Mapped[str | None] = text_field()
    name: Mapped[str | None] = text_field()
    kind: Mapped[str | None] = text_field()
    position: Mapped[int | None] = number_field()
    contact: Mapped[str | None] = text_field()
    phone: Mapped[str | None] = text_field()
    valid_to: Mapped[str | None] = date_field()
    successor: Mapped[str | None] = text_field()


class CampaignTarget(Recorded, Base):
    """A figure to reach (chỉ tiêu), of a unit or of the whole, in a period; a later decision replaces an earlier one.

    `measure` is what is counted (models.vocabulary.Measure); a typed one is called by `name` and counted in
    `unit_text`. `compare`: at least, at most or between `figure` and `upper`.
    """

    __tablename__ = "campaign_target"
    __entity__ = "campaign_target"
    __parent__ = "campaign_id"

    campaign_id: Mapped[str | None] = parent_field("campaign.id")
    unit_id: Mapped[str | None] = reference_field("campaign_unit.id")
    position: Mapped[int | None] = number_field()
    measure: Mapped[str | None] = text_field()
    name: Mapped[str | None] = text_field()
    unit_text: Mapped[str | None] = text_field()
    period: Mapped[str | None] = text_field()
    figure: Mapped[str | None] = decimal_field()
    upper: Mapped[str | None] = decimal_field()
    compare: Mapped[str | None] = text_field()
    decision_number: Mapped[str | None] = text_field()
    decided_on: Mapped[str | None] = date_field()
    note: Mapped[str | None] = text_field()


class CampaignTask(Recorded, Base):
    """What somebody must do: one lead, several that co-ordinate; or a council member with his field and area."""

    __tablename__ = "campaign_task"
    __entity__ = "campaign_task"
    __parent__ = "campaign_id"

    campaign_id: Mapped[str | None] = parent_field("campaign.id")
    position: Mapped[int | None] = number_field()
    number: Mapped[str | None] = text_field()
    text: Mapped[str | None] = text_field()
    lead: Mapped[str | None] = text_field()
    cooperating: Mapped[str | None] = text_field()
    person: Mapped[str | None] = text_field()
    field: Mapped[str | None] = text_field()
    area: Mapped[str | None] = text_field()
    due: Mapped[str | None] = date_field()
    served_by: Mapped[str | None] = text_field()
    note: Mapped[str | None] = text_field()


class CampaignDeadline(Recorded, Base):
    """What is due when, from whom, to whom and through whom.

    `due` may be partial; without `inclusive` it is due the day before ("trước 05/11"). `on_request`: it starts when
    somebody asks. `repeats` is a word of models.vocabulary.Repeat, from `starts_on` to `due`. `from_kind` are the
    kinds of units that hand in; none: the office itself. `phase` names an interim review (sơ kết); `report` the report
    of the catalogue that is made for it.
    """

    __tablename__ = "campaign_deadline"
    __entity__ = "campaign_deadline"
    __parent__ = "campaign_id"

    campaign_id: Mapped[str | None] = parent_field("campaign.id")
    position: Mapped[int | None] = number_field()
    code: Mapped[str | None] = text_field()
    task: Mapped[str | None] = text_field()
    due: Mapped[str | None] = date_field()
    inclusive: Mapped[bool | None] = flag_field()
    on_request: Mapped[bool | None] = flag_field()
    repeats: Mapped[str | None] = text_field()
    starts_on: Mapped[str | None] = date_field()
    from_kind: Mapped[str | None] = text_field()
    addressees: Mapped[str | None] = text_field()
    through: Mapped[str | None] = text_field()
    phase: Mapped[str | None] = text_field()
    report: Mapped[str | None] = text_field()
    note: Mapped[str | None] = text_field()


class AwardForm(Recorded, Base):
    """A form of award with level and issuer; `objects` are the kinds of participants it may go to."""

    __tablename__ = "award_form"
    __entity__ = "award_form"
    __parent__ = "campaign_id"

    campaign_id: Mapped[str | None] = parent_field("campaign.id")
    position: Mapped[int | None] = number_field()
    code: Mapped[str | None] = text_field()
    name: Mapped[str | None] = text_field()
    level: Mapped[str | None] = text_field()
    issuer: Mapped[str | None] = text_field()
    issuer_valid_to: Mapped[str | None] = date_field()
    issuer_successor: Mapped[str | None] = text_field()
    objects: Mapped[str | None] = text_field()
    note: Mapped[str | None] = text_field()


class QuotaRule(Recorded, Base):
    """How many may be proposed for a form: a tier of the unit's target, a fixed number, handed down, or by the unit.

    A tier holds from `lower` to `upper`, each with its bound in or out. `lower_open` or `upper_open` says that the
    plan leaves this very edge open: a target on it needs the officer's reading. `whom` names a fixed group ("Tổ giúp
    việc, Tổ giám sát").
    """

    __tablename__ = "quota_rule"
    __entity__ = "quota_rule"
    __parent__ = "campaign_id"

    campaign_id: Mapped[str | None] = parent_field("campaign.id")
    position: Mapped[int | None] = number_field()
    form: Mapped[str | None] = text_field()
    object: Mapped[str | None] = text_field()
    rule: Mapped[str | None] = text_field()
    unit_kind: Mapped[str | None] = text_field()
    whom: Mapped[str | None] = text_field()
    lower: Mapped[int | None] = number_field()
    lower_inclusive: Mapped[bool | None] = flag_field()
    lower_open: Mapped[bool | None] = flag_field()
    upper: Mapped[int | None] = number_field()
    upper_inclusive: Mapped[bool | None] = flag_field()
    upper_open: Mapped[bool | None] = flag_field()
    number: Mapped[int | None] = number_field()
    text: Mapped[str | None] = text_field()
