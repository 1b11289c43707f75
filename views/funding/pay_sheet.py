"""The sheet of a payment day: a row a house, its amount and who takes it, judged by the rules of payments at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject

from app.documents.words import whole_text
from app.funding.drafts import PaymentDraft
from app.funding.next_parts import NextPart
from app.funding.rules import check_payment
from app.parsing import parse_money, today
from app.problems import Problem, Refused
from app.reports.worklists import CaseRow
from app.wording import funding_pages as words
from views.paged_table import Align
from views.sheet import AnyIndex, Sheet, SheetColumn

AMOUNT, PAYEE, RELATION, THUMB, REASON = "amount", "payee", "relation", "thumbprint", "reason"
#: Where a problem of a payment stands in the sheet; the day and the voucher have their own fields above it.
_PLACES = {"amount": AMOUNT, "instalment": REASON, "reason": REASON, "payee": PAYEE, "": REASON}
_ABOVE = frozenset({"paid_on", "voucher"})


@dataclass(frozen=True)
class PayRow:
    """A house with the part that it is paid next."""

    row: CaseRow
    part: NextPart

    @property
    def key(self) -> str:
        """The id of its case."""
        return self.row.key


def sources_text(part: NextPart) -> str:
    """From which sources a part is paid; with their amounts where there are several."""
    if len(part.shares) < 2:
        return "".join(code for code, _ in part.shares)
    return ", ".join(f"{code} {whole_text(amount)}" for code, amount in part.shares)


COLUMNS = (
    SheetColumn[PayRow]("name", words.HEAD, 150, lambda one: one.row.head_name, stretch=True),
    SheetColumn[PayRow]("village", words.VILLAGE, 104, lambda one: one.row.village),
    SheetColumn[PayRow]("part", words.PART_COLUMN, 44, lambda one: str(one.part.number), align=Align.CENTRE),
    SheetColumn[PayRow](
        AMOUNT, words.PART_AMOUNT, 112, lambda one: whole_text(one.part.amount), typed=True, align=Align.RIGHT
    ),
    SheetColumn[PayRow]("source", words.FROM_SOURCE, 92, lambda one: sources_text(one.part)),
    SheetColumn[PayRow](PAYEE, words.PAYEE, 140, lambda _: "", typed=True, stretch=True),
    SheetColumn[PayRow](RELATION, words.RELATION, 130, lambda _: "", typed=True),
    SheetColumn[PayRow](THUMB, words.THUMBPRINT, 48, lambda _: "", typed=True, align=Align.CENTRE),
    SheetColumn[PayRow](REASON, words.REASON, 130, lambda _: "", typed=True, stretch=True),
)


class PaySheet(Sheet[PayRow]):
    """`paid_on` and `voucher` come from the fields above the sheet and hold for every row."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(COLUMNS, lambda one: one.key, parent)
        self.paid_on = today().isoformat()
        self.voucher = ""

    def amount(self, row: PayRow) -> int:
        """What the row says is paid. Raises `Refused` when it cannot be read."""
        return parse_money(self.text(row, AMOUNT)) or 0

    def draft(self, row: PayRow) -> PaymentDraft:
        """The whole payment of a row, from the first of its sources. Raises `Refused`."""
        return PaymentDraft(
            row.key,
            row.part.shares[0][0] if row.part.shares else "",
            self.amount(row),
            self.paid_on,
            self.voucher,
            row.part.number,
            self.text(row, PAYEE) or None,
            self.text(row, RELATION) or None,
            self.text(row, REASON) or None,
            bool(self.text(row, THUMB)) or None,
        )

    def drafts(self) -> list[PaymentDraft]:
        """One payment for each source of each row. Raises `Refused` when an amount cannot be read."""
        return [one for row in self.rows for one in self._split(row)]

    def _split(self, row: PayRow) -> Iterator[PaymentDraft]:
        whole = self.draft(row)
        rest = whole.amount
        for place, (code, amount) in enumerate(row.part.shares, 1):
            own = rest if place == len(row.part.shares) else min(rest, amount)
            if own > 0:
                yield replace(whole, source_code=code, amount=own)
            rest -= own

    def total(self) -> int:
        """What the rows that can be read come to, in đồng."""
        found = 0
        for row in self.rows:
            try:
                found += self.amount(row)
            except Refused:
                continue
        return found

    def problem(self, row: PayRow, name: str) -> Problem | None:
        if name not in (AMOUNT, PAYEE, REASON):
            return None
        own = [one for one in self.problems(row) if _PLACES.get(one.field, REASON) == name]
        return min(own, key=lambda one: one.warning, default=None)

    def problems(self, row: PayRow) -> Sequence[Problem]:
        """What the rules say of a row; the day and the voucher are told above the sheet."""
        try:
            draft = self.draft(row)
        except Refused as refused:
            return [replace(one, field=AMOUNT) for one in refused.problems]
        found = check_payment(draft, row.row.facts, today().isoformat())
        return [one for one in found if one.field not in _ABOVE]

    def toggle(self, index: AnyIndex) -> None:
        if self.columns[index.column()].name == THUMB:
            row = self.rows[index.row()]
            self.put(row, THUMB, "" if self.text(row, THUMB) else words.THUMB)

    def take_off(self, place: int) -> None:
        """Leave a house out of this day."""
        if 0 <= place < len(self.rows):
            self.show_rows([row for at, row in enumerate(self.rows) if at != place])
