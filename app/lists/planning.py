"""What saving a list would do, row by row, before anything is written: new, changed, unchanged, rejected.

The same rules as a form's are asked (`check_household`, `check_case`); a village that is not here yet is one to add.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any, TypeVar

from sqlalchemy.orm import Session

from app.areas.queries import ethnic_group, villages
from app.households.drafts import ConditionDraft, HouseholdDraft, cleaned
from app.households.rules import LIST_FIELDS, HouseholdFacts, check_household
from app.lists.communes import CommuneNames
from app.lists.differences import Difference, differences, with_new_village
from app.lists.fields import Field
from app.lists.matching import Known, KnownHouseholds, Match, VillageName, VillageNames
from app.lists.opening import OpeningPlan, Sources, opening_plan
from app.lists.place_names import has_accents, spelled_key
from app.lists.reading import ListRow
from app.lists.rows import Repair, RepairKind, RowValues
from app.lists.what_is_here import Here, identities, what_is_here
from app.parsing import today
from app.problems import Problem, errors
from app.support.drafts import CaseDraft
from app.support.queries import CaseFacts, programme_named
from app.support.rules import check_case
from app.wording.fields import field_label
from app.wording.lists import KNOWN_BY
from models.vietnamese import spelling

D = TypeVar("D", HouseholdDraft, ConditionDraft)


class Outcome(StrEnum):
    """What becomes of a row."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    REJECTED = "rejected"


@dataclass(frozen=True)
class PlannedRow:
    """A row with all its problems and repairs and what is to be written; `new_village` is the name of one to add.

    `case` is a request to make or change, `case_id` and `work_type` those of the request that will stand, `opening`
    what was done before the program was used, `differences` old against new and
    `evidence` by what it was known where the household is here.
    """

    row: ListRow
    outcome: Outcome
    problems: tuple[Problem, ...]
    repairs: tuple[Repair, ...]
    household: HouseholdDraft | None = None
    case: CaseDraft | None = None
    case_id: str | None = None
    work_type: str | None = None
    new_village: str | None = None
    opening: OpeningPlan | None = None
    differences: tuple[Difference, ...] = ()
    evidence: str = ""


@dataclass(frozen=True)
class _Asked:
    """What holds for all rows: the programme, the villages here by id, the sources of money, what the rules ask."""

    programme_id: str
    villages: dict[str, str]
    sources: Sources
    facts: HouseholdFacts


@dataclass(frozen=True)
class _Placed:
    """A row that reading let pass, with its village."""

    row: ListRow
    values: RowValues
    village: VillageName | None
    problems: tuple[Problem, ...]
    repairs: tuple[Repair, ...]
    match: Match = field(default_factory=Match)


def plan_rows(
    session: Session,
    commune_code: str,
    rows: Iterable[ListRow],
    programme: str | None,
    refused: frozenset[RepairKind],
    sources: Sources | None = None,
) -> list[PlannedRow]:
    """The plan of a list for this commune. `programme` is a code, id or name; None is the office's first.

    `sources` grow with those that opening figures name. Raises `Refused` for a programme that is not known.
    """
    rows = list(rows)
    opens = any(one.values.opening for one in rows)
    asks = opens or any(one.values.work_type or one.values.requested_amount for one in rows)
    programme_id = programme_named(session, programme).id if asks or programme else ""
    places = {one.id: one.name for one in villages(session, commune_code)}
    names = VillageNames(places.items())
    communes = CommuneNames(session, commune_code)
    placed = list(_from_addresses(list(_in_villages(rows, names, communes, refused)), names, refused))
    known = KnownHouseholds(identities(session, commune_code))
    matched = [_matched(one, known) for one in placed]
    matches = {one.match.household.id for one in matched if one.match.household}
    here = what_is_here(session, matches, programme_id, with_facts=opens)
    facts = HouseholdFacts(today(), village_ids=frozenset(places))
    asked = _Asked(programme_id, places, sources or Sources(()), facts)
    return [_planned(one, here, asked) for one in matched]


def _in_villages(
    rows: Iterable[ListRow], names: VillageNames, communes: CommuneNames, refused: frozenset[RepairKind]
) -> Iterator[_Placed]:
    """Each row with its village; one that is not here yet is added, as a listed repair."""
    for row in rows:
        values, text = row.values, row.values.village
        found = names.find(text) if text else []
        settled = len(found) == 1 and found[0].known
        problems = (*row.problems, *communes.doubts(values.commune, values.district, settled=settled))
        former = communes.renamed(values.commune, values.district)
        repairs = (
            (*row.repairs, former) if former and _wanted(row, former.kind, Field.COMMUNE, refused) else row.repairs
        )
        placed = _Placed(row, values, None, problems, repairs)
        if row.rejected or text is None:
            yield placed
        elif len(found) == 1:
            yield _in_village(placed, text, found[0], refused)
        else:
            yield _without_village(placed, text, names, refused)


