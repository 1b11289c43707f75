"""The tab "Sổ số": the numbers of a year and symbol with voids and their reason, gaps, and what văn thư gave."""

from __future__ import annotations

from collections.abc import Sequence

from app.paperwork.register import Entry, RegisterLine, register_lines
from app.wording import paperwork_pages as words
from app.wording.paperwork import kind_name
from views.list_parts import orders_of, text_column
from views.page import WorkFrame
from views.paged_table import Align, Column
from views.row_source import RowSource
from views.rows_list import RowsList
from views.widgets.choice_edit import Choice, ChoiceEdit
from views.widgets.date_edit import shown_date
from views.widgets.empty_state import EmptyState

_TABLES = ("issued_paper", "paper_note", "office_text", "household", "support_case")
_HEADS = words.REGISTER_COLUMNS
_COLUMNS: tuple[Column[RegisterLine], ...] = (
    Column("shown", _HEADS[0], lambda row: row.shown, 140, sort="number", value=lambda row: row.number),
    Column("year", _HEADS[1], lambda row: str(row.year or ""), 60, Align.CENTRE, sort="year"),
    Column(
        "day", _HEADS[2], lambda row: shown_date(row.issued_on or ""), 96, Align.CENTRE,
        sort="day", value=lambda row: row.issued_on,
    ),
    text_column("kind", _HEADS[3], lambda row: kind_name(row.kind) if row.kind else "", 260, stretch=True),
    text_column("about", _HEADS[4], lambda row: row.about, 170),
    text_column("entry", _HEADS[5], lambda row: words.ENTRIES[row.entry], 110),
    text_column("reason", _HEADS[6], lambda row: row.reason, 220),
)  # fmt: skip


class RegisterTab(RowsList[RegisterLine]):
    """Void numbers and gaps stand at their place, so that the register reads as the bound book does."""

    def __init__(self, frame: WorkFrame) -> None:
        self._every: list[RegisterLine] = []
        source = RowSource[RegisterLine](
            self._read,
            lambda row: row.id,
            _TABLES,
            words=lambda row: f"{row.shown} {row.about} {row.reason}",
            orders=orders_of(_COLUMNS),
            total=_told,
        )
        empty = EmptyState(words.REGISTER_NONE, drawing="paper")
        self._frame = frame
        self.year, self.symbol = ChoiceEdit(width=110), ChoiceEdit(width=150)
        super().__init__(frame, source, _COLUMNS, "paperwork.register", words.REGISTER_TAB, words.REGISTER_UNIT, empty)
        for choice, name, hint in (
            (self.year, words.YEAR_FILTER, words.ANY_YEAR),
            (self.symbol, words.SYMBOL_FILTER, words.ANY_SYMBOL),
        ):
            choice.setAccessibleName(name)
            choice.field.setPlaceholderText(hint)
            self.line.add_filter(choice)
            choice.changed.connect(self.load)
        self.table.counted.connect(self._offer)

    def _read(self) -> list[RegisterLine]:
        year, symbol = self.year.value(), self.symbol.value()
        with self._frame.workspace.read() as session:
            self._every = register_lines(session, self._frame.workspace.author.office)
        return [one for one in self._every if year in (None, str(one.year or "")) and symbol in (None, one.symbol)]

    def _offer(self) -> None:
        """The years and symbols there are."""
        for choice, found in (
            (self.year, {str(one.year) for one in self._every if one.year}),
            (self.symbol, {one.symbol for one in self._every if one.symbol}),
        ):
            chosen = choice.value()
            choice.set_choices([Choice(one, one) for one in sorted(found)])
            choice.set_value(chosen)


def _told(rows: Sequence[RegisterLine]) -> str:
    void, gap = (sum(one.entry is wanted for one in rows) for wanted in (Entry.VOID, Entry.GAP))
    return words.REGISTER_SUM.format(void=void, gap=gap) if void or gap else ""
