"""The two lists of the page: pairs that wait, and pairs that somebody decided."""

from __future__ import annotations

from collections.abc import Callable

from app.duplicates.queries import Kind, Outcome, PairRow, decided_pairs, waiting_pairs
from app.wording import duplicates as words
from app.workspace import Workspace
from views import cells
from views.list_parts import orders_of
from views.page import WorkFrame
from views.paged_table import Align, Column
from views.row_source import RowSource
from views.rows_list import RowsList
from views.widgets.choice_edit import Choice, ChoiceEdit
from views.widgets.empty_state import EmptyState

_TABLES = ("household", "member", "task_answer", "area", "support_case")
KINDS = {
    Kind.ALL: words.ALL_PAIRS,
    Kind.SAME_COMMUNE: words.SAME_COMMUNE,
    Kind.TWO_COMMUNES: words.TWO_COMMUNES,
    Kind.TWO_PROGRAMMES: words.TWO_PROGRAMMES,
}


def _text(row: PairRow) -> str:
    """What the search looks in."""
    sides = (row.left, row.right)
    return " ".join(text for side in sides for text in (side.head_name, side.birth, side.place))


def _both() -> tuple[Column[PairRow], ...]:
    return (
        cells.text("one", words.ONE_COLUMN, lambda row: row.left.head_name, 150, sort="one"),
        Column("one_birth", words.BORN_COLUMN, lambda row: row.left.birth, 84, Align.CENTRE),
        cells.text("one_place", words.VILLAGE_COLUMN, lambda row: row.left.place, 112, sort="one_place"),
        cells.text("other", words.OTHER_COLUMN, lambda row: row.right.head_name, 150, sort="other"),
        Column("other_birth", words.BORN_COLUMN, lambda row: row.right.birth, 84, Align.CENTRE),
        cells.text("other_place", words.VILLAGE_COLUMN, lambda row: row.right.place, 112, sort="other_place"),
    )


_SCORE: Column[PairRow] = Column(
    "score", words.SCORE_COLUMN, lambda row: words.SCORE.format(score=row.score), 72, Align.RIGHT, sort="score",
    value=lambda row: row.score,
)  # fmt: skip
_WHY: Column[PairRow] = cells.text("why", words.WHY_COLUMN, lambda row: row.why, 140, stretch=True)
_RESULTS = {Outcome.JOINED: words.JOINED_RESULT, Outcome.APART: words.APART_RESULT, Outcome.OPEN: ""}
_RESULT: Column[PairRow] = cells.text("result", words.RESULT_COLUMN, lambda row: _RESULTS[row.outcome], 150)


class WaitingList(RowsList[PairRow]):
    """The pairs that wait, of one kind or all."""

    def __init__(self, frame: WorkFrame) -> None:
        self._workspace = frame.workspace
        self._kind = Kind.ALL
        columns = (_SCORE, *_both(), _WHY)
        source = RowSource(self._read, lambda row: row.key, _TABLES, words=_text, orders=orders_of(columns))
        self.nothing = EmptyState(words.EMPTY, drawing="done")
        super().__init__(frame, source, columns, "duplicates", words.TITLE, words.UNIT, self.nothing, tickable=True)
        self.kinds = ChoiceEdit(width=170)
        self.kinds.set_choices([Choice(one.value, text) for one, text in KINDS.items() if one is not Kind.ALL])
        self.kinds.field.setPlaceholderText(words.ALL_PAIRS)
        self.kinds.setAccessibleName(words.ALL_PAIRS)
        self.kinds.changed.connect(self._narrow)
        self.line.add_filter(self.kinds)

    def _read(self) -> list[PairRow]:
        with self._workspace.read() as session:
            return [row for row in waiting_pairs(session) if row.is_of(self._kind)]

    def _narrow(self) -> None:
        self._kind = Kind(self.kinds.value() or Kind.ALL)
        self.load()


class DecidedList(RowsList[PairRow]):
    """Households that were joined, and pairs that were told apart."""

    def __init__(self, frame: WorkFrame) -> None:
        columns = (*_both(), _RESULT)
        source = RowSource(
            _decided(frame.workspace), lambda row: row.key, _TABLES, words=_text, orders=orders_of(columns)
        )
        empty = EmptyState(words.EMPTY_DECIDED, drawing="history")
        super().__init__(frame, source, columns, "duplicates.decided", words.TITLE, words.UNIT, empty)


def _decided(workspace: Workspace) -> Callable[[], list[PairRow]]:
    def read() -> list[PairRow]:
        with workspace.read() as session:
            return decided_pairs(session)

    return read
