"""What a form, a command or the quick grid hands in about building."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from app.support.drafts import ExceptionDraft
from models.vocabulary import InspectionResult, Part, Stage


@dataclass(frozen=True)
class StageDraft:
    """A stage done on a day (`start`: the works began); without a day a stage that was recorded is taken back."""

    case_id: str
    stage: Stage
    done_on: str | None
    note: str | None = None


@dataclass(frozen=True)
class SiteReportDraft:
    """What the village told of a house on a day without a stage done; without a note: nothing has changed."""

    case_id: str
    reported_on: str
    note: str | None = None


@dataclass(frozen=True)
class WeekDraft:
    """A week's news as the quick grid hands it in: stages, houses that stop or go on again, and what else was told."""

    stages: tuple[StageDraft, ...] = ()
    exceptions: tuple[ExceptionDraft, ...] = ()
    reports: tuple[SiteReportDraft, ...] = ()

    @property
    def houses(self) -> frozenset[str]:
        """The cases that anything is said of."""
        told: tuple[StageDraft | ExceptionDraft | SiteReportDraft, ...] = (
            *self.stages,
            *self.exceptions,
            *self.reports,
        )
        return frozenset(one.case_id for one in told)


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
