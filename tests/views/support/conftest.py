"""A commune's village and the page over it, for the tests of the steps before a decision."""

from __future__ import annotations

from typing import TypeVar

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.areas.queries import find_village
from app.review.drafts import MeetingDraft, PostingDraft, VoteDraft
from app.review.operations import save_meeting
from app.review.posting_operations import save_posting
from app.workspace import Workspace
from tests.views.office import Office, settled
from views.runner import Runner

W = TypeVar("W", bound=QWidget)


@pytest.fixture
def office(commune: Workspace, runner: Runner) -> Office:
    return Office(commune, runner)


@pytest.fixture
def village(commune: Workspace) -> str:
    """The id of Bản Hua Nạng."""
    with commune.read() as session:
        found = find_village(session, commune.author.office, "Bản Hua Nạng")
    assert found is not None
    return found


def shown(qtbot: QtBot, office: Office, made: W) -> W:
    """The page as it stands in the window, its first lists read."""
    qtbot.addWidget(made)
    office.runner.changed.connect(made.forget)  # type: ignore[attr-defined]
    made.resize(1140, 580)
    made.show()
    settled(qtbot, office.runner)
    return made


def make_meeting(workspace: Workspace, village: str, *votes: tuple[str, int, int, int]) -> str:
    """A meeting of 28/10/2026 with these votes, 41 present, more than half wanted; its id."""
    drafts = tuple(VoteDraft(*one) for one in votes)
    draft = MeetingDraft(village, "2026-10-28", present=41, threshold="more_than_half", votes=drafts)
    return save_meeting(workspace, draft)[1]


def make_posting(workspace: Workspace, *cases: str) -> str:
    """A list that hangs from Friday 30/10/2026 for three working days; its id."""
    return save_posting(workspace, PostingDraft("2026-10-30", "Nhà văn hóa bản", cases, days=3, working_days=True))[1]
