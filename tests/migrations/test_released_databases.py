"""Databases of released versions are upgraded for ever: nothing is lost, and the journal still proves the tables."""

from __future__ import annotations

import lzma
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Connection, MetaData, Table, delete, insert, inspect, select

from app.actions import Action
from app.database import FILE_NAME, open_engine
from app.restoring import check_soundness
from app.upgrading import HEAD, revision_of
from app.workspace import open_workspace
from models.review import Posting

FILES = Path(__file__).parents[1] / "files"
#: The files with the households in them.
RELEASED = {"database-1.db.xz": 40, "database-2.db.xz": 5}
FIRST = "database-1.db.xz"
#: What an upgrade may change: the program's own notes, bundled areas and programmes, and the list made of the records.
_MADE = ("alembic_version", "local_fact", "area", "area_alias", "programme", "household_", "case_entry", "support_norm")


def _table(connection: Connection, name: str) -> Table:
    return Table(name, MetaData(), autoload_with=connection, resolve_fks=False)


def _rows(connection: Connection, name: str) -> list[dict[str, object]]:
    return [dict(row) for row in connection.execute(select(_table(connection, name))).mappings()]


def _content(path: Path, known: dict[str, list[str]] | None = None) -> dict[str, tuple[list[str], list[str]]]:
    """Every table of a file: its columns (or those it had before) and its rows as sorted texts."""
    engine = open_engine(path)
    found = {}
    with engine.connect() as connection:
        for table in inspect(connection).get_table_names():
            if table.startswith(_MADE) or (known is not None and table not in known):
                continue
            rows = _rows(connection, table)
            columns = known[table] if known else list(rows[0]) if rows else []
            found[table] = (columns, sorted(str([row[one] for one in columns]) for row in rows))
    engine.dispose()
    return found


def _old_file(name: str, folder: Path) -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / FILE_NAME
    path.write_bytes(lzma.decompress((FILES / name).read_bytes()))
    return path


@pytest.mark.parametrize("name", RELEASED)
def test_an_upgrade_keeps_every_row_and_the_journal_proves_it(name: str, tmp_path: Path) -> None:
    path = _old_file(name, tmp_path)
    before = _content(path)
    assert len(before["household"][1]) == RELEASED[name]
    with closing(open_workspace(tmp_path)) as workspace:
        with workspace.engine.connect() as connection:
            assert revision_of(connection) == HEAD
        assert check_soundness(workspace).sound
    assert _content(path, {table: columns for table, (columns, _) in before.items()}) == before
    assert list((tmp_path / "backups").glob("*.db")), "the file as it was is kept"


def test_what_an_older_program_kept_unread_is_shown_after_the_upgrade(tmp_path: Path) -> None:
    newer, older = _old_file(FIRST, tmp_path / "newer"), _old_file(FIRST, tmp_path / "older")
    with closing(open_workspace(newer.parent)) as workspace:
        with workspace.change(Action.SAVE_POSTING) as change:
            change.session.add(Posting(posted_on="2026-10-30", days=3))
        with workspace.engine.connect() as connection:
            kept = {name: _rows(connection, name) for name in _KEPT}
    engine = open_engine(older)
    with engine.connect().execution_options(writing=True) as connection, connection.begin():
        for name, rows in kept.items():
            table = _table(connection, name)
            connection.execute(delete(table))
            connection.execute(insert(table), rows)
    engine.dispose()
    with closing(open_workspace(older.parent)) as workspace:
        with workspace.read() as session:
            assert [one.posted_on for one in session.scalars(select(Posting))] == ["2026-10-30"]
        assert check_soundness(workspace).sound


#: Where an operation lies, known or not to the program that received it.
_KEPT = ("operation", "row_head", "chain_tip")
