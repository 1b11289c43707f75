"""What the dossier tells of a house before its decision: the road to the submission, eligibility, exceptions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QLineEdit, QWidget

from app.documents.words import money_text
from app.parsing import today
from app.problems import Problem
from app.reports.worklists import CaseRow
from app.review.eligibility_criteria import Outcome
from app.review.eligibility_operations import keep_reasons
from app.review.eligibility_queries import verdicts
from app.review.eligibility_rules import Finding, Verdict
from app.review.posting_rules import end_of
from app.review.queries import RemarkLine, remarks
from app.support.facts import ExceptionRow, PostedRow, SubmittedRow, VoteRow
from app.support.standing import recorded_steps
from app.wording import construction, eligibility, support, vocabulary
from app.wording import review_pages as words
from app.wording.review import vote_text
from app.wording.worklists import BEFORE_PROGRAM
from views import style
from views.case_panel import Block
from views.page import WorkFrame
from views.short_form import ShortForm, opened
from views.widgets.form import quiet_label
from views.worklist import day_shown


def road_block(row: CaseRow, exception: Callable[[], object]) -> Block:
    """Survey, votes, postings and submissions as recorded; a step that the programme asks for and nobody recorded."""
    facts = row.facts
    block = Block(words.ROAD)
    if row.case_id is None:
        block.add_line(support.NO_CASE, quiet=True)
        return block
    block.add_head_button(words.RECORD_EXCEPTION, exception)
    if facts.follows_id:
        block.add_line(words.FOLLOWS_LINE)
    if facts.surveyed_on:
        block.add_line(words.SURVEYED_LINE.format(day=day_shown(facts.surveyed_on)))
    for vote in facts.votes:
        _tell_vote(block, vote)
    for posted in facts.posted:
        _tell_posting(block, posted)
    for submitted in facts.submitted:
        _tell_submission(block, submitted)
    recorded = recorded_steps(facts)
    asked = facts.programme.required_steps(today().isoformat()) if facts.programme else ()
    for step in sorted(asked, key=_place_on_road):
        if step not in recorded:
            name = support.step_text(step)
            line = words.STEP_BEFORE if _decided_before(row) else words.STEP_MISSING
            block.add_line(line.format(step=name[:1].upper() + name[1:], before=BEFORE_PROGRAM), quiet=True)
    for one in [*([row.state.exception] if row.state.exception else []), *row.state.notes]:
        _tell_exception(block, one, holds=one is row.state.exception)
    return block


def _decided_before(row: CaseRow) -> bool:
    """Whether the decision was taken over: what came before it happened before the program was used."""
    return row.state.decision is not None and bool(row.state.decision.before_program)


def _place_on_road(step: str) -> int:
    """Steps follow each other as in the vocabulary; one of a newer version comes last."""
    known = list(vocabulary.STEPS)
    return known.index(step) if step in known else len(known)


def _tell_vote(block: Block, vote: VoteRow) -> None:
    result = vote_text(vote.agree or 0, vote.present or 0, vote.threshold)
    result = words.RANKED.format(rank=vote.rank, line=result) if vote.rank else result
    line = words.VOTE_LINE.format(day=day_shown(vote.held_on), result=result)
    block.add_line(f"{line} · {vote.note}" if vote.note else line)


def _tell_posting(block: Block, posted: PostedRow) -> None:
    end = end_of(posted)
    state = words.UNTIL_DAY.format(end=day_shown(end)) if end else posted.place or ""
    line = words.POSTED_LINE.format(day=day_shown(posted.posted_on), state=state)
    block.add_line(f"{line} · {posted.reason}" if posted.reason else line)


def _tell_submission(block: Block, one: SubmittedRow) -> None:
    amount = money_text(one.amount) if one.amount else ""
    number = one.number or words.TRIAL_NUMBER
    line = words.SUBMITTED_LINE.format(number=number, day=day_shown(one.submitted_on), amount=amount)
    back = words.SUBMISSION_RETURNED.format(day=day_shown(one.returned_on)) if one.returned_on else ""
    block.add_line(f"{line} · {back}" if back else line, quiet=bool(back))


def _tell_exception(block: Block, one: ExceptionRow, *, holds: bool) -> None:
    name = vocabulary.EXCEPTIONS.get(one.kind or "", "")
    day, reason = day_shown(one.happened_on), support.why_text(one.reason, one.receiver)
    block.add_line(support.EXCEPTION_LINE.format(name=name, day=day, reason=reason), warning=holds)
    if one.review_on:
        block.add_line(construction.REVIEW_LINE.format(day=day_shown(one.review_on)), quiet=True)


def remarks_of(frame: WorkFrame, case_id: str) -> list[RemarkLine]:
    """The remarks on one house."""
    with frame.workspace.read() as session:
        return remarks(session, case_id=case_id)


# Eligibility


def _fit(field: QLineEdit) -> None:
    field.setMinimumHeight(style.px(28))


def eligibility_block(frame: WorkFrame, page: QWidget, case_id: str) -> Block | None:
    """Each criterion with what was looked at, its source and what would change it; None where there is no criterion."""
    with frame.workspace.read() as session:
        verdict = verdicts(session, [case_id]).get(case_id)
    if verdict is None or not verdict.findings:
        return None
    block = Block(eligibility.TITLE)
    if verdict.unexplained:
        block.add_head_button(words.EXPLAIN, lambda: opened(ReasonForm(frame, verdict, page)))
    for one in verdict.findings:
        _tell_finding(block, one)
    return block


def _tell_finding(block: Block, one: Finding) -> None:
    met = one.outcome is Outcome.MET
    said = words.FINDING.format(outcome=eligibility.OUTCOMES[one.outcome.value], asked=one.asked, found=one.looked_at)
    block.add_line(said, warning=not met and not one.reason)
    source = eligibility.SOURCE.format(source=one.source) if one.source else eligibility.NO_SOURCE
    change = "" if met else one.change
    reason = eligibility.LET_GO_ON.format(reason=one.reason) if one.reason else ""
    block.add_line(" · ".join(filter(None, (change, reason, source))), quiet=True)


class ReasonForm(ShortForm):
    """Why a house goes on although criteria are not met or not known; one reason, or one for each."""

    def __init__(self, frame: WorkFrame, verdict: Verdict, parent: QWidget | None = None) -> None:
        super().__init__(parent, words.EXPLAIN_TITLE, words.EXPLAIN_TITLE)
        self.frame, self._verdict = frame, verdict
        self.reasons: list[tuple[Finding, QLineEdit]] = []
        for number, one in enumerate(verdict.unexplained):
            told = quiet_label(f"{eligibility.OUTCOMES[one.outcome.value]}: {one.asked}")
            told.setWordWrap(True)
            field = QLineEdit()
            style.follow_scale(field, partial(_fit, field))
            self.form.add_widget(told)
            self.form.add_field(f"reason.{number}", words.REASON, field)
            self.reasons.append((one, field))

    def problems(self) -> Sequence[Problem]:
        typed = any(field.text().strip() for _, field in self.reasons)
        return [] if typed else [Problem("reason.0", "reason_missing")]

    def carry_out(self) -> None:
        said = {one.criterion.text: field.text() for one, field in self.reasons if field.text().strip()}
        operation = partial(keep_reasons, self.frame.workspace, self._verdict.case_id, said)
        self.start(self.frame, operation, words.EXPLAIN_TITLE, words.EXPLAINED)
