"""The sheet of a village meeting as an item model: a row a household, votes typed, their result shown at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex

from app.parsing import parse_count
from app.problems import Problem, Refused
from app.review.drafts import VoteDraft
from app.support.queries import adds_up, passes
from app.wording import review_pages as words
from app.wording import worklists
from app.wording.review import vote_text
from views.paged_table import Align
from views.sheet import Sheet, SheetColumn

AnyIndex = QModelIndex | QPersistentModelIndex
COUNTS = ("agree", "disagree", "abstain")
_NUMBERS = (*COUNTS, "present", "rank")


@dataclass(frozen=True)
class VoteLine:
    """A household put up at a meeting, with its recorded vote where there is one."""

    case_id: str
    head_name: str
    category: str
    vote: VoteDraft | None = None


@dataclass(frozen=True)
class Tally:
    """A row's figures as they stand now; None where the row cannot be counted yet."""

    agree: int | None
    disagree: int | None
    abstain: int | None
    present: int | None


def _recorded(line: VoteLine, name: str) -> str:
    value = getattr(line.vote, name) if line.vote is not None else None
    return "" if value is None else str(value)


class VoteSheet(Sheet[VoteLine]):
    """`present` and `threshold` are those of the meeting above; `places` the order that its rule gives."""

    def __init__(self, parent: QObject | None = None) -> None:
        self.present: int | None = None
        self.threshold: str | None = None
        self.places: Mapping[str, int] = {}
        super().__init__(self._make_columns(), lambda line: line.case_id, parent)

    def _make_columns(self) -> Sequence[SheetColumn[VoteLine]]:
        right = Align.RIGHT
        return (
            SheetColumn("head", worklists.HEAD, 130, lambda line: line.head_name, stretch=True),
            SheetColumn("category", worklists.CATEGORY, 100, lambda line: line.category),
            SheetColumn("agree", words.AGREE, 60, lambda line: _recorded(line, "agree"), typed=True, align=right),
            SheetColumn("disagree", words.DISAGREE, 66, lambda line: _recorded(line, "disagree"), True, right),
            SheetColumn("abstain", words.ABSTAIN, 72, lambda line: _recorded(line, "abstain"), True, right),
            SheetColumn("sum", words.SUM, 54, self._sum_text, align=right),
            SheetColumn("present", words.PRESENT, 58, self._present_text, typed=True, align=right),
            SheetColumn("result", words.RESULT, 212, self.result_text),
            SheetColumn("rank", words.RANK, 54, self._rank_text, typed=True, align=right),
            SheetColumn("note", words.NOTE, 70, lambda line: _recorded(line, "note"), typed=True, stretch=True),
        )

    def use_meeting(self, present: int | None, threshold: str | None) -> None:
        """The figures above changed: every row is judged anew."""
        if (present, threshold) != (self.present, self.threshold):
            self.present, self.threshold = present, threshold
            self.repaint_all()

    # What a row comes to.

    def number(self, line: VoteLine, name: str) -> int | None:
        """The number in a cell; None where it is empty. Raises `Refused` when it cannot be read."""
        return parse_count(self.text(line, name))

    def tally(self, line: VoteLine) -> Tally | None:
        """The figures of a row, an empty count is none; None where no count is typed or one cannot be read."""
        try:
            counts = [self.number(line, name) for name in COUNTS]
            present = self.number(line, "present")
        except Refused:
            return None
        if all(one is None for one in counts):
            return None
        agree, disagree, abstain = (one or 0 for one in counts)
        return Tally(agree, disagree, abstain, present if present is not None else self.present)

    def untouched(self, line: VoteLine) -> bool:
        """Whether no count is typed for a row."""
        return not any(self.text(line, name) for name in COUNTS)

    def passed(self, line: VoteLine) -> bool | None:
        """Whether a row's vote reached the threshold; a vote that adds up passes where there is none. None: unfit."""
        tally = self.tally(line)
        if tally is None or not adds_up(tally):
            return None
        return passes(tally, self.threshold) is not False

    def _sum_text(self, line: VoteLine) -> str:
        tally = self.tally(line)
        return "" if tally is None else str((tally.agree or 0) + (tally.disagree or 0) + (tally.abstain or 0))

    def _present_text(self, line: VoteLine) -> str:
        recorded = _recorded(line, "present")
        return recorded or ("" if self.present is None else str(self.present))

    def _rank_text(self, line: VoteLine) -> str:
        recorded = _recorded(line, "rank")
        place = self.places.get(line.case_id) if self.passed(line) else None
        return recorded or ("" if place is None else str(place))

    def result_text(self, line: VoteLine) -> str:
        """What the vote comes to while it is typed: "Đạt 41/41", "Chưa đạt: 20/41 không quá nửa"."""
        tally = self.tally(line)
        if tally is None:
            return ""
        if not adds_up(tally):
            return words.RESULT_UNFIT
        agree, present = tally.agree or 0, tally.present or 0
        passed = passes(tally, self.threshold)
        if passed is None:
            return words.RESULT_COUNTED.format(votes=words.SHORT_VOTES.format(agree=agree, present=present))
        told = words.RESULT_PASSED if passed else words.RESULT_LOST
        short = words.SHORT_VOTES.format(agree=agree, present=present)
        return told.format(votes=short if passed else vote_text(agree, present, self.threshold))

    def problem(self, row: VoteLine, name: str) -> Problem | None:
        """A number that cannot be read stands in its cell; a sum that does not fit beside the row's sum."""
        if name in _NUMBERS:
            try:
                self.number(row, name)
            except Refused as refused:
                return refused.problems[0]
        tally = self.tally(row) if name == "sum" else None
        if tally is not None and not adds_up(tally):
            values = {"names": row.head_name, "sum": self._sum_text(row), "present": tally.present or 0}
            return Problem("votes", "vote_not_those_present", values)
        return None

    # Typing.

    def toggle(self, index: AnyIndex) -> None:
        """Space on a count: all who are present said so."""
        name, row = self.columns[index.column()].name, self.rows[index.row()]
        if name not in COUNTS:
            return
        present = self.text(row, "present")
        for one in COUNTS:
            self.put(row, one, present if one == name else "0")

    def take_off(self, place: int) -> None:
        """Take a household off the sheet."""
        self.show_rows([row for number, row in enumerate(self.rows) if number != place])

    def drafts(self) -> tuple[VoteDraft, ...]:
        """The votes that are typed or recorded; a household without any count is left out. Raises `Refused`."""
        return tuple(self._draft(line) for line in self.rows if not self.untouched(line))

    def _draft(self, line: VoteLine) -> VoteDraft:
        agree, disagree, abstain = (self.number(line, name) or 0 for name in COUNTS)
        present, rank = self.number(line, "present"), self.number(line, "rank")
        typed = self.kept().get(line.case_id, {})
        kept_rank = line.vote.rank if line.vote is not None else None
        return VoteDraft(
            line.case_id,
            agree,
            disagree,
            abstain,
            None if present == self.present else present,
            rank if "rank" in typed else kept_rank,
            self.text(line, "note") or None,
        )
