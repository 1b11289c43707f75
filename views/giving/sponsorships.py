"""The tab "Đỡ đầu": who stands by which household, with what, how often they came and what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.giving.drafts import SponsorshipDraft, VisitDraft
from app.giving.facts import SponsorshipRow
from app.giving.operations import record_visit, save_sponsorship
from app.giving.queries import sponsorships
from app.giving.rules import check_sponsorship, check_visit
from app.giving.targets import households_to_help
from app.parsing import today
from app.problems import Problem
from app.wording import giving_pages as words
from views.giving import columns
from views.list_parts import add_button, orders_of, with_current
from views.page import Page, WorkFrame
from views.paged_table import Column
from views.row_source import RowSource
from views.rows_list import RowsList
from views.short_form import ShortForm, opened
from views.widgets.choice_edit import Choice, ChoiceEdit
from views.widgets.date_edit import DateEdit
from views.widgets.empty_state import EmptyState
from views.widgets.number_edits import PhoneEdit
from views.worklist import day_shown


def _period(row: SponsorshipRow) -> str:
    return " – ".join(filter(None, (day_shown(row.from_on), day_shown(row.to_on))))


COLUMNS: tuple[Column[SponsorshipRow], ...] = (
    columns.words("household", words.HOUSEHOLD, lambda row: row.household, 180),
    columns.words("helper", words.SPONSOR, lambda row: row.helper, 180, stretch=True),
    columns.words("unit", words.SPONSOR_UNIT_NAME, lambda row: row.helper_unit, 150),
    columns.words("content", words.CONTENT, lambda row: row.content, 160),
    columns.words("period", words.PERIOD, _period, 170),
    columns.count("visits", words.VISITS, lambda row: len(row.visits), 90),
    columns.day("last", words.LAST_VISIT, lambda row: row.visits[-1].visited_on if row.visits else None),
    columns.words("result", words.RESULT, lambda row: row.result, 130),
)


class SponsorshipForm(ShortForm):
    """Who stands by a household, new or as it stands, with its result."""

    def __init__(
        self,
        frame: WorkFrame,
        standing: SponsorshipRow | None,
        parent: QWidget | None = None,
        household_id: str | None = None,
    ) -> None:
        super().__init__(parent, words.SPONSOR_TITLE, words.SAVE)
        self.frame, self._standing = frame, standing
        one = standing
        self.household = ChoiceEdit(self._households(), width=320)
        self.helper, self.unit, self.content, self.outcome, self.note = (
            QLineEdit((getattr(one, name) or "") if one else "")
            for name in ("helper", "helper_unit", "content", "result", "note")
        )
        self.phone, self.start_on, self.end_on = PhoneEdit(), DateEdit(), DateEdit()
        known = one.household_id if one else household_id
        self.household.set_value(known)
        self.household.setEnabled(known is None)
        if one is not None:
            self.phone.set_value(one.phone)
            self.start_on.set_value(one.from_on)
            self.end_on.set_value(one.to_on)
        form = self.form
        form.add_field("household_id", words.HOUSEHOLD, self.household, required=True)
        form.add_field("helper", words.SPONSOR, self.helper, required=True)
        form.add_field("helper_unit", words.SPONSOR_UNIT_NAME, self.unit)
        form.add_field("phone", words.PHONE, self.phone)
        form.add_field("from_on", words.FROM_ON, self.start_on)
        form.add_field("to_on", words.TO_ON, self.end_on)
        form.add_field("content", words.CONTENT, self.content)
        form.add_field("result", words.RESULT, self.outcome)
        form.add_field("note", words.NOTE, self.note)

    def showEvent(self, event: QShowEvent) -> None:
        """The household is known already: typing begins with who stands by it."""
        super().showEvent(event)
        if not self.household.isEnabled():
            self.helper.setFocus(Qt.FocusReason.OtherFocusReason)

    def _households(self) -> list[Choice]:
        with self.frame.workspace.read() as session:
            found = households_to_help(session)
        return [Choice(one.id, f"{one.name} – {one.more}" if one.more else one.name) for one in found]

    def draft(self) -> SponsorshipDraft:
        """What the form says. Raises `Refused` when a field cannot be read."""
        one = self._standing
        return SponsorshipDraft(
            self.household.value() or "",
            self.helper.text().strip(),
            self.unit.text() or None,
            self.phone.value(),
            self.start_on.value(),
            self.end_on.value(),
            self.content.text() or None,
            self.outcome.text() or None,
            self.note.text() or None,
            one.id if one else None,
            one.version if one else None,
        )

    def problems(self) -> Sequence[Problem]:
        return check_sponsorship(self.draft())

    def carry_out(self) -> None:
        told = words.SAVED_SPONSOR.format(name=self.household.currentText())
        self.start(self.frame, partial(save_sponsorship, self.frame.workspace, self.draft()), words.SAVING, told)


class VisitForm(ShortForm):
    """A visit to the household."""

    def __init__(self, frame: WorkFrame, standing: SponsorshipRow, parent: QWidget | None = None) -> None:
        super().__init__(parent, words.VISIT_TITLE, words.SAVE)
        self.frame, self._standing = frame, standing
        self.day, self.note = DateEdit(), QLineEdit()
        self.day.set_value(today().isoformat())
        self.form.add_title(f"{standing.helper} – {standing.household}")
        self.form.add_field("visited_on", words.VISITED_ON, self.day, required=True)
        self.form.add_field("note", words.CONTENT, self.note)

    def draft(self) -> VisitDraft:
        """What the form says. Raises `Refused` when a field cannot be read."""
        return VisitDraft(self._standing.id, self.day.value() or "", self.note.text() or None)

    def problems(self) -> Sequence[Problem]:
        return check_visit(self.draft(), today().isoformat())

    def carry_out(self) -> None:
        told = words.SAVED_VISIT.format(name=self._standing.household)
        self.start(self.frame, partial(record_visit, self.frame.workspace, self.draft()), words.SAVING, told)


class SponsorshipsTab(Page):
    """Enter opens the form of the line in hand, with its result."""

    def __init__(self, frame: WorkFrame) -> None:
        super().__init__()
        self.frame = frame
        self.list = RowsList[SponsorshipRow](
            frame,
            RowSource(
                self._read,
                lambda row: row.id,
                ("sponsorship", "sponsor_visit", "household"),
                words=lambda row: " ".join(column.text(row) for column in COLUMNS),
                orders=orders_of(COLUMNS),
            ),
            COLUMNS,
            "giving.sponsorships",
            words.SPONSORS_TAB,
            words.SPONSOR_UNIT,
            EmptyState(words.EMPTY_SPONSORS, ((words.ADD_SPONSOR, self.add),), "household"),
        )
        edit = with_current(self.list, self.edit)
        add_button(self.list, words.EDIT_SPONSOR, edit)
        add_button(self.list, words.VISIT, with_current(self.list, self.visit))
        self.list.view.opened.connect(lambda _key: edit())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list)
        self.setFocusProxy(self.list)

    def _read(self) -> list[SponsorshipRow]:
        with self.frame.workspace.read() as session:
            return sponsorships(session)

    def add(self) -> None:
        """Somebody new stands by a household."""
        opened(SponsorshipForm(self.frame, None, self))

    def edit(self, row: SponsorshipRow) -> None:
        """As it stands, with its result."""
        opened(SponsorshipForm(self.frame, row, self))

    def visit(self, row: SponsorshipRow) -> None:
        """They came to see the household."""
        opened(VisitForm(self.frame, row, self))

    def forget(self, changes: object) -> None:
        self.list.forget(changes)
