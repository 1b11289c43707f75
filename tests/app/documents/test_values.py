"""Claims about keeping the values of an issued paper."""

from __future__ import annotations

import json
from datetime import date, time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.documents.parts import CostLine, HousePart, Party, Proxy, Recipient, Signature
from app.documents.values import from_values, to_values
from app.handover.completion import CompletionCheck
from app.handover.minutes import HandoverMinutes
from app.problems import Trouble
from models.vocabulary import WorkType

MINUTES = st.builds(
    HandoverMinutes,
    office_lines=st.lists(st.text()).map(tuple),
    number=st.none() | st.text(),
    held_on=st.none() | st.dates(),
    held_at=st.none() | st.times(),
    side_a=st.lists(st.builds(Party, st.text(), st.text(), st.text())).map(tuple),
    head=st.builds(Recipient, st.text(), st.text()),
    proxy=st.none() | st.builds(Proxy, st.text(), st.text()),
    work_type=st.none() | st.sampled_from(WorkType),
    area=st.none() | st.decimals(0, 10**6, places=2),
    roof=st.builds(HousePart, st.text(), st.none() | st.booleans()),
    costs=st.lists(st.builds(CostLine, st.text(), st.none() | st.integers(0, 10**15))).map(tuple),
    signatures=st.lists(st.builds(Signature, st.lists(st.text()).map(tuple), st.text())).map(tuple),
    thumbprint=st.booleans(),
)


@given(MINUTES)
def test_kept_values_give_the_same_paper_back(minutes: HandoverMinutes) -> None:
    kept = json.loads(json.dumps(to_values(minutes)))
    assert from_values(HandoverMinutes, kept) == minutes
    assert to_values(from_values(HandoverMinutes, kept)) == kept


def test_kept_values_hold_no_fractions_that_json_could_bend() -> None:
    minutes = HandoverMinutes(area=Decimal("36.50"), held_on=date(2026, 1, 5), held_at=time(8, 30), total_cost=10**15)
    assert to_values(minutes) == {
        "area": "36.50",
        "held_on": "2026-01-05",
        "held_at": "08:30:00",
        "total_cost": 10**15,
    }


def test_fields_of_a_newer_version_are_left_out() -> None:
    assert from_values(CompletionCheck, {"head": "Lò Văn Pâng", "blessing": 1}) == CompletionCheck(head="Lò Văn Pâng")


@pytest.mark.parametrize(
    "values",
    [
        None,
        [],
        "text",
        {"area": 36.5},
        {"area": "NaN"},
        {"area": "wide"},
        {"held_on": "2026-02-30"},
        {"held_on": 5},
        {"total_cost": True},
        {"total_cost": "60"},
        {"work_type": "palace"},
        {"roof": ["mái"]},
        {"committee": {"name": "A"}},
        {"head": {"name": "A"}},
    ],
)
def test_damaged_values_are_told_not_printed(values: object) -> None:
    with pytest.raises(Trouble) as told:
        from_values(CompletionCheck, values)
    assert told.value.code == "paper_not_readable"
