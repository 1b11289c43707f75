"""One pair on the page "Hộ trùng": both households side by side, and what is decided about them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.duplicates.drafts import JoinDraft
from app.duplicates.operations import join_households, tell_apart
from app.duplicates.queries import Comparison, compare_pair
from app.wording import duplicates as words
from views import style, troubles
from views.doing import do
from views.duplicates.comparison import ComparisonTable
from views.list_page import TitleLine
from views.page import DOSSIER, InPair, WorkFrame
from views.rows_list import add_key
from views.widgets.buttons import flat_button, quiet_button
from views.widgets.form import quiet_label


class PairView(QWidget):
    """`left` when the officer goes back or the pair is decided (True: on to the next one)."""

    left = Signal(bool)

    def __init__(self, frame: WorkFrame) -> None:
        super().__init__()
        self.frame = frame
        self.shown: Comparison | None = None
        self._busy = False
        self.heading = TitleLine(words.COMPARE_TITLE)
        back = flat_button(words.BACK, "back")
        back.clicked.connect(lambda _=False: self.left.emit(False))
        self.heading.put_first(back)
        self.open_one = quiet_button(words.OPEN_ONE, lambda: self._open(0))
        self.open_other = quiet_button(words.OPEN_OTHER, lambda: self._open(1))
        self.different = self.heading.add_button(words.DIFFERENT, self.tell_apart)
        self.join = self.heading.set_filled(words.JOIN, self.join_both, "")
        self.why = QLabel(wordWrap=True)
        self.note = QLabel(wordWrap=True)
        self.table = ComparisonTable()
        self.help = quiet_label(words.COMPARE_HELP)
        self.help.setWordWrap(True)
        self._column = QVBoxLayout(self)
        for widget in (self.heading, self.why, self.note):
            self._column.addWidget(widget)
        self._column.addWidget(self.table, 1)
        foot = QHBoxLayout()
        foot.addWidget(self.help, 1)
        foot.addWidget(self.open_one)
        foot.addWidget(self.open_other)
        self._column.addLayout(foot)
        self.setFocusProxy(self.table)
        for keys, slot in self._keys().items():
            add_key(self, keys, slot)
        style.follow_scale(self, self._size)

    def _keys(self) -> dict[str, Callable[[], object]]:
        return {
            "1": self.join_both,
            "Ctrl+Return": self.join_both,
            "2": self.tell_apart,
            "Esc": lambda: self.left.emit(False),
            "Ctrl+PgDown": lambda: self.left.emit(True),
        }

    def _size(self) -> None:
        self._column.setContentsMargins(style.px(16), style.px(8), style.px(16), style.px(8))
        self._column.setSpacing(style.px(6))
        self.why.setFont(style.font(strong=True))

    def show_pair(self, pair: InPair) -> None:
        """Put a pair side by side, with what speaks for it."""
        workspace = self.frame.workspace

        def read() -> Comparison:
            with workspace.read() as session:
                return compare_pair(session, pair.left_id, pair.right_id)

        self._busy = True
        self.frame.runner.read(read, self._take, self._failed)

    def _take(self, shown: Comparison) -> None:
        self.shown, self._busy = shown, False
        self.join.setVisible(shown.may_join)
        self.join.setText(words.JOIN if shown.ours else words.PROPOSE_JOIN)
        self.join.updateGeometry()
        self.why.setText(words.WHY.format(score=shown.score, why=shown.why))
        self.note.setText(_note(shown))
        self.table.show_pair(shown)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _failed(self, error: BaseException) -> None:
        self._busy = False
        troubles.tell(error, words.COMPARE)
        self.left.emit(False)

    def _open(self, place: int) -> None:
        if self.shown is not None:
            side = (self.shown.one, self.shown.other)[place]
            self.frame.go(DOSSIER, side.id)

    # Deciding

    def join_both(self) -> None:
        """Join the two, with what is ticked of the second."""
        shown = self.shown
        if shown is None or self._busy or not shown.may_join:
            return
        draft = JoinDraft(shown.one.id, shown.other.id, self.table.taken(), shown.versions)
        told = (words.JOINED if shown.ours else words.PROPOSED).format(**self._names())
        workspace = self.frame.workspace
        self._busy = True
        do(self.frame, lambda: join_households(workspace, draft), words.JOINING, told, self._decided, self._failed)

    def tell_apart(self) -> None:
        """Remember that these are two households."""
        shown = self.shown
        if shown is None or self._busy:
            return
        pair = (shown.one.id, shown.other.id)
        told = words.TOLD_APART.format(**self._names())
        workspace = self.frame.workspace
        self._busy = True
        do(self.frame, lambda: tell_apart(workspace, [pair]), words.TELLING, told, self._decided, self._failed)

    def _names(self) -> dict[str, str]:
        if self.shown is None:
            return {"one": "", "other": ""}
        return {"one": self.shown.one.head_name, "other": self.shown.other.head_name}

    def _decided(self) -> None:
        self._busy = False
        self.left.emit(True)


def _note(shown: Comparison) -> str:
    """What joining these two means."""
    if not shown.may_join:
        return words.APART_MEANS
    told = [words.JOIN_MEANS if shown.ours else words.UPPER_MEANS]
    if shown.twice:
        told.append(words.CASES_TWICE.format(programmes=", ".join(shown.twice)))
    return "\n".join(told)
