"""What has not come yet is told as long as it is missing."""

from __future__ import annotations

from sqlalchemy import select

from app.exchange.tasks import list_tasks
from app.journal.arrival import take_operations
from app.journal.operation import Operation, from_wire
from app.journal.store import OPERATIONS
from app.workspace import Workspace
from models.base import new_id
from models.vocabulary import TaskKind
from tests.app.journal.test_newer import Stranger
from tests.make import make_household


def gaps(workspace: Workspace) -> list[str]:
    """What the page of decisions says is missing."""
    return [one.id for one in list_tasks(workspace) if one.kind is TaskKind.GAP]


def take(workspace: Workspace, operations: list[Operation]) -> None:
    """Receive operations."""
    with workspace.engine.connect().execution_options(writing=True) as connection, connection.begin():
        take_operations(connection, operations)


def test_rows_whose_beginning_has_not_come_are_told_until_it_comes(commune: Workspace, upper: Workspace) -> None:
    household = make_household(commune, "Lò Văn Pâng")
    other = Stranger("03151", "03151")
    other.write("member", new_id(), "create", {"name": "Lò Thị Bé"}, parent=household)
    other.write("household", household, "edit", {"phone": "0912"})
    take(upper, [from_wire(body) for body in other.bodies])
    assert gaps(upper) == ["gap:rows"]
    with commune.read() as session:
        bodies = session.scalars(select(OPERATIONS.c.body)).all()
    take(upper, [from_wire(body) for body in bodies])
    assert gaps(upper) == []
