"""What the page hands in when two households are joined."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

#: The fields of a household that are compared and chosen one by one; those of the head go together.
HEAD_FIELDS = ("head_name", "gender", "birth", "citizen_id", "ethnicity")
OTHER_FIELDS = (
    "code", "phone", "village_id", "address", "category", "flags", "member_count", "bank_account", "bank_name",
    "bank_holder", "guardian", "note", "independent_since", "resident_since",
)  # fmt: skip


@dataclass(frozen=True)
class JoinDraft:
    """Two households that are one. `taken`: field -> the household whose value is kept; else the one shown keeps its.

    `seen`: household -> the version the officer was shown.
    """

    one_id: str
    other_id: str
    taken: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    seen: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def shown_id(self) -> str:
        """The one that stays on the list: the smaller id, as every laptop will have it."""
        return min(self.one_id, self.other_id)

    @property
    def joined_id(self) -> str:
        """The one that is shown with it."""
        return max(self.one_id, self.other_id)