def _wanted(row: ListRow, kind: RepairKind, name: Field, refused: frozenset[RepairKind]) -> bool:
    """Whether the officer refuses neither this kind of repair nor the one of this cell."""
    return kind not in refused and name not in row.untouched


def _in_village(placed: _Placed, text: str, village: VillageName, refused: frozenset[RepairKind]) -> _Placed:
    """The row in a village that is here; one typed with other accents than the name here is a listed repair."""
    if not village.known:
        return replace(placed, village=village, repairs=(*placed.repairs, _added(text, village.name)))
    if spelled_key(text) == spelled_key(village.name):
        return replace(placed, village=village)
    if not _wanted(placed.row, RepairKind.VILLAGE_SPELLING, Field.VILLAGE, refused):
        told = {"text": text, "names": village.name}
        return replace(placed, problems=(*placed.problems, Problem(Field.VILLAGE.value, "village_alike", told)))
    repair = Repair(Field.VILLAGE, RepairKind.VILLAGE_SPELLING, text, village.name)
    return replace(placed, village=village, repairs=(*placed.repairs, repair))


def _without_village(placed: _Placed, text: str, names: VillageNames, refused: frozenset[RepairKind]) -> _Placed:
    """The row whose village is not here: added, or asked where several could be meant or the accents differ."""
    found, alike = names.find(text), names.alike(text)
    if not found and not alike and _wanted(placed.row, RepairKind.VILLAGE_ADDED, Field.VILLAGE, refused):
        return replace(placed, village=names.add(text), repairs=(*placed.repairs, _added(text, text)))
    code = "village_ambiguous" if found else "village_alike" if alike else "village_refused"
    told = {"text": text, "names": "; ".join(one.name for one in alike)}
    return replace(placed, problems=(*placed.problems, Problem(Field.VILLAGE.value, code, told)))


def _added(text: str, name: str) -> Repair:
    return Repair(Field.VILLAGE, RepairKind.VILLAGE_ADDED, text, name)


def _from_addresses(placed: list[_Placed], names: VillageNames, refused: frozenset[RepairKind]) -> Iterator[_Placed]:
    """An address that is just a village's name is that village."""
    for one in placed:
        address = one.values.address
        found = names.find(address) if address and one.village is None and not one.row.rejected else []
        if len(found) != 1 or not _wanted(one.row, RepairKind.VILLAGE_FROM_ADDRESS, Field.ADDRESS, refused):
            yield one
            continue
        repair = Repair(Field.ADDRESS, RepairKind.VILLAGE_FROM_ADDRESS, address or "", found[0].name)
        values = replace(one.values, address=None)
        yield replace(one, values=values, village=found[0], repairs=(*one.repairs, repair))


def _matched(one: _Placed, known: KnownHouseholds) -> _Placed:
    """The row with the household it is; a new one is known to the rows that follow."""
    if errors(one.problems) or not one.values.head_name:
        return one
    place = (one.row.sheet, one.row.row_number)
    village = one.village.key if one.village else None
    wanted = Known("", one.values.head_name, one.values.birth, village, one.values.citizen_id, place)
    match = known.match(wanted)
    problems = (*one.problems, *([match.problem] if match.problem else _other_accents(one.values, match)))
    if match.household is None and not errors(problems):
        known.add(replace(wanted, id=f"{place[0]}:{place[1]}"))
    return replace(one, match=match, problems=problems)


def _other_accents(values: RowValues, match: Match) -> Iterator[Problem]:
    """A household known by its name without accents, where both are typed with other ones: perhaps somebody else."""
    here, listed = match.household, values.head_name or ""
    if here is None or match.by_id or here.row is not None or spelling(here.head_name) == spelling(listed):
        return
    if has_accents(here.head_name) and has_accents(listed):
        told = {"listed": listed, "here": here.head_name}
        yield Problem("head_name", "household_accents", told, warning=True)


