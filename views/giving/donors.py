"""The tab "Nhà hảo tâm": who gives, what each has given, and whether a posting may carry the name."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from app.giving.drafts import DonorDraft
from app.giving.facts import DonorRow
from app.giving.operations import save_donor
from app.giving.queries import donors
from app.giving.rules import check_donor
from app.problems import Problem
from app.wording import giving_pages as words
from app.wording.vocabulary import DONOR_KINDS
from models.vocabulary import DonorKind, PaperKind
from views.giving import columns
from views.giving.lists import sums_text
from views.list_parts import add_button, orders_of, with_current
from views.page import Page, WorkFrame
from views.paged_table import Column
from views.row_source import RowSource
from views.rows_list import RowsList
from views.short_form import ShortForm, opened
from views.widgets.choice_edit import Choice, ChoiceEdit
from views.widgets.empty_state import EmptyState
from views.widgets.number_edits import PhoneEdit

COLUMNS: tuple[Column[DonorRow], ...] = (
    columns.words("name", words.DONOR, lambda row: row.name, 220, stretch=True),
    columns.words("kind", words.DONOR_KIND, lambda row: DONOR_KINDS.get(row.kind, row.kind), 130),
    columns.words("address", words.ADDRESS, lambda row: row.address, 200),
    columns.words("phone", words.PHONE, lambda row: row.phone, 110),
    columns.words("named", words.MAY_NAME, lambda row: words.YES_NAMED if row.may_name else words.NOT_NAMED, 100),
    columns.count("times", words.TIMES, lambda row: row.gifts, 70),
    columns.money("given", words.GIVEN, lambda row: row.money),
    columns.words("note", words.NOTE, lambda row: row.note, 120),
)


class DonorForm(ShortForm):
    """A donor, new or as it stands."""

    def __init__(self, frame: WorkFrame, standing: DonorRow | None, parent: QWidget | None = None) -> None:
        super().__init__(parent, words.DONOR_TITLE, words.SAVE)
        self.frame, self._standing = frame, standing
        self.name, self.address, self.note = QLineEdit(), QLineEdit(), QLineEdit()
        self.kind = ChoiceEdit([Choice(*one) for one in DONOR_KINDS.items()])
        self.phone, self.may_name = PhoneEdit(), QCheckBox(words.MAY_NAME_TIP)
        self.kind.set_value(standing.kind if standing else DonorKind.PERSON)
        if standing is not None:
            self.name.setText(standing.name)
            self.address.setText(standing.address or "")
            self.phone.set_value(standing.phone)
            self.note.setText(standing.note or "")
            self.may_name.setChecked(standing.may_name)
        form = self.form
        form.add_field("name", words.NAME, self.name, required=True)
        form.add_field("kind", words.DONOR_KIND, self.kind)
        form.add_field("address", words.ADDRESS, self.address)
        form.add_field("phone", words.PHONE, self.phone)
        form.add_field("may_name", words.MAY_NAME, self.may_name)
        form.add_field("note", words.NOTE, self.note)

    def draft(self) -> DonorDraft:
        """What the form says. Raises `Refused` when a field cannot be read."""
        standing = self._standing
        return DonorDraft(
            self.name.text().strip(),
            self.kind.value() or DonorKind.PERSON.value,
            self.address.text() or None,
            self.phone.value(),
            self.may_name.isChecked(),
            self.note.text() or None,
            standing.id if standing else None,
            standing.version if standing else None,
        )

    def problems(self) -> Sequence[Problem]:
        return check_donor(self.draft(), ())

    def carry_out(self) -> None:
        draft = self.draft()
        told = words.SAVED_DONOR.format(name=draft.name)
        self.start(self.frame, partial(save_donor, self.frame.workspace, draft), words.SAVING, told)


class DonorsTab(Page):
    """Enter opens a donor's form. `paper_asked` carries a kind and the ids it is about."""

    paper_asked = Signal(object, object)

    def __init__(self, frame: WorkFrame) -> None:
        super().__init__()
        self.frame = frame
        self.list = RowsList[DonorRow](
            frame,
            RowSource(
                self._read,
                lambda row: row.id,
                ("donor", "contribution"),
                words=lambda row: " ".join(filter(None, (row.name, row.address, row.phone, row.note))),
                orders=orders_of(COLUMNS),
                total=lambda rows: sums_text(sum(one.money for one in rows)),
            ),
            COLUMNS,
            "giving.donors",
            words.DONORS_TAB,
            words.DONOR_UNIT,
            EmptyState(words.EMPTY_DONORS, ((words.ADD_DONOR, self.add),), "donation"),
        )
        edit = with_current(self.list, self.edit)
        add_button(self.list, words.EDIT_DONOR, edit)
        add_button(self.list, words.PRINT_THANKS, with_current(self.list, self.print_thanks))
        self.list.view.opened.connect(lambda _key: edit())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list)
        self.setFocusProxy(self.list)

    def _read(self) -> list[DonorRow]:
        with self.frame.workspace.read() as session:
            return donors(session)

    def add(self) -> None:
        """A new donor."""
        opened(DonorForm(self.frame, None, self))

    def edit(self, row: DonorRow) -> None:
        """The form of a donor."""
        opened(DonorForm(self.frame, row, self))

    def print_thanks(self, row: DonorRow) -> None:
        """A letter of thanks to the donor in hand."""
        self.paper_asked.emit(PaperKind.THANKS_LETTER, [row.id])

    def forget(self, changes: object) -> None:
        self.list.forget(changes)
