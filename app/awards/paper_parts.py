"""What the papers of awards share: the campaign as sentences name it, the legal bases of a day, counts of objects."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from sqlalchemy.orm import Session

from app.campaigns.queries import CampaignDetail, campaign_detail
from app.documents.sentences import day_of, day_text, filled
from app.documents.text_paper import Look, Text
from app.parsing import today
from app.paths import resource
from app.wording import papers_awards as said


@dataclass(frozen=True)
class Basis:
    """A legal text with the days from and until which it holds.

    `confidence` says how sure title and days are ("cao", "trung bình", "thấp"), `checked` by what they were checked.
    """

    title: str
    valid_from: str
    valid_to: str | None = None
    confidence: str = ""
    checked: str = ""


@cache
def _all_bases() -> tuple[Basis, ...]:
    data = tomllib.loads(resource("awards", "bases.toml").read_text(encoding="utf-8"))
    return tuple(Basis(**one) for one in data["basis"])


def bases_of(day: str | None) -> list[str]:
    """The legal texts that hold on a day (none given: today), as resources/awards/bases.toml dates them."""
    on = day or today().isoformat()
    return [one.title for one in _all_bases() if one.valid_from <= on <= (one.valid_to or "9999")]


def basis_texts(detail: CampaignDetail | None, day: str | None, last: str) -> list[Text]:
    """The bases of a text: the law of the day, the plan, what it rests on itself."""
    lines = [filled(said.BASIS, title=one) for one in bases_of(day)]
    if detail is not None:
        plan = said.PLAN.replace("{day}", day_text(day_of(detail.issued_on)))
        number = detail.number or ""
        lines.append(filled(plan, number=number, issuer=detail.issuer or "", name=in_sentence(detail.name or "")))
    return [Text(one, Look.BASIS) for one in (*lines, last)]


def in_sentence(name: str) -> str:
    """A campaign's name within a sentence: its first letter small unless it is a name of its own."""
    return name[:1].lower() + name[1:]


def campaign_of(session: Session, campaign_id: str) -> CampaignDetail:
    """The campaign a paper is about. Raises `Refused` when it is gone."""
    return campaign_detail(session, campaign_id)


def counted(kinds: Iterable[str]) -> str:
    """How many of each kind: "2 tập thể, 3 cá nhân"; nothing for nobody."""
    found = Counter(kinds)
    return ", ".join(text.format(count=f"{found[kind]:02}") for kind, text in said.COUNT.items() if found[kind])


def by_kind(kinds: Sequence[str]) -> list[str]:
    """The kinds that there are, in the order in which lists name them."""
    return [kind for kind in said.COUNT if kind in kinds]
