"""The state of a case follows from its rows alone (the exchange's "Effective value")."""

import itertools
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.support.facts import (
    AcceptanceRow,
    CaseFacts,
    DecisionRow,
    ExceptionRow,
    HandoverRow,
    PaymentRow,
    PostedRow,
    RemarkRow,
    StageRow,
    SubmittedRow,
    VoteRow,
)
from app.support.programmes import DatedRule, ProgrammeRules
from app.support.rules import case_state
from models.vocabulary import Stage, Status

NATIONAL = ProgrammeRules(
    "p",
    "xoa-nha-tam",
    "Chương trình",
    "Chương trình",
    1,
    "2024-04-13",
    None,
    (
        DatedRule("decided_by", "upper", None, "2024-04-13", "2025-06-30"),
        DatedRule("decided_by", "commune", None, "2025-07-01", None),
        DatedRule("done_when", "handed_over", "new_build", "2024-04-13", None),
        DatedRule("done_when", "accepted", "repair", "2024-04-13", None),
    ),
)
FACTS = CaseFacts("case", "household", "Lò Văn Pâng", "poor", 4, NATIONAL, "03151", 1, work_type="new_build")
_COUNT = itertools.count()


def row(made_of: type[Any], /, **values: Any) -> Any:
    """A row with an id later than every one made before."""
    names = made_of.__dataclass_fields__
    return made_of(**{**dict.fromkeys(names), "id": f"{next(_COUNT):06}", "case_id": "case", **values})


def decision(day: str, amount: int | None, *, level: str = "commune", **values: Any) -> DecisionRow:
    office = {"commune": "03151", "upper": "11"}[level]
    made: DecisionRow = row(
        DecisionRow, decided_on=day, amount=amount, office_level=level, office_code=office, stream="03151", **values
    )
    return made


def stage(name: Stage, day: str | None, **values: Any) -> StageRow:
    made: StageRow = row(StageRow, stage=name.value, done_on=day, **values)
    return made


def facts(**rows: Any) -> CaseFacts:
    given: dict[str, Any] = {name: tuple(value) for name, value in rows.items()}
    return replace(FACTS, **given)


def test_the_office_that_was_deciding_on_the_date_counts() -> None:
    upper = decision("2025-06-27", 50_000_000, level="upper", number="1187")
    commune = decision("2025-06-28", 60_000_000, number="45")
    state = case_state(facts(decisions=[upper, commune]))
    assert state.approved_amount == 50_000_000
    assert state.conflicting == (upper, commune)
    assert state.warnings == ()


def test_another_offices_decision_counts_with_a_warning_while_the_deciding_one_decided_nothing() -> None:
    commune = decision("2025-06-28", 60_000_000)
    state = case_state(facts(decisions=[commune]))
    assert (state.approved_amount, state.warnings) == (60_000_000, ("decided_by_other_office",))
    assert state.conflicting == ()


def test_of_two_offices_deciding_in_their_time_the_newest_counts_and_both_are_shown() -> None:
    upper = decision("2025-06-27", 50_000_000, level="upper")
    commune = decision("2025-07-15", 60_000_000)
    state = case_state(facts(decisions=[commune, upper]))
    assert state.decision == commune
    assert state.conflicting == (commune, upper)


def test_the_same_paper_entered_by_two_offices_is_no_conflict() -> None:
    both = [decision("2025-06-27", 60_000_000, level=level, number="1187/QĐ") for level in ("upper", "commune")]
    assert case_state(facts(decisions=both)).conflicting == ()


def test_the_newest_by_date_then_by_time_counts() -> None:
    late_paper = decision("2025-08-01", 50_000_000)
    typed_later = decision("2025-07-15", 60_000_000)
    same_day = decision("2025-08-01", 55_000_000)
    assert case_state(facts(decisions=[typed_later, late_paper])).approved_amount == 50_000_000
    assert case_state(facts(decisions=[same_day, typed_later, late_paper])).approved_amount == 55_000_000


def test_a_replaced_decision_no_longer_counts_even_when_its_date_is_newer() -> None:
    wrong = decision("2025-08-15", 90_000_000)
    right = decision("2025-07-15", 60_000_000, replaces_id=wrong.id)
    assert case_state(facts(decisions=[wrong, right])).approved_amount == 60_000_000


def test_another_offices_row_replaces_nothing() -> None:
    mine = decision("2025-07-15", 60_000_000)
    theirs = decision("2025-07-16", None, level="upper", replaces_id=mine.id)
    assert case_state(facts(decisions=[mine, theirs])).decision == mine


def test_a_decision_taken_back_leaves_the_case_undecided() -> None:
    made = decision("2025-07-15", 60_000_000)
    back = decision("2025-07-16", None, replaces_id=made.id)
    state = case_state(facts(decisions=[made, back]))
    assert (state.status, state.approved_amount) == (Status.REGISTERED, None)


