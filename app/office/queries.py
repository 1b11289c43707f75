"""The office as it stands on its papers, with who signed and who sat on its committees on a day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.documents.parts import Letterhead, Signature
from app.documents.sentences import day_of, letterhead
from app.journal.store import batches
from app.local import Fact, get_fact
from app.office.drafts import CommitteeDraft, CommitteeMemberDraft, ContactDraft, SignerDraft, UserDraft
from app.problems import Trouble
from app.wording.letterheads import body_text, header_lines, minutes_symbol, office_signing, place_of, signing_lines
from app.wording.papers import SEAL_HINT
from models.office import Committee, CommitteeMember, Contact, Device, Office, Signer, User
from models.review import OfficeText
from models.vietnamese import fold
from models.vocabulary import Level

FRONT = "front"


@dataclass(frozen=True)
class Person:
    """Somebody who stands for the office on a paper: a signer, or a member of a committee."""

    name: str
    position: str
    capacity: str = ""
    valid_from: str | None = None
    valid_to: str | None = None

    def holds(self, day: str) -> bool:
        """Whether the person stood for the office on a day."""
        return (self.valid_from or "") <= day and (self.valid_to is None or day <= self.valid_to)


@dataclass(frozen=True)
class IssuedText:
    """What văn thư gave a text: number, day, signer."""

    kind: str
    about_id: str
    number: str
    issued_on: str | None
    signer: str


@dataclass(frozen=True)
class PaperOffice:
    """What of an office is printed."""

    code: str
    name: str
    level: Level
    lines: tuple[str, ...]
    place: str
    province: str
    minutes_symbol: str
    signers: tuple[Person, ...]
    committee_name: str
    committee: tuple[Person, ...]
    front: bool = False

    def signer(self, day: str) -> Person | None:
        """Who signs on a day: of several the one in office most lately."""
        found = [one for one in self.signers if one.holds(day)]
        return max(found, key=lambda one: one.valid_from or "", default=None)

    @property
    def body(self) -> str:
        """The office as sentences name it: "Ủy ban nhân dân phường Mường Lay"."""
        return body_text(self.name, commune=self.level is Level.COMMUNE, front=self.front)

    def symbol(self, kind: str) -> str:
        """What stands behind the number of a text of this kind ("TTr"): "TTr-UBND"."""
        _minutes, dash, body = self.minutes_symbol.partition("-")
        return f"{kind}{dash}{body}"

    def head(self, kind: str = "", number: str | None = None, day: date | None = None) -> Letterhead:
        """The letterhead of a text; no kind, no number line. A number that văn thư typed may carry its symbol."""
        figures, _slash, symbol = (number or "").partition("/")
        return letterhead(self.lines, "", figures, symbol or (self.symbol(kind) if kind else ""), self.place, day)

    def head_of(self, kind: str, issued: IssuedText | None) -> Letterhead:
        """The letterhead of a text that gets its number and day from văn thư: dotted until it was issued."""
        if issued is None:
            return self.head(kind)
        return self.head(kind, issued.number, day_of(issued.issued_on))

    def signature(self, day: str, name: str = "") -> Signature:
        """The place to sign for the office, with who signs on a day, or with another `name`.

        A name that is none of its signers' stands beneath the office alone: nobody knows in what position he signs.
        """
        person = self.signer(day)
        if name and (person is None or fold(person.name) != fold(name)):
            own = [one for one in self.signers if fold(one.name) == fold(name)]
            person = max(own, key=lambda one: (one.holds(day), one.valid_from or ""), default=None)
            if person is None:
                return Signature((self.body.upper(),), name, SEAL_HINT)
        if person is None:
            return Signature(self._own_signing(), "", SEAL_HINT)
        titles = signing_lines(person.capacity, person.position, front=self.front)
        return Signature(titles or self._own_signing(person.position), person.name, SEAL_HINT)

    def _own_signing(self, position: str = "") -> tuple[str, ...]:
        return office_signing(self.name, position, commune=self.level is Level.COMMUNE, front=self.front)


def issued_texts(session: Session, kind: str, about_ids: Iterable[str]) -> dict[str, IssuedText]:
    """The texts of a kind that were issued, by what they are about; of several the one issued last.

    A paper counts as signed when it stands here.
    """
    found: dict[str, IssuedText] = {}
    for batch in batches(dict.fromkeys(about_ids)):
        wanted = (OfficeText.about_id.in_(batch), OfficeText.kind == kind, OfficeText.issued_on.is_not(None))
        rows = session.scalars(select(OfficeText).where(*wanted, OfficeText.row_out.is_(False)))
        for one in sorted(rows, key=lambda row: (row.issued_on or "", row.id)):
            about = one.about_id or ""
            found[about] = IssuedText(kind, about, one.number or "", one.issued_on, one.signer or "")
    return found


def paper_office(session: Session, code: str) -> PaperOffice | None:
    """An office as it is printed; None when it is not known here."""
    office = session.scalar(select(Office).where(Office.code == code, Office.row_out.is_(False)))
    if office is None:
        return None
    name, level = office.name or code, Level(office.level or Level.COMMUNE)
    kind = {"commune": level is Level.COMMUNE, "front": office.body == FRONT}
    given = tuple(line.strip() for line in (office.header or "").splitlines() if line.strip())
    committee = session.scalars(
        select(Committee).where(Committee.office_id == office.id, Committee.row_out.is_(False)).order_by(Committee.id)
    ).first()
    return PaperOffice(
        code,
        name,
        level,
        given or header_lines(name, **kind),
        office.place_name or place_of(name, office.province or ""),
        office.province or "",
        minutes_symbol(name, **kind),
        _signers(session, office.id),
        (committee.name or "") if committee else "",
        _members(session, committee.id) if committee else (),
        kind["front"],
    )


def _signers(session: Session, office_id: str) -> tuple[Person, ...]:
    rows = session.scalars(
        select(Signer).where(Signer.office_id == office_id, Signer.row_out.is_(False)).order_by(Signer.id)
    )
    return tuple(
        Person(one.name or "", one.position or "", one.capacity or "", one.valid_from, one.valid_to) for one in rows
    )


def _members(session: Session, committee_id: str) -> tuple[Person, ...]:
    rows = session.scalars(
        select(CommitteeMember)
        .where(CommitteeMember.committee_id == committee_id, CommitteeMember.row_out.is_(False))
        .order_by(CommitteeMember.id)
    )
    return tuple(Person(one.name or "", one.position or "", "", one.valid_from, one.valid_to) for one in rows)


def number_series(session: Session, device: str) -> str | None:
    """The letter of this laptop's number series; None for an office's first laptop."""
    return session.scalar(select(Device.series).where(Device.device == device, Device.row_out.is_(False)))


@dataclass(frozen=True)
class OfficeFacts:
    """The office of this data folder."""

    id: str
    code: str
    name: str
    level: Level
    body: str | None
    province: str | None
    superior_code: str | None
    superior_name: str | None
    header: str | None
    place_name: str | None
    version: int


def office_facts(session: Session) -> OfficeFacts:
    """The office of this data folder. Raises `Trouble` where none was set up."""
    code = get_fact(session.connection(), Fact.OFFICE)
    row = session.scalar(select(Office).where(Office.code == code))
    if code is None or row is None:
        raise Trouble("not_initialised")
    return OfficeFacts(
        row.id,
        code,
        row.name or code,
        Level(row.level or Level.COMMUNE),
        row.body,
        row.province,
        row.superior_code,
        row.superior_name,
        row.header,
        row.place_name,
        row.version,
    )


def signer_drafts(session: Session) -> list[SignerDraft]:
    """The office's signers as their form shows them, those of former times included."""
    return [_draft(SignerDraft, one) for one in _below_office(session, Signer)]


