"""The decided houses that the lists of money read at once, up to so many: a province holds more than a list can use."""

from __future__ import annotations

from app.documents.words import whole_text
from app.households.worklists import CaseFilter, case_keys
from app.reports.worklists import CaseRow, case_rows
from app.wording import funding_pages as words
from models.vocabulary import Status
from views.page import WorkFrame

MOST = 3000
_LEFT = (Status.WITHDRAWN, Status.INELIGIBLE, Status.REFUSED, Status.TRANSFERRED, Status.CANCELLED_DEATH)
_EVERY = frozenset(one.value for one in Status)
_ON_ROAD = frozenset(one.value for one in Status if one not in _LEFT)


class Decided:
    """Reads the decided houses of the programme in sight, by name; `on_road` leaves out those that left it."""

    def __init__(self, frame: WorkFrame, *, on_road: bool) -> None:
        self._frame = frame
        self._statuses = _ON_ROAD if on_road else _EVERY
        self._cut = False

    def rows(self) -> list[CaseRow]:
        """The houses, the first `MOST` of them."""
        with self._frame.workspace.read() as session:
            wanted = CaseFilter(self._statuses, self._frame.programme, decided=True)
            keys = case_keys(session, wanted, limit=MOST + 1)
            self._cut = len(keys) > MOST
            return case_rows(session, keys[:MOST])

    def told(self, text: str) -> str:
        """A total line, which says so when not all houses were read."""
        note = words.ONLY_FIRST.format(count=whole_text(MOST)) if self._cut else ""
        return " · ".join(filter(None, (text, note)))
