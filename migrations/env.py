"""Alembic's entrance: runs the revisions on the one connection that `app.upgrading` hands over."""

from __future__ import annotations

from typing import Any

from alembic import context

from models.everything import METADATA


def include_name(name: str | None, kind: str, _parents: Any) -> bool:
    """The tables of the full-text search are no business of autogenerate: no mapped class stands for them."""
    return not (kind == "table" and name is not None and name.startswith("household_fts"))


connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=METADATA,
    render_as_batch=True,
    transactional_ddl=True,
    include_name=include_name,
)
with context.begin_transaction():
    context.run_migrations()
