"""The head of a dossier: who it is, how far the house, the money and the papers are, and the next step."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from app.reports.dossier import Dossier
from app.wording import dossier as words
from app.wording.household_pages import TAKEN_OFF, status_label
from app.wording.paperwork import missing_text
from app.wording.vocabulary import CATEGORIES, FLAGS, GENDERS
from models.vocabulary import Stage
from views import style
from views.widgets.buttons import FilledButton, MenuButton, flat_button
from views.widgets.date_edit import shown_date
from views.widgets.form import quiet_label
from views.widgets.house_pictogram import HousePicture
from views.widgets.status_sign import StatusTag, group_of

HEIGHT = 96
_BUILDING = (Stage.FOUNDATION, Stage.FRAME_WALL, Stage.ROOF, Stage.FINISH)
_MILLION = 1_000_000


class Bar(QWidget):
    """One of three questions: a name, how far it is, a line that is filled so far."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name, self._text, self._share = name, "", 0.0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        style.follow_scale(self, self.updateGeometry)

    def show_share(self, text: str, share: float, tip: str = "") -> None:
        """How far it is, in words and from 0 to 1."""
        self._text, self._share = text, max(0.0, min(1.0, share))
        self.setToolTip(tip)
        self.setAccessibleName(f"{self._name}: {text}")
        self.update()

    @property
    def text(self) -> str:
        """What stands behind the name."""
        return self._text

    def sizeHint(self) -> QSize:
        return QSize(style.px(210), style.px(24))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(style.font(style.CAPTION))
        line = style.px(5)
        words_box = self.rect().adjusted(0, 0, 0, -line - style.px(2))
        plain = not style.high_contrast()
        ink = self.palette().windowText().color()
        painter.setPen(QColor(style.QUIET) if plain else ink)
        painter.drawText(words_box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self._name)
        painter.setPen(ink)
        painter.drawText(words_box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self._text)
        groove = QRectF(0, self.height() - line, self.width(), line)
        painter.fillRect(groove, QColor(style.LINE) if plain else self.palette().mid().color())
        groove.setWidth(groove.width() * self._share)
        painter.fillRect(groove, self.palette().highlight().color())


