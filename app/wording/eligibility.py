"""How eligibility is explained: what a criterion asks, what was looked at, what would change the result."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Protocol

from app.wording.vocabulary import CATEGORIES, FLAGS, POVERTY_LEVELS, YES_NO

ELIGIBILITY_PROBLEMS: dict[str, str] = {
    "criterion_not_met": "Hộ {names} không đạt điều kiện “{asked}”. Ghi lý do nếu vẫn đề nghị.",
    "criterion_unknown": "Hộ {names} chưa đủ số liệu để xét điều kiện “{asked}”. Ghi thêm số liệu hoặc ghi lý do.",
    "criterion_unreadable": "Chưa đọc được điều kiện “{text}”. Viết lại theo mẫu, ví dụ: số phần cứng < 3.",
    "criterion_gone": "Điều kiện này không còn áp dụng cho nhà. Mở lại hồ sơ hộ để xem.",
    "criterion_reason_missing": "Thiếu lý do. Gõ lý do vì sao vẫn đề nghị hộ này rồi lưu lại.",
    "rule_unknown": "Quy định này không còn trong chương trình. Mở lại chương trình rồi làm lại.",
}

# The panel
TITLE = "Điều kiện hỗ trợ"
NONE_KNOWN = "Chương trình chưa ghi điều kiện nào trong phần mềm."
OUTCOMES = {"met": "Đạt", "not_met": "Không đạt", "unknown": "Chưa đủ số liệu"}
SOURCE = "Căn cứ: {source}"
NO_SOURCE = "Căn cứ: chưa ghi"
DECIDED_ANYWAY = "Lý do vẫn duyệt"
DECIDED_ANYWAY_HINT = "khi có hộ chưa đủ điều kiện"
LET_GO_ON = "Vẫn đề nghị: {reason}"
UNREADABLE = "Phần mềm bản này chưa đọc được điều kiện. Cập nhật phần mềm hoặc xem văn bản của chương trình."
MOVED_IN, MOVED_OUT, BECAME_OPEN = "Thành đạt", "Thành không đạt", "Thành chưa đủ số liệu"

LABELS = {
    "hard_parts": "số phần cứng của nhà",
    "area_m2": "diện tích nhà",
    "area_per_person": "diện tích bình quân",
    "members": "số nhân khẩu",
    "head_age": "tuổi chủ hộ",
    "split_years": "thời gian tách hộ",
}
_UNITS = {
    "hard_parts": "phần",
    "area_m2": "m²",
    "area_per_person": "m²/người",
    "members": "người",
    "head_age": "tuổi",
    "split_years": "năm",
}
_SIGNS = {"<": "dưới {n}", "<=": "không quá {n}", ">": "trên {n}", ">=": "từ {n} trở lên"}
STATEMENTS = {
    "flood_danger": "nhà có nguy cơ lũ, ngập",
    "slide_danger": "nhà có nguy cơ sạt lở",
    "fits_planning": "đất phù hợp quy hoạch",
    "not_supported_before": "hộ chưa được hỗ trợ nhà ở",
}
#: What must be written down before a clause can be judged, and where.
_MISSING = {
    "category": "đối tượng ở thẻ Hộ và nhân khẩu",
    "flag": "ưu tiên ở thẻ Hộ và nhân khẩu",
    "hard_parts": "ba phần nhà cứng hay không ở thẻ Nhà cũ",
    "area_m2": "diện tích ở thẻ Nhà cũ",
    "area_per_person": "diện tích nhà cũ và số nhân khẩu",
    "members": "số nhân khẩu ở thẻ Hộ và nhân khẩu",
    "head_age": "ngày, năm sinh chủ hộ ở thẻ Hộ và nhân khẩu",
    "split_years": "“Tách hộ từ” ở thẻ Hộ và nhân khẩu",
    "resident_before": "“Thường trú từ” ở thẻ Hộ và nhân khẩu",
    "flood_danger": "nguy cơ lũ, ngập ở thẻ Nhà cũ",
    "slide_danger": "nguy cơ sạt lở ở thẻ Nhà cũ",
    "fits_planning": "phù hợp quy hoạch ở thẻ Nhà cũ",
    "not_supported_before": "các lần hỗ trợ trước",
}
_NOT_RECORDED = "chưa ghi"
_OR = " hoặc "


class Asked(Protocol):
    """A clause of a criterion, as this module reads it."""

    @property
    def fact(self) -> str: ...
    @property
    def words(self) -> tuple[str, ...]: ...
    @property
    def sign(self) -> str: ...
    @property
    def number_text(self) -> str: ...
    @property
    def day_text(self) -> str: ...
    @property
    def year(self) -> int: ...


def _clause_text(clause: Asked) -> str:
    """One clause inside a sentence."""
    if clause.fact == "category":
        return "đối tượng là " + _one_of([CATEGORIES[one].lower() for one in clause.words])
    if clause.fact == "flag":
        return "hộ có ưu tiên " + _one_of([FLAGS[one].lower() for one in clause.words])
    if clause.fact == "listed_on":
        return f"hộ là hộ nghèo hoặc cận nghèo năm {clause.year}"
    if clause.fact == "resident_before":
        return f"hộ thường trú tại đây trước ngày {clause.day_text}"
    if clause.fact in STATEMENTS:
        return STATEMENTS[clause.fact]
    number = f"{clause.number_text} {_UNITS[clause.fact]}"
    return f"{LABELS[clause.fact]} {_SIGNS[clause.sign].format(n=number)}"


def _one_of(words: Sequence[str]) -> str:
    """Some words of which one is enough: "a, b hoặc c"."""
    return _OR.join(part for part in (", ".join(words[:-1]), words[-1]) if part)


def year_text(year: str) -> str:
    """A year where no day is known."""
    return f"năm {year}"


def asked_text(clauses: Sequence[Asked]) -> str:
    """What a criterion asks, as a heading."""
    return _capital(_OR.join(_clause_text(one) for one in clauses))


def looked_at_text(figures: Sequence[str]) -> str:
    """The figures looked at, one after the other."""
    return _capital("; ".join(dict.fromkeys(figures)))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def change_text(found: str, clauses: Mapping[str, Sequence[Asked]]) -> str:
    """The sentence "what would change the result"; `clauses` are those of the criterion by what each gave."""
    if found == "met":
        texts = [_clause_text(one) for one in clauses["met"]]
        return f"Sẽ thành không đạt nếu không còn đúng: {_OR.join(texts)}."
    if found == "not_met":
        return f"Sẽ đạt nếu {_OR.join(_clause_text(one) for one in clauses['not_met'])}."
    missing = dict.fromkeys(_missing_text(one) for one in clauses["unknown"])
    return f"Chưa kết luận được. Ghi {', '.join(missing)} thì có kết quả."


def _missing_text(clause: Asked) -> str:
    if clause.fact == "listed_on":
        return f"diện nghèo năm {clause.year}"
    return _MISSING[clause.fact]


def category_text(category: str | None) -> str:
    """The category looked at."""
    return f"đối tượng: {CATEGORIES.get(category, category).lower() if category else _NOT_RECORDED}"


def flags_text(flags: Collection[str]) -> str:
    """The priority marks looked at."""
    return "ưu tiên: " + (", ".join(sorted(FLAGS.get(one, one).lower() for one in flags)) or "không có")


def figure_text(fact: str, low: str, high: str) -> str:
    """A figure looked at; one known in part as a range, nothing where it is not known."""
    if not low:
        return f"{LABELS[fact]}: {_NOT_RECORDED}"
    shown = low if low == high else f"{low} đến {high}"
    return f"{LABELS[fact]}: {shown} {_UNITS[fact]}"


def per_person_text(area: str, members: int | None, each: str) -> str:
    """The area a person, with what it is made of; empty texts are not known."""
    people = f"{members} người" if members else "số nhân khẩu chưa ghi"
    known = f"{area} m²" if area else "diện tích chưa ghi"
    if not each:
        return f"{LABELS['area_per_person']}: {known}, {people}"
    return f"{LABELS['area_per_person']}: {each} m²/người ({known}, {people})"


def poverty_text(year: int, level: str | None) -> str:
    """The poverty class of a year."""
    return f"diện nghèo năm {year}: {POVERTY_LEVELS.get(level, level).lower() if level else _NOT_RECORDED}"


def resident_text(since: str) -> str:
    """Since when the household is registered here."""
    return f"thường trú từ: {since or _NOT_RECORDED}"


def helped_text(helped: Sequence[tuple[str, str, str, str]]) -> str:
    """What was given before: programme, year, head, and the ID number where it was another household."""
    told = [
        " ".join(part for part in (programme, year, f"(hộ {head}, cùng số căn cước)" if number else "") if part)
        for programme, year, head, number in helped
    ]
    return "đã hỗ trợ: " + ("; ".join(told) or "chưa có trong dữ liệu của máy")


def statement_text(fact: str, answer: bool | None) -> str:
    """A yes or no of the survey."""
    return f"{STATEMENTS[fact]}: {YES_NO[answer].lower() if answer is not None else _NOT_RECORDED}"
