"""Before a batch is done it is known who can go, who cannot and why."""

from __future__ import annotations

from app.outlook import look_ahead
from app.problems import Problem
from app.support.queries import CaseFacts


def case(name: str) -> CaseFacts:
    return CaseFacts(name, name, name, None, None, None, "s", 1)


def check(one: CaseFacts) -> list[Problem]:
    about = {"names": one.head_name}
    found = [Problem("", "source_missing", warning=True), Problem("", "missing_survey", about, warning=True)]
    return [*found, Problem("amount", "decision_amount_missing", about)] if one.head_name == "Ín" else found


def test_houses_are_parted_and_warnings_of_those_that_go_are_told_together() -> None:
    found = look_ahead([case("Pâng"), case("Ín"), case("Ánh")], check)
    assert [one.head_name for one in found.ready] == ["Pâng", "Ánh"]
    assert [(one.head_name, problem.code) for one, problem in found.blocked] == [("Ín", "decision_amount_missing")]
    assert [(one.code, one.values["names"]) for one in found.warnings] == [("missing_survey", "Pâng, Ánh")]


def test_what_names_no_house_is_wrong_with_the_form_and_told_once() -> None:
    found = look_ahead([case("Pâng"), case("Ánh")], check, [Problem("number", "decision_number_missing")])
    assert [one.code for one in found.form] == ["decision_number_missing", "source_missing"]
    assert look_ahead([], check).ready == ()
