"""All that a user may be told: what is wrong with his input, what has moved on, and what the world refuses.

Codes are turned into Vietnamese sentences by `app.wording.messages`; nothing here is a sentence.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from dataclasses import field as dataclass_field


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong, or doubtful, with a value: the field it stands beside, a code and its values."""

    field: str
    code: str
    values: Mapping[str, object] = dataclass_field(default_factory=dict)
    warning: bool = False


class Told(Exception):
    """Anything that ends an operation with a sentence for the user."""


class Refused(Told):
    """The operation broke a rule of the office's work; nothing was changed."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(", ".join(f"{one.field}: {one.code}" for one in problems))
        self.problems = tuple(problems)

    def __reduce__(self) -> tuple[object, ...]:
        """Travels home from a child process with its problems."""
        return (Refused, (self.problems,))


class Stale(Told):
    """The row has changed since it was opened; the user is offered to load it again."""


class Cancelled(Told):
    """The user stopped the work; nothing half-done was kept."""


class Trouble(Told):
    """The world's fault (a full disk, a locked or damaged file, a newer version): one sentence says what to do."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(f"{code} {values}" if values else code)
        self.code = code
        self.values = values

    def __reduce__(self) -> tuple[object, ...]:
        """Travels home from a child process with its values."""
        return (_trouble, (self.code, self.values))


def _trouble(code: str, values: dict[str, object]) -> Trouble:
    return Trouble(code, **values)


def refuse(field_name: str, code: str, **values: object) -> Refused:
    """A refusal with a single problem, ready to be raised."""
    return Refused([Problem(field_name, code, values)])


def errors(problems: Sequence[Problem]) -> list[Problem]:
    """The problems that stop an operation (warnings do not)."""
    return [one for one in problems if not one.warning]


def refuse_errors(problems: Sequence[Problem]) -> list[Problem]:
    """Raise `Refused` when one of the problems is an error; otherwise hand back the warnings."""
    wrong = errors(problems)
    if wrong:
        raise Refused(wrong)
    return list(problems)
