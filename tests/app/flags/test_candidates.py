"""The database's narrowing loses no point: what is listed of a mixed folder is what the rules say of all houses."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from app.actions import Action
from app.flags.candidates import doubtful_households
from app.flags.queries import Flag, find_flags, open_flags
from app.problems import Cancelled
from app.progress import Progress
from app.wording.flags import NAMES
from app.workspace import Workspace
from models.base import Recorded, new_id
from models.construction import Acceptance, StageRecord
from models.funding import Payment
from models.handover import Handover
from models.household import Household, Member
from models.housing import HousingCondition
from models.ledger import Supplier, SupplierPayment, SupplyContract
from models.review import PovertyClass, Remark
from models.support import CaseException, Decision, SupportCase
from models.vocabulary import Level, Stage, WorkType
from tests.make import FUND, MERIT, NATIONAL, make_approved, make_case

DAY = "2026-11-21"
HOUSES = 400
Row = tuple[type[Recorded], dict[str, Any]]


class Mixture:
    """Made-up households with everything a rule asks for, near the thresholds.

    A tidy one has at most one row of a kind and nobody in common, so that hardly a house has two points; another is as
    merges and corrections leave it.
    """

    def __init__(self, seed: int, contract: str, *, tidy: bool) -> None:
        self.chance = random.Random(seed)
        self.contract = contract
        self.tidy = tidy

    def often(self, share: float) -> bool:
        return self.chance.random() < share

    def seldom(self) -> bool:
        """Leaves a tidy household out of most rules."""
        return self.tidy and self.often(0.85)

    def day(self) -> str | None:
        """A day on either side of what the thresholds ask; seldom none."""
        back = self.chance.choice((0, 1, 2, 3, 80, 89, 90, 91, 100, 335, 364, 365, 366, 400, 900))
        return None if self.often(0.08) else (date.fromisoformat(DAY) - timedelta(days=back)).isoformat()

    def rows(self) -> Iterator[Row]:
        """One household with its people, its survey and up to two cases."""
        home, chance = new_id(), self.chance
        name = f"Lò Văn {chance.choice('ABCDEFGH')}"
        many = 10**5 - 1 if self.tidy else 300
        person = {"citizen_id": f"0110720{chance.randint(0, many):05}"} if self.often(0.4) else {}
        values = {
            "head_name": name,
            "birth": "1960"
            if self.seldom()
            else chance.choice((None, "1960", "2007", "2008", "2008-08-24", "2010-01-02", "2015")),
            "commune_code": "03151" if self.seldom() else chance.choice(("08545", "03151")),
            "guardian": chance.choice((None, None, "Lò Thị Ín")),
            "bank_account": chance.choice(
                (None, f"10{chance.randint(0, many)}", f"1 0{chance.randint(0, many)}", " -")
            ),
            "bank_holder": None
            if self.often(0.5)
            else chance.choice((name, name.upper(), "Vì Văn Siêng", "Lò Thị Ín")),
            **person,
        }
        yield Household, {"id": home, **values, **self._gone()}
        if self.often(0.4):
            number = f"0110720{chance.randint(0, many):05}"
            yield Member, {"household_id": home, "name": "Vì Văn Siêng", "citizen_id": number, **self._gone()}
        for _ in range(chance.choice((0, 1, 1, 2))):
            place = chance.choice((("21.25", "104.9"), ("21.03", "105.85"), (None, None), ("21.x", "104.9")))
            yield HousingCondition, {"household_id": home, "latitude": place[0], "longitude": place[1], **self._gone()}
        for year in (2024, 2025, 2026):
            if self.often(0.3) and not self.seldom():
                level = chance.choice(("poor", "near_poor", "average", "later_word"))
                yield PovertyClass, {"household_id": home, "year": year, "level": level, **self._gone()}
        for programme in chance.sample(
            (NATIONAL, FUND, MERIT, None), 1 if self.seldom() else chance.choice((0, 1, 1, 1, 2))
        ):
            yield from self._case(home, programme)

    def _gone(self) -> dict[str, Any]:
        return {"deleted": True} if self.often(0.04) and not self.tidy else {}

    def _case(self, home: str, programme: str | None) -> Iterator[Row]:
        case, work = new_id(), self.chance.choice((None, *WorkType))
        own = {"household_id": home, "programme_id": programme, "work_type": work, "registered_on": self.day()}
        yield SupportCase, {"id": case, **own, **self._gone()}
        yield from self._correctable(case, Decision, "decided_on", self._decided)
        yield from self._correctable(case, StageRecord, "done_on", self._built)
        yield from self._correctable(case, Acceptance, "accepted_on", self._taken_back)
        yield from self._correctable(case, Handover, "handed_over_on", self._taken_back, share=0.3)
        yield from self._payments(case)
        for _ in range(0 if self.seldom() else self.chance.choice((0, 0, 0, 1))):
            answered = self.chance.choice((None, DAY))
            yield (
                Remark,
                {"case_id": case, "received_on": self.day(), "content": "Nhà còn tốt", "answered_on": answered},
            )
        if self.often(0.1):
            kind = self.chance.choice(("on_hold", "withdrawn", "resumed"))
            yield CaseException, {"case_id": case, "kind": kind, "happened_on": self.day() or DAY}

    def _correctable(self, case: str, table: type[Recorded], day: str, more: Any, share: float = 0.5) -> Iterator[Row]:
        earlier = ""
        for _ in range(self.chance.choice((1,) if self.tidy else (1, 1, 1, 2, 3)) if self.often(share) else 0):
            row = new_id()
            replaces = {"replaces_id": earlier} if earlier and self.often(0.5) else {}
            yield table, {"id": row, "case_id": case, day: self.day(), **more(), **replaces, **self._gone()}
            earlier = row

    def _decided(self) -> dict[str, Any]:
        office = self.chance.choice((("03151", Level.COMMUNE), ("11", Level.UPPER)))
        amount = self.chance.choice((None, 30_000_000, 60_000_000))
        return {"office_code": office[0], "office_level": office[1], "number": "1", "amount": amount, **self._group()}

    def _group(self) -> dict[str, Any]:
        return {} if self.seldom() else {"category": self.chance.choice(("poor", "near_poor", "disaster"))}

    def _built(self) -> dict[str, Any]:
        return {"stage": self.chance.choice((*(one.value for one in Stage), "start", "start", "later_word"))}

    def _taken_back(self) -> dict[str, Any]:
        return {"revoked": True} if self.often(0.15) and not self.tidy else {}

    def _payments(self, case: str) -> Iterator[Row]:
        earlier = None
        for _ in range(self.chance.choice((0, 0, 1, 2) if self.tidy else (0, 0, 1, 2, 3))):
            row, amount = new_id(), self.chance.choice((15_000_000, 30_000_000, 60_000_000))
            values = {"paid_on": self.day(), "instalment": self.chance.choice((None, None, 1, 2))}
            if earlier and self.often(0.3):
                values, amount = {"paid_on": self.day(), "reverses_id": earlier[0]}, -earlier[1]
            reason = self.chance.choice((None, None, None, "", "Hộ mua vật tư trước"))
            yield Payment, {"id": row, "case_id": case, "amount": amount, "reason": reason, **values, **self._gone()}
            earlier = (row, amount)
        if self.often(0.1):
            yield SupplierPayment, {"contract_id": self.contract, "case_id": case, "amount": 30_000_000, "paid_on": DAY}


def mix(workspace: Workspace, seed: int, *, tidy: bool = False) -> list[str]:
    """Fill a folder; the ids of its households."""
    supplier, contract = new_id(), new_id()
    mixture = Mixture(seed, contract, tidy=tidy)
    rows: list[Row] = [
        (Supplier, {"id": supplier, "name": "Vật liệu xây dựng Hà"}),
        (SupplyContract, {"id": contract, "supplier_id": supplier, "number": "01/HĐ"}),
    ]
    rows += [row for _ in range(HOUSES) for row in mixture.rows()]
    with workspace.change(Action.IMPORT_LIST) as change:
        change.recorder.record_many(rows)
    with workspace.read() as session:
        return list(session.scalars(select(Household.id)))


def _by_id(flag: Flag) -> str:
    return flag.id


@pytest.mark.parametrize(("seed", "tidy"), [(0, True), (1, True), (2, False)])
def test_what_is_listed_of_a_mixed_folder_is_what_the_rules_say_of_every_household(
    commune: Workspace, seed: int, tidy: bool
) -> None:
    homes = mix(commune, seed, tidy=tidy)
    codes: set[str] = set()
    for day in (DAY, "2026-09-01"):
        with commune.read() as session:
            listed, narrowed = open_flags(session, day), doubtful_households(session, day)
            said = list(find_flags(session, homes, day))
        assert sorted(listed, key=_by_id) == sorted(said, key=_by_id)
        codes |= {one.code for one in said}
        assert len(narrowed) < len(homes), "the database narrows"
    assert tidy or codes == NAMES.keys(), "every point is in the mixture"


def test_a_house_accepted_but_not_done_for_its_programme_still_waits_for_its_money(commune: Workspace) -> None:
    case = make_case(commune)
    make_approved(commune, case, day="2026-07-01")
    with commune.change(Action.ACCEPT) as change:
        change.session.add(Acceptance(case_id=case, accepted_on="2026-10-01"))
    with commune.read() as session:
        said = [one.code for one in find_flags(session, session.scalars(select(Household.id)), DAY)]
        assert [one.code for one in open_flags(session, DAY)] == said


def test_looking_for_points_tells_how_far_it_is_and_stops_when_asked(
    commune: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    mix(commune, 1)
    monkeypatch.setattr("app.flags.queries.AT_ONCE", 20)
    told: list[tuple[int, int]] = []

    def heard(done: int, total: int, _text: str) -> None:
        told.append((done, total))
        if len(told) == 3:
            progress.cancel()

    progress = Progress(heard)
    with commune.read() as session, pytest.raises(Cancelled):
        open_flags(session, DAY, progress)
    assert [done for done, _ in told] == [0, 20, 40]
    with commune.read() as session:
        assert open_flags(session, DAY, Progress()) == open_flags(session, DAY)
