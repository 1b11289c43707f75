"""The report a campaign's plan asks for: a text with figures, what was done, obstacles and proposals, and tables.

Figures come from `campaigns.queries` and from the progress table over the houses that count in the campaign.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.awards.queries import nominations
from app.campaigns.queries import (
    CampaignDetail,
    activities,
    campaign_money,
    campaign_standings,
    count_houses,
    deadline_lines,
    figure_words,
    first_day,
    last_day,
    name_words,
    petitions,
    results,
    state_words,
    unit_words,
)
from app.documents.layout import BLANK
from app.documents.words import money_text
from app.office.queries import office_facts
from app.reports.asked import Asked
from app.reports.drive_report import drive_report
from app.reports.mobilised import Mobilised, mobilised
from app.reports.progress_report import progress_report
from app.reports.report_value import (
    Cell,
    Counted,
    Kind,
    Report,
    ReportColumn,
    ReportTable,
    Section,
    cell_text,
    day_text,
    report_table,
)
from app.reports.unit_report import plan_asked, units_table
from app.wording import report_texts as words
from app.wording import reports
from app.wording.vocabulary import ACTIVITY_KINDS
from models.giving import Drive
from models.vietnamese import fold
from models.vocabulary import Level


@dataclass
class _Made:
    """The text while it is written: its sections, the tables they name, what is counted."""

    sections: list[Section] = field(default_factory=list)
    tables: list[ReportTable] = field(default_factory=list)
    counted: list[Counted] = field(default_factory=list)

    def add(self, heading: str, lines: list[str], *tables: ReportTable) -> None:
        """A section; each of its tables stands below it."""
        numbered = words.NUMBERED.format(number=words.ROMAN[len([one for one in self.sections if one.heading])])
        first = tables[0] if tables else None
        self.sections.append(Section(f"{numbered} {heading}", tuple(lines), self._place(first)))
        self.sections += [Section("", (), self._place(one)) for one in tables[1:]]

    def _place(self, table: ReportTable | None) -> int | None:
        if table is None:
            return None
        self.tables.append(table)
        return len(self.tables) - 1


def campaign_report(session: Session, asked: Asked) -> Report:
    """The report of one campaign as of a day. Raises `Refused` without a campaign."""
    plan = plan_asked(session, asked)
    made = _Made()
    counted = count_houses(session, plan)
    cases = frozenset(one.case_id for one in counted.houses)
    progress = progress_report(session, asked, cases, plan.id)
    made.add(words.BASES, list(_bases(plan)))
    made.add(words.TARGETS, [], _targets(session, plan, asked))
    if cases or counted.totals:
        table, shown = units_table(session, plan, asked)
        tables = [table] if plan.units else []
        made.add(words.HOUSES_DONE, _house_lines(progress), *tables, progress.tables[0])
        made.add(words.MONEY, _money_lines(session, plan, progress), progress.tables[1])
        stored = sum(1 for one in counted.houses if not one.left)
        made.counted.append(Counted(words.UNIT_HOUSES_COUNTED, shown, stored))
    _add_drives(session, plan, asked, made)
    made.add(words.DONE_BESIDE, list(_done(session, plan)))
    made.add(words.TROUBLES, *_troubles(session, plan))
    made.add(words.AHEAD, [BLANK, BLANK, BLANK])
    return Report(
        "campaign",
        words.CAMPAIGN_TITLE.format(name=plan.name or plan.shown),
        asked.as_of,
        tuple(made.tables),
        sections=tuple(made.sections),
        counted=tuple(made.counted),
        houses=progress.houses,
        charts=progress.charts if cases else (),
        unit=asked.unit,
        addressees=_addressees(session, plan, asked),
        recipients=tuple(_recipients(plan, asked.as_of)),
        warnings=tuple(_doubts(plan, asked.as_of)),
        campaign_id=plan.id,
    )


def _bases(plan: CampaignDetail) -> Iterator[str]:
    """The plan itself and what it rests on; a doubtful text is kept out and named below."""
    number = words.PLAN_NUMBER.format(number=plan.number) if plan.number else ""
    yield words.BY_PLAN.format(
        number=number, day=day_text(plan.issued_on or "") or "…", issuer=plan.issuer or "…", name=plan.name or ""
    )
    for one in plan.texts_of("legal_basis"):
        if one.text and not one.warning:
            yield words.BY_TEXT.format(text=one.text.rstrip("."))


def _doubts(plan: CampaignDetail, day: str) -> Iterator[str]:
    for one in plan.texts_of("legal_basis"):
        if one.warning:
            yield words.DOUBTFUL.format(text=one.text, warning=one.warning)
    for one in plan.texts_of("recipient"):
        if one.valid_to and one.valid_to < day and not one.successor:
            yield words.GONE.format(name=one.text, successor=words.UNKNOWN_SUCCESSOR)


def _recipients(plan: CampaignDetail, day: str) -> Iterator[str]:
    """Nơi nhận; one that was abolished is replaced by who followed it."""
    kept = False
    for one in plan.texts_of("recipient"):
        gone = one.valid_to and one.valid_to < day
        text = one.successor if gone and one.successor else one.text
        if text:
            kept = kept or fold(text).startswith(fold(words.KEPT))
            yield f"- {text.strip().rstrip(';.')};"
    if not kept:
        yield words.KEPT_COPY


def _addressees(session: Session, plan: CampaignDetail, asked: Asked) -> tuple[str, ...]:
    """To whom the next deadline that is not met sends it, and through whom; else the last one's."""
    lines = deadline_lines(session, plan, asked.as_of, office_facts(session).code)
    named = [one for one in lines if one.deadline.addressees]
    open_ones = [one for one in named if one.state.value != "done"]
    chosen = (open_ones or named[-1:])[:1]
    texts = [text.strip() for one in chosen for text in (one.deadline.addressees or "").split(";")]
    through = [one.deadline.through for one in chosen if one.deadline.through]
    if texts and through:
        texts[-1] = words.THROUGH.format(name=texts[-1], through=through[0].replace("; ", ", "))
    return tuple(one for one in texts if one)


