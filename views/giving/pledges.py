"""The tab "Đăng ký ủng hộ": promises, how far each was kept, those whose day is over first."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from app.giving.facts import PledgeRow
from app.giving.gift_text import kept_text, promise_text
from app.giving.queries import drives, pledges
from app.wording import giving
from app.wording import giving_pages as words
from app.wording.vocabulary import PLEDGE_STATES
from models.vocabulary import PledgeState
from views.giving import columns
from views.giving.pledge_forms import KeptForm, PledgeForm, WithdrawalForm
from views.list_parts import add_button, orders_of, with_current
from views.page import Page, WorkFrame
from views.paged_table import Column
from views.row_source import RowSource
from views.rows_list import RowsList
from views.short_form import opened
from views.widgets.empty_state import EmptyState
from views.widgets.switch import Switch

_WAITING = (PledgeState.OPEN, PledgeState.PARTLY_KEPT)


def _state(row: PledgeRow) -> str:
    return words.LATE if row.late else PLEDGE_STATES[row.state]


def _note(row: PledgeRow) -> str:
    return " · ".join(filter(None, (row.reason, row.note)))


class PledgesTab(Page):
    """Enter records what came of the promise in hand."""

    def __init__(self, frame: WorkFrame, switch: Switch) -> None:
        super().__init__()
        self.frame = frame
        self._names: dict[str, str] = {}
        self._all = False
        shown: tuple[Column[PledgeRow], ...] = (
            columns.words("donor", words.GIVER, lambda row: row.donor_name or giving.UNNAMED, 190, stretch=True),
            columns.words("promised", words.PROMISED, promise_text, 160),
            columns.words("target", words.TARGET, self._target, 170),
            columns.day("pledged", words.PLEDGED_ON, lambda row: row.pledged_on, 104),
            columns.day("due", words.DUE_ON, lambda row: row.due_on),
            columns.words("kept", words.KEPT, kept_text, 130),
            columns.words("state", words.STATE, _state, 130),
            columns.words("note", words.NOTE, _note, 110),
        )
        self.list = RowsList[PledgeRow](
            frame,
            RowSource(
                self._read,
                lambda row: row.id,
                ("pledge", "contribution", "donor", "drive", "support_case", "household"),
                words=lambda row: " ".join((row.donor_name, promise_text(row), row.house, _note(row))),
                orders=orders_of(shown),
            ),
            shown,
            "giving.pledges",
            words.PLEDGES_TAB,
            words.PLEDGE_UNIT,
            EmptyState(words.EMPTY_PLEDGES, ((words.ADD_PLEDGE, self.add),), "donation"),
        )
        keep = with_current(self.list, self.keep)
        add_button(self.list, words.KEEP_PLEDGE, keep)
        add_button(self.list, words.EDIT_PLEDGE, with_current(self.list, self.edit))
        add_button(self.list, words.WITHDRAW, with_current(self.list, self.withdraw))
        self.list.view.opened.connect(lambda _key: keep())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list)
        self.setFocusProxy(self.list)
        switch.chosen.connect(self.show_all)

    def _read(self) -> list[PledgeRow]:
        """Late ones first, then by the promised day; without those that are kept or withdrawn unless asked."""
        with self.frame.workspace.read() as session:
            found = pledges(session)
            self._names = {one.id: one.name for one in drives(session)}
        wanted = [one for one in found if self._all or one.state in _WAITING]
        return sorted(wanted, key=lambda one: (not one.late, one.due_on or "9", one.id))

    def _target(self, row: PledgeRow) -> str:
        return row.house or self._names.get(row.drive_id or "", words.COMMON_FUND)

    def show_all(self, place: int) -> None:
        """The switch: promises of which something is still to come, or all."""
        self._all = bool(place)
        self.list.load()

    def add(self) -> None:
        """A new promise."""
        opened(PledgeForm(self.frame, None, self))

    def edit(self, row: PledgeRow) -> None:
        """A promise as it stands."""
        opened(PledgeForm(self.frame, row, self))

    def keep(self, row: PledgeRow) -> None:
        """Something of the promise came."""
        opened(KeptForm(self.frame, row, self))

    def withdraw(self, row: PledgeRow) -> None:
        """The donor takes the promise back."""
        opened(WithdrawalForm(self.frame, row, self))

    def forget(self, changes: object) -> None:
        self.list.forget(changes)
