"""Whether money or goods of the ledger hold a household on the list: its lines would leave every sum with it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.journal.store import batches
from app.problems import Problem
from app.wording.support import names_text
from models.funding import Payment
from models.household import Household
from models.ledger import Allocation, GoodsHandover, SupplierPayment
from models.support import SupportCase


def check_no_money(session: Session, household_ids: Sequence[str]) -> list[Problem]:
    """A household stays while money or goods are set aside for it, paid or handed to it, and not taken back.

    Goods set aside count too: off the list they would be free for others, and owed twice once it came back.
    """
    held: set[str] = set()
    for ids in batches(household_ids):
        for money in (Allocation, Payment, SupplierPayment):
            held |= _with_lines(session, money, ids)
        for goods in (Allocation, GoodsHandover):
            held |= _with_goods(session, goods, ids)
    if not held:
        return []
    heads = select(Household.head_name).where(Household.id.in_(sorted(held))).order_by(Household.id)
    return [Problem("", "household_has_money", {"names": names_text([one or "" for one in session.scalars(heads)])})]


def _with_lines(session: Session, table: Any, ids: list[str]) -> set[str]:
    """The households for which the lines of a source do not come to nothing."""
    statement = (
        select(SupportCase.household_id)
        .join(table, table.case_id == SupportCase.id)
        .where(SupportCase.household_id.in_(ids), table.row_out.is_(False))
        .group_by(SupportCase.household_id, table.source_id)
        .having(func.sum(table.amount) != 0)
    )
    return {one for one in session.scalars(statement) if one}


def _with_goods(session: Session, table: Any, ids: list[str]) -> set[str]:
    """The households for which goods of the stock are still set aside, or that still have them."""
    taken_back = select(table.reverses_id).where(table.reverses_id.is_not(None))
    statement = (
        select(SupportCase.household_id)
        .join(table, table.case_id == SupportCase.id)
        .where(SupportCase.household_id.in_(ids), table.row_out.is_(False), table.item.is_not(None))
        .where(table.reverses_id.is_(None), table.id.not_in(taken_back))
    )
    return {one for one in session.scalars(statement) if one}
