"""Values of the records as people read them: words instead of codes, amounts with dots, dates by the decree."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from app.documents.words import area_text, date_text, money_text, whole_text
from app.wording import vocabulary as said
from app.wording.fields import entity_label
from app.wording.laptops import TRUST_STATES
from app.wording.paperwork import STATES

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_MONEY = frozenset({"amount", "requested_amount", "ceiling"})
_PLAIN_NUMBERS = frozenset({"built_year", "year", "number"})
_WORDS: dict[str, Mapping[str, str]] = {
    "gender": said.GENDERS,
    "category": said.CATEGORIES,
    "work_type": said.WORK_TYPES,
    "build_mode": said.BUILD_MODES,
    "role": said.ROLES,
    "level": said.LEVELS,
    "office_level": said.LEVELS,
    "body": said.BODIES,
    "stage_record.stage": said.STAGES,
    "inspection.result": said.INSPECTION_RESULTS,
    "contribution.kind": said.CONTRIBUTION_KINDS,
    "remittance.method": said.PAY_METHODS,
    "donor.kind": said.DONOR_KINDS,
    "pledge.kind": said.CONTRIBUTION_KINDS,
    "payment.kind": said.PAYMENT_KINDS,
    "issued_paper.numbering": said.NUMBERINGS,
    "screening_return.state": said.SCREENING_STATES,
    "remark.recheck_result": said.RECHECK_RESULTS,
    "case_exception.kind": said.EXCEPTIONS,
    "fund_source.kind": said.SOURCE_KINDS,
    "issued_paper.kind": said.PAPER_KINDS,
    "office_text.kind": said.PAPER_KINDS,
    "paper_mark.kind": said.PAPER_KINDS,
    "paper_mark.state": STATES,
    "device_trust.state": TRUST_STATES,
    "campaign.counts_when": said.COUNTS_WHEN,
    "campaign.denominator": said.DENOMINATORS,
    "campaign_text.section": said.CAMPAIGN_SECTIONS,
    "campaign_unit.kind": said.UNIT_KINDS,
    "campaign_target.measure": said.MEASURES,
    "campaign_target.compare": said.COMPARES,
    "campaign_deadline.repeats": said.REPEATS,
    "award_form.level": said.AWARD_LEVELS,
    "quota_rule.rule": said.QUOTA_KINDS,
    "quota_rule.object": said.AWARD_OBJECTS,
    "quota_rule.unit_kind": said.UNIT_KINDS,
    "quota_reading.object": said.AWARD_OBJECTS,
    "participant.kind": said.AWARD_OBJECTS,
    "unit_report.kind": said.UNIT_REPORT_KINDS,
    "activity.kind": said.ACTIVITY_KINDS,
}
#: Several words in one item, with blanks between them.
_SEVERAL: dict[str, Mapping[str, str]] = {
    "flags": said.FLAGS,
    "warnings": said.DECISION_WARNINGS,
    "categories": said.CATEGORIES,
    "work_types": said.WORK_TYPES,
    "objects": said.AWARD_OBJECTS,
    "from_kind": said.UNIT_KINDS,
}


def value_text(entity: str, field: str, value: object, names: Mapping[str, str] | None = None) -> str:
    """A value of the journal in words. `names` holds what stands for ids and codes (villages, programmes, sources)."""
    if field == "deleted":
        return said.OUT_OF_LIST if value else said.KEPT_IN_LIST
    if value is None or value == "":
        return said.EMPTY
    if isinstance(value, bool):
        return said.YES_NO[value]
    if isinstance(value, int):
        return _number(field, value)
    return _text(entity, field, str(value), names or {})


def _text(entity: str, field: str, text: str, names: Mapping[str, str]) -> str:
    words = _WORDS.get(f"{entity}.{field}") or _WORDS.get(field)
    if words is not None:
        return words.get(text, text)
    if several := _SEVERAL.get(field):
        return ", ".join(several.get(one, one) for one in text.split())
    if field == "area_m2":
        return area_text(Decimal(text))
    if _DATE.fullmatch(text):
        return date_text(date.fromisoformat(text))
    if text.startswith('{"'):  # what a paper said or a month's page showed, kept whole for the program
        return said.KEPT_WHOLE
    return names.get(text) or (said.ANOTHER_ROW if _ID.fullmatch(text) else text)


def _number(field: str, value: int) -> str:
    if field in _MONEY:
        return money_text(value)
    return str(value) if field in _PLAIN_NUMBERS else whole_text(value)


def rows_text(rows: Mapping[str, int]) -> str:
    """How many rows of each kind, the most first: "12 quyết định, 3 hộ gia đình"."""
    ordered = sorted(rows.items(), key=lambda one: -one[1])
    return ", ".join(f"{whole_text(count)} {entity_label(entity).lower()}" for entity, count in ordered)
