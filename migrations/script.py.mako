"""${message}.

Rules of a revision: name every constraint; use batch operations on SQLite; only what both SQLite and PostgreSQL know,
anything else under a test of the dialect in one function; move data in the same revision; never drop what an older
package still brings; no downgrade. Add a populated file of the schema before it to tests/files.

Revision ID: ${up_revision}
Revises: ${down_revision | comma,n}
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
${imports if imports else ""}

revision = ${repr(up_revision)}
down_revision = ${repr(down_revision)}
branch_labels = ${repr(branch_labels)}
depends_on = ${repr(depends_on)}


def upgrade() -> None:
    """Bring the schema up."""
    ${upgrades if upgrades else "pass"}


def downgrade() -> None:
    """Never: a database is only ever upgraded, after a verified backup."""
    raise RuntimeError("a database is never downgraded")
