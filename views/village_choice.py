"""The choice of a village beside the search of a list; whoever looks after some of them has those as one entry."""

from __future__ import annotations

from app.areas.queries import kept_villages, villages
from app.wording import household_pages, worklists
from views.page import WorkFrame
from views.widgets.choice_edit import Choice, ChoiceEdit

_MINE = "mine"


class VillageChoice(ChoiceEdit):
    """Empty is every village."""

    def __init__(self, frame: WorkFrame, width: int) -> None:
        super().__init__(width=width)
        self._frame = frame
        self._mine: frozenset[str] = frozenset()
        self.setAccessibleName(worklists.VILLAGE_FILTER)
        self.field.setPlaceholderText(worklists.ALL_VILLAGES)

    def offer(self) -> None:
        """The villages of the office as they are now; what was chosen stays."""
        author = self._frame.workspace.author
        with self._frame.workspace.read() as session:
            found = villages(session, author.office)
            self._mine = kept_villages(session, author.user_id)
        chosen = self.value()
        mine = [Choice(_MINE, household_pages.MY_VILLAGES)] if self._mine else []
        self.set_choices([*mine, *(Choice(one.id, one.shown) for one in found)])
        self.set_value(chosen)
        self.setVisible(bool(found))

    def wanted(self) -> frozenset[str]:
        """The ids of the villages chosen; none of them means all."""
        chosen = self.value()
        return self._mine if chosen == _MINE else frozenset({chosen} if chosen else ())
