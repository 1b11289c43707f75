"""Cases as frozen values, many at once: facts, states, worklists. What later rooms may take from this one."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import fields
from typing import Any

from sqlalchemy import Select, func, select, union_all
from sqlalchemy.orm import Session

from app.journal.bulk import among
from app.journal.store import batches
from app.problems import refuse
from app.support.drafts import CaseDraft
from app.support.exception_rules import TargetEffect, TargetTotals, target_effect, target_totals
from app.support.facts import (
    NOT_AID,
    AcceptanceRow,
    CaseFacts,
    ClosingRow,
    DecisionRow,
    ExceptionRow,
    HandoverRow,
    InspectionRow,
    PaymentRow,
    PostedRow,
    RemarkRow,
    StageRow,
    SubmittedRow,
    SupplierPaymentRow,
    VoteRow,
)
from app.support.on_paper import CaseOnPaper, with_households
from app.support.previous import Support, households_with_several_cases, same_people, support_of
from app.support.programmes import DatedRule, ProgrammeRules, RequiredPaper, find_programme, load_programmes
from app.support.rules import CaseState, case_state, check_on_road
from app.support.signed import signed_papers
from app.support.standing import OFF_ROAD, counting_decision
from app.support.votes import adds_up, known_threshold, passes
from models.base import Recorded
from models.construction import Acceptance, Inspection, StageRecord
from models.funding import FundSource, Payment
from models.handover import Handover
from models.household import Household
from models.housing import HousingCondition
from models.ledger import SupplierPayment
from models.paperwork import CaseClosing
from models.review import PostedCase, Posting, Remark, ReviewVote, Submission, SubmittedCase, VillageMeeting
from models.support import CaseException, Decision, SupportCase
from models.vocabulary import Status

__all__ = [
    "NOT_AID",
    "AcceptanceRow",
    "CaseFacts",
    "CaseOnPaper",
    "CaseState",
    "ClosingRow",
    "DatedRule",
    "DecisionRow",
    "ExceptionRow",
    "HandoverRow",
    "InspectionRow",
    "PaymentRow",
    "PostedRow",
    "ProgrammeRules",
    "RemarkRow",
    "RequiredPaper",
    "StageRow",
    "SubmittedRow",
    "SupplierPaymentRow",
    "Support",
    "TargetEffect",
    "TargetTotals",
    "VoteRow",
    "adds_up",
    "asked_facts",
    "case_draft",
    "case_facts",
    "case_of",
    "case_state",
    "case_states",
    "cases_asked_twice",
    "cases_of_households",
    "cases_on_paper",
    "cases_to_look_at",
    "check_on_road",
    "counting_decision",
    "facts_of",
    "find_cases",
    "find_decision",
    "find_programme",
    "followed_cases",
    "households_with_several_cases",
    "known_threshold",
    "load_programmes",
    "passes",
    "programme_named",
    "same_people",
    "sources_apart",
    "supports",
    "target_effect",
    "target_totals",
]

_BELOW: tuple[tuple[str, type[Recorded], type[Any]], ...] = (
    ("decisions", Decision, DecisionRow),
    ("exceptions", CaseException, ExceptionRow),
    ("stages", StageRecord, StageRow),
    ("inspections", Inspection, InspectionRow),
    ("acceptances", Acceptance, AcceptanceRow),
    ("handovers", Handover, HandoverRow),
    ("payments", Payment, PaymentRow),
    ("supplier_payments", SupplierPayment, SupplierPaymentRow),
    ("votes", ReviewVote, VoteRow),
    ("posted", PostedCase, PostedRow),
    ("remarks", Remark, RemarkRow),
    ("submitted", SubmittedCase, SubmittedRow),
    ("closings", CaseClosing, ClosingRow),
)
#: Rows of which a part stands in another: that one, and the column that names it. Without it they count for nothing.
_BESIDE: dict[type[Recorded], tuple[type[Recorded], Any]] = {
    ReviewVote: (VillageMeeting, ReviewVote.meeting_id),
    PostedCase: (Posting, PostedCase.posting_id),
    SubmittedCase: (Submission, SubmittedCase.submission_id),
}


#: Who left the road this way is no longer asking.
_NO_LONGER_ASKING = OFF_ROAD - {Status.ON_HOLD}


def case_facts(
    session: Session, case_ids: Iterable[str] | None = None, *, household_ids: Iterable[str] | None = None
) -> dict[str, CaseFacts]:
    """The facts of cases by id, in a few queries a batch; those of households where these are given, else of all.

    Cases that are out, and cases of households that are out, are left out.
    """
    programmes, apart = load_programmes(session), sources_apart(session)
    found: dict[str, CaseFacts] = {}
    conditions = list(_conditions(case_ids, household_ids))
    # Many programmes leave whole steps out: of many batches each asks only the tables that hold anything.
    asked = _BELOW if len(conditions) < _MANY_BATCHES else [one for one in _BELOW if _holds_rows(session, one[1])]
    for condition in conditions:
        cases = list(session.execute(_narrowed(session, _case_columns(), condition)))
        below = {name: _rows(session, table, kind, condition) for name, table, kind in asked}
        surveyed = _surveyed(session, [row.household_id for row in cases] if condition else None)
        signed = signed_papers(session, [row.id for row in cases] if condition else None)
        for row in cases:
            found[row.id] = CaseFacts(
                row.id,
                row.household_id,
                row.head_name or "",
                row.category,
                row.member_count,
                programmes.get(row.programme_id or ""),
                row.stream,
                row.version,
                row.work_type,
                row.requested_amount,
                row.registered_on,
                row.build_mode,
                row.house_name,
                row.note,
                _survey_of(row, surveyed.get(row.household_id)),
                **{name: tuple(rows.get(row.id, ())) for name, rows in below.items()},
                signed_papers=signed.get(row.id, ()),
                follows_id=row.follows_id,
                apart=apart,
            )
    return found


def sources_apart(session: Session) -> frozenset[str]:
    """The ids of the sources that are no aid."""
    kinds = FundSource.kind.in_([one.value for one in NOT_AID])
    return frozenset(session.scalars(select(FundSource.id).where(kinds, FundSource.row_out.is_(False))))


def _holds_rows(session: Session, table: type[Recorded]) -> bool:
    return session.scalar(select(table.id).limit(1)) is not None


_MANY_BATCHES = 2
_Condition = tuple[str, list[str]] | None


def _conditions(case_ids: Iterable[str] | None, household_ids: Iterable[str] | None) -> Iterator[_Condition]:
    """Ids in lists that fit one statement; None stands for all."""
    if case_ids is None and household_ids is None:
        yield None
    for name, ids in (("id", case_ids), ("household_id", household_ids)):
        for batch in batches(dict.fromkeys(ids)) if ids is not None else ():
            yield name, batch


def _case_columns() -> Select[Any]:
    columns: list[Any] = [
        SupportCase.id,
        SupportCase.household_id,
        SupportCase.programme_id,
        SupportCase.stream,
        SupportCase.version,
        SupportCase.work_type,
        SupportCase.requested_amount,
        SupportCase.registered_on,
        SupportCase.build_mode,
        SupportCase.house_name,
        SupportCase.note,
        SupportCase.follows_id,
        Household.head_name,
        Household.category,
        Household.member_count,
    ]
    return (
        select(*columns)
        .join(Household, Household.id == SupportCase.household_id)
        .where(SupportCase.row_out.is_(False), Household.row_out.is_(False))
        .order_by(SupportCase.id)
    )


def _narrowed(session: Session, statement: Select[Any], condition: _Condition) -> Select[Any]:
    if condition is None:
        return statement
    name, ids = condition
    return statement.where(among(session.connection(), getattr(SupportCase, name), ids))


def _rows(session: Session, table: type[Recorded], kind: type[Any], condition: _Condition) -> dict[str, list[Any]]:
    """The rows below the cases, by case; a row's fields are columns of the same names, here or in the row beside."""
    columns: Any = table
    beside, named = _BESIDE.get(table, (table, None))
    sources = (table if hasattr(table, one.name) else beside for one in fields(kind))
    shown = (getattr(source, one.name) for source, one in zip(sources, fields(kind), strict=True))
    statement: Select[Any] = select(*shown).select_from(table)
    if named is not None:
        statement = statement.join(beside, beside.id == named).where(beside.row_out.is_(False))
    if condition is not None and condition[0] == "id":
        statement = statement.where(among(session.connection(), columns.case_id, condition[1]))
    elif condition is not None:
        statement = _narrowed(session, statement.join(SupportCase, SupportCase.id == columns.case_id), condition)
    found: dict[str, list[Any]] = {}
    for row in session.execute(statement.where(table.row_out.is_(False)).order_by(table.id)):
        found.setdefault(row.case_id, []).append(kind(*row))
    return found


