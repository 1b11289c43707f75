"""Reads fields of a household from text, as a command or a pasted cell brings them; the forms use the same readers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from app.areas.queries import ethnic_group
from app.households.drafts import ConditionDraft, HouseholdDraft, clean_text
from app.parsing import (
    parse_citizen_id,
    parse_count,
    parse_date,
    parse_decimal,
    parse_phone,
    parse_year,
)
from app.problems import Problem, Refused, refuse
from app.wording.vocabulary import CATEGORIES, FLAGS, GENDERS, YES_NO
from models.vietnamese import fold

Reader = Callable[[str, str], Any]


def read_choice(text: str, field: str, labels: Mapping[Any, str]) -> Any:
    """A value of a vocabulary from itself or its label, accents and capitals apart. Raises `Refused`."""
    wanted = fold(text)
    if not wanted:
        return None
    for value, label in labels.items():
        if wanted in (fold(str(value)), fold(label)):
            return value
    raise refuse(field, "not_choice", text=text.strip(), choices=", ".join(labels.values()))


def read_yes_no(text: str, field: str) -> bool | None:
    """Yes, no or unknown, from "Có", "x", "1", "không", "0". Raises `Refused`."""
    wanted = fold(text)
    if wanted in ("x", "1", "true", "yes", fold(YES_NO[True])):
        return True
    if wanted in ("0", "false", "no", fold(YES_NO[False])):
        return False
    if wanted:
        raise refuse(field, "not_yes_no", text=text.strip())
    return None


def read_ethnicity(text: str, _field: str) -> str | None:
    """The official name of the group; one outside the 54 stays as typed."""
    return ethnic_group(text) or clean_text(text)


def read_flags(text: str, field: str) -> frozenset[str]:
    """Priority marks from a list parted by commas or semicolons."""
    parts = text.replace(";", ",").split(",")
    return frozenset(value for part in parts if (value := read_choice(part, field, FLAGS)))


def _year(text: str, field: str) -> int | None:
    year = parse_year(text, field)
    return int(year) if year else None


def _text(text: str, field: str) -> str | None:
    return clean_text(text, field.rpartition(".")[2])


HOUSEHOLD_READERS: dict[str, Reader] = {
    "head_name": _text,
    "code": _text,
    "gender": partial(read_choice, labels=GENDERS),
    "birth": partial(parse_date, partial=True),
    "citizen_id": parse_citizen_id,
    "ethnicity": read_ethnicity,
    "phone": parse_phone,
    "address": _text,
    "category": partial(read_choice, labels=CATEGORIES),
    "flags": read_flags,
    "member_count": parse_count,
    "bank_account": _text,
    "bank_name": _text,
    "bank_holder": _text,
    "guardian": _text,
    "independent_since": partial(parse_date, partial=True),
    "resident_since": partial(parse_date, partial=True),
    "note": _text,
}
#: Other names of a field, as the JSON of the command line has them.
OTHER_NAMES: dict[str, tuple[str, Reader]] = {"birth_year": ("birth", parse_year), "birth_date": ("birth", parse_date)}
CONDITION_READERS: dict[str, Reader] = {
    **dict.fromkeys(("description", "foundation", "frame_wall", "roof", "land_papers", "note"), _text),
    **dict.fromkeys(("foundation_hard", "frame_wall_hard", "roof_hard"), read_yes_no),
    **dict.fromkeys(("flood_danger", "slide_danger", "fits_planning"), read_yes_no),
    "surveyed_on": parse_date,
    "area_m2": parse_decimal,
    "built_year": _year,
}


def field_names() -> list[str]:
    """The names under which fields can be set, `village` included."""
    return ["village", *HOUSEHOLD_READERS, *OTHER_NAMES, *(f"condition.{name}" for name in CONDITION_READERS)]


def with_texts(draft: HouseholdDraft, texts: Mapping[str, str], condition: ConditionDraft) -> HouseholdDraft:
    """The draft with these fields read from text; `condition` is the present house as it stands.

    Raises `Refused` with every problem at once; the village is looked up by who calls.
    """
    problems: list[Problem] = []
    values: dict[str, Any] = {}
    house: dict[str, Any] = {}
    for name, text in texts.items():
        target, field, reader = _reader(name, values, house)
        try:
            if reader is None:
                raise refuse(name, "field_unknown", text=name, fields=", ".join(field_names()))
            target[field] = reader(text, name)
        except Refused as refused:
            problems += refused.problems
    if problems:
        raise Refused(problems)
    if house:
        values["condition"] = replace(condition, **house)
    return replace(draft, **values)


def _reader(name: str, values: dict[str, Any], house: dict[str, Any]) -> tuple[dict[str, Any], str, Reader | None]:
    """Where a field goes, its own name and its reader."""
    if name.startswith("condition."):
        field = name.removeprefix("condition.")
        return house, field, CONDITION_READERS.get(field)
    if name in OTHER_NAMES:
        field, reader = OTHER_NAMES[name]
        return values, field, reader
    return values, name, HOUSEHOLD_READERS.get(name)
