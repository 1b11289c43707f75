"""An office goes on with another's work after a merger: the streams that one has written become its own.

Since July 2025 communes have merged and the districts between commune and province are gone (domain section 1). The
office row of the successor lists the streams it holds; nothing is copied and every operation keeps who wrote it.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select

from app.actions import Action
from app.journal.offices import OfficeMap
from app.journal.store import load_offices
from app.problems import Problem, refuse, refuse_errors
from app.workspace import Changes, Workspace
from models.office import Office
from models.vocabulary import Level


@dataclass(frozen=True)
class TakenOver:
    """`successor` goes on with the work of `office`; `waits` until the successor has agreed in "Cần xử lý"."""

    office: str
    successor: str
    waits: bool


def take_over(workspace: Workspace, office: str, successor: str | None = None) -> tuple[Changes, TakenOver]:
    """Give an office's streams to its successor, by default this office. Raises `Refused`.

    Written by the upper office only, which sees both: a commune that took another's households by its own word would
    be sent them. The commune that takes over agrees by accepting the proposal that reaches it.
    """
    me = workspace.author.office
    successor = successor or me
    with workspace.change(Action.SAVE_OFFICE) as change:
        offices = load_offices(change.session.connection())
        refuse_errors(_problems(offices, workspace.author.level, me, office, successor))
        row = change.session.scalars(select(Office).where(Office.code == successor)).first()
        if row is None:
            raise refuse("by", "take_over_unknown", office=successor)
        held = dict.fromkeys([*offices.own_first(successor), *offices.own_first(office)])
        row.streams = " ".join(held)
    return change.done, TakenOver(office, successor, waits=successor != me)


def _problems(offices: OfficeMap, level: Level, me: str, office: str, successor: str) -> list[Problem]:
    """What speaks against it."""
    if level is not Level.UPPER:
        return [Problem("", "take_over_from_above")]
    below = set(offices.below(me))
    for code in (office, successor):
        if code not in below | {me}:
            return [Problem("office", "take_over_unknown", {"office": code})]
    if office in {successor, me}:
        return [Problem("office", "take_over_itself")]
    if offices.entries[office].level is not offices.entries[successor].level:
        return [Problem("by", "take_over_levels")]
    standing = offices.current(office)
    if standing != office:
        return [Problem("office", "take_over_done", {"office": office, "by": standing})]
    return []
