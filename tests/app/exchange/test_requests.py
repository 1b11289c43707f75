"""The request for what is missing: read by people on its first sheet, and by programs in its vector."""

from __future__ import annotations

import shutil
from pathlib import Path

from openpyxl import load_workbook
from sqlalchemy import update

from app.cli.main import main
from app.exchange.laptop_tasks import laptop_tasks
from app.exchange.reading import read_payload
from app.exchange.receipts import report_lines
from app.exchange.requests import write_requests
from app.workspace import Workspace, open_workspace
from models.office import Device
from models.vocabulary import TaskKind
from tests.app.exchange.quick import receive
from tests.app.exchange.test_packages import head_of, send
from tests.make import make_household


def gone_back(commune: Workspace, upper: Workspace, folder: Path) -> tuple[Workspace, str]:
    """The upper office's older copy after it had confirmed a package: the next one leaves a gap there.

    Returns it with the household whose package it does not hold.
    """
    make_household(commune, "Lò Văn Một")
    receive(upper, send(commune, folder / "1"))
    send(upper, folder / "0", "03151")
    upper.close()
    shutil.copytree(upper.folder, folder / "bản cũ")
    lost = make_household(commune, "Quàng Thị Ín")
    receive(upper, send(commune, folder / "2"))
    receive(commune, send(upper, folder / "3", "03151"))
    make_household(commune, "Vì Văn Siêng")
    return open_workspace(folder / "bản cũ"), lost


def test_a_gap_is_asked_for_by_a_file_and_the_next_package_fills_it(
    commune: Workspace, upper: Workspace, tmp_path: Path
) -> None:
    older, lost = gone_back(commune, upper, tmp_path)
    try:
        report = receive(older, send(commune, tmp_path / "4"))
        (gap,) = report.gaps
        with older.engine.connect() as connection:
            (task,) = [one for one in laptop_tasks(connection, older.author) if one.kind is TaskKind.GAP]
        numbers = f"số {gap['from']}" if gap["from"] == gap["to"] else f"số {gap['from']} đến {gap['to']}"
        machine = "“Máy văn phòng” của Phường Mường Lay"
        assert task.text.startswith(f"Thiếu gói: chưa nhận {numbers} của máy {machine} (số liệu của Phường Mường Lay).")
        (request,) = write_requests(older, tmp_path / "5")
        assert (request.to, task.ask, task.asked) == ("03151", "03151", "")
        with older.engine.connect() as connection:
            [task] = [one for one in laptop_tasks(connection, older.author) if one.kind is TaskKind.GAP]
        assert task.asked.startswith("Đã đề nghị gửi lại lúc ")
        assert request.file.name in task.asked
        cells = [row[:2] for row in load_workbook(request.file)["Thông tin gói"].iter_rows(values_only=True)]
        assert ("Còn thiếu", f"máy {machine}, {numbers} (số liệu của Phường Mường Lay)") in cells
        assert any("tạo gói gửi Sở Xây dựng tỉnh Điện Biên" in str(one) for one, _ in cells)
        assert read_payload(request.file).manifest["request"] == [[gap["device"], "03151", gap["from"], gap["to"]]]
        asked = receive(commune, request.file)
        assert report_lines(asked, 0)[0].startswith("Sở Xây dựng tỉnh Điện Biên đề nghị gửi lại phần còn thiếu.")
        with older.engine.connect() as connection:
            connection.execute(update(Device).where(Device.device == gap["device"]).values(retired=True))
            (rest,) = [one for one in laptop_tasks(connection, older.author) if one.kind is TaskKind.GAP]
            connection.rollback()
        assert "máy đã ngừng dùng" in rest.text
        assert any("Vì Văn Siêng" in line and "Lò Thị Hoa" in line for line in rest.lines)
        filled = receive(older, send(commune, tmp_path / "6"))
        assert (filled.result, filled.gaps) == ("merged", [])
        assert head_of(older, lost) == "Quàng Thị Ín"
    finally:
        older.close()


def test_without_a_gap_the_command_asks_the_office_above(commune: Workspace, tmp_path: Path) -> None:
    assert main(["--data", str(commune.folder), "package", "request", str(tmp_path)]) == 0
    (file,) = tmp_path.glob("*de-nghi-gui-lai-1*.xlsx")
    sheet = load_workbook(file)["Thông tin gói"]
    assert sheet.cell(1, 1).value == "PHIẾU ĐỀ NGHỊ GỬI LẠI"
    assert "Không thiếu số nào của các máy đã biết" in [row[1] for row in sheet.iter_rows(values_only=True)]
