"""What opening figures of a list add to a case ("Số liệu đầu kỳ"), planned before anything is written. Pure functions.

Steps that must have come before what the list tells are taken over without a day, marked `before_program`; a step that
is here already stays as it is, and where the list says otherwise that is told. Amounts in đồng, days as ISO text.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache

from app.documents.words import date_text, whole_text
from app.funding.queries import SourceRow
from app.lists.fields import Field
from app.lists.headings import heading_label
from app.lists.opening_values import OpeningFigures
from app.lists.vocabulary import same_word
from app.problems import Problem
from app.support.queries import CaseFacts, case_state
from app.wording import lists_opening as words
from models.vocabulary import SourceKind, Stage

ACCEPTED, HANDED_OVER = "accepted", "handed_over"
_STAGES = tuple(one.value for one in Stage)
_FIELD_OF = {
    Stage.START.value: Field.STARTED_ON,
    Stage.FOUNDATION.value: Field.FOUNDATION_ON,
    Stage.FRAME_WALL.value: Field.FRAME_WALL_ON,
    Stage.ROOF.value: Field.ROOF_ON,
    Stage.FINISH.value: Field.FINISHED_ON,
    ACCEPTED: Field.ACCEPTED_ON,
    HANDED_OVER: Field.HANDED_OVER_ON,
}


@dataclass(frozen=True)
class PaidBefore:
    """Money paid from one source (a code; None: the list does not tell)."""

    source: str | None
    amount: int
    instalment: int | None = None


@dataclass(frozen=True)
class OpeningPlan:
    """What is to be written for one case. `stages` with their days, None where no day is known.

    `accepted` and `handed_over` are None where there is nothing to write, else a tuple of the day that may be unknown.
    """

    decision: tuple[str | None, str | None, int] | None = None
    stages: tuple[tuple[str, str | None], ...] = ()
    accepted: tuple[str | None] | None = None
    handed_over: tuple[str | None] | None = None
    payments: tuple[PaidBefore, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether nothing is to be written."""
        return self == OpeningPlan(problems=self.problems)


@dataclass(frozen=True)
class OpeningSums:
    """What a list takes over in all: houses decided, begun and handed over, and the money. Amounts in đồng."""

    decided: int
    approved: int
    started: int
    handed_over: int
    paid: int


def opening_sums(plans: Iterable[OpeningPlan]) -> OpeningSums | None:
    """The sums of all rows; None where nothing is taken over."""
    found = list(plans)
    if not found:
        return None
    return OpeningSums(
        decided=sum(1 for one in found if one.decision),
        approved=sum(one.decision[2] for one in found if one.decision),
        started=sum(1 for one in found if one.stages),
        handed_over=sum(1 for one in found if one.handed_over),
        paid=sum(paid.amount for one in found for paid in one.payments),
    )


@dataclass
class Sources:
    """The sources of money by what lists call them, growing with those that a list brings (`added`: code -> kind)."""

    known: Sequence[SourceRow]
    chosen: str | None = None
    added: dict[str, str] = field(default_factory=dict)

    def of_text(self, text: str) -> str | None:
        """The code of the source a text names: its code or name, else the only one of its kind, else one to add."""
        bare = same_word(text)
        named = [one.code for one in self.known if bare in (same_word(one.code), same_word(one.name))]
        if named:
            return named[0]
        kind = _kinds().get(bare)
        return self.of_kind(kind) if kind else None

    def of_kind(self, kind: str) -> str:
        """The code of the only source of a kind here, else of the one to add for it."""
        here = [one.code for one in self.known if one.kind == kind]
        code = words.SOURCE_WORDS[kind][0]
        if here:
            return code if code in here else here[0]
        self.added[code] = kind
        return code

    def unsaid(self) -> str | None:
        """The source of a row that names none: the chosen one, else the office's only one."""
        aid = [one.code for one in self.known if one.kind not in (SourceKind.HOUSEHOLD, SourceKind.BANK_LOAN)]
        return self.chosen or (aid[0] if len(aid) == 1 else None)


@cache
def _kinds() -> dict[str, str]:
    return {same_word(text): kind for kind, (_, _, texts) in words.SOURCE_WORDS.items() for text in texts}


def opening_plan(figures: OpeningFigures, facts: CaseFacts | None, amount: int | None, sources: Sources) -> OpeningPlan:
    """What a row adds to a case (`facts` None: a new one). `amount` is the support asked for in the same row."""
    steps, built = dict(figures.steps), figures.begun
    plan = OpeningPlan()
    approved = figures.approved_amount or (amount if figures.decided or built else None)
    known_decision = facts is not None and case_state(facts).decision is not None
    if not known_decision and approved:
        plan = replace(plan, decision=(figures.decision_number, figures.decided_on, approved))
    elif not known_decision and built:
        plan = _told(plan, Problem(Field.APPROVED_AMOUNT.value, "opening_no_amount", warning=True))
    plan = _with_steps(plan, steps, facts)
    if figures.parts:
        plan = _with_payments(plan, figures, facts, sources)
    return plan if facts is None else _told(plan, *_differences(figures, facts))


