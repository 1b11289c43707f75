"""Finds a house by a few letters without accents and says which of its stages is meant: all by keys."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListWidget, QVBoxLayout, QWidget

from app.photos.operations import SURVEY
from app.photos.waiting import WaitingPhoto
from app.reports.worklists import CaseRow
from app.wording import photos as words
from models.vocabulary import Stage, Status
from views import style
from views.page import WorkFrame
from views.widgets.form import quiet_label, text_line
from views.widgets.switch import Switch
from views.worklist import CaseSource

_MOST = 30
_STATUSES = (
    Status.APPROVED,
    Status.STARTED,
    Status.IN_PROGRESS,
    Status.ON_HOLD,
    Status.ACCEPTED,
    Status.HANDED_OVER,
    Status.CLOSED,
)
#: By its key: the old house, then the stages 1 to 4.
SUBJECTS = (SURVEY, *(one.value for one in Stage if one is not Stage.START))
_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


@dataclass(frozen=True)
class Destination:
    """A house and what a picture of it shows; the old house belongs to no case."""

    household_id: str | None
    case_id: str | None
    subject: str | None

    def of(self, photo: WaitingPhoto) -> WaitingPhoto:
        """The picture, meant for this house."""
        return replace(photo, household_id=self.household_id, case_id=self.case_id, subject=self.subject)


#: No house is meant.
NOWHERE = Destination(None, None, None)


class HouseFinder(QWidget):
    """`given` is Enter on a house, `left` is Esc."""

    given = Signal()
    left = Signal()

    def __init__(self, frame: WorkFrame) -> None:
        super().__init__()
        self.source = CaseSource(frame, _STATUSES, decided=True)
        self.rows: list[CaseRow] = []
        self.line = text_line(hint=words.HOUSE_HINT)
        self.line.setAccessibleName(words.HOUSE)
        self.houses = QListWidget()
        self.houses.setAccessibleName(words.HOUSES)
        self.none = quiet_label(words.NO_HOUSE)
        names = [words.STAGE_KEY.format(key=key, stage=words.SHORT[one]) for key, one in enumerate(SUBJECTS) if key]
        self.stages = Switch((words.BY_PROGRESS, words.OLD_HOUSE, *names))
        self.stages.setAccessibleName(words.STAGE)
        self._lay_out()
        self.line.installEventFilter(self)
        self.line.textChanged.connect(self.search)
        self.houses.itemActivated.connect(lambda _: self.given.emit())
        self.stages.chosen.connect(lambda _: self._name_rows())
        self.setFocusProxy(self.line)
        self.search()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        label = QLabel(words.HOUSE)
        label.setBuddy(self.line)
        head.addWidget(label)
        head.addWidget(self.line, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.px(4))
        column.addLayout(head)
        column.addWidget(self.stages)
        column.addWidget(self.houses, 1)
        column.addWidget(self.none)

    def search(self) -> None:
        """The houses with the words typed, in the order of the list."""
        self.source.narrow(text=self.line.text())
        self.rows = list(self.source.first(None, _MOST))
        self._name_rows()
        self.houses.setCurrentRow(0 if self.rows else -1)
        self.none.setVisible(not self.rows)

    def _name_rows(self) -> None:
        place = self.houses.currentRow()
        self.houses.clear()
        for row in self.rows:
            self.houses.addItem(words.house_line(row.head_name, row.village, self._subject(row)))
        self.houses.setCurrentRow(place)

    def programme_changed(self, programme: str | None) -> None:
        """Only houses of this programme are found."""
        self.source.narrow(programme_id=programme)
        self.search()

    def begin(self, letter: str) -> None:
        """A letter typed elsewhere begins another search."""
        self.line.setText(letter)
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.line.setCursorPosition(len(letter))

    def press(self, key: int) -> None:
        """A key 0 to 4 names the stage; the same once more is "by progress" again."""
        self.stages.choose(0 if self.stages.place == key + 1 else key + 1)

    def destination(self) -> Destination | None:
        """The house in hand; None where none is found."""
        place = self.houses.currentRow()
        if not 0 <= place < len(self.rows):
            return None
        row = self.rows[place]
        subject = self._subject(row)
        return Destination(row.household_id, None if subject == SURVEY else row.case_id, subject)

    def _subject(self, row: CaseRow) -> str:
        if self.stages.place > 0:
            return SUBJECTS[self.stages.place - 1]
        done = [stage for stage in Stage if stage in row.state.stages]
        return (done[-1] if done else Stage.START).value

    def eventFilter(self, watched: object, event: object) -> bool:
        """In the line, digits name the stage, arrows go through the houses, Enter gives."""
        if not isinstance(event, QKeyEvent) or event.type() != QKeyEvent.Type.KeyPress or watched is not self.line:
            return False
        if event.text() and event.text() in "01234":
            self.press(int(event.text()))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.given.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in _MOVES:
            step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -8}.get(Qt.Key(event.key()), 8)
            self.houses.setCurrentRow(min(max(self.houses.currentRow() + step, 0), len(self.rows) - 1))
        else:
            return False
        return True
