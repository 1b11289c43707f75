"""What the room of households shows in a dossier: the household with its people, and the house it lives in."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from app.photos.operations import SURVEY
from app.wording import household_form as words
from app.wording import photos as photo_words
from views import style
from views.households.form import CONDITION, HOUSEHOLD, HouseholdEditor
from views.page import Panel, WorkFrame
from views.widgets.photo_strip import PhotoStrip


class _EditorPanel(Panel):
    part: str

    def __init__(self, frame: WorkFrame, household_id: str) -> None:
        super().__init__(frame, household_id)
        self.editor = HouseholdEditor(frame, household_id, (self.part,))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, style.px(8), 0, 0)
        column.addWidget(self.editor)

    def forget(self, changes: object) -> None:
        tables = getattr(changes, "tables", None)
        if tables is None or tables & {"household", "member", "housing_condition", "support_case", "area"}:
            self.editor.records_changed()

    def keep_draft(self) -> None:
        self.editor.keep_draft()


class HouseholdPanel(_EditorPanel):
    """The household, its people and its request."""

    title = words.PART_HOUSEHOLD
    part = HOUSEHOLD


class ConditionPanel(_EditorPanel):
    """The house it lives in now, with the photos of the survey."""

    title = words.PART_CONDITION
    part = CONDITION

    def __init__(self, frame: WorkFrame, household_id: str) -> None:
        super().__init__(frame, household_id)
        self.photos = PhotoStrip(frame, household_id, SURVEY, photo_words.TITLE)
        layout = self.layout()
        if layout is not None:
            layout.addWidget(self.photos)

    def forget(self, changes: object) -> None:
        super().forget(changes)
        self.photos.forget(changes)
