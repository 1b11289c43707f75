"""The list of plans: those of the office and from above, and those that came with the program."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from app.campaigns.facts import CampaignRow
from app.campaigns.queries import find_campaigns
from app.plans.days import day_text
from app.wording import campaign_pages as words
from views.list_parts import add_button, orders_of, text_column, with_current
from views.page import Page, WorkFrame
from views.paged_table import Column
from views.row_source import RowSource
from views.rows_list import RowsList
from views.widgets.empty_state import EmptyState


def state_text(plan: CampaignRow) -> str:
    """Whether a plan was opened or closed, and when."""
    if plan.closed_on:
        return words.CLOSED.format(day=day_text(plan.closed_on))
    return words.RUNNING.format(day=day_text(plan.opened_on)) if plan.opened_on else words.NOT_OPEN


def is_own(frame: WorkFrame, plan: CampaignRow) -> bool:
    """Whether this office may change a plan: its own, or one that came with the program."""
    return plan.office in ("", frame.workspace.author.office)


def number_text(plan: CampaignRow) -> str:
    """The plan's number, dotted where the paper left it blank."""
    number = plan.number or ""
    return f"{words.BLANK_NUMBER}{number}" if number.startswith("/") else number


def period_text(plan: CampaignRow) -> str:
    """From when to when a plan runs."""
    return " – ".join(filter(None, (day_text(plan.starts_on), day_text(plan.ends_on))))


class CampaignList(Page):
    """Enter opens a plan: `opened` carries its id."""

    opened = Signal(str)

    def __init__(self, frame: WorkFrame, empty: EmptyState) -> None:
        super().__init__()
        self.frame = frame
        columns: tuple[Column[CampaignRow], ...] = (
            text_column("name", words.NAME, lambda row: row.shown, 250, stretch=True),
            text_column("number", words.NUMBER, number_text, 116),
            text_column("issuer", words.ISSUER, lambda row: row.issuer, 190),
            text_column("period", words.PERIOD, period_text, 210),
            text_column("state", words.STATE, state_text, 200),
            text_column("origin", words.ORIGIN, self._origin, 96),
        )
        self.list = RowsList[CampaignRow](
            frame,
            RowSource(
                self._read,
                lambda row: row.id,
                ("campaign",),
                words=lambda row: " ".join(filter(None, (row.name, row.short_name, row.code, row.number, row.issuer))),
                orders=orders_of(columns),
            ),
            columns,
            "campaigns.list",
            words.UNIT,
            words.UNIT,
            empty,
        )
        look = with_current(self.list, lambda row: self.opened.emit(row.id))
        add_button(self.list, words.OPEN_PAGE, look)
        self.list.view.opened.connect(lambda _key: look())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list)
        self.setFocusProxy(self.list)

    def _origin(self, row: CampaignRow) -> str:
        if row.bundled:
            return words.FROM_PROGRAM
        if is_own(self.frame, row):
            return words.OWN
        return words.FROM_ABOVE if "/" in row.stream else words.FROM_BELOW

    def _read(self) -> list[CampaignRow]:
        with self.frame.workspace.read() as session:
            return find_campaigns(session)

    def forget(self, changes: object) -> None:
        self.list.forget(changes)
