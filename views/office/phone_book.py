"""The page "Danh bạ": everybody the office calls, found without accents, copied, saved and printed like every list."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.office.contacts import save_contact, take_contact_off
from app.office.drafts import ContactDraft
from app.office.queries import contact_drafts
from app.office.rules import check_contact
from app.problems import Problem
from app.reports.phone_book import PhoneLine, phone_lines
from app.wording import phone_book as words
from models.vocabulary import ContactKind
from views import messages, style
from views.doing import do
from views.list_page import TitleLine
from views.list_parts import orders_of, text_column, with_current
from views.page import PLACE, Page, WorkFrame
from views.paged_table import Column
from views.row_source import RowSource
from views.rows_list import RowsList, add_key
from views.short_form import ShortForm, opened
from views.widgets.choice_edit import Choice, ChoiceEdit
from views.widgets.empty_state import EmptyState
from views.widgets.form import text_line
from views.widgets.number_edits import PhoneEdit

_TABLES = (
    "area",
    "committee",
    "committee_member",
    "contact",
    "supplier",
    "donor",
    "sponsorship",
    "area_contact",
    "user",
)
_COLUMNS: tuple[Column[PhoneLine], ...] = (
    text_column("name", words.NAME, lambda row: row.name, 240),
    text_column("kind", words.KIND, lambda row: words.KINDS.get(row.kind, row.kind), 150),
    text_column("role", words.ROLE, lambda row: row.role, 300, stretch=True),
    text_column("phone", words.PHONE, lambda row: row.phone, 120),
    text_column("note", words.NOTE, lambda row: row.note, 200),
)


class PhoneBookPage(Page):
    """Enter edits a line of the book itself, or leads to where the line is kept."""

    def __init__(self, frame: WorkFrame) -> None:
        super().__init__()
        self.frame = frame
        self.title = words.PAGE
        self.heading = TitleLine(words.PAGE)
        self.kind = ChoiceEdit([Choice("", words.EVERYBODY), *(Choice(*one) for one in words.KINDS.items())], width=170)
        self.kind.set_value("")
        self.kind.setAccessibleName(words.KIND)
        source = RowSource[PhoneLine](
            self._read,
            lambda row: row.key,
            _TABLES,
            words=lambda row: " ".join((row.name, row.role, row.phone, row.note, words.KINDS.get(row.kind, ""))),
            orders=orders_of(_COLUMNS),
        )
        empty = EmptyState(words.EMPTY, ((words.ADD, self.add),), "user")
        self.list = RowsList[PhoneLine](frame, source, _COLUMNS, "phone_book", words.PAGE, words.UNIT, empty)
        self.list.line.add_filter(self.kind)
        for text, act in (
            (words.COPY_NUMBER, self.copy_number),
            (words.EDIT, self.edit),
            (words.TAKE_OFF, self.take_off),
        ):
            self.heading.add_button(text, with_current(self.list, act))
        self.heading.set_filled(words.ADD, self.add)
        self.list.view.opened.connect(lambda _key: with_current(self.list, self.edit)())
        self.kind.changed.connect(self.list.load)
        add_key(self, "Ctrl+N", self.add)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.heading)
        self._column.addWidget(self.list, 1)
        self.setFocusProxy(self.list)
        style.follow_scale(self, self._margins)

    def _margins(self) -> None:
        self._column.setContentsMargins(style.px(16), style.px(8), style.px(16), style.px(4))

    def _read(self) -> list[PhoneLine]:
        wanted = self.kind.value()
        with self.frame.workspace.read() as session:
            found = phone_lines(session, self.frame.workspace.author.office)
        return [one for one in found if not wanted or one.kind == wanted]

    def add(self) -> None:
        """Somebody new."""
        opened(ContactForm(self.frame, None, self))

    def edit(self, line: PhoneLine) -> None:
        """Change a line of the book, or go where the line is kept."""
        if line.contact_id is None:
            self._lead_to(line)
            return
        with self.frame.workspace.read() as session:
            found = next((one for one in contact_drafts(session) if one.id == line.contact_id), None)
        if found is not None:
            opened(ContactForm(self.frame, found, self))

    def _lead_to(self, line: PhoneLine) -> None:
        if line.place:
            self.frame.go(PLACE, line.place)
        messages.success(words.KEPT_ELSEWHERE.format(name=line.name, place=line.place or words.KINDS[line.kind]))

    def take_off(self, line: PhoneLine) -> None:
        """Take a line of the book off, after asking."""
        if line.contact_id is None:
            self._lead_to(line)
        elif messages.ask(words.TAKE_OFF_QUESTION.format(name=line.name), words.TAKE_OFF.rstrip("…")):
            told = words.TAKEN_OFF.format(name=line.name)
            do(self.frame, partial(take_contact_off, self.frame.workspace, line.contact_id), words.SAVING, told)

    def copy_number(self, line: PhoneLine) -> None:
        """Put the telephone number on the clipboard."""
        if not line.phone:
            messages.trouble(words.NO_NUMBER.format(name=line.name))
            return
        QApplication.clipboard().setText(line.phone)
        messages.success(words.COPIED.format(phone=line.phone, name=line.name))

    def forget(self, changes: object) -> None:
        self.list.forget(changes)


class ContactForm(ShortForm):
    """Somebody the office calls: a new line, or the one in hand."""

    def __init__(self, frame: WorkFrame, shown: ContactDraft | None, parent: QWidget) -> None:
        title = words.EDIT_TITLE if shown else words.ADD
        super().__init__(parent, title, words.SAVE if shown else words.ADD)
        self.frame, self._shown = frame, shown
        one = shown or ContactDraft(ContactKind.BUILDER.value, "")
        self.name, self.phone = text_line(), PhoneEdit()
        self.kind = ChoiceEdit([Choice(*kind) for kind in words.OWN_KINDS.items()], width=220)
        self.unit, self.address, self.note = text_line(), text_line(), text_line()
        self.kind.set_value(one.kind)
        self.phone.set_value(one.phone)
        texts = (one.name, one.unit, one.address, one.note)
        for field, text in zip((self.name, self.unit, self.address, self.note), texts, strict=True):
            field.setText(text or "")
        self.form.add_field("name", words.NAME, self.name, required=True)
        self.form.add_field("kind", words.KIND, self.kind, required=True)
        self.form.add_field("phone", words.PHONE, self.phone)
        self.form.add_field("unit", words.WORKPLACE, self.unit)
        self.form.add_field("address", words.ADDRESS, self.address)
        self.form.add_field("note", words.NOTE, self.note)

    def _draft(self) -> ContactDraft:
        shown = self._shown
        return ContactDraft(
            self.kind.value() or "",
            self.name.text().strip(),
            self.phone.value(),
            self.unit.text() or None,
            self.address.text() or None,
            self.note.text() or None,
            shown.id if shown else None,
            shown.version if shown else None,
        )

    def problems(self) -> Sequence[Problem]:
        return check_contact(self._draft())

    def carry_out(self) -> None:
        draft = self._draft()
        operation = partial(save_contact, self.frame.workspace, draft)
        self.start(self.frame, operation, words.SAVING, words.SAVED.format(name=draft.name))
