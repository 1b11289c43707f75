"""What the program would repair in the officer's text: every cell with its reason, to be left as it is one by one or by
kind.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from app.documents.words import whole_text
from app.lists.report import ToldRepair
from app.wording import list_import as words
from app.wording.list_values import REPAIRS
from views import style
from views.lists.told import REPAIR_COLUMNS, RowsInHand
from views.memory import Memory
from views.paged_table import PagedTable
from views.runner import Runner
from views.table_view import PagedTableView
from views.widgets.empty_state import EmptyState
from views.widgets.form import group_title, quiet_label

Cell = tuple[str, int, str]
#: Kinds abreast where there is room for two, and lines of them in sight without scrolling.
_ABREAST, _ROOM, _LINES, _LINE = 2, 900, 4, 28


class RepairsStep(QWidget):
    """A ticked repair is made. `changed` comes when the officer refuses one, or takes it again."""

    changed = Signal()

    def __init__(self, runner: Runner, memory: Memory | None) -> None:
        super().__init__()
        self._rows: RowsInHand[ToldRepair] = RowsInHand()
        self._offered: tuple[ToldRepair, ...] = ()
        self._refused: frozenset[Cell] = frozenset()
        self._filling = False
        self.table = PagedTable(self._rows, REPAIR_COLUMNS, runner)
        self.view = PagedTableView(self.table, "list.repairs", memory)
        self.kinds: dict[str, QCheckBox] = {}
        self._kind_area = QScrollArea()
        self._content, self.empty = QWidget(), EmptyState(words.NO_REPAIRS, (), "done")
        self._lay_out()
        self.table.counted.connect(self._tick_made)
        self.table.ticks_changed.connect(self._ticked)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._content, 1)
        column.addWidget(self.empty, 1)
        rows = QVBoxLayout(self._content)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(group_title(words.REPAIR_KINDS))
        kinds = QWidget()
        self._kind_grid = QGridLayout(kinds)
        self._kind_grid.setContentsMargins(0, 0, 0, 0)
        self._kind_grid.setColumnStretch(_ABREAST, 1)
        self._kind_area.setWidget(kinds)
        self._kind_area.setWidgetResizable(True)
        self._kind_area.setFrameShape(QScrollArea.Shape.NoFrame)
        self._kind_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        rows.addWidget(self._kind_area)
        rows.addWidget(quiet_label(words.REPAIRS_HINT))
        rows.addWidget(self.view, 1)

    @property
    def offered(self) -> bool:
        """Whether the list has anything to repair."""
        return bool(self._offered)

    @property
    def refused(self) -> frozenset[Cell]:
        """The cells (sheet, row, column) that stay as they were typed."""
        return self._refused

    def offer(self, repairs: Sequence[ToldRepair]) -> None:
        """Show the repairs of a list read with none refused; all are taken."""
        self._filling = True
        self.table.untick_all()
        self._filling = False
        self._offered, self._refused = tuple(repairs), frozenset()
        self._rows.put(self._offered)
        self._show_kinds()
        self._content.setVisible(bool(repairs))
        self.empty.setVisible(not repairs)
        self.table.load()

    def _show_kinds(self) -> None:
        while (item := self._kind_grid.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        self.kinds = {}
        for kind, count in Counter(one.kind for one in self._offered).most_common():
            box = QCheckBox(words.REPAIR_KIND.format(why=REPAIRS[kind], count=whole_text(count)))
            box.setTristate(True)
            box.setCheckState(Qt.CheckState.Checked)
            box.clicked.connect(lambda _=False, kind=kind: self._take_kind(kind))
            self.kinds[kind] = box
        self._place_kinds()

    def _place_kinds(self) -> None:
        """Two kinds in a line where there is room, else one; of many lines the first are in sight."""
        abreast = _ABREAST if self.width() >= style.px(_ROOM) else 1
        for place, box in enumerate(self.kinds.values()):
            self._kind_grid.addWidget(box, place // abreast, place % abreast)
        lines = min(-(-len(self.kinds) // abreast), _LINES)
        self._kind_area.setFixedHeight(style.px(_LINE) * lines)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_kinds()

    def _places(self, kind: str) -> list[int]:
        return [place for place, one in enumerate(self._offered) if one.kind == kind]

    def _take_kind(self, kind: str) -> None:
        """A click on a kind takes it whole, or refuses it whole."""
        made = any(_cell(self._offered[place]) in self._refused for place in self._places(kind))
        self.table.tick(self._places(kind), on=made)

    def _tick_made(self) -> None:
        """Once all rows are known, those that were not refused are ticked."""
        made = [place for place, one in enumerate(self._offered) if _cell(one) not in self._refused]
        self._filling = True
        self.table.tick(made, on=True)
        self._filling = False
        self._ticked()

    def _ticked(self) -> None:
        if self._filling or not self.table.complete:
            return
        ticked = {int(str(key)) for key in self.table.ticked}
        refused = frozenset(_cell(one) for place, one in enumerate(self._offered) if place not in ticked)
        for kind, box in self.kinds.items():
            places = self._places(kind)
            taken = sum(place in ticked for place in places)
            every, some = taken == len(places), taken > 0
            state = Qt.CheckState.Checked if every else Qt.CheckState.PartiallyChecked
            box.setCheckState(state if some else Qt.CheckState.Unchecked)
        if refused != self._refused:
            self._refused = refused
            self.changed.emit()


def _cell(one: ToldRepair) -> Cell:
    return (one.sheet, one.row, one.column or "")
