"""Pages with a sheet that is typed in: saved as one change, put back on asking, what is half-typed kept as a draft."""

from __future__ import annotations

import json
from abc import abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QWidget

from app.problems import Refused
from app.wording.messages import problem_text
from views import messages, style, troubles
from views.doing import Outcome, do
from views.page import Page, WorkFrame
from views.rows_list import add_key
from views.sheet import Sheet
from views.sheet_view import SheetView
from views.widgets.buttons import FilledButton
from views.widgets.form import quiet_label
from views.widgets.typing import finish_typing


@dataclass(frozen=True)
class Texts:
    """What stands about a sheet: its name, what its keys do, its two buttons, what is said while it is saved."""

    name: str
    keys: str
    save: str
    drop: str
    saving: str


AnySheet = TypeVar("AnySheet", bound=Sheet[Any])


class SheetPage(Page, Generic[AnySheet]):
    """`cell` tells what is wrong in the row in hand, else what the keys do; `state` the sheet as a whole.

    A page lays the widgets out, names its draft and reads its rows; `to_save` gives the operation and what is said
    when it is done.
    """

    def __init__(self, frame: WorkFrame, sheet: AnySheet, texts: Texts) -> None:
        super().__init__()
        self.frame = frame
        self._texts = texts
        self._saving = False
        sheet.setParent(self)
        self.sheet = sheet
        self.view = SheetView(self.sheet, texts.name)
        self.state, self.cell = QLabel(), quiet_label(texts.keys)
        self.cell.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)  # a narrow window cuts it
        self.save_button, self.drop_button = FilledButton(texts.save, "save"), QPushButton(texts.drop)
        self.drop_button.clicked.connect(self.drop)
        self.save_button.clicked.connect(self.save)
        style.follow_scale(self, lambda: self.drop_button.setMinimumHeight(style.px(30)))

    # What each page is

    @abstractmethod
    def draft_name(self) -> str | None:
        """Under which name what is half-typed is kept; None while nothing is shown."""

    @abstractmethod
    def to_save(self) -> tuple[Callable[[], Outcome], str]:
        """What saves the sheet, and what is said then."""

    @abstractmethod
    def read_again(self) -> None:
        """Show what is recorded now."""

    @abstractmethod
    def show_state(self) -> None:
        """Tell the sheet as a whole."""

    # What all do

    def add_sheet_keys(self, part: QWidget) -> None:
        """Ctrl+S saves and F8 goes to the next wrong cell while a part of the page has the focus."""
        add_key(part, "Ctrl+S", self.save)
        add_key(part, "F8", self.view.next_wrong)

    def show_buttons(self) -> None:
        """Saving and dropping are for what was typed."""
        for button in (self.save_button, self.drop_button):
            button.setEnabled(self.sheet.changed and not self._saving)

    def tell_cell(self, *_: object) -> None:
        """What is wrong in the row in hand, in words."""
        current, found = self.view.currentIndex(), None
        if current.isValid() and current.row() < len(self.sheet.rows):
            row = self.sheet.rows[current.row()]
            marks = [self.sheet.problem(row, one.name) for one in self.sheet.columns]
            found = next((one for one in marks if one is not None), None)
        self.cell.setText(problem_text(found) if found is not None else self._texts.keys)
        self.cell.setToolTip(self.cell.text())

    def drop(self) -> None:
        """Forget what was typed."""
        self._begin_anew()

    def _begin_anew(self) -> None:
        self.sheet.drop_changes()
        self.keep_draft()
        self.read_again()

    def save(self) -> None:
        """Record what was typed in one change, or go to the first cell that stops it."""
        finish_typing()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)  # an open editor hands its text over
        if self._saving or not self.sheet.changed or self.draft_name() is None:
            return
        if self.sheet.wrong_places():
            self.view.next_wrong()
            self.tell_cell()
            return
        operation, told = self.to_save()
        self._saving = True
        self.show_state()
        do(self.frame, operation, self._texts.saving, told, self._saved, self._refused)

    def _saved(self) -> None:
        self._saving = False
        self._begin_anew()

    def _refused(self, error: BaseException) -> None:
        self._saving = False
        self.show_state()
        if isinstance(error, Refused):
            messages.trouble("\n".join(problem_text(one) for one in error.problems))
        else:
            troubles.tell(error, self._texts.saving)

    def keep_draft(self) -> None:
        name = self.draft_name()
        if name is not None:
            kept = self.sheet.kept()
            self.frame.memory.put(name, json.dumps(kept, ensure_ascii=False) if kept else "")

    def take_draft(self) -> dict[str, dict[str, str]]:
        """What was kept half-typed of what is shown."""
        return dict(json.loads(self.frame.memory.get(self.draft_name() or "") or "{}"))
