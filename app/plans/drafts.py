"""What a plan says, as a form or a plan file hands it in. The order of the parts is their order in the plan.

A field that is a word of the vocabulary, a day, a number or a list says so in its metadata: the reader of plan files,
the rules and the sheets of the window go by it. Days may be partial (a year, "2025-07", "2025-Q4"), a period a
span of two ("2021/2025"); parts name a unit by its code.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import Field, dataclass, field, fields
from enum import StrEnum
from typing import Any, ClassVar

from models.vietnamese import fold
from models.vocabulary import (
    AwardLevel,
    AwardObject,
    CampaignSection,
    Category,
    Compare,
    CountsWhen,
    Denominator,
    Measure,
    QuotaKind,
    Repeat,
    UnitKind,
    WorkType,
)


class FieldKind(StrEnum):
    """How a field of a plan is written."""

    TEXT = "text"
    DAY = "day"
    PERIOD = "period"
    WHOLE = "whole"
    DECIMAL = "decimal"
    FLAG = "flag"
    CODES = "codes"


@dataclass(frozen=True)
class FieldSpec:
    """A field of a part: how it is written, the words it may hold (none: any), and whether it must be there."""

    name: str
    kind: FieldKind = FieldKind.TEXT
    words: type[StrEnum] | None = None
    required: bool = False


def _of(kind: FieldKind, words: type[StrEnum] | None = None, *, required: bool = False, default: Any = None) -> Any:
    return field(default=default, metadata={"kind": kind, "words": words, "required": required})


def _text(*, required: bool = False) -> Any:
    return _of(FieldKind.TEXT, required=required)


def _word(words: type[StrEnum], *, required: bool = False) -> Any:
    return _of(FieldKind.TEXT, words, required=required)


def _day() -> Any:
    return _of(FieldKind.DAY)


def _whole() -> Any:
    return _of(FieldKind.WHOLE)


def _decimal() -> Any:
    return _of(FieldKind.DECIMAL)


def _flag() -> Any:
    return _of(FieldKind.FLAG)


def _codes(words: type[StrEnum] | None = None) -> Any:
    return _of(FieldKind.CODES, words, default=())


@dataclass(frozen=True)
class _Kept:
    """The record a part came from; a new part has none."""

    id: str | None = None
    version: int | None = None


@dataclass(frozen=True)
class TextDraft(_Kept):
    """A sentence of the plan: a slogan, a legal basis, a criterion, a recipient, how an ambiguity was read."""

    part: ClassVar[str] = "text"

    section: str | None = _word(CampaignSection, required=True)
    subject: str | None = _text()
    text: str | None = _text(required=True)
    value: str | None = _text()
    warning: str | None = _text()
    valid_to: str | None = _day()
    successor: str | None = _text()


@dataclass(frozen=True)
class UnitDraft(_Kept):
    """A unit as the plan names it; `parent` is a unit's code, `area` a commune's code or a village's name."""

    part: ClassVar[str] = "unit"

    code: str | None = _text(required=True)
    name: str | None = _text(required=True)
    kind: str | None = _word(UnitKind, required=True)
    parent: str | None = _text()
    area: str | None = _text()
    contact: str | None = _text()
    phone: str | None = _text()
    valid_to: str | None = _day()
    successor: str | None = _text()


@dataclass(frozen=True)
class TargetDraft(_Kept):
    """A figure to reach, of a unit (its code) or of the whole, in a period."""

    part: ClassVar[str] = "target"

    unit: str | None = _text()
    measure: str | None = _word(Measure, required=True)
    name: str | None = _text()
    unit_text: str | None = _text()
    period: str | None = _of(FieldKind.PERIOD)
    figure: str | None = _decimal()
    upper: str | None = _decimal()
    compare: str | None = _word(Compare)
    decision_number: str | None = _text()
    decided_on: str | None = _day()
    note: str | None = _text()


@dataclass(frozen=True)
class TaskDraft(_Kept):
    """What somebody must do: one lead, several that co-ordinate; or a person with his field and area."""

    part: ClassVar[str] = "task"

    number: str | None = _text()
    text: str | None = _text(required=True)
    lead: str | None = _text()
    cooperating: str | None = _text()
    person: str | None = _text()
    field: str | None = _text()
    area: str | None = _text()
    due: str | None = _day()
    served_by: str | None = _text()
    note: str | None = _text()


