"""What is doubtful about a plan: legal bases that were misprinted, offices that do not exist any more. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from app.campaigns.facts import CampaignDetail
from app.plans.days import day_text
from app.plans.periods import last_day
from app.problems import Problem
from app.wording.campaigns import DOUBT_PLACES
from models.vietnamese import fold


@dataclass(frozen=True)
class Doubt:
    """One doubtful place: the record (`part` and `id`), the text it is about and what is to be said about it.

    `field` is where the answer is kept: a successor, or the `warning` of a sentence that somebody has to look at.
    """

    part: str
    id: str
    version: int
    field: str
    place: str
    text: str
    warning: str | None = None
    ended_on: str | None = None
    successor: str | None = None

    @property
    def open(self) -> bool:
        """Whether an answer is still missing."""
        return self.successor is None

    def problem(self) -> Problem:
        """What to say beside the text."""
        if self.ended_on is None:
            return Problem("", "basis_doubtful", {"text": self.text, "warning": self.warning or ""}, warning=True)
        told = {"name": self.text, "day": day_text(self.ended_on)}
        if self.successor:
            return Problem("", "office_ended_told", {**told, "successor": self.successor}, warning=True)
        return Problem("", "office_ended", told, warning=True)


def doubts(plan: CampaignDetail, day: str) -> list[Doubt]:
    """The doubtful places of a plan as of a day (ISO text), those without an answer first."""
    found = _doubts(plan, day)
    return sorted([*found, *_of_deadlines(plan, found)], key=lambda one: not one.open)


def _of_deadlines(plan: CampaignDetail, found: Sequence[Doubt]) -> Iterator[Doubt]:
    """Where something is to be sent to, or through, an office that has ended: answered where that office stands."""
    ended = {fold(one.text): one for one in found if one.ended_on}
    told: set[tuple[str, str]] = set()
    for deadline in plan.deadlines:
        for name in f"{deadline.addressees or ''};{deadline.through or ''}".split(";"):
            one = ended.get(fold(name.strip()))
            if one is not None and (deadline.task or "", one.id) not in told:
                told.add((deadline.task or "", one.id))
                text = f"{deadline.task}: {name.strip()}"
                yield replace(one, place=DOUBT_PLACES["deadline"], text=text)


def _doubts(plan: CampaignDetail, day: str) -> list[Doubt]:
    found = []
    if _ended(plan.issuer_valid_to, day):
        found.append(_office(plan.id, plan.version, "campaign", "issuer_successor", plan.issuer, plan))
    for text in plan.texts:
        place = DOUBT_PLACES.get(text.section or "", DOUBT_PLACES["text"])
        if text.warning:
            found.append(Doubt("text", text.id, text.version, "warning", place, text.text or "", text.warning))
        if _ended(text.valid_to, day):
            found.append(_ended_text(text.id, text.version, "text", place, text.text, text.valid_to, text.successor))
    for unit in plan.units:
        if _ended(unit.valid_to, day):
            place = DOUBT_PLACES["unit"]
            found.append(_ended_text(unit.id, unit.version, "unit", place, unit.name, unit.valid_to, unit.successor))
    for form in plan.forms:
        if _ended(form.issuer_valid_to, day):
            found.append(
                Doubt(
                    "form",
                    form.id,
                    form.version,
                    "issuer_successor",
                    DOUBT_PLACES["form"],
                    form.issuer or form.name or "",
                    ended_on=form.issuer_valid_to,
                    successor=form.issuer_successor,
                )
            )
    return found


def _ended(valid_to: str | None, day: str) -> bool:
    return bool(valid_to) and last_day(str(valid_to)) < day


def _office(row: str, version: int, part: str, field: str, text: str | None, plan: CampaignDetail) -> Doubt:
    place = DOUBT_PLACES[part]
    return Doubt(
        part, row, version, field, place, text or "", ended_on=plan.issuer_valid_to, successor=plan.issuer_successor
    )


def _ended_text(
    row: str, version: int, part: str, place: str, text: str | None, ended_on: str | None, successor: str | None
) -> Doubt:
    return Doubt(part, row, version, "successor", place, text or "", ended_on=ended_on, successor=successor)