def _planned(one: _Placed, here: Here, asked: _Asked) -> PlannedRow:
    standing = here.drafts.get(one.match.household.id) if one.match.household else None
    old_condition = here.conditions.get(standing.id or "") if standing else None
    old_case = here.cases.get(standing.id or "") if standing else None
    household = cleaned(_household_draft(one, standing, old_condition))
    case = _case(one.values, household.id or "", old_case, asked.programme_id)
    opening = _opening(one, here.facts.get((old_case.case_id if old_case else None) or ""), case, asked)
    problems = (*one.problems, *(opening.problems if opening else ()))
    if not errors(problems):
        facts = asked.facts
        if standing and standing.village_id and standing.village_id not in facts.village_ids:
            facts = replace(facts, village_ids=facts.village_ids | {standing.village_id})
        found = [*check_household(household, facts, LIST_FIELDS), *(check_case(case) if case else [])]
        problems = (*problems, *(errors(found) or found))
    if errors(problems):
        return PlannedRow(one.row, Outcome.REJECTED, problems, one.repairs)
    new_village = one.village.name if one.village and not one.village.known else None
    changed_case = case if case != old_case else None
    opening = None if opening is None or opening.empty else opening
    planned = PlannedRow(
        one.row,
        Outcome.NEW,
        problems,
        one.repairs,
        household,
        changed_case,
        case.case_id if case else None,
        case.work_type if case else None,
        new_village,
        opening,
    )
    if standing is None:
        return planned
    changes = differences((standing, old_condition, old_case), (household, household.condition, case), asked.villages)
    if new_village:
        changes = with_new_village(changes, new_village, asked.villages.get(standing.village_id or "", ""))
    outcome = Outcome.CHANGED if changes or opening or changed_case else Outcome.UNCHANGED
    return replace(planned, outcome=outcome, differences=changes, evidence=_evidence(one.match, standing, asked))


def _evidence(match: Match, standing: HouseholdDraft, asked: _Asked) -> str:
    """Which household here the row was taken for, and by what."""
    by = ", ".join(field_label("household", name).lower() for name in match.by)
    village = asked.villages.get(standing.village_id or "", "")
    who = ", ".join(filter(None, (standing.head_name, (standing.birth or "")[:4], village)))
    return KNOWN_BY.format(who=who, by=by)


def _opening(one: _Placed, facts: CaseFacts | None, case: CaseDraft | None, asked: _Asked) -> OpeningPlan | None:
    figures = one.values.opening
    if figures is None or errors(one.problems):
        return None
    return opening_plan(figures, facts, case.requested_amount if case else None, asked.sources)


def _household_draft(one: _Placed, standing: HouseholdDraft | None, condition: ConditionDraft | None) -> HouseholdDraft:
    """The standing household (or a new one) with every cell of the row that is not empty."""
    values = one.values
    told: dict[str, str | int | None] = {
        "code": values.code,
        "head_name": values.head_name,
        "gender": values.gender,
        "birth": values.birth,
        "citizen_id": values.citizen_id,
        "ethnicity": ethnic_group(values.ethnicity or "") or values.ethnicity,
        "phone": values.phone,
        "address": values.address,
        "category": values.category,
        "member_count": values.member_count,
        "note": values.note,
        "village_id": one.village.key if one.village and one.village.known else None,
    }
    if standing is not None and not one.match.by_id:
        told["head_name"] = None  # matched without accents: the name that is here stays
    if standing is not None and standing.birth and values.birth == standing.birth[:4]:
        told["birth"] = None  # a year alone says less than the day that is here
    changed = {name: value for name, value in told.items() if value is not None}
    house = {"description": values.house_description, "area_m2": values.area_m2, "land_papers": values.land_papers}
    said = {name: text for name, text in house.items() if text is not None}
    new_condition = _filled(ConditionDraft, condition, said) if said else None
    return _filled(HouseholdDraft, standing, {**changed, "condition": new_condition})


def _filled(kind: type[D], standing: D | None, values: dict[str, Any]) -> D:
    """A draft with these values: of what stands, or a new one."""
    return kind(**values) if standing is None else replace(standing, **values)


def _case(values: RowValues, household_id: str, standing: CaseDraft | None, programme_id: str) -> CaseDraft | None:
    """The case the row asks for, or in which something was done before; a row that says neither leaves what stands."""
    opening = values.opening
    if values.work_type is None and values.requested_amount is None and opening is None:
        return standing
    base = standing or CaseDraft(household_id, programme_id, before_program=bool(opening and opening.dated_before))
    note = opening.note if opening else None
    said = None if note and note in (base.note or "") else note
    return replace(
        base,
        work_type=values.work_type or base.work_type,
        requested_amount=values.requested_amount or base.requested_amount,
        note="; ".join(filter(None, (base.note, said))) or None,
    )
