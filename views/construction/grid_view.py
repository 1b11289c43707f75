"""The quick grid on screen: stages as ticks with their days, houses found by typing, keys for what was told of them."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QApplication, QStyle, QStyleOptionButton, QWidget

from app.parsing import today
from app.wording import construction
from views import style
from views.construction.grid import FIRST_STAGE, HEARD, HOLD, NAME, STAGES, StageGrid, is_stage
from views.sheet_view import SheetDelegate, SheetView

AnyIndex = QModelIndex | QPersistentModelIndex
_STAGE_KEYS = frozenset(str(place) for place in range(len(STAGES)))
_UNCHANGED, _STOPPED = "=", "-"
#: How long letters belong to one name, in milliseconds.
_PAUSE = 1500
_LETTERS = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


class _GridDelegate(SheetDelegate):
    """Paints a stage as tick and day."""

    def lead(self, painter: QPainter, cell: QRect, index: AnyIndex) -> QRect:
        """The tick of a stage."""
        if not is_stage(index):
            return cell
        side = style.px(16)
        box = QStyleOptionButton()
        box.rect = QRect(cell.x(), cell.center().y() - side // 2, side, side)
        box.state = QStyle.StateFlag.State_Enabled | (
            QStyle.StateFlag.State_On if index.data() else QStyle.StateFlag.State_Off
        )
        widget = self.parent()
        if isinstance(widget, QWidget):
            box.palette = widget.palette()
        QApplication.style().drawPrimitive(QStyle.PrimitiveElement.PE_IndicatorCheckBox, box, painter)
        return cell.adjusted(style.px(20), 0, 0, 0)


class GridView(SheetView):
    """Tab leaves the grid; Ctrl+; writes today, a click on a tick is as Space on it.

    On a name letters find a house by its head, 0 to 4 are its stages, "=" that nothing changed, "-" that it stops.
    """

    delegate_class = _GridDelegate
    tab_goes_on = False
    #: What is being looked for, and whether a house of that name is in sight.
    found = Signal(str, bool)

    def __init__(self, grid: StageGrid, parent: QWidget | None = None) -> None:
        super().__init__(grid, construction.GRID, parent)
        self.grid = grid
        self._wanted = ""
        self._forget_wanted = QTimer(self, singleShot=True, interval=_PAUSE)
        self._forget_wanted.timeout.connect(self._stop_finding)

    # Which houses are in sight

    def narrow(self, village: str | None) -> None:
        """Show the houses of one village only; what was typed of the others stays."""
        for place, row in enumerate(self.grid.rows):
            self.setRowHidden(place, village is not None and row.village != village)
        rows = self.shown_rows()
        if rows and self.isRowHidden(self.currentIndex().row()):
            self.go_to(self.grid.index(rows[0], max(0, self.currentIndex().column())))

    def shown_rows(self) -> list[int]:
        """The places of the houses in sight."""
        return [place for place in range(len(self.grid.rows)) if not self.isRowHidden(place)]

    def _step_down(self) -> None:
        current = self.currentIndex()
        below = next((place for place in self.shown_rows() if place > current.row()), None)
        if below is not None:
            self.go_to(self.grid.index(below, current.column()))

    def paste(self, start: QModelIndex, text: str) -> None:
        self.grid.paste(start, text, self.shown_rows())

    # Keys

    def begin_finding(self) -> None:
        """Ctrl+F: to the name, where letters find a house."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if self.currentIndex().isValid():
            self.go_to(self.grid.index(self.currentIndex().row(), NAME))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if event.key() == Qt.Key.Key_Semicolon and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            for one in self.cells():
                self.grid.set_day(one, today().isoformat())
        elif not (index.isValid() and index.column() < FIRST_STAGE and self._take_key(index, event)):
            super().keyPressEvent(event)

    def _take_key(self, index: QModelIndex, event: QKeyEvent) -> bool:
        """A key on a name: what it says of the house, or a letter of the name that is looked for."""
        text = event.text()
        if event.key() == Qt.Key.Key_Backspace and self._wanted:
            self._find(self._wanted[:-1])
        elif not text.isprintable() or not text or event.modifiers() & ~_LETTERS:
            return False
        elif text in _STAGE_KEYS:
            self._stop_finding()
            self.grid.finish_stage(self.grid.index(index.row(), FIRST_STAGE + int(text)))
        elif text == _UNCHANGED:
            self._stop_finding()
            self.grid.toggle(self.grid.index(index.row(), HEARD))
        elif text == _STOPPED:
            self._stop_finding()
            self.go_to(self.grid.index(index.row(), HOLD))
            self.edit(self.currentIndex())
        elif text.isspace() and not self._wanted:
            return False
        else:
            self._find(self._wanted + text)
        return True

    def _find(self, text: str) -> None:
        self._wanted = text
        self._forget_wanted.start()
        shown, here = self.shown_rows(), self.currentIndex().row()
        places = [*(one for one in shown if one >= here), *(one for one in shown if one < here)]
        place = self.grid.find(text, places) if text.strip() else None
        if place is not None:
            self.go_to(self.grid.index(place, NAME))
        self.found.emit(text, place is not None or not text)

    def _stop_finding(self) -> None:
        self._forget_wanted.stop()
        if self._wanted:
            self._wanted = ""
            self.found.emit("", True)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        where = event.position().toPoint()
        index = self.indexAt(where)
        if index.isValid() and is_stage(index) and event.button() == Qt.MouseButton.LeftButton:
            left = self.visualRect(index).left()
            if left <= where.x() <= left + style.px(26):
                self.grid.toggle(index)
