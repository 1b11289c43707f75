"""Results by unit: the list of communes, on the first page of an upper office and as its page "Các xã"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.campaigns.contacts import ContactDraft, check_contact, contact_of, save_contact
from app.campaigns.totals import AMOUNTS, HOUSES, UnitTotalDraft, check_total, save_total
from app.documents.words import moment_text, money_text, whole_text
from app.households.queries import HouseholdFilter
from app.parsing import today
from app.problems import Problem
from app.reports.unit_results import UnitResult, commune_choices, newest_total, unit_results
from app.wording import units as words
from views import cells, style
from views.list_page import TitleLine
from views.list_parts import add_button, orders_of, text_column, with_current
from views.page import HOUSEHOLDS, Page, WorkFrame
from views.paged_table import Align, Column
from views.row_source import RowSource
from views.rows_list import RowsList, add_key
from views.short_form import ShortForm, opened
from views.widgets.choice_edit import Choice, ChoiceEdit
from views.widgets.date_edit import DateEdit
from views.widgets.empty_state import EmptyState
from views.widgets.money_edit import MoneyEdit
from views.widgets.number_edits import CountEdit

_TABLES = (
    *("household", "support_case", "unit_total", "package_note", "campaign_unit", "area_contact", "payment"),
    "decision",
)


def _count(name: str, title: str, width: int = 66) -> Column[UnitResult]:
    return cells.money(name, title, lambda row: getattr(row, name), sort=name, width=width)


COLUMNS: tuple[Column[UnitResult], ...] = (
    text_column("name", words.COMMUNE, lambda row: row.name, 150, stretch=True),
    _count("needed", words.NEEDED),
    _count("started", words.STARTED),
    _count("accepted", words.ACCEPTED),
    _count("given", words.GIVEN),
    _count("percent", words.SHARE, 60),
    _count("left", words.LEFT, 56),
    _count("approved", words.APPROVED, 106),
    _count("paid", words.PAID, 100),
    Column(
        "sent_at",
        words.LAST_PACKAGE,
        lambda row: moment_text(row.sent_at) if row.sent_at else "",
        112,
        Align.CENTRE,
        sort="sent_at",
        value=lambda row: row.sent_at.astimezone().date() if row.sent_at else None,
    ),
    text_column("who", words.SENT_BY, lambda row: ", ".join(filter(None, (row.sent_by, row.phone))), 150, spare=True),
    text_column("note", words.NOTE, lambda row: row.note, 130, spare=True),
)


class UnitsList(RowsList[UnitResult]):
    """Sorted as the officer likes; Enter opens the households of a commune, or the form of its totals."""

    def __init__(self, frame: WorkFrame, name: str) -> None:
        source = RowSource[UnitResult](
            self._read,
            lambda row: row.code,
            _TABLES,
            words=lambda row: f"{row.name} {row.sent_by} {row.phone} {row.note}",
            orders=orders_of(COLUMNS),
            total=_total,
        )
        empty = EmptyState(words.EMPTY, ((words.TYPE_TOTALS, self.type_totals),), "communes")
        self.frame = frame
        super().__init__(frame, source, COLUMNS, name, words.TITLE, words.UNIT, empty)
        add_button(self, words.TYPE_CONTACT, self.type_contact)
        add_button(self, words.OPEN_HOUSEHOLDS, with_current(self, self.open_households))
        self.view.opened.connect(lambda _key: with_current(self, self.open_row)())

    def _read(self) -> list[UnitResult]:
        with self.frame.workspace.read() as session:
            return unit_results(session, self.frame.programme)

    def open_row(self, row: UnitResult) -> None:
        """What stands behind a commune's figures."""
        if row.totals_only:
            self.type_totals(row.code)
        else:
            self.open_households(row)

    def open_households(self, row: UnitResult) -> None:
        """The list of a commune's households."""
        self.frame.go(HOUSEHOLDS, HouseholdFilter(commune_code=row.code))

    def type_totals(self, code: str = "") -> None:
        """The form of the totals of a commune."""
        opened(TotalForm(self.frame, code, self), self.load)

    def type_contact(self) -> None:
        """Whom to call in the commune in hand, or in any other."""
        row = self.current()
        opened(ContactForm(self.frame, row.code if row else "", self), self.load)

    def programme_changed(self) -> None:
        self.load()


def _total(rows: Sequence[UnitResult]) -> str:
    sums = {name: whole_text(sum(getattr(one, name) for one in rows)) for name in ("needed", "started", "given")}
    return f"{words.SUM.format(**sums)} · {money_text(sum(one.paid for one in rows))}"


