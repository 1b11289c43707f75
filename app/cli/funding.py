"""`fund ...`: sources of money, payments, their taking back."""

from __future__ import annotations

import argparse
from dataclasses import asdict

from app.cli.cases import add_ids, amount, chosen, day
from app.cli.frame import Answer, Commands, changed
from app.documents.words import money_text
from app.funding.drafts import PaymentDraft, ReversalDraft, SourceDraft
from app.funding.operations import add_source, pay, reverse_payment
from app.funding.queries import sources
from app.wording import cases as words
from app.wording.vocabulary import SOURCE_KINDS
from app.workspace import Workspace
from models.vocabulary import SourceKind


def add_commands(commands: Commands) -> None:
    """Register the commands of this module."""
    commands.group("fund", words.FUND)
    commands.group("fund source", words.FUND_SOURCE)
    adding = commands.add("fund source add", words.SOURCE_ADD, _add)
    adding.add_argument("--code", required=True, metavar="C", help=words.SOURCE)
    adding.add_argument("--name", required=True, metavar="NAME", help=words.SOURCE_NAME)
    adding.add_argument("--kind", required=True, choices=[one.value for one in SourceKind], help=words.SOURCE_KIND)
    adding.add_argument("--ceiling", metavar="N", help=words.CEILING)
    commands.add("fund source list", words.SOURCE_LIST, _list)
    paying = commands.add("fund pay", words.PAY, _pay)
    add_ids(paying, many=False)
    paying.add_argument("--source", required=True, metavar="C", help=words.SOURCE)
    paying.add_argument("--amount", required=True, metavar="N", help=words.PAID)
    paying.add_argument("--date", required=True, metavar="D", help=words.DATE)
    paying.add_argument("--voucher", required=True, metavar="NO", help=words.VOUCHER)
    paying.add_argument("--instalment", type=int, metavar="K", help=words.INSTALMENT)
    paying.add_argument("--payee", metavar="NAME", help=words.PAYEE)
    paying.add_argument("--relation", metavar="TEXT", help=words.RELATION)
    paying.add_argument("--reason", metavar="TEXT", help=words.REASON)
    reversing = commands.add("fund reverse", words.REVERSE, _reverse)
    reversing.add_argument("line", metavar="LINE", help=words.LINE)
    reversing.add_argument("--date", required=True, metavar="D", help=words.DATE)
    reversing.add_argument("--reason", required=True, metavar="TEXT", help=words.REASON)


def _add(workspace: Workspace, args: argparse.Namespace) -> Answer:
    draft = SourceDraft(args.code, args.name, SourceKind(args.kind), amount(args.ceiling, "ceiling"))
    changes, warnings = add_source(workspace, draft)
    return changed(sorted(changes.ids), words.SOURCE_ADDED.format(name=args.name), warnings)


def _list(workspace: Workspace, _args: argparse.Namespace) -> Answer:
    with workspace.read() as session:
        found = sources(session)
    lines = [
        words.SOURCE_LINE.format(
            code=one.code,
            name=one.name,
            kind=SOURCE_KINDS.get(one.kind or "", one.kind or ""),
            ceiling=words.NO_CEILING if one.ceiling is None else money_text(one.ceiling),
        )
        for one in found
    ]
    return Answer([asdict(one) for one in found], lines or [words.NO_SOURCES])


def _pay(workspace: Workspace, args: argparse.Namespace) -> Answer:
    found = chosen(workspace, args)
    draft = PaymentDraft(
        found.case_ids[0],
        args.source,
        amount(args.amount) or 0,
        day(args.date),
        args.voucher,
        args.instalment,
        args.payee,
        args.relation,
        args.reason,
    )
    changes, warnings = pay(workspace, [draft])
    line = words.PAID_HOUSE.format(amount=money_text(draft.amount), names=found.names)
    return changed(sorted(changes.ids), line, warnings)


def _reverse(workspace: Workspace, args: argparse.Namespace) -> Answer:
    changes, warnings = reverse_payment(workspace, ReversalDraft(args.line, day(args.date), args.reason))
    return changed(sorted(changes.ids), words.REVERSED, warnings)
