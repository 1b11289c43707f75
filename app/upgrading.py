"""Brings a database file to the schema of this program: backed up and verified first, all or nothing, never down."""

from __future__ import annotations

from sqlalchemy import Connection, Engine, inspect, text

from app.database import foreign_key_problems
from app.paths import program_folder
from app.problems import Trouble

#: The newest revision; a test holds it against the revisions themselves. Kept here so that a start needs no alembic.
HEAD = "0004"


def revision_of(connection: Connection) -> str | None:
    """The revision a file stands at; None for an empty one."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def known_revisions() -> list[str]:
    """Every revision this program ships."""
    from alembic.script import ScriptDirectory

    script = ScriptDirectory(str(program_folder() / "migrations"))
    return [one.revision for one in script.walk_revisions()]


def upgrade(engine: Engine) -> None:
    """Run the missing revisions in one transaction. A file of a newer program is refused with a sentence."""
    from alembic import command
    from alembic.config import Config

    with engine.connect() as connection:
        found = revision_of(connection)
        connection.rollback()
        if found is not None and found not in known_revisions():
            raise Trouble("database_newer")
        raw = connection.connection.driver_connection
        if raw is None:
            raise RuntimeError("the connection is closed")
        raw.execute("PRAGMA foreign_keys = OFF")
        try:
            writing = connection.execution_options(writing=True)
            with writing.begin():
                config = Config()
                config.set_main_option("script_location", str(program_folder() / "migrations"))
                config.attributes["connection"] = writing
                command.upgrade(config, "head")
                if foreign_key_problems(writing):
                    raise RuntimeError("the upgrade left rows without the rows they name")
        finally:
            raw.execute("PRAGMA foreign_keys = ON")
