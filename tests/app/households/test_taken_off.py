"""Households off the list are found by name, and come back whole."""

from __future__ import annotations

from app.households.operations import delete_households, restore_households
from app.households.queries import first_page
from app.households.taken_off import households_taken_off
from app.workspace import Workspace
from tests.make import make_household


def test_taken_off_together_and_brought_back_together(commune: Workspace) -> None:
    ids = [make_household(commune, name) for name in ("Lò Văn Pâng", "Quàng Thị Ín", "Cà Văn Ơn")]
    delete_households(commune, ids[:2], "Nhập trùng")
    with commune.read() as session:
        off = households_taken_off(session)
        assert [(one.head_name, one.reason) for one in off] == [
            ("Quàng Thị Ín", "Nhập trùng"),
            ("Lò Văn Pâng", "Nhập trùng"),
        ]
        assert [one.head_name for one in households_taken_off(session, "quang in")] == ["Quàng Thị Ín"]
        assert len(first_page(session)) == 1
    restore_households(commune, ids[:2])
    with commune.read() as session:
        assert households_taken_off(session) == []
        assert len(first_page(session)) == 3