def _surveyed(session: Session, household_ids: list[str] | None) -> dict[str, str]:
    """The newest survey of each household's present house."""
    statement = select(HousingCondition.household_id, HousingCondition.surveyed_on).where(
        HousingCondition.row_out.is_(False), HousingCondition.surveyed_on.is_not(None)
    )
    if household_ids is not None:
        statement = statement.where(among(session.connection(), HousingCondition.household_id, household_ids))
    found = session.execute(statement.order_by(HousingCondition.surveyed_on))
    return {row[0]: row[1] for row in found if row[0] and row[1]}


def _survey_of(case: Any, day: str | None) -> str | None:
    """The survey of a case's house; one of the house that stood before it was damaged again is none."""
    return None if case.follows_id and day and day < (case.registered_on or "") else day


def facts_of(session: Session, case_ids: Collection[str]) -> list[CaseFacts]:
    """The facts of cases, in the order asked. Raises `Refused` when none or one twice is asked, or one is out."""
    if not case_ids:
        raise refuse("", "no_houses")
    if len(set(case_ids)) != len(case_ids):
        raise refuse("", "case_chosen_twice")
    found = case_facts(session, case_ids)
    if any(one not in found for one in case_ids):
        raise refuse("", "case_not_here")
    return [found[one] for one in case_ids]


