"""The filters of the list of households: village or commune, category, state; and a programme that a page asked for."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QSizePolicy

from app.areas.queries import kept_villages, place_names, villages
from app.households.queries import HouseholdFilter, listed_communes
from app.parsing import fold
from app.support.programmes import load_programmes
from app.wording import household_pages as words
from app.wording.vocabulary import CATEGORIES, STATUSES
from app.workspace import Workspace
from models.vocabulary import Level, Status
from views import style
from views.widgets.buttons import flat_button
from views.widgets.choice_edit import Choice, ChoiceEdit
from views.widgets.status_sign import LOOKS, group_of

ANY, OFF, MINE = "", "off", "mine"
_GROUP = "group:"
_LEAST = 92


class Filters(QObject):
    """Fields beside the search; `changed` when one of them narrows the list otherwise than before."""

    changed = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._commune = workspace.author.level is Level.COMMUNE
        self.place = ChoiceEdit(width=150)
        self.category = ChoiceEdit(_choices(words.ANY_CATEGORY, CATEGORIES.items()), width=150)
        self.status = ChoiceEdit(_choices(words.ANY_STATUS, _statuses()), width=170)
        self.programme = flat_button("", "close")
        self.programme.hide()
        self.programme_id: str | None = None
        self._mine: frozenset[str] = frozenset()
        self._asked: tuple[str | None, frozenset[str]] = (ANY, frozenset())
        self.load_places()
        for field, name in ((self.place, words.VILLAGE), (self.category, words.CATEGORY), (self.status, words.STATUS)):
            field.setAccessibleName(name if self._commune or field is not self.place else words.COMMUNE)
            if field.value() is None:
                field.set_value(ANY)
            field.changed.connect(self._finish)
            _let_shrink(field)
        self.programme.clicked.connect(self._every_programme)

    @property
    def off(self) -> bool:
        """Whether households that were taken off are asked for."""
        return self.status.value() == OFF

    def load_places(self) -> None:
        """The villages of the commune, or the communes of the list, as they are now."""
        with self._workspace.read() as session:
            if self._commune:
                found = [(one.id, one.shown) for one in villages(session, self._workspace.author.office)]
            else:
                codes = listed_communes(session)
                found = sorted(place_names(session, codes).items(), key=lambda one: fold(one[1]))
            self._mine = kept_villages(session, self._workspace.author.user_id) if self._commune else frozenset()
        before = self.place.value()
        mine = [(MINE, words.MY_VILLAGES)] if self._mine else []
        self.place.set_choices(_choices(words.ANY_VILLAGE if self._commune else words.ANY_COMMUNE, [*mine, *found]))
        self.place.set_value(before or ANY)

    def values(self, programme_id: str | None) -> HouseholdFilter:
        """The filter without a text; `programme_id` is the window's."""
        place, status = self.place.value() or None, self.status.value() or ANY
        asked = self._mine if place == MINE else frozenset({place} if place else ())
        villages_wanted = asked if self._commune else frozenset[str]()
        return HouseholdFilter(
            village_ids=villages_wanted,
            commune_code=None if self._commune else place,
            category=self.category.value() or None,
            statuses=self._asked[1] if status == self._asked[0] else _statuses_of(status),
            programme_id=self.programme_id or programme_id,
        )

    def show(self, wanted: HouseholdFilter) -> None:
        """Show what another page asked for."""
        place = next(iter(wanted.village_ids), None) if self._commune else wanted.commune_code
        if self._mine and wanted.village_ids == self._mine:
            place = MINE
        self.place.set_value(place or ANY)
        self.category.set_value(wanted.category or ANY)
        self.status.set_value(_status_choice(wanted.statuses))
        self._asked = (self.status.value(), wanted.statuses)
        self._show_programme(wanted.programme_id)

    def _show_programme(self, programme_id: str | None) -> None:
        self.programme_id = programme_id
        self.programme.setVisible(programme_id is not None)
        if programme_id is not None:
            with self._workspace.read() as session:
                found = load_programmes(session).get(programme_id)
            self.programme.setText(words.ONLY_PROGRAMME.format(name=found.short_name if found else ""))

    def _every_programme(self) -> None:
        self._show_programme(None)
        self.changed.emit()

    def _finish(self) -> None:
        """An emptied field narrows nothing and says so."""
        for field in (self.place, self.category, self.status):
            if not field.currentText().strip():
                field.set_value(ANY)
        self.changed.emit()


def _let_shrink(field: ChoiceEdit) -> None:
    """On a small screen with large letters the filters give room before the window grows past the screen."""
    field.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
    style.follow_scale(field, lambda: field.setMinimumWidth(style.px(_LEAST)))


def _choices(anything: str, found: Iterable[tuple[str, str]]) -> list[Choice]:

    return [Choice(ANY, anything), *(Choice(value, text) for value, text in found)]


def _statuses() -> list[tuple[str, str]]:
    """The groups first, then single states where a group holds several, then those off the list."""
    groups = {group: [one for one in Status if group_of(one) == group] for group in LOOKS}
    found = [(_GROUP + group, words.group_label(group)) for group in groups]
    singles = [one for members in groups.values() if len(members) > 1 for one in members]
    known = {text for _, text in found}
    found += [(one.value, STATUSES[one.value]) for one in singles if STATUSES[one.value] not in known]
    return [*found, (OFF, words.TAKEN_OFF)]


def _statuses_of(choice: str) -> frozenset[str]:
    if choice in (ANY, OFF):
        return frozenset()
    if choice.startswith(_GROUP):
        return frozenset(one.value for one in Status if _GROUP + group_of(one) == choice)
    return frozenset({choice})


def _status_choice(statuses: frozenset[str]) -> str:
    """The entry that comes nearest to these statuses."""
    if not statuses:
        return ANY
    same = [_GROUP + group for group in LOOKS if _statuses_of(_GROUP + group) == statuses]
    only = next(iter(statuses))
    single = len(statuses) == 1 and any(only == value for value, _ in _statuses())
    return same[0] if same else only if single else _GROUP + group_of(Status(only))
