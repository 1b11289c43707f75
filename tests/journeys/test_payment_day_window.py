"""S4 through the window, without the mouse: a payment day of eighteen houses, the one without its paper, the absent."""

from __future__ import annotations

from pathlib import Path

from openpyxl import load_workbook
from pypdf import PdfReader
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.funding.balances import ledger_balances
from app.funding.queries import house_sums
from app.support.queries import case_facts
from app.workspace import Workspace
from tests.journeys.officer import CountingOfficer, lines
from tests.payment_day import RECEIVED, make_payment_day
from tests.window import Recorder
from views import printing
from views.dossier.page import DossierPage
from views.funding.page import FundingPage
from views.funding.pay_days import NotComeForm
from views.page import DOSSIER

FIRST_PART = 576_000_000
_MOST = 12


def test_a_payment_day_from_the_list_to_the_absent_house(
    qtbot: QtBot, commune: Workspace, messages: Recorder, tmp_path: Path
) -> None:
    cases = make_payment_day(commune)
    officer = CountingOfficer.at_work(qtbot, commune)
    page = pay_seventeen(officer)
    assert officer.actions <= _MOST
    check_lines(commune)
    give_back_the_absent(officer, page)
    check_sums(officer, page, commune)
    save_book(officer, page, messages, tmp_path / "Sổ chi tiết.xlsx")
    look_into_dossier(officer, commune, cases)
    officer.leave()
    assert messages.shown == []


def test_the_second_part_is_released_and_its_list_printed_in_a_few_keys(
    qtbot: QtBot, commune: Workspace, messages: Recorder, tmp_path: Path
) -> None:
    make_payment_day(commune)
    officer = CountingOfficer.at_work(qtbot, commune)
    printed = tmp_path / "ký nhận.pdf"

    def to_file(printer: QPrinter, _: QWidget) -> bool:
        printer.setOutputFileName(str(printed))
        return True

    printing.choose_with(to_file)
    officer.press("Alt+6")
    officer.settle(lambda: officer.window.current == "funding")
    page = officer.page
    assert isinstance(page, FundingPage)
    officer.settle(lambda: page.payments.ready.table.complete)
    officer.press("Ctrl+N")
    officer.settle(lambda: page.payments.in_sheet)
    officer.type("PC 77")
    officer.press("Ctrl+S")
    officer.hears("Đã ghi đợt giải ngân cho 17 hộ, 360.000.000 đồng.")
    officer.settle(lambda: page.payments.days.days.table.count == 1)
    officer.press("Ctrl+P")
    officer.settle(lambda: page.paper.document is not None)
    officer.press("Ctrl+P")
    officer.settle(lambda: officer.told.startswith("Đã gửi"))
    printing.choose_with(None)
    assert officer.actions == 6 <= _MOST
    text = "".join(page.extract_text() for page in PdfReader(_saved(officer, page, messages, tmp_path)).pages)
    assert "DANH SÁCH KÝ NHẬN" in text
    assert "360.000.000" in text
    assert printed.stat().st_size > 10_000
    officer.leave()


def _saved(officer: CountingOfficer, page: FundingPage, messages: Recorder, folder: Path) -> Path:
    target = folder / "danh-sach.pdf"
    messages.give_files(target)
    page.paper.save_pdf()
    officer.settle(target.exists)
    return target


def pay_seventeen(officer: CountingOfficer) -> FundingPage:
    """Seventeen are offered; a daughter takes the money of the first, the second head signs with a thumb."""
    officer.press("Alt+6")
    officer.settle(lambda: officer.window.current == "funding")
    page = officer.page
    assert isinstance(page, FundingPage)
    officer.settle(lambda: page.payments.ready.table.complete and page.payments.waiting.table.complete)
    officer.press("Ctrl+N")
    panel = page.payments.panel
    officer.settle(lambda: page.payments.in_sheet)
    assert panel.state.text() == "17 hộ · 360.000.000 đồng (Ba trăm sáu mươi triệu đồng)"
    assert lines(page.payments.waiting.table, "name", "lacking") == [
        ("Vì Văn Hặc 18", "Biên bản xác nhận hoàn thành giai đoạn đã ký")
    ]
    officer.type("PC 77")
    officer.press("Tab", "Tab")
    officer.type("Lò Thị Hoa")
    officer.press("Tab")
    officer.type("con gái, giấy ủy quyền 12/UQ")
    officer.press("Tab", "Down", "Space")
    officer.press("Ctrl+S")
    officer.hears("Đã ghi đợt giải ngân cho 17 hộ, 360.000.000 đồng.")
    officer.settle(lambda: page.payments.ready.table.count == 0)
    return page


