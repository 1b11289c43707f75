"""What the tabs of awards share: a list of one campaign, read anew when another campaign is chosen above."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from app.wording import award_pages as words
from app.wording import frame as frame_words
from views import messages
from views.list_parts import orders_of
from views.page import Page, WorkFrame
from views.paged_table import Column
from views.row_source import RowSource
from views.rows_list import RowsList
from views.widgets.empty_state import EmptyState

R = TypeVar("R")
#: A change of one of these tables may change a row of these lists.
TABLES = (
    *("participant", "nomination", "achievement", "standard_tick", "award_meeting", "quota_reading", "award_form"),
    *("campaign", "campaign_unit", "campaign_target", "campaign_text", "quota_rule", "unit_report"),
    *("contribution", "donor", "handover", "acceptance", "support_case", "household"),
)


class AwardList(Page, Generic[R]):
    """One list of the campaign in sight. `paper_asked` carries a kind of paper and the ids it is about."""

    paper_asked = Signal(object, object)

    def __init__(
        self,
        frame: WorkFrame,
        read: Callable[[Any, str], Iterable[R]],
        key: Callable[[R], str],
        columns: Sequence[Column[R]],
        naming: tuple[str, str, str],
        empty: EmptyState,
        *,
        tickable: bool = False,
    ) -> None:
        super().__init__()
        self.frame = frame
        self.campaign_id: str | None = None
        self._read_rows = read
        name, title, unit = naming
        self.list = RowsList[R](
            frame,
            RowSource(
                self._read,
                key,
                TABLES,
                words=lambda row: " ".join(column.text(row) for column in columns),
                orders=orders_of(columns),
            ),
            columns,
            name,
            title,
            unit,
            empty,
            tickable=tickable,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list)
        self.setFocusProxy(self.list)

    def _read(self) -> list[R]:
        if self.campaign_id is None:
            return []
        with self.frame.workspace.read() as session:
            return list(self._read_rows(session, self.campaign_id))

    def show_campaign(self, campaign_id: str | None) -> None:
        """Another campaign was chosen above."""
        self.campaign_id = campaign_id
        self.list.load()

    def chosen(self) -> list[R]:
        """The ticked rows, else the one in hand; says so when there is neither."""
        found = self.list.chosen()
        if not found:
            messages.trouble(frame_words.CHOOSE_ONE)
        return found

    def campaign(self) -> str | None:
        """The campaign in sight; says so when none is."""
        if self.campaign_id is None:
            messages.trouble(words.NO_CAMPAIGN)
        return self.campaign_id

    def forget(self, changes: object) -> None:
        self.list.forget(changes)