@dataclass(frozen=True)
class DeadlineDraft(_Kept):
    """What is due when, from whom (kinds of units), to whom and through whom; `report` is one of the catalogue."""

    part: ClassVar[str] = "deadline"

    code: str | None = _text()
    task: str | None = _text(required=True)
    due: str | None = _day()
    inclusive: bool | None = _flag()
    on_request: bool | None = _flag()
    repeats: str | None = _word(Repeat)
    starts_on: str | None = _day()
    from_kind: tuple[str, ...] = _codes(UnitKind)
    addressees: str | None = _text()
    through: str | None = _text()
    phase: str | None = _text()
    report: str | None = _text()
    note: str | None = _text()


@dataclass(frozen=True)
class FormDraft(_Kept):
    """A form of award with level and issuer; `objects` are the kinds of participants it may go to."""

    part: ClassVar[str] = "form"

    code: str | None = _text(required=True)
    name: str | None = _text(required=True)
    level: str | None = _word(AwardLevel)
    issuer: str | None = _text()
    issuer_valid_to: str | None = _day()
    issuer_successor: str | None = _text()
    objects: tuple[str, ...] = _codes(AwardObject)
    note: str | None = _text()


@dataclass(frozen=True)
class QuotaDraft(_Kept):
    """How many may be proposed for a form (its code): a tier, a fixed number, handed down, or left to the unit."""

    part: ClassVar[str] = "quota"

    form: str | None = _text(required=True)
    object: str | None = _word(AwardObject, required=True)
    rule: str | None = _word(QuotaKind, required=True)
    unit_kind: str | None = _word(UnitKind)
    whom: str | None = _text()
    lower: int | None = _whole()
    lower_inclusive: bool | None = _flag()
    lower_open: bool | None = _flag()
    upper: int | None = _whole()
    upper_inclusive: bool | None = _flag()
    upper_open: bool | None = _flag()
    number: int | None = _whole()
    text: str | None = _text()


PartDraft = TextDraft | UnitDraft | TargetDraft | TaskDraft | DeadlineDraft | FormDraft | QuotaDraft
#: The kinds of parts by the name of their table in a plan file, in the order of the file.
PARTS: dict[str, type[PartDraft]] = {
    one.part: one for one in (TextDraft, UnitDraft, TargetDraft, TaskDraft, DeadlineDraft, FormDraft, QuotaDraft)
}


@dataclass(frozen=True)
class CampaignDraft(_Kept):
    """A plan with all its parts. `superior_code` names the plan above where it is here."""

    code: str | None = _text(required=True)
    name: str | None = _text(required=True)
    short_name: str | None = _text()
    number: str | None = _text()
    issued_on: str | None = _day()
    issuer: str | None = _text()
    issuer_valid_to: str | None = _day()
    issuer_successor: str | None = _text()
    signer: str | None = _text()
    signer_position: str | None = _text()
    superior_code: str | None = _text()
    superior: str | None = _text()
    starts_on: str | None = _day()
    ends_on: str | None = _day()
    wrap_up_on: str | None = _day()
    standing_body: str | None = _text()
    principle: str | None = _text()
    motto: str | None = _text()
    programmes: tuple[str, ...] = _codes()
    categories: tuple[str, ...] = _codes(Category)
    work_types: tuple[str, ...] = _codes(WorkType)
    counts_when: str | None = _word(CountsWhen)
    denominator: str | None = _word(Denominator)
    earlier_gifts: bool | None = _flag()
    linked: tuple[str, ...] = _codes()
    note: str | None = _text()
    texts: tuple[TextDraft, ...] = ()
    units: tuple[UnitDraft, ...] = ()
    targets: tuple[TargetDraft, ...] = ()
    tasks: tuple[TaskDraft, ...] = ()
    deadlines: tuple[DeadlineDraft, ...] = ()
    forms: tuple[FormDraft, ...] = ()
    quotas: tuple[QuotaDraft, ...] = ()

    def parts(self, part: str) -> tuple[PartDraft, ...]:
        """The parts of one kind ("unit": the units)."""
        found: tuple[PartDraft, ...] = getattr(self, f"{part}s")
        return found


def code_from(name: str, taken: Collection[str | None]) -> str:
    """A code made of a name, another than those that are taken: "Bản Hua Nạng" is "ban-hua-nang"."""
    stem = "-".join("".join(one if one.isascii() and one.isalnum() else " " for one in fold(name)).split())[:40]
    stem = stem.strip("-") or "muc"
    numbered = (f"{stem}-{number}" if number > 1 else stem for number in range(1, len(taken) + 2))
    return next(one for one in numbered if one not in taken)


def specs(kind: type[PartDraft | CampaignDraft]) -> dict[str, FieldSpec]:
    """The fields of a draft by name, in order; record and parts left out."""
    return {one.name: _spec(one) for one in fields(kind) if one.metadata}


def _spec(one: Field[Any]) -> FieldSpec:
    return FieldSpec(one.name, one.metadata["kind"], one.metadata["words"], one.metadata["required"])
