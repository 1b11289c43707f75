"""What becomes of every row of a list: new, changed (old against new), as it was, not taken and why."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.documents.words import whole_text
from app.lists.planning import Outcome
from app.lists.report import ImportReport, ToldRow
from app.wording import list_import as words
from app.wording.messages import problem_text
from views import style
from views.lists.told import RowsInHand, counts_text
from views.memory import Memory
from views.paged_table import Column, PagedTable
from views.runner import Runner
from views.table_view import PagedTableView
from views.widgets.form import quiet_label

_ORDER = (Outcome.REJECTED, Outcome.CHANGED, Outcome.NEW, Outcome.UNCHANGED)
_Row = tuple[int, ToldRow]


def _why(row: _Row) -> str:
    """Problems first; then the household it is and what becomes otherwise in it."""
    one = row[1]
    told = [problem_text(problem) for problem in one.problems] + ([one.evidence] if one.evidence else [])
    told += [words.DIFFERENCE.format(label=each.label, old=each.old, new=each.new) for each in one.differences]
    return " ".join(told)


COLUMNS: tuple[Column[_Row], ...] = (
    Column("place", words.ROW_PLACE, lambda row: words.ROW.format(sheet=row[1].sheet, row=row[1].row), 150),
    Column("head", words.ROW_HEAD, lambda row: row[1].head_name, 180),
    Column("fate", words.FATE, lambda row: words.FATES[row[1].outcome.value], 120),
    Column("why", words.SENTENCE, _why, 300, stretch=True, tip=_why),
)


class DecideStep(QWidget):
    """The counts, which always add up to the rows read, and the rows of each fate."""

    def __init__(self, runner: Runner, memory: Memory | None) -> None:
        super().__init__()
        self.counts = QLabel()
        self._rows: RowsInHand[ToldRow] = RowsInHand()
        self.table = PagedTable(self._rows, COLUMNS, runner, tickable=False)
        self.fates: dict[str, QPushButton] = {}
        self._group = QButtonGroup(self)
        self._report: ImportReport | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.counts)
        column.addLayout(self._fate_row())
        self.view = PagedTableView(self.table, "list.rows", memory)
        self.whole = quiet_label()
        self.whole.setWordWrap(True)
        column.addWidget(self.view, 1)
        column.addWidget(self.whole)
        self.counts.setWordWrap(True)
        self.view.selectionModel().currentRowChanged.connect(lambda *_: self._tell_whole())
        self.table.counted.connect(self._tell_whole)

    def _tell_whole(self) -> None:
        """All that is said of the row in hand: its cell is often too narrow for it."""
        key = self.view.current_key()
        rows = self._rows.rows([key]) if key is not None and self.table.count else []
        self.whole.setText(" ".join(_why(one) for one in rows))
        self.whole.setVisible(bool(self.whole.text()))

    def _fate_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(style.px(4))
        for fate in ("", *(one.value for one in _ORDER)):
            button = QPushButton()
            button.setCheckable(True)
            button.clicked.connect(lambda _=False, fate=fate: self.show_fate(fate))
            self._group.addButton(button)
            self.fates[fate] = button
            row.addWidget(button)
        row.addStretch(1)
        return row

    def show_report(self, report: ImportReport) -> None:
        """Show what would become of the rows; those not taken come first."""
        self._report = report
        self.counts.setText(counts_text(report))
        for fate, button in self.fates.items():
            count = sum(not fate or one.outcome.value == fate for one in report.rows)
            button.setText(words.FATE_COUNT.format(fate=words.FATES[fate], count=whole_text(count)))
            button.setEnabled(count > 0)
        self.show_fate("")

    def show_fate(self, fate: str) -> None:
        """Show the rows of one fate, or all."""
        self.fates[fate].setChecked(True)
        rows = self._report.rows if self._report is not None else ()
        self._rows.put(_of_fate(rows, fate))
        self.table.load()


def _of_fate(rows: Sequence[ToldRow], fate: str) -> list[ToldRow]:
    chosen = [one for one in rows if not fate or one.outcome.value == fate]
    return sorted(chosen, key=lambda one: _ORDER.index(one.outcome))
