"""Rows put in by the thousand stand as SQLAlchemy itself would have put them in."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import insert, select

from app.database import open_engine
from app.journal.bulk import insert_rows
from app.journal.store import HEADS
from models.base import new_id


@pytest.mark.parametrize("count", [0, 3, 400])
def test_rows_stand_as_single_statements_put_them_in(tmp_path: Path, count: int) -> None:
    rows = [
        {"row_id": new_id(), "entity": "household", "operations": 1, "undecided": bool(number % 2), "heads": "{}"}
        | ({"parent_id": new_id()} if number % 3 else {})
        for number in range(count)
    ]
    found = []
    for name in ("bulk.db", "single.db"):
        with open_engine(tmp_path / name).begin() as connection:
            HEADS.create(connection)
            if name == "bulk.db":
                insert_rows(connection, HEADS, rows)
            else:
                for row in rows:
                    connection.execute(insert(HEADS), row)
            found.append(connection.execute(select(HEADS).order_by(HEADS.c.row_id)).all())
            raw = connection.exec_driver_sql("SELECT typeof(undecided), length(row_id) FROM row_head").all()
    assert found[0] == found[1]
    assert len(found[0]) == count
    assert set(raw) <= {("integer", 32)}