def _told(plan: OpeningPlan, *problems: Problem) -> OpeningPlan:
    return replace(plan, problems=(*plan.problems, *problems))


def _with_steps(plan: OpeningPlan, steps: Mapping[str, str | None], facts: CaseFacts | None) -> OpeningPlan:
    """The steps told, and those that cannot but have come before them: the start and the acceptance."""
    state = case_state(facts) if facts else None
    wanted = dict(steps)
    if HANDED_OVER in wanted:
        wanted.setdefault(ACCEPTED, None)
    if wanted:
        wanted.setdefault(Stage.START.value, None)
    here: Collection[str] = {one.value for one in state.stages} if state else ()
    stages = tuple((one, wanted[one]) for one in _STAGES if one in wanted and one not in here)
    accepted = state is not None and state.acceptance is not None
    handed_over = state is not None and state.handover is not None
    return replace(
        plan,
        stages=stages,
        accepted=(wanted[ACCEPTED],) if ACCEPTED in wanted and not accepted else None,
        handed_over=(wanted[HANDED_OVER],) if HANDED_OVER in wanted and not handed_over else None,
    )


def _with_payments(
    plan: OpeningPlan, figures: OpeningFigures, facts: CaseFacts | None, sources: Sources
) -> OpeningPlan:
    """What was paid, where nothing is recorded as paid yet."""
    if facts is not None and facts.payments:
        return plan
    if figures.source:
        code = sources.of_text(figures.source)
        if code is None:
            problem = Problem(Field.SOURCES.value, "opening_source_unknown", {"text": figures.source})
            return _told(plan, problem)
        return replace(plan, payments=_from_one(figures, code))
    told = sum(amount for _, amount in figures.sources)
    if len(figures.sources) == 1:
        return replace(plan, payments=_from_one(figures, sources.of_kind(figures.sources[0][0])))
    if told == figures.paid:
        return replace(plan, payments=_by_source(figures, sources))
    if figures.sources:
        values = {"total": whole_text(figures.paid), "parts": whole_text(told)}
        plan = _told(plan, Problem(Field.PAID.value, "opening_sources_unclear", values, warning=True))
        return replace(plan, payments=_from_one(figures, None))
    return replace(plan, payments=_from_one(figures, sources.unsaid()))


def _from_one(figures: OpeningFigures, code: str | None) -> tuple[PaidBefore, ...]:
    return tuple(PaidBefore(code, amount, number) for number, amount in figures.parts)


def _by_source(figures: OpeningFigures, sources: Sources) -> tuple[PaidBefore, ...]:
    """By source; of several instalments nobody says which source paid which."""
    number = figures.parts[0][0] if len(figures.parts) == 1 else None
    return tuple(PaidBefore(sources.of_kind(kind), amount, number) for kind, amount in figures.sources)


def _differences(figures: OpeningFigures, facts: CaseFacts) -> Iterator[Problem]:
    """Where the list says otherwise than what is recorded: what is here stays."""
    state = case_state(facts)
    here: dict[str, str | None] = {stage.value: row.done_on for stage, row in state.stages.items()}
    if state.acceptance is not None:
        here[ACCEPTED] = state.accepted_on
    if state.handover is not None:
        here[HANDED_OVER] = state.handed_over_on
    for step, day in figures.steps:
        if day and here.get(step) and here[step] != day and step in _FIELD_OF:
            yield _step_differs(_FIELD_OF[step], _shown(day), _shown(here[step] or ""))
    decision = state.decision
    if decision is not None:
        pairs = (
            (Field.DECISION_NUMBER, figures.decision_number, decision.number),
            (Field.DECISION_DATE, figures.decided_on, decision.decided_on),
            (Field.APPROVED_AMOUNT, figures.approved_amount, decision.amount),
        )
        for name, listed, known in pairs:
            if listed and known and listed != known:
                yield _step_differs(name, _shown(listed), _shown(known))
    if figures.parts and facts.payments and figures.paid != state.paid_amount:
        values = {"listed": whole_text(figures.paid), "here": whole_text(state.paid_amount)}
        yield Problem(Field.PAID.value, "opening_paid_differs", values, warning=True)


def _step_differs(name: Field, listed: str, here: str) -> Problem:
    values = {"label": heading_label(name), "listed": listed, "here": here}
    return Problem(name.value, "opening_step_differs", values, warning=True)


def _shown(value: str | int) -> str:
    if isinstance(value, int):
        return whole_text(value)
    try:
        return date_text(date.fromisoformat(value))
    except ValueError:
        return value
