"""The houses of a payment day, however many: keys for the whole list, rows only for what is in sight or ticked."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import replace

from app.documents.words import money_text
from app.funding.balances import SourceBalance, source_balances
from app.funding.next_parts import next_parts
from app.funding.paying import ReadyPart, ready_parts
from app.households.worklists import CaseFilter, CaseOrder, case_keys, case_totals
from app.parsing import today
from app.reports.worklists import case_rows
from app.support.standing import OFF_ROAD
from app.wording import funding_pages as words
from models.vocabulary import Status
from views.funding.pay_sheet import PayRow
from views.funding.source_list import TABLES as MONEY_TABLES
from views.page import WorkFrame
from views.paged_table import Found, Sort
from views.worklist import TABLES as CASE_TABLES

TABLES = MONEY_TABLES | CASE_TABLES | {"office_text"}
_ON_ROAD = frozenset(one.value for one in Status if one not in OFF_ROAD)
_KEPT = 3000


class Payable:
    """Which houses of the programme in sight may be paid: found once for both lists, and again after a change."""

    def __init__(self, frame: WorkFrame) -> None:
        self._frame = frame
        self._round = 0
        self._found: tuple[dict[str, ReadyPart], list[SourceBalance]] | None = None

    @property
    def unpaid(self) -> CaseFilter:
        """The decided houses of the programme in sight that are on the road and not paid in full."""
        return CaseFilter(_ON_ROAD, self._frame.programme, decided=True, unpaid=True)

    def clear(self) -> None:
        """The records, or the programme in sight, are others now."""
        self._round += 1
        self._found = None

    def found(self) -> tuple[dict[str, ReadyPart], list[SourceBalance]]:
        """By case what may be paid now, and the sources; first asked for on the reader's thread."""
        begun, found = self._round, self._found
        if found is None:
            with self._frame.workspace.read() as session:
                balances = source_balances(session)
                keys = case_keys(session, self.unpaid)
                found = ready_parts(session, keys, today().isoformat(), balances), balances
            if begun == self._round:  # else what was read is old already
                self._found = found
        return found


class PaySource:
    """The source of one list: the houses that may be paid (`ready`), or the others."""

    tables = TABLES

    def __init__(self, frame: WorkFrame, payable: Payable, *, ready: bool) -> None:
        self.text = ""
        self._frame, self._payable, self._ready = frame, payable, ready
        self._keys: Sequence[str] = ()
        self._rows: dict[str, PayRow] = {}

    def drop(self) -> None:
        """Something else is to be read from now on."""
        self._keys, self._rows = (), {}
        self._payable.clear()

    def key(self, row: PayRow) -> str:
        return row.key

    def first(self, sort: Sort | None, limit: int) -> Sequence[PayRow]:
        """Of what was read already: finding who may be paid is left to the reader's thread."""
        return [self._rows[key] for key in self._keys[:limit] if key in self._rows]

    def find(self, sort: Sort | None) -> Found:
        ready, _ = self._payable.found()
        wanted = replace(self._payable.unpaid, text=self.text.strip())
        by_amount = sort is not None and sort.key == "amount"
        order = CaseOrder(sort.key, sort.descending) if sort and not by_amount else None
        with self._frame.workspace.read() as session:
            keys = case_keys(session, wanted, order)
            totals = case_totals(session, wanted)
        payable = [one for one in keys if one in ready]
        left = totals.approved - totals.paid - sum(ready[one].left for one in payable)
        shown = payable if self._ready else [one for one in keys if one not in ready]
        if sort is not None and by_amount:
            shown.sort(key=lambda one: ready[one].amount, reverse=sort.descending)
        self._keys = shown
        if not shown:
            told = ""
        elif self._ready:
            told = money_text(sum(ready[one].amount for one in shown))
        else:
            told = words.LEFT_TO_PAY.format(amount=money_text(left))
        return Found(shown, len(ready) if self._ready else totals.all - len(ready), told)

    def rows(self, keys: Sequence[Hashable]) -> Sequence[PayRow]:
        wanted = [str(one) for one in keys]
        _, balances = self._payable.found()
        with self._frame.workspace.read() as session:
            found = {row.key: row for row in case_rows(session, wanted)}
            parts = next_parts(session, [row.facts for row in found.values()], today().isoformat(), balances)
        made = {part.facts.case_id: PayRow(found[part.facts.case_id], part) for part in parts}
        if len(self._rows) > _KEPT:
            self._rows = {}
        self._rows = self._rows | made
        return [made[one] for one in wanted if one in made]
