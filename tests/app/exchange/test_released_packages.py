"""Packages of every released form are received forever; their files stay in tests/files."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import func, select

from app.exchange.merging import receive_package
from app.restoring import check_soundness
from app.support.queries import case_states
from app.workspace import Workspace
from models.household import Household
from models.ledger import Allocation, Contribution
from models.review import PostedCase, ReviewVote
from models.vocabulary import Status

FILES = Path(__file__).parents[2] / "files"


def test_the_first_form_of_the_package_is_received(upper: Workspace) -> None:
    report = receive_package(upper, FILES / "package-1.xlsx")
    assert (report.result, report.conflicts, report.gaps, report.forks) == ("merged", 0, [], [])
    with upper.read() as session:
        assert session.scalar(select(func.count()).select_from(Household)) == 40
        states = list(case_states(session).values())
    assert sum(one.approved_amount or 0 for one in states) == 630_000_000
    assert sum(one.paid_amount for one in states) == 630_000_000
    assert sum(one.status is Status.HANDED_OVER for one in states) == 12
    assert check_soundness(upper).sound


def test_the_second_form_brings_review_and_money_too(upper: Workspace) -> None:
    report = receive_package(upper, FILES / "package-2.xlsx")
    assert (report.result, report.conflicts, report.gaps, report.forks) == ("merged", 0, [], [])
    with upper.read() as session:
        assert session.scalar(select(func.count()).select_from(ReviewVote)) == 5
        assert session.scalar(select(func.count()).select_from(PostedCase)) == 3
        assert session.scalar(select(Allocation.amount)) == 60_000_000
        assert set(session.scalars(select(Contribution.receipt))) == {"01/2026", "02/2026"}
        assert sum(one.paid_amount for one in case_states(session).values()) == 36_000_000
    assert check_soundness(upper).sound
