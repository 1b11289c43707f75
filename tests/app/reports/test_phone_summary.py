"""The summary for a telephone: one narrow page and a message, with the figures of the first page."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from pypdf import PdfReader

from app.cli.main import main
from app.exchange.merging import receive_package
from app.exchange.packing import export_packages
from app.reports.phone_summary import phone_summary
from app.workspace import Workspace
from tests.make import make_approved, make_case


def test_the_page_is_as_wide_as_a_telephone_and_one(commune: Workspace, upper: Workspace, tmp_path: Path) -> None:
    make_approved(commune, *(make_case(commune, f"Lò Văn {name}") for name in ("Pâng", "Ín", "Siêng")))
    receive_package(upper, export_packages(commune, tmp_path)[0].file)
    target = tmp_path / "tóm tắt.pdf"
    assert main(["--data", str(upper.folder), "summary", str(target)]) == 0
    (page,) = PdfReader(target).pages
    assert round(float(page.mediabox.width) / 72 * 25.4) == 105
    text = " ".join(page.extract_text().split())
    assert "Sở Xây dựng tỉnh Điện Biên" in text
    assert "Phường Mường Lay" in text
    assert "180.000.000 đồng" in text


def test_the_message_says_the_figures_and_who_was_silent(commune: Workspace, upper: Workspace, tmp_path: Path) -> None:
    make_case(commune)
    receive_package(upper, export_packages(commune, tmp_path)[0].file)
    later = dt.datetime.now(dt.UTC) + dt.timedelta(days=20)
    lines = phone_summary(upper, later).message.splitlines()
    assert lines[0] == "Xóa nhà tạm, nhà dột nát – Sở Xây dựng tỉnh Điện Biên"
    assert "- Nhà cần làm: 1" in lines
    assert "Phường Mường Lay: 1 / 0 / 0" in lines
    assert lines[-1] == "Chưa nhận gói từ 14 ngày: Phường Mường Lay."
    assert "Phường Mường Lay" in phone_summary(commune).message
