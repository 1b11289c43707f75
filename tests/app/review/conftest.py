"""What the tests of review start from: a village of the commune, and houses there that were surveyed."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from app.areas.queries import find_village
from app.review.drafts import SurveyDraft
from app.review.operations import save_survey
from app.support.queries import facts_of
from app.workspace import Workspace
from tests.make import make_case

Surveyed = Callable[..., list[str]]


@pytest.fixture
def village(commune: Workspace) -> str:
    """A village of the commune."""
    with commune.read() as session:
        found = find_village(session, commune.author.office, "Bản Hua Nạng")
    assert found is not None
    return found


@pytest.fixture
def surveyed(commune: Workspace, village: str) -> Surveyed:
    """Makes cases of households of the village, their present houses surveyed."""

    def make(*heads: str, **values: object) -> list[str]:
        cases = [make_case(commune, head, village_id=village, **values) for head in heads]  # type: ignore[arg-type]
        with commune.read() as session:
            homes = [one.household_id for one in facts_of(session, cases)]
        for home in homes:
            save_survey(commune, SurveyDraft(home, "2026-10-20", surveyors="Lò Văn Sơ"))
        return cases

    return make
