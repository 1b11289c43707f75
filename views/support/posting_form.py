"""The short forms of public posting: a new list with the days it hangs, and its end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from app.outlook import Outlook, look_ahead
from app.parsing import today
from app.problems import Problem, Refused
from app.reports.worklists import CaseRow
from app.review.drafts import PostingDraft
from app.review.posting_operations import end_posting, save_posting
from app.review.posting_rules import check_end, check_posted, check_posting
from app.review.queries import PostingLine
from app.support.queries import CaseFacts
from app.wording import review_pages as words
from views import style
from views.page import WorkFrame
from views.short_form import ShortForm
from views.support.calendar_strip import CalendarStrip, opens_sentence, strip_days
from views.widgets.choice_edit import Choice, ChoiceEdit
from views.widgets.date_edit import DateEdit
from views.widgets.number_edits import CountEdit
from views.widgets.outlook_box import OutlookBox
from views.widgets.parsed_edit import ParsedEdit

_WORKING, _CALENDAR = "working_days", "days"


def line_edit(width: int = 0, hint: str = "") -> ParsedEdit[str]:
    """A line of free text in a short form."""
    return ParsedEdit(lambda text: text.strip() or None, str, width=width, placeholder=hint)


class _Length(QWidget):
    """How many days, and which days count, side by side."""

    def __init__(self, days: CountEdit, counting: ChoiceEdit) -> None:
        super().__init__()
        self._days = days
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(days)
        row.addWidget(counting)
        row.addStretch(1)
        days.setAccessibleName(words.DAYS)
        counting.setAccessibleName(words.COUNTING)
        self.setFocusProxy(days)

    def problems(self) -> list[Problem]:
        """Why the number of days cannot be read."""
        return self._days.problems()


class PostingForm(ShortForm):
    """Which houses are posted, from when, where and how long; says at once from which day they can be submitted."""

    def __init__(self, frame: WorkFrame, rows: Sequence[CaseRow], parent: QWidget | None = None) -> None:
        super().__init__(parent, words.MAKE_POSTING, words.posting_confirm(len(rows)))
        self.frame = frame
        self._cases = [row.facts for row in rows if row.case_id is not None]
        programme = self._cases[0].programme if self._cases else None
        self._programme_id = programme.id if programme else frame.programme
        self.posted_on, self.days = DateEdit(), CountEdit()
        self.posted_on.set_value(today().isoformat())
        self.counting = ChoiceEdit([Choice(_WORKING, words.WORKING), Choice(_CALENDAR, words.CALENDAR)], width=160)
        self.place, self.criteria = line_edit(), line_edit()
        self.poster, self.witness = line_edit(300), line_edit(300)
        self.reason = line_edit(hint=words.REASON_BELOW_HINT)
        self.strip, self.sentence, self.box = CalendarStrip(), QLabel(), OutlookBox()
        style.follow_scale(self.sentence, lambda: self.sentence.setFont(style.font(strong=True)))
        days, working = programme.posting_length(today().isoformat()) if programme else (None, True)
        self.days.set_value(days)
        self.counting.set_value(_WORKING if working else _CALENDAR)
        self._lay_out()
        self.outlook = Outlook()
        self.preview()

    def _lay_out(self) -> None:
        form = self.form
        form.add_field("posted_on", words.POSTED_ON, self.posted_on, required=True)
        form.add_field("days", words.DAYS, _Length(self.days, self.counting), required=True)
        form.add_field("place", words.POSTING_PLACE, self.place, required=True)
        form.add_field("criteria", words.CRITERIA, self.criteria)
        form.add_field("poster", words.POSTER, self.poster)
        form.add_field("witness", words.WITNESS, self.witness)
        form.add_field("reason", words.REASON_BELOW, self.reason)
        for widget in (self.strip, self.sentence, self.box):
            self.add_below(widget)
        for field in (self.posted_on, self.days, self.counting, self.place, self.criteria, self.reason):
            field.changed.connect(self.preview)
        for text in (self.posted_on, self.days):
            text.textEdited.connect(lambda _: self._show_days())

    @property
    def _by_working_days(self) -> bool:
        return self.counting.value() != _CALENDAR

    def draft(self) -> PostingDraft:
        """What the form says. Raises `Refused` when a field cannot be read."""
        reason = self.reason.value()
        return PostingDraft(
            self.posted_on.value() or "",
            self.place.value() or "",
            tuple(one.case_id for one in self._cases),
            self._programme_id,
            self.days.value(),
            self._by_working_days,
            self.criteria.value(),
            self.poster.value(),
            self.witness.value(),
            reasons={one.case_id: reason for one in self._cases} if reason else {},
        )

    def _show_days(self) -> None:
        """The strip follows what is typed, as soon as it can be counted."""
        try:
            found = strip_days(self.posted_on.value(), self.days.value(), self._by_working_days)
        except Refused:
            found = []
        self.strip.show_days(found)
        self.sentence.setText(opens_sentence(found))

    def preview(self) -> None:
        """Say which houses can be posted as the form stands."""
        self._show_days()
        if self.marks.unreadable():
            return
        draft = self.draft()
        self.outlook = look_ahead(self._cases, partial(check_posted, draft), check_posting(draft, today().isoformat()))
        self.box.show_outlook(self.outlook)
        self.confirm.setText(words.posting_confirm(len(self.outlook.ready)))
        self.confirm.setEnabled(bool(self.outlook.ready))

    def problems(self) -> Sequence[Problem]:
        self.preview()
        return self.outlook.form

    def carry_out(self) -> None:
        ready = tuple(one.case_id for one in self.outlook.ready)
        draft = self.draft()
        reasons = {case: reason for case, reason in draft.reasons.items() if case in self._below(self.outlook.ready)}
        draft = replace(draft, case_ids=ready, reasons=reasons)
        start = words.day_text(self.strip.days[-1].day) if self.strip.days else ""
        told = words.posted_text(len(ready), start)
        self.start(self.frame, partial(save_posting, self.frame.workspace, draft), words.POSTING, told)

    def _below(self, cases: Sequence[CaseFacts]) -> frozenset[str]:
        """The houses that need the reason: without it they could not be posted."""
        bare = replace(self.draft(), reasons={})
        return frozenset(
            one.case_id
            for one in cases
            if any(found.code == "posted_without_vote" for found in check_posted(bare, one))
        )


class EndForm(ShortForm):
    """A list was taken down after its last day."""

    def __init__(self, frame: WorkFrame, line: PostingLine, parent: QWidget | None = None) -> None:
        super().__init__(parent, words.CLOSE_TITLE, words.CLOSE_TITLE)
        self.frame, self._line = frame, line
        self.closed_on, self.witness = DateEdit(), line_edit(300)
        self.closed_on.set_value(today().isoformat())
        self.form.add_field("closed_on", words.CLOSED_ON, self.closed_on, required=True)
        self.form.add_field("witness", words.WITNESS, self.witness)

    def problems(self) -> Sequence[Problem]:
        line = self._line
        return check_end(line.posted_on, line.days, line.working_days, self.closed_on.value() or "")

    def carry_out(self) -> None:
        operation = partial(
            end_posting, self.frame.workspace, self._line.id, self.closed_on.value() or "", self.witness.value()
        )
        self.start(self.frame, operation, words.CLOSE_TITLE, words.POSTING_CLOSED)
