"""A package is corrected by hand in a spreadsheet at the office above; the commune decides with keys, both agree."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from openpyxl import load_workbook
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from app.restoring import check_soundness
from app.workspace import Workspace
from models.household import Household
from tests.journeys.officer import WindowOfficer
from tests.journeys.test_two_offices import drop, send
from tests.make import make_household
from tests.window import Recorder
from views.exchange.page import ExchangePage
from views.tasks.page import TasksPage


def corrected(file: Path) -> None:
    """Change three cells, add a row, sort by name, save: as a clerk does in a spreadsheet."""
    book = load_workbook(file)
    page = book["Hộ gia đình"]
    places = {str(cell.value).partition(".")[2]: number for number, cell in enumerate(page[1])}
    rows = [[cell.value for cell in row] for row in page.iter_rows(min_row=3)]
    by_name = {str(row[places["head_name"]]): row for row in rows}
    by_name["Lò Văn Pâng"][places["phone"]] = "0912345678"
    by_name["Lò Văn Pâng"][places["address"]] = "Đội 3"
    by_name["Quàng Thị Ín"][places["head_name"]] = "Quàng Thị In"
    added: dict[int, str] = {places["head_name"]: "Vì Văn Siêng", places["birth"]: "1980"}
    rows.append([added.get(place) for place in range(len(places))])
    rows.sort(key=lambda row: str(row[places["head_name"]]).split()[-1], reverse=True)
    for number, row in enumerate(rows, start=3):
        for column, value in enumerate(row, start=1):
            page.cell(number, column).value = value
    book.save(file)


def facts(workspace: Workspace) -> list[tuple[str | None, str | None, str | None]]:
    """Head, telephone and address of every household, as an office shows them."""
    with workspace.read() as session:
        query = select(Household.head_name, Household.phone, Household.address).order_by(Household.head_name)
        return [(row.head_name, row.phone, row.address) for row in session.execute(query)]


def test_what_is_corrected_above_is_decided_below_and_travels_back(
    qtbot: QtBot, commune: Workspace, upper: Workspace, messages: Recorder, tmp_path: Path
) -> None:
    for name in ("Lò Văn Pâng", "Quàng Thị Ín"):
        make_household(commune, name)
    below = WindowOfficer.at_work(qtbot, commune)
    up = send(below, messages, tmp_path / "lên")
    corrected(up)
    above = WindowOfficer.at_work(qtbot, upper)
    said = drop(above, up)
    assert "4 chỗ sửa tay trong tệp thành đề nghị, chờ ở Cần xử lý." in said
    assert [row[0] for row in facts(upper)] == ["Lò Văn Pâng", "Quàng Thị Ín"]
    down = send(above, messages, tmp_path / "xuống")

    below.come_forward()
    drop(below, down)
    decide(below)
    taken = [("Lò Văn Pâng", None, "Đội 3"), ("Quàng Thị In", None, None), ("Vì Văn Siêng", None, None)]
    assert facts(commune) == taken
    answer = send(below, messages, tmp_path / "trả lời")

    above.come_forward()
    drop(above, answer)
    assert facts(upper) == taken
    page = above.go("tasks")
    above.settle(lambda: page.tabs.count() == 1)
    assert page.tabs.tabText(0).startswith("Máy mới"), "what was decided does not open again"
    assert drop(above, up)[0] == "Gói của Phường Mường Lay đã nhận trước đây. Không có gì mới."
    inbox(above)
    assert check_soundness(upper).sound
    above.leave()
    below.leave()


def decide(officer: WindowOfficer) -> None:
    """Take everything over by keys but the telephone, which stays."""
    page = officer.go("tasks")
    assert isinstance(page, TasksPage)
    officer.settle(lambda: page.tabs.count() > 0)
    assert page.tabs.tabText(0) == "Đề nghị sửa (4)"
    while page.tabs.tabText(0).startswith("Đề nghị sửa"):
        task = page.current
        assert task is not None
        assert task.values[1].origin is not None
        assert task.values[1].origin.cell, "the cell of the file in which it was typed"
        assert task.values[1].origin.file.startswith("MaiAm_phuong-muong-lay")
        left = len(page.shown)
        page.list.setFocus()
        officer.press("1" if task.field == "phone" else "2")
        officer.settle(partial(fewer, page, left))


def fewer(page: TasksPage, than: int) -> bool:
    """Whether one was decided."""
    return len(page.shown) < than or not page.tabs.tabText(0).startswith("Đề nghị sửa")


def inbox(officer: WindowOfficer) -> None:
    """The newest package that came tells what it changed."""
    page = officer.go("exchange")
    assert isinstance(page, ExchangePage)
    page.show_tab_called("Đã gửi, đã nhận")
    page.packages.view.go_to(0)
    officer.settle(lambda: page.packages.sight.title.text().endswith("gói số 2"))
    shown = [page.packages.sight.homes.item(row).text() for row in range(page.packages.sight.homes.count())]
    assert "Vì Văn Siêng · hộ mới" in shown
