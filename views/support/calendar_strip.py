"""A strip of the days a list hangs: the day of posting, the days that count, days off, the day from which houses go."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget

from app.parsing import today
from app.review.queries import holidays, posting_end
from app.wording import review_pages as words
from views import style

_CELL, _LEAST, _HEIGHT = 68, 54, 56
_DAY_WORDS = {"posted": words.DAY_POSTED, "off": words.DAY_OFF, "opens": words.DAY_OPENS}


@dataclass(frozen=True)
class StripDay:
    """A day of the strip: `kind` is posted, counted, off or opens; `number` which day of the posting it is."""

    day: date
    kind: str
    number: int = 0

    @property
    def said(self) -> str:
        """What stands under the day."""
        return _DAY_WORDS.get(self.kind) or words.DAY_COUNTED.format(number=self.number)


def strip_days(posted_on: str | None, days: int | None, working: bool) -> list[StripDay]:
    """The days from the posting to the day from which houses are submitted; none where they cannot be counted."""
    end = posting_end(posted_on, days, working)
    if end is None or not posted_on:
        return []
    found, number = [], 0
    known = holidays()
    for place, (day, works) in enumerate(known.strip(date.fromisoformat(posted_on), date.fromisoformat(end))):
        if place == 0:
            found.append(StripDay(day, "posted"))
        elif working and not works:
            found.append(StripDay(day, "off"))
        else:
            number += 1
            found.append(StripDay(day, "counted", number))
    opens = date.fromordinal(date.fromisoformat(end).toordinal() + 1)
    return [*found, StripDay(opens, "opens")]


def opens_sentence(days: Sequence[StripDay]) -> str:
    """When a list ends and from when its houses go: "Trình được từ thứ Năm 05/11"."""
    if not days:
        return words.OPENS_NOT_COUNTED
    return words.OPENS_SENTENCE.format(end=words.day_text(days[-2].day), start=words.day_text(days[-1].day))


class _Days(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.days: list[StripDay] = []
        self.cell = _CELL
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_days(self, days: Sequence[StripDay]) -> None:
        self.days = list(days)
        self.setFixedSize(self.sizeHint())
        said = [f"{words.day_text(one.day)}: {one.said}" for one in self.days]
        self.setAccessibleName("\n".join(said))
        self.update()

    def fit(self, room: int) -> None:
        """Narrower days where that lets all of them be seen."""
        wanted = room * 100 // style.scale.percent // max(1, len(self.days))
        self.cell = max(_LEAST, min(_CELL, wanted))
        self.setFixedSize(self.sizeHint())
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(max(1, len(self.days) * style.px(self.cell)), style.px(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for place, one in enumerate(self.days):
            width = style.px(self.cell)
            self._paint_day(painter, QRect(place * width, 0, width - style.px(3), self.height() - 1), one)

    def _paint_day(self, painter: QPainter, cell: QRect, one: StripDay) -> None:
        """Told apart in grey too: days off are hatched, the day that opens is filled."""
        plain = not style.high_contrast()
        ground = {"posted": style.SELECTION, "off": style.GROUND, "opens": style.PRIMARY}.get(one.kind, style.SURFACE)
        painter.fillRect(cell, QColor(ground) if plain else self.palette().base().color())
        if one.kind == "off":
            painter.fillRect(cell, Qt.BrushStyle.BDiagPattern)
            painter.fillRect(cell.adjusted(3, 3, -3, -3), QColor(ground) if plain else self.palette().base().color())
        now = one.day == today()
        painter.setPen(QPen(QColor(style.PRIMARY if now else style.FIELD_BORDER), 2 if now else 1))
        painter.drawRect(cell.adjusted(1, 1, -1, -1))
        ink = style.SURFACE if one.kind == "opens" and plain else style.TEXT if plain else ""
        painter.setPen(QColor(ink) if ink else self.palette().text().color())
        third = cell.height() // 3
        texts = (words.WEEKDAYS_SHORT[one.day.weekday()], f"{one.day:%d/%m}", one.said)
        for number, text in enumerate(texts):
            painter.setFont(style.font(style.BODY if number == 1 else style.CAPTION - 1, strong=number == 1))
            line = QRect(cell.x(), cell.y() + number * third, cell.width(), third)
            painter.drawText(line, Qt.AlignmentFlag.AlignCenter, text)


class CalendarStrip(QScrollArea):
    """Scrolls sideways where a list hangs longer than there is room."""

    def __init__(self) -> None:
        super().__init__()
        self._days = _Days()
        self.setWidget(self._days)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        style.follow_scale(self, self._size)

    def _size(self) -> None:
        self._days.show_days(self._days.days)
        self._fit()

    def _fit(self) -> None:
        """Room for the scroll bar only where the days find no room."""
        self._days.fit(self.width())
        bar = self.horizontalScrollBar().sizeHint().height() if self._days.width() > self.width() else 0
        self.setFixedHeight(style.px(_HEIGHT) + bar)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def show_days(self, days: Sequence[StripDay]) -> None:
        """Show these days; none hides the strip."""
        self._days.show_days(days)
        self.setVisible(bool(days))
        self._fit()

    @property
    def days(self) -> list[StripDay]:
        """The days in sight."""
        return self._days.days
