"""The tab "In theo lô": houses at the left, kinds of papers at the right, all of it one job."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app.paperwork.rules import ROAD
from app.wording import paperwork as names
from app.wording import paperwork_pages as words
from models.vocabulary import PaperKind, Status
from views import messages, style
from views.page import Page, WorkFrame
from views.paperwork.acting import Pairs
from views.widgets.empty_state import EmptyState
from views.widgets.form import group_title, quiet_label
from views.worklist import HEAD, PROGRAMME, STATUS, VILLAGE, WORK_TYPE, CaseList, CaseSource

KINDS = (
    PaperKind.APPLICATION,
    PaperKind.COMMITMENT,
    PaperKind.AUTHORISATION,
    PaperKind.LAND_CONFIRMATION,
    PaperKind.SURVEY_FORM,
    PaperKind.REVIEW_MINUTES,
    PaperKind.POSTING_LIST,
    PaperKind.POSTING_END_MINUTES,
    PaperKind.SUBMISSION,
    PaperKind.DECISION,
    PaperKind.STAGE_MINUTES,
    PaperKind.COMPLETION_CHECK,
    PaperKind.HANDOVER_MINUTES,
    PaperKind.CASH_HANDOVER_MINUTES,
    PaperKind.HOUSEHOLD_SUMMARY,
)
_WIDTH, _LEAST, _SEARCH = 300, 220, 120
_LISTED = (*ROAD, Status.ON_HOLD)


class BatchTab(Page):
    """Space ticks a kind as it ticks a house."""

    def __init__(self, frame: WorkFrame, show_pairs: Callable[[Pairs], object]) -> None:
        super().__init__()
        self._show_pairs = show_pairs
        source = CaseSource(frame, _LISTED)
        columns = (HEAD, VILLAGE, STATUS, WORK_TYPE, PROGRAMME)
        self.list = CaseList(frame, source, columns, "paperwork.batch", EmptyState(words.EVERYTHING_THERE))
        self.kinds = QListWidget()
        self.kinds.setAccessibleName(words.BATCH_KINDS)
        self.kinds.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for kind in KINDS:
            item = QListWidgetItem(names.kind_name(kind.value), self.kinds)
            item.setData(Qt.ItemDataRole.UserRole, kind.value)
            item.setToolTip(item.text())
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked)
        side = QWidget()
        below = QVBoxLayout(side)
        below.setContentsMargins(style.px(8), 0, 0, 0)
        hint = quiet_label(words.BATCH_HINT)
        hint.setWordWrap(True)
        below.addWidget(group_title(words.BATCH_KINDS))
        below.addWidget(hint)
        below.addWidget(self.kinds, 1)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(self.list, 3)
        across.addWidget(side, 1)
        self._side, search = side, self.list.panel.search
        style.follow_scale(search, lambda: search.setMinimumWidth(_SEARCH))
        style.follow_scale(self, self._size)
        self.setFocusProxy(self.list)

    def _size(self) -> None:
        """Both parts give way on a small screen."""
        self._side.setMinimumWidth(_LEAST)
        self._side.setMaximumWidth(style.px(_WIDTH))

    def ticked_kinds(self) -> list[str]:
        """The kinds that are ticked."""
        items = [self.kinds.item(place) for place in range(self.kinds.count())]
        return [str(one.data(Qt.ItemDataRole.UserRole)) for one in items if one.checkState() is Qt.CheckState.Checked]

    def show_set(self) -> None:
        """Bring every ticked paper of every ticked house into sight."""
        kinds = self.ticked_kinds()
        if not kinds:
            messages.trouble(words.TICK_KIND)
            return
        cases = self.list.chosen()
        if cases:
            self._show_pairs([(case, kind) for case in cases for kind in kinds])

    def forget(self, changes: object) -> None:
        self.list.forget(changes)

    def programme_changed(self) -> None:
        self.list.programme_changed()
