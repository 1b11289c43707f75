"""What a handover, a number and a void number must satisfy: pure functions."""

from __future__ import annotations

from collections.abc import Mapping

from app.handover.drafts import HandoverDraft, MinutesOptions
from app.handover.queries import PaperRow
from app.problems import Problem
from app.support.queries import CaseFacts, case_state, check_on_road
from models.vocabulary import Numbering


def check_handover(draft: HandoverDraft, facts: CaseFacts, day: str) -> list[Problem]:
    """A house is handed over once, after its acceptance; dates only warn."""
    state = case_state(facts)
    about = {"names": facts.head_name}
    found = check_on_road(facts, state)
    if state.acceptance is None:
        found.append(Problem("", "not_accepted", about))
    if state.handover is not None:
        found.append(Problem("", "handed_over_already", about))
    if not draft.handed_over_on:
        return [*found, Problem("handed_over_on", "day_missing")]
    if draft.handed_over_on > day:
        found.append(Problem("handed_over_on", "event_ahead", warning=True))
    if state.accepted_on and draft.handed_over_on < state.accepted_on:
        found.append(Problem("handed_over_on", "handover_before_acceptance", about, warning=True))
    if state.decision is None:
        found.append(Problem("", "not_approved_yet", about, warning=True))
    return found


def check_handover_revocation(facts: CaseFacts, reason: str) -> list[Problem]:
    """A handover is taken back with a reason."""
    found = []
    if not reason.strip():
        found.append(Problem("reason", "reason_missing"))
    if case_state(facts).handover is None:
        found.append(Problem("", "not_handed_over", {"names": facts.head_name}))
    return found


def check_issue(facts: CaseFacts) -> list[Problem]:
    """Minutes are drawn for an accepted house; the day may still be open."""
    if case_state(facts).acceptance is None:
        return [Problem("", "not_accepted", {"names": facts.head_name})]
    return []


def check_void(paper: PaperRow, office: str, reason: str) -> list[Problem]:
    """A number is made void by its own office, once, with a reason."""
    found = []
    if not reason.strip():
        found.append(Problem("reason", "reason_missing"))
    if paper.office_code != office:
        found.append(Problem("", "paper_of_other_office"))
    if paper.void:
        found.append(Problem("", "paper_void_already", {"number": paper.shown_number or ""}))
    return found


def check_typed_number(paper: PaperRow, office: str, number: str) -> list[Problem]:
    """A number is typed on a paper of this office that has none of the register."""
    found = []
    if not number:
        found.append(Problem("number", "paper_number_missing"))
    if paper.office_code != office:
        found.append(Problem("", "paper_of_other_office"))
    if paper.void:
        found.append(Problem("", "paper_void_already", {"number": paper.shown_number or ""}))
    elif paper.numbering == Numbering.REGISTER:
        found.append(Problem("number", "paper_has_register_number", {"number": paper.shown_number or ""}))
    return found


def is_same_paper(paper: PaperRow, content: Mapping[str, object], options: MinutesOptions) -> bool:
    """Whether printing again is a reprint of this paper: nothing it says has changed, and it is numbered as asked.

    How many copies are signed is a change only when a count is given: an empty field leaves the paper's own.
    """
    fits = options.numbering in (Numbering.NONE, paper.numbering) or paper.numbering == Numbering.REGISTER
    kept = dict(paper.content)
    if options.copies is None:
        kept.pop("copies", None)
    return not paper.void and fits and kept == content
