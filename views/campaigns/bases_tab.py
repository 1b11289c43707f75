"""The tab "Căn cứ": legal bases, slogans, criteria, recipients, how ambiguous places were read."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from app.campaigns.facts import CampaignDetail, TextRow
from app.wording import campaign_pages as words
from app.wording.vocabulary import CAMPAIGN_SECTIONS, CONTRIBUTION_KINDS
from views.campaigns.tab import CampaignTab
from views.list_parts import orders_of, text_column
from views.page import WorkFrame
from views.paged_table import Column
from views.row_source import RowSource
from views.rows_list import RowsList
from views.widgets.empty_state import EmptyState


def _section(row: TextRow) -> str:
    return CAMPAIGN_SECTIONS.get(row.section or "", row.section or "")


def _subject(row: TextRow) -> str:
    return CONTRIBUTION_KINDS.get(row.subject or "", row.subject or "")


_COLUMNS: tuple[Column[TextRow], ...] = (
    text_column("section", words.SECTION, _section, 150),
    text_column("text", words.TEXT, lambda row: row.text, 380, stretch=True),
    text_column("subject", words.SUBJECT, _subject, 150),
    text_column("value", words.VALUE, lambda row: row.value, 180),
    text_column("warning", words.WARNING, lambda row: row.warning, 200),
)


class BasesTab(CampaignTab):
    """Every sentence of the plan by its section, searchable."""

    name = "bases"
    title = words.TAB_BASES

    def __init__(self, frame: WorkFrame) -> None:
        super().__init__(frame)
        self.list = RowsList[TextRow](
            frame,
            RowSource(
                lambda: self.plan.texts if self.plan else (),
                lambda row: row.id,
                ("campaign_text",),
                words=lambda row: " ".join(filter(None, (_section(row), row.text, _subject(row), row.value))),
                orders=orders_of(_COLUMNS),
            ),
            _COLUMNS,
            "campaigns.texts",
            words.TAB_BASES,
            words.TEXT_UNIT,
            EmptyState(words.EMPTY_BASES, (), "paper"),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list)
        self.setFocusProxy(self.list)

    def show_plan(self, plan: CampaignDetail) -> None:
        super().show_plan(plan)
        self.list.load()
