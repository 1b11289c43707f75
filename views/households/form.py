"""The form of a household: live marks, a foot bar always in sight, and half-typed work kept as a draft."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QTabWidget, QVBoxLayout, QWidget

from app.filing import HouseholdForm, check_form, open_form, save_form
from app.households.drafts import HouseholdDraft
from app.problems import Problem, Refused, Stale, errors
from app.support.drafts import CaseDraft
from app.wording import household_form as words
from app.wording import households as told
from app.workspace import Changes
from models.vocabulary import Level
from views import messages, style, troubles
from views.households.field_set import FieldSet
from views.households.parts import ConditionPart, HouseholdPart
from views.page import DOSSIER, WorkFrame
from views.widgets.buttons import FilledButton
from views.widgets.form import quiet_label
from views.widgets.problem_marks import Marks
from views.widgets.typing import finish_typing

HOUSEHOLD, CONDITION = "household", "condition"
_PAUSE, _KEEP = 200, 1500


class FormFoot(QFrame):
    """Save, save and next, discard; what is left and what wants looking at. Always in sight."""

    def __init__(self) -> None:
        super().__init__()
        self.save = FilledButton(words.SAVE, "save")
        self.save_next = QPushButton(words.SAVE_NEXT)
        self.discard = QPushButton(words.DISCARD)
        self.state = quiet_label()
        self.places = quiet_label()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, style.px(4), 0, style.px(4))
        row.setSpacing(style.px(8))
        for widget in (self.save, self.save_next, self.discard):
            row.addWidget(widget)
        self.places.setWordWrap(True)  # two lines where letters are large
        row.addWidget(self.places, 1)
        row.addWidget(self.state)
        style.follow_scale(self, self._size)

    def _size(self) -> None:
        for button in (self.save_next, self.discard):
            button.setMinimumHeight(style.px(30))


class HouseholdEditor(QWidget):
    """Edits one household, or a new one when `household_id` is None; `parts` are those shown, on tabs when several.

    `saved` carries the household's id. Texts typed and not saved are kept in the window's memory and come back.
    """

    saved = Signal(str)

    def __init__(self, frame: WorkFrame, household_id: str | None, parts: Sequence[str]) -> None:
        super().__init__()
        self.frame = frame
        self.household_id = household_id
        self.marks = Marks(self)
        self.fields = FieldSet()
        self.foot = FormFoot()
        self._base = HouseholdForm(HouseholdDraft())
        self._clean: dict[str, Any] = {}
        self._loading = False
        self._tried = False
        self._round = 0
        self.household = HouseholdPart(self.marks, self.fields, frame.workspace) if HOUSEHOLD in parts else None
        self.condition = ConditionPart(self.marks, self.fields, frame.workspace) if CONDITION in parts else None
        self.tabs = QTabWidget(self)
        self.tabs.setDocumentMode(True)
        self.tabs.setVisible(len(parts) > 1)
        self._lay_out()
        self._check_soon = QTimer(self, singleShot=True, interval=_PAUSE)
        self._keep_soon = QTimer(self, singleShot=True, interval=_KEEP)
        self._connect()
        self.load()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.px(4))
        found = ((self.household, words.PART_HOUSEHOLD), (self.condition, words.PART_CONDITION))
        parts = [(part, title) for part, title in found if part is not None]
        if len(parts) == 1:
            column.addWidget(_Scrolled(parts[0][0]), 1)
        else:
            for part, title in parts:
                self.tabs.addTab(_Scrolled(part), title)
            column.addWidget(self.tabs, 1)
        column.addWidget(self.foot)
        self.foot.save_next.setVisible(self.household_id is None)

    def _connect(self) -> None:
        self.fields.changed.connect(self._check_soon.start)
        self.fields.typed.connect(self._typed)
        self._check_soon.timeout.connect(self.check)
        self._keep_soon.timeout.connect(self.keep_draft)
        self.marks.changed.connect(self._show_places)
        self.marks.household_wanted.connect(self._open_other)
        self.foot.save.clicked.connect(self.save)
        self.foot.save_next.clicked.connect(self.save_and_next)
        self.foot.discard.clicked.connect(self.discard)
        self._shortcut("Ctrl+S", self.save)
        if self.household_id is None:
            self._shortcut("Ctrl+Return", self.save_and_next)

    def _shortcut(self, keys: str, slot: Callable[[], object]) -> None:
        shortcut = QShortcut(QKeySequence(keys), self, slot)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    # Loading

    def load(self) -> None:
        """Show what the records say, and over it the draft that was kept, if any."""
        if self.household_id is None:
            base = HouseholdForm(HouseholdDraft(), CaseDraft("", self.frame.programme))
        else:
            base = open_form(self.frame.workspace, self.household_id, self.frame.programme)
        self._show(base)
        self._put_draft_back()

    def _show(self, base: HouseholdForm) -> None:
        self._loading = True
        self._base = base
        for part in (self.household, self.condition):
            if part is not None:
                part.show_form(base)
        self._clean = self._snapshot()
        self._tried = False
        self._round += 1
        self._loading = False
        self.foot.state.setText("")
        self._show_state()
        self.marks.show([])
        self._check_soon.start()

    def _typed(self) -> None:
        if not self._loading:
            self._show_state()
            self._keep_soon.start()

    def _show_state(self) -> None:
        changed = self.dirty
        self.foot.discard.setEnabled(changed)
        self._show_places(self.marks.count)

    def _open_other(self, household_id: str) -> None:
        """Look at the household this one may be; what is typed here waits as a draft."""
        self.keep_draft()
        self.frame.go(DOSSIER, household_id)

    def _show_places(self, count: int) -> None:
        empty = words.EMPTY_FIELDS.format(count=self.fields.empty) if self.fields.empty else ""
        places = words.PLACES.format(count=count) if count else ""
        self.foot.places.setText(" · ".join(filter(None, (places, empty))))

    @property
    def dirty(self) -> bool:
        """Whether something was typed that is not saved."""
        return self._snapshot() != self._clean

    def _snapshot(self) -> dict[str, Any]:
        members = self.household.members.texts() if self.household else []
        return {"texts": self.fields.texts(), "members": members}

    # Checking

    def read(self) -> HouseholdForm:
        """The form with what the fields say now; a part that is not shown stays as it is."""
        form = self._base
        if self.household is None:
            form = replace(form, household=replace(form.household, members=None), case=None)
        if self.condition is None:
            form = replace(form, household=replace(form.household, condition=None))
        for part in (self.household, self.condition):
            if part is not None:
                form = part.read(form)
        return form

    def check(self) -> None:
        """Ask the rules, on the reader's thread, and mark what they say."""
        self._round += 1
        asked_in, form, workspace = self._round, self.read(), self.frame.workspace
        self.frame.runner.read(lambda: check_form(workspace, form), lambda found: self._take(asked_in, found))

    def _take(self, asked_in: int, found: list[Problem]) -> None:
        if asked_in == self._round:
            self._mark(found)

    def _mark(self, found: Sequence[Problem]) -> None:
        """A required field that was not come to yet is not red before the first try to save."""
        waiting = [one for one in found if self._tried or one.code != "required"]
        unreadable = self.marks.unreadable()
        named = {one.field for one in unreadable}
        self.marks.show([*unreadable, *(_placed(one) for one in waiting if one.field not in named)])

    # Saving

    def save(self) -> None:
        """Save, and stay."""
        self._save(self._saved)

    def save_and_next(self) -> None:
        """Save, and begin the next household of the same village, category and programme."""
        self._save(self._next)

    def _save(self, then: Callable[[str, HouseholdForm], None]) -> None:
        finish_typing()
        self._tried = True
        form, workspace = self.read(), self.frame.workspace
        found = check_form(workspace, form)
        if errors(found) or errors(self.marks.unreadable()):
            self._mark(found)
            self._go_to_first_mark(errors([*self.marks.unreadable(), *found]))
            return
        self.foot.save.setEnabled(False)
        self.frame.runner.run(
            lambda _: save_form(workspace, form),
            lambda result: self._finish(result, form, then),
            words.SAVING,
            self._failed,
        )

    def _go_to_first_mark(self, wrong: Sequence[Problem]) -> None:
        if self.tabs.count():
            self.tabs.setCurrentIndex(int(all(one.field.startswith("condition.") for one in wrong)))
        self.marks.first()

    def _finish(
        self,
        result: tuple[Changes, str, list[Problem]],
        form: HouseholdForm,
        then: Callable[[str, HouseholdForm], None],
    ) -> None:
        self.foot.save.setEnabled(True)
        self._forget_draft()
        messages.success(self._success(form), self.frame.take_back)
        then(result[1], form)

    def _success(self, form: HouseholdForm) -> str:
        """What was done. An upper office only proposes: the household is its commune's."""
        name = form.household.head_name
        village = self.household.village.currentText() if self.household else ""
        if self.frame.workspace.author.level is Level.UPPER:
            return words.PROPOSED.format(name=name)
        if village:
            return told.SAVED.format(name=name, village=village)
        return told.SAVED_WITHOUT_VILLAGE.format(name=name)

    def _saved(self, household_id: str, _: HouseholdForm) -> None:
        if self.household_id is None:
            self._show(HouseholdForm(HouseholdDraft(), CaseDraft("", self.frame.programme)))
        else:
            self._show(open_form(self.frame.workspace, household_id, self.frame.programme))
        self.saved.emit(household_id)

    def _next(self, _: str, form: HouseholdForm) -> None:
        home, case = form.household, form.case or CaseDraft("", self.frame.programme)
        kept = HouseholdDraft(village_id=home.village_id, category=home.category, ethnicity=home.ethnicity)
        self._show(HouseholdForm(kept, CaseDraft("", case.programme_id, case.work_type, case.requested_amount)))
        self.focus_first()

    def _failed(self, error: BaseException) -> None:
        self.foot.save.setEnabled(True)
        if isinstance(error, Stale):
            self._offer_reload()
        elif isinstance(error, Refused):
            self._mark(error.problems)
            if self.marks.unplaced:
                troubles.tell(error, words.SAVING)
        else:
            troubles.tell(error, words.SAVING)

    def _offer_reload(self) -> None:
        if messages.ask(words.RELOAD_QUESTION, words.RELOAD, words.KEEP, yes_first=False):
            self._forget_draft()
            self.load()

    def discard(self) -> None:
        """Put back what the records say, after asking."""
        if self.dirty and messages.ask(words.DISCARD_QUESTION, words.DISCARD_YES, words.DISCARD_NO, yes_first=False):
            self._forget_draft()
            self.load()

    def records_changed(self) -> None:
        """The records changed elsewhere: show them, unless something was typed; then saving will tell."""
        if not self.dirty and self.household_id is not None:
            self._show(open_form(self.frame.workspace, self.household_id, self.frame.programme))

    def focus_first(self) -> None:
        """Go to the first field."""
        name = "head_name" if self.household else "condition.foundation"
        self.fields.fields[name].setFocus(Qt.FocusReason.OtherFocusReason)

    # What is typed and not saved

    @property
    def _draft_name(self) -> str:
        part = HOUSEHOLD if self.household else CONDITION
        return f"draft.{part}.{self.household_id or 'new'}"

    def keep_draft(self) -> None:
        """Keep what is typed and not saved; nothing is kept of a form that is as the records are."""
        self._keep_soon.stop()
        if not self.dirty:
            self._forget_draft()
            return
        kept = self._snapshot() | {
            "at": datetime.now().astimezone().isoformat(timespec="minutes"),
            "versions": _versions(self._base),
        }
        self.frame.memory.put(self._draft_name, json.dumps(kept, ensure_ascii=False))

    def _forget_draft(self) -> None:
        self._keep_soon.stop()
        if self.frame.memory.get(self._draft_name):
            self.frame.memory.put(self._draft_name, "")

    def _put_draft_back(self) -> None:
        kept = json.loads(self.frame.memory.get(self._draft_name) or "{}")
        if not kept:
            return
        self._loading = True
        self.fields.show_texts(kept["texts"])
        if self.household is not None:
            self.household.members.show_texts(kept["members"])
        self._base = _with_versions(self._base, kept["versions"])
        self._loading = False
        at = datetime.fromisoformat(kept["at"])
        self.foot.state.setText(words.DRAFT.format(when=f"{at:{words.DRAFT_TIME}}"))
        self._show_state()


def _versions(form: HouseholdForm) -> dict[str, int | None]:
    """Which states of the rows the officer was shown."""
    house = form.household.condition
    return {
        "household": form.household.version,
        "condition": house.version if house else None,
        "case": form.case.version if form.case else None,
    }


def _with_versions(form: HouseholdForm, versions: dict[str, int | None]) -> HouseholdForm:
    """A draft is saved over the rows it was begun on: when they have moved on since, saving says so."""
    home, case = form.household, form.case
    house = replace(home.condition, version=versions["condition"]) if home.condition else None
    home = replace(home, version=versions["household"], condition=house)
    return HouseholdForm(home, replace(case, version=versions["case"]) if case else None)


def _placed(problem: Problem) -> Problem:
    """A problem of a person stands under the people."""
    return replace(problem, field="members") if problem.field.startswith("members.") else problem


class _Scrolled(QScrollArea):
    """A part that scrolls where a small screen or large letters leave it no room."""

    def __init__(self, part: HouseholdPart | ConditionPart) -> None:
        super().__init__()
        self._part = part
        self.setWidget(part)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._part.fit(event.size().width())
        super().resizeEvent(event)
