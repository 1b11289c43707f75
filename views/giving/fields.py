"""Fields that the quick line and the short forms of giving share: what is given in one text, and for whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QLineEdit

from app.giving.drafts import GiftDraft
from app.giving.targets import Target, TargetKind
from app.giving.typed_gift import read_gift
from app.problems import Problem, Refused
from app.wording import giving_pages as words
from models.vocabulary import ContributionKind
from views import style
from views.widgets.choice_edit import Choice, ChoiceEdit

_PARTS = ("amount", "item", "unit", "quantity", "people", "unit_value")


class GiftEdit(QLineEdit):
    """Money, goods or work in one text; its placeholder follows the kind that is chosen beside it."""

    def __init__(self, kind: ChoiceEdit, width: int = 0) -> None:
        super().__init__()
        self._kind, self._width = kind, width
        kind.changed.connect(self.show_kind)
        style.follow_scale(self, self._size)
        self.show_kind()

    def _size(self) -> None:
        self.setMinimumHeight(style.px(28))
        if self._width:
            self.setFixedWidth(style.px(self._width))

    def show_kind(self) -> None:
        """Say how the chosen kind of gift is typed."""
        self.setPlaceholderText(words.WHAT_HINTS.get(self._kind.value() or "", words.MONEY_HINT))

    def problems(self) -> list[Problem]:
        """Why the text cannot be read; nothing when it can."""
        try:
            read_gift(self._kind.value() or ContributionKind.CASH.value, self.text())
        except Refused as refused:
            return list(refused.problems)
        return []


def target_choices(targets: Sequence[Target]) -> list[Choice]:
    """What a gift may be for, to choose from."""
    return [Choice(one.key, f"{one.name} – {one.more}" if one.more else one.name) for one in targets]


def typed_gift(kind: str, day: str | None, what: str, target: str | None) -> GiftDraft:
    """The gift as it is typed, for the target chosen, without its giver. Raises `Refused` when it cannot be read."""
    read = read_gift(kind, what)
    where, _, key = (target or "").partition(":")
    return GiftDraft(
        kind,
        day or "",
        read.amount,
        item=read.item,
        unit=read.unit,
        quantity=read.quantity,
        people=read.people,
        unit_value=read.unit_value,
        source_id=key if where == TargetKind.SOURCE else None,
        case_id=key if where == TargetKind.CASE else None,
        drive_id=key if where == TargetKind.DRIVE else None,
    )


def placed(problem: Problem) -> Problem:
    """What is wrong with a part of the typed gift stands under the one field in which it is typed."""
    return replace(problem, field="gift") if problem.field in _PARTS else problem
