"""Claims about the choice of a village beside a list."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from app.actions import Action
from app.areas.queries import villages
from app.households.worklists import CaseFilter, case_keys
from app.workspace import Workspace
from models.area import Area
from tests.make import make_case
from tests.views.office import Office
from views.runner import Runner
from views.village_choice import VillageChoice


def test_who_looks_after_villages_has_them_as_one_entry_of_every_worklist(
    qtbot: QtBot, commune: Workspace, runner: Runner
) -> None:
    with commune.read() as session:
        first, second, other = (one.id for one in villages(session, commune.author.office))
    choice = VillageChoice(Office(commune, runner), 150)
    qtbot.addWidget(choice)
    choice.offer()
    choice.set_value("mine")
    assert choice.value() is None
    with commune.change(Action.SAVE_VILLAGES) as change:
        for key in (first, second):
            change.session.get_one(Area, key).keeper_id = commune.author.user_id
    cases = [
        make_case(commune, f"Lò Văn {name}", village_id=one)
        for name, one in zip("ABC", (first, second, other), strict=True)
    ]
    choice.offer()
    choice.set_value("mine")
    assert choice.wanted() == {first, second}
    with commune.read() as session:
        shown = case_keys(session, CaseFilter(frozenset({"registered"}), village_ids=choice.wanted()))
    assert set(shown) == set(cases[:2])
