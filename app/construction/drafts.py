"""What a form, a command or the quick grid hands in about building."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from models.vocabulary import InspectionResult, Part, Stage


@dataclass(frozen=True)
class StageDraft:
    """A stage done on a day (`start`: the works began); without a day a stage that was recorded is taken back."""

    case_id: str
    stage: Stage
    done_on: str | None
    note: str | None = None


@dataclass(frozen=True)
class InspectionDraft:
    """A visit to the site and its result."""

    case_id: str
    visited_on: str
    result: InspectionResult
    note: str | None = None


@dataclass(frozen=True)
class AcceptanceDraft:
    """The check of a finished house. Area in m2 as decimal text, costs in đồng by source code.

    `hard` names the parts found hard, `materials` what parts are made of; `exemption` is the reason why a house that
    lacks what the programme asks is accepted all the same.
    """

    case_id: str
    accepted_on: str
    area_m2: str | None = None
    hard: frozenset[Part] = frozenset()
    materials: Mapping[Part, str] = field(default_factory=lambda: MappingProxyType({}))
    resilient: str | None = None
    exemption: str | None = None
    costs: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    note: str | None = None