class TotalForm(ShortForm):
    """The totals of a commune without the program; of another day they are a new row."""

    def __init__(self, frame: WorkFrame, code: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, words.TOTALS_TITLE, words.SAVE)
        self.frame = frame
        self._standing = UnitTotalDraft(code)
        with frame.workspace.read() as session:
            self.commune = ChoiceEdit([Choice(*one) for one in commune_choices(session)], width=280)
        self.as_of, self.source = DateEdit(), QLineEdit()
        self.counts = {name: CountEdit() for name in HOUSES}
        self.amounts = {name: MoneyEdit() for name in AMOUNTS}
        self._lay_out()
        self.commune.set_value(code or None)
        self.commune.changed.connect(self._show_standing)
        self._show_standing()

    def _lay_out(self) -> None:
        form = self.form
        form.add_field("commune_code", words.COMMUNE, self.commune, required=True)
        form.add_field("as_of", words.AS_OF, self.as_of, required=True)
        titles = (words.NEW_BUILD, words.REPAIR, words.STARTED, words.ACCEPTED, words.GIVEN)
        for (name, edit), title in zip(self.counts.items(), titles, strict=True):
            form.add_field(name, title, edit)
        for (name, money), title in zip(
            self.amounts.items(), (words.APPROVED, words.PAID, words.MOBILISED), strict=True
        ):
            form.add_field(name, title, money)
        form.add_field("source", words.SOURCE, self.source, required=True)

    def _show_standing(self, *_told: object) -> None:
        """What is known of the commune chosen, to go on from."""
        code = self.commune.value()
        if code is None:
            return
        with self.frame.workspace.read() as session:
            found = self._standing = newest_total(session, code)
        self.as_of.set_value(found.as_of or today().isoformat())
        for name, edit in (*self.counts.items(), *self.amounts.items()):
            edit.set_value(getattr(found, name))
        self.source.setText(found.source or "")

    def draft(self) -> UnitTotalDraft:
        """What the form says. Raises `Refused` when a field cannot be read."""
        as_of, standing = self.as_of.value(), self._standing
        same = standing.id is not None and as_of == standing.as_of
        return UnitTotalDraft(
            self.commune.value() or "",
            as_of,
            **{name: edit.value() for name, edit in (*self.counts.items(), *self.amounts.items())},
            source=self.source.text() or None,
            campaign_id=standing.campaign_id,
            unit_id=standing.unit_id,
            id=standing.id if same else None,
            version=standing.version if same else None,
        )

    def problems(self) -> Sequence[Problem]:
        return check_total(self.draft(), today().isoformat())

    def carry_out(self) -> None:
        draft = self.draft()
        told = words.SAVED.format(name=self.commune.currentText())
        self.start(self.frame, partial(save_total, self.frame.workspace, draft), words.SAVING, told)


class ContactForm(ShortForm):
    """Who answers in a commune and the telephone number."""

    def __init__(self, frame: WorkFrame, code: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, words.CONTACT_TITLE, words.SAVE)
        self.frame = frame
        with frame.workspace.read() as session:
            self.commune = ChoiceEdit([Choice(*one) for one in commune_choices(session)], width=280)
        self.contact, self.phone = QLineEdit(), QLineEdit()
        self.form.add_field("commune_code", words.COMMUNE, self.commune, required=True)
        self.form.add_field("contact", words.CONTACT, self.contact)
        self.form.add_field("phone", words.PHONE, self.phone)
        self.commune.set_value(code or None)
        self.commune.changed.connect(self._show_known)
        self._show_known()

    def _show_known(self, *_told: object) -> None:
        with self.frame.workspace.read() as session:
            known = contact_of(session, self.commune.value() or "")
        self.contact.setText(known.contact or "")
        self.phone.setText(known.phone or "")

    def draft(self) -> ContactDraft:
        """What the form says. Raises `Refused` when the commune cannot be read."""
        return ContactDraft(self.commune.value() or "", self.contact.text(), self.phone.text())

    def problems(self) -> Sequence[Problem]:
        return check_contact(self.draft())

    def carry_out(self) -> None:
        draft = self.draft()
        told = words.SAVED_CONTACT.format(name=self.commune.currentText())
        self.start(self.frame, partial(save_contact, self.frame.workspace, draft), words.SAVING, told)


class UnitsPage(Page):
    """The page "Các xã"."""

    def __init__(self, frame: WorkFrame) -> None:
        super().__init__()
        self.list = UnitsList(frame, "reports.units")
        self.heading = TitleLine(words.PAGE)
        self.filled = self.heading.set_filled(words.TYPE_TOTALS, self.list.type_totals, "add")
        column = QVBoxLayout(self)
        column.addWidget(self.heading)
        column.addWidget(self.list, 1)
        self._column = column
        style.follow_scale(self, self._margins)
        add_key(self, "Ctrl+N", self.list.type_totals)
        self.setFocusProxy(self.list)

    def _margins(self) -> None:
        self._column.setContentsMargins(style.px(16), style.px(8), style.px(16), style.px(4))
        self._column.setSpacing(style.px(4))

    def forget(self, changes: object) -> None:
        self.list.forget(changes)

    def programme_changed(self) -> None:
        self.list.load()
