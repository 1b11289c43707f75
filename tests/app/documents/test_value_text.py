"""Claims about values of the journal in words: an officer never reads a code."""

from __future__ import annotations

import pytest

from app.documents.value_text import value_text
from models.support import Decision


@pytest.mark.parametrize(
    ("entity", "field", "value", "words"),
    [
        ("decision", "warnings", "missing_survey missing_posting", "khảo sát, niêm yết công khai"),
        ("contribution", "kind", "cash", "Tiền mặt"),
        ("donor", "kind", "business", "Doanh nghiệp"),
        ("payment", "kind", "clawback", "Thu hồi"),
        ("issued_paper", "numbering", "register", "Sổ số của máy"),
        ("decision", "replaces_id", "01a1fe2d-1f09-7726-b7ea-5ccfc015a7cd", "(một mục khác)"),
        ("issued_paper", "printed", '{"accepted_on":"2025-10-08"}', "(nội dung lưu kèm)"),
    ],
)
def test_codes_and_ids_are_told_in_words(entity: str, field: str, value: str, words: str) -> None:
    assert value_text(entity, field, value) == words


def test_a_known_id_is_told_by_its_name() -> None:
    key = "01a1fe2d-1f09-7726-b7ea-5ccfc015a7cd"
    assert value_text(Decision.__entity__, "case_id", key, {key: "Lò Văn Pâng"}) == "Lò Văn Pâng"