def asked_facts(session: Session, keys: Collection[str], programme_id: str | None = None) -> dict[str, CaseFacts]:
    """The facts of cases by id; a household's id stands for the case it would have, asking in the programme given, or
    in the office's first. What is out is left out.
    """
    found = case_facts(session, keys)
    missing = [one for one in keys if one not in found]
    return found | _unopened(session, missing, programme_id) if missing else found


def _unopened(session: Session, ids: Collection[str], programme_id: str | None) -> dict[str, CaseFacts]:
    """Households as cases that nobody has opened yet; the key stands for the case."""
    if not load_programmes(session):
        return {}
    programme = programme_named(session, programme_id)
    found = {}
    columns = Household.id, Household.head_name, Household.category, Household.member_count, Household.stream
    for batch in batches(ids):
        query = select(*columns).where(Household.id.in_(batch), Household.row_out.is_(False))
        surveyed = _surveyed(session, batch)
        for row in session.execute(query):
            head = row.head_name or ""
            found[row.id] = CaseFacts(
                row.id,
                row.id,
                head,
                row.category,
                row.member_count,
                programme,
                row.stream,
                0,
                surveyed_on=surveyed.get(row.id),
            )
    return found


def case_states(session: Session, case_ids: Iterable[str] | None = None) -> dict[str, CaseState]:
    """Where cases stand, by case id; all of them when no ids are given."""
    return {one: case_state(facts) for one, facts in case_facts(session, case_ids).items()}