class DossierHead(QFrame):
    """`next_step` is the filled button; `step` goes through the list the dossier was opened from."""

    def __init__(self, back: Callable[[], object], step: Callable[[int], object]) -> None:
        super().__init__()
        self.picture = HousePicture(54)
        self.picture.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.name = QLabel()
        self.about, self.marks = quiet_label(), quiet_label()
        for label in (self.name, self.about, self.marks):
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.about.setWordWrap(True)
        self.status = StatusTag()
        self.house, self.money, self.papers = Bar(words.HOUSE), Bar(words.MONEY), Bar(words.PAPERS)
        self.next_step = FilledButton("", "")
        self.before = flat_button("", "back")
        self.before.setToolTip(words.BACK)
        self.before.setAccessibleName(words.BACK)
        self.before.clicked.connect(back)
        self._lay_out(step)
        style.follow_scale(self, self._size)

    def _lay_out(self, step: Callable[[int], object]) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, style.px(4), 0, style.px(4))
        row.setSpacing(style.px(12))
        row.addWidget(self.before, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.picture)
        person = QVBoxLayout()
        person.setSpacing(style.px(2))
        person.addWidget(self.name)
        person.addWidget(self.about)
        person.addWidget(self.marks)
        row.addLayout(person, 1)
        bars = QVBoxLayout()
        bars.setSpacing(style.px(6))
        for bar in (self.house, self.money, self.papers):
            bars.addWidget(bar)
        row.addLayout(bars)
        right = QVBoxLayout()
        right.addWidget(self.next_step)
        right.addWidget(self.status, 0, Qt.AlignmentFlag.AlignHCenter)
        right.addLayout(self._steps(step))
        row.addLayout(right)

    def _steps(self, step: Callable[[int], object]) -> QHBoxLayout:
        row = QHBoxLayout()
        self.up, self.down = flat_button("▲"), flat_button("▼")
        for button, by, name in ((self.up, -1, words.BEFORE), (self.down, 1, words.AFTER)):
            button.setToolTip(name)
            button.setAccessibleName(name)
            button.clicked.connect(lambda _=False, by=by: step(by))
            row.addWidget(button)
        self.more = MenuButton(words.MORE)
        row.addWidget(self.more)
        return row

    def _size(self) -> None:
        self.setFixedHeight(style.px(HEIGHT + 8))
        self.name.setFont(style.font(style.PAGE_TITLE, strong=True))

    def show_dossier(self, found: Dossier) -> None:
        """Fill the head."""
        self.name.setText(found.name or words.NAMELESS)
        self.name.setToolTip(found.name)
        for label, text in ((self.about, _about(found)), (self.marks, _marks(found))):
            label.setText(text)
            label.setToolTip(text)
        group = "left" if found.out else group_of(found.status) if found.status else "waiting"
        self.status.setVisible(found.out or found.status is not None)
        self.status.set_status(group)
        self.status.setMinimumWidth(self.status.sizeHint().width())
        self.status.setToolTip(TAKEN_OFF if found.out else status_label(found.status or ""))
        done, current = _parts(found)
        self.picture.set_house(done, current)
        total = len(_BUILDING)
        self.house.show_share(words.HOUSE_BAR.format(done=len(done), total=total), len(done) / total)
        self._show_money(found)
        self._show_papers(found)
        self.next_step.setText(found.next)
        self.next_step.updateGeometry()
        self.next_step.setVisible(bool(found.next) and not found.out)

    def _show_money(self, found: Dossier) -> None:
        paid = found.paid
        if found.approved:
            text = words.MONEY_BAR.format(paid=_millions(paid), approved=_millions(found.approved))
            self.money.show_share(text, paid / found.approved)
        elif found.requested:
            self.money.show_share(words.MONEY_ASKED.format(requested=_millions(found.requested)), 0)
        else:
            self.money.show_share(words.NOTHING_YET, 0)

    def _show_papers(self, found: Dossier) -> None:
        done, total = sum(one.in_file for one in found.papers), len(found.papers)
        missing = [(one.kind, one.state.value) for one in found.papers if one.missing]
        tip = words.PAPERS_MISSING.format(names=missing_text(missing)) if missing else words.PAPERS_COMPLETE
        self.papers.setVisible(total > 0)
        self.papers.show_share(words.PAPERS_BAR.format(done=done, total=total), done / total if total else 0, tip)


def _millions(amount: int) -> str:
    whole, rest = divmod(amount, _MILLION)
    return f"{whole}" if not rest else f"{amount / _MILLION:.1f}".replace(".", ",")


def _parts(found: Dossier) -> tuple[list[Stage], Stage | None]:
    """The parts of the house that are finished, and the one being built."""
    last = max((_BUILDING.index(one) for one in found.stages if one in _BUILDING), default=-1)
    group = group_of(found.status) if found.status else ""
    if group in ("accepted", "handed_over"):
        last = len(_BUILDING) - 1
    done = list(_BUILDING[: last + 1])
    return done, _BUILDING[last + 1] if group == "building" and last + 1 < len(_BUILDING) else None


def _about(found: Dossier) -> str:
    born = words.BORN.format(birth=shown_date(found.birth)) if found.birth else ""
    code = words.VILLAGE_AND_CODE.format(code=found.code) if found.code else ""
    phone = words.CALL.format(phone=found.phone) if found.phone else ""
    gender = GENDERS.get(found.gender or "", "")
    return " · ".join(filter(None, (gender, born, found.village, found.address, code, phone)))


def _marks(found: Dossier) -> str:
    category = CATEGORIES.get(found.category or "", "")
    return " · ".join(filter(None, (category, *(text for name, text in FLAGS.items() if name in found.flags))))
