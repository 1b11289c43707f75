"""`handover` and `print ...`: hand houses over, draw their papers."""

from __future__ import annotations

import argparse
from pathlib import Path

from app.cli.cases import add_ids, choose, chosen, day
from app.cli.frame import Answer, Commands, changed
from app.documents.trial_page import draw_trial
from app.dossier_file import bind_dossier
from app.handover.drafts import HandoverDraft, MinutesOptions
from app.handover.issuing import print_blank_minutes, print_minutes
from app.handover.operations import hand_over
from app.households.queries import ENDING
from app.paper_sets import plan_set, print_set, said_left, whole_pairs
from app.papers import FORMS, ISSUED, all_ids, print_papers, subject_ids
from app.paperwork.queries import house_files
from app.printed_before import keep_printed
from app.problems import refuse
from app.quick_card import write_card
from app.support.queries import cases_of_households, find_cases
from app.wording import cases as words
from app.wording import paper_settings as set_words
from app.wording import quick_card as card_words
from app.wording.messages import trouble_text
from app.wording.paperwork import BOUND, PRINT_DOSSIER
from app.wording.vocabulary import PAPER_KINDS
from app.workspace import Workspace
from models.vocabulary import Numbering, PaperKind, Status

_HANDED_OVER = (Status.HANDED_OVER, Status.CLOSED)
_ACCEPTED = (Status.ACCEPTED, *_HANDED_OVER)
_NUMBERINGS = [Numbering.NONE.value, Numbering.TYPED.value, Numbering.REGISTER.value]


def add_commands(commands: Commands) -> None:
    """Register the commands of this module."""
    handing = commands.add("handover", words.HANDOVER, _hand_over)
    add_ids(handing)
    handing.add_argument("--date", required=True, metavar="D", help=words.DATE)
    handing.add_argument("--place", metavar="TEXT", help=words.PLACE)
    handing.add_argument("--receiver", metavar="NAME", help=words.RECEIVER)
    handing.add_argument("--relation", metavar="TEXT", help=words.RELATION)
    handing.add_argument("--thumbprint", action="store_true", default=None, help=words.THUMBPRINT)
    commands.group("print", words.PRINT)
    commands.add("print kinds", words.PRINT_KINDS, _kinds, opens=False)
    binding = commands.add("print dossier", PRINT_DOSSIER, _bind)
    add_ids(binding, many=False)
    binding.add_argument("out", type=Path, metavar="OUT.pdf")
    trial = commands.add("print trial", set_words.TRIAL, _trial, opens=False)
    trial.add_argument("file", metavar="OUT.pdf", type=Path, help=words.PRINT_WHAT)
    card = commands.add("print card", card_words.COMMAND, _card, opens=False)
    card.add_argument("file", metavar="OUT.pdf", type=Path, help=words.PRINT_WHAT)
    whole = commands.add("print set", set_words.SET, _print_set)
    whole.add_argument("houses_and_file", metavar="ID... OUT.pdf", nargs="+", help=words.PRINT_WHAT)
    whole.add_argument("--programme", metavar="P", help=words.PROGRAMME)
    for kind in (*ISSUED, *FORMS):
        printing = commands.add(f"print {kind.value}", PAPER_KINDS[kind.value], _print)
        printing.set_defaults(kind=kind)
        outputs = "OUT.pdf" if kind in ISSUED else "OUT.pdf|OUT.docx"
        printing.add_argument("houses_and_file", metavar=f"ID... {outputs}", nargs="+", help=words.PRINT_WHAT)
        printing.add_argument("--all", action="store_true", help=words.PRINT_ALL)
        printing.add_argument("--blank", action="store_true", help=words.PRINT_BLANK)
        printing.add_argument("--programme", metavar="P", help=words.PROGRAMME)
        if kind in ISSUED:
            printing.add_argument("--numbering", choices=_NUMBERINGS, default=_NUMBERINGS[0], help=words.NUMBERING)
            printing.add_argument("--start-at", type=int, metavar="N", help=words.START_AT)
            printing.add_argument("--copies", type=int, metavar="N", help=words.COPIES)


def _hand_over(workspace: Workspace, args: argparse.Namespace) -> Answer:
    found = chosen(workspace, args)
    on = day(args.date)
    drafts = [
        HandoverDraft(one, on, args.place, args.receiver, args.relation, args.thumbprint) for one in found.case_ids
    ]
    _, warnings = hand_over(workspace, drafts)
    return changed(found.household_ids, words.HANDED_OVER.format(count=len(drafts)), warnings)


def _bind(workspace: Workspace, args: argparse.Namespace) -> Answer:
    if args.out.suffix.lower() != ".pdf":
        raise refuse("out", "paper_only_pdf", name=args.out.name)
    made = bind_dossier(workspace, chosen(workspace, args).case_ids[0], args.out)
    data = {"files": [str(args.out)], "pages": made.pages, "missing": made.missing}
    return Answer(data, [BOUND.format(pages=made.pages, file=args.out)])


