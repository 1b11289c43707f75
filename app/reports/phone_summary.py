"""The summary for a telephone: how far the office's houses are, area by area, as one narrow page and as a message."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from app.documents.words import moment_text, money_text, whole_text
from app.exchange.queries import silent_offices
from app.households.queries import case_sums, household_count
from app.office.queries import office_facts
from app.reports.first_charts import area_chart
from app.reports.today import programme_lines
from app.wording import phone_summary as words
from app.workspace import Workspace
from models.vocabulary import Level

#: An office that has been silent for so many days is counted as one to call.
SILENT = 14


@dataclass(frozen=True)
class PhoneSummary:
    """Figures with what they count; `areas`: name, houses to be done, begun, handed over; `notes` close it."""

    office: str
    made: dt.datetime
    figures: tuple[tuple[str, str], ...]
    area_label: str
    areas: tuple[tuple[str, ...], ...]
    notes: tuple[str, ...]

    @property
    def message(self) -> str:
        """The text to paste into Zalo."""
        lines = [words.TITLE.format(office=self.office), words.MADE.format(when=moment_text(self.made))]
        lines += [f"- {label}: {value}" for label, value in self.figures]
        lines += [words.AREAS.format(area=self.area_label.lower())] if self.areas else []
        lines += [words.AREA.format(name=row[0], needed=row[1], begun=row[2], given=row[3]) for row in self.areas]
        return "\n".join([*lines, *self.notes])


def phone_summary(workspace: Workspace, now: dt.datetime | None = None) -> PhoneSummary:
    """What the office knows now, from all that was typed here or came with packages."""
    now = now or dt.datetime.now(dt.UTC)
    upper = workspace.author.level is Level.UPPER
    with workspace.read() as session:
        lines, sums = list(programme_lines(session, None)), case_sums(session)
        counts = [
            (words.HOUSEHOLDS, household_count(session)),
            (words.NEEDED, sum(one.needed for one in lines)),
            (words.BEGUN, sum(one.started for one in lines)),
            (words.GIVEN, sum(one.handed_over for one in lines)),
        ]
        chart = area_chart(session, None, by_commune=upper)
        silent = silent_offices(session, workspace.author, SILENT, now) if upper else []
        office = office_facts(session).name
    figures = [(label, whole_text(count)) for label, count in counts]
    figures += [(words.APPROVED, money_text(sums.approved)), (words.PAID, money_text(sums.paid))]
    areas = tuple(chart.rows())
    return PhoneSummary(office, now, tuple(figures), chart.label, areas, tuple(_notes(silent)))


def _notes(silent: list[str]) -> Iterator[str]:
    if silent:
        shown = ", ".join(silent[:5])
        more = words.AND_MORE.format(count=len(silent) - 5) if len(silent) > 5 else ""
        yield words.SILENT.format(days=SILENT, offices=shown + more)


def write_phone_summary(summary: PhoneSummary, target: Path) -> int:
    """Write the narrow page; returns its pages. Raises `Trouble`."""
    from app.documents.phone_page import PhonePage, write_phone_page  # reportlab is slow to load

    page = PhonePage(
        words.TITLE.format(office=summary.office),
        (words.MADE.format(when=moment_text(summary.made)),),
        summary.figures,
        (summary.area_label, *words.HEADINGS),
        summary.areas,
        summary.notes,
    )
    return write_phone_page(target, page)
