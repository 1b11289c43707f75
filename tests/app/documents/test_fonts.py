"""Claims about finding a Vietnamese face and refusing what it cannot show."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import reportlab

from app.documents.fonts import choose_face, find_face
from app.problems import Trouble
from app.wording.messages import trouble_text
from app.wording.papers import LETTERS

ACCENTED = "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵ"


def test_the_alphabet_counts_134_accented_letters() -> None:
    assert len(set(ACCENTED + ACCENTED.upper())) == 134
    assert set(ACCENTED) <= set(LETTERS)


def test_the_face_of_this_machine_shows_all_of_vietnamese() -> None:
    face = find_face()
    for font in (face.regular, face.bold, face.italic, face.bold_italic):
        font.check(ACCENTED + ACCENTED.upper() + "0123456789“”–m²")


def test_a_character_the_font_lacks_is_named_with_the_font() -> None:
    font = find_face().regular
    with pytest.raises(Trouble) as told:
        font.check("Lò Văn \U0001f600")
    sentence = trouble_text(told.value)
    assert font.family in sentence
    assert "\U0001f600" in sentence
    assert "U+1F600" in sentence


def test_a_machine_without_a_complete_face_is_told_so(tmp_path: Path) -> None:
    """The own Vera of reportlab lacks Vietnamese, whatever its files are called; a damaged file is passed over."""
    own = Path(reportlab.__file__).parent / "fonts"
    for weight, name in (("", "regular"), ("Bd", "bold"), ("It", "italic"), ("BI", "bolditalic")):
        shutil.copy(own / f"Vera{weight}.ttf", tmp_path / f"LiberationSerif-{name}.ttf")
        (tmp_path / f"Tinos-{name}.ttf").write_bytes(b"\x00\x01\x00\x00 no font")
    with pytest.raises(Trouble) as told:
        choose_face([tmp_path, tmp_path / "missing"])
    assert told.value.code == "no_vietnamese_font"
    assert "Times New Roman" in trouble_text(told.value)


def test_widths_are_those_the_page_is_drawn_with() -> None:
    font = find_face().bold
    assert font.width("Nguyễn") * 13 == pytest.approx(font.loaded.stringWidth("Nguyễn", 13))
