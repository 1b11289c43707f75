"""How a list was understood: its sheets, what each column holds, and what the first rows say."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QScrollArea, QSplitter, QVBoxLayout, QWidget

from app.documents.words import whole_text
from app.funding.queries import sources
from app.lists.operations import ImportOptions
from app.lists.report import ImportReport
from app.support.queries import load_programmes
from app.wording import list_import as words
from views import style
from views.lists.mapping import MappingView, SampleView
from views.lists.told import counts_text
from views.page import WorkFrame
from views.widgets.choice_edit import Choice, ChoiceEdit
from views.widgets.form import group_title, quiet_label

#: The columns and the first rows are at least so high: on a small screen with large letters the step is scrolled.
_LEAST = 150


class ColumnsStep(QWidget):
    """`changed` comes when the officer wants something understood otherwise."""

    changed = Signal()

    def __init__(self, frame: WorkFrame) -> None:
        super().__init__()
        self.frame = frame
        self.counts = QLabel()
        self.counts.setWordWrap(True)
        with frame.workspace.read() as session:
            programmes = [Choice(one.id, one.short_name, (one.name,)) for one in load_programmes(session).values()]
            paying = [Choice(one.code, f"{one.code} – {one.name}") for one in sources(session)]
        self._first = programmes[0].value if programmes else None
        self.programme = ChoiceEdit(programmes, width=220)
        self.source = ChoiceEdit(paying, width=190)
        self.mapping, self.sample = MappingView(), SampleView()
        self.keep_unmapped, self.skip_hidden = QCheckBox(), QCheckBox()
        self.sheets: dict[str, QCheckBox] = {}
        self._read_unasked: set[str] = set()
        self._sheet_row, self._source_row = QHBoxLayout(), QWidget()
        self._lay_out()
        self.mapping.changed.connect(self.changed)
        self.programme.changed.connect(self.changed)
        self.source.changed.connect(self.changed)
        self.keep_unmapped.clicked.connect(lambda _: self.changed.emit())
        self.skip_hidden.clicked.connect(lambda _: self.changed.emit())

    def _lay_out(self) -> None:
        content, area = QWidget(), QScrollArea()
        area.setWidget(content)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.px(6))
        column.addWidget(self.counts)
        row = QHBoxLayout()
        row.addWidget(quiet_label(words.PROGRAMME))
        row.addWidget(self.programme)
        paid = QHBoxLayout(self._source_row)
        paid.setContentsMargins(0, 0, 0, 0)
        paid.addWidget(quiet_label(words.PAID_FROM))
        paid.addWidget(self.source)
        row.addWidget(self._source_row)
        row.addStretch(1)
        column.addLayout(row)
        column.addLayout(self._sheet_row)
        ticks = QHBoxLayout()
        ticks.addWidget(self.keep_unmapped)
        ticks.addWidget(self.skip_hidden)
        ticks.addStretch(1)
        column.addLayout(ticks)
        below = QWidget()
        rows = QVBoxLayout(below)
        rows.setContentsMargins(0, style.px(6), 0, 0)
        rows.addWidget(group_title(words.TAB_SAMPLE))
        rows.addWidget(self.sample, 1)
        for part in (self.mapping, self.sample):
            part.setMinimumHeight(style.px(_LEAST))
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.addWidget(self.mapping)
        split.addWidget(below)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 2)
        column.addWidget(split, 1)

    def begin(self) -> None:
        """Another file: nothing is chosen yet."""
        self.mapping.chosen = {}
        self.sheets, self._read_unasked = {}, set()
        self.keep_unmapped.setChecked(False)
        self.skip_hidden.setChecked(False)
        if self.programme.value() is None:
            self.programme.set_value(self.frame.programme or self._first)

    def options(self) -> ImportOptions:
        """What the officer chose."""
        chosen = self._ticked()
        return ImportOptions(
            sheets=[one for one in self.sheets if one in chosen] if chosen != self._read_unasked else (),
            programme=self.programme.value(),
            mapping=dict(self.mapping.chosen),
            source=self.source.value(),
            keep_unmapped=self.keep_unmapped.isChecked(),
            skip_hidden_rows=self.skip_hidden.isChecked(),
        )

    def show_report(self, report: ImportReport) -> None:
        """Show what was understood."""
        self.counts.setText(counts_text(report))
        self._show_sheets(report)
        self._show_ticks(report)
        self._source_row.setVisible(report.opening is not None)
        self.mapping.show_sheets(report.sheets)
        self.sample.show_rows(report.sample)

    def _show_ticks(self, report: ImportReport) -> None:
        """What is otherwise left out, or read though it is hidden: shown where the list has any."""
        for box, text, count in (
            (self.keep_unmapped, words.KEEP_UNMAPPED, sum(len(one.unused) for one in report.sheets)),
            (self.skip_hidden, words.SKIP_HIDDEN, sum(one.hidden_rows for one in report.sheets)),
        ):
            if count:
                box.setText(text.format(count=whole_text(count)))
            box.setVisible(bool(count) or box.isChecked())

    def _show_sheets(self, report: ImportReport) -> None:
        """A tick for each sheet of the file, where it has several; while nobody chose any, for those that were read."""
        read = {one.name for one in report.sheets}
        if list(self.sheets) == list(report.sheet_names):
            if self._ticked() == self._read_unasked:
                self._tick(read)  # what a column means may have made a table of one more sheet
            return
        while (item := self._sheet_row.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        self.sheets, self._read_unasked = {}, set()
        if len(report.sheet_names) < 2:
            return
        self._sheet_row.addWidget(quiet_label(words.SHEETS))
        for name in report.sheet_names:
            box = QCheckBox(name)
            box.clicked.connect(self._choose_sheet)
            self.sheets[name] = box
            self._sheet_row.addWidget(box)
        self._sheet_row.addStretch(1)
        self._tick(read)

    def _tick(self, read: set[str]) -> None:
        self._read_unasked = read
        for name, box in self.sheets.items():
            box.setChecked(name in read)

    def _ticked(self) -> set[str]:
        return {name for name, box in self.sheets.items() if box.isChecked()}

    def _choose_sheet(self) -> None:
        if not self._ticked():
            box = self.sender()
            if isinstance(box, QCheckBox):
                box.setChecked(True)  # one at least
            return
        self.changed.emit()