def check_lines(commune: Workspace) -> None:
    """One batch; the payee, the authorisation and the thumbprint stand on their lines."""
    with commune.read() as session:
        every = [one for facts in case_facts(session).values() for one in facts.payments if one.voucher == "PC 77"]
    assert len(every) == 17
    payees = [(one.payee, one.relation) for one in every if one.payee]
    assert [one.thumbprint for one in every].count(True) == 1
    assert payees == [("Lò Thị Hoa", "con gái, giấy ủy quyền 12/UQ")]


def give_back_the_absent(officer: CountingOfficer, page: FundingPage) -> None:
    """One new build did not come: its payment is ticked and given back."""
    page.payments.switch.choose(2)
    days = page.payments.days
    officer.settle(lambda: days.lines.table.count == 17)
    assert lines(days.days.table, "houses", "paid", "back", "left") == [("17", "360.000.000", "0", "360.000.000")]
    amounts = [one for (one,) in lines(days.lines.table, "out")]
    days.lines.table.toggle(amounts.index("24.000.000"))
    officer.click("Không đến nhận…", page)
    form = officer.form()
    assert isinstance(form, NotComeForm)
    officer.press("Ctrl+Return")
    officer.hears("Đã hoàn lại 24.000.000 đồng của 1 hộ: thêm dòng âm, dòng cũ giữ nguyên.")
    officer.settle(lambda: days.lines.table.count == 18)
    assert lines(days.days.table, "paid", "back", "left") == [("360.000.000", "24.000.000", "336.000.000")]


def check_sums(officer: CountingOfficer, page: FundingPage, commune: Workspace) -> None:
    """The source has its money back, and says the same as the balances."""
    page.show_tab("Nguồn vốn")
    officer.settle(lambda: page.sources.money.list.table.complete)
    paid, left = FIRST_PART + 336_000_000, RECEIVED - FIRST_PART - 336_000_000
    with commune.read() as session:
        total = ledger_balances(session).total
    assert (total.paid, total.left) == (paid, left)
    shown = lines(page.sources.money.list.table, "name", "received", "allocated", "paid", "left")
    figures = ("2.000.000.000", "960.000.000", "912.000.000", "1.088.000.000")
    assert shown == [(name, *figures) for name in ("Quỹ Vì người nghèo", "Cộng Xã hội", "Tổng cộng")]


def save_book(officer: CountingOfficer, page: FundingPage, messages: Recorder, target: Path) -> None:
    """Ctrl+E writes the book as it is shown; its columns add up to the same sums, line by line."""
    page.show_tab("Sổ chi tiết")
    table = page.book.lines.table
    officer.settle(lambda: table.complete and table.count == 1 + 18 + 18 + 17 + 1)
    messages.give_files(target)
    officer.press("Ctrl+E")
    officer.hears("Đã lưu 55 dòng ra tệp Sổ chi tiết.xlsx.")
    sheet = load_workbook(target).active
    assert sheet is not None
    rows = list(sheet.iter_rows(min_row=4, max_row=3 + table.count, values_only=True))
    headings = [cell.value for cell in sheet[3]]
    places = [headings.index(one) for one in ("Thu (đồng)", "Phân bổ (đồng)", "Chi (đồng)")]
    sums = [sum(int(str(row[place])) for row in rows if row[place] is not None) for place in places]
    assert sums == [RECEIVED, 960_000_000, FIRST_PART + 336_000_000]
    out = [str(f"{int(str(row[places[2]])):,}").replace(",", ".") if row[places[2]] else "" for row in rows]
    assert out == [one for (one,) in lines(table, "out")]
    assert [sheet.cell(4 + table.count, place + 1).value for place in places] == sums
    assert sheet.cell(5 + table.count, 1).value == "Đã ghi 55 dòng trên 55 dòng đang xem."


def look_into_dossier(officer: CountingOfficer, commune: Workspace, cases: list[str]) -> None:
    """The dossier of a house that came says what the ledger says."""
    with commune.read() as session:
        facts = case_facts(session, [cases[0]])[cases[0]]
        [house] = house_sums(session, [cases[0]])
    assert (house.allocated, house.paid) == (30_000_000, 30_000_000)
    officer.window.go(DOSSIER, facts.household_id)
    page = officer.page
    assert isinstance(page, DossierPage)
    page.show_tab("money")
    officer.settle()
    panel = page.stack.currentWidget()
    assert "Đã chi 30.000.000 đồng trên mức duyệt 30.000.000 đồng, còn 0 đồng" in getattr(panel, "lines", [])
