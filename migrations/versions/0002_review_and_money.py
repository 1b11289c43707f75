"""Review, ledger and giving: rounds, meetings, postings, submissions, contributions, allocations, goods, drives.

Rules of a revision: name every constraint; use batch operations on SQLite; only what both SQLite and PostgreSQL know,
anything else under a test of the dialect in one function; move data in the same revision; never drop what an older
package still brings; no downgrade. Add a populated file of the schema before it to tests/files.

Revision ID: 0002
Revises: 0001
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from migrations.recorded import create_recorded

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

#: The new recorded tables: name, the columns by type, the columns that name another row ("!" marks the parent).
RECORDS: tuple[tuple[str, dict[str, str], dict[str, str]], ...] = (
    ("donor", {"text": "name kind address phone note", "yes_no": "may_name"}, {}),
    ("office_text", {"text": "kind about_id number issued_on signer note"}, {}),
    ("supplier", {"text": "name address phone tax_code bank_account note"}, {}),
    (
        "drive",
        {"text": "name starts_on ends_on report_on base fund note", "whole": "divisor rounding"},
        {"source_id": "fund_source"},
    ),
    (
        "posting",
        {"text": "posted_on place criteria poster witness closed_on note", "whole": "days", "yes_no": "working_days"},
        {"programme_id": "programme"},
    ),
    ("screening_round", {"text": "name opened_on due_on closed_on note"}, {"programme_id": "programme"}),
    (
        "source_ceiling",
        {"text": "note", "whole": "amount per_house"},
        {"source_id": "fund_source!", "programme_id": "programme"},
    ),
    (
        "submission",
        {"text": "number submitted_on addressee signer returned_on return_reason note"},
        {"programme_id": "programme"},
    ),
    ("supply_contract", {"text": "number signed_on subject note", "whole": "amount"}, {"supplier_id": "supplier!"}),
    (
        "village_meeting",
        {
            "text": "held_on started_at ended_at place chair secretary attendants threshold tie_rule objections note",
            "whole": "households present",
        },
        {"programme_id": "programme", "village_id": "area"},
    ),
    (
        "drive_person",
        {"text": "name department position employment note", "whole": "expected", "yes_no": "may_name"},
        {"drive_id": "drive!"},
    ),
    (
        "photo",
        {"text": "subject content taken_on latitude longitude note", "whole": "size"},
        {"household_id": "household!", "case_id": "support_case"},
    ),
    (
        "poverty_class",
        {
            "text": "standard level certificate certified_on cause indicators note",
            "whole": "year b1 b2",
            "yes_no": "force_majeure",
        },
        {"household_id": "household!"},
    ),
    (
        "remittance",
        {"text": "remitted_on method voucher fund note reason", "whole": "amount"},
        {"drive_id": "drive!", "reverses_id": "remittance"},
    ),
    (
        "screening_return",
        {"text": "agency state returned_on reporter counts note"},
        {"round_id": "screening_round!", "village_id": "area"},
    ),
    (
        "sponsorship",
        {"text": "helper helper_unit phone from_on to_on content result note"},
        {"household_id": "household!"},
    ),
    (
        "allocation",
        {"text": "item unit quantity allocated_on note reason", "whole": "amount"},
        {"case_id": "support_case!", "source_id": "fund_source", "reverses_id": "allocation"},
    ),
    (
        "delivery",
        {"text": "delivered_on item unit quantity note reason", "whole": "amount"},
        {"contract_id": "supply_contract!", "case_id": "support_case", "reverses_id": "delivery"},
    ),
    (
        "goods_handover",
        {"text": "item unit quantity handed_on receiver relation note reason"},
        {"case_id": "support_case!", "reverses_id": "goods_handover"},
    ),
    ("household_loan", {"text": "bank contract lent_on note", "whole": "amount months"}, {"case_id": "support_case!"}),
    (
        "pledge",
        {"text": "donor_name kind item unit quantity pledged_on due_on withdrawn_on reason note", "whole": "amount"},
        {"donor_id": "donor", "case_id": "support_case", "drive_id": "drive"},
    ),
    ("posted_case", {"text": "reason"}, {"case_id": "support_case!", "posting_id": "posting"}),
    (
        "remark",
        {"text": "received_on sender content rechecked_on rechecked_by recheck_result recheck_note answered_on answer"},
        {"case_id": "support_case!", "posting_id": "posting"},
    ),
    (
        "review_vote",
        {"text": "note", "whole": "agree disagree abstain present rank"},
        {"case_id": "support_case!", "meeting_id": "village_meeting"},
    ),
    ("sponsor_visit", {"text": "visited_on note"}, {"sponsorship_id": "sponsorship!"}),
    (
        "submitted_case",
        {"text": "work_type", "whole": "amount"},
        {"case_id": "support_case!", "submission_id": "submission"},
    ),
    (
        "supplier_payment",
        {"text": "paid_on voucher note reason", "whole": "amount"},
        {
            "contract_id": "supply_contract!",
            "case_id": "support_case",
            "source_id": "fund_source",
            "reverses_id": "supplier_payment",
        },
    ),
    (
        "contribution",
        {
            "text": "kind method given_on item unit quantity donor_name receipt_series receipt note reason",
            "whole": "amount people unit_value receipt_number receipt_year",
        },
        {
            "source_id": "fund_source",
            "donor_id": "donor",
            "case_id": "support_case",
            "drive_id": "drive",
            "person_id": "drive_person",
            "pledge_id": "pledge",
            "reverses_id": "contribution",
        },
    ),
)
#: The new text columns of older tables.
TEXTS = {
    "household": "independent_since resident_since",
    "housing_condition": "occupation education employment religion circumstances need surveyors latitude longitude",
    "payment": "kind batch decision_number",
    "support_case": "found_by",
}


def upgrade() -> None:
    """Make the new tables, and give the older ones their new columns."""
    for table, columns, keys in RECORDS:
        create_recorded(table, columns, keys)
    for table, names in TEXTS.items():
        for name in names.split():
            op.add_column(table, sa.Column(name, sa.String(), nullable=True))
    op.add_column("payment", sa.Column("thumbprint", sa.Boolean(), nullable=True))
    with op.batch_alter_table("support_case") as batch:
        batch.add_column(sa.Column("screening_id", sa.Uuid(as_uuid=False), nullable=True))
        batch.create_foreign_key(
            op.f("fk_support_case_screening_id_screening_round"),
            "screening_round",
            ["screening_id"],
            ["id"],
            initially="DEFERRED",
            deferrable=True,
        )


def downgrade() -> None:
    """Never: a database is only ever upgraded, after a verified backup."""
    raise RuntimeError("a database is never downgraded")