def _kinds(_workspace: Workspace | None, _args: argparse.Namespace) -> Answer:
    data = [{"kind": kind.value, "name": PAPER_KINDS[kind.value]} for kind in (*ISSUED, *FORMS)]
    return Answer(data, [words.KIND_LINE.format(**one) for one in data])


def _print(workspace: Workspace, args: argparse.Namespace) -> Answer:
    *endings, file = args.houses_and_file
    target = Path(file)
    if args.kind in ISSUED and target.suffix.lower() != ".pdf":
        raise refuse("out", "paper_only_pdf", name=target.name)
    if sum((bool(endings), args.all, args.blank)) != 1:
        raise refuse("", "print_what")
    if args.kind in ISSUED:
        ids = _cases(workspace, args, endings)
    else:
        ids = [] if args.blank else _subjects(workspace, args, endings)
    if not ids and not args.blank:
        raise refuse("", "nothing_to_print")
    if args.kind in ISSUED:
        pages: int | None = _draw(workspace, args, ids, target)
        line = words.PRINTED.format(count=max(len(ids), 1), pages=pages, file=target)
    else:
        printed = print_papers(workspace, args.kind, ids, target)
        pages, told = printed.pages, printed.not_by_own
        keep_printed(workspace, args.kind, ids)
        line = words.WRITTEN.format(count=printed.papers, file=target)
        if printed.own or told:
            data = {"files": [str(target)], "pages": pages, "template": printed.own or None}
            return Answer(data, [line, *([trouble_text(told)] if told else [])])
    return Answer({"files": [str(target)], "pages": pages}, [line])


def _trial(_workspace: Workspace | None, args: argparse.Namespace) -> Answer:
    pages = draw_trial(args.file)
    return Answer({"files": [str(args.file)], "pages": pages}, [set_words.SAVED.format(file=args.file)])


def _card(_workspace: Workspace | None, args: argparse.Namespace) -> Answer:
    pages = write_card(args.file)
    return Answer({"files": [str(args.file)], "pages": pages}, [card_words.WRITTEN.format(file=args.file)])


def _print_set(workspace: Workspace, args: argparse.Namespace) -> Answer:
    *endings, file = args.houses_and_file
    if not file.lower().endswith(".pdf"):
        raise refuse("out", "paper_only_pdf", name=Path(file).name)
    with workspace.read() as session:
        cases = choose(session, endings, args.programme).case_ids
        plan = plan_set(session, whole_pairs(house_files(session, cases)))
    made = print_set(workspace, plan.ready, Path(file))
    lines = [set_words.SET_PRINTED.format(papers=made.papers, pages=made.pages, file=file)]
    if plan.left:
        lines.append(set_words.SET_LEFT.format(left=said_left(plan.left)))
    return Answer({"files": [file], "papers": made.papers, "pages": made.pages, "left": len(plan.left)}, lines)


def _subjects(workspace: Workspace, args: argparse.Namespace, endings: list[str]) -> list[str]:
    """What the papers are about: the subjects or else the households whose ids end so; with `--all` every one."""
    with workspace.read() as session:
        programme = choose(session, [], args.programme).programme_id
        if args.all:
            return all_ids(session, args.kind, programme)
        known = subject_ids(session, FORMS[args.kind].about)
        found = []
        for ending in endings:
            fitting = [one for one in known if len(ending) >= ENDING and one.endswith(ending)]
            found.append(fitting[0] if len(fitting) == 1 else choose(session, [ending], args.programme).case_ids[0])
        return list(dict.fromkeys(found))


def _cases(workspace: Workspace, args: argparse.Namespace, endings: list[str]) -> list[str]:
    """The cases of issued minutes: of all houses that got so far, or for each household the case that did."""
    reached = _HANDED_OVER if args.kind is PaperKind.HANDOVER_MINUTES else _ACCEPTED
    with workspace.read() as session:
        found = choose(session, endings, args.programme)
        if args.all:
            return find_cases(session, reached, found.programme_id)
        cases = cases_of_households(session, found.household_ids)
    ready = {
        household: facts.case_id
        for household, pairs in cases.items()
        for facts, state in reversed(pairs)
        if state.acceptance is not None
        and (found.programme_id is None or (facts.programme and facts.programme.id == found.programme_id))
    }
    if all(one in ready for one in found.household_ids):
        return [ready[one] for one in found.household_ids]
    return list(found.case_ids)


def _draw(workspace: Workspace, args: argparse.Namespace, cases: list[str], target: Path) -> int:
    if not cases:
        return print_blank_minutes(target, args.kind)
    options = MinutesOptions(Numbering(args.numbering), args.start_at, args.copies, args.kind)
    return print_minutes(workspace, cases, target, options).pages
