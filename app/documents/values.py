"""A paper's values to and from plain JSON: an issued paper keeps what was printed, a reprint is the same paper.

Only strings, whole numbers, truth values, lists and objects come out: decimals and dates travel as text.
"""

from __future__ import annotations

import types
from dataclasses import fields, is_dataclass
from datetime import date, time
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from app.problems import Trouble

AnyPaper = TypeVar("AnyPaper")


def to_values(paper: object) -> dict[str, Any]:
    """The fields of a paper (a dataclass) as JSON-able values; fields without a value are left out."""
    values: dict[str, Any] = {}
    for one in fields(paper):  # type: ignore[arg-type]  # any dataclass
        value = getattr(paper, one.name)
        if value != one.default:
            values[one.name] = _to_value(value)
    return values


def from_values(kind: type[AnyPaper], values: object) -> AnyPaper:
    """The paper of `kind` whose values were kept; fields of a newer version are left out.

    Raises `Trouble` when the values are no such paper's (a damaged or forged package).
    """
    try:
        paper: AnyPaper = _from_value(kind, values)
    except (TypeError, ValueError, AttributeError, InvalidOperation) as fault:
        raise Trouble("paper_not_readable") from fault
    return paper


def _to_value(value: object) -> object:
    if is_dataclass(value):
        return to_values(value)
    if isinstance(value, tuple):
        return [_to_value(one) for one in value]
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, Decimal):
        return f"{value:f}"
    return value.value if isinstance(value, StrEnum) else value


def _from_value(kind: Any, value: Any) -> Any:
    if get_origin(kind) in {types.UnionType, Union}:
        return None if value is None else _from_value(get_args(kind)[0], value)
    if get_origin(kind) is tuple:
        return tuple(_from_value(get_args(kind)[0], one) for one in _must_be(list, value))
    if hasattr(kind, "__dataclass_fields__"):
        values = _must_be(dict, value)
        hints = _hints(kind)
        return kind(**{name: _from_value(hints[name], one) for name, one in values.items() if name in hints})
    if kind in {date, time}:
        return kind.fromisoformat(value)
    if kind is Decimal:
        number = Decimal(_must_be(str, value))
        if not number.is_finite():
            raise ValueError(value)
        return number
    return kind(value) if issubclass(kind, StrEnum) else _must_be(kind, value)


def _must_be(kind: type, value: Any) -> Any:
    """`value` when it is of exactly that kind: JSON's true is not the number 1."""
    if type(value) is not kind:
        raise TypeError(f"{value!r} is no {kind.__name__}")
    return value


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)
