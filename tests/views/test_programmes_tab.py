"""A programme's rules are tried on the households before they are kept; also one that came with the program changes."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from app.support.queries import load_programmes
from app.wording import programme_rules as words
from app.wording.messages import problem_text
from app.workspace import Workspace
from tests.make import make_case
from tests.views.conftest import Recorder
from tests.views.office import Office, settled
from views.office.programmes_tab import ProgrammesTab
from views.runner import Runner


@pytest.fixture
def tab(qtbot: QtBot, commune: Workspace, runner: Runner, messages: Recorder) -> ProgrammesTab:
    make_case(commune, "Lò Văn Pâng")
    made = ProgrammesTab(Office(commune, runner))
    qtbot.addWidget(made)
    made.show()
    return made


def _rules(workspace: Workspace, programme: str) -> set[tuple[str | None, str | None]]:
    with workspace.read() as session:
        return {(one.key, one.value) for one in load_programmes(session)[programme].rules}


def _row(tab: ProgrammesTab, kind: str, value: str) -> int:
    for row in tab.grid.filled():
        if tab.grid.text(row, 0) == words.KINDS[kind] and value in tab.grid.text(row, 1):
            return row
    raise AssertionError(f"no rule {kind} with {value}")


def _programme(tab: ProgrammesTab) -> str:
    found = tab.programme.value()
    assert found is not None
    return found


def test_a_rule_is_tried_before_it_is_kept(qtbot: QtBot, tab: ProgrammesTab, commune: Workspace) -> None:
    programme = _programme(tab)
    before = _rules(commune, programme)
    row = _row(tab, "criterion", "đối tượng là")
    tab.grid.put(row, 1, "đối tượng là hộ cận nghèo")
    tab.try_rules()
    settled(qtbot, tab.frame.runner)
    qtbot.waitUntil(lambda: tab.outcome.text() != words.NOT_TRIED)
    assert "Lò Văn Pâng" in tab.outcome.text()
    assert "1 hộ thành không đạt" in tab.outcome.text()
    assert _rules(commune, programme) == before, "trying keeps nothing"
    tab.save()
    settled(qtbot, tab.frame.runner)
    assert ("criterion", "category in near_poor") in _rules(commune, programme)
    assert not tab.dirty


def test_a_rule_that_cannot_be_read_is_marked_and_nothing_is_saved(
    qtbot: QtBot, tab: ProgrammesTab, commune: Workspace
) -> None:
    programme = _programme(tab)
    before = _rules(commune, programme)
    tab.grid.put(_row(tab, "criterion", "đối tượng là"), 1, "hộ nghèo ở đâu đó")
    tab.save()
    assert tab.marks.problem is not None
    assert "hộ nghèo ở đâu đó" in problem_text(tab.marks.problem)
    assert _rules(commune, programme) == before


def test_words_stand_for_values_and_a_line_taken_out_ends_its_rule(
    qtbot: QtBot, tab: ProgrammesTab, commune: Workspace
) -> None:
    programme = _programme(tab)
    row = _row(tab, "decided_by", words.VALUES["commune"])
    tab.grid.put(row, 1, words.VALUES["upper"])
    tab.grid.go_to(_row(tab, "requires_step", words.VALUES["posting"]), "key")
    tab.grid.remove_current()
    tab.save()
    settled(qtbot, tab.frame.runner)
    kept = _rules(commune, programme)
    assert ("requires_step", "posting") not in kept
    assert ("decided_by", "commune") not in kept
    assert not tab.programme.toolTip()
