"""The form at the left of "Kỳ này": which report, until which day, of what; only the fields that report looks at."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLabel, QVBoxLayout, QWidget

from app.areas.queries import place_names, villages
from app.giving.queries import drives
from app.office.queries import office_facts
from app.parsing import today
from app.problems import Refused
from app.reports.asked import Asked, asked_from
from app.reports.catalogue import CATALOGUE, ReportForm, campaign_choices, forms_for, listed_communes
from app.reports.deadline_reports import DeadlineReport
from app.reports.report_value import MoneyUnit
from app.support.queries import load_programmes
from app.wording import report_pages as words
from app.wording.vocabulary import CATEGORIES, WORK_TYPES
from models.vocabulary import Level
from views import style
from views.page import WorkFrame
from views.widgets.choice_edit import Choice, ChoiceEdit
from views.widgets.date_edit import DateEdit, YearEdit

WIDTH = 268
_FIELD = 252


class AskForm(QWidget):
    """`changed` comes whenever another report is meant."""

    changed = Signal()

    def __init__(self, frame: WorkFrame) -> None:
        super().__init__()
        self.frame = frame
        self._rows: dict[str, tuple[QLabel, QWidget]] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, style.px(8), 0)
        self._column.setSpacing(style.px(2))
        self.forms = forms_for(frame.workspace.author.level)
        self.report = self._choice("report", words.REPORT, [Choice(one.name, one.title) for one in self.forms])
        self.as_of, self.year = DateEdit(), YearEdit()
        self.as_of.set_value(today().isoformat())
        self._add("as_of", words.AS_OF, self.as_of)
        self.period = self._choice("period", words.PERIOD, _choices(words.PERIODS))
        self._scope_fields()
        self._add("year", words.YEAR, self.year)
        self.unit = self._choice("unit", words.UNIT, _choices(words.UNITS))
        self.known = QCheckBox(words.KNOWN)
        self.known.toggled.connect(self.changed)
        self.compare = QCheckBox(words.WITH_COMPARISON)
        self.compare.toggled.connect(self.changed)
        self._column.addWidget(self.known)
        self._column.addWidget(self.compare)
        self._column.addStretch(1)
        self.period.set_value("week")
        self.unit.set_value(MoneyUnit.MILLION.value)
        for choice, value in ((self.by, "area"), (self.category, ""), (self.work, "")):
            choice.set_value(value)
        if self.forms:
            self.report.set_value(self.forms[0].name)
        for field in (self.as_of, self.year):
            field.changed.connect(self.changed)
        self.report.changed.connect(self._show_fields)
        self.offer()
        self._show_fields()
        style.follow_scale(self, lambda: self.setFixedWidth(style.px(WIDTH)))

    def _scope_fields(self) -> None:
        self.by = self._choice("by", words.BY, _choices(words.BY_NAMES))
        self.village = self._choice("village", words.VILLAGE)
        self.commune = self._choice("commune", words.COMMUNE)
        self.programme = self._choice("programme", words.PROGRAMME)
        self.category = self._choice("category", words.CATEGORY, _choices(CATEGORIES, with_all=True))
        self.work = self._choice("work", words.WORK, _choices(WORK_TYPES, with_all=True))
        self.campaign = self._choice("campaign", words.CAMPAIGN)
        self.drive = self._choice("drive", words.DRIVE)

    def _choice(self, name: str, label: str, choices: Sequence[Choice] = ()) -> ChoiceEdit:
        field = ChoiceEdit(choices, width=_FIELD)
        field.changed.connect(self.changed)
        self._add(name, label, field)
        return field

    def _add(self, name: str, label: str, field: QWidget) -> None:
        heading = QLabel(label)
        heading.setBuddy(field)
        field.setAccessibleName(label)
        self._rows[name] = (heading, field)
        self._column.addWidget(heading)
        self._column.addWidget(field)

    def offer(self) -> None:
        """What can be chosen, read anew from the records."""
        with self.frame.workspace.read() as session:
            office = office_facts(session)
            offered = {
                "village": [(name, name) for name in dict.fromkeys(one.name for one in villages(session, office.code))],
                "commune": sorted(place_names(session, listed_communes(session)).items(), key=lambda one: one[1]),
                "programme": [(one.code, one.short_name) for one in load_programmes(session).values()],
                "campaign": campaign_choices(session),
                "drive": [(one.name, one.name) for one in drives(session)],
            }
        for name, found in offered.items():
            field: ChoiceEdit = getattr(self, name)
            before = field.value()
            every = [] if name == "campaign" else [Choice("", words.ALL)]
            field.set_choices([*every, *(Choice(value, text) for value, text in found)])
            known = {value for value, _ in found}
            first = next(iter(known), None) if name == "campaign" and not before else before
            field.set_value(first if first in known else ("" if name != "campaign" else None))

    def form(self) -> ReportForm | None:
        """The report that is meant."""
        return CATALOGUE.get(self.report.value() or "")

    def _show_fields(self) -> None:
        form = self.form()
        wanted = {"report", "as_of", "period", "unit", *(form.parameters if form else ())}
        if self.frame.workspace.author.level is Level.UPPER:
            wanted -= {"village"}
        else:
            wanted -= {"commune"}
        for name, row in self._rows.items():
            for widget in row:
                widget.setVisible(name in wanted)
        self.report.field.home(False)  # the beginning of a long name

    def show_report(self, name: str) -> None:
        """Another report of the catalogue."""
        self.report.set_value(name)
        self._show_fields()
        self.changed.emit()

    def show_due(self, due: DeadlineReport) -> None:
        """The report a plan's deadline asks for, about that plan."""
        self.campaign.set_value(due.campaign)
        self.show_report(due.report)

    def asked(self) -> Asked | None:
        """The question as it is typed; None where a field cannot be read."""
        try:
            day, year = self.as_of.value(), self.year.value()
        except Refused:
            return None
        form = self.form()
        names = form.parameters if form else ()
        texts = {"period": self.period.value() or "week", "unit": self.unit.value() or MoneyUnit.MILLION.value}
        for name in names:
            field = self._rows[name][1]
            if isinstance(field, ChoiceEdit) and field.isVisibleTo(self) and field.value():
                texts[name] = field.value() or ""
        if "programme" in names and "programme" not in texts:
            texts["programme"] = self._programme_of_window()
        if year and "year" in names:
            texts["year"] = year
        if self.known.isChecked():
            texts["known"] = "yes"
        if self.compare.isChecked():
            texts["compare"] = "yes"
        return asked_from(texts, day)

    def _programme_of_window(self) -> str:
        """The code of the programme that the whole window is filtered by."""
        if self.frame.programme is None:
            return ""
        with self.frame.workspace.read() as session:
            found = load_programmes(session).get(self.frame.programme)
        return found.code if found else ""


def _choices(names: dict[str, str], *, with_all: bool = False) -> list[Choice]:
    every = [Choice("", words.ALL)] if with_all else []
    return every + [Choice(value, text) for value, text in names.items()]
