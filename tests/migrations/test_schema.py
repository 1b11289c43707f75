"""The schema: revisions and records agree, and a file of a newer program is refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text

from app.database import foreign_key_problems, open_engine
from app.paths import program_folder
from app.problems import Trouble
from app.upgrading import HEAD, known_revisions, revision_of, upgrade
from app.workspace import Workspace, open_workspace
from models.base import recorded_classes
from models.everything import METADATA


def test_the_head_the_program_names_is_the_newest_revision() -> None:
    script = ScriptDirectory(str(program_folder() / "migrations"))
    assert script.get_heads() == [HEAD]
    assert HEAD in known_revisions()


def test_an_upgraded_file_holds_exactly_the_mapped_tables(tmp_path: Path) -> None:
    engine = open_engine(tmp_path / "a.db")
    upgrade(engine)
    with engine.connect() as connection:
        assert revision_of(connection) == HEAD
        options = {"include_name": _mapped, "compare_type": True, "compare_server_default": True}
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, METADATA) == []
        assert foreign_key_problems(connection) == 0
    upgrade(engine)
    engine.dispose()


def test_recorded_tables_carry_nothing_a_merge_could_meet() -> None:
    for entity in recorded_classes().values():
        table = METADATA.tables[entity.__tablename__]  # type: ignore[attr-defined]
        names = {type(one).__name__ for one in table.constraints}
        assert names <= {"PrimaryKeyConstraint", "ForeignKeyConstraint"}, table.name
        assert not any(index.unique for index in table.indexes), table.name
        needed = {column.name for column in table.columns if not column.nullable}
        assert needed == {"id", "stream", "version", "row_out", "row_flagged"}, table.name


def test_a_file_of_a_newer_program_is_refused_and_left_alone(commune: Workspace) -> None:
    commune.close()
    engine = open_engine(commune.database)
    with engine.connect().execution_options(writing=True) as connection, connection.begin():
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    engine.dispose()
    with pytest.raises(Trouble) as trouble:
        open_workspace(commune.folder)
    assert trouble.value.code == "database_newer"
    engine = open_engine(commune.database)
    with engine.connect() as connection:
        assert revision_of(connection) == "9999"
    engine.dispose()


def _mapped(name: str | None, kind: str, _parents: object) -> bool:
    """All tables but those of the full-text search, which no class stands for."""
    return not (kind == "table" and name is not None and name.startswith("household_fts"))
