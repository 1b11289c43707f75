"""The points to look at, each a pure function of a household's facts; where facts are missing nothing is flagged."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from app.documents.words import date_text, money_text
from app.flags.bounds import metres_outside
from app.flags.facts import Flag, HomeFacts
from app.flags.thresholds import threshold
from app.support.queries import CaseFacts, CaseState, PaymentRow
from app.wording import flags as words
from app.wording.vocabulary import CATEGORIES, POVERTY_LEVELS
from models.vietnamese import fold
from models.vocabulary import ExceptionCase, PovertyLevel, Stage, Status

#: The classes of poverty, the worst first.
_BETTER: dict[str, int] = {one.value: place for place, one in enumerate(PovertyLevel)}


def flags_of_home(home: HomeFacts) -> list[Flag]:
    """Every point of one household, the gravest kinds first."""
    return [one for rule in _RULES for one in rule(home)]


def _flag(home: HomeFacts, code: str, tab: str, facts: tuple[object, ...], **values: object) -> Flag:
    """A point of the household itself."""
    told = ":".join(str(one) for one in facts)
    text, advice = words.TEXTS[code].format(**values), words.ADVICE[code]
    return Flag(code, home.id, home.head_name, home.id, text, advice, tab, told)


def _case_flag(case: CaseFacts, code: str, tab: str, facts: tuple[object, ...], **values: object) -> Flag:
    """A point of one of its cases."""
    told = ":".join(str(one) for one in facts)
    text, advice = words.TEXTS[code].format(**values), words.ADVICE[code]
    return Flag(code, case.household_id, case.head_name, case.case_id, text, advice, tab, told, case.case_id)


def _day(text: str | None) -> str:
    return date_text(date.fromisoformat(text)) if text and len(text) == 10 else text or ""


def _days_between(first: str, last: str) -> int:
    return (date.fromisoformat(last) - date.fromisoformat(first)).days


# The building


def one_day_house(home: HomeFacts) -> Iterator[Flag]:
    """Built from start to acceptance in no more days than believable (an audit found plinth and roof a day apart)."""
    for case, state in home.cases:
        first, last = state.started_on, state.accepted_on
        if not first or not last or len(first) < 10 or len(last) < 10:
            continue
        most, took = threshold("one_day_house", last, state.work_type), _days_between(first, last)
        if most is not None and 0 <= took <= most:
            days = words.days_text(took)
            yield _case_flag(
                case, "one_day_house", "construction", (first, last), first=_day(first), last=_day(last), days=days
            )


def handed_over_without_acceptance(home: HomeFacts) -> Iterator[Flag]:
    """Handed over on paper, and no acceptance stands."""
    for case, state in home.cases:
        if state.handover is not None and state.acceptance is None:
            day = state.handed_over_on
            yield _case_flag(case, "completed_in_system_not_on_site", "handover", (state.handover.id,), day=_day(day))


# Money


def _paid(home: HomeFacts, state: CaseState) -> int:
    """What the house cost its sources so far, in đồng (app/funding/balances.py sums it)."""
    return home.paid.get(state.case_id, state.paid_amount)


def _instalments(case: CaseFacts) -> list[PaymentRow]:
    """The payments of aid that stand: those taken back are left out."""
    back = {one.reverses_id for one in case.payments}
    return [one for one in case.aid_payments if (one.amount or 0) > 0 and one.id not in back]


def _explained(case: CaseFacts) -> bool:
    """Whether somebody wrote why the newest standing payment, to the household or to a supplier, was made: that of an
    earlier one says nothing about it. Of one made before the program was used nobody could.
    """
    back = {one.reverses_id for one in case.aid_lines}
    standing = [one for one in case.aid_lines if (one.amount or 0) > 0 and one.id not in back]
    last = max(standing, key=lambda one: (one.paid_on or "", one.id), default=None)
    return last is not None and bool(last.reason or getattr(last, "before_program", None))


def paid_before_acceptance(home: HomeFacts) -> Iterator[Flag]:
    """All of the approved money is out and the house is not accepted, and nobody wrote why on what was paid last."""
    for case, state in home.cases:
        approved, paid = state.approved_amount, _paid(home, state)
        explained = _explained(case)
        if approved and paid >= approved and state.acceptance is None and state.handover is None and not explained:
            yield _case_flag(case, "full_payment_incomplete", "money", (paid, approved), paid=money_text(paid))


def second_payment_without_stage(home: HomeFacts) -> Iterator[Flag]:
    """A second payment before any stage of the building was recorded, and nobody wrote why on it.

    A stage done before the program was used, on a day nobody knows, came before every payment made since.
    """
    for case, state in home.cases:
        if _built_before(state):
            continue
        stages = [one.done_on for stage, one in state.stages.items() if stage is not Stage.START and one.done_on]
        first_stage = min([*stages, *filter(None, [state.accepted_on])], default=None)
        ordered = sorted(_instalments(case), key=lambda one: (one.paid_on or "", one.id))
        for place, payment in enumerate(ordered, start=1):
            number = payment.instalment or place
            late = first_stage is None or (payment.paid_on or "9999") < first_stage
            if number >= 2 and late and not (payment.reason or payment.before_program):
                amount = money_text(payment.amount or 0)
                facts = (payment.id, first_stage or "")
                yield _case_flag(case, "advance_without_start", "money", facts, number=number, amount=amount)
                break


def _built_before(state: CaseState) -> bool:
    """Whether a stage or the acceptance was taken over without its day."""
    rows = [one for stage, one in state.stages.items() if stage is not Stage.START]
    accepted = state.acceptance
    return any(not one.done_on for one in rows) or (accepted is not None and not accepted.accepted_on)


def overdue(home: HomeFacts) -> Iterator[Flag]:
    """So many months after the first payment and still not accepted."""
    for case, state in home.cases:
        days = [one.paid_on for one in _instalments(case) if one.paid_on and len(one.paid_on) == 10]
        if not days or state.acceptance is not None or state.handover is not None:
            continue
        first = min(days)
        most, took = threshold("overdue_12_months", home.day, state.work_type), _full_months(first, home.day)
        if most is not None and took >= most:
            yield _case_flag(case, "overdue_12_months", "construction", (first,), first=_day(first), months=took)


def _full_months(first: str, last: str) -> int:
    begun, now = date.fromisoformat(first), date.fromisoformat(last)
    return (now.year - begun.year) * 12 + now.month - begun.month - (now.day < begun.day)


def approved_and_unpaid(home: HomeFacts) -> Iterator[Flag]:
    """Approved so many days ago, on the road, not one payment."""
    for case, state in home.cases:
        decided = state.decision.decided_on if state.decision else None
        if not decided or len(decided) < 10 or state.off_road or state.done or _paid(home, state) > 0:
            continue
        most, took = threshold("tranche_not_claimed", decided, state.work_type), _days_between(decided, home.day)
        if most is not None and took > most and state.status is not Status.HANDED_OVER:
            amount = money_text(state.approved_amount or 0)
            facts = (decided, state.approved_amount)
            yield _case_flag(case, "tranche_not_claimed", "money", facts, day=_day(decided), days=took, amount=amount)


# People


def young_head(home: HomeFacts) -> Iterator[Flag]:
    """A head who was certainly under age when the house was decided; an orphan with a guardian is likely in order."""
    for case, state in home.cases:
        day = (state.decision.decided_on if state.decision else None) or case.registered_on or home.day
        age, least = _age(home.birth, day), threshold("minor_as_beneficiary", day)
        if age is None or least is None or age >= least:
            continue
        if home.guardian:
            text, advice = words.YOUNG_WITH_GUARDIAN.format(age=age, guardian=home.guardian), words.ADVICE_GUARDIAN
            facts = f"{home.birth}:{fold(home.guardian)}"
            yield Flag(
                "minor_as_beneficiary", home.id, home.head_name, home.id, text, advice, "household", facts, mild=True
            )
        else:
            yield _flag(home, "minor_as_beneficiary", "household", (home.birth,), age=age)
        return


def _age(birth: str | None, day: str) -> int | None:
    """Full years; of a year alone the greatest that is possible."""
    if not birth or len(day) < 10:
        return None
    return int(day[:4]) - int(birth[:4]) - (len(birth) == 10 and day[5:] < birth[5:])


def supported_twice(home: HomeFacts) -> Iterator[Flag]:
    """The household itself was helped in two programmes or years."""
    own = [one for one in home.given if not one.person]
    if len(own) > 1:
        told = words.supports_text([(one.programme, one.year, "") for one in own])
        yield _flag(home, "paid_already_had_house", "support", tuple(one.case_id for one in own), given=told)


def person_supported_twice(home: HomeFacts) -> Iterator[Flag]:
    """A person of the household was helped with another household too."""
    others = [one for one in home.given if one.person]
    own = [one for one in home.given if not one.person]
    if not others or not own:
        return
    given = sorted([*own, *others], key=lambda one: one.case_id)
    if min(given, key=lambda one: one.household_id).household_id != home.id:
        return  # said once, at the first of the households
    told = words.supports_text([(one.programme, one.year, one.head_name) for one in given])
    number = words.number_end(others[0].person)
    found = _flag(
        home, "person_supported_twice", "household", tuple(one.case_id for one in given), given=told, number=number
    )
    yield Flag(**{**vars(found), "others": tuple(dict.fromkeys(one.household_id for one in others))})


def shared_account(home: HomeFacts) -> Iterator[Flag]:
    """One account number on several households; said once, at the first of them."""
    if not home.sharers or min(home.sharers) < home.id:
        return
    together = {home.id: home.head_name, **home.sharers}
    heads = words.heads_text([together[one] for one in sorted(together)])
    facts = (home.bank_account, *sorted(together))
    found = _flag(
        home, "wrong_bank_account", "household", facts, account=home.bank_account, count=len(together), heads=heads
    )
    yield Flag(**{**vars(found), "others": tuple(sorted(home.sharers))})


def other_holder(home: HomeFacts) -> Iterator[Flag]:
    """The account is not the head's; a person of the household or the guardian is likely in order."""
    holder = home.bank_holder
    if not holder or not home.cases or fold(holder) == fold(home.head_name):
        return
    known = {fold(one) for one in (*home.people, home.guardian or "") if one}
    text = words.HOLDER_KNOWN if fold(holder) in known else words.TEXTS["other_account_holder"]
    yield Flag(
        "other_account_holder",
        home.id,
        home.head_name,
        home.id,
        text.format(holder=holder),
        words.ADVICE["other_account_holder"],
        "household",
        f"{fold(holder)}:{fold(home.head_name)}",
        mild=fold(holder) in known,
    )


