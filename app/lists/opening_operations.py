"""Writes what a list tells of the time before the program: rows marked `before_program`, and one line a source.

The opening line of a source is what was paid from it, so that its balance comes out as nothing in hand; each house gets
as much set aside as it was paid. A source from which payments are recorded here already without receipts goes on
without receipts. Opens no change.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.funding.drafts import SourceDraft
from app.funding.operations import write_source
from app.funding.queries import source_balances, source_for, sources
from app.journal.recording import Recorder
from app.lists.opening import OpeningPlan
from app.wording import lists_opening as words
from models.base import Recorded, new_id
from models.construction import Acceptance, StageRecord
from models.funding import Payment
from models.handover import Handover
from models.ledger import Allocation, Contribution
from models.support import Decision
from models.vocabulary import ContributionKind, SourceKind

_Rows = Iterator[tuple[type[Recorded], dict[str, object]]]


@dataclass(frozen=True)
class OpeningCase:
    """A case with what is to be written for it; category, head and work as they stand now go into the decision."""

    case_id: str
    plan: OpeningPlan
    work_type: str | None
    category: str | None
    head_name: str | None


def write_opening(recorder: Recorder, cases: Sequence[OpeningCase], added: dict[str, str]) -> None:
    """Write the opening rows of all cases; `added` are sources (code -> kind) to make where a row needs them."""
    named = {paid.source for one in cases for paid in one.plan.payments if paid.source}
    ids = _sources(recorder, named, added)
    batch = new_id()
    rows = [row for one in cases for row in _steps(recorder, one, batch)]
    recorder.record_many([*rows, *_money(recorder, cases, ids)])


def _sources(recorder: Recorder, named: set[str], added: dict[str, str]) -> dict[str, str]:
    """The ids of the sources by code; those that are not here are made."""
    home, session = recorder.home_stream(), recorder.session
    known = {one.code for one in sources(session)}
    for code in sorted(named - known):
        kind = added[code]
        write_source(session, SourceDraft(code, words.SOURCE_WORDS[kind][1], SourceKind(kind)), home)
    return {code: source_for(session, code, home).id for code in sorted(named)}


def _steps(recorder: Recorder, one: OpeningCase, batch: str) -> _Rows:
    common: dict[str, object] = {"case_id": one.case_id, "before_program": True}
    plan = one.plan
    if plan.decision is not None:
        number, day, amount = plan.decision
        yield (
            Decision,
            {
                **common,
                "office_code": recorder.author.office,
                "office_level": recorder.author.level.value,
                "number": number,
                "decided_on": day,
                "amount": amount,
                "work_type": one.work_type,
                "category": one.category,
                "head_name": one.head_name,
                "source_code": next((paid.source for paid in plan.payments if paid.source), None),
                "batch": batch,
            },
        )
    for stage, day in plan.stages:
        yield StageRecord, {**common, "stage": stage, "done_on": day}
    if plan.accepted is not None:
        yield Acceptance, {**common, "accepted_on": plan.accepted[0]}
    if plan.handed_over is not None:
        yield Handover, {**common, "handed_over_on": plan.handed_over[0]}


def _money(recorder: Recorder, cases: Sequence[OpeningCase], ids: dict[str, str]) -> _Rows:
    """Payments, what they were set aside from, and the opening line of each source."""
    balances = {one.id: one for one in source_balances(recorder.session, list(ids.values()))}
    untold = {one for one, found in balances.items() if not found.tracked and found.sums.paid}
    sums: dict[str, int] = defaultdict(int)
    for one in cases:
        of_case: dict[str, int] = defaultdict(int)
        for paid in one.plan.payments:
            source_id = ids[paid.source] if paid.source else None
            yield (
                Payment,
                {
                    "case_id": one.case_id,
                    "source_id": source_id,
                    "amount": paid.amount,
                    "instalment": paid.instalment,
                    "before_program": True,
                },
            )
            if source_id is not None and source_id not in untold:
                of_case[source_id] += paid.amount
        for source_id, amount in of_case.items():
            sums[source_id] += amount
            values = {"source_id": source_id, "amount": amount, "note": words.OPENING_SET_ASIDE}
            yield Allocation, {"case_id": one.case_id, "before_program": True, **values}
    for source_id, amount in sums.items():
        values = {"source_id": source_id, "amount": amount, "note": words.OPENING_LINE}
        yield Contribution, {"kind": ContributionKind.TRANSFER.value, "before_program": True, **values}
