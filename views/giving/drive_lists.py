"""The four lists of a drive: person by person, by department, what was sent on, what may be posted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

from app.documents.words import money_text
from app.giving.facts import DepartmentLine, DriveFigures, PersonRow, RemittanceRow
from app.giving.gift_text import gift_things
from app.giving.queries import departments
from app.giving.statement import PostedGift
from app.wording import giving_pages as words
from app.wording.vocabulary import PAY_METHODS
from views.giving import columns
from views.giving.lists import sums_text
from views.list_parts import orders_of
from views.page import WorkFrame
from views.paged_table import Column
from views.row_source import RowSource
from views.rows_list import RowsList
from views.widgets.empty_state import EmptyState

R = TypeVar("R")
TABLES = ("drive", "drive_person", "contribution", "remittance", "donor")


def _sent_note(row: RemittanceRow) -> str:
    told = words.REVERSAL_LINE.format(reason=row.reason or "") if row.reverses_id else ""
    return " · ".join(filter(None, (told, row.note)))


def _state(row: PersonRow) -> str:
    return words.GAVE_STATE if row.gave else words.NOT_YET_STATE


PEOPLE: tuple[Column[PersonRow], ...] = (
    columns.words("name", words.NAME, lambda row: row.name, 180, stretch=True),
    columns.words("department", words.ROOM, lambda row: row.department, 150),
    columns.words("position", words.POSITION, lambda row: row.position, 120),
    columns.words("employment", words.EMPLOYMENT, lambda row: row.employment, 100),
    columns.money("expected", words.EXPECTED, lambda row: row.expected),
    columns.money("given", words.GIVEN, lambda row: row.given),
    columns.words("state", words.STATE, _state, 110),
    columns.words("named", words.MAY_NAME, lambda row: words.YES_NAMED if row.may_name else words.NOT_NAMED, 96),
    Column[PersonRow]("signature", words.SIGNATURE, lambda _row: "", 90, hidden=True),
)
ROOMS: tuple[Column[DepartmentLine], ...] = (
    columns.words("department", words.ROOM, lambda row: row.department, 240, stretch=True),
    columns.count("people", words.PEOPLE, lambda row: row.people),
    columns.count("gave", words.GAVE, lambda row: row.gave),
    columns.count("not_yet", words.NOT_YET, lambda row: row.not_yet, 100),
    columns.money("expected", words.EXPECTED, lambda row: row.expected),
    columns.money("collected", words.COLLECTED, lambda row: row.collected),
)
SENT: tuple[Column[RemittanceRow], ...] = (
    columns.day("day", words.REMITTED_ON, lambda row: row.remitted_on),
    columns.money("amount", words.AMOUNT, lambda row: row.amount),
    columns.words("fund", words.FUND, lambda row: row.fund, 220, stretch=True),
    columns.words("method", words.METHOD, lambda row: PAY_METHODS.get(row.method or "", ""), 120),
    columns.words("voucher", words.VOUCHER, lambda row: row.voucher, 110),
    columns.words("note", words.NOTE, _sent_note, 160),
)
POSTED: tuple[Column[PostedGift], ...] = (
    columns.day("day", words.DAY, lambda row: row.gift.given_on),
    columns.words("name", words.GIVER, lambda row: row.name, 240, stretch=True),
    columns.money("amount", words.AMOUNT, lambda row: row.gift.money),
    columns.words("things", words.GOODS_OR_DAYS, lambda row: gift_things(row.gift), 200),
    columns.money("value", words.VALUE, lambda row: row.gift.amount - row.gift.money),
)


def _list(
    frame: WorkFrame,
    read: Callable[[], Iterable[R]],
    shown: Sequence[Column[R]],
    key: Callable[[R], str],
    texts: tuple[str, str, str],
    empty: EmptyState,
    total: Callable[[Sequence[R]], str],
    *,
    tickable: bool = False,
) -> RowsList[R]:
    name, title, unit = texts

    def by(row: R) -> str:
        return " ".join(column.text(row) for column in shown)

    source = RowSource[R](read, key, TABLES, words=by, orders=orders_of(shown), total=total)
    return RowsList[R](frame, source, shown, f"giving.drive.{name}", title, unit, empty, tickable=tickable)


def people_list(frame: WorkFrame, read: Callable[[], DriveFigures | None], empty: EmptyState) -> RowsList[PersonRow]:
    """Everybody asked, with what was hoped for and what came."""

    def people() -> Sequence[PersonRow]:
        found = read()
        return found.people if found else ()

    def total(rows: Sequence[PersonRow]) -> str:
        return sums_text(sum(one.given for one in rows))

    texts = ("people", words.CASHIER_LIST, words.PERSON_UNIT)
    return _list(frame, people, PEOPLE, lambda row: row.id, texts, empty, total, tickable=True)


def rooms_list(frame: WorkFrame, read: Callable[[], DriveFigures | None]) -> RowsList[DepartmentLine]:
    """Collected against expected by department."""

    def rooms() -> Sequence[DepartmentLine]:
        found = read()
        return departments(found) if found else ()

    def total(rows: Sequence[DepartmentLine]) -> str:
        collected, expected = sum(one.collected for one in rows), sum(one.expected for one in rows)
        sums = {"collected": money_text(collected), "expected": money_text(expected)}
        return words.ROOM_SUMS.format(
            gave=sum(one.gave for one in rows), people=sum(one.people for one in rows), **sums
        )

    texts = ("rooms", words.REPORT_TITLE, words.ROOM_UNIT)
    return _list(
        frame, rooms, ROOMS, lambda row: row.department, texts, EmptyState(words.EMPTY_ROOMS, (), "donation"), total
    )


def sent_list(frame: WorkFrame, read: Callable[[], DriveFigures | None]) -> RowsList[RemittanceRow]:
    """What was sent on to the fund, corrections beside what they correct."""

    def sent() -> Sequence[RemittanceRow]:
        found = read()
        return found.remittances if found else ()

    def total(rows: Sequence[RemittanceRow]) -> str:
        return sums_text(sum(one.amount for one in rows))

    texts = ("sent", words.SENT_TITLE, words.LINE_UNIT)
    return _list(
        frame, sent, SENT, lambda row: row.id, texts, EmptyState(words.EMPTY_REMITTANCES, (), "donation"), total
    )


def posted_list(frame: WorkFrame, read: Callable[[], Sequence[PostedGift]]) -> RowsList[PostedGift]:
    """What a posting may say, names only where that was allowed."""

    def total(rows: Sequence[PostedGift]) -> str:
        return sums_text(sum(one.gift.money for one in rows), sum(one.gift.amount - one.gift.money for one in rows))

    texts = ("posted", words.POSTED_TITLE, words.GIFT_UNIT)
    return _list(
        frame, read, POSTED, lambda row: row.gift.id, texts, EmptyState(words.EMPTY_POSTED, (), "donation"), total
    )


AnyList = RowsList[Any]
