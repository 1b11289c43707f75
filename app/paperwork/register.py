"""The register of numbers ("Sổ số"): what each number of a year and symbol stands on, void ones, gaps, typed ones."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.journal.store import batches
from models.handover import IssuedPaper, PaperNote
from models.household import Household
from models.review import OfficeText
from models.support import SupportCase
from models.vocabulary import Numbering


class Entry(StrEnum):
    """What a line of the register is."""

    USED = "used"
    VOID = "void"
    TYPED = "typed"
    GAP = "gap"


@dataclass(frozen=True)
class RegisterLine:
    """A number: what it stands on, since when, why it is void. A gap was never given to a paper here."""

    id: str
    entry: Entry
    year: int | None
    symbol: str
    series: str
    number: int | None
    shown: str
    kind: str
    issued_on: str | None
    about: str
    signer: str = ""
    reason: str = ""


def register_lines(session: Session, office_code: str) -> list[RegisterLine]:
    """Every number of this office: of its own register with voids and gaps, and those that văn thư gave."""
    papers, notes, heads = _papers(session, office_code), _notes(session), _heads(session)
    lines = [_issued(one, notes.get(one.id, []), heads.get(one.case_id or "", "")) for one in papers]
    lines = [one for one in lines if one.shown]
    typed = [_text(one, heads.get(one.about_id or "", "")) for one in _texts(session)]
    unnumbered = [one for one in lines if one.number is None]
    return [*_with_gaps(lines), *unnumbered, *typed]


def _papers(session: Session, office_code: str) -> list[IssuedPaper]:
    query = select(IssuedPaper).where(IssuedPaper.office_code == office_code, IssuedPaper.row_out.is_(False))
    return list(session.scalars(query.order_by(IssuedPaper.id)))


def _notes(session: Session) -> dict[str, list[PaperNote]]:
    found: dict[str, list[PaperNote]] = {}
    for one in session.scalars(select(PaperNote).where(PaperNote.row_out.is_(False)).order_by(PaperNote.id)):
        found.setdefault(one.paper_id or "", []).append(one)
    return found


def _texts(session: Session) -> list[OfficeText]:
    query = select(OfficeText).where(OfficeText.row_out.is_(False), OfficeText.number.is_not(None))
    newest: dict[tuple[str | None, str | None, str | None], OfficeText] = {}
    for one in session.scalars(query.order_by(OfficeText.id)):
        newest[(one.kind, one.number, one.issued_on)] = one
    return list(newest.values())


def _heads(session: Session) -> dict[str, str]:
    """The head of each case that has a paper with a number."""
    cases = set(session.scalars(select(IssuedPaper.case_id).distinct()))
    cases |= set(session.scalars(select(OfficeText.about_id).where(OfficeText.number.is_not(None)).distinct()))
    found: dict[str, str] = {}
    for batch in batches(sorted(one for one in cases if one)):
        query = select(SupportCase.id, Household.head_name).join(Household, Household.id == SupportCase.household_id)
        found.update({row[0]: row[1] or "" for row in session.execute(query.where(SupportCase.id.in_(batch)))})
    return found


def _issued(one: IssuedPaper, notes: Sequence[PaperNote], head: str) -> RegisterLine:
    void = next((note for note in notes if note.void), None)
    typed = [note.typed_number for note in notes if note.typed_number]
    entry = Entry.VOID if void else Entry.TYPED if typed or one.numbering == Numbering.TYPED else Entry.USED
    shown = typed[-1] if typed else one.shown_number
    reason = (void.reason if void else None) or ""
    return RegisterLine(
        one.id,
        entry,
        one.year,
        one.symbol or "",
        one.series or "",
        one.number,
        shown or "",
        one.kind or "",
        one.issued_on,
        head,
        reason=reason,
    )


def _text(one: OfficeText, head: str) -> RegisterLine:
    number, _, symbol = (one.number or "").partition("/")
    year = int((one.issued_on or "")[:4]) if (one.issued_on or "")[:4].isdecimal() else None
    shown = f"{number}/{symbol}" if symbol else number
    return RegisterLine(
        one.id, Entry.TYPED, year, symbol, "", None, shown, one.kind or "", one.issued_on, head, one.signer or ""
    )


def _with_gaps(lines: Iterable[RegisterLine]) -> list[RegisterLine]:
    """The numbers of each register in order, with those between that no paper here has."""
    registers: dict[tuple[int | None, str, str], dict[int, list[RegisterLine]]] = {}
    for one in lines:
        if one.number is not None:
            registers.setdefault((one.year, one.symbol, one.series), {}).setdefault(one.number, []).append(one)
    found = []
    for (year, symbol, series), numbers in sorted(registers.items(), key=lambda one: str(one[0])):
        for number in range(min(numbers), max(numbers) + 1):
            shown = f"{number:02}{series}/{symbol}"
            gap = RegisterLine(f"gap:{year}:{shown}", Entry.GAP, year, symbol, series, number, shown, "", None, "")
            found += numbers.get(number, [gap])
    return found
