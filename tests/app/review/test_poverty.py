"""The poverty class by year: what the years say against one another, counts, and who is watched."""

from __future__ import annotations

import pytest

from app.households.queries import HouseholdFilter
from app.problems import Refused
from app.review.drafts import PovertyDraft
from app.review.poverty_operations import save_poverty_classes
from app.review.poverty_rules import PovertyEvent, event_in, last_escape, months_after
from app.review.poverty_standards import standard_of
from app.review.poverty_year import KINDS, MISSING
from app.review.queries import (
    class_lines,
    classes_of,
    poverty_by_village,
    poverty_counts,
    poverty_draft,
    poverty_events,
    recorded_years,
    watch_list,
)
from app.undo import undo_newest
from app.workspace import Workspace
from models.vocabulary import PovertyLevel
from tests.make import make_household

POOR, NEAR, AVERAGE = (one.value for one in (PovertyLevel.POOR, PovertyLevel.NEAR_POOR, PovertyLevel.AVERAGE))


@pytest.mark.parametrize(
    ("levels", "event"),
    [
        ({2025: POOR}, None),
        ({2024: POOR, 2025: POOR}, None),
        ({2024: POOR, 2025: NEAR}, PovertyEvent.ESCAPED),
        ({2023: POOR, 2025: AVERAGE}, PovertyEvent.ESCAPED),
        ({2024: NEAR, 2025: POOR}, PovertyEvent.NEWLY_POOR),
        ({2023: POOR, 2024: NEAR, 2025: POOR}, PovertyEvent.FELL_BACK),
        ({2024: NEAR, 2025: AVERAGE}, PovertyEvent.ESCAPED_NEAR_POOR),
        ({2024: AVERAGE, 2025: NEAR}, PovertyEvent.NEWLY_NEAR_POOR),
        ({2024: POOR}, None),
    ],
)
def test_a_year_is_read_against_the_last_one_before_it(
    levels: dict[int, str | None], event: PovertyEvent | None
) -> None:
    assert event_in(levels, 2025) is event


def test_a_household_that_fell_back_is_no_longer_newly_escaped() -> None:
    assert last_escape({2023: POOR, 2024: NEAR, 2025: NEAR}, 2026) == 2024
    assert last_escape({2023: POOR, 2024: NEAR, 2025: POOR}, 2026) is None
    assert last_escape({2023: POOR, 2024: NEAR, 2025: POOR}, 2024) == 2024


def test_months_end_on_the_last_day_of_a_shorter_month() -> None:
    assert months_after("2024-02-29", 36) == "2027-02-28"
    assert months_after("2025-12-31", 36) == "2028-12-31"


def test_points_make_the_class_of_the_standard_then_used() -> None:
    old, new = standard_of(2025), standard_of(2027)
    assert old is not None
    assert new is not None
    assert [old.level(140, 30, urban=False), old.level(140, 20, urban=False), old.level(150, 30, urban=False)] == [
        PovertyLevel.POOR,
        PovertyLevel.NEAR_POOR,
        PovertyLevel.AVERAGE,
    ]
    assert old.level(150, 30, urban=True) is PovertyLevel.POOR
    assert new.level(140, 30, urban=False) is None


def test_the_counts_of_a_year_and_the_watch_list_follow_the_rows(commune: Workspace) -> None:
    homes = [make_household(commune, head) for head in ("Lò Văn Pâng", "Quàng Thị Ín", "Cà Văn Thoan")]
    years = [(POOR, NEAR), (NEAR, POOR), (POOR, POOR)]
    drafts = [
        PovertyDraft(home, year, level, indicators=("house_quality",) if level == POOR else ())
        for home, levels in zip(homes, years, strict=True)
        for year, level in zip((2024, 2025), levels, strict=True)
    ]
    save_poverty_classes(commune, drafts)
    save_poverty_classes(commune, [PovertyDraft(homes[2], 2025, POOR, force_majeure=True, cause="Già yếu, bệnh nặng")])
    with commune.read() as session:
        counts = poverty_counts(session, 2025)
        events = poverty_events(session, 2025)
        watched = watch_list(session, "2026-06-01")
        [newest, _] = classes_of(session, homes[2])
    assert (counts.poor, counts.near_poor, counts.escaped, counts.newly_poor, counts.fell_back) == (2, 1, 1, 1, 0)
    assert counts.force_majeure == 1
    assert dict(counts.by_indicator) == {"house_quality": 1}
    assert events == {homes[0]: PovertyEvent.ESCAPED, homes[1]: PovertyEvent.NEWLY_POOR}
    assert [(one.household_id, one.since, one.until) for one in watched] == [(homes[0], "2025-12-31", "2028-12-31")]
    assert (newest.standard, newest.force_majeure) == ("nd-07-2021", True)
    with commune.read() as session:
        assert watch_list(session, "2028-12-31") == []
        assert poverty_draft(session, homes[0], 2025).level == NEAR


