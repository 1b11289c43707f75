"""A plan and its parts as frozen rows: what the drafts say, with the ids of the records they came from."""

from __future__ import annotations

from dataclasses import dataclass

from app.journal.offices import opened_by
from app.plans.drafts import (
    CampaignDraft,
    DeadlineDraft,
    FormDraft,
    QuotaDraft,
    TargetDraft,
    TaskDraft,
    TextDraft,
    UnitDraft,
)


@dataclass(frozen=True)
class TextRow(TextDraft):
    """A sentence of the plan."""

    id: str = ""
    version: int = 0
    position: int = 0


@dataclass(frozen=True)
class UnitRow(UnitDraft):
    """A unit with what it hangs on; `area_id` is a province, commune or village known here."""

    id: str = ""
    version: int = 0
    position: int = 0
    parent_id: str | None = None
    area_id: str | None = None


@dataclass(frozen=True)
class TargetRow(TargetDraft):
    """A figure to reach; no `unit_id`: of the whole."""

    id: str = ""
    version: int = 0
    position: int = 0
    unit_id: str | None = None


@dataclass(frozen=True)
class TaskRow(TaskDraft):
    """A task in its place."""

    id: str = ""
    version: int = 0
    position: int = 0


@dataclass(frozen=True)
class DeadlineRow(DeadlineDraft):
    """A deadline as the plan says it; when it is due: app.plans.periods."""

    id: str = ""
    version: int = 0
    position: int = 0


@dataclass(frozen=True)
class FormRow(FormDraft):
    """A form of award."""

    id: str = ""
    version: int = 0
    position: int = 0


@dataclass(frozen=True)
class QuotaRow(QuotaDraft):
    """A quota rule."""

    id: str = ""
    version: int = 0
    position: int = 0


@dataclass(frozen=True)
class CampaignRow(CampaignDraft):
    """A plan without its parts. `bundled`: it came with the program. `stream`: whose it is ("" bundled, unchanged)."""

    id: str = ""
    version: int = 0
    stream: str = ""
    bundled: bool = False
    superior_id: str | None = None
    opened_on: str | None = None
    closed_on: str | None = None

    @property
    def office(self) -> str:
        """The code of the office whose plan it is; "" for one that came with the program and is unchanged."""
        return opened_by(self.stream)

    @property
    def shown(self) -> str:
        """The short name, else the whole one, else the code."""
        return self.short_name or self.name or self.code or ""


@dataclass(frozen=True)
class CampaignDetail(CampaignRow):
    """A plan with all its parts, each kind in the order of the plan."""

    texts: tuple[TextRow, ...] = ()
    units: tuple[UnitRow, ...] = ()
    targets: tuple[TargetRow, ...] = ()
    tasks: tuple[TaskRow, ...] = ()
    deadlines: tuple[DeadlineRow, ...] = ()
    forms: tuple[FormRow, ...] = ()
    quotas: tuple[QuotaRow, ...] = ()

    def texts_of(self, section: str) -> tuple[TextRow, ...]:
        """The sentences of a section (models.vocabulary.CampaignSection)."""
        return tuple(one for one in self.texts if one.section == section)

    def unit(self, unit_id: str | None) -> UnitRow | None:
        """A unit by its id."""
        return next((one for one in self.units if one.id == unit_id), None)
