"""The form of a ceremony: when and where, its houses with who receives them, guests, programme."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QHeaderView, QTableView, QTabWidget, QVBoxLayout, QWidget

from app.ceremonies.drafts import (
    USUAL_COPIES,
    CeremonyDraft,
    CeremonyHouseDraft,
    FailedDraft,
    GuestDraft,
    ItemDraft,
)
from app.ceremonies.operations import fail_house, save_ceremony
from app.ceremonies.queries import CeremonySheet, HouseOfCeremony
from app.ceremonies.rules import check_ceremony, clock_time
from app.office.queries import paper_office
from app.parsing import today
from app.problems import Problem
from app.reports.phone_book import PhoneLine, phone_lines
from app.support.facts import CaseFacts
from app.wording import ceremonies as words
from app.wording.papers_ceremonies import USUAL_ITEMS
from app.workspace import Changes
from views import style
from views.handover.receivers import HEAD, RECEIVER, RELATION, THUMBPRINT, ReceiverTable
from views.page import WorkFrame
from views.short_form import ShortForm
from views.widgets.buttons import quiet_button
from views.widgets.choice_edit import Choice, ChoiceEdit
from views.widgets.date_edit import DateEdit, shown_date
from views.widgets.form import FormColumn, quiet_label, text_line
from views.widgets.number_edits import CountEdit
from views.widgets.pasted_grid import PastedGrid

_ROWS, _SHARES = 205, {HEAD: 165, RECEIVER: 150, RELATION: 135, THUMBPRINT: 62}


class HousesPart(QWidget):
    """The houses in their order, with who receives each; a house goes up, down, or off the list."""

    def __init__(self, cases: Sequence[CaseFacts]) -> None:
        super().__init__()
        self.takers = ReceiverTable(cases, self)
        self.table = QTableView()
        self.table.setModel(self.takers)
        self.table.setAccessibleName(words.TAKERS)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.table.horizontalHeader().setHighlightSections(False)
        self.table.setTabKeyNavigation(False)
        triggers = QTableView.EditTrigger
        self.table.setEditTriggers(triggers.AnyKeyPressed | triggers.EditKeyPressed | triggers.DoubleClicked)
        buttons = QHBoxLayout()
        for name, slot in (
            (words.UP, partial(self.shift, -1)),
            (words.DOWN, partial(self.shift, 1)),
            (words.TAKE_OFF, self.take_off),
        ):
            buttons.addWidget(quiet_button(name, slot))
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.addWidget(self.table, 1)
        column.addLayout(buttons)
        style.follow_scale(self.table, self._size)

    def _size(self) -> None:
        self.table.verticalHeader().setDefaultSectionSize(style.px(28))
        for column, width in _SHARES.items():
            self.table.setColumnWidth(column, style.px(width))

    def move_to(self, place: int) -> None:
        """The row at this place is in hand."""
        self.table.setCurrentIndex(self.takers.index(place, HEAD) if place >= 0 else QModelIndex())

    def shift(self, by: int) -> None:
        """The house in hand goes one place up or down."""
        self.move_to(self.takers.move(self.table.currentIndex().row(), by))

    def take_off(self) -> None:
        """The house in hand goes off the list."""
        place = self.table.currentIndex().row()
        self.takers.take_off(place)
        self.move_to(min(place, self.takers.rowCount() - 1))

    def drafts(self) -> tuple[CeremonyHouseDraft, ...]:
        """The houses as they stand."""
        return tuple(CeremonyHouseDraft(one.case_id, *self.takers.of_case(one.case_id)) for one in self.takers.cases)


class GuestsPart(QWidget):
    """Who is asked to come: typed, pasted, or taken from the phone book one by one."""

    def __init__(self, known: Sequence[PhoneLine]) -> None:
        super().__init__()
        self.grid = PastedGrid(words.GUESTS, words.GUEST_COLUMNS, (190, 190))
        self._known = {one.key: one for one in known}
        self.book = ChoiceEdit([Choice(one.key, _told(one), (one.role,)) for one in known], width=270)
        self.book.setAccessibleName(words.FROM_BOOK)
        self.book.field.setPlaceholderText(words.FROM_BOOK_HINT)
        self.book.setVisible(bool(known))
        self.book.changed.connect(self._add)
        hint = quiet_label(words.PASTE_HINT)
        hint.setWordWrap(True)
        head = QHBoxLayout()
        head.addWidget(hint, 1)
        head.addWidget(self.book)
        column = QVBoxLayout(self)
        column.addLayout(head)
        column.addWidget(self.grid, 1)

    def _add(self) -> None:
        """Whoever was chosen comes onto the first empty line; the choice is ready for the next one."""
        chosen = self._known.get(self.book.value() or "")
        if chosen is not None:
            self.grid.show_lines([*self.grid.cells(), (chosen.name, chosen.role, "")])
            self.book.set_value(None)


def _told(line: PhoneLine) -> str:
    return f"{line.name} – {line.role}" if line.role else line.name


class CeremonyForm(ShortForm):
    """A new ceremony over houses, or the one that was opened."""

    def __init__(
        self,
        frame: WorkFrame,
        cases: Sequence[CaseFacts],
        standing: CeremonySheet | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, words.NEW if standing is None else words.EDIT.rstrip("…"), words.SAVE)
        self.frame, self._standing = frame, standing
        known = {one.case_id: one.facts for one in standing.houses} if standing else {}
        self._facts = known | {one.case_id: one for one in cases}
        self.name, self.venue, self.host, self.host_position = (text_line() for _ in range(4))
        self.held_on, self.held_at, self.copies = DateEdit(), text_line(110), CountEdit()
        self.name.setPlaceholderText(words.NAME_HINT)
        self.houses = HousesPart(list(self._facts.values()))
        with frame.workspace.read() as session:
            self.invited = GuestsPart([one for one in phone_lines(session, frame.workspace.author.office) if one.name])
        self.guests = self.invited.grid
        self.items = PastedGrid(words.PROGRAMME, words.ITEM_COLUMNS, (70, 300))
        self._fill()
        self._lay_out()

    def _fill(self) -> None:
        one = self._standing.draft if self._standing else CeremonyDraft("", "", held_at="08:00", copies=USUAL_COPIES)
        for field, text in (
            (self.name, one.name), (self.venue, one.venue), (self.host, one.host),
            (self.host_position, one.host_position), (self.held_at, one.held_at),
        ):  # fmt: skip
            field.setText(text or "")
        self.held_on.set_value(one.held_on or None)
        self.copies.set_value(one.copies)
        if self._standing is None:
            self._fill_new()
        for house in one.houses:
            self.houses.takers.set_case(house.case_id, house.receiver, house.relation, house.thumbprint)
        items = one.items if self._standing else [ItemDraft(text) for text in USUAL_ITEMS]
        self.guests.show_lines([(guest.name, guest.position or "", guest.unit or "") for guest in one.guests])
        self.items.show_lines([(item.starts_at or "", item.content, item.person or "") for item in items])

    def _fill_new(self) -> None:
        with self.frame.workspace.read() as session:
            office = paper_office(session, self.frame.workspace.author.office)
        signer = office.signer(today().isoformat()) if office else None
        self.host.setText(signer.name if signer else "")
        self.host_position.setText(signer.position if signer else "")

    def _lay_out(self) -> None:
        form = self.form
        form.add_field("held_on", words.DAY, self.held_on, required=True)
        form.add_field("held_at", words.TIME, self.held_at)
        form.add_field("venue", words.VENUE, self.venue, required=True)
        form.add_field("copies", words.COPIES, self.copies)
        more = FormColumn(self.marks)
        more.add_field("host", words.HOST, self.host)
        more.add_field("host_position", words.HOST_POSITION, self.host_position)
        more.add_field("name", words.NAME, self.name)
        self.parts = QTabWidget()
        self.parts.addTab(self.houses, words.TAKERS)
        self.parts.addTab(self.invited, words.GUESTS)
        programme = QWidget()
        column = QVBoxLayout(programme)
        column.addWidget(quiet_label(words.PASTE_HINT))
        column.addWidget(self.items, 1)
        self.parts.addTab(programme, words.PROGRAMME)
        self.parts.addTab(more, words.MORE_FIELDS)
        self.add_below(self.parts)
        style.follow_scale(self.parts, lambda: self.parts.setFixedHeight(style.px(_ROWS)))

    def ceremony(self) -> CeremonyDraft:
        """What the form says. Raises `Refused` when a field cannot be read."""
        standing = self._standing.draft if self._standing else None
        guests = self.guests.cells()
        items = self.items.cells()
        return CeremonyDraft(
            self.held_on.value() or "",
            self.venue.text().strip(),
            self.name.text().strip() or None,
            clock_time(self.held_at.text()),
            self.host.text().strip() or None,
            self.host_position.text().strip() or None,
            self.copies.value(),
            standing.note if standing else None,
            self.houses.drafts(),
            tuple(GuestDraft(name, position or None, unit or None) for name, position, unit in guests if name),
            tuple(
                ItemDraft(content, clock_time(starts), person or None) for starts, content, person in items if content
            ),
            standing.id if standing else None,
            standing.version if standing else None,
        )

    def problems(self) -> Sequence[Problem]:
        return check_ceremony(self.ceremony(), self._facts, {}, today().isoformat())

    def carry_out(self) -> None:
        draft, workspace = self.ceremony(), self.frame.workspace

        def save() -> tuple[Changes, list[Problem]]:
            changes, _, warnings = save_ceremony(workspace, draft)
            return changes, warnings

        told = words.SAVED.format(day=shown_date(draft.held_on), count=len(draft.houses))
        self.start(self.frame, save, words.SAVING, told)


class FailedForm(ShortForm):
    """A house does not pass after all: since when, why, and when it is looked at again."""

    def __init__(
        self, frame: WorkFrame, ceremony_id: str, house: HouseOfCeremony, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, words.FAILED_TITLE, words.FAILED_TITLE)
        self.frame, self._ceremony_id, self._house = frame, ceremony_id, house
        self.happened_on, self.review_on = DateEdit(), DateEdit()
        self.reason = text_line(0, words.REASON_HINT)
        self.happened_on.set_value(today().isoformat())
        self.form.add_field("happened_on", words.FAILED_ON, self.happened_on, required=True)
        self.form.add_field("reason", words.REASON, self.reason, required=True)
        self.form.add_field("review_on", words.REVIEW_ON, self.review_on, required=True)
        effect = quiet_label(words.FAILED_EFFECT)
        effect.setWordWrap(True)
        self.add_below(effect)

    def problems(self) -> Sequence[Problem]:
        found = []
        if not self.happened_on.value():
            found.append(Problem("happened_on", "day_missing"))
        if not self.reason.text().strip():
            found.append(Problem("reason", "reason_missing"))
        if not self.review_on.value():
            found.append(Problem("review_on", "repair_deadline_missing", {"names": self._house.head_name}))
        return found

    def carry_out(self) -> None:
        draft = FailedDraft(
            self._house.case_id, self.happened_on.value() or "", self.reason.text(), self.review_on.value()
        )
        told = words.failed_text(self._house.head_name, shown_date(draft.review_on or ""), self._house.number)
        self.start(self.frame, partial(fail_house, self.frame.workspace, self._ceremony_id, draft), words.FAILING, told)
