"""The tab "Biểu mẫu trống": every form of the office to fill in by hand, looked at, printed or saved."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from app.wording import paperwork_pages as words
from app.wording.vocabulary import PAPER_KINDS
from models.vocabulary import PaperKind
from views.blank_forms import blank_groups
from views.list_parts import orders_of, text_column
from views.page import WorkFrame
from views.paged_table import Column
from views.row_source import RowSource
from views.rows_list import RowsList
from views.widgets.empty_state import EmptyState


@dataclass(frozen=True)
class _Form:
    """A form in the list."""

    kind: PaperKind
    name: str
    group: str


_COLUMNS: tuple[Column[_Form], ...] = (
    text_column("name", words.BLANK_FORM, lambda row: row.name, 420, stretch=True),
    text_column("group", words.BLANK_GROUP, lambda row: row.group, 250),
)


class BlankTab(RowsList[_Form]):
    """`show` brings the form of a kind into sight."""

    def __init__(self, frame: WorkFrame, show: Callable[[PaperKind], object]) -> None:
        forms = [_Form(kind, PAPER_KINDS[kind.value], group) for group, kinds in blank_groups(frame) for kind in kinds]
        source = RowSource[_Form](
            lambda: forms, lambda row: row.kind, (), words=lambda row: row.name, orders=orders_of(_COLUMNS)
        )
        empty = EmptyState(words.BLANK_HINT, drawing="paper")
        super().__init__(frame, source, _COLUMNS, "paperwork.blank", words.BLANK_TAB, words.BLANK_UNIT, empty)
        self._show = show
        self.view.opened.connect(self._open)
        self.view.setAccessibleDescription(words.BLANK_HINT)

    def _open(self, kind: object) -> None:
        if isinstance(kind, PaperKind):
            self._show(kind)

    def show_current(self) -> None:
        """The form in hand."""
        row = self.current()
        if row is not None:
            self._show(row.kind)
