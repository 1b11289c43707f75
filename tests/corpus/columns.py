"""What a column of a list holds: the cell an officer types for a family, and what the records should say afterwards.

Kinds are named after `domain.md` 3.3; `tells` uses the names of the records (`cli.md`). A kind that tells nothing has
no place in the records: its text may be kept as a note, never anywhere else.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from tests.corpus.people import Family

Cell = object
Told = dict[str, object]

CATEGORY_WORDS = {"poor": "Hộ nghèo", "near_poor": "Hộ cận nghèo", "meritorious": "Người có công"}
CATEGORY_SHORT = {"poor": "HN", "near_poor": "HCN", "meritorious": "NCC"}
STEP_WORDS = {
    None: "Chưa khởi công",
    "start": "Đang thi công",
    "finish": "Đã hoàn thành",
    "handed_over": "Đã bàn giao",
}
WORK_WORDS = {"new_build": "Xây mới", "repair": "Sửa chữa"}


@dataclass(frozen=True)
class Kind:
    """A sort of column."""

    cell: Callable[[Family], Cell]
    tells: Callable[[Family], Told]


def _nothing(_family: Family) -> Told:
    return {}


def _silent(cell: Callable[[Family], Cell]) -> Kind:
    return Kind(cell, _nothing)


def _always(cell: Cell) -> Kind:
    return _silent(lambda _family: cell)


def _ticks(attribute: str, word: str, mark: Cell) -> Kind:
    """A column that is ticked where the family's word is this one."""
    field = {"category": "category", "work_type": "work"}[attribute]
    return Kind(
        lambda f: mark if getattr(f, field) == word else None,
        lambda f: {attribute: word} if getattr(f, field) == word else {},
    )


def _of_gender(gender: str, cell: Callable[[Family], Cell], *, with_birth: bool) -> Kind:
    def tells(family: Family) -> Told:
        if family.gender != gender:
            return {}
        return {"gender": gender, "birth": str(family.birth.year)} if with_birth else {"gender": gender}

    return Kind(lambda f: cell(f) if f.gender == gender else None, tells)


