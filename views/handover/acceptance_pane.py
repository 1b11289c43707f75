"""The acceptance of one house beside its worklist: cards of checks, one house after another."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.construction.drafts import AcceptanceDraft
from app.construction.operations import accept
from app.construction.rules import asked_parts, check_acceptance
from app.documents.words import decimal_text, money_text
from app.funding.queries import SourceRow, sources
from app.parsing import today
from app.problems import Problem, Refused, errors
from app.reports.worklists import CaseRow
from app.support.queries import case_state
from app.wording import handover, vocabulary, worklists
from app.wording.messages import problem_text
from models.vocabulary import Part, WorkType
from views import style, troubles
from views.doing import do
from views.page import WorkFrame
from views.page_draft import PageDraft
from views.paper_pane import WIDTH
from views.widgets.buttons import FilledButton, flat_button
from views.widgets.date_edit import DateEdit
from views.widgets.form import FormColumn, group_title, quiet_label, text_line
from views.widgets.money_edit import MoneyEdit
from views.widgets.number_edits import QuantityEdit
from views.widgets.problem_marks import Marks
from views.widgets.typing import finish_typing

_DRAFT = "handover.acceptance."


class Card(QFrame):
    """A box of the form with its heading; `form` takes its fields."""

    def __init__(self, title: str, marks: Marks) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(self.palette().ColorRole.Base)
        self.form = FormColumn(marks)
        self.hint = quiet_label()
        self.hint.setWordWrap(True)
        self._column = QVBoxLayout(self)
        self._column.addWidget(group_title(title))
        self._column.addWidget(self.hint)
        self._column.addWidget(self.form)
        style.follow_scale(self, self._size)

    def _size(self) -> None:
        self._column.setContentsMargins(style.px(12), style.px(8), style.px(12), style.px(8))
        self._column.setSpacing(style.px(4))

    def say(self, text: str) -> None:
        """The quiet sentence under the heading: what the programme asks."""
        self.hint.setText(text)
        self.hint.setVisible(bool(text))


class _Cards(QWidget):
    """The fields of an acceptance in their cards."""

    def __init__(self, marks: Marks) -> None:
        super().__init__()
        self._marks = marks
        self.day = DateEdit()
        self.area = QuantityEdit()
        self.hard = {part: QCheckBox(handover.PARTS_HEADS[part.value]) for part in Part}
        self.materials = {part: text_line(0, handover.MATERIAL_HINTS[part.value]) for part in Part}
        self.resilient = text_line(0, handover.RESILIENT_HINT)
        self.exemption = text_line(0, handover.EXEMPTION_HINT)
        self.note = text_line()
        self.costs: dict[str, MoneyEdit] = {}
        self.hard_line = QLabel()
        self.costs_card = Card(handover.COSTS_CARD, marks)
        self.area_card = Card(handover.AREA_CARD, marks)
        self.parts_card = Card(handover.PARTS_CARD, marks)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, style.px(4), 0)
        for card in (self._area(), self._parts(), self._safety(), self.costs_card, self._rest()):
            column.addWidget(card)
        column.addStretch(1)

    def _area(self) -> Card:
        form = self.area_card.form
        form.add_field("accepted_on", handover.DAY_OF_ACCEPTANCE, self.day, required=True)
        form.add_field("area_m2", handover.AREA, self.area, after=handover.SQUARE_METRES)
        return self.area_card

    def _parts(self) -> Card:
        form = self.parts_card.form
        for part in Part:
            self.materials[part].setAccessibleName(handover.PARTS_HEADS[part.value])
            form.add_widget(_beside(self.hard[part], self.materials[part]))
            self.hard[part].toggled.connect(self._count_parts)
        form.add_field("hard", handover.RESULT, self.hard_line)
        self._count_parts()
        return self.parts_card

    def _count_parts(self) -> None:
        count = sum(box.isChecked() for box in self.hard.values())
        self.hard_line.setText(handover.hard_text(count))

    def _safety(self) -> Card:
        card = Card(handover.SAFETY_CARD, self._marks)
        card.say("")
        card.form.add_field("resilient", handover.RESILIENT, self.resilient)
        return card

    def offer_sources(self, known: Sequence[SourceRow]) -> None:
        """A field for each source of money; those that are here keep what was typed."""
        for one in known:
            if one.code not in self.costs:
                field = self.costs[one.code] = MoneyEdit()
                self.costs_card.form.add_field(f"costs.{one.code}", one.name, field)
                field.changed.connect(self._add_up)
        self._add_up()

    def _add_up(self) -> None:
        total = sum(field.value() or 0 for field in self.costs.values() if not field.problems())
        text = handover.TOTAL_COST.format(amount=money_text(total)) if total else ""
        self.costs_card.say(text if self.costs else handover.NO_SOURCES)

    def _rest(self) -> Card:
        card = Card(handover.REST_CARD, self._marks)
        card.say("")
        card.form.add_field("exemption", handover.EXEMPTION, self.exemption)
        card.form.add_field("note", handover.NOTE, self.note)
        return card

    def clear(self) -> None:
        """For the next house; the day stays, houses of one trip are accepted together."""
        self.area.set_value(None)
        for field in self.costs.values():
            field.set_value(None)
        for line in (*self.materials.values(), self.resilient, self.exemption, self.note):
            line.clear()
        for box in self.hard.values():
            box.setChecked(False)
        self._add_up()

    def draft(self, case_id: str) -> AcceptanceDraft:
        """What the cards say. Raises `Refused` when a field cannot be read."""
        return AcceptanceDraft(
            case_id,
            self.day.value() or "",
            self.area.value(),
            frozenset(part for part, box in self.hard.items() if box.isChecked()),
            {part: line.text().strip() for part, line in self.materials.items() if line.text().strip()},
            self.resilient.text() or None,
            self.exemption.text() or None,
            {code: amount for code, field in self.costs.items() if (amount := field.value()) is not None},
            self.note.text() or None,
        )


def _beside(box: QCheckBox, line: QLineEdit) -> QWidget:
    row = QWidget()
    across = QHBoxLayout(row)
    across.setContentsMargins(0, 0, 0, 0)
    style.follow_scale(box, lambda: box.setFixedWidth(style.px(158)))
    across.addWidget(box)
    across.addWidget(line, 1)
    return row


class AcceptancePane(QWidget):
    """Takes a queue of houses. `closed` comes at its end or when the officer closes it."""

    closed = Signal()

    def __init__(self, frame: WorkFrame, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.frame = frame
        self.marks = Marks(self)
        self._queue: list[CaseRow] = []
        self._place = 0
        self._saving = False
        self._draft: PageDraft | None = None
        self.title = group_title(handover.ACCEPTANCE)
        self.about = quiet_label()
        self.warnings = quiet_label()
        self.places = quiet_label()
        for label in (self.about, self.warnings):
            label.setWordWrap(True)
        self.cards = _Cards(self.marks)
        self.offer_sources()
        self.save_button = QPushButton(handover.SAVE)
        self.next_button = FilledButton(handover.SAVE_NEXT)
        self._lay_out()
        self.marks.changed.connect(self._count_places)
        self.save_button.clicked.connect(lambda: self.save(go_on=False))
        self.next_button.clicked.connect(lambda: self.save(go_on=True))
        for keys, go_on in (("Ctrl+S", False), ("Ctrl+Return", True)):
            shortcut = QShortcut(QKeySequence(keys), self, partial(self.save, go_on=go_on))
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        leave = QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self.leave)
        leave.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _lay_out(self) -> None:
        close = flat_button(handover.CLOSE_PANE, "close")
        close.clicked.connect(self.closed)
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(close)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self.cards)
        foot = QHBoxLayout()
        foot.addWidget(self.places, 1)
        foot.addWidget(self.save_button)
        foot.addWidget(self.next_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(style.px(8), 0, 0, 0)
        column.addLayout(head)
        column.addWidget(self.about)
        column.addWidget(scroll, 1)
        column.addWidget(self.warnings)
        column.addLayout(foot)
        style.follow_scale(self, self._size)

    def _size(self) -> None:
        self.setMinimumWidth(style.px(WIDTH))
        self.save_button.setMinimumHeight(style.px(30))

    def leave(self) -> None:
        """Give the room back; what was typed stays for this house."""
        self.closed.emit()

    def keep_draft(self) -> None:
        """What is typed of the house in hand is kept until it is saved."""
        if self._draft is not None:
            self._draft.keep()

    def offer_sources(self) -> None:
        """Read the sources of money anew."""
        with self.frame.workspace.read() as session:
            self.cards.offer_sources(sources(session))

    @property
    def row(self) -> CaseRow:
        """The house in hand."""
        return self._queue[self._place]

    def begin(self, rows: Sequence[CaseRow]) -> None:
        """Take houses one after the other; the same houses again go on where they were."""
        if [row.key for row in rows] == [row.key for row in self._queue[self._place :]]:
            self.cards.day.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.keep_draft()
        self._queue, self._place = list(rows), 0
        if self.cards.day.value() is None:
            self.cards.day.set_value(today().isoformat())
        self._show()

    def _show(self) -> None:
        row = self.row
        self.cards.clear()
        self.marks.show([])
        self.warnings.hide()
        self.title.setText(row.head_name)
        place = handover.QUEUE.format(place=self._place + 1, count=len(self._queue)) if len(self._queue) > 1 else ""
        work = vocabulary.WORK_TYPES.get(row.state.work_type or "", "")
        programme = row.facts.programme.short_name if row.facts.programme else ""
        self.about.setText(" · ".join(filter(None, (place, row.village, work, programme))))
        self._say_what_is_asked(row)
        last = self._place + 1 >= len(self._queue)
        self.next_button.setText(handover.SAVE if last else handover.SAVE_NEXT)
        self.save_button.setVisible(not last)
        self._draft = PageDraft(self.frame.memory, self.cards)
        self._draft.begin(f"{_DRAFT}{row.key}")
        self.cards.day.setFocus(Qt.FocusReason.OtherFocusReason)
        self.cards.day.selectAll()

    def _say_what_is_asked(self, row: CaseRow) -> None:
        day, programme = today().isoformat(), row.facts.programme
        work_type = case_state(row.facts).work_type or WorkType.NEW_BUILD
        least = programme.min_area(day, work_type, row.facts.member_count) if programme else None
        asked = handover.LEAST_AREA.format(area=decimal_text(Decimal(least))) if least else handover.NO_LEAST_AREA
        self.cards.area_card.say(asked)
        parts = "; ".join(vocabulary.PARTS[part.value] for part in asked_parts(row.facts, day))
        self.cards.parts_card.say(handover.ASKED_PARTS.format(parts=parts) if parts else handover.NO_ASKED_PARTS)

    def look(self) -> bool:
        """Mark what is wrong, say what should be looked at; True when nothing stops the acceptance."""
        unreadable = self.marks.unreadable()
        if unreadable:
            self.marks.show(unreadable)
            return False
        found = check_acceptance(self.cards.draft(self.row.key), self.row.facts, today().isoformat())
        self._show_problems(found)
        return not errors(found)

    def _show_problems(self, found: Sequence[Problem]) -> None:
        self.marks.show(found)
        texts = [problem_text(one) for one in self.marks.unplaced]
        self.warnings.setText("\n".join(handover.HAS_WARNING.format(text=text) for text in texts))
        self.warnings.setVisible(bool(texts))

    def save(self, *, go_on: bool) -> None:
        """Record the acceptance; then the next house of the queue, or close."""
        finish_typing()
        if self._saving or not self._queue:
            return
        if not self.look():
            self.marks.first()
            return
        self._saving = True
        row = self.row
        operation = partial(accept, self.frame.workspace, [self.cards.draft(row.key)])
        told = handover.ACCEPTED.format(name=row.head_name)
        do(self.frame, operation, handover.ACCEPTING, told, partial(self._saved, go_on=go_on), self._refused)

    def _saved(self, *, go_on: bool) -> None:
        self._saving = False
        if self._draft is not None:
            self._draft.end()
        self._place += 1
        if go_on and self._place < len(self._queue):
            self._show()
        else:
            self._queue, self._place = [], 0
            self.closed.emit()

    def _refused(self, error: BaseException) -> None:
        self._saving = False
        if isinstance(error, Refused):
            self._show_problems(error.problems)
        else:
            troubles.tell(error, handover.ACCEPTING)

    def _count_places(self, count: int) -> None:
        self.places.setText(worklists.PLACES.format(count=count) if count else "")
