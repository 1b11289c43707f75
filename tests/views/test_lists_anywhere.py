"""Every list of every page: Ctrl+C copies its rows with headings, Ctrl+E saves what is shown, Ctrl+P prints it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QHeaderView,
    QTableView,
    QTableWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.funding.drafts import ContributionDraft, SourceDraft
from app.funding.operations import add_source, contribute
from app.giving.drafts import DonorDraft
from app.giving.operations import save_donor
from app.workspace import Workspace
from models.vocabulary import ContributionKind, SourceKind
from tests.journeys.officer import WindowOfficer
from tests.views.conftest import Recorder
from tests.weekly_sheets import make_weekly_sheets
from views import printing
from views.list_preview import ListPreview
from views.sheet_view import SheetView
from views.shown_list import shown_list
from views.tabbed_page import TabbedPage

#: Pictures in a row, and the entries under a field that is typed in.
_NO_LISTS = ("_Strip",)


@pytest.fixture
def officer(qtbot: QtBot, commune: Workspace, messages: Recorder) -> Iterator[WindowOfficer]:
    make_weekly_sheets(commune)
    save_donor(commune, DonorDraft("Công ty Ánh Dương", phone="0912345678"))
    add_source(commune, SourceDraft("QVNN", "Quỹ Vì người nghèo", SourceKind.FUND_FOR_POOR))
    contribute(commune, [ContributionDraft("QVNN", ContributionKind.TRANSFER, "2026-06-01", 2_000_000_000)])
    made = WindowOfficer.at_work(qtbot, commune)
    yield made
    printing.choose_with(None)
    made.window.close()


def places(officer: WindowOfficer) -> Iterator[str]:
    """Every page of the window, tab by tab."""
    window = officer.window
    for name, entry in window.entries.items():
        window.go(name)
        officer.settle()
        page = officer.page
        if not isinstance(page, TabbedPage):
            yield entry.title
            continue
        for place in range(page.tabs.count()):
            page.tabs.setCurrentIndex(place)
            officer.settle()
            yield f"{entry.title} › {page.tabs.tabText(place)}"


def lists_in_sight(page: QWidget) -> list[QAbstractItemView]:
    """Every list a page shows; entries under a field and pictures are none."""
    return [
        one
        for one in page.findChildren(QAbstractItemView)
        if one.isVisible() and not isinstance(one, QHeaderView) and type(one).__name__ not in _NO_LISTS
        if not isinstance(one.parentWidget(), QComboBox)
    ]


def has_own(view: QWidget, keys: str) -> bool:
    """Whether a page does something of its own with a key."""
    near: QWidget | None = view
    while near is not None and not near.isWindow():
        every = near.findChildren(QShortcut)
        if any(one.parent() is near and one.key() == QKeySequence(keys) for one in every):
            return True
        near = near.parentWidget()
    return False


def test_every_list_of_every_page_is_copied_saved_and_printed(
    officer: WindowOfficer, messages: Recorder, tmp_path: Path
) -> None:
    drawn: list[int] = []

    def choose(printer: QPrinter, _: QWidget) -> bool:
        drawn.append(printer.toPage())
        return False

    printing.choose_with(choose)
    seen, lacking = [], []
    for place in places(officer):
        for view in lists_in_sight(officer.page):
            if not view.isEnabled() or not view.model().rowCount():
                continue
            seen.append(place)
            found = _lacking(officer, view, messages, tmp_path, drawn)
            lacking += [f"{place}: {view.accessibleName()} {one}" for one in found]
    assert lacking == [], "\n".join(lacking)
    assert len(seen) > 12
    assert set(drawn) <= set(range(1, 6))


def _lacking(
    officer: WindowOfficer, view: QAbstractItemView, messages: Recorder, folder: Path, drawn: list[int]
) -> list[str]:
    """Which of the three a list does not do. While a cell is typed in, keys are its field's: then the menu."""
    shown = shown_list(view, "x")
    headings = [" ".join(heading.split()) for heading, _ in shown.columns]
    view.setFocus()
    view.setCurrentIndex(view.model().index(0, 1 if isinstance(view, QTableView) else 0))
    if isinstance(view, SheetView | QTableWidget):
        view.selectRow(0)
    typing = QApplication.focusWidget() is not view
    lists, question = officer.window.list_keys, ["Che số, chỉ để số cuối"] if shown.private else []
    lacking = [] if any(headings) else ["headings"]
    QApplication.clipboard().setText("before")
    _do(officer, "Ctrl+C", lists.copy, by_menu=typing)
    if QApplication.clipboard().text().split("\n")[0].split("\t") != headings:
        lacking.append("Ctrl+C")
    target = folder / "danh sách.xlsx"
    target.unlink(missing_ok=True)
    messages.answer(*question)
    messages.give_files(target)
    _do(officer, "Ctrl+E", lists.save, by_menu=typing or has_own(view, "Ctrl+E"))
    if not target.exists() or headings not in [list(row) for row in _texts(target)]:
        lacking.append("Ctrl+E")
    messages.answer(*question)
    before = len(drawn)
    _do(officer, "Ctrl+P", lists.print, by_menu=typing or has_own(view, "Ctrl+P"))
    for preview in officer.page.findChildren(ListPreview):
        preview.confirm.click()
        officer.press()  # no key: the window comes forward again
    return lacking if len(drawn) == before + 1 else [*lacking, "Ctrl+P"]


