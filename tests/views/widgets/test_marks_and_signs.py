"""Marks stand beside their fields, and every sign can be told without colour."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.problems import Problem
from models.vocabulary import Stage, Status
from views.widgets.empty_state import EmptyState
from views.widgets.form import FormColumn
from views.widgets.house_pictogram import HousePicture, house_text, paint_house
from views.widgets.money_edit import MoneyEdit
from views.widgets.number_edits import IdNumberEdit
from views.widgets.problem_marks import MarkLine, Marks
from views.widgets.status_sign import LOOKS, StatusTag, group_of, paint_status, status_text


class Form(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.marks = Marks(self)
        self.column = FormColumn(self.marks, self)
        self.name, self.id_number, self.amount = QLineEdit(), IdNumberEdit(), MoneyEdit()
        self.column.add_title("Chủ hộ")
        self.column.add_field("head_name", "Họ và tên chủ hộ", self.name, required=True)
        self.column.add_field("citizen_id", "Số căn cước", self.id_number)
        self.column.add_field("amount", "Số tiền", self.amount, after="đồng")

    def line(self, field: QWidget) -> MarkLine:
        return next(line for known, line in self.marks._fields.values() if known is field)


@pytest.fixture
def form(qtbot: QtBot) -> Form:
    made = Form()
    qtbot.addWidget(made)
    made.resize(520, 300)
    made.show()
    return made


def test_a_mark_is_a_sentence_under_its_field_and_f8_goes_round(qtbot: QtBot, form: Form) -> None:
    counts: list[int] = []
    form.marks.changed.connect(counts.append)
    wrong = Problem("head_name", "required", {"label": "họ tên chủ hộ"})
    form.marks.show([wrong, Problem("amount", "not_money", {"text": "x"}), Problem("other", "not_date", {"text": "y"})])
    assert counts == [3]
    form.activateWindow()
    form.id_number.setFocus()
    form.marks.first()
    qtbot.waitUntil(form.name.hasFocus)
    assert form.line(form.name).text.text() == "Thiếu họ tên chủ hộ. Gõ họ tên chủ hộ rồi lưu lại."
    assert [one.field for one in form.marks.unplaced] == ["other"]
    form.activateWindow()
    form.name.setFocus()
    QTest.keyClick(form.name, Qt.Key.Key_F8)
    qtbot.waitUntil(form.amount.hasFocus)
    QTest.keyClick(form.amount, Qt.Key.Key_F8)
    qtbot.waitUntil(form.name.hasFocus)
    form.marks.show([])
    assert form.line(form.name).isHidden()
    assert counts[-1] == 0


def test_a_suggestion_is_taken_with_one_click_or_left(form: Form) -> None:
    form.id_number.setText("11085001234")
    form.marks.show(form.marks.unreadable())
    line = form.line(form.id_number)
    assert "Sửa giúp" in line.text.text()
    line.text.linkActivated.emit("fix")
    assert form.id_number.text() == "011085001234"
    assert form.marks.count == 0
    form.marks.show([Problem("citizen_id", "citizen_id_lost_zero", {"count": 11, "suggestion": "0"})])
    line.text.linkActivated.emit("leave")
    assert form.id_number.text() == "011085001234"


def test_the_amount_in_words_stands_where_no_mark_is(form: Form) -> None:
    QTest.keyClicks(form.amount, "60000000")
    assert form.line(form.amount).text.text() == "Sáu mươi triệu đồng"


def test_fields_are_named_for_those_who_listen(form: Form) -> None:
    assert form.name.accessibleName() == "Họ và tên chủ hộ"


def grey(group: str) -> bytes:
    image = QImage(30, 24, QImage.Format.Format_Grayscale8)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    paint_status(painter, QRect(0, 0, 30, 24), group)
    painter.end()
    return bytes(image.constBits())


def test_signs_differ_in_grey_before_their_words_are_read(qtbot: QtBot) -> None:
    assert len({grey(group) for group in LOOKS}) == len(LOOKS)


def test_every_status_has_its_group(qtbot: QtBot) -> None:
    assert {group_of(status) for status in Status} == set(LOOKS)
    assert status_text("building", 12) == "Đang xây · Quá hạn 12 ngày"
    tag = StatusTag("building", 12)
    qtbot.addWidget(tag)
    tag.show()
    assert tag.accessibleName() == "Đang xây · Quá hạn 12 ngày"
    assert not tag.grab().isNull()


def drawn(done: set[Stage], current: Stage | None = None) -> bytes:
    image = QImage(24, 18, QImage.Format.Format_Grayscale8)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    paint_house(painter, QRect(0, 0, 24, 18), done, current)
    painter.end()
    return bytes(image.constBits())


def test_each_step_of_building_looks_different_in_grey(qtbot: QtBot) -> None:
    stages = [Stage.FOUNDATION, Stage.FRAME_WALL, Stage.ROOF, Stage.FINISH]
    pictures = {drawn(set(stages[:count])) for count in range(5)} | {drawn(set(), Stage.FOUNDATION)}
    pictures |= {drawn(set(stages[:3]), Stage.FINISH)}
    assert len(pictures) == 7
    assert house_text({Stage.FOUNDATION, Stage.FRAME_WALL}, None) == "đã xong móng, khung tường"
    assert house_text((), Stage.ROOF) == "đang làm mái"
    assert house_text({Stage.START}, None) == "đã khởi công"
    assert house_text((), None) == "chưa khởi công"
    picture = HousePicture()
    qtbot.addWidget(picture)
    picture.set_house(set(Stage))
    assert "hoàn thiện" in picture.accessibleName()


def test_an_empty_list_says_what_to_do_and_offers_it(qtbot: QtBot) -> None:
    pressed: list[str] = []
    state = EmptyState("Chưa có hộ nào.", [("Thêm hộ", lambda: pressed.append("add"))])
    qtbot.addWidget(state)
    state.findChildren(QPushButton)[0].click()
    assert pressed == ["add"]
    state.say_instead("Không có dòng nào khớp.")
    assert state.sentence.text() == "Không có dòng nào khớp."
    state.say_first()
    assert state.sentence.text() == "Chưa có hộ nào."


def test_the_button_in_hand_stays_when_an_empty_list_is_read_again(qtbot: QtBot) -> None:
    state = EmptyState("Chưa có hộ nào.", [("Thêm hộ", lambda: None)])
    qtbot.addWidget(state)
    state.show()
    state.activateWindow()
    state.setFocus()
    (button,) = state.findChildren(QPushButton)
    qtbot.waitUntil(button.hasFocus)
    state.say_first()
    qtbot.wait(1)
    assert button.hasFocus()
