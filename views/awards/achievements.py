"""The tab "Thành tích": what the records tell of everybody on the list, what was noted beside it, the standards."""

from __future__ import annotations

from app.awards.lists import AchievementLine, achievement_lines, standards_text
from app.wording import award_pages as words
from app.wording.vocabulary import AWARD_OBJECTS
from models.vocabulary import PaperKind
from views.awards.achievement_forms import AchievementForm, StandardsForm
from views.awards.tab import AwardList
from views.list_parts import add_button, text_column, with_current
from views.page import WorkFrame
from views.paged_table import Column
from views.rows_list import add_key
from views.short_form import opened
from views.widgets.empty_state import EmptyState


def _done(row: AchievementLine, *, computed: bool) -> str:
    return "; ".join(one.text for one in row.done if one.computed is computed)


COLUMNS: tuple[Column[AchievementLine], ...] = (
    text_column("name", words.NAME, lambda row: row.who.name, 190),
    text_column("kind", words.KIND, lambda row: AWARD_OBJECTS.get(row.who.kind, ""), 90),
    text_column("done", words.DONE, lambda row: _done(row, computed=True), 330, stretch=True),
    text_column("noted", words.NOTED, lambda row: _done(row, computed=False), 300, stretch=True),
    text_column("standards", words.STANDARDS_MET, lambda row: standards_text(row.standards), 130),
)


class AchievementsTab(AwardList[AchievementLine]):
    """Enter notes an achievement of the row in hand."""

    def __init__(self, frame: WorkFrame) -> None:
        naming = ("awards.achievements", words.ACHIEVEMENTS_TAB, words.PARTICIPANT_UNIT)
        empty = EmptyState(words.EMPTY_ACHIEVEMENTS, (), "award")
        super().__init__(frame, achievement_lines, lambda row: row.who.id, COLUMNS, naming, empty, tickable=True)
        self.note = with_current(self.list, self._note)
        add_button(self.list, words.NOTE_ACHIEVEMENT, self.note)
        add_button(self.list, words.TICK_STANDARDS, with_current(self.list, self.tick))
        add_button(self.list, words.PRINT_REPORT, self.print_reports)
        self.list.line.add_action(words.PRINT_REPORT, self.print_reports)
        add_key(self, "Ctrl+P", self.print_reports)
        self.list.view.opened.connect(lambda _key: self.note())

    def _note(self, row: AchievementLine) -> None:
        opened(AchievementForm(self.frame, row, self))

    def tick(self, row: AchievementLine) -> None:
        """The standards of the plan with their evidence."""
        opened(StandardsForm(self.frame, row.who, self))

    def print_reports(self) -> None:
        """The achievement reports of the ticked, or of the one in hand."""
        rows = self.chosen()
        if rows:
            self.paper_asked.emit(PaperKind.ACHIEVEMENT_REPORT, [row.who.id for row in rows])
