"""A commune before its window."""

from __future__ import annotations

import pytest

from app.workspace import Workspace
from tests.views.office import Office
from views.runner import Runner


@pytest.fixture
def office(commune: Workspace, runner: Runner) -> Office:
    """A commune's window, as its pages see it."""
    return Office(commune, runner)
