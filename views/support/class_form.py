"""The poverty class of one household in one year: the short form, and the block of the dossier with all its years."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from app.households.queries import household_draft
from app.parsing import today
from app.problems import Problem
from app.review.drafts import PovertyDraft
from app.review.poverty_operations import save_poverty_classes
from app.review.poverty_rules import check_poverty, event_in
from app.review.poverty_standards import standard_named, standards
from app.review.queries import ClassRow, classes_of, indicators, poverty_draft, standard_of
from app.wording import poverty_pages as words
from app.wording.vocabulary import POVERTY_LEVELS
from views import style
from views.case_panel import Block
from views.doing import do
from views.page import WorkFrame
from views.short_form import ShortForm, opened
from views.support.posting_form import line_edit
from views.widgets.choice_edit import Choice, ChoiceEdit
from views.widgets.date_edit import DateEdit
from views.widgets.form import quiet_label
from views.widgets.number_edits import CountEdit
from views.worklist import day_shown

_TWO = 2


class ClassForm(ShortForm):
    """A year that is recorded already comes with what is recorded; another year is a new class."""

    def __init__(
        self, frame: WorkFrame, household_id: str, head_name: str, year: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, words.FORM_TITLE, words.FORM_TITLE)
        self.frame, self._household, self._head = frame, household_id, head_name
        self.year = CountEdit()
        self.level = ChoiceEdit([Choice(*pair) for pair in POVERTY_LEVELS.items()], width=220)
        self.standard = ChoiceEdit([Choice(one.code, one.name) for one in standards()], width=300)
        self.standard.field.setPlaceholderText(words.BY_YEAR)
        self.certificate, self.certified_on = line_edit(180), DateEdit()
        self.force = QCheckBox(words.FORCE_MAJEURE_BOX)
        self.cause, self.note = line_edit(), line_edit()
        self.b1, self.b2 = CountEdit(), CountEdit()
        self.boxes = {one.code: QCheckBox(one.name) for one in indicators()}
        self._lay_out()
        self.year.set_value(year)
        self._recorded = self._show_year(year)
        self.year.changed.connect(self._year_changed)

    def _lay_out(self) -> None:
        form = self.form
        form.add_field("year", words.YEAR, self.year, required=True)
        form.add_field("level", words.KIND, self.level, required=True)
        form.add_field("standard", words.STANDARD, self.standard)
        form.add_field("certificate", words.CERTIFICATE, self.certificate)
        form.add_field("certified_on", words.CERTIFIED_ON, self.certified_on)
        form.add_marked("force_majeure", self.force)
        form.add_field("cause", words.CAUSE, self.cause)
        form.add_field("b1", words.B1, self.b1)
        form.add_field("b2", words.B2, self.b2)
        form.add_widget(quiet_label(words.INDICATORS))
        grid_of = QWidget()
        grid = QGridLayout(grid_of)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(style.px(2))
        for place, box in enumerate(self.boxes.values()):
            grid.addWidget(box, place // _TWO, place % _TWO)
        form.add_marked("indicators", grid_of)
        form.add_field("note", words.NOTE, self.note)

    def _show_year(self, year: int) -> PovertyDraft:
        """Put what is recorded of a year into the fields."""
        with self.frame.workspace.read() as session:
            draft = poverty_draft(session, self._household, year)
        self.level.set_value(draft.level if draft.id else None)
        used = standard_of(year)
        self.standard.set_value(draft.standard or (used.code if used else None))
        self.certificate.set_value(draft.certificate)
        self.certified_on.set_value(draft.certified_on)
        self.force.setChecked(bool(draft.force_majeure))
        self.cause.set_value(draft.cause)
        self.b1.set_value(draft.b1)
        self.b2.set_value(draft.b2)
        for code, box in self.boxes.items():
            box.setChecked(code in draft.indicators)
        self.note.set_value(draft.note)
        return draft

    def _year_changed(self) -> None:
        year = None if self.marks.unreadable() else self.year.value()
        if year is not None and year != self._recorded.year:
            self._recorded = self._show_year(year)

    def draft(self) -> PovertyDraft:
        """What the form says. Raises `Refused` when a field cannot be read."""
        marked = self.force.isChecked()
        return PovertyDraft(
            self._household,
            self.year.value() or 0,
            self.level.value() or "",
            self.standard.value(),
            self.certificate.value(),
            self.certified_on.value(),
            marked if marked or self._recorded.force_majeure is not None else None,
            self.cause.value(),
            self.b1.value(),
            self.b2.value(),
            tuple(code for code, box in self.boxes.items() if box.isChecked()),
            self.note.value(),
            self._recorded.id,
            self._recorded.version,
        )

    def problems(self) -> Sequence[Problem]:
        draft = self.draft()
        found = check_poverty(draft, self._head, today().isoformat())
        if draft.level:
            return found
        return [Problem("level", "poverty_level_not_chosen"), *(one for one in found if one.field != "level")]

    def carry_out(self) -> None:
        draft = self.draft()
        told = words.SAVED_ONE.format(year=draft.year, name=self._head)
        self.start(self.frame, partial(save_poverty_classes, self.frame.workspace, [draft]), words.SAVING, told)


def classes_block(frame: WorkFrame, page: QWidget, household_id: str) -> Block:
    """The classes of a household by year, the newest first: standard, certificate, what it says against the last."""
    with frame.workspace.read() as session:
        rows, head_name = classes_of(session, household_id), household_draft(session, household_id).head_name or ""
    block = Block(words.BLOCK)
    newest = today().year
    block.add_head_button(words.RECORD, lambda: opened(ClassForm(frame, household_id, head_name, newest, page)))
    if not rows:
        block.add_line(words.NOTHING, quiet=True)
    levels = {one.year: one.level for one in rows}
    for one in rows:
        change = partial(_change, frame, page, household_id, head_name, one.year)
        take_off = partial(_take_off, frame, head_name, one)
        block.add_line(class_text(one, levels), [(words.CHANGE, change), (words.TAKE_OFF, take_off)])
    return block


def _change(frame: WorkFrame, page: QWidget, household_id: str, head_name: str, year: int) -> None:
    opened(ClassForm(frame, household_id, head_name, year, page))


def _take_off(frame: WorkFrame, head_name: str, one: ClassRow) -> None:
    told = words.TAKEN_OFF.format(year=one.year, name=head_name)
    do(frame, partial(save_poverty_classes, frame.workspace, [], [one.id]), words.SAVING, told)


def class_text(one: ClassRow, levels: dict[int, str | None]) -> str:
    """A year in one line: class, what it says against the year before, standard, where it comes from."""
    event = event_in(levels, one.year)
    standard = standard_named(one.standard)
    points = one.b1 is not None and one.b2 is not None
    parts = (
        words.LINE.format(year=one.year, level=POVERTY_LEVELS.get(one.level or "", one.level or "")),
        words.EVENTS[event.value].lower() if event else "",
        words.FORCE_PART if one.force_majeure else "",
        words.CAUSE_PART.format(text=one.cause) if one.cause else "",
        standard.name if standard else one.standard or "",
        words.CERTIFICATE_PART.format(text=one.certificate) if one.certificate else "",
        words.CERTIFIED_PART.format(day=day_shown(one.certified_on)) if one.certified_on else "",
        words.POINTS_PART.format(b1=one.b1, b2=one.b2) if points else "",
        words.INDICATORS_PART.format(count=len(one.indicators)) if one.indicators else "",
        one.note or "",
    )
    return " · ".join(filter(None, parts))