def test_paying_more_than_the_counting_decision_is_a_red_flag_and_changes_nothing_paid() -> None:
    first = decision("2025-07-15", 60_000_000)
    lower = decision("2025-09-01", 30_000_000)
    paid = [row(PaymentRow, amount=36_000_000)]
    assert not case_state(facts(decisions=[first], payments=paid)).red_flag
    state = case_state(facts(decisions=[first, lower], payments=paid))
    assert (state.red_flag, state.paid_amount, state.approved_amount) == (True, 36_000_000, 30_000_000)
    back = row(PaymentRow, amount=-36_000_000, reverses_id=paid[0].id)
    assert case_state(facts(decisions=[first, lower], payments=[*paid, back])).paid_amount == 0


def test_status_climbs_with_the_rows() -> None:
    approved = facts(decisions=[decision("2025-07-15", 60_000_000)])
    started = replace(approved, stages=(stage(Stage.START, "2025-07-25"),))
    building = replace(started, stages=(*started.stages, stage(Stage.FOUNDATION, "2025-08-08")))
    accepted = replace(building, acceptances=(row(AcceptanceRow, accepted_on="2025-10-08"),))
    handed = replace(accepted, handovers=(row(HandoverRow, handed_over_on="2025-11-03"),))
    seen = [case_state(one).status for one in (FACTS, approved, started, building, accepted, handed)]
    assert seen == [
        Status.REGISTERED,
        Status.APPROVED,
        Status.STARTED,
        Status.IN_PROGRESS,
        Status.ACCEPTED,
        Status.HANDED_OVER,
    ]
    state = case_state(handed)
    assert (state.started_on, state.accepted_on, state.handed_over_on) == ("2025-07-25", "2025-10-08", "2025-11-03")
    assert (state.stage, state.done) == (Stage.FOUNDATION, True)
    assert case_state(replace(FACTS, surveyed_on="2025-05-01")).status is Status.SURVEYED


def test_a_repair_is_done_when_it_is_accepted_and_a_new_house_when_it_is_handed_over() -> None:
    accepted = facts(acceptances=[row(AcceptanceRow, accepted_on="2025-10-08")])
    assert not case_state(accepted).done
    assert case_state(replace(accepted, work_type="repair")).done


def test_a_revoked_handover_and_acceptance_send_the_house_back_to_building() -> None:
    roof = stage(Stage.ROOF, "2025-09-11")
    accepted = row(AcceptanceRow, accepted_on="2025-10-08")
    handed = row(HandoverRow, handed_over_on="2025-11-03")
    no_handover = row(HandoverRow, revoked=True, replaces_id=handed.id)
    no_acceptance = row(AcceptanceRow, revoked=True, replaces_id=accepted.id)
    all_rows = facts(stages=[roof], acceptances=[accepted], handovers=[handed, no_handover])
    assert case_state(all_rows).status is Status.ACCEPTED
    back = case_state(replace(all_rows, acceptances=(accepted, no_acceptance)))
    assert (back.status, back.accepted_on, back.stage) == (Status.IN_PROGRESS, None, Stage.ROOF)


def test_a_stage_is_corrected_and_taken_back_by_later_rows() -> None:
    wrong = stage(Stage.ROOF, "2025-09-11")
    right = stage(Stage.ROOF, "2025-09-21", replaces_id=wrong.id)
    corrected = case_state(facts(stages=[stage(Stage.FOUNDATION, "2025-08-08"), wrong, right]))
    assert corrected.stages[Stage.ROOF].done_on == "2025-09-21"
    none = stage(Stage.ROOF, None, replaces_id=right.id)
    taken_back = case_state(facts(stages=[stage(Stage.FOUNDATION, "2025-08-08"), wrong, right, none]))
    assert taken_back.stage is Stage.FOUNDATION


@pytest.mark.parametrize("kind", ["withdrawn", "ineligible", "refused", "on_hold", "transferred", "cancelled_death"])
def test_an_exception_is_the_status_until_the_case_is_resumed(kind: str) -> None:
    made = decision("2025-07-15", 60_000_000)
    left = row(ExceptionRow, kind=kind, happened_on="2025-08-01")
    back = row(ExceptionRow, kind="resumed", happened_on="2025-08-01")
    assert case_state(facts(decisions=[made], exceptions=[left])).status is Status(kind)
    assert case_state(facts(decisions=[made], exceptions=[left])).off_road
    assert case_state(facts(decisions=[made], exceptions=[left, back])).status is Status.APPROVED


def test_a_word_of_a_newer_version_breaks_nothing() -> None:
    unknown = facts(
        stages=[row(StageRow, stage="painting", done_on="2025-08-08")],
        exceptions=[row(ExceptionRow, kind="on_the_moon", happened_on="2025-08-08")],
    )
    assert case_state(replace(unknown, work_type="boat")).status is Status.REGISTERED


_DAYS = ["2025-06-01", "2025-06-30", "2025-07-01", "2025-08-01"]
_DECISIONS = st.tuples(st.sampled_from(_DAYS), st.sampled_from(["commune", "upper"]), st.integers(1, 9))


