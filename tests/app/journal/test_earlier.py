"""The records as they were known at a moment: later entries are not there, earlier ones are as they were then."""

from __future__ import annotations

import time

from sqlalchemy import func, select

from app.actions import Action
from app.database import foreign_key_problems
from app.journal.earlier import copy_in_memory, forget_after
from app.journal.store import OPERATIONS
from app.reports.houses import house_lines
from app.workspace import Workspace
from models.household import Household
from tests.make import make_approved, make_case


def latest(workspace: Workspace) -> int:
    """The moment of the newest entry; what follows comes later."""
    with workspace.read() as session:
        found = session.scalar(select(func.max(OPERATIONS.c.ms))) or 0
    time.sleep(0.01)
    return found


def test_later_entries_are_forgotten_and_earlier_ones_stand_as_they_were(commune: Workspace) -> None:
    first = make_case(commune, "Lò Văn Pâng")
    moment = latest(commune)
    make_approved(commune, first)
    make_case(commune, "Quàng Thị Ín")
    with copy_in_memory(commune.engine) as session:
        assert forget_after(session.connection(), moment, commune.author.device)
        (line,) = house_lines(session)
        assert (line.facts.head_name, line.state.decision) == ("Lò Văn Pâng", None)
        assert foreign_key_problems(session.connection()) == 0
    with commune.read() as session:
        assert session.scalar(select(func.count()).select_from(Household)) == 2


def test_a_value_is_what_it_was_then(commune: Workspace) -> None:
    make_case(commune, "Lò Văn Pâng")
    moment = latest(commune)
    with commune.change(Action.SAVE_HOUSEHOLD) as change:
        household = change.session.scalars(select(Household)).one()
        household.head_name = "Lò Văn Pâng (con)"
    with copy_in_memory(commune.engine) as session:
        forget_after(session.connection(), moment, commune.author.device)
        assert session.scalars(select(Household.head_name)).one() == "Lò Văn Pâng"


def test_where_nothing_came_later_nothing_is_done(commune: Workspace) -> None:
    make_case(commune)
    with copy_in_memory(commune.engine) as session:
        assert not forget_after(session.connection(), latest(commune), commune.author.device)
