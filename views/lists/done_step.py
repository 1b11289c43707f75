"""What an import did, and what may be done next with it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.documents.words import whole_text
from app.lists.report import ImportReport
from app.wording import list_import as words
from views import style
from views.lists.told import counts_text
from views.widgets.empty_state import EmptyState


class DoneStep(QWidget):
    """The counts once more; `state` carries the buttons."""

    def __init__(self) -> None:
        super().__init__()
        self.counts = QLabel()
        self.counts.setWordWrap(True)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, style.px(8), 0, 0)
        self.column.addWidget(self.counts)
        self.state: EmptyState | None = None

    def show_report(self, report: ImportReport, doings: Sequence[tuple[str, Callable[[], object]]]) -> None:
        """Say what was saved and what was not, and offer what may be done next."""
        said = {name: whole_text(getattr(report, name)) for name in words.COUNTED}
        self.counts.setText(counts_text(report))
        sentence = words.DONE_WITH_ERRORS if report.rejected else words.DONE_WHOLE
        if self.state is not None:
            self.state.deleteLater()
        self.state = EmptyState(sentence.format(**said), doings, "done")
        self.column.addWidget(self.state, 1)
