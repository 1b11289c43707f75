"""Keeps the pairs found last on this laptop, so that the page and "Cần xử lý" open at once. Never recorded."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from app.duplicates.finding import Pair, find_pairs
from app.duplicates.scoring import Reason
from app.households.queries import household_count
from app.local import Fact, get_fact, set_fact
from app.parsing import today
from app.progress import Progress
from app.workspace import Workspace
from models.everything import METADATA

PAIRS = METADATA.tables["duplicate_pair"]
#: Up to so many households the pairs are found anew whenever the page is opened (a second).
MOST_AT_ONCE = 10_000


def find_and_keep(workspace: Workspace, progress: Progress | None = None) -> int:
    """Find the pairs of all households and keep them; returns how many. Raises `Cancelled`, then nothing changed.

    Nothing is written where all is as it was found today: open pages would take the commit for somebody's work.
    """
    with workspace.read() as session:
        found = [_row(one) for one in find_pairs(session, progress)]
        kept = [dict(row) for row in session.execute(select(PAIRS)).mappings()]
        last = found_at(session)
    same = sorted(found, key=_place) == sorted(kept, key=_place)
    if same and last is not None and last.astimezone().date() == today():
        return len(found)
    with workspace.engine.connect().execution_options(writing=True) as connection, connection.begin():
        connection.execute(delete(PAIRS))
        if found:
            connection.execute(insert(PAIRS), found)
        set_fact(connection, Fact.DUPLICATES_FOUND, datetime.now(UTC).isoformat())
    return len(found)


def _place(row: dict[str, Any]) -> tuple[str, str]:
    return row["left_id"], row["right_id"]


def found_at(session: Session) -> datetime | None:
    """When pairs were last looked for on this laptop."""
    told = get_fact(session.connection(), Fact.DUPLICATES_FOUND)
    return datetime.fromisoformat(told) if told else None


def found_at_once(session: Session) -> bool:
    """Whether an office is small enough to have its pairs found whenever somebody looks."""
    return household_count(session) <= MOST_AT_ONCE


def find_where_soon(workspace: Workspace) -> None:
    """Find the pairs anew where that takes a second; of more households those found last stand."""
    with workspace.read() as session:
        soon = found_at_once(session)
    if soon:
        find_and_keep(workspace)


def _row(pair: Pair) -> dict[str, Any]:
    reasons = json.dumps([[one.code, one.value] for one in pair.reasons], ensure_ascii=False)
    return {
        "left_id": pair.left_id,
        "right_id": pair.right_id,
        "score": pair.score,
        "apart": pair.apart,
        "commune_code": pair.commune,
        "reasons": reasons,
    }


def kept_reasons(text: str) -> tuple[Reason, ...]:
    """The reasons of a kept pair."""
    return tuple(Reason(code, value) for code, value in json.loads(text))
