"""Issues minutes of handover and completion: numbers them in one change, keeps what was printed, draws one PDF."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from app.actions import Action
from app.documents.saving import whole_file
from app.documents.values import to_values
from app.documents.words import paper_number
from app.drafts import together
from app.handover.drafts import MinutesOptions
from app.handover.kinds import draw_minutes, fresh_minutes
from app.handover.queries import (
    AnyMinutes,
    PaperRow,
    content_of_minutes,
    find_paper,
    papers_of_cases,
    used_numbers,
)
from app.handover.rules import check_issue, check_typed_number, check_void, is_same_paper
from app.journal.canonical import canonical_text
from app.journal.recording import Recorder
from app.numbering import YearlyNumbers
from app.office.queries import number_series, paper_office
from app.parsing import today
from app.problems import refuse_errors
from app.progress import Progress
from app.support.queries import facts_of
from app.workspace import Changes, Workspace
from models.base import new_id
from models.handover import IssuedPaper, PaperNote
from models.vietnamese import nfc
from models.vocabulary import Numbering, PaperKind


@dataclass(frozen=True)
class IssuedMinutes:
    """One paper ready to be drawn: a new one, or an old one printed again (then `minutes.reprint`)."""

    paper_id: str
    case_id: str
    minutes: AnyMinutes


@dataclass(frozen=True)
class PrintedMinutes:
    """What a print did: the change, the papers in their order, the pages of the file."""

    changes: Changes
    issued: tuple[IssuedMinutes, ...]
    pages: int


def issue_minutes(
    workspace: Workspace, case_ids: Sequence[str], options: MinutesOptions | None = None
) -> tuple[Changes, list[IssuedMinutes]]:
    """Issue the minutes of houses in one change, numbered as asked. Raises `Refused`: then no number is used."""
    with workspace.change(Action.ISSUE_PAPER) as change:
        issued = write_minutes(change.recorder, case_ids, options or MinutesOptions())
    return change.done, issued


def print_minutes(
    workspace: Workspace,
    case_ids: Sequence[str],
    target: Path,
    options: MinutesOptions | None = None,
    progress: Progress | None = None,
) -> PrintedMinutes:
    """Issue the minutes and draw them into one PDF; numbers are kept only when the whole file was drawn.

    Raises `Refused` (a house without acceptance), `Trouble` (font, glyph, disk), `Cancelled`: nothing is issued then.
    """
    with whole_file(target) as stream, workspace.change(Action.ISSUE_PAPER) as change:
        options = options or MinutesOptions()
        issued = write_minutes(change.recorder, case_ids, options)
        pages = draw_minutes(options.kind, stream, [one.minutes for one in issued], progress)
    return PrintedMinutes(change.done, tuple(issued), pages)


def print_blank_minutes(target: Path, kind: PaperKind = PaperKind.HANDOVER_MINUTES) -> int:
    """Draw the empty form, to be filled in by hand; nothing is issued. Returns its pages."""
    return draw_minutes(kind, target, [None])


def write_minutes(recorder: Recorder, case_ids: Sequence[str], options: MinutesOptions) -> list[IssuedMinutes]:
    """The papers' rows, in the order asked; a paper that says the same is printed again. Opens no change."""
    session, author = recorder.session, recorder.author
    facts = facts_of(session, case_ids)
    refuse_errors(together([problem for one in facts for problem in check_issue(one)]))
    fresh = fresh_minutes(session, author.office, case_ids, options)
    known = papers_of_cases(session, case_ids, options.kind)
    register = _Register(recorder, options)
    issued, rows = [], []
    for case_id in case_ids:
        papers = [one for one in known.get(case_id, ()) if one.office_code == author.office]
        minutes = fresh[case_id]
        if papers and is_same_paper(papers[-1], content_of_minutes(minutes), options):
            issued.append(IssuedMinutes(papers[-1].id, case_id, replace(papers[-1].paper(), reprint=True)))
            continue
        new, row = register.new_paper(case_id, minutes, papers)
        issued.append(new)
        rows.append(row)
    recorder.record_many([(IssuedPaper, row) for row in rows])
    return issued


class _Register:
    """Gives the numbers of one change, one after the other in each year."""

    def __init__(self, recorder: Recorder, options: MinutesOptions) -> None:
        self._session = recorder.session
        self._office = recorder.author.office
        self._options = options
        self._series = number_series(recorder.session, recorder.author.device)
        found = paper_office(recorder.session, self._office)
        self._symbol = found.minutes_symbol if found else ""
        self._numbers = YearlyNumbers(self._used, options.start_at)

    def new_paper(
        self, case_id: str, minutes: AnyMinutes, papers: Sequence[PaperRow]
    ) -> tuple[IssuedMinutes, dict[str, object]]:
        """A new paper of a house with its row; it names the newest of the old ones that is not void."""
        day = minutes.held_on or today()
        numbering, paper_id = self._options.numbering, new_id()
        old = next((one for one in reversed(papers) if not one.void), None)
        if old is not None:
            minutes = replace(minutes, replaces=old.shown_number or "")
        row: dict[str, object] = {
            "id": paper_id,
            "case_id": case_id,
            "kind": self._options.kind.value,
            "numbering": numbering.value,
            "office_code": self._office,
            "year": day.year,
            "issued_on": day.isoformat(),
            "replaces_id": papers[-1].id if papers else None,
        }
        if numbering is not Numbering.NONE:
            row["symbol"] = self._symbol
            minutes = replace(minutes, symbol=self._symbol)
        if numbering is Numbering.REGISTER:
            number = self._numbers.next(day.year)
            shown = paper_number(number, self._symbol, self._series or "")
            row |= {"number": number, "series": self._series, "shown_number": shown}
            minutes = replace(minutes, number=shown.partition("/")[0])
        row["printed"] = canonical_text(to_values(minutes))
        return IssuedMinutes(paper_id, case_id, minutes), row

    def _used(self, year: int) -> list[int | None]:
        return used_numbers(self._session, self._office, year, self._symbol, self._series)


def void_paper(workspace: Workspace, paper_id: str, reason: str) -> Changes:
    """Make an issued paper and its number void, with the reason; the number is never used again. Raises `Refused`."""
    with workspace.change(Action.VOID_PAPER) as change:
        paper = find_paper(change.session, paper_id)
        refuse_errors(check_void(paper, workspace.author.office, reason))
        values = {"paper_id": paper_id, "void": True, "reason": nfc(reason).strip(), "noted_on": today().isoformat()}
        change.recorder.record_many([(PaperNote, values)])
    return change.done


def number_paper(workspace: Workspace, paper_id: str, number: str) -> Changes:
    """Keep the number that văn thư gave after issue; a later one corrects it. Raises `Refused`."""
    number = " ".join(nfc(number).split())
    with workspace.change(Action.NUMBER_PAPER) as change:
        paper = find_paper(change.session, paper_id)
        refuse_errors(check_typed_number(paper, workspace.author.office, number))
        values = {"paper_id": paper_id, "typed_number": number, "noted_on": today().isoformat()}
        change.recorder.record_many([(PaperNote, values)])
    return change.done
