"""What a closed campaign keeps of its figures: standings and the houses behind them, as "Đã gửi" reads a report."""

from __future__ import annotations

import json
from typing import Any

from app.campaigns.counting import CountedHouse
from app.campaigns.standing_words import (
    figure_words,
    name_words,
    number_words,
    standings_json,
    state_words,
    unit_words,
)
from app.campaigns.standings import Standings
from app.journal.canonical import canonical_text
from app.wording import campaign_running as words

_KEYS = ("name", "unit", "wanted", "figure", "left", "percent", "state")


def kept_text(found: Standings) -> str:
    """The figures of a campaign as text to be recorded: canonical JSON, shares as text."""
    data = standings_json(found) | {
        "title": words.WRAP_UP_TITLE.format(name=found.plan.shown),
        "tables": [
            {
                "title": words.WRAP_UP_TARGETS,
                "keys": list(_KEYS),
                "headings": list(words.WRAP_UP_HEADINGS),
                "rows": _rows(found),
                "total": [],
            }
        ],
        "houses": [_house(one) for one in found.counted.houses if not one.left],
        "notes": [],
    }
    return canonical_text(json.loads(json.dumps(data), parse_float=str))


def _rows(found: Standings) -> list[list[str]]:
    return [
        [
            name_words(one.target),
            unit_words(one.unit),
            figure_words(one, wanted=True),
            figure_words(one),
            number_words(one.left, one.target.measure, one.target.unit_text),
            number_words(one.percent, None),
            state_words(one),
        ]
        for one in found.lines
    ]


def _house(one: CountedHouse) -> dict[str, Any]:
    """A house as a kept report names it."""
    return {
        "household_id": one.household_id,
        "case_id": one.case_id,
        "head_name": one.head_name,
        "place": one.village,
        "work_type": one.work_type,
        "status": one.status,
        "started_on": one.started_on,
        "accepted_on": one.accepted_on,
        "handed_over_on": one.handed_over_on,
        "approved": one.amount or 0,
        "paid": 0,
    }
