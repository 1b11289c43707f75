"""Every decided house with its sums, a window of rows at a time: a province's houses are read as a village's are."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from app.documents.words import money_text
from app.funding.balances import MoneySums, aid_sums, house_totals
from app.funding.settlement import Difference, house_differences
from app.households.worklists import CaseFilter, CaseOrder, case_keys, case_totals
from app.reports.worklists import CaseRow, case_rows
from app.wording import funding_pages as words
from models.vocabulary import Status
from views.funding.source_list import TABLES as MONEY_TABLES
from views.page import WorkFrame
from views.paged_table import Found, Sort
from views.worklist import TABLES as CASE_TABLES

_EVERY = frozenset(one.value for one in Status)


@dataclass(frozen=True)
class HouseLine:
    """A house with its sums and what lies between them."""

    row: CaseRow
    sums: MoneySums
    differences: tuple[Difference, ...]

    @property
    def difference(self) -> int:
        """Decided less paid, in đồng; 0 where it comes out even."""
        return (self.row.state.approved_amount or 0) - self.sums.paid


class SettledHouses:
    """The source of the houses of "Quyết toán", of the programme in sight."""

    tables = MONEY_TABLES | CASE_TABLES

    def __init__(self, frame: WorkFrame) -> None:
        self._frame = frame
        self.text = ""

    def drop(self) -> None:
        """Nothing is kept here."""

    def key(self, row: HouseLine) -> str:
        return row.row.key

    def first(self, sort: Sort | None, limit: int) -> Sequence[HouseLine]:
        with self._frame.workspace.read() as session:
            keys = case_keys(session, self._wanted(), _order(sort), limit)
        return self.rows(keys)

    def find(self, sort: Sort | None) -> Found:
        wanted = self._wanted()
        with self._frame.workspace.read() as session:
            keys = case_keys(session, wanted, _order(sort))
            every = case_totals(session, wanted).all
            of_all = len(keys) == every and wanted.programme_id is None
            houses = aid_sums(session, None if of_all else keys)
        known = set(keys)
        found = [one for one in houses if one.case_id in known]
        told = {"allocated": sum(one.allocated for one in found), "paid": sum(one.paid for one in found)}
        amounts = {name: money_text(amount) for name, amount in told.items()}
        return Found(keys, every, words.SUM_ALLOCATED.format(**amounts) if keys else "")

    def rows(self, keys: Sequence[Hashable]) -> Sequence[HouseLine]:
        with self._frame.workspace.read() as session:
            rows = case_rows(session, [str(one) for one in keys])
            totals = house_totals(session, [row.key for row in rows])
        return [_line(row, totals[row.key]) for row in rows]

    def _wanted(self) -> CaseFilter:
        return CaseFilter(_EVERY, self._frame.programme, self.text, decided=True)


def _line(row: CaseRow, sums: MoneySums) -> HouseLine:
    return HouseLine(row, sums, house_differences(row.state.approved_amount or 0, sums.allocated, sums.paid))


def _order(sort: Sort | None) -> CaseOrder | None:
    return CaseOrder(sort.key, sort.descending) if sort else None
