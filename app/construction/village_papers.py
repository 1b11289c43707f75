"""Papers by village: the sheet its head marks every week ("Phiếu theo dõi của thôn") and that of a visit to its houses.

Both show what the quick grid shows, in its order, so that what comes back is typed in line by line.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from app.areas.queries import Village, villages_by_id
from app.construction.news import News, latest_news
from app.documents.paper_forms import About, PaperForm
from app.documents.parts import Column, Signature
from app.documents.sentences import day_of, filled, short_day
from app.documents.text_paper import Dots, Table, Text, TextPaper
from app.households.queries import HouseholdOnPaper
from app.office.queries import PaperOffice
from app.parsing import fold, today
from app.support.queries import CaseOnPaper, cases_on_paper
from app.wording import papers_village as said
from app.wording.construction import village_head_position
from app.wording.paper_lists import work_text
from app.wording.vocabulary import STAGES, STATUSES
from models.vocabulary import PaperKind, Stage, Status

#: Houses that are being built, or wait for it: what a village is asked about.
BUILDING = frozenset({Status.APPROVED, Status.STARTED, Status.IN_PROGRESS, Status.ON_HOLD})
_EMPTY_ROWS = 12
_SIZE = 10.5
_NOBODY = Village("", "", None, None, 0)


@dataclass(frozen=True)
class HouseOfVillage:
    """A house with what was heard of it last."""

    case: CaseOnPaper
    news: News


@dataclass(frozen=True)
class VillageOnPaper:
    """A village with its houses in the order of the grid; without houses the blank sheet."""

    village: Village = _NOBODY
    place: str = ""
    houses: tuple[HouseOfVillage, ...] = ()


def read_villages(session: Session, _office: PaperOffice, case_ids: Sequence[str]) -> list[VillageOnPaper]:
    """The houses of these cases by village, villages and heads in the order of their names, given names first."""
    cases = cases_on_paper(session, case_ids)
    pairs = [(one.facts, one.state) for one in cases if one.facts is not None and one.state is not None]
    news = latest_news(session, pairs)
    known = villages_by_id(session, (one.household.village_id for one in cases))
    found: dict[str, list[HouseOfVillage]] = {}
    for one in cases:
        told = news.get(one.facts.case_id, News()) if one.facts else News()
        found.setdefault(one.household.village_id or "", []).append(HouseOfVillage(one, told))
    papers = [
        VillageOnPaper(known.get(village, _NOBODY), houses[0].case.household.commune, tuple(houses))
        for village, houses in found.items()
    ]
    return sorted(papers, key=lambda one: fold(one.village.name))


def village_sheet(office: PaperOffice, one: VillageOnPaper) -> TextPaper:
    """The present state of each house, an empty box for each stage that is not done; no telephone, no number."""
    rows = tuple(_sheet_row(place, house) for place, house in enumerate(one.houses, 1))
    stages = [Column(STAGES[stage.value], 1.05, "center", said.PRESENT) for stage in Stage]
    columns = (
        Column(said.NUMBER, 0.45, "center"),
        Column(said.HEAD, 2.1),
        Column(said.WORK, 0.85, "center"),
        *stages,
        Column(said.NOTE, 1.9),
        Column(said.STOPPED, 1.5, "left", said.THIS_WEEK),
        Column(said.TOLD, 1.9, "left", said.THIS_WEEK),
    )
    return TextPaper(
        said.SHEET_TITLE,
        (
            Text(said.SHEET_HOW),
            Table(columns, rows or (("",) * len(columns),) * _EMPTY_ROWS, least_lines=2, size=_SIZE),
        ),
        under_title=(_under_title(office, one),),
        signatures=(Signature((said.MADE_BY.upper(),)), _head_signs(one.village)),
        wide=True,
    )


def _head_signs(village: Village) -> Signature:
    position = village_head_position(village.name) if village.name else said.ANY_HEAD
    return Signature((position.upper(),), village.head_name or "")


def _under_title(office: PaperOffice, one: VillageOnPaper) -> str:
    day = short_day(today()) if one.houses else ""
    return filled(said.UNDER_TITLE, village=one.village.name, office=office.name, day=day)


def _sheet_row(place: int, house: HouseOfVillage) -> tuple[str, ...]:
    case, state = house.case, house.case.state
    stages = [_done(state.stages.get(stage), state.acceptance is not None) if state else "" for stage in Stage]
    return (
        str(place),
        case.household.head_name,
        work_text(case.work_type),
        *stages,
        _standing(house),
        "",
        "",
    )


def _done(row: object, accepted: bool) -> str:
    """The day of a stage that is done; an empty box else."""
    if row is None:
        return said.DONE if accepted else ""
    return _short(day_of(getattr(row, "done_on", None))) or said.DONE


def _short(day: date | None) -> str:
    return "" if day is None else f"{day:%d/%m/%y}"


def _standing(house: HouseOfVillage) -> str:
    """What holds a house up and until when, else the newest note."""
    state = house.case.state
    if state is not None and state.status is Status.ON_HOLD and state.exception is not None:
        held = state.exception
        text = said.HELD.format(reason=held.reason or "")
        return f"{text}, {said.LOOK_AGAIN.format(day=_short(day_of(held.review_on)))}" if held.review_on else text
    return house.news.note


def visit_sheet(office: PaperOffice, one: VillageOnPaper) -> TextPaper:
    """What an officer takes along to the houses of a village: where to go, what to look at, room for what she finds."""
    rows = tuple(_visit_row(place, house) for place, house in enumerate(one.houses, 1))
    columns = (
        Column(said.NUMBER, 0.45, "center"),
        Column(said.HEAD_AND_PLACE, 2.6),
        Column(said.WORK, 0.85, "center"),
        Column(said.STATE, 1.8),
        Column(said.LOOK_AT, 2.2),
        Column(said.FOUND, 3.2),
        Column(said.SIGNED, 1.2),
    )
    village = one.village
    phone = village.head_phone or ""
    return TextPaper(
        said.VISIT_TITLE,
        (
            Text(filled(said.VISIT_OF, village=village.name, head=village.head_name or "", phone=phone)),
            Text(filled(said.VISIT_DAY, day="", people="")),
            Table(columns, rows or (("",) * len(columns),) * _EMPTY_ROWS, least_lines=2, size=_SIZE),
            Text(said.VISIT_REMARKS),
            Dots(1),
        ),
        under_title=(_under_title(office, one),),
        signatures=(Signature((said.VISITOR.upper(),)), _head_signs(village)),
        wide=True,
    )


def _visit_row(place: int, house: HouseOfVillage) -> tuple[str, ...]:
    case, state = house.case, house.case.state
    stage = STAGES[state.stage.value] if state and state.stage else ""
    known = stage or (STATUSES[state.status] if state else "")
    heard = short_day(day_of(house.news.heard_on))
    standing = [known, _standing(house), said.HEARD.format(day=heard) if heard else said.NEVER_HEARD]
    where = ", ".join(filter(None, (case.household.head_name, _within_village(case.household))))
    return (str(place), where, work_text(case.work_type), "; ".join(filter(None, standing)), _look_at(house), "", "")


def _within_village(home: HouseholdOnPaper) -> str:
    """Of the address what leads to the house: all stands in the village of the title."""
    return home.address.partition(home.village)[0].strip(" ,") if home.village else home.address


def _look_at(house: HouseOfVillage) -> str:
    """The stage that comes next, or why a paused house stands still; a finished one waits for its acceptance."""
    state = house.case.state
    if state is None:
        return ""
    if state.status is Status.ON_HOLD:
        return said.ASK_HOLD
    missing = next((stage for stage in Stage if stage not in state.stages), None)
    return said.ASK_STAGE.format(stage=said.ASKED_STAGES[missing.value]) if missing else said.ASK_FINISHED


VILLAGE_FORMS: tuple[PaperForm, ...] = (
    PaperForm(PaperKind.VILLAGE_SHEET, About.CASE, read_villages, village_sheet, VillageOnPaper(), statuses=BUILDING),
    PaperForm(PaperKind.VISIT_SHEET, About.CASE, read_villages, visit_sheet, VillageOnPaper(), statuses=BUILDING),
)
