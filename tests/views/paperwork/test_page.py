"""The page "Giấy tờ": four marks, a scan dropped on a cell, what is missing printed as one job, the register."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from app.handover.drafts import MinutesOptions
from app.handover.issuing import issue_minutes, void_paper
from app.paperwork.drafts import MarkDraft
from app.paperwork.operations import mark_papers
from app.paperwork.queries import PaperState, house_file
from app.support.queries import case_states
from app.workspace import Workspace
from models.vocabulary import Numbering, Status
from tests.app.paperwork.conftest import handed_over as handed_over  # noqa: PLC0414 - fixtures
from tests.app.paperwork.conftest import scanned_pdf as scanned_pdf  # noqa: PLC0414
from tests.make import FUND, make_case
from tests.views.conftest import Recorder
from tests.views.office import Office, settled
from views import printing
from views.page import DOSSIER
from views.paperwork.forms import CloseForm, ReopenForm, ScanForm, SignedForm
from views.paperwork.marks import cell_tip
from views.paperwork.page import PaperworkPage
from views.paperwork.panel import PapersPanel
from views.runner import Runner

W = TypeVar("W", bound=QWidget)


@pytest.fixture
def office(commune: Workspace, runner: Runner) -> Office:
    return Office(commune, runner)


def shown(qtbot: QtBot, office: Office, made: W) -> W:
    qtbot.addWidget(made)
    office.runner.changed.connect(made.forget)  # type: ignore[attr-defined]
    made.resize(1140, 600)
    made.show()
    settled(qtbot, office.runner)
    return made


def page_of(qtbot: QtBot, office: Office) -> PaperworkPage:
    return shown(qtbot, office, PaperworkPage(office))


def column(page: PaperworkPage, kind: str) -> int:
    return next(place for place, one in enumerate(page.missing.table.columns, start=1) if one.name == kind)


def state(office: Office, case: str, kind: str) -> PaperState:
    with office.workspace.read() as session:
        cell = house_file(session, case).cell(kind)
    assert cell is not None
    return cell.state


def last(parent: QWidget, kind: type[W]) -> W:
    return parent.findChildren(kind)[-1]


def test_the_matrix_tells_four_marks_and_says_when_nothing_is_missing(
    qtbot: QtBot, office: Office, handed_over: str
) -> None:
    page = page_of(qtbot, office)
    table = page.missing.table
    texts = {one.name: one.text(table.row_at(0)) for one in table.columns}  # type: ignore[arg-type]
    assert (texts["application"], texts["decision"], texts["payment_voucher"]) == ("chưa có", "đã ký", "·")
    row = table.row_at(0)
    assert row is not None
    assert cell_tip(row.cell("decision"), "decision") == "Quyết định phê duyệt: đã ký, ngày 15/07/2025"
    for kind in [one.kind for one in row.missing]:
        mark_papers(office.workspace, MarkDraft((handed_over,), kind, PaperState.SIGNED, "2025-11-20"))
    settled(qtbot, office.runner, lambda: table.complete and not table.count)
    assert page.missing.panel.empty.isVisible()
    assert page.missing.panel.empty.sentence.text() == "Mọi hồ sơ đã đủ giấy."


def test_a_scan_dropped_on_a_cell_is_in_the_file(
    qtbot: QtBot, office: Office, handed_over: str, scanned_pdf: Path, messages: Recorder
) -> None:
    page = page_of(qtbot, office)
    view = page.missing.view
    place = view.visualRect(page.missing.table.index(0, column(page, "handover_minutes"))).center()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(scanned_pdf))])
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    view.dropEvent(QDropEvent(QPointF(place), Qt.DropAction.CopyAction, data, left, none))
    form = last(page, ScanForm)
    assert form.kind.value() == "handover_minutes"
    form.signed_on.set_value("2025-11-19")
    form.try_it()
    settled(qtbot, office.runner)
    assert state(office, handed_over, "handover_minutes") is PaperState.SCANNED
    assert messages.successes[-1] == "Đã gắn bản quét biên bản bàn giao nhà."
    assert messages.undo is not None
    messages.undo()
    assert state(office, handed_over, "handover_minutes") is PaperState.NONE


def test_a_file_that_is_no_scan_is_told_and_nothing_changes(
    qtbot: QtBot, office: Office, handed_over: str, tmp_path: Path, messages: Recorder
) -> None:
    page = page_of(qtbot, office)
    file = tmp_path / "ghi chú.txt"
    file.write_text("không phải bản quét", encoding="utf-8")
    page.missing.actions_of.take_scan(handed_over, "decision", [file])
    last(page, ScanForm).try_it()
    settled(qtbot, office.runner)
    assert messages.troubles[-1].startswith("Tệp “ghi chú.txt” không phải ảnh JPG, PNG hay PDF.")
    page.missing.actions_of.take_scan(handed_over, "decision", [file, file])
    assert messages.troubles[-1].startswith("Mỗi lần thả một tệp")
    assert state(office, handed_over, "decision") is PaperState.SIGNED


def test_enter_on_a_cell_offers_what_can_be_done_by_keyboard_only(
    qtbot: QtBot, office: Office, handed_over: str, messages: Recorder
) -> None:
    page = page_of(qtbot, office)
    view = page.missing.view
    view.setFocus()
    view.go_to(0)
    for _ in range(column(page, "application") - 1):
        QTest.keyClick(view, Qt.Key.Key_Right)
        if view.current_cell() == (handed_over, "application"):
            break
    QTest.keyClick(view, Qt.Key.Key_Return)
    menu = last(page, QMenu)
    texts = [one.text() for one in menu.actions()]
    assert texts == ["Xem và in: Đơn đề nghị hỗ trợ nhà ở", "Ghi đã ký…", "Gắn bản quét…", "Mở hồ sơ hộ"]
    menu.actions()[1].trigger()
    form = last(page, SignedForm)
    form.signer.setText("Lò Văn Pâng")
    form.try_it()
    settled(qtbot, office.runner)
    assert state(office, handed_over, "application") is PaperState.SIGNED
    assert messages.successes[-1] == "Đã ghi 1 đơn đề nghị hỗ trợ nhà ở đã ký."
    page.missing.open_cell(handed_over, "")
    last(page, QMenu).actions()[0].trigger()
    assert office.gone_to[-1][0] == DOSSIER


def test_what_is_missing_is_looked_at_then_printed_as_one_job(
    qtbot: QtBot, office: Office, handed_over: str, tmp_path: Path, messages: Recorder
) -> None:
    other = make_case(office.workspace, "Tòng Văn Ơn")
    page = page_of(qtbot, office)
    page.filled.click()
    settled(qtbot, office.runner, lambda: page.sheets.made is not None)
    assert page.sheets.state.text().startswith("5 giấy, ")
    assert "Biên bản họp bình xét (1)" in page.sheets.state.text()
    assert state(office, other, "application") is PaperState.NONE

    def chooser(printer: QPrinter, _: QWidget) -> bool:
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / "ra.pdf"))
        return True

    printing.choose_with(chooser)
    page.sheets.print()
    settled(qtbot, office.runner, lambda: bool(messages.successes))
    printing.choose_with(None)
    assert messages.successes[-1].startswith("Đã gửi 5 giấy")
    assert (tmp_path / "ra.pdf").exists()
    assert state(office, other, "application") is PaperState.PRINTED
    assert state(office, handed_over, "handover_minutes") is PaperState.PRINTED


def test_filters_and_counts_by_village(qtbot: QtBot, office: Office, handed_over: str) -> None:
    page = page_of(qtbot, office)
    tab = page.missing
    tab.by_village.setChecked(True)
    cells = [tab.side.item(0, place) for place in range(5)]
    assert [one.text() for one in cells if one] == ["(chưa rõ thôn)", "1", "1", "5", "0"]
    tab.lacking.set_value("printed")
    tab.lacking.changed.emit()
    settled(qtbot, office.runner)
    assert tab.table.count == 0
    tab.lacking.set_value("all")
    tab.kind.set_value("decision")
    tab.kind.changed.emit()
    settled(qtbot, office.runner)
    assert tab.table.count == 1


def test_a_file_is_closed_with_a_reason_and_opened_again(
    qtbot: QtBot, office: Office, handed_over: str, messages: Recorder
) -> None:
    page = page_of(qtbot, office)
    page.missing.view.go_to(0)
    page.missing.close_files()
    form = last(page, CloseForm)
    assert not form.confirm.isEnabled()
    form.reason.setText("Giấy ở hồ sơ giấy")
    form.try_it()
    settled(qtbot, office.runner)
    with office.workspace.read() as session:
        assert case_states(session, [handed_over])[handed_over].status is Status.CLOSED
        file = house_file(session, handed_over)
    panel = shown(qtbot, office, PapersPanel(office, file.household_id))
    assert any("lý do: Giấy ở hồ sơ giấy" in line for line in panel.shown[0].lines)
    panel._do().reopen(handed_over)
    again = last(panel, ReopenForm)
    again.reason.setText("Bổ sung")
    again.try_it()
    settled(qtbot, office.runner)
    assert messages.successes[-1] == "Đã mở lại hồ sơ."


def test_the_tab_of_a_dossier_shows_the_same_list(qtbot: QtBot, office: Office, handed_over: str) -> None:
    with office.workspace.read() as session:
        file = house_file(session, handed_over)
    panel = shown(qtbot, office, PapersPanel(office, file.household_id))
    assert "Đơn đề nghị hỗ trợ nhà ở: chưa có" in panel.shown[0].lines
    assert "Quyết định phê duyệt: đã ký" in panel.shown[0].lines


def test_many_papers_of_ticked_houses_come_into_sight_together(
    qtbot: QtBot, office: Office, handed_over: str, messages: Recorder
) -> None:
    page = page_of(qtbot, office)
    page.tabs.setCurrentIndex(1)
    settled(qtbot, office.runner)
    page.filled.click()
    assert messages.troubles[-1].startswith("Chưa chọn loại giấy nào")
    page.batch.kinds.item(0).setCheckState(Qt.CheckState.Checked)
    page.batch.kinds.item(1).setCheckState(Qt.CheckState.Checked)
    page.filled.click()
    settled(qtbot, office.runner, lambda: page.sheets.made is not None)
    assert page.sheets.pairs == ((handed_over, "application"), (handed_over, "commitment"))


def test_a_blank_form_is_looked_at(qtbot: QtBot, office: Office) -> None:
    page = page_of(qtbot, office)
    page.tabs.setCurrentIndex(2)
    settled(qtbot, office.runner)
    page.filled.click()
    settled(qtbot, office.runner, lambda: page.sheets.made is not None)
    assert page.sheets.title.text() == "Biên bản bàn giao nhà"
    assert page.sheets.sight.document is not None


def test_the_register_tells_voids_with_their_reason_and_gaps(qtbot: QtBot, office: Office, handed_over: str) -> None:
    options = MinutesOptions(Numbering.REGISTER, start_at=28)
    [paper] = issue_minutes(office.workspace, [handed_over], options)[1]
    void_paper(office.workspace, paper.paper_id, "Sai tên")
    issue_minutes(office.workspace, [handed_over], MinutesOptions(Numbering.REGISTER, start_at=30))
    page = page_of(qtbot, office)
    page.tabs.setCurrentIndex(3)
    settled(qtbot, office.runner)
    lines = [page.register.table.row_at(place) for place in range(page.register.table.count)]
    assert [(one.number, one.entry, one.reason) for one in lines if one] == [
        (28, "void", "Sai tên"),
        (29, "gap", ""),
        (30, "used", ""),
    ]
    assert page.register.table.sum == "1 số đã hủy, 1 số bỏ trống"


def test_a_drop_on_the_name_of_a_house_says_where_to_drop(
    qtbot: QtBot, office: Office, handed_over: str, scanned_pdf: Path, messages: Recorder
) -> None:
    page = page_of(qtbot, office)
    page.missing.view.dropped.emit(handed_over, "", [scanned_pdf])
    assert messages.troubles[-1] == "Thả vào ô của một giấy, không phải vào tên hộ."
    assert page.missing.view.indexAt(QPoint(5, 5)).isValid()


def test_the_columns_are_the_papers_that_are_asked_for_now(qtbot: QtBot, office: Office) -> None:
    page = page_of(qtbot, office)
    assert page.missing.kinds == []
    make_case(office.workspace, "Tòng Văn Ơn", programme=FUND)
    settled(qtbot, office.runner, lambda: page.missing.table.complete)
    assert "cash_handover_minutes" in page.missing.kinds
    make_case(office.workspace)
    settled(qtbot, office.runner, lambda: page.missing.table.complete)
    assert {"cash_handover_minutes", "handover_minutes"} <= set(page.missing.kinds)
    office.programme = FUND
    page.programme_changed()
    settled(qtbot, office.runner, lambda: page.missing.table.complete)
    assert "handover_minutes" not in page.missing.kinds
    assert page.missing.source.cases.programme_id == FUND
