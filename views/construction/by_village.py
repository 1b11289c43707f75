"""What is done village by village with the houses of the list: their sheets, a visit, the message to the head."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu, QPlainTextEdit

from app.reports.village_messages import VillageMessage, village_messages
from app.wording import village_message as words
from app.wording import week
from app.wording.vocabulary import PAPER_KINDS
from models.vocabulary import PaperKind
from views import messages, style
from views.page import Page, WorkFrame
from views.short_form import ShortForm, opened
from views.widgets.buttons import MenuButton
from views.widgets.choice_edit import Choice, ChoiceEdit
from views.widgets.form import quiet_label

ShowPapers = Callable[[PaperKind, Sequence[str]], None]


class ByVillage(MenuButton):
    """A menu beside the list; `keys` are the ticked houses, else all that are shown."""

    def __init__(self, page: Page, frame: WorkFrame, keys: Callable[[], Sequence[str]], show: ShowPapers) -> None:
        super().__init__(week.BY_VILLAGE)
        self._page, self._frame, self._keys, self._show = page, frame, keys, show
        self.menu_below = self._menu

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        menu.addAction(week.PRINT_SHEETS, self.show_sheets)
        menu.addAction(PAPER_KINDS[PaperKind.VISIT_SHEET.value], self.show_visits)
        menu.addAction(f"{words.TITLE}…", self.ask_heads)
        return menu

    def show_sheets(self) -> None:
        """The sheet of each village, all in one job."""
        self._show_papers(PaperKind.VILLAGE_SHEET)

    def show_visits(self) -> None:
        """What is taken along to the houses of each village."""
        self._show_papers(PaperKind.VISIT_SHEET)

    def _show_papers(self, kind: PaperKind) -> None:
        keys = self._keys()
        if keys:
            self._show(kind, keys)
        else:
            messages.trouble(week.NO_HOUSES)

    def ask_heads(self) -> None:
        """Show the messages to the heads of these villages."""
        keys, workspace = list(self._keys()), self._frame.workspace

        def read() -> list[VillageMessage]:
            with workspace.read() as session:
                return [one for one in village_messages(session, keys) if one.houses]

        self._frame.runner.read(read, self._show_messages)

    def _show_messages(self, found: list[VillageMessage]) -> None:
        if found:
            opened(MessageForm(found, self._page))
        else:
            messages.success(words.NOTHING_OPEN)


class MessageForm(ShortForm):
    """The message to each village's head, to be corrected and copied; it stays for the next village."""

    def __init__(self, found: Sequence[VillageMessage], parent: Page) -> None:
        super().__init__(parent, words.TITLE, words.COPY)
        self._found = {one.village_id: one for one in found}
        titled = [(one.village_id, one.village, one.houses) for one in found]
        self.village = ChoiceEdit(
            [Choice(key, words.VILLAGE_CHOICE.format(village=name, count=count)) for key, name, count in titled],
            width=320,
        )
        self.village.set_value(found[0].village_id)
        self.to = quiet_label()
        self.text = QPlainTextEdit()
        self.text.setAccessibleName(words.TEXT)
        self.text.setTabChangesFocus(True)
        self.form.add_field("village", words.VILLAGE, self.village)
        self.add_below(self.to)
        self.add_below(self.text)
        style.follow_scale(self.text, lambda: self.text.setMinimumHeight(style.px(240)))
        self.village.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        one = self._found.get(self.village.value() or "")
        self.confirm.setEnabled(one is not None)
        self.text.setPlainText(one.text if one is not None else "")
        self.to.setText(words.TO.format(phone=one.phone or words.NO_PHONE) if one is not None else "")

    def carry_out(self) -> None:
        QApplication.clipboard().setText(self.text.toPlainText())
        one = self._found[self.village.value() or ""]
        messages.success(words.COPIED.format(village=one.village))
        self.to.setText(words.COPIED.format(village=one.village))
