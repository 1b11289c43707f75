"""Fields that the short forms of money share."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.funding.queries import sources
from app.households.worklists import CaseFilter, case_keys
from app.reports.worklists import case_rows
from models.vocabulary import Status
from views.page import WorkFrame
from views.widgets.choice_edit import Choice, ChoiceEdit

_OFFERED = 2000
_EVERY = frozenset(one.value for one in Status)


def show_row(field: QWidget, *, shown: bool) -> None:
    """Show or hide a field of a form with its label."""
    row = field.parentWidget()
    if row is not None:
        row.setVisible(shown)


def source_edit(frame: WorkFrame) -> ChoiceEdit:
    """A source by its code and name; the only one there is stands there already."""
    with frame.workspace.read() as session:
        known = sources(session)
    made = ChoiceEdit([Choice(one.code, f"{one.code} – {one.name}") for one in known], width=320)
    made.set_value(known[0].code if len(known) == 1 else None)
    return made


class HouseEdit(ChoiceEdit):
    """A case of the programme in sight, by the name of its head and its village; typed, not scrolled."""

    def __init__(self, frame: WorkFrame, hint: str = "") -> None:
        with frame.workspace.read() as session:
            keys = case_keys(session, CaseFilter(_EVERY, frame.programme), limit=_OFFERED)
            rows = case_rows(session, keys)
        self._heads = {row.key: row.head_name for row in rows}
        offered = [Choice(row.key, " – ".join(filter(None, (row.head_name, row.village)))) for row in rows]
        super().__init__(offered, width=340)
        if hint:
            self.field.setPlaceholderText(hint)

    def head_name(self) -> str:
        """The head of the house that is chosen."""
        return self._heads.get(self.value() or "", "")
