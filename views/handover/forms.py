"""The short forms of handing over: a batch of houses, corrections, numbers given later and void numbers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from app.construction.operations import revoke_acceptance
from app.handover.drafts import HandoverDraft
from app.handover.issuing import number_paper, void_paper
from app.handover.operations import hand_over, revoke_handover
from app.handover.queries import PaperRow
from app.handover.rules import check_handover
from app.outlook import look_ahead
from app.parsing import today
from app.problems import Problem
from app.reports.worklists import CaseRow
from app.support.facts import CaseFacts
from app.wording import handover
from views import style
from views.doing import Outcome
from views.handover.receivers import HEAD, RECEIVER, RELATION, THUMBPRINT, ReceiverTable
from views.page import WorkFrame
from views.short_form import ShortForm
from views.widgets.date_edit import DateEdit
from views.widgets.form import group_title, quiet_label, text_line
from views.widgets.outlook_box import OutlookBox

_WIDTHS = {HEAD: 190, RECEIVER: 170, RELATION: 150, THUMBPRINT: 70}


class HandoverForm(ShortForm):
    """Hand houses over on one day at one place, as it was `planned`; each may have its own receiver."""

    def __init__(
        self,
        frame: WorkFrame,
        cases: Sequence[CaseFacts],
        parent: QWidget | None = None,
        planned: Sequence[HandoverDraft] = (),
    ) -> None:
        super().__init__(parent, handover.RECORD_HANDOVER, handover.handover_confirm(len(cases)))
        self.frame = frame
        self._cases = cases
        self.day, self.place = DateEdit(), text_line()
        self.day.set_value(today().isoformat())
        self.takers = ReceiverTable(cases, self)
        for one in planned:
            self.day.set_value(one.handed_over_on)
            self.place.setText(one.place or "")
            self.takers.set_case(one.case_id, one.receiver, one.relation, one.thumbprint)
        self.table = QTableView()
        self.box = OutlookBox(handover.HOUSES)
        self.form.add_field("handed_over_on", handover.DAY_OF_HANDOVER, self.day, required=True)
        self.form.add_field("place", handover.PLACE, self.place)
        self.add_below(group_title(handover.RECEIVERS))
        self.add_below(quiet_label(handover.RECEIVER_HINT))
        self.add_below(self.table)
        self.add_below(self.box)
        self._set_up_table()
        self.day.changed.connect(self.preview)
        self.preview()

    def _set_up_table(self) -> None:
        self.table.setModel(self.takers)
        self.table.setAccessibleName(handover.RECEIVERS)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.table.horizontalHeader().setHighlightSections(False)
        self.table.setTabKeyNavigation(False)
        triggers = QTableView.EditTrigger
        self.table.setEditTriggers(triggers.AnyKeyPressed | triggers.EditKeyPressed | triggers.DoubleClicked)
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        style.follow_scale(self.table, self._size_table)

    def _size_table(self) -> None:
        self.table.verticalHeader().setDefaultSectionSize(style.px(28))
        for column, width in _WIDTHS.items():
            self.table.setColumnWidth(column, style.px(width))
        shown = min(len(self._cases), 6)
        self.table.setFixedHeight(style.px(30 + 28 * shown) + 4)

    def _draft(self, case_id: str) -> HandoverDraft:
        receiver, relation, thumbprint = self.takers.of_case(case_id)
        return HandoverDraft(case_id, self.day.value() or "", self.place.text() or None, receiver, relation, thumbprint)

    def preview(self) -> None:
        """Say which of the houses can be handed over."""
        if self.marks.unreadable():
            return
        day = today().isoformat()
        self.outlook = look_ahead(self._cases, lambda one: check_handover(self._draft(one.case_id), one, day))
        self.box.show_outlook(self.outlook)
        self.confirm.setText(handover.handover_confirm(len(self.outlook.ready)))
        self.confirm.setEnabled(bool(self.outlook.ready))

    def problems(self) -> Sequence[Problem]:
        self.preview()
        return self.outlook.form

    def carry_out(self) -> None:
        drafts = [self._draft(one.case_id) for one in self.outlook.ready]
        told = handover.handed_over_text(len(drafts), len(self.outlook.blocked))
        self.start(self.frame, partial(hand_over, self.frame.workspace, drafts), handover.HANDING_OVER, told)


class OneLineForm(ShortForm):
    """One line of text (a reason, a number) and what is done with it; `told` says it was done."""

    def __init__(
        self,
        frame: WorkFrame,
        title: str,
        operation: Callable[[str], Outcome],
        told: Callable[[str], str],
        parent: QWidget,
        *,
        number: bool = False,
    ) -> None:
        super().__init__(parent, title, title)
        self.frame = frame
        self._operation, self._told = operation, told
        self._missing = Problem("line", "paper_number_missing" if number else "reason_missing")
        self.line = text_line(0, handover.NUMBER_HINT if number else handover.REASON_HINT)
        self.form.add_field("line", handover.NUMBER_GIVEN if number else handover.REASON, self.line, required=True)

    def problems(self) -> Sequence[Problem]:
        return [] if self.line.text().strip() else [self._missing]

    def carry_out(self) -> None:
        text = self.line.text()
        self.start(self.frame, partial(self._operation, text), self.windowTitle(), self._told(text))


def acceptance_correction(frame: WorkFrame, row: CaseRow, parent: QWidget) -> ShortForm:
    """Takes the acceptance of a house back."""
    told = handover.TAKEN_BACK_ACCEPTANCE.format(name=row.head_name)
    operation = partial(revoke_acceptance, frame.workspace, row.key)
    return OneLineForm(frame, handover.CORRECT_ACCEPTANCE, operation, lambda _: told, parent)


def handover_correction(frame: WorkFrame, row: CaseRow, parent: QWidget) -> ShortForm:
    """Takes the handover of a house back."""
    told = handover.TAKEN_BACK_HANDOVER.format(name=row.head_name)
    operation = partial(revoke_handover, frame.workspace, row.key)
    return OneLineForm(frame, handover.CORRECT_HANDOVER, operation, lambda _: told, parent)


def void_form(frame: WorkFrame, paper: PaperRow, parent: QWidget) -> ShortForm:
    """Makes a paper and its number void."""
    number = paper.shown_number or handover.UNNUMBERED
    told = handover.VOID_DONE.format(number=number)
    operation = partial(void_paper, frame.workspace, paper.id)
    return OneLineForm(frame, handover.VOIDING.format(number=number), operation, lambda _: told, parent)


def number_form(frame: WorkFrame, paper: PaperRow, parent: QWidget) -> ShortForm:
    """Keeps the number that văn thư gave after the paper was signed."""
    operation = partial(number_paper, frame.workspace, paper.id)

    def told(text: str) -> str:
        return handover.NUMBER_DONE.format(number=text)

    return OneLineForm(frame, handover.NUMBER_LATER.rstrip("…"), operation, told, parent, number=True)
