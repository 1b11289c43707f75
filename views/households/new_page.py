"""The page "Thêm hộ": a new household with its people, its request and the house it lives in."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout

from app.wording import household_form as words
from views import style
from views.households.form import CONDITION, HOUSEHOLD, HouseholdEditor
from views.list_page import TitleLine
from views.page import DOSSIER, Page, WorkFrame


class NewHouseholdPage(Page):
    """Saving opens the household's dossier; what is half typed waits here as a draft."""

    def __init__(self, frame: WorkFrame) -> None:
        super().__init__()
        self.frame = frame
        self.editor = HouseholdEditor(frame, None, (HOUSEHOLD, CONDITION))
        self._column = QVBoxLayout(self)
        self._column.addWidget(TitleLine(words.TITLE_NEW))
        self._column.addWidget(self.editor, 1)
        style.follow_scale(self, self._margins)
        self.editor.saved.connect(self._open)
        back = QShortcut(QKeySequence(Qt.Key.Key_Escape), self, frame.back)
        back.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.setFocusProxy(self.editor.fields.fields["head_name"])

    def _margins(self) -> None:
        self._column.setContentsMargins(style.px(16), style.px(8), style.px(16), style.px(4))
        self._column.setSpacing(style.px(4))

    def _open(self, household_id: str) -> None:
        """Esc in the dossier goes to where the form was opened from, not to an empty form."""
        self.frame.back()
        self.frame.go(DOSSIER, household_id)

    def forget(self, changes: object) -> None:
        tables = getattr(changes, "tables", None)
        if self.editor.household is not None and (tables is None or "area" in tables):
            self.editor.household.load_choices()

    def programme_changed(self) -> None:
        if not self.editor.dirty:
            self.editor.load()

    def keep_draft(self) -> None:
        self.editor.keep_draft()
