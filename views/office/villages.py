"""The villages of the first run: typed or pasted from Excel, with head and telephone."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QPalette
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QTableWidgetItem

from app.areas.drafts import VillageDraft
from app.areas.rules import check_villages
from app.parsing import parse_phone
from app.problems import Problem, Refused
from app.wording import first_run as words
from views import style
from views.office.steps import Step
from views.widgets.form import quiet_label
from views.widgets.problem_marks import MarkLine
from views.widgets.typed_grid import TypedGrid

_ROWS = 8
_WIDTHS = (290, 210)


@dataclass(frozen=True)
class Line:
    """A line of the grid as typed."""

    name: str
    head: str
    phone: str


class VillageGrid(TypedGrid):
    """Grows as lines are filled; Ctrl+V takes cells of Excel from the current cell on, Delete empties cells."""

    def __init__(self) -> None:
        super().__init__(_ROWS, 3)
        self.setHorizontalHeaderLabels([words.VILLAGE, words.HEAD, words.PHONE])
        self.setAccessibleName(words.STEPS["villages"])
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        header = self.horizontalHeader()
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        header.setHighlightSections(False)
        if not style.high_contrast():
            palette = self.palette()
            palette.setColor(QPalette.ColorRole.Highlight, QColor(style.SELECTION))
            palette.setColor(QPalette.ColorRole.HighlightedText, QColor(style.TEXT))
            self.setPalette(palette)
        self.cellChanged.connect(self._grow)
        style.follow_scale(self, self._size)

    def _size(self) -> None:
        for place, width in enumerate(_WIDTHS):
            self.setColumnWidth(place, style.px(width))
        self.verticalHeader().setDefaultSectionSize(style.px(28))

    def _grow(self, row: int, _column: int) -> None:
        if row == self.rowCount() - 1 and self.text(row, 0):
            self.setRowCount(self.rowCount() + 1)

    def put(self, row: int, column: int, text: str) -> None:
        """Write a cell."""
        self.setItem(row, column, QTableWidgetItem(text))

    def lines(self) -> list[Line]:
        """The lines that hold anything."""
        rows = [Line(*(self.text(row, column) for column in range(3))) for row in range(self.rowCount())]
        return [one for one in rows if one.name or one.head or one.phone]

    def paste(self, text: str) -> None:
        """Cells of Excel: lines and tabs. A first column that only numbers the lines is left out."""
        rows = [line.split("\t") for line in text.replace("\r\n", "\n").rstrip("\n").split("\n")]
        if len(rows[0]) > 1 and all(row[0].strip().rstrip(".").isdigit() for row in rows if row[0].strip()):
            rows = [row[1:] for row in rows]
        top, left = max(0, self.currentRow()), max(0, self.currentColumn())
        self.setRowCount(max(self.rowCount(), top + len(rows) + 1))
        for down, row in enumerate(rows):
            for right, cell in enumerate(row[: 3 - left]):
                self.put(top + down, left + right, cell.strip())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste(QApplication.clipboard().text())
        elif event.key() == Qt.Key.Key_Delete:
            for index in self.selectedIndexes():
                self.put(index.row(), index.column(), "")
        else:
            super().keyPressEvent(event)


class VillagesStep(Step):
    """Nothing has to be given here."""

    def __init__(self) -> None:
        super().__init__(words.VILLAGES_HELP)
        self.grid = VillageGrid()
        self.mark = MarkLine()
        self.count = quiet_label()
        self.form.hide()
        self.column.addWidget(self.grid, 1)
        self.column.addWidget(self.mark)
        self.column.addWidget(self.count)
        self.grid.cellChanged.connect(lambda *_: self._tell())
        self.setFocusProxy(self.grid)
        self._tell()

    def _tell(self) -> None:
        self.count.setText(words.VILLAGES_COUNT.format(count=len(self.grid.lines())))

    def set_machine(self, number: int) -> None:
        """A further laptop gets its villages from the first."""
        self.help.setText(words.VILLAGES_HELP if number == 1 else words.SECOND_MACHINE_VILLAGES)

    def names(self) -> tuple[str, ...]:
        """The names of the villages."""
        return tuple(one.name for one in self.grid.lines())

    def heads(self) -> dict[str, tuple[str | None, str | None]]:
        """By name, the head and his telephone."""
        return {one.name: (one.head or None, _phone(one.phone)) for one in self.grid.lines()}

    def problems(self) -> list[Problem]:
        return check_villages([VillageDraft(one.name) for one in self.grid.lines()], ())

    def check(self) -> bool:
        found = self.problems()
        self.mark.set_problem(found[0] if found else None)
        return not found


def _phone(text: str) -> str | None:
    """As the records keep telephones; what cannot be read stays as typed."""
    try:
        return parse_phone(text)
    except Refused:
        return text
