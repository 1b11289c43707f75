"""Several files open in one process."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import column, select, table
from sqlalchemy.orm import Session

from app.database import much_to_write, open_engine
from app.workspace import Workspace


def test_a_statement_compiled_for_one_file_serves_another_and_brings_that_ones_rows(tmp_path: Path) -> None:
    kept = []
    for name in ("Xã một", "Xã hai"):
        engine = open_engine(tmp_path / name)
        with Session(engine) as session:
            session.connection().exec_driver_sql("CREATE TABLE place (name)")
            session.connection().exec_driver_sql("INSERT INTO place VALUES (?)", (name,))
            place = table("place", column("name"))
            assert session.scalars(select(place.c.name)).all() == [name]
        kept.append(len(engine.get_execution_options()["compiled_cache"]))
        engine.dispose()
    assert kept[0] == kept[1]


def test_where_much_is_written_more_of_the_file_is_at_hand_and_afterwards_as_before(commune: Workspace) -> None:
    def held() -> tuple[int, int]:
        with commune.engine.connect() as connection, connection.begin():
            said = [connection.exec_driver_sql(f"PRAGMA {one}").scalar_one() for one in ("cache_size", "synchronous")]
        return said[0], said[1]

    before = held()
    with much_to_write(commune.engine):
        assert held() == (-32_000, before[1]), "as safe as ever"
    assert held() == before
