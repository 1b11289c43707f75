"""The panel "Giấy tờ" of a dossier: the papers of this house's file, with what can be done with each; scans dropped."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from app.paperwork.queries import HouseFile, PaperCell, house_files
from app.reports.worklists import CaseRow
from app.wording import paperwork as names
from app.wording import paperwork_pages as words
from views import style
from views.case_panel import Block, CasePanel
from views.page import WorkFrame
from views.paperwork.acting import FileActions, Pairs
from views.paperwork.marks import WIDTH, cell_known, cell_text, paint_cell
from views.paperwork.matrix import files_of
from views.paperwork.set_pane import SetPane
from views.widgets.buttons import MenuButton
from views.widgets.date_edit import shown_date
from views.widgets.form import quiet_label


class _Mark(QWidget):
    """The sign and word of one paper."""

    def __init__(self, cell: PaperCell) -> None:
        super().__init__()
        self._cell = cell
        self.setAccessibleName(cell_text(cell))
        style.follow_scale(self, lambda: self.setFixedSize(style.px(WIDTH), style.px(24)))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().windowText().color())
        paint_cell(painter, self.rect(), self._cell)


class PapersPanel(CasePanel):
    """A block for each request; `sheets` shows papers beside it, made when the first is looked at."""

    title = words.PANEL

    def __init__(self, frame: WorkFrame, household_id: str) -> None:
        self.sheets: SetPane | None = None
        self.actions_of: FileActions | None = None
        super().__init__(frame, household_id)
        self.setAcceptDrops(True)

    def _do(self) -> FileActions:
        if self.actions_of is None:
            self.actions_of = FileActions(self.frame, self, self.show_pairs)
        return self.actions_of

    def blocks(self, row: CaseRow) -> Sequence[Block]:
        if row.case_id is None:
            return []
        with self.frame.workspace.read() as session:
            files = house_files(session, [row.case_id])
        return [self._block(row, one) for one in files]

    def _block(self, row: CaseRow, file: HouseFile) -> Block:
        block = Block(words.IN_FILE.format(done=file.in_file, total=len(file.papers)))
        for text, slot in self._do().of_file(file):
            block.add_head_button(text, slot)
        closing = row.state.closing
        if closing is not None:
            day, reason = shown_date(closing.closed_on or ""), closing.reason or ""
            told = words.FILE_CLOSED_WITH if reason else words.FILE_CLOSED
            block.add_line(told.format(day=day, reason=reason), strong=True)
        for cell in file.papers:
            self._add_paper(block, file, cell)
        if file.more:
            block.add_line(words.MORE_PAPERS, quiet=True)
            for cell in file.more:
                self._add_paper(block, file, cell)
        block.add_line(
            words.DROP_HERE, [(words.OTHER_SCAN, lambda: self._do().choose_scan(file.case_id, ""))], quiet=True
        )
        return block

    def _add_paper(self, block: Block, file: HouseFile, cell: PaperCell) -> None:
        """A paper in a line: its name, sign, what is known of it, and a menu of what can be done."""
        block.lines.append(f"{names.kind_name(cell.kind)}: {cell_text(cell)}")
        line = QWidget()
        across = QHBoxLayout(line)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(style.px(8))
        name, known = QLabel(names.kind_name(cell.kind)), quiet_label(cell_known(cell))
        name.setWordWrap(True)
        known.setWordWrap(True)
        button = MenuButton(words.DO)
        button.setAccessibleName(f"{words.DO}: {names.kind_name(cell.kind)}")
        button.menu_below = lambda: self._do().menu(self._do().of_paper(file, cell.kind))
        across.addWidget(name, 3)
        across.addWidget(_Mark(cell))
        across.addWidget(known, 2)
        across.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        block.add_wide(line)

    # Papers in sight

    def show_pairs(self, pairs: Pairs) -> None:
        """Bring papers of this house into sight beside the list."""
        if self.sheets is None:
            self.sheets = SetPane(self.frame)
            self.sheets.closed.connect(self.sheets.hide)
            self.splitter.addWidget(self.sheets)
        self.sheets.show()
        self.sheets.show_pairs(pairs)

    # Files from outside

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if files_of(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        files = files_of(event)
        case = next((row.case_id for row in self.rows if row.case_id), None)
        if files and case:
            event.acceptProposedAction()
            self._do().take_scan(case, "", files)