def test_what_does_not_agree_is_told_and_what_cannot_be_is_refused(commune: Workspace) -> None:
    home = make_household(commune)
    draft = PovertyDraft(home, 2025, AVERAGE, b1=120, b2=40, indicators=("water", "toilet"), force_majeure=True)
    _, warnings = save_poverty_classes(commune, [draft])
    assert [one.code for one in warnings] == [
        "force_majeure_not_poor",
        "force_majeure_cause",
        "poverty_points_differ",
        "poverty_level_differs",
    ]
    with pytest.raises(Refused) as refused:
        save_poverty_classes(commune, [PovertyDraft(home, 1889, "rich", b1=-1, indicators=("gold",))])
    assert [one.code for one in refused.value.problems] == [
        "poverty_year_unfit",
        "poverty_level_unknown",
        "poverty_points_negative",
        "poverty_indicator_unknown",
    ]


def test_a_year_is_counted_by_village_and_every_count_opens_its_households(commune: Workspace, village: str) -> None:
    here = [make_household(commune, head, village_id=village) for head in ("Lò Văn Pâng", "Quàng Thị Ín")]
    elsewhere = make_household(commune, "Cà Văn Thoan")
    save_poverty_classes(
        commune,
        [
            PovertyDraft(here[0], 2024, POOR),
            PovertyDraft(here[0], 2025, NEAR),
            PovertyDraft(here[1], 2025, POOR, force_majeure=True, cause="Già yếu"),
            PovertyDraft(elsewhere, 2024, NEAR),
            PovertyDraft(elsewhere, 2025, POOR),
        ],
    )
    with commune.read() as session:
        by_village = {one.village_id: one for one in poverty_by_village(session, 2025)}
        of_kind = {
            kind: [one.head_name for one in class_lines(session, 2025, HouseholdFilter(), 50, kind=kind).lines]
            for kind in KINDS
        }
        assert recorded_years(session) == [2025, 2024]
        in_all = poverty_counts(session, 2025)
    first, rest = by_village[village], by_village[None]
    assert (first.name, first.households, first.recorded) == ("Bản Hua Nạng", 2, 2)
    assert (first.counts.poor, first.counts.near_poor, first.counts.escaped, first.counts.force_majeure) == (1, 1, 1, 1)
    assert (rest.counts.poor, rest.counts.newly_poor) == (1, 1)
    assert sum(one.counts.poor for one in by_village.values()) == in_all.poor
    assert of_kind["escaped"] == ["Lò Văn Pâng"]
    assert of_kind["newly_poor"] == ["Cà Văn Thoan"]
    assert of_kind["force_majeure"] == ["Quàng Thị Ín"]
    assert sorted(of_kind["poor"]) == ["Cà Văn Thoan", "Quàng Thị Ín"]
    assert of_kind["missing"] == []
    assert of_kind["watched"] == ["Lò Văn Pâng"]
    assert (first.watched, rest.watched) == (1, 0)


def test_the_rows_of_a_year_are_searched_without_accents_and_say_what_is_left_out(
    commune: Workspace, village: str
) -> None:
    homes = [make_household(commune, head, village_id=village) for head in ("Lò Văn Pâng", "Lò Thị Pản", "Cà Thị Mai")]
    save_poverty_classes(commune, [PovertyDraft(homes[0], 2024, POOR)])
    with commune.read() as session:
        found = class_lines(session, 2025, HouseholdFilter("pang"), 50)
        short = class_lines(session, 2025, HouseholdFilter(village_ids=frozenset({village})), 1, also=[homes[2]])
        missing = class_lines(session, 2025, HouseholdFilter(), 50, kind=MISSING)
    [line] = found.lines
    assert (line.head_name, line.level, dict(line.earlier)) == ("Lò Văn Pâng", None, {2024: POOR})
    assert line.before is not None
    assert (line.before.year, line.before.level) == (2024, POOR)
    assert (short.lines[0].household_id, len(short.lines), short.more) == (homes[2], 2, 1)
    assert len(missing.lines) == 3


def test_a_class_recorded_by_mistake_is_taken_off_and_comes_back_with_undo(commune: Workspace) -> None:
    home = make_household(commune)
    save_poverty_classes(commune, [PovertyDraft(home, 2025, POOR)])
    with commune.read() as session:
        [row] = classes_of(session, home)
    save_poverty_classes(commune, [], [row.id])
    with commune.read() as session:
        assert classes_of(session, home) == []
    with pytest.raises(Refused) as refused:
        save_poverty_classes(commune, [], [row.id])
    assert [one.code for one in refused.value.problems] == ["poverty_class_not_here"]
    undo_newest(commune)
    with commune.read() as session:
        assert [one.level for one in classes_of(session, home)] == [POOR]