def user_drafts(session: Session) -> list[UserDraft]:
    """The people who work with the program, as their form shows them."""
    return [_draft(UserDraft, one) for one in _below_office(session, User)]


def committee_drafts(session: Session) -> list[CommitteeDraft]:
    """The office's committees with their members, as their form shows them."""
    found = []
    for one in _below_office(session, Committee):
        query = select(CommitteeMember).where(
            CommitteeMember.committee_id == one.id, CommitteeMember.row_out.is_(False)
        )
        members = [_draft(CommitteeMemberDraft, row) for row in session.scalars(query.order_by(CommitteeMember.id))]
        found.append(_draft(CommitteeDraft, one, members=tuple(members)))
    return found


def contact_drafts(session: Session) -> list[ContactDraft]:
    """The contacts as their form shows them, in the order in which they were added."""
    rows = session.scalars(select(Contact).where(Contact.row_out.is_(False)).order_by(Contact.id))
    return [
        ContactDraft(one.kind or "", one.name or "", one.phone, one.unit, one.address, one.note, one.id, one.version)
        for one in rows
    ]


def _below_office(session: Session, kind: Any) -> list[Any]:
    office = office_facts(session).id
    return list(
        session.scalars(select(kind).where(kind.office_id == office, kind.row_out.is_(False)).order_by(kind.id))
    )


def _draft(kind: Any, row: object, **more: Any) -> Any:
    return kind(**{one.name: getattr(row, one.name) for one in fields(kind) if one.name not in more}, **more)
