"""Short words stand beside hard terms: at labels, headings and tabs."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.wording.terms import TERMS, explanation
from app.workspace import Workspace
from tests.views.office import Office, settled
from views.funding.page import FundingPage
from views.runner import Runner
from views.table_view import PagedTableView
from views.widgets.form import FormColumn
from views.widgets.problem_marks import Marks


def test_a_label_is_explained_by_the_term_it_begins_with() -> None:
    assert explanation("Phân bổ\n(đồng)") == f"Phân bổ: {TERMS['Phân bổ']}."
    assert explanation("mã đối chiếu").startswith("Mã đối chiếu: ")
    assert explanation("Số căn cước") == ""
    assert explanation("Gói") != ""
    assert explanation("Góiii") == ""


def test_a_field_with_a_hard_term_says_it_in_short_words(qtbot: QtBot) -> None:
    form = QWidget()
    qtbot.addWidget(form)
    column = FormColumn(Marks(form), form)
    hard, easy = QLineEdit(), QLineEdit()
    column.add_field("category", "Đối tượng", hard, required=True)
    column.add_field("phone", "Điện thoại", easy)
    label = next(one for one in column.findChildren(QLabel) if one.buddy() is hard)
    assert label.toolTip() == hard.accessibleDescription() == explanation("Đối tượng")
    assert easy.accessibleDescription() == ""


def test_headings_and_tabs_explain_hard_terms(qtbot: QtBot, commune: Workspace, runner: Runner) -> None:
    page = FundingPage(Office(commune, runner))
    qtbot.addWidget(page)
    page.show()
    settled(qtbot, runner)
    tips = {page.tabs.tabText(one): page.tabs.tabToolTip(one) for one in range(page.tabs.count())}
    assert tips["Giải ngân"] == explanation("Giải ngân")
    tables = [view.model() for view in page.findChildren(PagedTableView)]
    tips = {
        str(model.headerData(place, Qt.Orientation.Horizontal)): model.headerData(
            place, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole
        )
        for model in tables
        for place in range(model.columnCount())
    }
    assert tips["Phân bổ\n(đồng)"] == explanation("Phân bổ")
    assert tips["Nội dung"] is None
