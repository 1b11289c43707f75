"""Two households side by side: what differs is marked, and what of the second is better is ticked to be kept."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor, QKeyEvent, QPalette
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from app.duplicates.queries import Comparison, Line
from app.wording import duplicates as words
from views import style
from views.table_header import TableHeader

MARK, LABEL, ONE, OTHER, KEEP = range(5)
_DIFFERENT, _DIFFERENT_TEXT = "#FFF4DC", "#7A5200"
_NO_EDIT = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class ComparisonTable(QTableWidget):
    """Read only but for the ticks of the last column, which Space sets from any cell of the row."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, KEEP + 1, parent)
        self._shown: Comparison | None = None
        self.setHorizontalHeader(TableHeader(self))
        self.setFrameShape(QTableWidget.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.setAccessibleName(words.COMPARE)
        if not style.high_contrast():
            palette = self.palette()
            palette.setColor(QPalette.ColorRole.Highlight, QColor(style.SELECTION))
            palette.setColor(QPalette.ColorRole.HighlightedText, QColor(style.TEXT))
            self.setPalette(palette)
        self._show_headings(words.ONE_COLUMN, words.OTHER_COLUMN)
        style.follow_scale(self, self._size)

    def _size(self) -> None:
        header = self.horizontalHeader()
        header.setFixedHeight(style.px(40))  # two lines, for the longest names
        for column, width in ((MARK, 28), (LABEL, 170), (KEEP, 150)):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            self.setColumnWidth(column, style.px(width))
        for column in (ONE, OTHER):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().setMinimumSectionSize(style.px(28))
        self.resizeRowsToContents()

    def show_pair(self, shown: Comparison) -> None:
        """Put two households side by side."""
        self._shown = shown
        self.clearContents()
        self.setRowCount(len(shown.lines))
        self._show_headings(
            f"{words.ONE_COLUMN}: {shown.one.head_name}", f"{words.OTHER_COLUMN}: {shown.other.head_name}"
        )
        self.setColumnHidden(KEEP, not (shown.may_join and shown.ours))
        for row, line in enumerate(shown.lines):
            self._show_line(row, line)
        self.resizeRowsToContents()
        self.setCurrentCell(0, LABEL)

    def _show_headings(self, one: str, other: str) -> None:
        for column, title in enumerate(("", words.FIELD_COLUMN, one, other, words.KEEP_COLUMN)):
            heading = QTableWidgetItem(title)
            heading.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
            self.setHorizontalHeaderItem(column, heading)

    def _show_line(self, row: int, line: Line) -> None:
        texts = {MARK: words.DIFFERS if line.differs else "", LABEL: line.label, ONE: line.one, OTHER: line.other}
        for column, text in texts.items():
            item = QTableWidgetItem(text)
            item.setFlags(_NO_EDIT)
            if column == MARK:
                item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
            if line.differs and not style.high_contrast():
                item.setBackground(QBrush(QColor(_DIFFERENT)))
                item.setForeground(QBrush(QColor(_DIFFERENT_TEXT if column == MARK else style.TEXT)))
            if line.differs and column in (MARK, ONE, OTHER):
                item.setFont(style.font(strong=True))
            self.setItem(row, column, item)
        keep = QTableWidgetItem()
        keep.setFlags(_NO_EDIT)
        if line.fields and line.differs:
            keep.setFlags(_NO_EDIT | Qt.ItemFlag.ItemIsUserCheckable)
            keep.setCheckState(Qt.CheckState.Checked if line.prefer_other else Qt.CheckState.Unchecked)
            keep.setText(words.KEEP_HEAD if len(line.fields) > 1 else words.KEEP_THIS)
        self.setItem(row, KEEP, keep)

    def taken(self) -> dict[str, str]:
        """Field -> the second household, for every field ticked to be kept of it."""
        if self._shown is None:
            return {}
        return {
            name: self._shown.other.id
            for row, line in enumerate(self._shown.lines)
            for name in line.fields
            if self._ticked(row)
        }

    def _ticked(self, row: int) -> bool:
        item = self.item(row, KEEP)
        return item is not None and item.checkState() is Qt.CheckState.Checked

    def toggle(self, row: int) -> None:
        """Tick the row's value of the second household, or untick it."""
        item = self.item(row, KEEP)
        if item is not None and item.flags() & Qt.ItemFlag.ItemIsUserCheckable and not self.isColumnHidden(KEEP):
            ticked = item.checkState() is Qt.CheckState.Checked
            item.setCheckState(Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self.toggle(self.currentRow())
        else:
            super().keyPressEvent(event)
