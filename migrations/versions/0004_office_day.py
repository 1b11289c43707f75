"""The office's day: papers of a dossier, ceremonies, people, month's ends, exchange in full.

Revision ID: 0004
Revises: 0003
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from migrations.recorded import create_recorded

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

#: The new recorded tables: name, the columns by type, the columns that name another row ("!" marks the parent).
RECORDS: tuple[tuple[str, dict[str, str], dict[str, str]], ...] = (
    (
        "paper_mark",
        {"text": "kind state done_on signer content ending name note", "whole": "size pages"},
        {"case_id": "support_case!"},
    ),
    (
        "case_closing",
        {"text": "closed_on reason", "yes_no": "revoked"},
        {"case_id": "support_case!", "replaces_id": "case_closing"},
    ),
    ("site_report", {"text": "reported_on note"}, {"case_id": "support_case!", "replaces_id": "site_report"}),
    ("contact", {"text": "kind name unit address phone note"}, {"office_id": "office!"}),
    ("ceremony", {"text": "name held_on held_at venue host host_position note", "whole": "copies"}, {}),
    (
        "ceremony_house",
        {"text": "receiver relation left_on reason", "whole": "rank", "yes_no": "thumbprint"},
        {"case_id": "support_case!", "ceremony_id": "ceremony"},
    ),
    ("ceremony_guest", {"text": "name position unit", "whole": "rank"}, {"ceremony_id": "ceremony!"}),
    ("month_close", {"text": "month closed_on closed_by ticks matched figures note", "whole": "closed_ms"}, {}),
    ("ceremony_item", {"text": "starts_at content person", "whole": "rank"}, {"ceremony_id": "ceremony!"}),
    (
        "paper_setting",
        {"text": "kind recipients template_name template_content template_fields", "whole": "copies"},
        {"office_id": "office!"},
    ),
    (
        "device_trust",
        {"text": "device device_office device_name key state stated_on stated_by reason"},
        {"office_id": "office!", "replaces_id": "device_trust"},
    ),
)


def upgrade() -> None:
    """Make the new tables, and give the older ones their new columns."""
    for table, columns, keys in RECORDS:
        create_recorded(table, columns, keys)
    _make_laptop_notes()
    op.add_column("committee_member", sa.Column("phone", sa.String(), nullable=True))
    op.add_column("device", sa.Column("key", sa.String(), nullable=True))
    op.add_column("device", sa.Column("note", sa.String(), nullable=True))
    with op.batch_alter_table("area") as batch:
        batch.add_column(sa.Column("keeper_id", sa.Uuid(as_uuid=False), nullable=True))
        key = op.f("fk_area_keeper_id_app_user")
        batch.create_foreign_key(key, "app_user", ["keeper_id"], ["id"], initially="DEFERRED", deferrable=True)
    op.drop_index(op.f("ix_operation_name"), "operation")
    proposals = sa.text("name <> id")
    op.create_index("ix_operation_name", "operation", ["name"], sqlite_where=proposals, postgresql_where=proposals)


def _make_laptop_notes() -> None:
    """What a laptop keeps for itself of others it has met."""
    op.create_table(
        "laptop_note",
        *[sa.Column(name, sa.String(), nullable=False) for name in ("device", "office_code", "office_name", "name")],
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("noted_ms", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("device", name=op.f("pk_laptop_note")),
    )
    op.create_table(
        "content_held",
        sa.Column("office_code", sa.String(), nullable=False),
        sa.Column("content", sa.String(), nullable=False),
        sa.Column("noted_ms", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("office_code", "content", name=op.f("pk_content_held")),
    )


def downgrade() -> None:
    """Never: a database is only ever upgraded, after a verified backup."""
    raise RuntimeError("a database is never downgraded")
