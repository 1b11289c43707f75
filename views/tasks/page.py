"""The page "Cần xử lý": decisions by kind, one at a time, by key or by mouse."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QKeySequence, QPalette, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from app.documents.words import whole_text
from app.exchange.tasks import Task, choices_of, decide_tasks, list_tasks
from app.flags.queries import is_flag
from app.wording import flags as flag_words
from app.wording import tasks as words
from app.wording.fields import field_label
from views import messages, style, troubles
from views.doing import do
from views.list_page import TitleLine
from views.page import DOSSIER, InTab, Page, WorkFrame
from views.tasks.decision import Decision
from views.widgets.empty_state import EmptyState
from views.widgets.tab_keys import add_tab_keys


class TasksPage(Page):
    """The tasks are read anew after every change; the place in the list stays, so that one follows the other."""

    def __init__(self, window: WorkFrame) -> None:
        super().__init__()
        self._window = window
        self._tasks: list[Task] = []
        self._deciding = False
        self.heading = TitleLine(words.TITLE)
        self.tabs = QTabBar(expanding=False, drawBase=True)
        self.list = QListWidget()
        self.decision = Decision()
        self.empty = EmptyState(words.EMPTY, drawing="done")
        self._stack = QStackedWidget()
        self._lay_out()
        self.tabs.currentChanged.connect(lambda _: self._show_tab())
        self.list.currentRowChanged.connect(lambda _: self._show_task())
        self.decision.chosen.connect(self.decide)
        self.decision.dossier_asked.connect(self._open_dossier)
        for number in range(1, 10):
            key = QShortcut(QKeySequence(str(number)), self, partial(self.decide, number))
            key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        add_tab_keys(self, self.tabs)
        self.setFocusProxy(self.list)
        self.forget(None)

    def _lay_out(self) -> None:
        both = QWidget()
        across = QHBoxLayout(both)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(self.list)
        across.addWidget(self.decision, 1)
        self._stack.addWidget(self.empty)
        self._stack.addWidget(both)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.heading)
        self._column.addWidget(self.tabs)
        self._column.addWidget(self._stack, 1)
        self.list.setAccessibleName(words.TITLE)
        if not style.high_contrast():
            palette = self.list.palette()
            palette.setColor(QPalette.ColorRole.Highlight, QColor(style.SELECTION))
            palette.setColor(QPalette.ColorRole.HighlightedText, QColor(style.TEXT))
            self.list.setPalette(palette)
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        style.follow_scale(self, self._size)

    def _size(self) -> None:
        self._column.setContentsMargins(style.px(16), style.px(8), style.px(16), style.px(8))
        self._column.setSpacing(style.px(4))
        self.list.setFixedWidth(style.px(260))
        self.list.setSpacing(style.px(1))

    # Reading

    def forget(self, changes: object) -> None:
        self._window.runner.read(lambda: list_tasks(self._window.workspace), self._take)

    def _take(self, tasks: list[Task]) -> None:
        self._tasks, self._deciding = tasks, False
        kind, place = self._kind(), max(0, self.list.currentRow())
        kinds = list(dict.fromkeys(str(one.kind) for one in tasks))
        kinds.sort(key=list(words.KINDS).index)
        self.tabs.blockSignals(True)
        while self.tabs.count():
            self.tabs.removeTab(0)
        for one in kinds:
            count = sum(task.kind == one for task in tasks)
            self.tabs.addTab(f"{words.KINDS[one]} ({whole_text(count)})")
            self.tabs.setTabData(self.tabs.count() - 1, one)
        self.tabs.setCurrentIndex(kinds.index(kind) if kind in kinds else 0)
        self.tabs.blockSignals(False)
        self.heading.count.setText(whole_text(len(tasks)) if tasks else "")
        self.tabs.setVisible(bool(tasks))
        self._stack.setCurrentIndex(1 if tasks else 0)
        self._show_tab(place if kind in kinds else 0)

    def _kind(self) -> str:
        return str(self.tabs.tabData(self.tabs.currentIndex()) or "")

    @property
    def shown(self) -> list[Task]:
        """The tasks of the tab in sight."""
        return [one for one in self._tasks if one.kind == self._kind()]

    def _show_tab(self, place: int = 0) -> None:
        self.list.blockSignals(True)
        self.list.clear()
        self.list.addItems([_title(one) for one in self.shown])
        self.list.setCurrentRow(min(place, self.list.count() - 1))
        self.list.blockSignals(False)
        self._show_task()

    @property
    def current(self) -> Task | None:
        """The decision in sight."""
        place, shown = self.list.currentRow(), self.shown
        return shown[place] if 0 <= place < len(shown) else None

    def _show_task(self) -> None:
        task = self.current
        if task is not None:
            self.decision.show_task(task, len(self._alike(task)))

    def _alike(self, task: Task) -> list[Task]:
        """Others of the same kind about the same item, which can be answered the same way."""
        same = (task.kind, task.entity, task.field, choices_of(task))
        return [
            one
            for one in self._tasks
            if one.id != task.id and (one.kind, one.entity, one.field, choices_of(one)) == same
        ]

    # Deciding

    def decide(self, number: int) -> None:
        """Answer the decision in sight, and all others like it when that is ticked."""
        task = self.current
        if task is None or self._deciding or not 1 <= number <= choices_of(task):
            return
        alike = self._alike(task) if self.decision.alike.isChecked() else []
        ids, reason = [task.id, *(one.id for one in alike)], self.decision.reason.text().strip()
        if is_flag(task.id) and not reason:
            self.decision.reason.setFocus()
            messages.trouble(flag_words.FLAG_PROBLEMS["flag_reason_missing"])
            return
        who = task.household_name or words.KINDS[task.kind]
        told = words.DECIDED_MANY.format(count=len(ids)) if alike else words.DECIDED.format(who=who)
        self._deciding = True
        workspace = self._window.workspace
        do(
            self._window,
            lambda: decide_tasks(workspace, ids, number, reason or None),
            words.DECIDING,
            told,
            failed=self._failed,
        )

    def _open_dossier(self, household: str, tab: str) -> None:
        self._window.go(DOSSIER, InTab(household, tab) if tab else household)

    def _failed(self, error: BaseException) -> None:
        self._deciding = False
        troubles.tell(error, words.DECIDING)
        self.forget(None)


def _title(task: Task) -> str:
    """Two lines of the list: whose, and which item."""
    about = field_label(task.entity, task.field) if task.field else words.KINDS[task.kind]
    about = flag_words.NAMES.get(task.field or "", about)
    return f"{task.household_name}\n{about}" if task.household_name else task.text