def cases_of_households(
    session: Session, household_ids: Iterable[str] | None = None
) -> dict[str, tuple[tuple[CaseFacts, CaseState], ...]]:
    """The cases of each household with their states, the office's first programme first."""
    facts = case_facts(session, household_ids=household_ids)
    by_household: dict[str, list[CaseFacts]] = {}
    for one in sorted(facts.values(), key=_order):
        by_household.setdefault(one.household_id, []).append(one)
    return {household: tuple((one, case_state(one)) for one in cases) for household, cases in by_household.items()}


def _order(facts: CaseFacts) -> tuple[int, str]:
    return (facts.programme.position if facts.programme else 10**6, facts.case_id)


def case_of(session: Session, household_id: str, programme_id: str | None = None) -> CaseFacts | None:
    """The household's case in the programme, or its only or first one; None when it has none.

    One on the ordinary road goes before one that left it: two laptops may each have opened a case. Of a house that was
    damaged again the case that followed goes before.
    """
    found = cases_of_households(session, [household_id]).get(household_id, ())
    followed = followed_cases(found)
    fitting = [
        (state.off_road, facts.case_id in followed, place, facts)
        for place, (facts, state) in enumerate(found)
        if programme_id is None or (facts.programme and facts.programme.id == programme_id)
    ]
    return min(fitting)[-1] if fitting else None


def followed_cases(cases: Iterable[tuple[CaseFacts, CaseState]]) -> set[str | None]:
    """The cases after which another was opened that still asks."""
    return {facts.follows_id for facts, state in cases if state.status not in _NO_LONGER_ASKING}


def case_draft(session: Session, household_id: str, programme_id: str | None = None) -> CaseDraft:
    """The household's request as it stands, ready to be changed and handed to `set_case`."""
    facts = case_of(session, household_id, programme_id)
    if facts is None:
        return CaseDraft(household_id, programme_id)
    return CaseDraft(
        household_id,
        facts.programme.id if facts.programme else programme_id,
        facts.work_type,
        facts.requested_amount,
        facts.registered_on,
        facts.build_mode,
        facts.house_name,
        facts.note,
        facts.case_id,
        facts.version,
    )


def cases_on_paper(session: Session, case_ids: Collection[str]) -> list[CaseOnPaper]:
    """The houses of cases as papers name them, in the order asked. Raises `Refused` as `facts_of` does."""
    found = with_households(session, facts_of(session, case_ids))
    return [found[one] for one in case_ids]


def find_cases(session: Session, statuses: Collection[Status], programme_id: str | None = None) -> list[str]:
    """The ids of the cases in one of these statuses: a worklist, in the order in which the cases were made."""
    return [
        one.case_id
        for one in case_facts(session).values()
        if (programme_id is None or (one.programme and one.programme.id == programme_id))
        and case_state(one).status in statuses
    ]


def cases_to_look_at(session: Session) -> list[tuple[CaseFacts, CaseState]]:
    """The cases on which two offices decided differently, or for which more was paid than decided."""
    offices = (
        select(Decision.case_id)
        .where(Decision.row_out.is_(False))
        .group_by(Decision.case_id)
        .having(func.count(Decision.office_code.distinct()) > 1)
    )
    least = (
        select(Decision.case_id, func.min(func.coalesce(Decision.amount, 0)).label("amount"))
        .where(Decision.row_out.is_(False))
        .group_by(Decision.case_id)
        .subquery()
    )
    apart = sorted(sources_apart(session))
    paying: tuple[Any, ...] = (Payment, SupplierPayment)
    of_aid = (
        select(one.case_id, one.amount).where(one.row_out.is_(False), ~func.coalesce(one.source_id.in_(apart), False))
        for one in paying
    )
    lines = union_all(*of_aid).subquery()
    paid = (
        select(lines.c.case_id)
        .join(least, least.c.case_id == lines.c.case_id)
        .group_by(lines.c.case_id, least.c.amount)
        .having(func.sum(lines.c.amount) > least.c.amount)
    )
    doubtful = {one for one in [*session.scalars(offices), *session.scalars(paid)] if one}
    states = [(one, case_state(one)) for one in case_facts(session, sorted(doubtful)).values()]
    return [(facts, state) for facts, state in states if state.conflicting or state.red_flag]


