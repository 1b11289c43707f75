"""Rules of a plan, the same for the window and for a plan file. A problem of a part names it "unit.3.parent"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal, InvalidOperation
from enum import StrEnum

from app.plans.days import is_day
from app.plans.drafts import (
    PARTS,
    CampaignDraft,
    DeadlineDraft,
    FieldKind,
    FieldSpec,
    PartDraft,
    QuotaDraft,
    TargetDraft,
    specs,
)
from app.plans.periods import is_period
from app.problems import Problem
from app.wording import campaigns as words
from app.wording.campaigns import plan_label, plan_words
from models.vocabulary import Compare, Measure, QuotaKind

_CODE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
#: Measures whose target is a whole: without a figure it is all of them (100 %).
_FIGURED = frozenset(Measure) - {Measure.TYPED, Measure.HOUSE_RATE}


def check_plan(draft: CampaignDraft) -> list[Problem]:
    """Everything that is wrong or doubtful in a plan, its own fields first, then its parts in order."""
    found = [*_check_fields("", "campaign", draft), *_check_own(draft)]
    for part in PARTS:
        for place, one in enumerate(draft.parts(part)):
            head = f"{part}.{place}."
            found += _check_fields(head, part, one)
            found += _check_part(head, one)
    return [*found, *_check_names(draft), *_check_units(draft), *_check_forms(draft)]


def _check_fields(head: str, part: str, draft: PartDraft | CampaignDraft) -> Iterator[Problem]:
    """What each field must be by its kind, its words, and whether it must be there."""
    for spec in specs(type(draft)).values():
        value = getattr(draft, spec.name)
        label = plan_label(part, spec.name)
        if spec.required and value in (None, ()):
            yield Problem(f"{head}{spec.name}", "plan_key_missing", {"label": label, "name": spec.name})
        elif value is not None:
            for code, values in _faults(spec, value):
                yield Problem(f"{head}{spec.name}", code, {"label": label, **values})


def _faults(spec: FieldSpec, value: object) -> Iterator[tuple[str, dict[str, object]]]:
    match spec.kind:
        case FieldKind.DAY if not is_day(str(value)):
            yield "plan_wants_day", {}
        case FieldKind.PERIOD if not is_period(str(value)):
            yield "plan_wants_period", {}
        case FieldKind.WHOLE if isinstance(value, int) and value < 0:
            yield "plan_wants_whole", {}
        case FieldKind.DECIMAL if not is_decimal(str(value)):
            yield "plan_wants_decimal", {}
        case _:
            given = value if isinstance(value, tuple) else (value,)
            yield from (("plan_word_unknown", _unknown(one, spec.words)) for one in given if _strange(one, spec.words))


def _strange(value: object, known: type[StrEnum] | None) -> bool:
    return known is not None and value not in set(known)


def _unknown(value: object, known: type[StrEnum] | None) -> dict[str, object]:
    return {"text": value, "names": words.ONE_OF.format(names=plan_words(known))}


def is_decimal(text: str) -> bool:
    """Whether a text is a finite number of zero or more in canonical form."""
    try:
        number = Decimal(text)
    except InvalidOperation:
        return False
    return number.is_finite() and number >= 0 and "e" not in text.lower()


def _check_own(draft: CampaignDraft) -> Iterator[Problem]:
    if draft.code and not _CODE.fullmatch(draft.code):
        yield Problem("code", "plan_code_unfit", {"text": draft.code})
    if _reversed(draft.starts_on, draft.ends_on):
        yield Problem("ends_on", "plan_days_reversed")


def _reversed(start: str | None, end: str | None) -> bool:
    """Whether an end lies surely before a start: of partial days only what both say is compared."""
    if not (start and end and is_day(start) and is_day(end)):
        return False
    length = 4 if "Q" in start + end else min(len(start), len(end))
    return end[:length] < start[:length] or ("Q" in start and "Q" in end and end < start)


def _check_part(head: str, draft: PartDraft) -> Iterator[Problem]:
    if isinstance(draft, TargetDraft):
        yield from _check_target(head, draft)
    elif isinstance(draft, DeadlineDraft):
        if not draft.due and not draft.on_request and not draft.repeats:
            yield Problem(f"{head}due", "plan_due_missing", warning=True)
    elif isinstance(draft, QuotaDraft):
        yield from _check_quota(head, draft)


def _check_target(head: str, draft: TargetDraft) -> Iterator[Problem]:
    if draft.measure == Measure.TYPED and not draft.name:
        yield Problem(f"{head}name", "plan_name_missing")
    if draft.measure in _FIGURED and draft.figure is None:
        yield Problem(f"{head}figure", "plan_figure_missing", warning=True)
    if draft.compare == Compare.BETWEEN and draft.upper is None:
        yield Problem(f"{head}upper", "plan_upper_missing")
    bounds = [Decimal(one) for one in (draft.figure, draft.upper) if one is not None and is_decimal(one)]
    if len(bounds) == 2 and bounds[1] < bounds[0]:
        yield Problem(f"{head}upper", "plan_bounds_reversed")


def _check_quota(head: str, draft: QuotaDraft) -> Iterator[Problem]:
    if draft.rule in (QuotaKind.TIER, QuotaKind.FIXED) and draft.number is None:
        yield Problem(f"{head}number", "plan_number_missing")
    if draft.rule == QuotaKind.TIER and draft.lower is None and draft.upper is None:
        yield Problem(f"{head}lower", "plan_bounds_missing")
    if draft.lower is not None and draft.upper is not None and draft.upper < draft.lower:
        yield Problem(f"{head}upper", "plan_bounds_reversed")


def _check_names(draft: CampaignDraft) -> Iterator[Problem]:
    """Codes of units and forms stand once."""
    for part, code in (("unit", "plan_unit_twice"), ("form", "plan_form_twice")):
        seen: set[str] = set()
        for place, one in enumerate(draft.parts(part)):
            own = getattr(one, "code", None)
            if own in seen:
                yield Problem(f"{part}.{place}.code", code, {"text": own})
            seen.add(own or "")


def _check_units(draft: CampaignDraft) -> Iterator[Problem]:
    """Units named by targets and by units under them are in the plan, and no unit stands above itself."""
    above = {one.code: one.parent for one in draft.units}
    for place, unit in enumerate(draft.units):
        if unit.parent and unit.parent not in above:
            yield Problem(f"unit.{place}.parent", "plan_unit_unknown", {"text": unit.parent})
        elif unit.code and unit.code in _chain(unit.parent, above):
            yield Problem(f"unit.{place}.parent", "plan_unit_above_itself", {"text": unit.code})
    for place, target in enumerate(draft.targets):
        if target.unit and target.unit not in above:
            yield Problem(f"target.{place}.unit", "plan_unit_unknown", {"text": target.unit})


def _chain(code: str | None, above: dict[str | None, str | None]) -> Sequence[str]:
    found: list[str] = []
    while code and code not in found:
        found.append(code)
        code = above.get(code)
    return found


def _check_forms(draft: CampaignDraft) -> Iterator[Problem]:
    """A quota is of a form of this plan, and for those the form may go to."""
    forms = {one.code: one for one in draft.forms}
    for place, quota in enumerate(draft.quotas):
        form = forms.get(quota.form)
        if quota.form and form is None:
            yield Problem(f"quota.{place}.form", "plan_form_unknown", {"text": quota.form})
        elif form is not None and form.objects and quota.object and quota.object not in form.objects:
            told = {"form": form.name or "", "object": words.object_name(quota.object)}
            yield Problem(f"quota.{place}.object", "plan_object_unfit", told)
