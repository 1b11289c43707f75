"""The page "Cần xử lý": decisions by kind, one at a time, by key or by mouse."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QKeySequence, QPalette, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from app.actions import Action
from app.documents.words import moment_text, whole_text
from app.duplicates.storing import find_and_keep
from app.duplicates.storing import found_at_once as pairs_at_once
from app.exchange.task import Task
from app.exchange.tasks import choices_of, decide_tasks, list_decisions, list_flags
from app.flags.queries import Flag, found_at_once, is_flag
from app.parsing import today
from app.wording import duplicates as duplicate_words
from app.wording import flags as flag_words
from app.wording import tasks as words
from app.wording.fields import field_label
from models.vocabulary import TaskKind
from views import messages, style, troubles
from views.asking import ask_again
from views.doing import do
from views.list_page import TitleLine
from views.page import (
    DOSSIER,
    DUPLICATES,
    EXCHANGE,
    FLAGS_FOUND,
    InPair,
    InTab,
    OfLaptop,
    Page,
    WorkFrame,
)
from views.tasks.decision import Decision
from views.tasks.search_line import SearchLine
from views.tasks.waiting import Waiting
from views.widgets.empty_state import EmptyState
from views.widgets.tab_keys import add_tab_keys

TITLES = 300  #: of the list, before one comes to its end


class TasksPage(Page):
    """The tasks are read anew after every change; the place in the list stays, so that one follows the other."""

    def __init__(self, window: WorkFrame) -> None:
        super().__init__()
        self._window = window
        self._waiting = Waiting()
        self.shown: Sequence[Task] = ()
        self._deciding = self._finding = False
        self._found: str | None = None
        self.heading = TitleLine(words.TITLE)
        self.tabs = QTabBar(expanding=False, drawBase=True)
        self.list = QListWidget()
        self.decision = Decision()
        self.search = SearchLine(self.find_points)
        self.search.chosen.connect(self._show_tab)
        self.empty = EmptyState(words.EMPTY, drawing="done")
        self._stack = QStackedWidget()
        self._lay_out()
        self.tabs.currentChanged.connect(lambda _: self._show_tab())
        self.list.currentRowChanged.connect(lambda _: self._show_task())
        self.decision.chosen.connect(self.decide)
        self.decision.dossier_asked.connect(self._open_dossier)
        self.decision.compare_asked.connect(lambda one, other: window.go(DUPLICATES, InPair(one, other)))
        for number in range(1, 10):
            key = QShortcut(QKeySequence(str(number)), self, partial(self.decide, number))
            key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        alike = QShortcut(QKeySequence(words.ALIKE_KEY), self, self.decision.turn_alike)
        alike.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        add_tab_keys(self, self.tabs)
        self.setFocusProxy(self.list)
        self.forget(None)
        self._find_pairs()

    def _lay_out(self) -> None:
        both = QWidget()
        across = QHBoxLayout(both)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(self.list)
        across.addWidget(self.decision, 1)
        self._stack.addWidget(self.empty)
        self._stack.addWidget(both)
        self._stack.addWidget(QWidget())  # nobody knows yet whether anything waits
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.heading)
        self._column.addWidget(self.search)
        self._column.addWidget(self.tabs)
        self._column.addWidget(self._stack, 1)
        self.list.verticalScrollBar().valueChanged.connect(self._scrolled)
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
        workspace = self._window.workspace

        def read() -> tuple[list[Task], list[Flag] | None]:
            with workspace.read() as session:
                soon = found_at_once(session)
            return list_decisions(workspace), list_flags(workspace) if soon else None

        def take(found: tuple[list[Task], list[Flag] | None]) -> None:
            tasks, flags = found
            self.search.setVisible(flags is None)
            self._take(Waiting(tasks, self._waiting.flags if flags is None else flags))
            if flags is None:
                self._follow_search(changes)

        self._window.runner.read(read, take)

    def _find_pairs(self) -> None:
        """Households that may be one are looked for when the page is first opened, where that takes a second."""
        workspace = self._window.workspace
        with workspace.read() as session:
            soon = pairs_at_once(session)
        if soon:
            self._window.runner.run(
                lambda progress: find_and_keep(workspace, progress),
                lambda count: self.forget(None) if count else None,
                duplicate_words.FINDING,
            )

    def _follow_search(self, changes: object) -> None:
        """Of many houses the points are found once, and again when somebody asks for it."""
        if self._found is None and not self._finding:
            self.find_points()
        elif self._found is not None and getattr(changes, "action", None) is not Action.ANSWER_FLAG:
            self.search.say(words.FOUND_BEFORE.format(when=self._found))

    def find_points(self) -> None:
        """Look for the points of all houses, on the worker; it tells how far it is and can be stopped."""
        if self._finding:
            return
        self._finding = True
        self.search.say(words.FINDING)
        workspace = self._window.workspace
        self._window.runner.run(
            lambda progress: list_flags(workspace, progress), self._take_flags, words.FINDING, self._not_found
        )

    def _take_flags(self, flags: list[Flag]) -> None:
        self._finding, self._found = False, moment_text(datetime.now().astimezone())
        self.search.say(words.FOUND.format(count=whole_text(len(flags)), when=self._found))
        self._window.memory.put(FLAGS_FOUND, f"{len(flags)} {today().isoformat()}")
        self._take(Waiting(self._waiting.tasks, flags))

    def _not_found(self, error: BaseException) -> None:
        self._finding = False
        self.search.say(words.NOT_FOUND)
        troubles.tell(error, words.FINDING)

    def _take(self, waiting: Waiting) -> None:
        self._waiting, self._deciding = waiting, False
        self.search.offer(waiting.codes() if self.search.isVisibleTo(self) else {})
        kind, place = self._kind(), max(0, self.list.currentRow())
        counts = waiting.kinds()
        kinds = sorted(counts, key=list(words.KINDS).index)
        self.tabs.blockSignals(True)
        while self.tabs.count():
            self.tabs.removeTab(0)
        for one in kinds:
            self.tabs.addTab(f"{words.KINDS[one]} ({whole_text(counts[one])})")
            self.tabs.setTabData(self.tabs.count() - 1, one)
        self.tabs.setCurrentIndex(kinds.index(kind) if kind in kinds else 0)
        self.tabs.blockSignals(False)
        self.heading.count.setText(whole_text(len(waiting)) if len(waiting) else "")
        self.tabs.setVisible(len(waiting) > 0)
        searching = self.search.isVisibleTo(self) and self._found is None
        self._stack.setCurrentIndex(1 if len(waiting) else 2 if searching else 0)
        self._show_tab(place if kind in kinds else 0)

    def _kind(self) -> str:
        return str(self.tabs.tabData(self.tabs.currentIndex()) or "")

    def _show_tab(self, place: int = 0) -> None:
        self.shown = self._waiting.of_kind(self._kind(), self.search.code)
        place = min(place, len(self.shown) - 1)
        self.list.blockSignals(True)
        self.list.clear()
        self._add_titles(place + 1)
        self.list.setCurrentRow(place)
        self.list.blockSignals(False)
        self._show_task()

    def _add_titles(self, wanted: int = 0) -> None:
        """The next titles of the list; more follow when one comes to its end."""
        have = self.list.count()
        self.list.addItems([_title(one) for one in self.shown[have : max(wanted, have) + TITLES]])

    def _scrolled(self, value: int) -> None:
        if value >= self.list.verticalScrollBar().maximum() - 1 and self.list.count() < len(self.shown):
            self._add_titles()

    @property
    def current(self) -> Task | None:
        """The decision in sight."""
        place = self.list.currentRow()
        return self.shown[place] if 0 <= place < len(self.shown) else None

    def _show_task(self) -> None:
        task = self.current
        if task is not None:
            self.decision.show_task(task, self._waiting.count_alike(task))

    # Deciding

    def decide(self, number: int) -> None:
        """Answer the decision in sight, and all others like it when that is ticked."""
        task = self.current
        if task is not None and task.kind is TaskKind.GAP and number == 1:
            self._ask_again(task)
            return
        if task is None or self._deciding or not 1 <= number <= choices_of(task):
            return
        if task.kind is TaskKind.DEVICE:  # its code is compared where it stands large
            self._window.go(EXCHANGE, OfLaptop(task.id.partition(":")[2]))
            return
        alike = self._waiting.alike(task) if self.decision.alike.isChecked() else []
        ids, reason = [task.id, *alike], self.decision.reason.text().strip()
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
            partial(self._answered, ids),
            self._failed,
        )

    def _ask_again(self, task: Task) -> None:
        """Write the request for all that is missing of the office in sight, or with the tick of every office."""
        everybody = self.decision.alike.isChecked() or not task.ask
        ask_again(self._window, () if everybody else (task.ask,))

    def _answered(self, ids: list[str]) -> None:
        """Points that are not found anew after every change leave the list with their answer."""
        if self._found is not None:
            self._take(self._waiting.without(ids))

    def _open_dossier(self, household: str, tab: str) -> None:
        self._window.go(DOSSIER, InTab(household, tab) if tab else household)

    def _failed(self, error: BaseException) -> None:
        self._deciding = False
        troubles.tell(error, words.DECIDING)
        self.forget(None)


def _title(task: Task) -> str:
    """Two lines of the list: whose, and which item; of what is about no household how its sentence begins."""
    about = field_label(task.entity, task.field) if task.field else words.KINDS[task.kind]
    about = flag_words.NAMES.get(task.field or "", about)
    if task.household_name:
        return f"{task.household_name}\n{about}"
    begins = task.text.split(". ")[0]
    return f"{begins}\n{words.ALREADY_ASKED}" if task.asked else begins