def cases_asked_twice(session: Session) -> list[tuple[tuple[CaseFacts, CaseState], ...]]:
    """The cases of one household in one programme where more than one still stands: only a merge brings that about.

    Those under way come first, then in the order in which they were made. A case opened after the house of an earlier
    one was damaged again stands rightly beside it.
    """
    case = SupportCase
    # Households with several cases of any kind are found in the index alone; only those are looked at.
    several = select(case.household_id).group_by(case.household_id).having(func.count() > 1)
    living = select(case.household_id).where(case.household_id.in_(several), case.row_out.is_(False))
    twice = living.group_by(case.household_id, case.programme_id).having(func.count() > 1)
    households = sorted({one for one in session.scalars(twice) if one})
    together: dict[tuple[str, str], list[tuple[CaseFacts, CaseState]]] = {}
    for facts in case_facts(session, household_ids=households).values():
        state = case_state(facts)
        if facts.programme is not None and state.status not in _NO_LONGER_ASKING:
            together.setdefault((facts.household_id, facts.programme.id), []).append((facts, state))
    alone = ([one for one in cases if one[0].case_id not in followed_cases(cases)] for cases in together.values())
    standing = (sorted(cases, key=_under_way_first) for cases in alone)
    return [tuple(cases) for cases in standing if len(cases) > 1]


def _under_way_first(case: tuple[CaseFacts, CaseState]) -> tuple[bool, bool, str]:
    facts, state = case
    return (state.off_road, state.done, facts.case_id)


def programme_named(session: Session, text: str | None) -> ProgrammeRules:
    """The programme of a code, id or name; without one the office's first. Raises `Refused`."""
    programmes = load_programmes(session)
    if not programmes:
        raise refuse("programme", "no_programme")
    found = find_programme(programmes, text) if text else next(iter(programmes.values()))
    if found is None:
        known = "; ".join(one.short_name for one in programmes.values())
        raise refuse("programme", "programme_unknown", text=text or "", known=known)
    return found


def find_decision(session: Session, decision_id: str) -> tuple[DecisionRow, CaseFacts]:
    """A decision with its case. Raises `Refused` when it is not here."""
    case_id = session.scalar(select(Decision.case_id).where(Decision.id == decision_id, Decision.row_out.is_(False)))
    facts = case_facts(session, [case_id]).get(case_id) if case_id else None
    for one in facts.decisions if facts else ():
        if facts and one.id == decision_id:
            return one, facts
    raise refuse("", "decision_unknown")


def supports(
    session: Session, household_ids: Collection[str] | None = None, *, decided: bool = False
) -> dict[str, tuple[Support, ...]]:
    """What was given (`decided`: or decided) to each household, and to a person of it elsewhere; the oldest first.

    Only households are told of that asked more than once, or that share a person with another one.
    """
    people, several = same_people(session), households_with_several_cases(session)
    wanted = {*people, *several}
    if household_ids is not None:
        wanted &= set(household_ids)
    around = wanted | {other for one in wanted for other in people.get(one, ())}
    cases = cases_of_households(session, sorted(around))
    found: dict[str, tuple[Support, ...]] = {}
    for one in wanted:
        near = {one: "", **people.get(one, {})}
        given = [
            support_of(*case, number, decided=decided) for home, number in near.items() for case in cases.get(home, ())
        ]
        found[one] = tuple(sorted((each for each in given if each), key=lambda each: (each.day, each.case_id)))
    return {one: given for one, given in found.items() if given}
