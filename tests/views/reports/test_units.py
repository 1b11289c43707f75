"""The page "Các xã": sorted as the officer likes, totals of a commune without the program typed in a form."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.reports.unit_results import newest_total
from app.workspace import Workspace
from tests.make import make_case
from tests.views.office import Office, settled
from tests.window import Recorder
from views.page import HOUSEHOLDS, UNITS
from views.pages import office_pages
from views.reports.units import COLUMNS, ContactForm, TotalForm, UnitsPage
from views.runner import Runner


def opened(qtbot: QtBot, upper: Workspace, runner: Runner) -> tuple[UnitsPage, Office]:
    office = Office(upper, runner)
    page = UnitsPage(office)
    qtbot.addWidget(page)
    page.resize(1140, 600)
    page.show()
    return page, office


def test_communes_are_sorted_by_what_is_left(qtbot: QtBot, upper: Workspace, runner: Runner) -> None:
    make_case(upper, commune_code="03151")
    for name in ("Cà Văn Ơn", "Vừ Thị Mảy"):
        make_case(upper, name, commune_code="03127")
    page, office = opened(qtbot, upper, runner)
    table = page.list.table
    settled(qtbot, runner, lambda: table.count == 2)
    place = [one.name for one in COLUMNS].index("left") + table.columnCount() - len(COLUMNS)
    table.sort(place, Qt.SortOrder.DescendingOrder)
    settled(qtbot, runner, lambda: [getattr(table.row_at(at), "left", None) for at in (0, 1)] == [2, 1])
    first = table.row_at(0)
    assert first is not None
    page.list.open_row(first)
    assert office.gone_to[-1][0] == HOUSEHOLDS


def test_totals_are_typed_and_gone_on_from(qtbot: QtBot, upper: Workspace, runner: Runner, messages: Recorder) -> None:
    page, office = opened(qtbot, upper, runner)
    form = TotalForm(office, "03127", page)
    qtbot.addWidget(form)
    form.as_of.set_value("2025-08-01")
    form.counts["new_build"].set_value(12)
    form.counts["started"].set_value(20)
    assert not form.look()
    form.counts["started"].set_value(7)
    form.source.setText("Bà Hoa, 0912000111")
    form.try_it()
    settled(qtbot, runner, lambda: bool(messages.successes))
    again = TotalForm(office, "03127", page)
    qtbot.addWidget(again)
    assert again.counts["started"].value() == 7
    with upper.read() as session:
        assert newest_total(session, "03127").source == "Bà Hoa, 0912000111"


def test_only_an_upper_office_has_the_page(qtbot: QtBot, upper: Workspace, commune: Workspace, runner: Runner) -> None:
    assert UNITS in [one.name for one in office_pages(Office(upper, runner))]
    assert UNITS not in [one.name for one in office_pages(Office(commune, runner))]


def test_the_telephone_of_any_commune_is_typed(
    qtbot: QtBot, upper: Workspace, runner: Runner, messages: Recorder
) -> None:
    make_case(upper, commune_code="03127")
    page, office = opened(qtbot, upper, runner)
    settled(qtbot, runner, lambda: page.list.table.count == 1)
    form = ContactForm(office, "", page)
    qtbot.addWidget(form)
    assert not form.look()
    form.commune.set_value("03127")
    form.contact.setText("Bà Hoa")
    form.phone.setText("0912 000 111")
    form.try_it()
    settled(qtbot, runner, lambda: bool(messages.successes))
    page.list.load()
    settled(qtbot, runner, lambda: getattr(page.list.table.row_at(0), "phone", "") == "Bà Hoa – 0912 000 111")
    again = ContactForm(office, "03127", page)
    qtbot.addWidget(again)
    assert again.phone.text() == "0912 000 111"
