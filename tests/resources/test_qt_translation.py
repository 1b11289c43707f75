"""Qt's own texts appear in Vietnamese, in the program's words, and the compiled file is the one of the source."""

import re
import shutil
import subprocess
import sys
import unicodedata
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QMessageBox,
    QProgressDialog,
    QPushButton,
    QTextEdit,
    QWizard,
)
from pytestqt.qtbot import QtBot

FOLDER = Path(__file__).parents[2] / "resources" / "qt"
Button = QDialogButtonBox.StandardButton


def messages() -> list[tuple[str, str]]:
    root = ET.fromstring((FOLDER / "qtbase_vi.ts").read_text(encoding="utf-8"))  # noqa: S314 - our own file
    return [(found.findtext("source", ""), found.findtext("translation", "")) for found in root.iter("message")]


@pytest.fixture
def vietnamese(qapp: QApplication) -> Iterator[None]:
    translator = QTranslator()
    assert translator.load(str(FOLDER / "qtbase_vi.qm"))
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


@pytest.mark.usefixtures("vietnamese")
def test_every_standard_button_speaks_vietnamese(qtbot: QtBot) -> None:
    box = QDialogButtonBox()
    qtbot.addWidget(box)
    shown = {standard: box.addButton(standard).text().replace("&", "") for standard in Button}
    assert len(shown) == 18
    assert shown[Button.Ok] == "Đồng ý"
    assert shown[Button.Cancel] == "Thôi"
    assert shown[Button.Save] == "Lưu"
    assert shown[Button.Close] == "Đóng"
    assert (shown[Button.Yes], shown[Button.No]) == ("Có", "Không")
    assert set(shown.values()) <= {translation.replace("&", "") for _, translation in messages()}


@pytest.mark.usefixtures("vietnamese")
def test_the_context_menu_of_a_field_speaks_vietnamese(qtbot: QtBot) -> None:
    expected = ["Hoàn tác", "Làm lại", "Cắt", "Sao chép", "Dán", "Bỏ phần đã chọn", "Chọn tất cả"]
    line, text = QLineEdit("Lò Văn Pâng"), QTextEdit("Lò Văn Pâng")
    for field in (line, text):
        qtbot.addWidget(field)
        menu = field.createStandardContextMenu()
        assert isinstance(menu, QMenu)
        qtbot.addWidget(menu)
        shown = [action.text().partition("\t")[0].replace("&", "") for action in menu.actions()]
        assert [name for name in shown if name] == expected


@pytest.mark.usefixtures("vietnamese")
def test_message_boxes_and_progress_speak_vietnamese(qtbot: QtBot) -> None:
    box = QMessageBox()
    qtbot.addWidget(box)
    box.setStandardButtons(QMessageBox.StandardButton.Retry | QMessageBox.StandardButton.Cancel)
    box.setDetailedText("chi tiết")
    shown = {button.text().replace("&", "") for button in box.findChildren(QPushButton)}
    assert shown == {"Thử lại", "Thôi", "Xem chi tiết…"}
    progress = QProgressDialog()
    qtbot.addWidget(progress)
    assert [button.text() for button in progress.findChildren(QPushButton)] == ["Dừng lại"]


@pytest.mark.usefixtures("vietnamese")
def test_the_file_dialog_has_no_english_left(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = QFileDialog(None, "", str(tmp_path))
    qtbot.addWidget(dialog)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    shown = {label.text().replace("&", "") for label in dialog.findChildren(QLabel)}
    shown |= {button.text().replace("&", "") for button in dialog.findChildren(QAbstractButton)}
    shown |= {button.toolTip() for button in dialog.findChildren(QAbstractButton)}
    ours = {translation.replace("&", "") for _, translation in messages()}
    assert {text for text in shown if text} <= ours
    assert {"Tìm trong:", "Loại tệp:", "Tên tệp:", "Lưu", "Thôi"} <= shown


@pytest.mark.usefixtures("vietnamese")
def test_wizards_and_keys_speak_vietnamese(qtbot: QtBot) -> None:
    wizard = QWizard()
    qtbot.addWidget(wizard)
    assert wizard.buttonText(QWizard.WizardButton.NextButton) == "&Tiếp >"
    native = QKeySequence.SequenceFormat.NativeText
    assert QKeySequence("Alt+Left").toString(native) == "Alt+←"
    assert QKeySequence("Space").toString(native) == "Phím cách"


def test_mnemonics_stand_on_plain_latin_letters_only() -> None:
    marked = re.compile(r"&(.)")
    bad = [text for _, text in messages() for letter in marked.findall(text) if not re.match("[A-Za-z]", letter)]
    assert bad == []


def test_placeholders_and_line_breaks_of_the_source_survive() -> None:
    kept = re.compile(r"%\d|\n")
    changed = [source for source, text in messages() if sorted(kept.findall(source)) != sorted(kept.findall(text))]
    assert changed == []


def test_every_text_is_translated_in_composed_unicode_and_none_is_a_bare_delete() -> None:
    texts = [text for _, text in messages()]
    assert len(texts) > 300
    assert all(texts)
    assert all(unicodedata.is_normalized("NFC", text) for text in texts)
    assert "Xóa" not in {text.replace("&", "") for text in texts}


def test_the_compiled_file_is_the_one_of_the_source(tmp_path: Path) -> None:
    compiler = shutil.which("pyside6-lrelease", path=str(Path(sys.executable).parent))
    assert compiler is not None
    made = tmp_path / "made.qm"
    subprocess.run([compiler, "-silent", str(FOLDER / "qtbase_vi.ts"), "-qm", str(made)], check=True)
    assert made.read_bytes() == (FOLDER / "qtbase_vi.qm").read_bytes()
