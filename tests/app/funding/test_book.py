"""The book of lines: every line once, found by source, month, batch and words, newest first."""

from __future__ import annotations

from app.funding.balances import ledger_balances
from app.funding.book import BookFilter, BookLine, LineKind, book_keys, book_lines, book_months, book_total
from app.funding.drafts import LineReversalDraft
from app.funding.line_operations import reverse_line
from app.workspace import Workspace
from tests.payment_day import make_payment_day


def lines(workspace: Workspace, wanted: BookFilter | None = None) -> list[BookLine]:
    with workspace.read() as session:
        return book_lines(session, book_keys(session, wanted or BookFilter()))


def test_every_line_stands_in_the_book_and_agrees_with_the_balances(commune: Workspace) -> None:
    make_payment_day(commune)
    found = lines(commune)
    with commune.read() as session:
        total, months = ledger_balances(session).total, book_months(session)
        assert book_total(session) == len(found) == 1 + 18 + 18
    sums = {kind: sum(one.amount or 0 for one in found if one.line is kind) for kind in LineKind}
    assert sums[LineKind.CONTRIBUTION] == total.received
    assert sums[LineKind.ALLOCATION] == total.allocated
    assert sums[LineKind.PAYMENT] == total.paid
    assert months == ["2026-06"]
    days = [one.day or "" for one in found]
    assert days == sorted(days, reverse=True)


def test_lines_are_found_without_accents_and_by_their_kind(commune: Workspace) -> None:
    make_payment_day(commune)
    assert {one.head_name for one in lines(commune, BookFilter(text="quang van in"))} == {"Quàng Văn Ín 2"}
    assert len(lines(commune, BookFilter(frozenset({LineKind.PAYMENT}), text="pc 40"))) == 18
    assert lines(commune, BookFilter(batch="không có")) == []
    assert lines(commune, BookFilter(month="2026-07")) == []


def test_a_line_taken_back_and_the_line_that_takes_it_back_are_told_apart(commune: Workspace) -> None:
    make_payment_day(commune)
    first = lines(commune, BookFilter(frozenset({LineKind.PAYMENT})))[0]
    assert first.standing
    reverse_line(commune, LineReversalDraft(first.id, "2026-06-20", "Ghi nhầm hộ"))
    back, old = lines(commune, BookFilter(frozenset({LineKind.PAYMENT}), text=str(first.head_name)))
    assert (back.reverses_id, back.amount, back.reason) == (old.id, -(old.amount or 0), "Ghi nhầm hộ")
    assert (back.standing, old.reversed, old.standing) == (False, True, False)
