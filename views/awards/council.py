"""The tab "Họp xét": meetings of the council with their votes, and the short form that records one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QLineEdit, QTableWidgetItem, QWidget

from app.awards.drafts import MeetingDraft, VoteDraft
from app.awards.facts import MeetingRow, NominationRow
from app.awards.operations import save_meeting
from app.awards.queries import meetings, nominations
from app.awards.rules import check_meeting
from app.parsing import parse_count, today
from app.problems import Problem, Refused
from app.wording import award_pages as words
from models.vocabulary import PaperKind
from views import cells, style
from views.awards.tab import AwardList
from views.list_parts import add_button, text_column, with_current
from views.page import WorkFrame
from views.paged_table import Column
from views.rows_list import add_key
from views.short_form import ShortForm, opened
from views.widgets.date_edit import DateEdit
from views.widgets.empty_state import EmptyState
from views.widgets.number_edits import CountEdit
from views.widgets.typed_grid import TypedGrid
from views.worklist import day_shown

COLUMNS: tuple[Column[MeetingRow], ...] = (
    cells.day("held", words.HELD_ON, lambda row: row.held_on, sort="held", width=100),
    text_column("place", words.PLACE, lambda row: row.place, 190),
    text_column("chair", words.CHAIR, lambda row: row.chair, 170),
    text_column("secretary", words.SECRETARY, lambda row: row.secretary, 170),
    cells.money("present", words.PRESENT, lambda row: row.present, sort="present", width=96),
    cells.money("voted", words.VOTED, lambda row: row.votes, sort="voted", width=130),
    text_column("note", words.NOTE, lambda row: row.note, 150, stretch=True),
)
_AGREE, _DISAGREE, _ABSTAIN = 2, 3, 4
#: Of the form in pixels of the design, and the scale from which letters are large, in percent.
_WIDTH, _LARGE = 860, 120


class CouncilTab(AwardList[MeetingRow]):
    """Enter opens the meeting in hand with its votes."""

    def __init__(self, frame: WorkFrame) -> None:
        naming = ("awards.council", words.COUNCIL_TAB, words.MEETING_UNIT)
        empty = EmptyState(words.EMPTY_COUNCIL, ((words.ADD_MEETING, self.add),), "award")
        super().__init__(frame, meetings, lambda row: row.id, COLUMNS, naming, empty)
        edit = with_current(self.list, self.edit)
        add_button(self.list, words.EDIT_MEETING, edit)
        minutes = with_current(self.list, self.print_minutes)
        add_button(self.list, words.PRINT_MINUTES, minutes)
        add_key(self, "Ctrl+P", minutes)
        self.list.view.opened.connect(lambda _key: edit())

    def add(self) -> None:
        """A new meeting over what waits for its vote."""
        campaign = self.campaign()
        if campaign is not None:
            opened(MeetingForm(self.frame, campaign, None, self))

    def edit(self, row: MeetingRow) -> None:
        """A meeting as it stands, with its votes."""
        opened(MeetingForm(self.frame, row.campaign_id, row, self))

    def print_minutes(self, row: MeetingRow) -> None:
        """The minutes of the meeting in hand."""
        self.paper_asked.emit(PaperKind.COUNCIL_MINUTES, [row.id])


class MeetingForm(ShortForm):
    """A meeting and a line for each nomination it votes on; the votes add up to those present."""

    def __init__(
        self, frame: WorkFrame, campaign_id: str, standing: MeetingRow | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, words.MEETING_TITLE, words.SAVE)
        self.frame, self._campaign_id, self._standing = frame, campaign_id, standing
        own = standing.id if standing else None
        with frame.workspace.read() as session:
            every = nominations(session, campaign_id)
        waiting = (one.id for one in every if one.granted is None and one.meeting_id is None)
        shown = {*waiting, *(one.id for one in every if own and one.meeting_id == own)}
        self._rows = [one for one in every if one.id in shown]
        self.day, self.present = DateEdit(), CountEdit()
        self.place, self.chair, self.secretary, self.attendants, self.note = (
            QLineEdit((getattr(standing, name) or "") if standing else "")
            for name in ("place", "chair", "secretary", "attendants", "note")
        )
        self.day.set_value(standing.held_on if standing else today().isoformat())
        self.present.set_value(standing.present if standing else None)
        self._add_fields()
        self.grid = TypedGrid(len(self._rows), 6)
        self._fill()
        self.grid.setAccessibleName(words.VOTES.replace("\n", " "))
        self.form.add_marked("votes", self.grid)
        self.grid.itemChanged.connect(self._sum_up)
        style.follow_scale(self.grid, self._fit)

    def _add_fields(self) -> None:
        form = self.form
        form.add_field("held_on", words.HELD_ON, self.day, required=True)
        form.add_field("present", words.PRESENT, self.present)
        form.add_field("place", words.PLACE, self.place)
        form.add_field("chair", words.CHAIR, self.chair)
        form.add_field("secretary", words.SECRETARY, self.secretary)
        form.add_field("attendants", words.ATTENDANTS, self.attendants)
        form.add_field("note", words.NOTE, self.note)

    def _fill(self) -> None:
        headings = (words.NAME, words.FORM, words.AGREE, words.DISAGREE, words.ABSTAIN, words.SUM)
        self.grid.setHorizontalHeaderLabels(headings)
        self.grid.verticalHeader().hide()
        for place, one in enumerate(self._rows):
            counts = ["" if count is None else str(count) for count in (one.agree, one.disagree, one.abstain)]
            for column, text in enumerate((one.participant.name, one.form, *counts, _sum_of(one))):
                item = QTableWidgetItem(text)
                if column not in (_AGREE, _DISAGREE, _ABSTAIN):
                    item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
                self.grid.setItem(place, column, item)

    def _fit(self) -> None:
        header = self.grid.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column, width in ((1, 220), (_AGREE, 72), (_DISAGREE, 96), (_ABSTAIN, 92), (5, 60)):
            self.grid.setColumnWidth(column, style.px(width))
        # Large letters leave room for fewer lines; the others are scrolled to.
        most = 5 if style.scale.percent <= _LARGE else 3
        self.grid.setMinimumHeight(style.px(40 + 30 * max(2, min(len(self._rows), most))))
        self.setMinimumWidth(min(style.px(_WIDTH), self.screen().availableSize().width()))

    def _sum_up(self, item: QTableWidgetItem) -> None:
        """The sum beside those present follows what is typed."""
        if item.column() in (_AGREE, _DISAGREE, _ABSTAIN):
            total = self.grid.item(item.row(), 5)
            if total is not None:
                total.setText(str(sum(int(text) for text in self._counts(item.row()) if text.isdecimal()) or ""))

    def _counts(self, row: int) -> list[str]:
        return [self.grid.text(row, column) for column in (_AGREE, _DISAGREE, _ABSTAIN)]

    def draft(self) -> MeetingDraft:
        """What the form says. Raises `Refused` when a field or a vote cannot be read."""
        one = self._standing
        return MeetingDraft(
            self._campaign_id,
            self.day.value() or "",
            self.place.text() or None,
            self.chair.text() or None,
            self.secretary.text() or None,
            self.attendants.text() or None,
            self.present.value(),
            self.note.text() or None,
            tuple(self._vote(place, row) for place, row in enumerate(self._rows)),
            one.id if one else None,
            one.version if one else None,
        )

    def _vote(self, place: int, row: NominationRow) -> VoteDraft:
        agree, disagree, abstain = (parse_count(text, "votes") for text in self._counts(place))
        return VoteDraft(row.id, agree, disagree, abstain, row.version)

    def problems(self) -> Sequence[Problem]:
        names = {one.id: one.participant.name for one in self._rows}
        try:
            return check_meeting(self.draft(), names, today().isoformat())
        except Refused as refused:
            return refused.problems

    def carry_out(self) -> None:
        draft, workspace = self.draft(), self.frame.workspace
        told = words.SAVED_MEETING.format(day=day_shown(draft.held_on))
        self.start(self.frame, lambda: save_meeting(workspace, draft)[0], words.SAVING, told)


def _sum_of(one: NominationRow) -> str:
    return "" if one.agree is None else str(one.agree + (one.disagree or 0) + (one.abstain or 0))
