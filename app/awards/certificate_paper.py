"""The giấy khen: text alone at its places on a bought blank, and a proof of the same on plain A4 (domain 8.9).

No emblem. The signer stands for himself, not for the committee: "CHỦ TỊCH" without "TM.". Places are millimetres of an
A4 sheet on its long side; the office's own shift is added to each.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from sqlalchemy.orm import Session

from app.awards.drafts import BlankDraft
from app.awards.paper_parts import campaign_of, in_sentence
from app.awards.queries import certificate_blank, nominations
from app.documents.paper_forms import About, PaperForm
from app.documents.sentences import day_of, day_text, filled
from app.documents.text_paper import Placed, TextPaper
from app.documents.words import decimal_text
from app.office.queries import PaperOffice
from app.parsing import today
from app.problems import refuse
from app.wording import papers as of_all
from app.wording import papers_awards as said
from models.vocabulary import AwardLevel, AwardObject, Level, PaperKind

#: Low confidence: taken from the look of usual A4 blanks, no blank was measured; each office shifts them by its own.
_LEFT, _WIDTH = 30.0, 237.0
_SIDE = 105.0
#: A longer name is set smaller, so that it keeps to its line.
_SHORT_NAME = 45


@dataclass(frozen=True)
class Certificate:
    """A giấy khen of one nomination; all empty is the blank form."""

    kind: str = AwardObject.INDIVIDUAL.value
    name: str = ""
    place: str = ""
    content: str = ""
    number: str = ""
    decided_on: str | None = None
    signer: str = ""
    blank: BlankDraft = field(default_factory=BlankDraft)


def _read(session: Session, _office: PaperOffice, ids: Sequence[str]) -> list[Certificate]:
    """A certificate for each nomination, in the order of the ids. Raises `Refused` where none is a giấy khen."""
    rows, blank = nominations(session, ids=ids), certificate_blank(session)
    # What the state or the province gives comes from there with its own certificate.
    known = {one.id: one for one in rows if one.level not in (AwardLevel.STATE, AwardLevel.PROVINCE)}
    if rows and not known:
        raise refuse("", "certificate_from_above", form=rows[0].form)
    found = []
    for one in (known[key] for key in dict.fromkeys(ids) if key in known):
        who = one.participant
        name = in_sentence(campaign_of(session, who.campaign_id).name or "")
        place = ", ".join(filter(None, (who.position, who.unit if who.unit != who.name else "")))
        content = one.content or said.PRAISED.format(name=name)
        own = (one.decision_number or "", one.decided_on, one.signer or "")
        found.append(Certificate(who.kind, who.name, place, content, *own, blank))
    return found or [Certificate(blank=blank)]


def certificate(office: PaperOffice, one: Certificate) -> TextPaper:
    """The text for the blank; what the blank carries already is left out."""
    return TextPaper((), tuple(_moved(_pieces(office, one, titled=one.blank.titled), one.blank)), wide=True)


def certificate_proof(office: PaperOffice, one: Certificate) -> TextPaper:
    """The same on plain paper, with the title that a blank carries, and how far the text is moved."""
    told = {name: decimal_text(Decimal(getattr(one.blank, f"{name}_mm"))) for name in ("right", "down")}
    pieces = _moved(_pieces(office, one, titled=False), one.blank)
    return TextPaper((), tuple(pieces), note=said.PROOF.format(**told), wide=True)


def _moved(pieces: Sequence[Placed], blank: BlankDraft) -> list[Placed]:
    right, down = float(blank.right_mm), float(blank.down_mm)
    return [
        Placed(one.text, one.left + right, one.top + down, one.width, one.size, one.weight, one.align) for one in pieces
    ]


def _pieces(office: PaperOffice, one: Certificate, *, titled: bool) -> list[Placed]:
    """Every text with its place; `titled`: the blank carries the national title and the words "GIẤY KHEN"."""
    found = []
    if not titled:
        found += [
            Placed(of_all.NATIONAL_TITLE, _LEFT, 28, _WIDTH, 14, "bold"),
            Placed(of_all.MOTTO, _LEFT, 35, _WIDTH, 15, "bold"),
            Placed(said.CERTIFICATE, _LEFT, 78, _WIDTH, 32, "bold"),
        ]
    titles, signer = _signing(office, one)
    name = filled(said.TO[one.kind], name=one.name)
    found += [
        Placed(_giver(office, one, titles), _LEFT, 58, _WIDTH, 16, "bold"),
        Placed(said.GIVES, _LEFT, 68, _WIDTH, 14, "bold"),
        Placed(name, _LEFT, 97, _WIDTH, 22 if len(name) <= _SHORT_NAME else 15, "bold"),
        Placed(one.content or filled("{content}", content=""), _LEFT, 118, _WIDTH, 15),
    ]
    if one.place:
        found.append(Placed(one.place, _LEFT, 108, _WIDTH, 14, "italic"))
    return [*found, *_foot(office, one, titles, signer)]


def _foot(office: PaperOffice, one: Certificate, titles: Sequence[str], signer: str) -> list[Placed]:
    """At the left the decision and the register, at the right place, day and signature."""
    day = day_text(day_of(one.decided_on))
    right = _LEFT + _WIDTH - _SIDE
    lines = (filled(said.DECISION, number=one.number), day, filled(said.REGISTER, number=""))
    found = [Placed(text, _LEFT, 160 + 6 * row, _SIDE, 12, "regular", "left") for row, text in enumerate(lines)]
    found.append(Placed(of_all.PLACE_AND_DATE.format(place=office.place, day=day), right, 145, _SIDE, 13, "italic"))
    found += [Placed(text, right, 152 + 6 * row, _SIDE, 14, "bold") for row, text in enumerate(titles)]
    return [*found, Placed(signer or filled("{name}", name=""), right, 184, _SIDE, 14, "bold")]


def _signing(office: PaperOffice, one: Certificate) -> tuple[tuple[str, ...], str]:
    """The lines above the signature, without "TM.": the chairman gives it himself, a deputy in his place.

    None above a name whose position nobody knows.
    """
    signed = office.signature(one.decided_on or today().isoformat(), one.signer)
    if signed.titles == (office.body.upper(),):
        return (), signed.name
    titles = tuple(text for text in signed.titles if not text.startswith(said.ON_BEHALF))
    return titles or (said.CHAIR,), signed.name


def _giver(office: PaperOffice, one: Certificate, titles: Sequence[str]) -> str:
    """Who gives it: "CHỦ TỊCH ỦY BAN NHÂN DÂN PHƯỜNG MƯỜNG LAY"; of an agency its head."""
    head = (titles or _signing(office, replace(one, signer=""))[0])[0]
    for form in said.IN_PLACE_OF:
        head = head.removeprefix(form).strip()
    if office.level is Level.COMMUNE and not office.front:
        head = said.CHAIR
    return said.CHAIR_OF.format(head=head, body=office.body.upper())


CERTIFICATE_FORM = PaperForm(PaperKind.CERTIFICATE, About.NOMINATION, _read, certificate, Certificate())
PROOF_FORM = PaperForm(PaperKind.CERTIFICATE_PROOF, About.NOMINATION, _read, certificate_proof, Certificate())