def _money(divisor: int) -> Kind:
    return Kind(lambda f: f.amount // divisor, lambda f: {"requested_amount": f.amount})


def _work_money(work: str) -> Kind:
    return Kind(
        lambda f: f.amount // 1_000_000 if f.work == work else None,
        lambda f: {"work_type": work, "requested_amount": f.amount} if f.work == work else {},
    )


def _day(attribute: str, day: Callable[[Family], date]) -> Kind:
    return Kind(lambda f: day(f).strftime("%d/%m/%Y"), lambda f: {attribute: day(f).isoformat()})


def _part(attribute: str, share: float, divisor: int) -> Kind:
    """A share of the family's amount, in the unit of the column."""

    def cell(family: Family) -> Cell:
        shown = round(family.amount * share) / divisor
        return int(shown) if shown.is_integer() else shown

    return Kind(cell, lambda f: {attribute: round(f.amount * share)})


def _state(step: str | None) -> Kind:
    """A column ticked where the house stands at this step."""
    told: Told = {f"step:{step}": True} if step else {}
    return Kind(lambda f: "x" if f.step == step else None, lambda f: told if f.step == step else {})


def _gender_word(family: Family) -> str:
    return "Nam" if family.gender == "male" else "Nữ"


KINDS: dict[str, Kind] = {
    "code": Kind(lambda f: f.code, lambda f: {"code": f.code}),
    "name": Kind(lambda f: f.name, lambda f: {"head_name": f.name}),
    "birth_year": Kind(lambda f: f.birth.year, lambda f: {"birth": str(f.birth.year)}),
    "birth_date": Kind(lambda f: f.birth.strftime("%d/%m/%Y"), lambda f: {"birth": f.birth.isoformat()}),
    "birth_cell": Kind(lambda f: f.birth, lambda f: {"birth": f.birth.isoformat()}),
    "birth_day": Kind(lambda f: f.birth.day, lambda f: {"birth": f.birth.isoformat()}),
    "birth_month": Kind(lambda f: f.birth.month, lambda f: {"birth": f.birth.isoformat()}),
    "birth_part": Kind(lambda f: f.birth.year, lambda f: {"birth": f.birth.isoformat()}),
    "gender": Kind(_gender_word, lambda f: {"gender": f.gender}),
    "male_year": _of_gender("male", lambda f: f.birth.year, with_birth=True),
    "female_year": _of_gender("female", lambda f: f.birth.year, with_birth=True),
    "male_tick": _of_gender("male", lambda _: "x", with_birth=False),
    "female_tick": _of_gender("female", lambda _: "x", with_birth=False),
    "ethnicity": Kind(lambda f: f.ethnicity, lambda f: {"ethnicity": f.ethnicity}),
    "citizen_id": Kind(lambda f: f.citizen_id, lambda f: {"citizen_id": f.citizen_id}),
    "phone": Kind(lambda f: f.phone, lambda f: {"phone": f.phone}),
    "village": Kind(lambda f: f.village, lambda f: {"village": f.village}),
    "address": Kind(lambda f: f.address, lambda f: {"address": f.address}),
    "address_village": Kind(lambda f: f.village, lambda f: {"address": f.village}),
    "commune": Kind(lambda f: f.commune, lambda f: {"commune": f.commune}),
    "members": Kind(lambda f: f.members, lambda f: {"member_count": f.members}),
    "category": Kind(lambda f: CATEGORY_WORDS[f.category], lambda f: {"category": f.category}),
    "category_short": Kind(lambda f: CATEGORY_SHORT[f.category], lambda f: {"category": f.category}),
    "house_status": Kind(lambda f: f.house, lambda f: {"house_description": f.house}),
    "area": Kind(lambda f: f.area, lambda f: {"area_m2": f.area}),
    "land": Kind(lambda f: f.land, lambda f: {"land_papers": f.land}),
    "need": Kind(lambda f: WORK_WORDS[f.work], lambda f: {"work_type": f.work}),
    "amount_dong": _money(1),
    "amount_thousand": _money(1_000),
    "amount_million": _money(1_000_000),
    "new_million": _work_money("new_build"),
    "repair_million": _work_money("repair"),
    "note": Kind(lambda f: f.note, lambda f: {"note": f.note} if f.note else {}),
    "district": Kind(lambda _: "Mường Chà", lambda _: {"district": "Mường Chà"}),
    "decision_number": Kind(lambda f: f.decision, lambda f: {"decision_number": f.decision}),
    "decision_date": _day("decided_on", lambda f: f.days[0]),
    "started": _day("step:start", lambda f: f.days[1]),
    "finished": _day("step:finish", lambda f: f.days[2]),
    "accepted": _day("step:accepted", lambda f: f.days[3]),
    "handed_over": _day("step:handed_over", lambda f: f.days[4]),
    "progress": Kind(lambda f: STEP_WORDS[f.step], lambda f: {f"step:{f.step}": True} if f.step else {}),
    "approved_million": _part("approved_amount", 1, 1_000_000),
    "approved_dong": _part("approved_amount", 1, 1),
    "paid_million": _part("paid:all", 1, 1_000_000),
    "paid_dong": _part("paid:all", 1, 1),
    "paid_1_million": _part("paid:1", 0.6, 1_000_000),
    "paid_2_million": _part("paid:2", 0.4, 1_000_000),
    "central_million": _part("source:central_budget", 0.5, 1_000_000),
    "local_million": _part("source:local_budget", 0.3, 1_000_000),
    "fund_million": _part("source:fund_for_poor", 0.2, 1_000_000),
    "donor_million": _part("source:donor", 0.1, 1_000_000),
    "not_started_tick": _state(None),
    "started_tick": _state("start"),
    "finished_tick": _state("finish"),
    "handed_over_tick": _state("handed_over"),
    "poor_tick": _ticks("category", "poor", "x"),
    "near_poor_tick": _ticks("category", "near_poor", "x"),
    "meritorious_tick": _ticks("category", "meritorious", "x"),
    "new_tick": _ticks("work_type", "new_build", "x"),
    "repair_tick": _ticks("work_type", "repair", "x"),
    "poor_one": _ticks("category", "poor", 1),
    "near_poor_one": _ticks("category", "near_poor", 1),
    "meritorious_one": _ticks("category", "meritorious", 1),
    "new_one": _ticks("work_type", "new_build", 1),
    "repair_one": _ticks("work_type", "repair", 1),
    "new_check": _ticks("work_type", "new_build", "✓"),
    "repair_check": _ticks("work_type", "repair", "✓"),
    "seq": _always(None),
    "blank": _always(None),
    "spouse": _silent(lambda f: "Cao Thị Ngạn" if f.gender == "male" else "Thân Văn Ngữ"),
    "spouse_year": _silent(lambda f: f.birth.year + 3),
    "spouse_id": _silent(lambda f: f"011199{f.members:06}"),
    "province": _always("Điện Biên"),
    "region": _always("Khu vực III"),
    "poor_year": _silent(lambda f: 2022 + f.members % 3),
    "built_year": _silent(lambda f: 1990 + f.members),
    "count": _silent(lambda f: max(f.members - 2, 0)),
    "score": _silent(lambda f: 100 + 5 * f.members),
    "land_area": _silent(lambda f: f.area * 4),
    "income": _silent(lambda f: 900_000 + 10_000 * f.members),
    "job": _always("Làm nương"),
    "schooling": _always("7/12"),
    "officer": _always("Khổng Văn Tạo"),
    "officer_phone": _always("0215382441"),
    "helper": _always("Đồn Biên phòng Mường Mươn"),
    "account": _silent(lambda f: f"8900205{f.members:06}"),
    "bank": _always("Agribank Mường Chà"),
    "sign": _always(None),
    "cause": _always("Thiếu vốn, thiếu tư liệu sản xuất"),
    "religion": _always("Không"),
    "issued_on": _always("12/05/2021"),
    "issued_by": _always("Cục CSQLHC về TTXH"),
    "certificate": _silent(lambda f: f"{f.members + 20}/GCN-HN"),
    "own_money": _silent(lambda f: 10_000_000 + 1_000_000 * f.members),
    "planned": _always("Tháng 4/2025"),
}