def _targets(session: Session, plan: CampaignDetail, asked: Asked) -> ReportTable:
    found = campaign_standings(session, plan, asked.as_of, office_facts(session).code)
    lines: list[dict[str, Cell]] = [
        {
            "target": name_words(one.target),
            "unit": unit_words(one.unit),
            "wanted": figure_words(one, wanted=True),
            "figure": figure_words(one),
            "percent": one.percent / 100 if one.percent is not None else None,
            "state": state_words(one),
        }
        for one in found.lines
        if one.unit is None or len(found.lines) <= words.MOST_TARGETS
    ]
    columns = [
        ReportColumn("ordinal", reports.ORDINAL, width=5, summed=False),
        ReportColumn("target", words.TARGET, Kind.TEXT, 34),
        ReportColumn("unit", words.UNIT, Kind.TEXT, 18),
        ReportColumn("wanted", words.WANTED, Kind.TEXT, 16),
        ReportColumn("figure", words.REACHED, Kind.TEXT, 16),
        ReportColumn("percent", words.SHARE, Kind.SHARE, 9),
        ReportColumn("state", words.STATE, Kind.TEXT, 14),
    ]
    return report_table(words.TARGETS_TABLE, columns, lines, empty=words.NO_TARGETS)


def _house_lines(progress: Report) -> list[str]:
    """The figures of the progress table in sentences."""
    table = progress.tables[0]

    def total(key: str, kind: Kind = Kind.COUNT) -> str:
        return cell_text(table.total_of(key), kind) or "0"

    values = {key: total(key) for key in ("need", "need_new", "need_repair", "started", "accepted", "given")}
    values |= {f"{key}_period": total(f"{key}_period") for key in ("started", "accepted", "given")}
    values |= {key: total(key, Kind.SHARE) for key in ("started_share", "accepted_share", "given_share")}
    lines = [one.format(**values) for one in words.HOUSE_LINES]
    idle, left, added = total("not_started"), total("left"), total("added")
    why = [str(row.cells[table.column("why")]) for row in table.rows if row.cells[table.column("why")]]
    if idle != "0":
        reasons = words.REASONS.format(reasons="; ".join(why)) if why else ""
        lines.append(words.NOT_STARTED.format(count=idle, reasons=reasons))
    if left != "0" or added != "0":
        lines.append(words.CHANGED.format(added=added, left=left))
    return lines


