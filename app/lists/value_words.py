"""Words of a list that mean one of few things: gender, group, kind of work."""

from __future__ import annotations

import re
from collections.abc import Callable

from app.ethnic_groups import ethnic_group
from app.lists.fields import Field
from app.lists.repairs import RepairKind
from app.lists.row_in_hand import Reading
from app.lists.vocabulary import category_of, gender_of, work_type_of
from app.wording.vocabulary import CATEGORIES
from models.vietnamese import fold

_BETWEEN_GROUPS = re.compile(r"[,;/+&\n()]|\s[-\u2013]\s|\bva\b")


def gender(reading: Reading) -> str | None:
    """`male` or `female`."""
    return _meant(reading, Field.GENDER, gender_of, "not_gender")


def work_type(reading: Reading) -> str | None:
    """`new_build` or `repair`."""
    return _meant(reading, Field.NEED, work_type_of, "not_work_type")


def ethnicity(reading: Reading) -> str | None:
    """The group by its official name, another name of it as a listed repair; one that is not known stays as typed."""
    text = reading.told(Field.ETHNICITY)
    if not text:
        return None
    official = ethnic_group(text)
    if official is None:
        reading.problem(Field.ETHNICITY, "ethnicity_unknown", warning=True, text=text)
        return text
    same = text == official or text.lower() == official.lower()
    return official if same or reading.repair(Field.ETHNICITY, RepairKind.ETHNIC_NAME, text, official) else text


def _meant(reading: Reading, name: Field, meaning: Callable[[str], str | None], code: str) -> str | None:
    text = reading.told(name)
    value = meaning(text) if text else None
    if text and value is None:
        reading.problem(name, code, text=text)
    return value


def category(reading: Reading) -> str | None:
    """The group; of several named in one cell the first, with a warning."""
    text = reading.told(Field.CATEGORY)
    if not text or (value := category_of(text)):
        return value if text else None
    parts = [category_of(part) for part in _BETWEEN_GROUPS.split(fold(text)) if part.strip()]
    first = parts[0] if parts else None
    if first is None or None in parts:
        reading.problem(Field.CATEGORY, "not_category", text=text)
        return None
    if len(set(parts)) > 1:
        reading.problem(Field.CATEGORY, "several_categories", warning=True, text=text, taken=CATEGORIES[first])
    return first
