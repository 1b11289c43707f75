"""The columns of the grids in which the parts of a plan are typed, made from what each field of a part may hold."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from app.households.reading import read_choice, read_yes_no
from app.parsing import parse_count, parse_decimal
from app.plans.days import day_text, read_day, read_period
from app.plans.drafts import PARTS, FieldKind, FieldSpec, specs
from app.wording import campaign_editor as words
from app.wording import reports
from app.wording.campaigns import plan_label
from app.wording.vocabulary import YES_NO
from views.rows_grid import Column

_WIDE = frozenset({"text", "task", "name", "lead", "cooperating", "addressees", "warning", "value"})
_WIDE_WIDTH, _TEXT_WIDTH, _WORD_WIDTH, _SHORT, _FLAG, _OFFERED = 260, 130, 140, 96, 116, 190
Names = Callable[[], Sequence[str]]


def columns_of(part: str, units: Names, forms: Names) -> tuple[Column, ...]:
    """The columns of a part; fields that name a unit or a form of award offer those that are typed, reports theirs."""
    offered = {("target", "unit"): units, ("unit", "parent"): units, ("quota", "form"): forms}
    offered["deadline", "report"] = lambda: list(reports.NAMES.values())
    ordered = sorted(specs(PARTS[part]).values(), key=lambda spec: spec.name == "code")  # codes make themselves
    return tuple(_column(part, spec, offered.get((part, spec.name))) for spec in ordered)


def _column(part: str, spec: FieldSpec, offer: Names | None) -> Column:
    title = plan_label(part, spec.name)
    make = partial(Column, spec.name, title)
    match spec.kind:
        case FieldKind.DAY:
            return make(_SHORT, read_day, day_text)
        case FieldKind.PERIOD:
            return make(_SHORT, read_period, _period_text)
        case FieldKind.WHOLE:
            return make(_SHORT, parse_count)
        case FieldKind.DECIMAL:
            return make(_SHORT, parse_decimal, lambda value: value.replace(".", ","))
        case FieldKind.FLAG:
            return make(
                _FLAG, lambda text: read_yes_no(text, spec.name), lambda value: YES_NO[value], (*YES_NO.values(),)
            )
        case FieldKind.CODES:
            return make(_TEXT_WIDTH, partial(_read_several, spec), partial(_several_text, spec))
        case _ if spec.words is not None:
            labels = words.LABELS[spec.words]
            read = partial(_read_word, spec.name, labels)
            return make(_WORD_WIDTH, read, lambda value: labels.get(value, value), tuple(labels.values()))
        case _:
            wide = _WIDE_WIDTH if spec.name in _WIDE else _OFFERED if offer else _TEXT_WIDTH
            return make(wide, offer=offer)


def _read_word(name: str, labels: dict[str, str], text: str) -> Any:
    found = read_choice(text, name, labels)
    return None if found is None else str(found)


def _period_text(value: str) -> str:
    return " - ".join(day_text(one) for one in value.split("/"))


def _read_several(spec: FieldSpec, text: str) -> tuple[str, ...]:
    labels = words.LABELS[spec.words] if spec.words else {}
    return tuple(str(read_choice(one, spec.name, labels)) for one in text.split(_between(labels)) if one.strip())


def _several_text(spec: FieldSpec, value: Sequence[str]) -> str:
    labels = words.LABELS[spec.words] if spec.words else {}
    return f"{_between(labels)} ".join(labels.get(one, one) for one in value)


def _between(labels: dict[Any, str]) -> str:
    """What stands between several words: a semicolon where a word holds a comma itself ("Xã, phường")."""
    return ";" if any("," in one for one in labels.values()) else ","
