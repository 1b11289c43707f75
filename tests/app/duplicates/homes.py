"""Households written in bulk, for the tests of this room."""

from __future__ import annotations

from typing import Any

from app.actions import Action
from app.areas.queries import villages
from app.bundled import programme_id
from app.workspace import Workspace
from models.base import new_id
from models.funding import FundSource, Payment
from models.household import Household, Member
from models.support import SupportCase
from models.vocabulary import SourceKind, WorkType


def write(workspace: Workspace, *homes: dict[str, Any]) -> list[str]:
    """Households of commune 03151 with their `people` in bulk, in its first village; returns their ids."""
    ids = [new_id() for _ in homes]
    with workspace.read() as session:
        village = villages(session, "03151")[0].id
    rows: list[Any] = []
    for household, home in zip(ids, homes, strict=True):
        values = {"village_id": village} | {name: value for name, value in home.items() if name != "people"}
        rows.append((Household, {"id": household, "commune_code": "03151", **values}))
        rows += [(Member, {"household_id": household, **one}) for one in home.get("people", ())]
    with workspace.change(Action.IMPORT_LIST) as change:
        change.recorder.record_many(rows)
    return ids


def case_with_payment(workspace: Workspace, household_id: str, amount: int) -> str:
    """A case in the programme of temporary houses with one payment, in đồng; returns its id."""
    source, case = new_id(), new_id()
    own = {"household_id": household_id, "programme_id": programme_id("xoa-nha-tam")}
    with workspace.change(Action.IMPORT_LIST) as change:
        change.recorder.record_many(
            [
                (FundSource, {"id": source, "name": "Quỹ", "kind": SourceKind.FUND_FOR_POOR}),
                (SupportCase, {"id": case, **own, "work_type": WorkType.NEW_BUILD}),
                (Payment, {"case_id": case, "source_id": source, "amount": amount, "paid_on": "2026-06-01"}),
            ]
        )
    return case
