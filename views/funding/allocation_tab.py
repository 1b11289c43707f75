"""The tab "Phân bổ": decided houses with what is set aside for each; money of a source set aside for those ticked."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from functools import partial

from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget

from app.documents.words import money_text
from app.funding.balances import MoneySums, SourceBalance, house_totals, source_balances
from app.funding.drafts import AllocationDraft
from app.funding.operations import allocate
from app.funding.rules import check_allocation
from app.outlook import Outlook, look_ahead
from app.parsing import today
from app.problems import Problem
from app.reports.worklists import CaseRow
from app.support.queries import NOT_AID, CaseFacts, case_state
from app.wording import funding as form_words
from app.wording import funding_pages as words
from models.vocabulary import Status
from views import cells
from views.funding.source_list import TABLES as MONEY_TABLES
from views.page import WorkFrame
from views.paged_table import Column, Found, Sort
from views.rows_list import add_key
from views.short_form import ShortForm, opened
from views.table_saving import save_table
from views.widgets.choice_edit import Choice, ChoiceEdit
from views.widgets.date_edit import DateEdit
from views.widgets.empty_state import EmptyState
from views.widgets.form import quiet_label
from views.widgets.money_edit import MoneyEdit
from views.widgets.outlook_box import OutlookBox
from views.worklist import APPROVED, HEAD, PROGRAMME, STATUS, VILLAGE, WORK_TYPE, CaseList, CaseSource

#: Up to how many houses are summed; a province's list would be summed house by house.
MOST = 3000


class _Sums(CaseSource):
    """Decided cases; what is set aside and paid for those in sight is kept beside them."""

    tables = CaseSource.tables | MONEY_TABLES

    def __init__(self, frame: WorkFrame) -> None:
        super().__init__(frame, tuple(Status), amount="approved", decided=True)
        self._sums: dict[str, MoneySums] = {}

    def first(self, sort: Sort | None, limit: int) -> Sequence[CaseRow]:
        return self._with_sums(super().first(sort, limit))

    def find(self, sort: Sort | None) -> Found:
        found = super().find(sort)
        if len(found.keys) > MOST:
            return found
        with self._frame.workspace.read() as session:
            every = sum(house_totals(session, [str(one) for one in found.keys]).values(), MoneySums())
        told = {"allocated": money_text(every.allocated), "paid": money_text(every.paid)}
        shown = words.SUM_ALLOCATED.format(**told)
        return Found(found.keys, found.total, f"{found.sum} · {shown}" if found.sum else shown)

    def rows(self, keys: Sequence[Hashable]) -> Sequence[CaseRow]:
        return self._with_sums(super().rows(keys))

    def _with_sums(self, rows: Sequence[CaseRow]) -> Sequence[CaseRow]:
        with self._frame.workspace.read() as session:
            self._sums |= house_totals(session, [one.key for one in rows])
        return rows

    def allocated(self, row: CaseRow) -> int:
        """What is set aside for a house, in đồng."""
        return self._sums.get(row.key, MoneySums()).allocated

    def paid(self, row: CaseRow) -> int:
        """What was paid for a house, in đồng."""
        return self._sums.get(row.key, MoneySums()).paid

    def short(self, row: CaseRow) -> int:
        """What was decided and no source has set aside yet, in đồng."""
        return max((row.state.approved_amount or 0) - self.allocated(row), 0)


class AllocationTab(CaseList):
    """A worklist of decided houses; "Phân bổ…" sets money aside for those ticked."""

    def __init__(self, frame: WorkFrame) -> None:
        self.sums = _Sums(frame)
        columns: tuple[Column[CaseRow], ...] = (
            HEAD, VILLAGE, WORK_TYPE, APPROVED,
            cells.money("allocated", words.ALLOCATED_COLUMN, self.sums.allocated),
            cells.money("paid", words.PAID_SO_FAR, self.sums.paid),
            cells.money("short", words.SHORT_COLUMN, self.sums.short, width=124),
            STATUS, PROGRAMME,
        )  # fmt: skip
        empty = EmptyState(words.NOTHING_DECIDED, (), "money")
        super().__init__(frame, self.sums, columns, "funding.allocation", empty)
        self.line.add_action(words.ALLOCATE, self.allocate)
        add_key(self, "Ctrl+E", self.save)

    def allocate(self) -> None:
        """Set money aside for the ticked houses."""
        self.with_chosen(self._open_form)

    def _open_form(self, rows: list[CaseRow]) -> None:
        opened(AllocationForm(self.frame, rows, self))

    def save(self) -> None:
        """Save what is shown into a workbook."""
        save_table(self.frame, self.view, words.ALLOCATION_TAB, self.panel.total.text())


class AllocationForm(ShortForm):
    """Sets money of one source aside for many houses; what the source has left stands under the amount while typing."""

    def __init__(self, frame: WorkFrame, rows: Sequence[CaseRow], parent: QWidget | None = None) -> None:
        super().__init__(parent, words.ALLOCATE_TITLE, words.ALLOCATE_MANY.format(houses=len(rows)))
        self.frame = frame
        self._cases = [row.facts for row in rows]
        with frame.workspace.read() as session:
            self._sources = {one.code: one for one in source_balances(session)}
            totals = house_totals(session, [row.key for row in rows])
        self._allocated = {key: one.allocated for key, one in totals.items()}
        choices = [Choice(one.code, f"{one.code} – {one.name}") for one in self._sources.values()]
        self.source, self.amount, self.day = ChoiceEdit(choices, width=320), MoneyEdit(), DateEdit()
        self.ways = [QRadioButton(words.BY_DECISION), QRadioButton(words.ONE_AMOUNT_EACH)]
        self.free = quiet_label()
        self.free.setWordWrap(True)
        self.box = OutlookBox()
        self.outlook = Outlook()
        self._lay_out()
        self._suggest()
        self._connect()
        self.preview()

    def _lay_out(self) -> None:
        form = self.form
        form.add_field("source_code", form_words.SOURCE, self.source, required=True)
        self._group = QButtonGroup(self)
        for way in self.ways:
            self._group.addButton(way)
            form.add_widget(way)
        form.add_field("amount", words.AMOUNT_EACH, self.amount)
        form.add_widget(self.free)
        form.add_field("allocated_on", words.ALLOCATED_ON, self.day, required=True)
        self.add_below(self.box)

    def _suggest(self) -> None:
        """The decision's source where all houses share it, what they still lack, today."""
        named = {state.decision.source_code for one in self._cases if (state := case_state(one)).decision}
        fitting = [one for one in self._sources.values() if one.code in named] if len(named) == 1 else []
        free = [one for one in self._sources.values() if one.free > 0]
        chosen = [one for one in fitting if one.free > 0] or (free if len(free) == 1 else fitting)
        self.source.set_value(chosen[0].code if chosen else None)
        self.ways[0].setChecked(True)
        self.day.set_value(today().isoformat())

    def _connect(self) -> None:
        self.source.changed.connect(self.preview)
        self.day.changed.connect(self.preview)
        self.amount.textEdited.connect(self._typed)
        self._group.buttonToggled.connect(lambda *_: self.preview())

    def _typed(self) -> None:
        self.ways[1].setChecked(True)
        self.preview()

    # What it would do.

    def _chosen(self) -> SourceBalance | None:
        return self._sources.get(self.source.value() or "")

    def _amount(self, facts: CaseFacts) -> int:
        """What one house would get: the typed amount, or what it still lacks of the decided one."""
        if self.ways[1].isChecked():
            return 0 if self.amount.problems() else self.amount.value() or 0
        approved = case_state(facts).approved_amount or 0
        return max(approved - self._allocated.get(facts.case_id, 0), 0)

    def _draft(self, facts: CaseFacts) -> AllocationDraft:
        day = "" if self.day.problems() else self.day.value() or ""
        return AllocationDraft(facts.case_id, self.source.value() or "", self._amount(facts), day)

    def _check(self, facts: CaseFacts) -> list[Problem]:
        if self.ways[0].isChecked() and self._amount(facts) == 0:
            return [Problem("", "house_has_all", {"names": facts.head_name})]
        source = self._chosen()
        aid = source is None or source.kind not in NOT_AID
        standing = self._allocated.get(facts.case_id, 0)
        found = check_allocation(self._draft(facts), facts, standing, today().isoformat(), aid=aid)
        return [one for one in found if "names" in one.values]

    def preview(self) -> None:
        """Say what would be set aside, and what the source has left after it."""
        self.outlook = look_ahead(self._cases, self._check)
        self.box.show_outlook(self.outlook)
        source = self._chosen()
        wanted = self._wanted()
        if source is None:
            self.free.setText("")
        elif wanted <= source.free:
            told = {"free": source.free, "wanted": wanted, "rest": source.free - wanted}
            text = words.FREE_NOW if wanted else words.FREE_ALONE
            self.free.setText(text.format(**{name: money_text(amount) for name, amount in told.items()}))
        else:
            self.free.setText(form_words.FUNDING_PROBLEMS["source_short"].format(**self._short(source)))
        self.confirm.setText(words.ALLOCATE_MANY.format(houses=len(self.outlook.ready)))
        self.confirm.setEnabled(bool(self.outlook.ready))

    def _wanted(self) -> int:
        return sum(self._amount(one) for one in self.outlook.ready)

    def _short(self, source: SourceBalance) -> dict[str, object]:
        wanted = self._wanted()
        return {"source": source.name, "free": money_text(source.free), "wanted": money_text(wanted)}

    def problems(self) -> Sequence[Problem]:
        self.preview()
        source = self._chosen()
        found = [] if self.day.value() else [Problem("allocated_on", "day_missing")]
        if source is None:
            found.append(Problem("source_code", "source_unchosen"))
        elif not source.tracked:
            found.append(Problem("source_code", "source_not_tracked", {"source": source.name}))
        elif self._wanted() > source.free:
            found.append(Problem("amount", "source_short", self._short(source)))
        if self.ways[1].isChecked() and not self.amount.value():
            found.append(Problem("amount", "amount_not_positive"))
        return found

    def carry_out(self) -> None:
        drafts = [self._draft(one) for one in self.outlook.ready]
        source = self._chosen()
        told = words.ALLOCATED_DONE.format(
            amount=money_text(self._wanted()), source=source.name if source else "", houses=len(drafts)
        )
        self.start(self.frame, partial(allocate, self.frame.workspace, drafts), words.ALLOCATING, told, warn=True)
