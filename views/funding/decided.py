"""The houses still to be paid that the lists of a payment day read: what opens a part is looked at house by house."""

from __future__ import annotations

from app.documents.words import whole_text
from app.households.worklists import CaseFilter, case_keys, case_totals
from app.reports.worklists import CaseRow, case_rows
from app.wording import funding_pages as words
from models.vocabulary import Status
from views.page import WorkFrame

MOST = 3000
_LEFT = (Status.WITHDRAWN, Status.INELIGIBLE, Status.REFUSED, Status.TRANSFERRED, Status.CANCELLED_DEATH)
_ON_ROAD = frozenset(one.value for one in Status if one not in _LEFT)


class Unpaid:
    """Reads the decided houses of the programme in sight that are on the road and not paid in full, by name.

    Where there are more than can be looked at in one go, as in a province, the search chooses which are.
    """

    def __init__(self, frame: WorkFrame) -> None:
        self._frame = frame
        self._stored = self._read = 0

    def rows(self, text: str) -> list[CaseRow]:
        """The houses, at most `MOST`; `text` is what is searched for."""
        with self._frame.workspace.read() as session:
            wanted = CaseFilter(_ON_ROAD, self._frame.programme, decided=True, unpaid=True)
            keys = case_keys(session, wanted, limit=MOST + 1)
            self._stored = len(keys)
            if len(keys) > MOST:
                self._stored = case_totals(session, wanted).all
                narrowed = CaseFilter(_ON_ROAD, self._frame.programme, text, decided=True, unpaid=True)
                keys = case_keys(session, narrowed, limit=MOST)
            self._read = len(keys)
            return case_rows(session, keys)

    def told(self, text: str) -> str:
        """A total line, which says so when not all houses were looked at."""
        note = ""
        if self._read < self._stored:
            note = words.NOT_ALL_READ.format(read=whole_text(self._read), stored=whole_text(self._stored))
        return " · ".join(filter(None, (text, note)))
