"""The page "Bản nháp": everything that was half-typed, gone on with or thrown away."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from app.wording import half_typed as words
from views import cells, messages, style
from views.half_typed import HalfTyped, go_on_with, half_typed, throw_away
from views.list_page import TitleLine
from views.page import Page, WorkFrame
from views.row_source import RowSource
from views.rows_list import RowsList
from views.widgets.buttons import FilledButton, quiet_button
from views.widgets.empty_state import EmptyState


class DraftsPage(Page):
    """Enter goes on with the draft in hand."""

    def __init__(self, frame: WorkFrame) -> None:
        super().__init__()
        self.frame = frame
        self.heading = TitleLine(words.TITLE)
        self.go_on = FilledButton(words.GO_ON, "edit")
        self.heading.put_last(self.go_on)
        self.list = RowsList[HalfTyped](
            frame,
            RowSource(
                lambda: half_typed(frame.memory),
                lambda row: row.name,
                (),
                words=lambda row: f"{row.title} {row.text}",
            ),
            (
                cells.text("what", words.WHAT, lambda row: row.title, 300),
                cells.text("text", words.TEXT, lambda row: row.text, 460, stretch=True),
                cells.text("when", words.WHEN, lambda row: f"{row.at:%H:%M %d/%m/%Y}" if row.at else "", 140),
            ),
            "drafts",
            words.TITLE,
            words.UNIT,
            EmptyState(words.EMPTY, (), "edit"),
        )
        self.list.line.add_filter(quiet_button(words.DROP, self.drop))
        self.go_on.clicked.connect(self._go_on)
        self.list.view.opened.connect(self._go_on)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.heading)
        self._column.addWidget(self.list, 1)
        style.follow_scale(self, self._fit)
        self.setFocusProxy(self.list)

    def _fit(self) -> None:
        self._column.setContentsMargins(style.px(16), style.px(8), style.px(16), style.px(4))
        self._column.setSpacing(style.px(8))

    def _current(self) -> HalfTyped | None:
        draft = self.list.current()
        if draft is None:
            messages.trouble(words.CHOOSE)
        return draft

    def _go_on(self, *_: object) -> None:
        draft = self._current()
        if draft is not None:
            go_on_with(self.frame, draft)

    def drop(self) -> None:
        """Throw the draft in hand away, after asking."""
        draft = self._current()
        if draft is None:
            return
        if messages.ask(words.DROP_QUESTION.format(title=draft.title), words.DROP_YES, words.DROP_NO, yes_first=False):
            throw_away(self.frame.memory, draft)
            messages.success(words.DROPPED)
            self.list.load()

    def receive(self, request: object) -> None:
        self.list.load()

    def forget(self, changes: object) -> None:
        self.list.load()
