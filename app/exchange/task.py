"""A decision that waits for people, with the values to choose from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from app.exchange.origins import Origin
from app.journal.canonical import Json
from app.journal.operation import Operation
from models.vocabulary import TaskKind


@dataclass(frozen=True)
class TaskValue:
    """One of the values to choose from, also in words; who wrote it, when (UTC), in which office, on which laptop."""

    value: Json
    by: str
    at: str
    office: str
    proposal: str = ""
    shown: str = ""
    office_name: str = ""
    origin: Origin | None = None

    def as_json(self) -> dict[str, Any]:
        """The shape of one of `values` in `tasks --json`; `device` is the laptop's id, `file` the package's name."""
        found = self.origin or Origin("", "", 0)
        return {
            "value": self.value,
            "shown": self.shown,
            "by": self.by,
            "at": self.at,
            "office": self.office,
            "device": found.device,
            "device_name": found.device_name,
            "file": found.file,
            "cell": found.cell,
        }


@dataclass(frozen=True)
class Task:
    """A decision that waits. `id` names it until it is decided; `row` and `entity` are what it is about.

    `tab` is where in the dossier one looks at it; a point to look at has its code as `field`.
    `lines` are what is to be looked at beside the sentence. Of what has not come: `ask` is the office that can send it,
    "" for any, and `asked` says when it was last asked for.
    """

    id: str
    kind: TaskKind
    text: str
    row: str = ""
    entity: str = ""
    household: str | None = None
    household_name: str = ""
    field: str | None = None
    values: tuple[TaskValue, ...] = ()
    tab: str = ""
    lines: tuple[str, ...] = ()
    ask: str = ""
    asked: str = ""

    def as_json(self) -> dict[str, Any]:
        """The shape of `tasks --json`."""
        return {
            "id": self.id,
            "kind": self.kind.value,
            "household": self.household,
            "field": self.field,
            "values": [one.as_json() for one in self.values],
            "text": self.text,
        }


def written_value(operation: Operation, name: str, proposal: str = "") -> TaskValue:
    """The value an operation gives a field, with who wrote it, when and where."""
    origin = Origin.of(operation)
    return TaskValue(operation.value(name), operation.user[1], operation.at, operation.office, proposal, origin=origin)