def escaped_in_mid_course(home: HomeFacts) -> Iterator[Flag]:
    """Decided as poor or near-poor, better off by a later year's class, and the house is not done (X14).

    The group of the decision stays; whether the support does is for the programme. Near-poor is likely in order.
    """
    year = max((one for one, level in home.levels.items() if level in _BETTER), default=None)
    for case, state in home.cases:
        decision = state.decision
        noted = any(one.kind == ExceptionCase.ESCAPED_POVERTY for one in state.notes)
        if decision is None or year is None or state.off_road or state.done or state.handover or noted:
            continue
        then, now = decision.category or "", home.levels[year] or ""
        if year <= int((decision.decided_on or "9999")[:4]) or _BETTER[now] <= _BETTER.get(then, len(_BETTER)):
            continue
        told = {"then": CATEGORIES[then].lower(), "year": year, "now": POVERTY_LEVELS[now].lower()}
        found = _case_flag(case, "escaped_in_mid_course", "support", (decision.id, year, now), **told)
        yield Flag(**{**vars(found), "mild": now == PovertyLevel.NEAR_POOR})


# The place, and what people say


def far_away(home: HomeFacts) -> Iterator[Flag]:
    """The survey's place is outside the commune, where the commune's box is known."""
    metres = metres_outside(home.commune, home.latitude, home.longitude)
    most = threshold("geotag_far_away", home.day)
    if metres is not None and most is not None and metres > most:
        facts = (home.latitude, home.longitude, home.commune)
        yield _flag(home, "geotag_far_away", "condition", facts, far=words.distance_text(metres))


def open_remarks(home: HomeFacts) -> Iterator[Flag]:
    """A remark on the house that nobody has answered."""
    for case, _ in home.cases:
        for remark in case.remarks:
            if not remark.answered_on:
                content = words.short_text(remark.content or "")
                facts = (remark.id, remark.content or "", remark.rechecked_on or "")
                day = _day(remark.received_on)
                yield _case_flag(case, "grievance_loop", "support", facts, day=day, content=content)


_RULES: tuple[Callable[[HomeFacts], Iterator[Flag]], ...] = (
    paid_before_acceptance,
    second_payment_without_stage,
    handed_over_without_acceptance,
    one_day_house,
    supported_twice,
    person_supported_twice,
    shared_account,
    other_holder,
    young_head,
    far_away,
    overdue,
    approved_and_unpaid,
    escaped_in_mid_course,
    open_remarks,
)
