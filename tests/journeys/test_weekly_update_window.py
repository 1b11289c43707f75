"""S3 through the window, without the mouse: six village sheets of 27 houses and fourteen pictures from Zalo.

An action is a chord pressed ("Ctrl+S", "3", Enter) or a text typed into one place (a name, a day), however many letters
it has; dropping or pasting the pictures is one.
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from pypdf import PdfReader
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.construction.queries import latest_news
from app.flags.queries import open_flags
from app.parsing import fold, today
from app.photos.queries import photos_of
from app.reports.asked import Asked
from app.reports.catalogue import make_report
from app.support.queries import case_facts, case_state
from app.workspace import Workspace
from models.vocabulary import PaperKind, Stage, Status
from tests.app.photos.test_waiting import zalo_pictures
from tests.journeys.officer import CountingOfficer
from tests.weekly_sheets import FOUNDED, ROOFED, STOPPED, make_weekly_sheets
from tests.window import Recorder
from views.construction.page import ConstructionPage

#: The most actions of the whole update, pictures included.
MOST = 60
REVIEW = today() + dt.timedelta(days=4)
PHOTOGRAPHED = (*ROOFED, *FOUNDED)


def test_a_thursdays_update_is_typed_in_less_than_sixty_actions(
    qtbot: QtBot, commune: Workspace, messages: Recorder, tmp_path: Path
) -> None:
    cases = make_weekly_sheets(commune)
    officer = CountingOfficer.at_work(qtbot, commune)
    page = type_the_sheets(officer)
    check_week(commune, cases)
    points = flags(commune)
    give_pictures(officer, page, zalo_pictures(tmp_path, 14))
    assert officer.actions <= MOST
    assert officer.actions == 49
    check_pictures(commune, cases)
    assert flags(commune) == points
    check_next_sheets(officer, page, messages, tmp_path)
    for _ in range(2):
        officer.heard.clear()
        officer.press("Ctrl+Z")
        officer.settle(lambda: officer.told.startswith("Đã hoàn tác"))
    with commune.read() as session:
        states = [case_state(one) for one in case_facts(session, list(cases.values())).values()]
    assert sum(Stage.ROOF in one.stages for one in states) == 0
    assert not any(one.status is Status.ON_HOLD for one in states)
    officer.leave()
    assert messages.shown == []


def type_the_sheets(officer: CountingOfficer) -> ConstructionPage:
    """Houses are found by their heads' names; the rest of the villages has not changed."""
    officer.press("Alt+4")
    officer.settle(lambda: officer.window.current == "construction")
    page = officer.page
    assert isinstance(page, ConstructionPage)
    officer.settle(lambda: page.progress.list.table.count == 27)
    officer.press("Ctrl+N")
    officer.settle(lambda: page.progress.in_grid)
    officer.press("Ctrl+F")
    for heads, key in ((ROOFED, "3"), (FOUNDED, "1")):
        for head in heads:
            officer.type(plain(head))
            officer.press(key)
    officer.type(plain(STOPPED))
    officer.press("-")
    officer.type("chờ thợ")
    officer.press("Tab")
    officer.type(f"{REVIEW:%d/%m/%Y}")
    officer.press("Return", "Ctrl+D", "Ctrl+S")
    officer.hears("Đã ghi 7 giai đoạn của 7 nhà. 1 nhà tạm dừng. 19 nhà có tin từ thôn.")
    return page


def plain(head: str) -> str:
    """What is typed of a name: given name and middle name, without accents."""
    return fold(head).partition(" ")[2]


def check_week(commune: Workspace, cases: dict[str, str]) -> None:
    """The weekly table counts five roofs and two foundations in the week; the stopped house stands with its reason."""
    day = today()
    report = make_report(commune, "week", Asked(day.isoformat(), (day - dt.timedelta(days=6)).isoformat()))
    table = report.tables[0]
    assert (table.total_of("roof_period"), table.total_of("foundation_period")) == (5, 2)
    assert (table.total_of("roof"), table.total_of("need"), table.total_of("paused")) == (5, 27, 1)
    headings = [one.heading for one in table.columns if one.key == "roof_period"]
    assert headings == ["Trong tuần"]
    with commune.read() as session:
        facts = case_facts(session, list(cases.values()))
        states = {case: case_state(one) for case, one in facts.items()}
        news = latest_news(session, ((one, states[case]) for case, one in facts.items()))
    held = states[cases[STOPPED]].exception
    assert held is not None
    assert (held.reason, held.review_on) == ("chờ thợ", REVIEW.isoformat())
    assert {one.heard_on for one in news.values()} == {day.isoformat()}


def flags(commune: Workspace) -> set[tuple[str, str]]:
    """The points to look at: their kinds with their households."""
    with commune.read() as session:
        return {(one.code, one.household_id) for one in open_flags(session)}


def give_pictures(officer: CountingOfficer, page: ConstructionPage, files: list[Path]) -> None:
    """Two pictures a house: by its name, and once more Enter; the stage is the one just done."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(one)) for one in files])
    QApplication.clipboard().setMimeData(data)
    officer.press("Ctrl+Tab")
    officer.settle(lambda: page.current is page.photos)
    officer.press("Ctrl+V")
    officer.settle(lambda: page.photos.tray.count() == len(files))
    for head in PHOTOGRAPHED:
        officer.type(plain(head))
        officer.press("Return", "Return")
    officer.press("Ctrl+S")
    officer.hears("Đã lưu 14 ảnh của 7 hộ.")


def check_pictures(commune: Workspace, cases: dict[str, str]) -> None:
    """Each stands with its stage; that none has a day or a place of its own is no point to look at."""
    with commune.read() as session:
        for heads, stage in ((ROOFED, Stage.ROOF), (FOUNDED, Stage.FOUNDATION)):
            for head in heads:
                home = case_facts(session, [cases[head]])[cases[head]].household_id
                assert [one.subject for one in photos_of(session, home)] == [stage.value] * 2


def check_next_sheets(officer: CountingOfficer, page: ConstructionPage, messages: Recorder, folder: Path) -> None:
    """The sheets that go out next show what was told this week."""
    page.show_tab_called("Tiến độ")
    page.by_village.show_sheets()
    officer.settle(lambda: page.paper.document is not None)
    assert page.paper.kind is PaperKind.VILLAGE_SHEET
    target = folder / "phiếu.pdf"
    messages.give_files(target)
    page.paper.save_pdf()
    officer.settle(target.exists)
    pages = [" ".join(one.extract_text().split()) for one in PdfReader(target).pages]
    assert len(pages) == 6
    assert sum(one.count(f"{today():%d/%m/%y}") for one in pages) == 7
    assert f"Tạm dừng: chờ thợ, xem lại {REVIEW:%d/%m/%y}" in "".join(pages)
    page.close_paper()
