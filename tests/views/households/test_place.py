"""The survey's place says at once whether it is in the commune, or that this cannot be checked."""

from __future__ import annotations

from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.workspace import Workspace
from tests.make import make_household
from tests.views.office import Office, settled
from views.households.panels import ConditionPanel
from views.runner import Runner
from views.widgets.parsed_edit import ParsedEdit


def panel(qtbot: QtBot, office: Office, household: str) -> ConditionPanel:
    made = ConditionPanel(office, household)
    qtbot.addWidget(made)
    made.show()
    settled(qtbot, office.runner)
    return made


def test_a_place_typed_in_the_form_is_checked_where_the_commune_is_known(
    qtbot: QtBot, commune: Workspace, runner: Runner
) -> None:
    office = Office(commune, runner)
    for code, expected in (("08545", "Tọa độ nằm ngoài xã khoảng 97 km."), ("03151", "không kiểm tra được")):
        opened = panel(qtbot, office, make_household(commune, commune_code=code))
        part = opened.editor.condition
        assert part is not None
        assert not part.place.isVisible()
        for name, text in (("latitude", "21,03"), ("longitude", "105,85")):
            field = opened.editor.fields.fields[f"condition.{name}"]
            assert isinstance(field, ParsedEdit)
            QTest.keyClicks(field, text)
            field.editingFinished.emit()
        assert expected in part.place.text()
        assert part.place.isVisible()
