"""What the points are looked for in: a household with its cases, its account, its survey's place, its people."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from app.support.queries import CaseFacts, CaseState, Support


@dataclass(frozen=True)
class HomeFacts:
    """A household as the rules see it on `day`. `sharers` are other households with its account: id -> head.

    `paid` is what each case cost its sources in đồng, suppliers included; `given` all support to it and its people.
    `levels` is its poverty class by year.
    """

    id: str
    head_name: str
    day: str
    birth: str | None = None
    commune: str | None = None
    guardian: str | None = None
    bank_account: str | None = None
    bank_holder: str | None = None
    people: tuple[str, ...] = ()
    latitude: str | None = None
    longitude: str | None = None
    cases: tuple[tuple[CaseFacts, CaseState], ...] = ()
    paid: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    given: tuple[Support, ...] = ()
    sharers: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    levels: Mapping[int, str | None] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True)
class Flag:
    """A point to look at: what is so, what to do, on which tab of the dossier (`tab`).

    `row` is the case or household it is about, `facts` what it rests on: with other facts it is another flag.
    `others` are further households it concerns. A `mild` one is likely in order. `reason` is a person's answer.
    """

    code: str
    household_id: str
    head_name: str
    row: str
    text: str
    advice: str
    tab: str
    facts: str
    case_id: str | None = None
    others: tuple[str, ...] = ()
    mild: bool = False
    reason: str = ""

    @property
    def id(self) -> str:
        """What names it until its facts change."""
        digest = hashlib.sha256(self.facts.encode()).hexdigest()[:12]
        return f"flag:{self.code}:{self.row}:{digest}"

    @property
    def sentence(self) -> str:
        """What is so and what to do."""
        return f"{self.text} {self.advice}"