def _do(officer: WindowOfficer, keys: str, entry: Callable[[], None], *, by_menu: bool) -> None:
    if by_menu:
        entry()
    else:
        officer.press(keys)
    officer.settle()


def _texts(path: Path) -> Iterator[tuple[str, ...]]:
    sheet = load_workbook(path).worksheets[0]
    for row in sheet.iter_rows(values_only=True):
        yield tuple(str(one or "") for one in row)


def test_a_filter_is_kept_under_a_name_and_put_back_and_named_in_the_workbook(
    officer: WindowOfficer, messages: Recorder, tmp_path: Path
) -> None:
    page = officer.go("construction", "Alt+4")
    panel, villages = page.progress.list.panel, page.progress.list.villages
    villages.set_value(villages.model().choices[0].value)
    villages.changed.emit()
    panel.search.look_for("ca van")
    officer.settle()
    save_it = next(one for one in panel.kept_filters.menu().actions() if one.text() == "Lưu bộ lọc…")
    save_it.trigger()
    officer.form()
    officer.type("Thôn gần")
    officer.press("Ctrl+Return")
    officer.hears("Đã lưu bộ lọc “Thôn gần”.")
    narrowed, kept = panel.table.count, panel.filters.values()
    panel.filters.put({})
    officer.settle()
    assert panel.table.count == 27
    next(one for one in panel.kept_filters.menu().actions() if one.text() == "Thôn gần").trigger()
    officer.settle()
    assert (panel.table.count, panel.filters.values()) == (narrowed, kept)
    target = tmp_path / "tiến độ.xlsx"
    messages.give_files(target)
    panel.view.setFocus()
    officer.press("Ctrl+E")
    officer.settle(target.exists)
    assert "Đang lọc: có chữ “ca van”; Lọc theo thôn: Bản Chi Luông" in [row[0] for row in _texts(target)][1]
    assert panel.kept_filters.kept() == {"Thôn gần": kept}
    next(one for one in panel.kept_filters.menu().actions() if one.text() == "Bỏ bộ lọc này").trigger()
    assert panel.kept_filters.kept() == {}


def test_telephones_leave_the_office_hidden_where_the_officer_wants_it(
    officer: WindowOfficer, messages: Recorder, tmp_path: Path
) -> None:
    target = tmp_path / "nhà hảo tâm.xlsx"
    officer.go("giving", "Alt+7")
    officer.page.show_tab_called("Nhà hảo tâm")
    officer.settle()
    for answer, shown in (("Che số, chỉ để số cuối", "******678"), ("Để đủ số", "0912345678")):
        messages.answer(answer)
        messages.give_files(target)
        officer.press("Ctrl+E")
        officer.hears("Đã lưu 1 dòng ra tệp nhà hảo tâm.xlsx.")
        assert shown in [cell for row in _texts(target) for cell in row]
        target.unlink()
        officer.heard.clear()
    messages.answer("Thôi")
    officer.press("Ctrl+E")
    assert not target.exists()


def test_what_is_copied_stays_text_where_it_is_text(officer: WindowOfficer, messages: Recorder) -> None:
    page = officer.go("funding", "Alt+6")
    officer.page.show_tab_called("Nguồn vốn")
    officer.settle()
    view = page.sources.money.list.view
    view.setFocus()
    view.go_to(0)
    officer.press("Ctrl+C")
    copied = QApplication.clipboard().mimeData()
    assert "2.000.000.000" in copied.text()
    assert "<td style='mso-number-format:\"\\#\\,\\#\\#0\"'>2000000000</td>" in copied.html()
    assert "<td style='mso-number-format:\"\\@\"'>Quỹ Vì người nghèo</td>" in copied.html()


def test_of_a_grid_that_is_typed_in_one_cell_is_copied_alone_and_several_rows_with_headings(
    officer: WindowOfficer, messages: Recorder
) -> None:
    page = officer.go("construction", "Alt+4")
    officer.press("Ctrl+N")
    officer.settle(lambda: page.progress.in_grid)
    view = page.progress.grid.view
    view.go_to(view.grid.index(0, 2))
    officer.press("Ctrl+C")
    assert QApplication.clipboard().text() == "05/09/2026"
    officer.press("Shift+Down", "Ctrl+C")
    lines = QApplication.clipboard().text().split("\n")
    assert lines[0].startswith("Chủ hộ\tThôn\tKhởi công (0)")
    assert len(lines) == 3
