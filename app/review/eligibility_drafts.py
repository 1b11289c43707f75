"""What a form hands in about a programme's rules: criteria and priority groups, each one row."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class RuleDraft:
    """One rule as it is to be: a new one without `rule_id`, a changed one with it, one taken off with `dropped`.

    `value` is written as app/review/eligibility_criteria.py says; days are ISO text, a missing end means "still".
    """

    value: str = ""
    key: str = "criterion"
    rule_id: str | None = None
    work_type: str | None = None
    valid_from: str | None = None
    valid_to: str | None = None
    legal_basis: str | None = None
    dropped: bool = False
    version: int | None = None
