"""The page "Giấy tờ": what files lack, papers printed many at once, blank forms, the register of numbers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout

from app.wording import paperwork_pages as words
from models.vocabulary import PaperKind
from views import style
from views.page import Page, WorkFrame
from views.paperwork.batch_tab import BatchTab
from views.paperwork.blank_tab import BlankTab
from views.paperwork.missing_tab import MissingTab
from views.paperwork.register_tab import RegisterTab
from views.paperwork.set_pane import SetPane
from views.tabbed_page import TabbedPage

_BOTH = 1000


P = TypeVar("P", bound=Page)


class _Later(Page, Generic[P]):
    """A tab that is made, and reads, when it first comes into sight."""

    def __init__(self, make: Callable[[], P]) -> None:
        super().__init__()
        self._make = make
        self._made: P | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    @property
    def page(self) -> P:
        """The tab itself."""
        if self._made is None:
            self._made = self._make()
            self._column.addWidget(self._made)
            self.setFocusProxy(self._made)
        return self._made

    def renew(self) -> None:
        """Make the tab anew, now or when it next comes into sight."""
        if self._made is not None:
            self._column.removeWidget(self._made)
            self._made.hide()
            self._made.deleteLater()
            self._made = None
        if self.isVisible():
            self.page.show()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.page.show()

    def forget(self, changes: object) -> None:
        if self._made is not None:
            self._made.forget(changes)

    def programme_changed(self) -> None:
        if self._made is not None:
            self._made.programme_changed()


class PaperworkPage(TabbedPage):
    """Four tabs; papers come into sight at the right, in a narrow window in their place."""

    def __init__(self, frame: WorkFrame) -> None:
        super().__init__(frame, words.PAGE)
        self.sheets = SetPane(frame)
        self.sheets.hide()
        self.body.addWidget(self.sheets)
        self.body.setStretchFactor(0, 1)
        self._missing = _Later(self._make_missing)
        self._batch = _Later(lambda: BatchTab(frame, self.show_pairs))
        self._blank = _Later(lambda: BlankTab(frame, self.show_blank))
        self._register = _Later(lambda: RegisterTab(frame))
        self.add_tab(self._missing, words.MISSING_TAB, words.PRINT_MISSING, self.print_missing)
        self.add_tab(self._batch, words.BATCH_TAB, words.BATCH_PRINT, self.show_batch)
        self.add_tab(self._blank, words.BLANK_TAB, words.BATCH_PRINT, self.show_form)
        self.add_tab(self._register, words.REGISTER_TAB)
        self.sheets.closed.connect(self.close_sheets)
        self.tabs.currentChanged.connect(lambda place: self.missing.by_village.setVisible(place == 0))
        self.tabs.currentChanged.connect(self.close_sheets)
        self.set_filled(words.PRINT_MISSING)
        self.setFocusProxy(self._missing)

    @property
    def missing(self) -> MissingTab:
        """The tab "Hồ sơ còn thiếu"."""
        return self._missing.page

    def _make_missing(self) -> MissingTab:
        made = MissingTab(self.frame, self.show_pairs)
        self.add_beside_tabs(made.by_village)
        return made

    def _follow_kinds(self) -> bool:
        """The columns are the papers that are asked for now: where those have changed the tab is made anew."""
        if self.missing.kinds == self.missing.asked():
            return False
        self.missing.by_village.deleteLater()
        self._missing.renew()
        return True

    def print_missing(self) -> None:
        """Bring what is missing into sight."""
        self.missing.print_missing()

    def forget(self, changes: object) -> None:
        tables: frozenset[str] | None = getattr(changes, "tables", None)
        if tables is None or tables & {"support_case", "programme_rule"}:
            self._follow_kinds()
        super().forget(changes)

    def programme_changed(self) -> None:
        self._follow_kinds()
        super().programme_changed()

    @property
    def batch(self) -> BatchTab:
        """The tab "In theo lô"."""
        return self._batch.page

    @property
    def blank(self) -> BlankTab:
        """The tab "Biểu mẫu trống"."""
        return self._blank.page

    @property
    def register(self) -> RegisterTab:
        """The tab "Sổ số"."""
        return self._register.page

    def show_batch(self) -> None:
        """Bring what is ticked in lots into sight."""
        self.batch.show_set()

    def show_form(self) -> None:
        """Bring the blank form in hand into sight."""
        self.blank.show_current()

    def show_pairs(self, pairs: Sequence[tuple[str, str]]) -> None:
        """Bring papers of houses into sight."""
        self._open_sheets()
        self.sheets.show_pairs(pairs)

    def show_blank(self, kind: PaperKind) -> None:
        """Bring a blank form into sight."""
        self._open_sheets()
        self.sheets.show_blank(kind)

    def _open_sheets(self) -> None:
        self.sheets.show()
        self._share()
        self.sheets.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_sheets(self) -> None:
        """Give the list its whole width back."""
        if self.sheets.isHidden():
            return
        self.sheets.hide()
        self._share()
        if self.current is not None:
            self.current.setFocus(Qt.FocusReason.OtherFocusReason)

    def _share(self) -> None:
        reading, width = not self.sheets.isHidden(), self.body.width()
        self.stack.setVisible(not reading or width >= style.px(_BOTH))
        if reading:
            least = self.sheets.minimumWidth()
            self.body.setSizes([width - least, least])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()
