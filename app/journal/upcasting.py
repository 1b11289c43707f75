"""Lifts operations of older exchange schemas to what this program knows; what stands in the journal stays as written.

Field ids are never reused: where a field of new programs takes an older one's place, it is named here once, with how a
value is carried over. Pure and field by field, so that an erase and a supersede that name the old field mean the new
one. A program that registers another schema rebuilds the records when it first opens a data folder: indexes kept by the
one before name the old fields.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from app.journal.canonical import Json


@dataclass(frozen=True)
class Upcaster:
    """What one schema's successor calls otherwise: `entities` {old: new}, `fields` {(old entity, old field): new},
    and how a value of an old field is said in the new one, where it is not the same.
    """

    entities: Mapping[str, str] = field(default_factory=dict)
    fields: Mapping[tuple[str, str], str] = field(default_factory=dict)
    values: Mapping[tuple[str, str], Callable[[Json], Json]] = field(default_factory=dict)


#: The schema that is lifted -> how, to the next one. There is one schema so far.
UPCASTERS: dict[int, Upcaster] = {}


@dataclass(frozen=True, slots=True)
class Lifted:
    """What an entity of an older schema is called now, and its fields."""

    entity: str
    steps: tuple[tuple[str, Upcaster], ...]

    def name(self, old: str) -> str:
        """What a field is called now."""
        for entity, step in self.steps:
            old = step.fields.get((entity, old), old)
        return old

    def value(self, old: str, value: Json) -> Json:
        """What a field's value is now; nothing stays nothing."""
        for entity, step in self.steps:
            change = step.values.get((entity, old))
            value = change(value) if change and value is not None else value
            old = step.fields.get((entity, old), old)
        return value


def lifting(schema: int, entity: str) -> Lifted | None:
    """How operations of a schema on an entity are read; None where nothing is said otherwise."""
    steps = []
    while (step := UPCASTERS.get(schema)) is not None:
        steps.append((entity, step))
        entity = step.entities.get(entity, entity)
        schema += 1
    return Lifted(entity, tuple(steps)) if steps else None
