"""`fund ...`: sources of money, what comes in, what is set aside and paid, its taking back, the balances."""

from __future__ import annotations

import argparse
from dataclasses import asdict

from app.cli.cases import add_ids, amount, choose, chosen, day
from app.cli.frame import Answer, Commands, changed
from app.documents.words import money_text
from app.funding.balances import MoneySums, ledger_balances
from app.funding.drafts import AllocationDraft, ContributionDraft, LineReversalDraft, PaymentDraft, SourceDraft
from app.funding.line_operations import reverse_line
from app.funding.operations import add_source, allocate, contribute, pay
from app.funding.queries import payments_among, receipts_of, sources
from app.parsing import parse_count, parse_decimal
from app.wording import cases as words
from app.wording.vocabulary import SOURCE_GROUPS, SOURCE_KINDS
from app.workspace import Workspace
from models.vocabulary import ContributionKind, SourceKind


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
    _add_contribute(commands)
    allocating = commands.add("fund allocate", words.ALLOCATE, _allocate)
    add_ids(allocating)
    allocating.add_argument("--source", required=True, metavar="C", help=words.SOURCE)
    allocating.add_argument("--amount", required=True, metavar="N", help=words.ALLOCATED)
    allocating.add_argument("--date", required=True, metavar="D", help=words.DATE)
    _add_pay(commands)
    reversing = commands.add("fund reverse", words.REVERSE, _reverse)
    reversing.add_argument("line", metavar="LINE", help=words.LINE)
    reversing.add_argument("--date", required=True, metavar="D", help=words.DATE)
    reversing.add_argument("--reason", required=True, metavar="TEXT", help=words.REASON)
    commands.add("fund balances", words.BALANCES, _balances)


def _add_contribute(commands: Commands) -> None:
    kinds = [one.value for one in ContributionKind]
    giving = commands.add("fund contribute", words.CONTRIBUTE, _contribute)
    giving.add_argument("--source", required=True, metavar="C", help=words.SOURCE)
    giving.add_argument("--kind", required=True, choices=kinds, help=words.CONTRIBUTION_KIND)
    giving.add_argument("--date", required=True, metavar="D", help=words.DATE)
    giving.add_argument("--amount", metavar="N", help=words.RECEIVED_AMOUNT)
    giving.add_argument("--quantity", metavar="Q", help=words.QUANTITY)
    giving.add_argument("--unit", metavar="U", help=words.UNIT)
    giving.add_argument("--item", metavar="TEXT", help=words.ITEM)
    giving.add_argument("--people", metavar="N", help=words.PEOPLE)
    giving.add_argument("--donor", metavar="NAME", help=words.DONOR)
    giving.add_argument("--household", metavar="ID", help=words.FOR_HOUSEHOLD)
    giving.add_argument("--receipt", metavar="NO", help=words.RECEIPT)


def _add_pay(commands: Commands) -> None:
    paying = commands.add("fund pay", words.PAY, _pay)
    add_ids(paying, many=False)
    paying.add_argument("--source", required=True, metavar="C", help=words.SOURCE)
    paying.add_argument("--amount", required=True, metavar="N", help=words.PAID)
    paying.add_argument("--date", required=True, metavar="D", help=words.DATE)
    paying.add_argument("--voucher", required=True, metavar="NO", help=words.VOUCHER)
    paying.add_argument("--instalment", type=int, metavar="K", help=words.INSTALMENT)
    paying.add_argument("--payee", metavar="NAME", help=words.PAYEE)
    paying.add_argument("--relation", metavar="TEXT", help=words.RELATION)
    paying.add_argument("--thumbprint", action="store_true", help=words.THUMB)
    paying.add_argument("--reason", metavar="TEXT", help=words.REASON)


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


def _contribute(workspace: Workspace, args: argparse.Namespace) -> Answer:
    kind = ContributionKind(args.kind)
    quantity = None if args.quantity is None else parse_decimal(args.quantity, "quantity")
    people = None if args.people is None else parse_count(args.people, "people")
    labour = kind is ContributionKind.LABOUR
    draft = ContributionDraft(
        args.source,
        kind,
        day(args.date),
        amount(args.amount),
        # Without a name of its own the goods are called by their unit: "40 bao" is counted as bags.
        item=args.item or (args.unit if kind is ContributionKind.GOODS else None),
        unit=args.unit,
        quantity=quantity,
        people=(people or 1) if labour else people,
        donor_name=args.donor,
        case_id=_case_of(workspace, args.household),
        receipt=args.receipt,
    )
    changes, warnings = contribute(workspace, [draft])
    with workspace.read() as session:
        receipts = receipts_of(session, changes.ids)
    line = words.CONTRIBUTED_WITH_RECEIPT if receipts else words.CONTRIBUTED
    return changed(sorted(changes.ids), line.format(source=args.source, receipt=", ".join(receipts)), warnings)


def _case_of(workspace: Workspace, household: str | None) -> str | None:
    if household is None:
        return None
    with workspace.read() as session:
        return choose(session, [household]).case_ids[0]


def _allocate(workspace: Workspace, args: argparse.Namespace) -> Answer:
    found = chosen(workspace, args)
    each, on = amount(args.amount) or 0, day(args.date)
    changes, warnings = allocate(workspace, [AllocationDraft(one, args.source, each, on) for one in found.case_ids])
    line = words.ALLOCATED_HOUSES.format(amount=money_text(each), count=len(found.case_ids))
    return changed(sorted(changes.ids), line, warnings)


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
        args.thumbprint or None,
    )
    changes, warnings = pay(workspace, [draft])
    with workspace.read() as session:
        lines = payments_among(session, changes.ids)
    line = words.PAID_HOUSE.format(amount=money_text(draft.amount), names=found.names)
    return changed(lines, line, warnings)


def _reverse(workspace: Workspace, args: argparse.Namespace) -> Answer:
    changes, warnings = reverse_line(workspace, LineReversalDraft(args.line, day(args.date), args.reason))
    return changed(sorted(changes.ids), words.REVERSED, warnings)


def _balances(workspace: Workspace, _args: argparse.Namespace) -> Answer:
    with workspace.read() as session:
        found = ledger_balances(session)
    data = {
        "sources": [{"code": one.code, "kind": one.kind, **_figures(one.sums)} for one in found.sources],
        "total": _figures(found.total),
    }
    lines = [_line(f"{one.code} {one.name}", one.sums) for one in found.sources]
    lines += [_line(SOURCE_GROUPS[group.value], sums) for group, sums in found.groups.items()]
    lines.append(_line(words.BALANCE_TOTAL, found.total))
    if found.loans != MoneySums():
        lines.append(_line(words.LOANS_APART, found.loans))
    return Answer(data, lines)


def _figures(sums: MoneySums) -> dict[str, int]:
    return {"received": sums.received, "allocated": sums.allocated, "paid": sums.paid, "left": sums.left}


def _line(name: str, sums: MoneySums) -> str:
    shown = {one: money_text(figure) for one, figure in _figures(sums).items()}
    return words.BALANCE_LINE.format(name=name, **shown)
