"""The values of a programme's rules in Vietnamese and back: "hard_parts < 3" is typed and shown as "số phần cứng < 3".

What is in no known form is left as it is: the rule that reads values then says that it cannot be read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from app.wording.eligibility import LABELS, STATEMENTS
from app.wording.programme_rules import BEGINNINGS, FROM_WHEN, VALUES
from app.wording.vocabulary import CATEGORIES, FLAGS, PAPER_KINDS, STAGES
from models.vietnamese import fold

FACTS = {
    "category": "đối tượng",
    "flag": "ưu tiên",
    "hard_parts": "số phần cứng",
    "area_m2": "diện tích nhà",
    "area_per_person": "m² mỗi người",
    "members": "số nhân khẩu",
    "head_age": "tuổi chủ hộ",
    "split_years": "số năm tách hộ",
    "listed_on": "trong danh sách nghèo ngày",
    "resident_before": "thường trú trước ngày",
    "not_supported_before": "chưa được hỗ trợ nhà ở",
    "flood_danger": "nguy cơ lũ ngập",
    "slide_danger": "nguy cơ sạt lở",
    "fits_planning": "hợp quy hoạch",
}
_OPENERS = {
    "acceptance": "đã nghiệm thu",
    **{f"stage:{stage}": text.lower() for stage, text in STAGES.items()},
    **{f"paper:{kind}": text.lower() for kind, text in PAPER_KINDS.items()},
}
_SIGNS = {"<=": "≤", ">=": "≥", "<": "<", ">": ">"}
_PART, _PLACE, _OR, _IS, _OPEN = "Đợt", "Thứ", " hoặc ", "là", "; "


def _word(words: Mapping[str, str], shown: str) -> str:
    """The stored word of a label, accents and capitals apart; what is none is left as it is."""
    wanted = fold(shown)
    return next((one for one, text in words.items() if wanted in (fold(text), fold(one))), shown.strip())


def _shown_clause(text: str) -> str:
    fact, _, rest = text.partition(" ")
    if fact not in FACTS:
        return text
    if rest.startswith("in "):
        labels = CATEGORIES if fact == "category" else FLAGS
        names = [labels.get(one.strip(), one.strip()).lower() for one in rest[3:].split(",")]
        return f"{FACTS[fact]} {_IS} {', '.join(names)}"
    sign, _, number = rest.partition(" ")
    if sign in _SIGNS:
        return f"{FACTS[fact]} {_SIGNS[sign]} {number.replace('.', ',')}"
    day = "/".join(reversed(rest.split("-"))) if rest else ""
    return f"{FACTS[fact]} {day}".strip()


def _typed_clause(text: str) -> str:
    folded = fold(text)
    spoken = [*FACTS.items(), *LABELS.items(), *STATEMENTS.items()]  # as it is shown here, or explained elsewhere
    found = max((one for one in spoken if folded.startswith(fold(one[1]))), key=lambda one: len(one[1]), default=None)
    if found is None:
        return text.strip()
    fact, name = found
    rest = " ".join(text.split())[len(name) :].strip()
    if fact in ("category", "flag"):
        labels = CATEGORIES if fact == "category" else FLAGS
        names = rest[len(_IS) :] if fold(rest).startswith(_IS[0]) else rest
        return f"{fact} in {','.join(_word(labels, one) for one in names.split(','))}"
    compared = re.fullmatch(r"(<=|>=|≤|≥|<|>)\s*(\d+(?:[.,]\d+)?)", rest)
    if compared:
        sign = next(one for one, shown in _SIGNS.items() if compared[1] in (one, shown))
        return f"{fact} {sign} {compared[2].replace(',', '.')}"
    day = re.fullmatch(r"(\d{1,2})/(\d{1,2})/(\d{4})", rest)
    return f"{fact} {day[3]}-{day[2]:0>2}-{day[1]:0>2}" if day else f"{fact} {rest}".strip()


def _joined(text: str, before: str, after: str, one: Callable[[str], str]) -> str:
    return after.join(one(part) for part in text.split(before))


def shown_value(key: str, value: str) -> str:
    """A stored value as it is shown."""
    if key == "criterion":
        return _joined(value, " or ", _OR, _shown_clause)
    if key == "priority":
        place, parted, rest = value.partition("|")
        return f"{_PLACE} {place}: {_joined(rest, ' or ', _OR, _shown_clause)}" if parted else value
    if key == "instalment" and value.count("|") == 2:
        number, share, openers = value.split("|")
        percent = share if "/" in share else f"{share} %"
        opened = [_OPENERS.get(one, one) for one in openers.split(",") if one]
        return _OPEN.join([f"{_PART} {number}: {percent}", *opened])
    if key == "requires_paper":
        kind, parted, due_from = value.partition("|")
        since = f"{FROM_WHEN}{BEGINNINGS.get(due_from, due_from)}" if parted else ""
        return f"{VALUES.get(kind, kind)}{since}"
    return VALUES.get(value, value)


def typed_value(key: str, text: str) -> str:
    """What is typed as it is stored."""
    text = " ".join(text.split())
    if key == "criterion":
        return _joined(text, _OR, " or ", _typed_clause)
    placed = re.fullmatch(r"\D*(\d+)\s*[:|]\s*(.*)", text) if key in ("priority", "instalment") else None
    if placed and key == "priority":
        return f"{placed[1]}|{_joined(placed[2], _OR, ' or ', _typed_clause)}"
    if placed and key == "instalment" and text.count("|") != 2:
        share, *openers = [one.strip() for one in placed[2].split(_OPEN.strip())]
        return (
            f"{placed[1]}|{share.removesuffix('%').strip()}|{','.join(_word(_OPENERS, one) for one in openers if one)}"
        )
    if key == "requires_paper":
        kind, parted, due_from = text.partition(FROM_WHEN)
        return f"{_word(VALUES, kind)}|{_word(BEGINNINGS, due_from)}" if parted else _word(VALUES, text)
    return _word(VALUES, text)
