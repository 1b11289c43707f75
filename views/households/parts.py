"""The two parts of a household's form: the household with its people and request, and the house it lives in now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, replace
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QCompleter, QHBoxLayout, QWidget

from app.areas.queries import village_names, villages
from app.filing import HouseholdForm
from app.flags.queries import place_text
from app.households.drafts import ConditionDraft, HouseholdDraft
from app.households.queries import own_commune
from app.households.reading import read_ethnicity
from app.parsing import today
from app.problems import Refused
from app.review.queries import asks_religion
from app.support.drafts import CaseDraft
from app.support.queries import load_programmes
from app.wording import household_form as words
from app.wording.vocabulary import CATEGORIES, GENDERS, WORK_TYPES
from app.workspace import Workspace
from views import style
from views.households.field_set import FieldSet, FlagsField, NoteField, text_field, yes_no_field
from views.households.members import MembersTable
from views.households.related_edit import RelatedEdit
from views.widgets.buttons import flat_button
from views.widgets.choice_edit import Choice, ChoiceEdit
from views.widgets.date_edit import DateEdit, YearEdit
from views.widgets.form import FormColumn, group_title, quiet_label
from views.widgets.money_edit import MoneyEdit
from views.widgets.number_edits import CountEdit, IdNumberEdit, PhoneEdit, QuantityEdit
from views.widgets.parsed_edit import ParsedEdit
from views.widgets.problem_marks import Marks

_CASE = ("programme_id", "work_type", "requested_amount")
_CONDITION = "condition."
_PLACE = ("latitude", "longitude")
COLUMN, LEAST_COLUMN = 520, 460


class _Part(QWidget):
    """Two columns side by side, 520 px each."""

    def __init__(self, marks: Marks, fields_: FieldSet) -> None:
        super().__init__()
        self._fields = fields_
        self.left, self.right = FormColumn(marks), FormColumn(marks)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(style.px(24))
        for column in (self.left, self.right):
            row.addWidget(column, 1)
        style.follow_scale(self, self._size)
        row.addStretch(0)

    def _size(self) -> None:
        for column in (self.left, self.right):
            column.setMaximumWidth(style.px(COLUMN))

    def fit(self, room: int) -> None:
        """Where two columns find no room, the second stands under the first."""
        beside = room >= style.px(2 * LEAST_COLUMN + 24)
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)

    def _add(self, column: FormColumn, name: str, field: QWidget, *, required: bool = False, after: str = "") -> None:
        self._fields.add(name, field)
        column.add_field(name, words.LABELS[name], field, required=required, after=after)


class HouseholdPart(_Part):
    """Head and household at the left; request, people and account at the right."""

    def __init__(self, marks: Marks, fields_: FieldSet, workspace: Workspace) -> None:
        super().__init__(marks, fields_)
        self._workspace = workspace
        self.members = MembersTable()
        self.village = ChoiceEdit(width=240)
        self.programme = ChoiceEdit(width=320)
        self._add_household()
        self._add_request()
        self._add_members()
        self._add_account()
        self.load_choices()

    def _add_household(self) -> None:
        column = self.left
        column.add_title(words.GROUP_HEAD)
        self._add(column, "head_name", text_field(), required=True)
        self._add(column, "birth", DateEdit(partial_dates=True))
        self._add(column, "gender", ChoiceEdit(_choices(GENDERS), width=100))
        self._add(column, "citizen_id", IdNumberEdit())
        self._add(column, "ethnicity", _ethnicity_field())
        self._add(column, "phone", PhoneEdit())
        self._add(column, "village_id", self.village, required=True)
        self._add(column, "address", text_field())
        self._add(column, "category", ChoiceEdit(_choices(CATEGORIES), width=240), required=True)
        self._add(column, "flags", FlagsField())
        self._add(column, "member_count", CountEdit())
        self._add(column, "guardian", text_field())
        self._add(column, "code", text_field(120))

    def _add_request(self) -> None:
        column = self.right
        column.add_title(words.GROUP_REQUEST)
        self._add(column, "programme_id", self.programme)
        self._add(column, "work_type", ChoiceEdit(_choices(WORK_TYPES), width=140))
        self._add(column, "requested_amount", MoneyEdit())

    def _add_members(self) -> None:
        column = self.right
        heading = QWidget()
        row = QHBoxLayout(heading)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(group_title(words.GROUP_MEMBERS))
        row.addWidget(quiet_label(words.MEMBERS_HINT))
        row.addStretch(1)
        remove = flat_button(words.REMOVE_MEMBER)
        remove.clicked.connect(self.members.remove_current)
        row.addWidget(remove)
        column.add_widget(heading)
        column.add_marked("members", self.members)
        self.members.changed.connect(self._fields.changed)
        self.members.changed.connect(self._fields.typed)

    def _add_account(self) -> None:
        column = self.right
        column.add_title(words.GROUP_BANK)
        self._add(column, "bank_account", text_field(200))
        self._add(column, "bank_name", text_field())
        self._add(column, "bank_holder", text_field())
        self._add(column, "note", NoteField(40))
        column.add_title(words.GROUP_RESIDENCE)
        self._add(column, "independent_since", DateEdit(partial_dates=True))
        self._add(column, "split_from_id", RelatedEdit(self._workspace))
        self._add(column, "resident_since", DateEdit(partial_dates=True))

    def load_choices(self) -> None:
        """The villages and programmes as they are now."""
        with self._workspace.read() as session:
            code = own_commune(session)
            self._places = [Choice(one.id, one.shown) for one in villages(session, code)] if code else []
            programmes = [Choice(one.id, one.short_name, (one.name,)) for one in load_programmes(session).values()]
        self.village.set_choices(self._places)
        self.programme.set_choices(programmes)

    def _offer_village(self, village_id: str | None) -> None:
        """Also the village of a household that stands in another commune (an upper office looks at it)."""
        if village_id and all(one.value != village_id for one in self._places):
            with self._workspace.read() as session:
                names = village_names(session, [village_id])
            self._places = [*self._places, Choice(village_id, names.get(village_id, ""))]
            self.village.set_choices(self._places)

    def show_form(self, form: HouseholdForm) -> None:
        """Put a household and its request into the fields; the programme of a request that stands is not changed."""
        values = {one.name: getattr(form.household, one.name) for one in fields(HouseholdDraft)}
        if form.case is not None:
            values |= {name: getattr(form.case, name) for name in _CASE}
        self._offer_village(form.household.village_id)
        for name, field in self._fields.fields.items():
            if not name.startswith(_CONDITION):
                field.set_value(values.get(name))
        self.members.set_value(form.household.members)
        self.programme.setEnabled(form.case is None or form.case.case_id is None)

    def read(self, form: HouseholdForm) -> HouseholdForm:
        """The form with what the fields say now."""
        values = {name: value for name, value in self._fields.values().items() if not name.startswith(_CONDITION)}
        asked = {name: values.pop(name) for name in _CASE}
        values["flags"] = values["flags"] or frozenset()
        household = replace(form.household, **values, members=self.members.value())
        case = form.case or CaseDraft("")
        if case.case_id is None and not any(asked.values()):
            return HouseholdForm(household)
        return HouseholdForm(
            household, replace(case, **asked | {"programme_id": asked["programme_id"] or case.programme_id})
        )


class ConditionPart(_Part):
    """The present house: three parts with material and hard or not at the left, land and danger at the right."""

    def __init__(self, marks: Marks, fields_: FieldSet, workspace: Workspace) -> None:
        super().__init__(marks, fields_)
        self._workspace = workspace
        self._household_id: str | None = None
        self._add_house()
        self._add_survey()

    def _add_house(self) -> None:
        left, right = self.left, self.right
        left.add_title(words.GROUP_HOUSE)
        for name in ("foundation", "frame_wall", "roof"):
            self._add(left, _CONDITION + name, text_field())
            self._add(left, f"{_CONDITION}{name}_hard", yes_no_field())
        self._add(left, _CONDITION + "area_m2", QuantityEdit(), after=words.AREA_UNIT)
        self._add(left, _CONDITION + "built_year", YearEdit())
        self._add(left, _CONDITION + "surveyed_on", DateEdit())
        right.add_title(words.GROUP_PLACE)
        self._add(right, _CONDITION + "land_papers", text_field())
        for name in ("flood_danger", "slide_danger", "fits_planning"):
            self._add(right, _CONDITION + name, yes_no_field())
        self._add(right, _CONDITION + "description", NoteField(56))
        self._add(right, _CONDITION + "note", NoteField(40))

    def _add_survey(self) -> None:
        """The items of the survey form that are of the household; religion only where a programme asks for it."""
        left, right = self.left, self.right
        self._add(left, _CONDITION + "latitude", QuantityEdit())
        self._add(left, _CONDITION + "longitude", QuantityEdit())
        self.place = quiet_label()
        self.place.setWordWrap(True)
        left.add_widget(self.place)
        for name in _PLACE:
            self._fields.fields[_CONDITION + name].changed.connect(self._tell_place)
        right.add_title(words.GROUP_SURVEY)
        for name in ("occupation", "education"):
            self._add(right, _CONDITION + name, text_field())
        self._add(right, _CONDITION + "employment", _offered_field(words.EMPLOYMENTS))
        self._add(right, _CONDITION + "religion", text_field(160))
        self._add(right, _CONDITION + "circumstances", NoteField(40))
        self._add(right, _CONDITION + "need", _offered_field(words.NEEDS))
        surveyors = NoteField(56)
        surveyors.setPlaceholderText(words.SURVEYORS_HINT)
        self._add(right, _CONDITION + "surveyors", surveyors)

    def _tell_place(self) -> None:
        """Whether the place is in the commune, where that can be checked."""
        try:
            latitude, longitude = (self._fields.fields[_CONDITION + name].value() for name in _PLACE)
        except Refused:
            latitude = longitude = None
        with self._workspace.read() as session:
            told = place_text(session, self._household_id, latitude, longitude)
        self.place.setText(told)
        self.place.setVisible(bool(told))

    def _offer_religion(self, form: HouseholdForm) -> None:
        field, asked = self._fields.fields[_CONDITION + "religion"], False
        house = form.household.condition
        if form.household.id is not None:
            day = (house.surveyed_on if house else None) or today().isoformat()
            with self._workspace.read() as session:
                asked = asks_religion(session, form.household.id, day)
        row = field.parentWidget()
        if row is not None:
            row.setVisible(asked)

    def show_form(self, form: HouseholdForm) -> None:
        """Put a present house into the fields."""
        self._household_id = form.household.id
        self._offer_religion(form)
        house = form.household.condition or ConditionDraft()
        for name, field in self._fields.fields.items():
            if name.startswith(_CONDITION):
                field.set_value(_to_field(getattr(house, name.removeprefix(_CONDITION))))
        self._tell_place()

    def read(self, form: HouseholdForm) -> HouseholdForm:
        """The form with what the fields say now."""
        values: dict[str, Any] = {
            name: _from_field(name, value) for name, value in self._fields.values(_CONDITION).items()
        }
        house = replace(form.household.condition or ConditionDraft(), **values)
        return replace(form, household=replace(form.household, condition=house))


def _to_field(value: object) -> object:
    """A yes, no or year of the records as its field takes it."""
    if isinstance(value, bool):
        return str(int(value))
    return str(value) if isinstance(value, int) else value


_YES_NO = ("foundation_hard", "frame_wall_hard", "roof_hard", "flood_danger", "slide_danger", "fits_planning")


def _from_field(name: str, value: str | None) -> object:
    if value is not None and name in _YES_NO:
        return value == "1"
    return int(value) if value is not None and name == "built_year" else value


def _choices(labels: dict[str, str]) -> list[Choice]:
    return [Choice(value, text) for value, text in labels.items()]


def _offered_field(texts: Sequence[str]) -> ParsedEdit[str]:
    """Typed freely; what papers usually say is offered while typing."""
    field = text_field()
    offer = QCompleter(list(texts), field)
    offer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    offer.setFilterMode(Qt.MatchFlag.MatchContains)
    field.setCompleter(offer)
    return field


def _ethnicity_field() -> ParsedEdit[str]:
    """Typed freely; a known spelling becomes the official name."""
    return ParsedEdit(lambda text: read_ethnicity(text, "ethnicity"), str, width=160)
