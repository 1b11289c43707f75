"""How a revision makes a recorded table. Revisions of the past use it: what it makes never changes."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

RECORDED = ("row_out", "row_flagged")


def create_recorded(table: str, named: dict[str, str], keys: dict[str, str]) -> None:
    """A recorded table with its keys deferred, as a merge needs them.

    `named` is {"text" | "whole" | "yes_no": the columns of that type}; `keys` the columns that name another row, with
    its table ("!" marks the parent, indexed).
    """
    columns: list[sa.Column[Any] | sa.Constraint] = [
        sa.Column("id", sa.Uuid(as_uuid=False), nullable=False),
        sa.Column("stream", sa.String(), nullable=False),
        sa.Column("version", sa.BigInteger(), server_default="0", nullable=False),
        sa.Column("deleted", sa.Boolean(), nullable=True),
        *[sa.Column(name, sa.Boolean(), server_default=sa.false(), nullable=False) for name in RECORDED],
        *[sa.Column(name, sa.String(), nullable=True) for name in named.get("text", "").split()],
        *[sa.Column(name, sa.BigInteger(), nullable=True) for name in named.get("whole", "").split()],
        *[sa.Column(name, sa.Boolean(), nullable=True) for name in named.get("yes_no", "").split()],
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
    ]
    for name, target in keys.items():
        other = target.rstrip("!")
        key = op.f(f"fk_{table}_{name}_{other}")
        columns.append(sa.Column(name, sa.Uuid(as_uuid=False), nullable=True))
        columns.append(
            sa.ForeignKeyConstraint([name], [f"{other}.id"], name=key, initially="DEFERRED", deferrable=True)
        )
    op.create_table(table, *columns)
    for name, target in keys.items():
        if target.endswith("!"):
            op.create_index(op.f(f"ix_{table}_{name}"), table, [name])
