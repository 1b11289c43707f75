"""The achievement report of one participant: what the records tell and what was noted, the standards with evidence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from app.awards.achievements import achievements
from app.awards.facts import AchievementRow, ParticipantRow, StandardRow
from app.awards.known import CampaignRecords
from app.awards.paper_parts import campaign_of, in_sentence
from app.awards.queries import nominations, participants
from app.awards.standards import standards_of
from app.documents.paper_forms import About, PaperForm
from app.documents.paper_tables import columns_of, list_table
from app.documents.parts import Signature
from app.documents.sentences import filled
from app.documents.text_paper import Block, Look, Text, TextPaper, texts
from app.documents.words import decimal_text
from app.office.queries import PaperOffice
from app.wording import papers_awards as said
from models.vocabulary import AwardObject, PaperKind

_EMPTY_ROWS = 8


@dataclass(frozen=True)
class AchievementPaper:
    """Somebody's achievements as they are reported; all empty is the blank form."""

    who: ParticipantRow | None = None
    campaign: str = ""
    done: tuple[AchievementRow, ...] = ()
    standards: tuple[StandardRow, ...] = ()
    forms: tuple[str, ...] = ()


def _read(session: Session, _office: PaperOffice, ids: Sequence[str]) -> list[AchievementPaper]:
    """A report for each participant, in the order of the ids."""
    known = {one.id: one for one in participants(session, ids=ids)}
    records: dict[str, CampaignRecords] = {}
    found = []
    for one in (known[key] for key in dict.fromkeys(ids) if key in known):
        campaign = records.setdefault(one.campaign_id, CampaignRecords(session, one.campaign_id))
        proposed = [row for row in nominations(session, one.campaign_id) if row.participant.id == one.id]
        code = proposed[0].form_code if len(proposed) == 1 else None
        name = in_sentence(campaign_of(session, one.campaign_id).name or "")
        standards = tuple(standards_of(session, one, code, campaign))
        forms = tuple(dict.fromkeys(row.form for row in proposed))
        found.append(AchievementPaper(one, name, tuple(achievements(session, one, campaign)), standards, forms))
    return found or [BLANK]


BLANK = AchievementPaper()


def achievement_report(office: PaperOffice, one: AchievementPaper) -> TextPaper:
    """The report, signed by whom it is about and confirmed by the office."""
    who = one.who
    kind = who.kind if who else AwardObject.INDIVIDUAL
    blocks: list[Block] = [Text(said.REPORT_WHO, Look.HEADING), *_about(who, kind)]
    blocks += [Text(said.REPORT_DONE, Look.HEADING), _achievements(one)]
    if one.standards:
        blocks += [Text(said.REPORT_STANDARDS, Look.HEADING), _standards(one)]
    blocks += [Text(said.REPORT_ASKED, Look.HEADING)]
    blocks += texts([f"- {form}" for form in one.forms] or [filled("{form}", form="")])
    return TextPaper(
        tuple(filled(text, name=one.campaign) for text in said.REPORT_TITLE),
        tuple(blocks),
        office.head(),
        under_title=(filled(said.REPORT_OF, who=who.name if who else ""),),
        signatures=(
            Signature((said.CONFIRMED.format(office=office.body.upper()),)),
            Signature((said.SIGN_REPORTER[kind],), who.name if who and kind != AwardObject.COLLECTIVE else ""),
        ),
    )


def _about(who: ParticipantRow | None, kind: str) -> list[Text]:
    lines = [
        filled(said.REPORT_NAME[kind], name=who.name if who else ""),
        filled(said.REPORT_POSITION[kind], position=(who.position or "") if who else ""),
    ]
    if who is None or (who.unit and who.unit != who.name):
        lines.append(filled(said.REPORT_UNIT, unit=who.unit if who else ""))
    if who and who.outside:
        lines.append(said.REPORT_OUTSIDE)
    return list(texts(lines))


def _achievements(one: AchievementPaper) -> Block:
    rows = [
        (
            str(place),
            each.text,
            " ".join(filter(None, (decimal_text(each.figure) if each.figure else "", each.unit_text)))
            if not each.computed
            else "",
            each.evidence,
        )
        for place, each in enumerate(one.done, start=1)
    ]
    columns = columns_of(said.REPORT_COLUMNS, (0.5, 3.4, 1, 2), "clll")
    return list_table(columns, rows, empty_rows=_EMPTY_ROWS)


def _standards(one: AchievementPaper) -> Block:
    told = {True: said.MET, False: said.NOT_MET, None: said.NOT_JUDGED}
    rows = [(str(place), each.text, told[each.met], each.evidence) for place, each in enumerate(one.standards, start=1)]
    columns = columns_of(said.STANDARD_COLUMNS, (0.5, 3.4, 0.8, 2.2), "clcl")
    return list_table(columns, rows)


ACHIEVEMENT_FORM = PaperForm(PaperKind.ACHIEVEMENT_REPORT, About.PARTICIPANT, _read, achievement_report, BLANK)
