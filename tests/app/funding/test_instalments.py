"""Parts of the support as data: three rule sets of three countries, amounts that add up, what opens each part."""

import tomllib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.funding.instalments import amounts_of, check_instalments, instalments_of, read_instalments
from app.paths import resource
from app.support.facts import AcceptanceRow, CaseFacts, DecisionRow, PaymentRow, StageRow
from app.support.programmes import DatedRule, ProgrammeRules

DAY = "2026-03-06"
NATIONAL = resource("programmes", "01-xoa-nha-tam.toml")
STAGES = resource("programmes", "examples", "three-stages.toml")
EQUAL = resource("programmes", "examples", "three-equal-parts.toml")


def values_of(path: object) -> list[str]:
    """The rules about parts in a programme's file."""
    data = tomllib.loads(path.read_text(encoding="utf-8"))  # type: ignore[attr-defined]
    return [one["value"] for one in data["rule"] if one["key"] == "instalment"]


def house(path: object, *, approved: int, paid: int = 0, stages: tuple[str, ...] = (), **more: Any) -> CaseFacts:
    rules = tuple(DatedRule("instalment", one, None, None, None) for one in values_of(path))
    programme = ProgrammeRules("p", "p", "Chương trình", "Chương trình", 1, None, None, rules)
    decision = DecisionRow(
        "d", "c", "03151", "03151", "commune", "45", "2026-03-01", approved, "new_build", *[None] * 8
    )  # fmt: skip
    payments = (PaymentRow("p", "c", None, paid, DAY, None, 1, None, None, None, None),) if paid else ()
    done = tuple(StageRow(one, "c", one, DAY, None, None) for one in stages)
    return CaseFacts(
        "c", "h", "Lò Văn Pâng", "poor", 4, programme, "03151", 1, decisions=(decision,), payments=payments,
        stages=done, **more,
    )  # fmt: skip


def accepted() -> dict[str, Any]:
    row = AcceptanceRow("a", "c", DAY, "40", *[None] * 13)
    return {"acceptances": (row,)}


@pytest.mark.parametrize(
    ("path", "approved", "amounts"),
    [
        (NATIONAL, 60_000_000, [36_000_000, 24_000_000]),
        (NATIONAL, 30_000_000, [18_000_000, 12_000_000]),
        (STAGES, 300_000, [50_000, 150_000, 100_000]),
        (EQUAL, 120_000, [40_000, 40_000, 40_000]),
        (EQUAL, 100_000, [33_333, 33_333, 33_334]),
    ],
)
def test_the_three_rule_sets_give_the_amounts_of_their_sources(path: object, approved: int, amounts: list[int]) -> None:
    assert list(amounts_of(read_instalments(values_of(path)), approved).values()) == amounts


@given(st.lists(st.integers(1, 100), min_size=1, max_size=6), st.integers(0, 10**12))
def test_parts_always_add_up_to_what_was_approved(shares: list[int], approved: int) -> None:
    parts = read_instalments([f"{number}|{share}|" for number, share in enumerate(shares, start=1)])
    amounts = amounts_of(parts, approved)
    assert sum(amounts.values()) == approved
    assert min(amounts.values()) >= 0


def test_the_second_part_of_sixty_and_forty_waits_for_acceptance_and_signed_stage_minutes() -> None:
    first, second = instalments_of(house(NATIONAL, approved=60_000_000), DAY)
    assert (first.open, second.missing) == (True, ("acceptance", "paper:stage_minutes"))
    ready = house(NATIONAL, approved=60_000_000, signed_papers=("stage_minutes",), **accepted())
    assert all(one.open for one in instalments_of(ready, DAY))


def test_a_part_by_stage_opens_with_its_stage_record_and_paper() -> None:
    foundation = house(STAGES, approved=300_000, paid=50_000, stages=("foundation",))
    assert [one.missing for one in instalments_of(foundation, DAY)][1] == ("paper:stage_minutes",)
    later = house(STAGES, approved=300_000, paid=50_000, stages=("roof",), signed_papers=("stage_minutes",))
    assert instalments_of(later, DAY)[1].open
    assert instalments_of(later, DAY)[2].missing == ("acceptance",)


def test_money_counts_whatever_its_label_says() -> None:
    facts = house(STAGES, approved=300_000)
    assert check_instalments(facts, 50_000, DAY, 1) == []
    [problem] = check_instalments(facts, 60_000, DAY, 1)
    assert (problem.code, problem.warning) == ("instalment_not_open", False)
    [with_reason] = check_instalments(facts, 60_000, DAY, 1, "Giá vật liệu tăng")
    assert with_reason.warning
    closed = check_instalments(facts, 250_000, DAY, 1, "Giá vật liệu tăng")
    assert [one.code for one in closed if not one.warning] == ["last_never_before_acceptance"]


def test_the_last_part_needs_the_acceptance_even_where_its_rule_forgets_it() -> None:
    [only] = read_instalments(["1|100|"])
    assert only.opened_by == ("acceptance",)


def test_a_rule_nobody_can_read_is_left_out() -> None:
    assert read_instalments(["một|60|", "2|bốn mươi|", "3|1/0|"]) == ()