def _money_lines(session: Session, plan: CampaignDetail, progress: Report) -> list[str]:
    """Money for the houses, and what the campaign brought together; what was given before it stands apart."""
    table = progress.tables[1]

    def total(key: str) -> str:
        found = table.total_of(key)
        return money_text(int(found)) if found is not None and not isinstance(found, str) else money_text(0)

    days = cell_text(table.total_of("days"), Kind.AMOUNT) or "0"
    lines = [
        words.MONEY_LINE.format(need=total("need"), allocated=total("allocated"), paid=total("paid")),
        words.MOBILISED_LINE.format(cash=total("cash"), goods=total("goods"), days=days),
        words.CAMPAIGN_MONEY.format(amount=money_text(campaign_money(session, plan, None, None))),
    ]
    if plan.earlier_gifts and plan.issued_on:
        earlier = sum((one for one in mobilised(session, until=last_day(plan.issued_on)).values()), Mobilised())
        day = day_text(plan.issued_on)
        lines.append(
            words.EARLIER_GIFTS.format(day=day, cash=money_text(earlier.cash), goods=money_text(earlier.value))
        )
    return lines


def _add_drives(session: Session, plan: CampaignDetail, asked: Asked, made: _Made) -> None:
    """The drives that belong to the campaign, each by department; of an office without houses those of its time."""
    for drive in _drives(session, plan):
        found = drive_report(session, replace(asked, drive=drive.id))
        made.add(words.DRIVE_SECTION.format(name=drive.name or ""), list(found.notes), *found.tables)
        made.counted += found.counted


def _drives(session: Session, plan: CampaignDetail) -> list[Drive]:
    every = list(session.scalars(select(Drive).where(Drive.row_out.is_(False)).order_by(Drive.id)))
    own = [one for one in every if one.campaign_id == plan.id]
    if own or office_facts(session).level is not Level.AGENCY:
        return own
    begin = first_day(plan.starts_on) if plan.starts_on else ""
    end = last_day(plan.wrap_up_on or plan.ends_on or "") if plan.wrap_up_on or plan.ends_on else "9999"
    return [
        one
        for one in every
        if one.campaign_id is None and (one.starts_on or begin) <= end and (one.ends_on or end) >= begin
    ]


def _done(session: Session, plan: CampaignDetail) -> Iterator[str]:
    """Tasks with results, publicity and visits by kind, awards."""
    finished = results(session, plan.id)
    for task in plan.tasks:
        for one in finished.get(task.id, ()):
            if one.result:
                who = one.unit or task.lead or ""
                yield words.TASK_DONE.format(task=(task.text or "").rstrip("."), who=who, result=one.result.rstrip("."))
    kinds = Counter(one.kind for one in activities(session, plan.id))
    if kinds:
        said = "; ".join(f"{ACTIVITY_KINDS.get(kind, kind).lower()}: {count}" for kind, count in kinds.items())
        yield words.ACTIVITIES_DONE.format(counts=said)
    proposed = nominations(session, plan.id)
    if proposed:
        granted = sum(1 for one in proposed if one.granted)
        yield words.AWARDS_DONE.format(proposed=len(proposed), granted=granted)
    if not (kinds or proposed or any(finished.values())):
        yield BLANK


def _troubles(session: Session, plan: CampaignDetail) -> tuple[list[str], ReportTable]:
    """Obstacles and proposals with their answers; without any a sentence says so."""
    found = petitions(session, plan.id)
    lines: list[dict[str, Cell]] = [
        {
            "content": one.content,
            "household": one.household,
            "proposal": one.proposal,
            "to": one.addressee,
            "answer": one.answer or (words.NO_ANSWER if one.addressee else ""),
        }
        for one in reversed(found)
    ]
    columns = [
        ReportColumn("ordinal", reports.ORDINAL, width=5, summed=False),
        ReportColumn("content", words.OBSTACLE, Kind.TEXT, 34),
        ReportColumn("household", words.HEAD, Kind.TEXT, 18),
        ReportColumn("proposal", words.PROPOSAL, Kind.TEXT, 28),
        ReportColumn("to", words.TO_WHOM, Kind.TEXT, 18),
        ReportColumn("answer", words.ANSWER, Kind.TEXT, 24),
    ]
    return [], report_table("", columns, lines, empty=words.NO_TROUBLES)
