"""The forms of the first run: the office, its first user, to whom it reports."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QLineEdit, QRadioButton, QVBoxLayout, QWidget

from app.areas.bundled_map import Unit, map_communes, map_provinces
from app.documents.words import paper_number
from app.office.naming import COMMITTEE, Named, series_of, usual_name, usual_superior
from app.office.rules import CODE
from app.problems import Problem
from app.wording import first_run as words
from app.wording.letterheads import minutes_symbol
from app.wording.vocabulary import BODIES, LEVELS
from models.vocabulary import Level
from views import style
from views.widgets.choice_edit import Choice, ChoiceEdit
from views.widgets.form import LABEL, FormColumn, quiet_label, text_line
from views.widgets.problem_marks import Marks


class Step(QWidget):
    """One step: a form whose marks say what is missing before the next. Its focus proxy is where typing begins."""

    def __init__(self, help_text: str = "") -> None:
        super().__init__()
        self._checked = False
        self.marks = Marks(self)
        self.form = FormColumn(self.marks)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.help = quiet_label(help_text)
        self.help.setWordWrap(True)
        self.column.addWidget(self.help)
        self.column.addWidget(self.form, 1)

    def problems(self) -> list[Problem]:
        """What is missing or unfit in this step."""
        return []

    def check(self) -> bool:
        """Mark what is wrong and go there; true when nothing is."""
        found = self.problems()
        self._checked = True
        self.marks.show(found)
        if found:
            self.marks.first()
        return not found

    def recheck(self) -> None:
        """Something was typed: marks that were shown follow."""
        if self._checked:
            self.marks.show(self.problems())


class Switches(QWidget):
    """One of a few, as buttons in a row. `value` is the key of the one that is chosen."""

    def __init__(self, choices: Mapping[str, str]) -> None:
        super().__init__()
        self.group = QButtonGroup(self)
        self._buttons: dict[str, QRadioButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(style.px(16))
        for value, text in choices.items():
            button = QRadioButton(text)
            self._buttons[value] = button
            self.group.addButton(button)
            row.addWidget(button)
        row.addStretch(1)
        next(iter(self._buttons.values())).setChecked(True)
        style.follow_scale(self, lambda: self.setMinimumHeight(style.px(28)))

    def value(self) -> str:
        """The choice."""
        return next(value for value, button in self._buttons.items() if button.isChecked())

    def set_value(self, value: str) -> None:
        """Choose."""
        self._buttons[value].setChecked(True)


def indented(text: QLabel | str) -> QWidget:
    """A quiet line under the field before it."""
    label = quiet_label(text) if isinstance(text, str) else text
    label.setWordWrap(True)
    style.follow_scale(label, lambda: label.setContentsMargins(style.px(LABEL + 8), 0, 0, style.px(4)))
    return label


class OfficeStep(Step):
    """Which office this is, where, and which of its laptops. Name and code follow the place until typed over."""

    def __init__(self) -> None:
        super().__init__(words.OFFICE_HELP)
        self.level, self.body = Switches(LEVELS), Switches(BODIES)
        self.province = ChoiceEdit(
            [Choice(one.code, one.name, former=one.old_names) for one in map_provinces()], width=280
        )
        self.commune = ChoiceEdit(width=280)
        self.name, self.code = text_line(420), text_line(120)
        self.machine = ChoiceEdit(
            [Choice(str(number), name) for number, name in enumerate(words.MACHINES, 1)], width=180
        )
        self.machine.set_value("1")
        self.device = text_line(280)
        self.series = quiet_label()
        self._proposed = Named("", "")
        self._proposed_device = ""
        self._fill()
        self.level.group.buttonClicked.connect(self._propose)
        self.body.group.buttonClicked.connect(self._propose)
        self.province.changed.connect(self._offer_communes)
        self.commune.changed.connect(self._propose)
        self.machine.changed.connect(self._propose)
        for field in (self.name, self.code):
            field.textEdited.connect(self.recheck)
        self.setFocusProxy(self.province)
        self._propose()

    def _fill(self) -> None:
        form = self.form
        form.add_field("level", words.LEVEL, self.level)
        form.add_field("body", words.BODY, self.body)
        form.add_field("province", words.PROVINCE, self.province, required=True)
        form.add_field("commune", words.COMMUNE, self.commune, required=True)
        form.add_field("name", words.NAME, self.name, required=True)
        form.add_field("code", words.CODE, self.code, required=True)
        form.add_widget(indented(words.CODE_HELP))
        form.add_field("series", words.MACHINE, self.machine)
        form.add_widget(indented(self.series))
        form.add_field("device", words.DEVICE, self.device)

    def _offer_communes(self) -> None:
        units = map_communes(self.province.value() or "")
        self.commune.set_choices([Choice(one.code, one.name, one.former, one.old_names) for one in units])
        self._propose()

    def unit(self) -> Unit | None:
        """The province."""
        return next((one for one in map_provinces() if one.code == self.province.value()), None)

    def place(self) -> Named | None:
        """The province as a place."""
        found = self.unit()
        return Named(found.code, found.name) if found else None

    def _commune_place(self) -> Named | None:
        units: Sequence[Unit] = map_communes(self.province.value() or "")
        found = next((one for one in units if one.code == self.commune.value()), None)
        return Named(found.code, found.name) if found else None

    @property
    def wants_commune(self) -> bool:
        """An upper office stands for a whole province."""
        return self.level.value() != Level.UPPER

    def _propose(self) -> None:
        """Follow the choices in the fields that still hold what was proposed."""
        self.commune.setEnabled(self.wants_commune)
        level, body = Level(self.level.value()), self.body.value()
        proposed = usual_name(level, body, self.place(), self._commune_place())
        for field, before, now in (
            (self.name, self._proposed.name, proposed.name),
            (self.code, self._proposed.code, proposed.code),
        ):
            if field.text().strip() in ("", before):
                field.setText(now)
        self._proposed = proposed
        device = words.DEVICE_DEFAULT.format(number=self.machine_number())
        if self.device.text() in ("", self._proposed_device):
            self.device.setText(device)
        self._proposed_device = device
        self._tell_series()
        self.recheck()

    def machine_number(self) -> int:
        """Which laptop of the office this is."""
        return int(self.machine.value() or "1")

    def _tell_series(self) -> None:
        letter = series_of(self.machine_number())
        commune = self.level.value() == Level.COMMUNE
        symbol = minutes_symbol(self.name.text(), commune=commune, front=self.body.value() != COMMITTEE)
        example = paper_number(5, symbol, letter or "")
        told = words.SERIES_HELP if letter else words.FIRST_MACHINE_HELP
        self.series.setText(told.format(letter=letter, example=example))

    def problems(self) -> list[Problem]:
        if self.province.value() is None:
            return [Problem("province", "place_missing", {"label": words.PROVINCE.lower()})]
        if self.level.value() == Level.COMMUNE and self.commune.value() is None:
            return [Problem("commune", "place_missing", {"label": words.COMMUNE.lower()})]
        found = []
        if not self.name.text().strip():
            found.append(Problem("name", "office_name_missing"))
        code = self.code.text().strip()
        if not code:
            found.append(Problem("code", "required", {"label": words.CODE.lower()}))
        elif not CODE.fullmatch(code):
            found.append(Problem("code", "office_code_unfit", {"code": code}))
        return found


class PersonStep(Step):
    """Who works here, with a PIN if he wishes."""

    def __init__(self) -> None:
        super().__init__(words.PERSON_HELP)
        self.person, self.position = text_line(320), text_line(320)
        self.pin, self.again = text_line(160), text_line(160)
        self.form.add_field("person", words.PERSON, self.person, required=True)
        self.form.add_field("position", words.POSITION, self.position)
        self.form.add_field("pin", words.PIN, self.pin)
        self.form.add_field("again", words.PIN_AGAIN, self.again)
        self.form.add_widget(indented(words.PIN_HELP))
        for field in (self.pin, self.again):
            field.setEchoMode(QLineEdit.EchoMode.Password)
        for field in (self.person, self.pin, self.again):
            field.textEdited.connect(self.recheck)
        self.setFocusProxy(self.person)

    def problems(self) -> list[Problem]:
        found = [] if self.person.text().strip() else [Problem("person", "person_missing")]
        pin = self.pin.text()
        if pin:
            from app.office.pins import check_pin  # Argon2 is loaded where somebody wants a PIN

            found += check_pin(pin)
        if pin != self.again.text() and not found:
            found.append(Problem("again", "pin_differs"))
        return found


class SuperiorStep(Step):
    """To whom the packages go."""

    def __init__(self) -> None:
        super().__init__(words.SUPERIOR_HELP)
        self.has = Switches({"yes": words.HAS_SUPERIOR, "no": words.NO_SUPERIOR})
        self.name, self.code = text_line(420), text_line(120)
        self.form.add_field("superior", words.STEPS["superior"], self.has)
        self.form.add_field("superior_name", words.SUPERIOR_NAME, self.name)
        self.form.add_field("superior_code", words.SUPERIOR_CODE, self.code)
        self.form.add_widget(indented(words.SUPERIOR_CODE_HELP))
        self._proposed = Named("", "")
        self.setFocusProxy(self.name)
        self.has.group.buttonClicked.connect(self._switch)
        for field in (self.name, self.code):
            field.textEdited.connect(self.recheck)

    def propose(self, office: OfficeStep) -> None:
        """The office of the province, until something else was typed; an upper office has none at first."""
        upper = office.level.value() == Level.UPPER
        proposed = Named("", "") if upper else usual_superior(office.body.value(), office.place())
        if (self.code.text(), self.name.text()) == (self._proposed.code, self._proposed.name):
            self.code.setText(proposed.code)
            self.name.setText(proposed.name)
            self.has.set_value("no" if upper else "yes")
        self._proposed = proposed
        self._switch()

    def _switch(self) -> None:
        for field in (self.name, self.code):
            field.setEnabled(self.given())
        self.recheck()

    def given(self) -> bool:
        """Whether there is a superior."""
        return self.has.value() == "yes"

    def problems(self) -> list[Problem]:
        if not self.given():
            return []
        if not (self.name.text().strip() and self.code.text().strip()):
            return [Problem("superior_name", "superior_missing")]
        if not CODE.fullmatch(self.code.text().strip()):
            return [Problem("superior_code", "office_code_unfit", {"code": self.code.text().strip()})]
        return []
