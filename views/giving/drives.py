"""The tab "Đợt vận động": one drive in sight with its sums, its people, its departments, what was sent on."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from app.documents.words import money_text, whole_text
from app.giving.facts import DriveFigures, DriveRow, PersonRow, RemittanceRow
from app.giving.operations import save_people, take_off_people
from app.giving.queries import drive_figures, drives
from app.giving.statement import PostedGift, posted_gifts
from app.wording import giving_pages as words
from models.vocabulary import PaperKind
from views import messages, style
from views.doing import do
from views.giving.collection_forms import CollectForm, PeopleForm, RemitForm, TakeBackForm
from views.giving.drive_forms import DriveForm, PersonForm, allowed
from views.giving.drive_lists import TABLES, AnyList, people_list, posted_list, rooms_list, sent_list
from views.list_parts import add_button, with_current
from views.page import Page, WorkFrame
from views.short_form import ShortForm, opened
from views.widgets.buttons import flat_button
from views.widgets.choice_edit import Choice, ChoiceEdit
from views.widgets.date_edit import DateEdit
from views.widgets.empty_state import EmptyState
from views.widgets.form import quiet_label
from views.widgets.switch import Switch

#: The paper of each list, in the order of the switch.
_PAPERS = (PaperKind.CASHIER_LIST, PaperKind.DEPARTMENT_REPORT, None, PaperKind.DRIVE_STATEMENT)


class DrivesTab(Page):
    """The newest drive is in sight first; the four lists of it stand under one switch.

    `paper_asked` carries a kind and the ids it is about.
    """

    paper_asked = Signal(object, object)

    def __init__(self, frame: WorkFrame) -> None:
        super().__init__()
        self.frame = frame
        self.drive_id: str | None = None
        self._known: dict[str, DriveRow] = {}
        self.choice = ChoiceEdit(width=300)
        self.choice.setAccessibleName(words.DRIVE)
        self.sums = QLabel()
        self.sums.setWordWrap(True)
        self.switch = Switch((words.PEOPLE_VIEW, words.ROOMS_VIEW, words.SENT_VIEW, words.POSTED_VIEW))
        self.until = DateEdit()
        self.until.setAccessibleName(words.UNTIL)
        self.until_label = quiet_label(words.UNTIL)
        self._look_up()
        self.print_button = QPushButton()
        style.follow_scale(self.print_button, lambda: self.print_button.setMinimumHeight(style.px(28)))
        self.print_button.clicked.connect(self.print)
        self._make_lists()
        self._lay_out()
        self.choice.changed.connect(self._choose)
        self.switch.chosen.connect(self.show_list)
        self.until.changed.connect(self._reload_reports)
        self._offer()

    def _make_lists(self) -> None:
        paste = (words.PASTE_PEOPLE, self.paste)
        self.people = people_list(self.frame, self._figures, EmptyState(words.EMPTY_PEOPLE, (paste,), "household"))
        self.rooms = rooms_list(self.frame, self._figures_until)
        self.sent = sent_list(self.frame, self._figures)
        self.posted = posted_list(self.frame, self._posted)
        self.people.line.add_action(words.COLLECT, self.collect)
        self.people.line.add_action(words.ALLOW_NAMES, self.allow_names)
        self.people.line.add_action(words.TAKE_OFF, self.take_off)
        edit = with_current(self.people, self.edit_person)
        add_button(self.people, words.EDIT_PERSON, edit)
        add_button(self.people, words.COLLECT, self.collect)
        add_button(self.people, words.PASTE_PEOPLE, self.paste)
        add_button(self.sent, words.REVERSE, with_current(self.sent, self.take_back))
        add_button(self.sent, words.REMIT, self.remit)
        self.people.view.opened.connect(lambda _key: edit())

    def _lay_out(self) -> None:
        self.stack = QStackedWidget()
        for one in self.lists:
            self.stack.addWidget(one)
        edit = flat_button(words.EDIT_DRIVE, "edit")
        edit.clicked.connect(self.edit)
        first, second = QHBoxLayout(), QHBoxLayout()
        first.addWidget(self.choice)
        first.addWidget(edit)
        first.addWidget(self.sums, 1)
        second.addWidget(self.switch)
        second.addStretch(1)
        second.addWidget(self.until_label)
        second.addWidget(self.until)
        second.addWidget(self.print_button)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, style.px(4), 0, 0)
        column.setSpacing(style.px(4))
        column.addLayout(first)
        column.addLayout(second)
        column.addWidget(self.stack, 1)
        self.empty = EmptyState(words.EMPTY_DRIVES, ((words.NEW_DRIVE, self.add),), "donation")
        self.whole = QStackedWidget()
        self.whole.addWidget(self.empty)
        self.whole.addWidget(inside)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.whole)
        self.show_list(0)

    @property
    def lists(self) -> Sequence[AnyList]:
        """The four lists, as the switch has them."""
        return (self.people, self.rooms, self.sent, self.posted)

    # What is read

    def _figures(self, until: str | None = None) -> DriveFigures | None:
        if self.drive_id is None:
            return None
        with self.frame.workspace.read() as session:
            return drive_figures(session, self.drive_id, until)

    def _until(self) -> str | None:
        return None if self.until.problems() else self.until.value()

    def _figures_until(self) -> DriveFigures | None:
        return self._figures(self._until())

    def _posted(self) -> list[PostedGift]:
        if self.drive_id is None:
            return []
        with self.frame.workspace.read() as session:
            return posted_gifts(session, self.drive_id, until=self._until())

    def _look_up(self) -> list[DriveRow]:
        """The drives, the newest first; where none is in sight, or it is gone, the newest is."""
        with self.frame.workspace.read() as session:
            found = list(reversed(drives(session)))
        self._known = {one.id: one for one in found}
        if self.drive_id not in self._known:
            self.drive_id = found[0].id if found else None
        return found

    def _offer(self) -> None:
        """The drives to choose from, the newest first; the one in sight stays."""
        found = self._look_up()
        self.choice.set_choices([Choice(one.id, one.name) for one in found])
        self.choice.set_value(self.drive_id)
        self.whole.setCurrentIndex(1 if found else 0)
        self.setFocusProxy(self.lists[self.stack.currentIndex()] if found else self.empty)
        self._tell_sums()

    def _tell_sums(self) -> None:
        found = self._figures()
        if found is None:
            return
        sums = {name: money_text(getattr(found, name)) for name in ("expected", "collected", "remitted", "in_hand")}
        gave = len(found.people) - len(found.not_yet)
        self.sums.setText(words.DRIVE_SUMS.format(gave=whole_text(gave), people=whole_text(len(found.people)), **sums))

    def _choose(self) -> None:
        if self.choice.value() is not None and self.choice.value() != self.drive_id:
            self.drive_id = self.choice.value()
            self._tell_sums()
            for one in self.lists:
                one.source.drop()
                one.load()

    def _reload_reports(self) -> None:
        for one in (self.rooms, self.posted):
            one.source.drop()
            one.load()

    def show_list(self, place: int) -> None:
        """Switch between the four lists; two of them may be told until a day."""
        self.stack.setCurrentIndex(place)
        dated = self.lists[place] in (self.rooms, self.posted)
        self.until.setVisible(dated)
        self.until_label.setVisible(dated)
        kind = _PAPERS[place]
        self.print_button.setVisible(kind is not None)
        self.print_button.setText(words.PRINT_PAPERS[kind.value] if kind else "")
        self.setFocusProxy(self.lists[place])

    # What is done

    def add(self) -> None:
        """A new drive; it is then in sight."""
        opened(DriveForm(self.frame, None, self), self._show_newest)

    def _show_newest(self) -> None:
        self.drive_id = None
        self.forget(None)

    def edit(self) -> None:
        """The drive in sight."""
        if self.drive_id is not None:
            opened(DriveForm(self.frame, self._known[self.drive_id], self))

    def _open(self, make: type[ShortForm], *more: object) -> None:
        figures = self._figures()
        if figures is None:
            messages.trouble(words.DRIVE_PROBLEM)
        else:
            opened(make(self.frame, figures, *more, self))  # type: ignore[arg-type, call-arg]  # forms of a drive

    def paste(self) -> None:
        """People pasted from a worksheet."""
        self._open(PeopleForm)

    def collect(self) -> None:
        """What the ticked people, else the one in hand, gave."""
        people = self.people.chosen()
        if people:
            self._open(CollectForm, people)
        else:
            messages.trouble(words.TICK_PEOPLE)

    def edit_person(self, row: PersonRow) -> None:
        """Somebody on the list."""
        self._open(PersonForm, row)

    def allow_names(self) -> None:
        """The ticked people may be named in postings."""
        people = self.people.chosen()
        if people and self.drive_id is not None:
            drafts = [allowed(one) for one in people]
            told = words.ALLOWED.format(count=len(people))
            do(self.frame, partial(save_people, self.frame.workspace, self.drive_id, drafts), words.ALLOWING, told)

    def take_off(self) -> None:
        """Take the ticked people off the list, who have given nothing."""
        people = self.people.chosen()
        if people and self.drive_id is not None:
            told = words.TAKEN_OFF.format(count=len(people))
            operation = partial(take_off_people, self.frame.workspace, self.drive_id, [one.id for one in people])
            do(self.frame, operation, words.TAKING_OFF, told)

    def remit(self) -> None:
        """Send money on to the fund."""
        self._open(RemitForm)

    def take_back(self, row: RemittanceRow) -> None:
        """Correct a remittance by a line of its own."""
        self._open(TakeBackForm, row)

    def print(self) -> None:
        """Preview the paper that says what the list in sight does."""
        kind = _PAPERS[self.stack.currentIndex()]
        if self.drive_id is not None and kind is not None:
            self.paper_asked.emit(kind, [self.drive_id])

    def forget(self, changes: object) -> None:
        tables = getattr(changes, "tables", None)
        if tables is None or tables & set(TABLES):
            self._offer()
        for one in self.lists:
            one.forget(changes)
