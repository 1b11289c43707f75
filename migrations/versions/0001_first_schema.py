"""First schema: records, journal, exchange and the list of households.

Rules of a revision: name every constraint; use batch operations on SQLite; only what both SQLite and PostgreSQL know,
anything else under a test of the dialect in one function; move data in the same revision; never drop what an older
package still brings; no downgrade. Add a populated file of the schema before it to tests/files.

Revision ID: 0001
Revises:
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

from migrations.recorded import create_recorded

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


#: The recorded tables: name, the columns by type, the columns that name another row ("!" marks the parent, indexed).
RECORDS: tuple[tuple[str, dict[str, str], dict[str, str]], ...] = (
    ("area", {"text": "kind code name head_name head_phone"}, {"parent_id": "area"}),
    ("fund_source", {"text": "code name kind note", "whole": "ceiling"}, {}),
    ("office", {"text": "code name level body province superior_code superior_name streams header place_name"}, {}),
    ("programme", {"text": "code name short_name valid_from valid_to legal_basis", "whole": "position"}, {}),
    ("app_user", {"text": "name position role"}, {"office_id": "office!"}),
    ("area_alias", {"text": "name valid_from valid_to"}, {"area_id": "area!"}),
    ("area_population", {"whole": "year households people"}, {"area_id": "area!"}),
    ("committee", {"text": "name decision_number decision_date"}, {"office_id": "office!"}),
    ("device", {"text": "device name series", "yes_no": "retired"}, {"office_id": "office!", "replaces_id": "device"}),
    (
        "household",
        {
            "text": "code head_name gender birth citizen_id ethnicity phone commune_code address category flags "
            "bank_account bank_name bank_holder guardian note moved_from out_reason",
            "whole": "member_count",
        },
        {"village_id": "area", "alias_of": "household"},
    ),
    ("office_name", {"text": "name valid_from valid_to"}, {"office_id": "office!"}),
    ("programme_rule", {"text": "key value work_type valid_from valid_to legal_basis"}, {"programme_id": "programme!"}),
    ("signer", {"text": "name position capacity valid_from valid_to"}, {"office_id": "office!"}),
    (
        "support_norm",
        {"text": "category work_type valid_from valid_to legal_basis", "whole": "amount"},
        {"programme_id": "programme!"},
    ),
    ("committee_member", {"text": "name position valid_from valid_to"}, {"committee_id": "committee!"}),
    (
        "housing_condition",
        {
            "text": "surveyed_on description foundation frame_wall roof area_m2 land_papers note",
            "whole": "built_year",
            "yes_no": "foundation_hard frame_wall_hard roof_hard flood_danger slide_danger fits_planning",
        },
        {"household_id": "household!"},
    ),
    ("member", {"text": "name relation gender birth citizen_id note"}, {"household_id": "household!"}),
    (
        "support_case",
        {"text": "work_type registered_on build_mode house_name note", "whole": "requested_amount"},
        {"household_id": "household!", "programme_id": "programme"},
    ),
    ("task_answer", {"text": "task reason answered_on", "whole": "choice"}, {"household_id": "household!"}),
    (
        "acceptance",
        {
            "text": "accepted_on area_m2 foundation frame_wall roof resilient exemption costs note reason",
            "yes_no": "foundation_hard frame_wall_hard roof_hard revoked",
        },
        {"case_id": "support_case!", "replaces_id": "acceptance"},
    ),
    (
        "case_exception",
        {"text": "kind happened_on reason decision_number review_on"},
        {"case_id": "support_case!", "replaces_id": "case_exception"},
    ),
    (
        "decision",
        {
            "text": "office_code office_level number decided_on work_type category head_name signer source_code "
            "batch warnings note",
            "whole": "amount",
        },
        {"case_id": "support_case!", "replaces_id": "decision"},
    ),
    (
        "handover",
        {"text": "handed_over_on place receiver relation note reason", "yes_no": "thumbprint revoked"},
        {"case_id": "support_case!", "replaces_id": "handover"},
    ),
    ("inspection", {"text": "visited_on result note"}, {"case_id": "support_case!", "replaces_id": "inspection"}),
    (
        "issued_paper",
        {"text": "kind numbering office_code symbol series shown_number issued_on printed", "whole": "year number"},
        {"case_id": "support_case!", "replaces_id": "issued_paper"},
    ),
    (
        "payment",
        {"text": "paid_on voucher payee relation reason", "whole": "amount instalment"},
        {"case_id": "support_case!", "source_id": "fund_source", "reverses_id": "payment"},
    ),
    ("stage_record", {"text": "stage done_on note"}, {"case_id": "support_case!", "replaces_id": "stage_record"}),
    ("paper_note", {"text": "typed_number reason noted_on", "yes_no": "void"}, {"paper_id": "issued_paper!"}),
)


def _create_chain_tip() -> None:
    op.create_table(
        "chain_tip",
        sa.Column("device", sa.String(), nullable=False),
        sa.Column("stream", sa.String(), nullable=False),
        sa.Column("operation_id", sa.String(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("device", "stream", "operation_id", name=op.f("pk_chain_tip")),
    )


def _key(name: str, *, nullable: bool = True) -> sa.Column[Any]:
    return sa.Column(name, sa.Uuid(as_uuid=False), nullable=nullable)


def _shown_case() -> list[sa.Column[Any]]:
    """What the list shows of a case."""
    texts = [sa.Column(name, sa.String(), nullable=True) for name in ("work_type", "status", "stage")]
    amounts = [sa.Column(name, sa.BigInteger(), nullable=True) for name in ("requested", "approved", "paid")]
    return [_key("programme_id"), *texts, *amounts]


def _create_household_entry() -> None:
    needed = "sort_key folded exact tail head_name"
    text = "code gender birth citizen_id ethnicity phone village commune_code category flags"
    op.create_table(
        "household_entry",
        sa.Column("rowid", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        _key("household_id", nullable=False),
        *[sa.Column(name, sa.String(), nullable=False) for name in needed.split()],
        *[sa.Column(name, sa.String(), nullable=True) for name in text.split()],
        _key("village_id"),
        sa.Column("member_count", sa.BigInteger(), nullable=True),
        sa.Column("version", sa.BigInteger(), nullable=False),
        _key("case_id"),
        *_shown_case(),
        sa.PrimaryKeyConstraint("rowid", name=op.f("pk_household_entry")),
        sa.UniqueConstraint("household_id", name=op.f("uq_household_entry_household_id")),
    )
    op.create_index("ix_household_entry_sort", "household_entry", ["sort_key", "rowid"])
    op.create_index("ix_household_entry_village", "household_entry", ["village_id"])
    op.create_index("ix_household_entry_status", "household_entry", ["status"])
    op.create_index("ix_household_entry_citizen", "household_entry", ["citizen_id"])


def _create_case_entry() -> None:
    op.create_table(
        "case_entry",
        _key("case_id", nullable=False),
        sa.Column("household_rowid", sa.BigInteger(), nullable=False),
        *_shown_case(),
        sa.PrimaryKeyConstraint("case_id", name=op.f("pk_case_entry")),
    )
    op.create_index("ix_case_entry_household", "case_entry", ["household_rowid"])
    op.create_index("ix_case_entry_programme", "case_entry", ["programme_id", "household_rowid"])


def _create_local_fact() -> None:
    op.create_table(
        "local_fact",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_local_fact")),
    )


def _create_operation() -> None:
    op.create_table(
        "operation",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("device", sa.String(), nullable=False),
        sa.Column("stream", sa.String(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("previous", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("ms", sa.BigInteger(), nullable=False),
        sa.Column("counter", sa.Integer(), nullable=False),
        sa.Column("action", sa.String(), nullable=False),
        sa.Column("change", sa.Uuid(as_uuid=False), nullable=False),
        sa.Column("row_id", sa.Uuid(as_uuid=False), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_operation")),
    )
    with op.batch_alter_table("operation", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_operation_change"), ["change"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_operation_device_operation_stream_operation_seq"), ["device", "stream", "seq"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_operation_name"), ["name"], unique=False)
        batch_op.create_index(batch_op.f("ix_operation_row_id"), ["row_id"], unique=False)


def _create_package_note() -> None:
    op.create_table(
        "package_note",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("incoming", sa.Boolean(), nullable=False),
        sa.Column("office_code", sa.String(), nullable=False),
        sa.Column("office_name", sa.String(), nullable=False),
        sa.Column("device", sa.String(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("file_name", sa.String(), nullable=False),
        sa.Column("noted_ms", sa.BigInteger(), nullable=False),
        sa.Column("result", sa.String(), nullable=False),
        sa.Column("report", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", "incoming", name=op.f("pk_package_note")),
    )


def _create_peer() -> None:
    op.create_table(
        "peer",
        sa.Column("device", sa.String(), nullable=False),
        sa.Column("office_code", sa.String(), nullable=False),
        sa.Column("vector", sa.Text(), nullable=False),
        sa.Column("seen_ms", sa.BigInteger(), nullable=False),
        sa.Column("confirmed", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("device", name=op.f("pk_peer")),
    )


def _create_row_head() -> None:
    op.create_table(
        "row_head",
        sa.Column("row_id", sa.Uuid(as_uuid=False), nullable=False),
        sa.Column("entity", sa.String(), nullable=True),
        sa.Column("stream", sa.String(), nullable=True),
        sa.Column("parent_id", sa.Uuid(as_uuid=False), nullable=True),
        sa.Column("operations", sa.Integer(), nullable=False),
        sa.Column("undecided", sa.Boolean(), nullable=False),
        sa.Column("heads", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("row_id", name=op.f("pk_row_head")),
    )
    with op.batch_alter_table("row_head", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_row_head_parent_id"), ["parent_id"], unique=False)
        batch_op.create_index(
            "ix_row_head_undecided",
            ["undecided"],
            unique=False,
            sqlite_where=sa.text("undecided"),
            postgresql_where=sa.text("undecided"),
        )


def _create_superseded_early() -> None:
    op.create_table(
        "superseded_early",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("fields", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_superseded_early")),
    )


def _create_waiting_operation() -> None:
    op.create_table(
        "waiting_operation",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("device", sa.String(), nullable=False),
        sa.Column("stream", sa.String(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_waiting_operation")),
    )


def _create_waiting_reference() -> None:
    op.create_table(
        "waiting_reference",
        sa.Column("target_id", sa.Uuid(as_uuid=False), nullable=False),
        sa.Column("row_id", sa.Uuid(as_uuid=False), nullable=False),
        sa.PrimaryKeyConstraint("target_id", "row_id", name=op.f("pk_waiting_reference")),
    )


def _create_search() -> None:
    if op.get_bind().dialect.name == "sqlite":
        op.execute(
            "CREATE VIRTUAL TABLE household_fts USING fts5("
            "folded, exact, tail, content='household_entry', content_rowid='rowid', "
            "prefix='1 2 3 4 5 6', detail=column, tokenize='ascii')"
        )


def upgrade() -> None:
    """Make every table, and the full-text search where the database is SQLite."""
    for table, columns, keys in RECORDS:
        create_recorded(table, columns, keys)
    _create_chain_tip()
    _create_household_entry()
    _create_case_entry()
    _create_local_fact()
    _create_operation()
    _create_package_note()
    _create_peer()
    _create_row_head()
    _create_superseded_early()
    _create_waiting_operation()
    _create_waiting_reference()
    _create_search()


def downgrade() -> None:
    """Never: a database is only ever upgraded, after a verified backup."""
    raise RuntimeError("a database is never downgraded")
