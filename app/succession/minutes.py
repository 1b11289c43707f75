"""The minutes of a handing over ("Biên bản bàn giao công việc"): what was counted, as a paper for two and a leader."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from app.documents.paper_tables import columns_of, figures, list_table
from app.documents.parts import Signature
from app.documents.sentences import day_text, filled
from app.documents.text_files import write_text_papers
from app.documents.text_paper import Block, Look, Text, TextPaper, texts
from app.documents.words import date_text, money_text
from app.office.queries import PaperOffice, paper_office
from app.progress import Progress
from app.succession.facts import HandedFacts, PackageLine, RegisterLine, handed_facts
from app.succession.giving import GiveDraft
from app.wording import succession as said
from app.wording.papers import SIGN_HINT
from app.wording.vocabulary import STATUSES
from app.workspace import Workspace


def write_minutes(
    workspace: Workspace, draft: GiveDraft, target: Path, progress: Progress | None = None
) -> HandedFacts:
    """Write the minutes as PDF or .docx, counted now; returns the facts. Raises `Refused`, `Trouble`, `Cancelled`."""
    facts = handed_facts(workspace, progress)
    with workspace.read() as session:
        office = paper_office(session, workspace.author.office)
    write_text_papers(target, said.TITLE[0], [succession_minutes(office, draft, facts)], progress)
    return facts


def succession_minutes(office: PaperOffice | None, draft: GiveDraft, facts: HandedFacts) -> TextPaper:
    """The paper of one handing over."""
    day = date.fromisoformat(draft.on) if draft.on else None
    blocks: list[Block] = [
        Text(filled(said.HELD, place=draft.place or (office.place if office else "")).replace("{day}", day_text(day))),
        Text(filled(said.GIVER, name=draft.giver or "", position=draft.giver_position or "")),
        Text(filled(said.RECEIVER, name=draft.to, position=draft.to_position or "")),
        *_houses(facts),
        *_money(facts),
        *_papers(facts),
        *_packages(facts.packages),
        *_open(facts),
        *_file(facts),
        Text(said.NOTE_HEADING, Look.HEADING),
        Text(filled(said.NOTE, note=draft.note or "")),
    ]
    leader = office.signature(draft.on) if office and draft.on else Signature((said.LEADER,), "", SIGN_HINT)
    return TextPaper(
        said.TITLE,
        tuple(blocks),
        office.head(day=day) if office else None,
        closing=said.CLOSING,
        signatures=(
            Signature((said.GIVES,), draft.giver or "", SIGN_HINT),
            Signature((said.TAKES,), draft.to, SIGN_HINT),
            leader,
        ),
    )


def _houses(facts: HandedFacts) -> Iterable[Block]:
    yield Text(said.HOUSES, Look.HEADING)
    yield Text(said.HOUSES_COUNTED.format(households=facts.households, cases=sum(facts.houses.values())))
    if facts.houses:
        rows = [(STATUSES[status], str(count)) for status, count in facts.houses.items()]
        total = {1: str(sum(facts.houses.values()))}
        yield list_table(columns_of(said.HOUSE_COLUMNS, (3, 1), "lc"), rows, total, label_at=0)


def _money(facts: HandedFacts) -> Iterable[Block]:
    yield Text(said.MONEY, Look.HEADING)
    sums = {"approved": money_text(facts.approved), "paid": money_text(facts.paid)}
    yield Text(said.MONEY_COUNTED.format(**sums))
    if facts.sources:
        rows = [
            (one.code, one.name, figures(one.received), figures(one.paid), figures(one.left)) for one in facts.sources
        ]
        columns = columns_of(said.MONEY_COLUMNS, (0.8, 2.2, 1.4, 1.4, 1.4), "llrrr")
        yield list_table(columns, rows, {4: figures(facts.in_hand)})
    yield Text(said.IN_HAND.format(amount=money_text(facts.in_hand)))


def _papers(facts: HandedFacts) -> Iterable[Block]:
    yield from _registers(facts.registers)
    yield Text(said.UNNUMBERED.format(count=facts.unnumbered))
    yield Text(said.LACKING.format(papers=facts.papers_missing, houses=facts.files_incomplete))


def _registers(registers: Sequence[RegisterLine]) -> Iterable[Block]:
    yield Text(said.REGISTERS, Look.HEADING)
    if registers:
        rows = [
            (one.symbol or said.RECEIPTS, str(one.year), one.series, one.last, str(one.count), str(one.void))
            for one in registers
        ]
        yield list_table(columns_of(said.REGISTER_COLUMNS, (2, 0.8, 0.7, 1, 0.9, 0.7), "lccccc"), rows)
    else:
        yield Text(said.NO_REGISTER)


def _packages(packages: Sequence[PackageLine]) -> Iterable[Block]:
    yield Text(said.PACKAGES, Look.HEADING)
    if not packages:
        yield Text(said.NO_PACKAGE)
        return
    rows = [
        (
            said.INCOMING if one.incoming else said.OUTGOING,
            one.office,
            str(one.count),
            one.number,
            date_text(date.fromisoformat(one.day)),
        )
        for one in packages
    ]
    yield list_table(columns_of(said.PACKAGE_COLUMNS, (1, 2.4, 0.8, 1, 1.2), "llccc"), rows)


def _open(facts: HandedFacts) -> Iterable[Block]:
    yield Text(said.OPEN, Look.HEADING)
    yield Text(said.OPEN_COUNTED.format(tasks=facts.tasks, drafts=facts.drafts))
    yield from texts([said.TASK_LINE.format(text=one) for one in facts.task_texts])
    if facts.tasks > len(facts.task_texts):
        yield Text(said.MORE_TASKS.format(count=facts.tasks - len(facts.task_texts)))


def _file(facts: HandedFacts) -> Iterable[Block]:
    yield Text(said.FILE, Look.HEADING)
    yield Text(said.FILE_HOLDS.format(photos=facts.photos, missing=facts.photos_missing, operations=facts.operations))
