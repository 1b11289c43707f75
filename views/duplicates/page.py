"""The page "Hộ trùng": pairs that may be one household, found on the worker, decided one by one or by ticks."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.actions import Action
from app.documents.words import moment_text, whole_text
from app.duplicates.operations import part_households, take_back_apart, tell_apart
from app.duplicates.queries import Outcome, PairRow
from app.duplicates.storing import find_and_keep, found_at, found_at_once
from app.wording import duplicates as words
from views import style, troubles
from views.doing import do
from views.duplicates.lists import DecidedList, WaitingList
from views.duplicates.pair_view import PairView
from views.list_parts import add_button, with_current
from views.page import InPair, Page, WorkFrame
from views.rows_list import add_key
from views.tabbed_page import TabbedPage
from views.widgets.buttons import quiet_button
from views.widgets.form import quiet_label

_OWN = (Action.JOIN_HOUSEHOLDS, Action.PART_HOUSEHOLDS, Action.TELL_APART)


class DuplicatesPage(Page):
    """The lists, and over them one pair side by side. It receives an `InPair`, or nothing for the list."""

    def __init__(self, frame: WorkFrame) -> None:
        super().__init__()
        self.frame = frame
        self._finding = False
        self.waiting, self.decided = WaitingList(frame), DecidedList(frame)
        self.lists = TabbedPage(frame, words.TITLE)
        self.lists.add_tab(self.waiting, words.TO_DECIDE, words.COMPARE, self.compare)
        self.lists.add_tab(self.decided, words.DECIDED)
        self.lists.set_filled(words.COMPARE)
        self.pair = PairView(frame)
        self.when = quiet_label()
        self.again = quiet_button(words.FIND_AGAIN, self.find_pairs)
        self.lists.add_beside_tabs(_search_line(self.when, self.again))
        self._stack = QStackedWidget()
        self._stack.addWidget(self.lists)
        self._stack.addWidget(self.pair)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self.setFocusProxy(self.waiting)
        self.different = self.waiting.line.add_action(words.DIFFERENT, self.tell_ticked_apart)
        self.part = add_button(self.decided, words.TAKE_BACK, with_current(self.decided, self._take_back))
        self.waiting.view.opened.connect(lambda _key: self.compare())
        self.waiting.table.counted.connect(self._show_count)
        self.pair.left.connect(self._leave_pair)
        add_key(self.waiting, "2", self.tell_ticked_apart)
        self._look()

    # Finding

    def _look(self) -> None:
        """Say when pairs were found; find them where nobody has yet, or where it takes a second."""
        with self.frame.workspace.read() as session:
            found, soon = found_at(session), found_at_once(session)
        self._say(found)
        if found is None or soon:
            self.find_pairs()

    def _say(self, found: datetime | None) -> None:
        self.when.setText(words.FOUND_AT.format(when=moment_text(found)) if found else words.NEVER_FOUND)

    def find_pairs(self) -> None:
        """Look for pairs among all households, on the worker; it tells how far it is and can be stopped."""
        if self._finding:
            return
        self._finding = True
        self.again.setEnabled(False)
        workspace = self.frame.workspace
        self.frame.runner.run(
            lambda progress: find_and_keep(workspace, progress), self._found, words.FINDING, self._not_found
        )

    def _found(self, _count: int) -> None:
        self._finding = False
        self.again.setEnabled(True)
        self._say(datetime.now().astimezone())
        self.waiting.load()

    def _not_found(self, error: BaseException) -> None:
        self._finding = False
        self.again.setEnabled(True)
        troubles.tell(error, words.FINDING)

    def forget(self, changes: object) -> None:
        self.waiting.forget(changes)
        self.decided.forget(changes)
        tables = getattr(changes, "tables", None)
        touched = tables is None or not tables.isdisjoint({"household", "member"})
        if touched and getattr(changes, "action", None) not in _OWN:
            with self.frame.workspace.read() as session:
                if found_at_once(session):
                    self.find_pairs()

    def programme_changed(self) -> None:
        """Pairs are of all programmes."""

    # One pair

    def receive(self, request: object) -> None:
        if isinstance(request, InPair):
            self._show(request)

    def compare(self) -> None:
        """Put the pair in hand side by side."""
        row = self.waiting.current()
        if row is None and self.waiting.table.count:
            row = self.waiting.table.row_at(0)
        if row is not None:
            self._show(InPair(row.left.id, row.right.id))

    def _show(self, pair: InPair) -> None:
        self._stack.setCurrentWidget(self.pair)
        self.pair.show_pair(pair)

    def _leave_pair(self, onward: bool) -> None:
        """Back to the list, or on to the pair that follows in it."""
        following = self._following() if onward else None
        if following is not None:
            self._show(InPair(following.left.id, following.right.id))
            return
        self._stack.setCurrentWidget(self.lists)
        self.waiting.setFocus()

    def _following(self) -> PairRow | None:
        shown, table = self.pair.shown, self.waiting.table
        place = table.position(f"{shown.one.id}:{shown.other.id}") if shown is not None else None
        after = place + 1 if place is not None else 0
        return table.row_at(after) if after < table.count else None

    # Many at once, and taking back

    def tell_ticked_apart(self) -> None:
        """The ticked pairs are different households, in one change."""
        rows = self.waiting.chosen()
        pairs = [(row.left.id, row.right.id) for row in rows]
        if not pairs:
            return
        told = words.TOLD_APART_MANY.format(count=whole_text(len(pairs)))
        workspace = self.frame.workspace
        do(self.frame, lambda: tell_apart(workspace, pairs), words.TELLING, told, self.waiting.table.untick_all)

    def _take_back(self, row: PairRow) -> None:
        workspace, names = self.frame.workspace, {"one": row.left.head_name, "other": row.right.head_name}
        if row.outcome is Outcome.JOINED:
            told = words.PARTED.format(**names)
            do(self.frame, lambda: part_households(workspace, row.left.id), words.PARTING, told)
        else:
            told = words.LOOKED_AGAIN.format(**names)
            do(self.frame, lambda: take_back_apart(workspace, row.left.id, row.right.id), words.TELLING, told)

    def _show_count(self) -> None:
        count = self.waiting.table.total
        self.lists.heading.count.setText(f"{whole_text(count)} {words.UNIT}" if count else "")

    def show_tab_called(self, title: str) -> None:
        self.lists.show_tab_called(title)


def _search_line(*widgets: QWidget) -> QWidget:
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(style.px(8))
    for widget in widgets:
        row.addWidget(widget)
    return line
