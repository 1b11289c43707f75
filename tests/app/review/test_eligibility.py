"""Eligibility from the records: reasons kept, people helped before, a changed rule tried out and then kept."""

from dataclasses import replace

import pytest
from sqlalchemy import select

from app.actions import Action
from app.journal.rebuilding import rebuild
from app.journal.store import OPERATIONS
from app.problems import Refused
from app.review.eligibility_criteria import Outcome
from app.review.eligibility_drafts import RuleDraft
from app.review.eligibility_operations import keep_reasons, save_rules
from app.review.eligibility_queries import compare, eligibility_warnings, priority_groups, verdicts
from app.support.queries import load_programmes
from app.undo import undo_newest
from app.workspace import Workspace
from models.funding import Payment
from models.housing import HousingCondition
from models.review import PovertyClass
from tests.make import FUND, MERIT, NATIONAL, make_approved, make_case

HARD = "hard_parts < 3"


def survey(workspace: Workspace, case_id: str, *hard: bool | None, area: str | None = None) -> None:
    """The present house of the case's household: its three parts."""
    household_id = household_of(workspace, case_id)
    with workspace.change(Action.SAVE_HOUSEHOLD) as change:
        foundation, frame_wall, roof = hard
        change.session.add(
            HousingCondition(
                household_id=household_id,
                surveyed_on="2026-10-01",
                foundation_hard=foundation,
                frame_wall_hard=frame_wall,
                roof_hard=roof,
                area_m2=area,
            )
        )


def household_of(workspace: Workspace, case_id: str) -> str:
    with workspace.read() as session:
        return verdicts(session, [case_id])[case_id].household_id


def outcomes(workspace: Workspace, case_id: str) -> dict[str, Outcome]:
    with workspace.read() as session:
        found = verdicts(session, [case_id])[case_id]
    return {one.criterion.text.partition(" ")[0]: one.outcome for one in found.findings}


def rule_id(workspace: Workspace, value: str, programme: str = NATIONAL) -> str:
    with workspace.read() as session:
        found = next(one.id for one in load_programmes(session)[programme].rules if one.value == value)
    assert found
    return found


def pay_all(workspace: Workspace, case_id: str, amount: int, day: str) -> None:
    with workspace.change(Action.PAY) as change:
        change.session.add(Payment(case_id=case_id, amount=amount, paid_on=day, voucher="PC1"))


def test_a_poor_house_with_bad_parts_meets_the_national_criteria(commune: Workspace) -> None:
    case = make_case(commune)
    assert outcomes(commune, case) == {
        "category": Outcome.MET,
        "hard_parts": Outcome.UNKNOWN,
        "not_supported_before": Outcome.MET,
    }
    survey(commune, case, True, False, False)
    with commune.read() as session:
        found = verdicts(session, [case])[case]
    assert found.outcome is Outcome.MET
    assert all(one.source for one in found.findings)


def test_a_house_helped_in_another_programme_is_named_with_it(commune: Workspace) -> None:
    old = make_case(commune, "Lò Văn Pâng", programme=FUND, citizen_id="011072000111")
    make_approved(commune, old, day="2024-05-01", amount=8_000_000)
    pay_all(commune, old, 8_000_000, "2024-05-10")
    again = make_case(commune, "Lò Văn Páng", citizen_id="011072000111")
    with commune.read() as session:
        found = verdicts(session, [again])[again].findings[-1]
    assert found.outcome is Outcome.NOT_MET
    assert "Quỹ Vì người nghèo 2024 (hộ Lò Văn Pâng, cùng số căn cước)" in found.looked_at
    assert outcomes(commune, old)["category"] is Outcome.MET


def test_the_list_of_a_day_is_the_poverty_class_of_its_year(commune: Workspace) -> None:
    with commune.read() as session:
        programmes = load_programmes(session)
    poverty = next(one.id for one in programmes.values() if one.code == "giam-ngheo-ben-vung")
    case = make_case(commune, programme=poverty)
    assert outcomes(commune, case)["listed_on"] is Outcome.UNKNOWN
    home = household_of(commune, case)
    with commune.change(Action.SAVE_POVERTY_CLASS) as change:
        change.session.add(PovertyClass(household_id=home, year=2022, level="near_poor"))
    assert outcomes(commune, case)["listed_on"] is Outcome.MET


def test_an_ineligible_house_is_decided_all_the_same_and_its_reason_is_kept(commune: Workspace) -> None:
    case = make_case(commune, category="other")
    survey(commune, case, False, False, False)
    with commune.read() as session:
        warned = eligibility_warnings(session, [case])
        criterion = verdicts(session, [case])[case].unexplained[0].criterion.text
    assert [(one.code, one.warning) for one in warned[case]] == [("criterion_not_met", True)]
    make_approved(commune, case)
    keep_reasons(commune, case, {criterion: "Ban Chỉ đạo tỉnh đồng ý, văn bản 12"})
    with commune.read() as session:
        found = verdicts(session, [case])[case]
        assert eligibility_warnings(session, [case]) == {}
    assert found.outcome is Outcome.NOT_MET
    assert found.findings[0].reason == "Ban Chỉ đạo tỉnh đồng ý, văn bản 12"


