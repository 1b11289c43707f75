"""docs/campaigns.md says all a plan file may hold, and its example is a plan the program takes."""

from __future__ import annotations

import re
from enum import StrEnum
from pathlib import Path

import pytest

from app.plans.drafts import PARTS, CampaignDraft, PartDraft, specs
from app.plans.plan_file import read_plan
from models.vocabulary import ContributionKind

PAGE = (Path(__file__).parents[2] / "docs" / "campaigns.md").read_text(encoding="utf-8")
EXAMPLE = re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL)
KINDS: list[type[PartDraft | CampaignDraft]] = [CampaignDraft, *PARTS.values()]


def test_the_example_of_the_page_is_read_without_a_warning() -> None:
    assert len(EXAMPLE) == 1
    draft, warnings = read_plan(EXAMPLE[0])
    assert warnings == []
    assert all(draft.parts(part) for part in PARTS)
    whole, *rest = [int(one.figure or 0) for one in draft.targets]
    assert whole == sum(rest)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_the_page_names_every_key_and_every_word(kind: type[PartDraft | CampaignDraft]) -> None:
    prose = PAGE.replace(EXAMPLE[0], "")
    for spec in specs(kind).values():
        assert f"`{spec.name}`" in prose
        words: type[StrEnum] | None = spec.words
        missing = [one for one in words or () if not re.search(rf"[`\"]{one}[`\"]", prose)]
        assert missing == []


def test_the_page_names_every_kind_of_contribution() -> None:
    assert [one for one in ContributionKind if f"`{one}`" not in PAGE] == []
