"""What a form or a command hands in about the office."""

from __future__ import annotations

from dataclasses import dataclass, field

from models.vocabulary import Level, Role


@dataclass(frozen=True)
class OfficeDraft:
    """The first facts of an office: enough to work with; everything can be changed later.

    `village_heads` holds by the village's name its head and his telephone.
    """

    level: Level
    code: str
    name: str
    province: str
    villages: tuple[str, ...] = ()
    superior_code: str | None = None
    superior_name: str | None = None
    person: str | None = None
    position: str | None = None
    device_name: str | None = None
    series: str | None = None
    body: str | None = None
    header: str | None = None
    place_name: str | None = None
    village_heads: dict[str, tuple[str | None, str | None]] = field(default_factory=dict)


@dataclass(frozen=True)
class OfficeEdit:
    """What "Thiết lập" changes of the office later; `version` is the one the form was shown."""

    name: str
    body: str | None = None
    province: str | None = None
    superior_code: str | None = None
    superior_name: str | None = None
    header: str | None = None
    place_name: str | None = None
    version: int | None = None


@dataclass(frozen=True)
class SignerDraft:
    """Who signs papers: in which capacity ("TM.", "KT. CHỦ TỊCH"), from when to when (ISO days)."""

    name: str
    position: str | None = None
    capacity: str | None = None
    valid_from: str | None = None
    valid_to: str | None = None
    id: str | None = None
    version: int | None = None


@dataclass(frozen=True)
class UserDraft:
    """A person who works with the program; `role` is one of `models.vocabulary.Role`."""

    name: str
    position: str | None = None
    role: str = Role.OFFICER
    id: str | None = None
    version: int | None = None


@dataclass(frozen=True)
class CommitteeMemberDraft:
    """A member of a committee, from when to when (ISO days)."""

    name: str
    position: str | None = None
    phone: str | None = None
    valid_from: str | None = None
    valid_to: str | None = None
    id: str | None = None
    version: int | None = None


@dataclass(frozen=True)
class CommitteeDraft:
    """A committee with the decision that founded it."""

    name: str
    decision_number: str | None = None
    decision_date: str | None = None
    members: tuple[CommitteeMemberDraft, ...] = ()
    id: str | None = None
    version: int | None = None


@dataclass(frozen=True)
class ContactDraft:
    """Somebody with a telephone; `unit` is where he works, `id` and `version` are None for a new one."""

    kind: str
    name: str
    phone: str | None = None
    unit: str | None = None
    address: str | None = None
    note: str | None = None
    id: str | None = None
    version: int | None = None
