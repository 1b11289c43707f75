"""Targets and how they stand, in words: "Số nhà hoàn thành", "1.010 nhà", "chưa đạt"."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from app.campaigns.day_words import period_words
from app.campaigns.facts import TargetRow, UnitRow
from app.campaigns.standings import PartsSum, Standing, Standings
from app.documents.words import decimal_text, money_text
from app.wording import campaign_running as words
from app.wording.vocabulary import MEASURES
from models.vocabulary import Compare, Measure


def name_words(target: TargetRow) -> str:
    """What is counted, with its period."""
    name = target.name or MEASURES.get(target.measure or "", target.measure or "")
    return words.OF_PERIOD.format(task=name, period=period_words(target.period)) if target.period else name


def unit_words(unit: UnitRow | None) -> str:
    """The unit's name; the whole plan without one."""
    return (unit.name or "") if unit else words.WHOLE


def number_words(value: Decimal | None, measure: str | None, unit_text: str | None = None) -> str:
    """A figure with what it counts: "1.200 nhà", "0,06 điểm %", "30.000.000 đ"."""
    if value is None:
        return ""
    if measure == Measure.MONEY:
        return money_text(int(value))
    counted = unit_text or words.MEASURE_UNITS.get(measure or "", "")
    return f"{decimal_text(value)}{'' if counted == '%' else ' '}{counted}".strip()


def figure_words(standing: Standing, *, wanted: bool = False) -> str:
    """The figure, or what was wanted; why there is none where there is none."""
    target = standing.target
    if not wanted:
        found = number_words(standing.measured.figure, target.measure, target.unit_text)
        return found or words.MISSING.get(standing.measured.missing, "")
    text = number_words(standing.wanted, target.measure, target.unit_text)
    if target.upper:
        low = number_words(standing.wanted, None)
        return words.BETWEEN.format(low=low, high=number_words(Decimal(target.upper), target.measure, target.unit_text))
    return words.AT_MOST.format(figure=text) if target.compare == Compare.AT_MOST and text else text


def state_words(standing: Standing) -> str:
    """Reached, not yet, not in time, or not known."""
    if standing.reached is None:
        return words.UNKNOWN
    if standing.reached:
        return words.REACHED
    return words.NOT_REACHED if standing.ok else words.NOT_IN_TIME


def sum_words(one: PartsSum) -> str:
    """That the parts do not make the whole."""
    numbers = {
        name: number_words(value, one.measure)
        for name, value in (("parts", one.parts), ("whole", one.whole), ("difference", one.difference))
    }
    name = one.name or MEASURES.get(one.measure, one.measure)
    return words.PARTS_DIFFER.format(name=name, count=one.count, **numbers)


def standings_json(found: Standings) -> dict[str, Any]:
    """The standings as one JSON value: `campaign standings --json`, and what a closed campaign keeps."""
    return {
        "code": found.plan.code,
        "as_of": found.day,
        "targets": [_standing(one) for one in found.lines],
        "sums": [_sum(one) for one in found.sums],
    }


def _standing(one: Standing) -> dict[str, Any]:
    houses = one.measured.houses
    return {
        "unit": one.unit.name if one.unit else None,
        "unit_code": one.unit.code if one.unit else None,
        "measure": one.target.measure,
        "name": name_words(one.target),
        "period": one.target.period,
        "target": _number(one.wanted),
        "upper": _number(Decimal(one.target.upper) if one.target.upper else None),
        "figure": _number(one.measured.figure),
        "of": _number(one.measured.of),
        "left": _number(one.left),
        "percent": _number(one.percent),
        "reached": one.reached,
        "ok": one.ok,
        "late": houses.late if houses else None,
        "source": one.measured.source,
        "missing": words.MISSING.get(one.measured.missing, "") or None,
        "earlier": [_number(Decimal(each.figure or "0")) for each in one.earlier],
    }


def _sum(one: PartsSum) -> dict[str, Any]:
    return {
        "unit": one.unit.name if one.unit else None,
        "measure": one.measure,
        "period": one.period,
        "whole": _number(one.whole),
        "parts": _number(one.parts),
        "difference": _number(one.difference),
    }


def _number(value: Decimal | None) -> int | float | None:
    """A whole number stays one."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)
