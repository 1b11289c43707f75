"""The one catalogue of reports: made as of a day, written as a workbook, a PDF or a .docx.

A further report: a function `(session, asked) -> Report` in a module of its own, its name in `wording.reports.NAMES`,
one line in `CATALOGUE`. `parameters` are the fields of `Asked` it looks at beside the day, the period and the unit.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.campaigns.queries import find_campaigns
from app.office.queries import office_facts, paper_office
from app.parsing import today
from app.problems import Trouble, refuse
from app.progress import Progress
from app.reports.as_of import records_as_of
from app.reports.asked import Asked
from app.reports.campaign_report import campaign_report
from app.reports.compared import with_comparison
from app.reports.drive_report import drive_report
from app.reports.house_reports import house_list, overdue_report
from app.reports.money_report import money_report
from app.reports.movement_reports import activities_report, awards_report
from app.reports.papers_report import papers_report
from app.reports.poverty_report import poverty_report
from app.reports.progress_report import progress_report
from app.reports.queries import differences, last_sent
from app.reports.report_value import Report
from app.reports.unit_report import units_report
from app.reports.week_report import week_report
from app.wording import reports as words
from app.workspace import Workspace
from models.household import Household
from models.vocabulary import Level

_HOUSES = ("programme", "village", "commune", "category", "work")
_OFFICES = frozenset({Level.COMMUNE, Level.UPPER})
_ALL = frozenset(Level)

BOOK, PDF, DOCX = ".xlsx", ".pdf", ".docx"


@dataclass(frozen=True)
class ReportForm:
    """A report of the catalogue; `levels` are the offices it is for, `text` that it is a text with figures."""

    name: str
    make: Callable[[Session, Asked], Report]
    parameters: tuple[str, ...] = ()
    levels: frozenset[Level] = _OFFICES
    text: bool = False

    @property
    def title(self) -> str:
        """What it is called."""
        return words.NAMES[self.name]


CATALOGUE: dict[str, ReportForm] = {
    one.name: one
    for one in (
        ReportForm("progress", progress_report, ("by", *_HOUSES)),
        ReportForm("week", week_report, _HOUSES),
        ReportForm("campaign", campaign_report, ("campaign",), _ALL, text=True),
        ReportForm("units", units_report, ("campaign",), _ALL),
        ReportForm("houses", house_list, _HOUSES),
        ReportForm("overdue", overdue_report, _HOUSES),
        ReportForm("papers", papers_report, _HOUSES),
        ReportForm("money", money_report, (), _ALL),
        ReportForm("drive", drive_report, ("drive",), _ALL),
        ReportForm("poverty", poverty_report, ("year",)),
        ReportForm("activities", activities_report, ("campaign",), _ALL),
        ReportForm("awards", awards_report, ("campaign",), _ALL),
    )
}


def forms_for(level: Level) -> list[ReportForm]:
    """The reports an office of this level makes, in the order of the catalogue."""
    return [one for one in CATALOGUE.values() if level in one.levels]


def form_named(name: str) -> ReportForm:
    """The report of a name. Raises `Refused`."""
    if name not in CATALOGUE:
        raise refuse("name", "report_unknown", name=name)
    return CATALOGUE[name]


def campaign_choices(session: Session) -> list[tuple[str, str]]:
    """The campaigns a report may be about: code and name, those of the office first."""
    return [(one.code, one.short_name or one.name or one.code) for one in find_campaigns(session) if one.code]


def listed_communes(session: Session) -> list[str]:
    """The codes of the communes that have households here."""
    codes = session.scalars(select(Household.commune_code).where(Household.row_out.is_(False)).distinct())
    return [one for one in codes if one]


def make_report(workspace: Workspace, name: str, asked: Asked) -> Report:
    """A report as of its day; `asked.known`: with only what was entered by then. Raises `Refused`, `Trouble`."""
    form = form_named(name)
    with records_as_of(workspace, asked.as_of, known=asked.known) as session:
        made = form.make(session, asked)
    made = replace(made, known=asked.as_of) if asked.known else made
    if not asked.compare:
        return made
    with workspace.read() as session:
        before = last_sent(session, name, asked.as_texts(), asked.as_of)
        found = differences(session, before, made.houses) if before else None
    return with_comparison(made, found)


@dataclass(frozen=True)
class Written:
    """A report that was written: its file, the lines of its tables, the pages of a PDF."""

    file: Path
    rows: int
    pages: int | None


def write_report(workspace: Workspace, report: Report, target: Path, progress: Progress | None = None) -> Written:
    """Write a report as its file's ending says. Raises `Refused` for another ending, `Trouble`, `Cancelled`."""
    ending = target.suffix.lower()
    if ending not in (BOOK, PDF, DOCX):
        raise refuse("out", "report_file", name=target.name)
    made_on = today().isoformat()
    with workspace.read() as session:
        facts, office = office_facts(session), paper_office(session, workspace.author.office)
    if office is None:
        raise Trouble("not_initialised")
    if ending == BOOK:
        from app.reports.report_book import write_report_book  # what writes workbooks is slow to load

        write_report_book(target, report, facts.name, made_on)
        return Written(target, report.rows, None)
    from app.reports.report_paper import write_report_paper

    return Written(target, report.rows, write_report_paper(target, report, office, made_on, progress))