@pytest.mark.parametrize(("criterion", "reason"), [(HARD, "  "), ("weight < 3", "vì thế")])
def test_a_reason_without_words_or_for_another_criterion_is_refused(
    commune: Workspace, criterion: str, reason: str
) -> None:
    case = make_case(commune)
    with pytest.raises(Refused):
        keep_reasons(commune, case, {criterion: reason})


def test_a_changed_rule_shows_who_moves_before_anything_is_kept(commune: Workspace) -> None:
    bad, half, good, other = (make_case(commune, name) for name in ("Lò Văn A", "Lò Văn B", "Lò Văn C", "Lò Văn D"))
    survey(commune, bad, False, False, False)
    survey(commune, half, True, True, False)
    survey(commune, good, True, True, True)
    stricter = RuleDraft("hard_parts < 2", rule_id=rule_id(commune, HARD), valid_from="2024-04-13")
    with commune.read() as session:
        before = session.scalars(select(OPERATIONS.c.id)).all()
        found = compare(session, NATIONAL, [stricter])
        assert session.scalars(select(OPERATIONS.c.id)).all() == before
    assert [one.head_name for one in found.moved_out] == ["Lò Văn B"]
    assert found.moved_out[0].findings[0].criterion.text == "hard_parts < 2"
    assert (found.moved_in, found.became_unknown, found.same) == ((), (), 3)
    wider = replace(stricter, dropped=True)
    with commune.read() as session:
        names = [one.head_name for one in compare(session, NATIONAL, [wider]).moved_in]
    assert names == ["Lò Văn C", "Lò Văn D"]
    assert other


def test_a_rule_of_another_programme_or_one_that_cannot_be_read_is_not_tried(commune: Workspace) -> None:
    with commune.read() as session:
        for draft in (RuleDraft(HARD, rule_id=rule_id(commune, "hard_parts < 3", MERIT)), RuleDraft("hard_parts")):
            with pytest.raises(Refused):
                compare(session, NATIONAL, [draft])


def test_kept_rules_enter_the_journal_whole_and_survive_a_rebuild(commune: Workspace) -> None:
    case = make_case(commune)
    survey(commune, case, True, True, False)
    drafts = [
        RuleDraft("hard_parts < 2", rule_id=rule_id(commune, HARD), valid_from="2024-04-13", legal_basis="KH 12"),
        RuleDraft("not_supported_before", rule_id=rule_id(commune, "not_supported_before"), dropped=True),
        RuleDraft("fits_planning", valid_from="2026-01-01", legal_basis="KH 12/KH-UBND"),
    ]
    changes = save_rules(commune, NATIONAL, drafts)
    assert changes.tables == {"programme_rule"}
    expected = {"category": Outcome.MET, "hard_parts": Outcome.NOT_MET, "fits_planning": Outcome.UNKNOWN}
    assert outcomes(commune, case) == expected
    with commune.read() as session:
        operations = session.execute(select(OPERATIONS.c.kind, OPERATIONS.c.stream).order_by(OPERATIONS.c.seq.desc()))
        assert [tuple(row) for row in operations][:3] == [("create", "03151")] * 3
    with commune.engine.connect().execution_options(writing=True) as connection, connection.begin():
        rebuild(connection)
    assert outcomes(commune, case) == expected


def test_undo_of_changed_rules_leaves_the_programme_as_it_came(commune: Workspace) -> None:
    with commune.read() as session:
        before = load_programmes(session)[NATIONAL]
    drafts = [
        RuleDraft("hard_parts < 2", rule_id=rule_id(commune, HARD), valid_from="2024-04-13", legal_basis="KH 12"),
        RuleDraft("not_supported_before", rule_id=rule_id(commune, "not_supported_before"), dropped=True),
        RuleDraft("fits_planning", valid_from="2026-01-01", legal_basis="KH 12/KH-UBND"),
    ]
    save_rules(commune, NATIONAL, drafts)
    undo_newest(commune)
    with commune.read() as session:
        assert load_programmes(session)[NATIONAL] == before
    with commune.engine.connect().execution_options(writing=True) as connection, connection.begin():
        rebuild(connection)
    with commune.read() as session:
        assert load_programmes(session)[NATIONAL] == before


def test_the_priority_order_of_a_programme_places_its_houses(commune: Workspace) -> None:
    with commune.read() as session:
        old_merit = next(one.id for one in load_programmes(session).values() if one.code == "nguoi-co-cong-2013")
    elder = make_case(commune, "Lò Văn Cụ", programme=old_merit, birth="1940", category="meritorious")
    young = make_case(commune, "Lò Văn Trẻ", programme=old_merit, birth="1990", category="meritorious")
    survey(commune, elder, True, False, False)
    survey(commune, young, False, False, False)
    with commune.read() as session:
        found = priority_groups(session, [elder, young], "2020-01-01")
    assert [one and one.place for one in (found[elder], found[young])] == [2, 1]