@given(st.lists(_DECISIONS, max_size=6), st.randoms())
def test_the_order_in_which_rows_arrive_never_matters(made: list[tuple[str, str, int]], random: Any) -> None:
    rows = [decision(day, amount, level=level) for day, level, amount in made]
    shuffled = random.sample(rows, len(rows))
    one, other = case_state(facts(decisions=rows)), case_state(facts(decisions=shuffled))
    assert (one.decision, one.conflicting, one.warnings) == (other.decision, other.conflicting, other.warnings)
    deciding = [one for one in rows if NATIONAL.decides(one.office_level, one.decided_on or "")]
    if deciding:
        assert one.decision in deciding


def vote(agree: int, disagree: int, present: int = 41, day: str = "2026-10-28", **values: Any) -> VoteRow:
    abstain = values.pop("abstain", present - agree - disagree)
    made: VoteRow = row(
        VoteRow, agree=agree, disagree=disagree, abstain=abstain, present=present, held_on=day,
        **{"threshold": "more_than_half", **values},
    )  # fmt: skip
    return made


def posted(day: str = "2026-10-30", posting: str = "p1") -> PostedRow:
    made: PostedRow = row(PostedRow, posting_id=posting, posted_on=day, days=3, working_days=True)
    return made


def sent_back(day: str, **values: Any) -> RemarkRow:
    made: RemarkRow = row(RemarkRow, received_on=day, rechecked_on=day, recheck_result="sent_back", **values)
    return made


def submitted(day: str, returned_on: str | None = None) -> SubmittedRow:
    made: SubmittedRow = row(SubmittedRow, submission_id="s", submitted_on=day, returned_on=returned_on)
    return made


@pytest.mark.parametrize(
    ("rows", "status"),
    [
        ({}, Status.SURVEYED),
        ({"votes": [vote(41, 0)]}, Status.VILLAGE_REVIEWED),
        ({"votes": [vote(20, 18)]}, Status.SURVEYED),
        ({"votes": [vote(20, 18, threshold=None)]}, Status.VILLAGE_REVIEWED),
        ({"votes": [vote(41, 5, abstain=0, threshold=None)]}, Status.SURVEYED),
        ({"votes": [vote(20, 18), vote(30, 5, day="2026-11-02")]}, Status.VILLAGE_REVIEWED),
        ({"votes": [vote(30, 5), vote(20, 18, day="2026-11-02")]}, Status.SURVEYED),
        ({"posted": [posted()]}, Status.POSTED),
        ({"votes": [vote(20, 18)], "posted": [posted()]}, Status.POSTED),
        ({"posted": [posted()], "votes": [vote(20, 18, day="2026-11-02")]}, Status.SURVEYED),
        ({"posted": [posted()], "remarks": [sent_back("2026-11-03", posting_id="p1")]}, Status.SURVEYED),
        ({"posted": [posted()], "remarks": [sent_back("2026-11-03")]}, Status.SURVEYED),
        ({"posted": [posted()], "remarks": [sent_back("2026-11-03", posting_id="p0")]}, Status.POSTED),
        (
            {"posted": [posted(), posted("2026-11-09", "p2")], "remarks": [sent_back("2026-11-03", posting_id="p1")]},
            Status.POSTED,
        ),
        ({"votes": [vote(41, 0)], "remarks": [sent_back("2026-11-03")]}, Status.SURVEYED),
        ({"submitted": [submitted("2026-11-05")]}, Status.SUBMITTED),
        ({"submitted": [submitted("2026-11-05", "2026-11-10")], "posted": [posted()]}, Status.POSTED),
        ({"submitted": [submitted("2026-11-05")], "decisions": [decision("2026-11-10", 1)]}, Status.APPROVED),
    ],
)
def test_the_steps_before_a_decision_are_rungs_of_the_ladder(rows: dict[str, Any], status: Status) -> None:
    assert case_state(replace(facts(**rows), surveyed_on="2026-10-20")).status is status


def test_a_vote_that_does_not_add_up_is_told() -> None:
    state = case_state(facts(votes=[vote(41, 5, abstain=0)]))
    assert state.warnings == ("vote_does_not_add_up",)


@given(st.lists(st.tuples(*[st.one_of(st.none(), st.integers(-2, 50))] * 4, st.one_of(st.none(), st.text(max_size=3)))))
def test_rows_that_merged_wrong_together_crash_nothing(figures: list[tuple[Any, ...]]) -> None:
    votes = [
        row(VoteRow, agree=a, disagree=b, abstain=c, present=d, held_on=day, threshold="percent:60")
        for a, b, c, d, day in figures
    ]
    rows = {"votes": votes, "posted": [posted(), row(PostedRow)], "remarks": [row(RemarkRow, recheck_result="?")]}
    case_state(facts(**rows, submitted=[row(SubmittedRow)]))
