"""Campaigns: plans as data, what happens under them, awards, reports that were sent.

Revision ID: 0003
Revises: 0002
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from migrations.recorded import create_recorded

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

#: The new recorded tables: name, the columns by type, the columns that name another row ("!" marks the parent).
RECORDS: tuple[tuple[str, dict[str, str], dict[str, str]], ...] = (
    (
        "campaign",
        {
            "text": "code name short_name number issued_on issuer issuer_valid_to issuer_successor signer "
            "signer_position superior starts_on ends_on wrap_up_on standing_body principle motto programmes "
            "categories work_types counts_when denominator linked opened_on closed_on note",
            "yes_no": "earlier_gifts",
        },
        {"superior_id": "campaign"},
    ),
    ("form_mapping", {"text": "name signature mapping"}, {}),
    ("certificate_blank", {"text": "right_mm down_mm", "yes_no": "titled"}, {}),
    (
        "award_form",
        {"text": "code name level issuer issuer_valid_to issuer_successor objects note", "whole": "position"},
        {"campaign_id": "campaign!"},
    ),
    (
        "award_meeting",
        {"text": "held_on place chair secretary attendants note", "whole": "present"},
        {"campaign_id": "campaign"},
    ),
    (
        "campaign_deadline",
        {
            "text": "code task due repeats starts_on from_kind addressees through phase report note",
            "whole": "position",
            "yes_no": "inclusive on_request",
        },
        {"campaign_id": "campaign!"},
    ),
    (
        "campaign_task",
        {"text": "number text lead cooperating person field area due served_by note", "whole": "position"},
        {"campaign_id": "campaign!"},
    ),
    (
        "campaign_text",
        {"text": "section subject text value warning valid_to successor", "whole": "position"},
        {"campaign_id": "campaign!"},
    ),
    (
        "campaign_unit",
        {"text": "code name kind contact phone valid_to successor", "whole": "position"},
        {"campaign_id": "campaign!", "parent_id": "campaign_unit", "area_id": "area"},
    ),
    (
        "quota_rule",
        {
            "text": "form object rule unit_kind whom text",
            "whole": "position lower upper number",
            "yes_no": "lower_inclusive lower_open upper_inclusive upper_open",
        },
        {"campaign_id": "campaign!"},
    ),
    (
        "sent_report",
        {"text": "period report parameters as_of number issued_on sent_on addressee content file_name file_hash note"},
        {"campaign_id": "campaign", "deadline_id": "campaign_deadline"},
    ),
    (
        "activity",
        {
            "text": "kind happened_on title content channel link people schemes findings mend_by mend_on mended_on "
            "recognised_by note",
            "whole": "minutes reach",
        },
        {"campaign_id": "campaign", "unit_id": "campaign_unit", "household_id": "household"},
    ),
    (
        "campaign_target",
        {
            "text": "measure name unit_text period figure upper compare decision_number decided_on note",
            "whole": "position",
        },
        {"campaign_id": "campaign!", "unit_id": "campaign_unit"},
    ),
    (
        "participant",
        {"text": "kind name position whom note", "yes_no": "outside"},
        {"campaign_id": "campaign", "unit_id": "campaign_unit", "household_id": "household", "donor_id": "donor"},
    ),
    (
        "petition",
        {"text": "raised_on content proposal addressee answered_on answered_by answer settled_on"},
        {"campaign_id": "campaign", "household_id": "household"},
    ),
    (
        "quota_reading",
        {"text": "form object decision_number decided_on reason", "whole": "number"},
        {"campaign_id": "campaign", "unit_id": "campaign_unit"},
    ),
    (
        "task_result",
        {"text": "result evidence done_on"},
        {"campaign_id": "campaign", "task_id": "campaign_task", "unit_id": "campaign_unit"},
    ),
    (
        "unit_report",
        {"text": "kind period number made_on sent_on due_on note"},
        {"campaign_id": "campaign", "deadline_id": "campaign_deadline", "unit_id": "campaign_unit"},
    ),
    (
        "unit_total",
        {"text": "as_of source", "whole": "new_build repair started accepted handed_over approved paid mobilised"},
        {"campaign_id": "campaign", "unit_id": "campaign_unit", "area_id": "area"},
    ),
    (
        "poverty_total",
        {"text": "source", "whole": "year households poor near_poor force_majeure"},
        {"unit_id": "campaign_unit", "area_id": "area"},
    ),
    ("area_contact", {"text": "contact phone"}, {"area_id": "area"}),
    ("campaign_run", {"text": "opened_on closed_on"}, {"campaign_id": "campaign"}),
    ("achievement", {"text": "text figure unit_text evidence noted_on"}, {"participant_id": "participant!"}),
    (
        "campaign_case",
        {"text": "reason planned_start planned_finish responsible", "yes_no": "included"},
        {"case_id": "support_case!", "campaign_id": "campaign"},
    ),
    (
        "nomination",
        {
            "text": "content sent_to sent_on returned_on decision_number decided_on signer reason",
            "whole": "agree disagree abstain",
            "yes_no": "granted",
        },
        {"participant_id": "participant!", "form_id": "award_form", "meeting_id": "award_meeting"},
    ),
    (
        "standard_tick",
        {"text": "evidence", "yes_no": "met"},
        {"participant_id": "participant!", "standard_id": "campaign_text"},
    ),
    ("target_figure", {"text": "figure source noted_on"}, {"campaign_id": "campaign", "target_id": "campaign_target"}),
)


def upgrade() -> None:
    """Make the new tables, and give the older ones their new columns."""
    for table, columns, keys in RECORDS:
        create_recorded(table, columns, keys)
    for table in ("decision", "stage_record", "acceptance", "handover", "payment", "contribution", "allocation"):
        op.add_column(table, sa.Column("before_program", sa.Boolean(), nullable=True))
    op.add_column("case_exception", sa.Column("receiver", sa.String(), nullable=True))
    for name in ("field", "area"):
        op.add_column("committee_member", sa.Column(name, sa.String(), nullable=True))
    for table, name, other in (
        ("drive", "campaign_id", "campaign"),
        ("support_case", "follows_id", "support_case"),
        ("household", "split_from_id", "household"),
    ):
        with op.batch_alter_table(table) as batch:
            batch.add_column(sa.Column(name, sa.Uuid(as_uuid=False), nullable=True))
            key = op.f(f"fk_{table}_{name}_{other}")
            batch.create_foreign_key(key, other, [name], ["id"], initially="DEFERRED", deferrable=True)
    _create_joined_household()
    _create_duplicate_pair()


def _create_joined_household() -> None:
    op.create_table(
        "joined_household",
        sa.Column("household_id", sa.Uuid(as_uuid=False), nullable=False),
        sa.Column("shown_id", sa.Uuid(as_uuid=False), nullable=False),
        sa.PrimaryKeyConstraint("household_id", name=op.f("pk_joined_household")),
    )
    op.create_index(op.f("ix_joined_household_shown_id"), "joined_household", ["shown_id"])


def _create_duplicate_pair() -> None:
    op.create_table(
        "duplicate_pair",
        sa.Column("left_id", sa.Uuid(as_uuid=False), nullable=False),
        sa.Column("right_id", sa.Uuid(as_uuid=False), nullable=False),
        sa.Column("score", sa.Integer(), nullable=False),
        sa.Column("apart", sa.Boolean(), nullable=False),
        sa.Column("commune_code", sa.String(), nullable=True),
        sa.Column("reasons", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("left_id", "right_id", name=op.f("pk_duplicate_pair")),
    )
    op.create_index("ix_duplicate_pair_score", "duplicate_pair", ["score"])
    op.create_index("ix_duplicate_pair_right", "duplicate_pair", ["right_id"])


def downgrade() -> None:
    """Never: a database is only ever upgraded, after a verified backup."""
    raise RuntimeError("a database is never downgraded")
