"""`support ...`: a household's request, a decision on many houses, exceptions."""

from __future__ import annotations

import argparse
from dataclasses import replace

from app.cli.cases import add_ids, amount, choose, chosen, day
from app.cli.frame import Answer, Commands, changed
from app.support.drafts import DecisionDraft, ExceptionDraft
from app.support.exception_operations import record_exceptions
from app.support.operations import approve, set_case
from app.support.queries import case_draft, programme_named
from app.wording import cases as words
from app.workspace import Workspace
from models.vocabulary import ExceptionCase, WorkType


def add_commands(commands: Commands) -> None:
    """Register the commands of this module."""
    commands.group("support", words.SUPPORT)
    setting = commands.add("support set", words.SUPPORT_SET, _set)
    add_ids(setting, many=False)
    setting.add_argument("--work", choices=[one.value for one in WorkType], help=words.WORK)
    setting.add_argument("--amount", metavar="N", help=words.REQUESTED)
    approving = commands.add("support approve", words.SUPPORT_APPROVE, _approve)
    add_ids(approving)
    approving.add_argument("--decision", required=True, metavar="NO", help=words.DECISION)
    approving.add_argument("--date", required=True, metavar="D", help=words.DATE)
    approving.add_argument("--amount", metavar="N", help=words.APPROVED)
    approving.add_argument("--source", metavar="CODE", help=words.SOURCE)
    approving.add_argument("--signer", metavar="NAME", help=words.SIGNER)
    excepting = commands.add("support except", words.SUPPORT_EXCEPT, _except)
    add_ids(excepting, many=False)
    excepting.add_argument("--case", required=True, choices=[one.value for one in ExceptionCase], help=words.CASE)
    excepting.add_argument("--date", required=True, metavar="D", help=words.DATE)
    excepting.add_argument("--reason", required=True, metavar="TEXT", help=words.REASON)
    excepting.add_argument("--decision", metavar="NO", help=words.DECISION)
    excepting.add_argument("--review", metavar="D", help=words.REVIEW)
    excepting.add_argument("--work", choices=[one.value for one in WorkType], help=words.NEW_WORK)
    excepting.add_argument("--amount", metavar="N", help=words.NEW_AMOUNT)
    excepting.add_argument("--source", metavar="CODE", help=words.NEW_SOURCE)
    excepting.add_argument("--head", metavar="NAME", help=words.NEW_HEAD)
    excepting.add_argument("--receiver", metavar="NAME", help=words.RECEIVER)


def _set(workspace: Workspace, args: argparse.Namespace) -> Answer:
    with workspace.read() as session:
        found = choose(session, [args.id], args.programme)
        [household_id] = found.household_ids
        standing = found.cases.get(household_id)
        programme = standing[0].programme if standing else programme_named(session, args.programme)
        draft = case_draft(session, household_id, programme.id if programme else None)
    draft = replace(
        draft,
        work_type=args.work or draft.work_type,
        requested_amount=amount(args.amount) if args.amount is not None else draft.requested_amount,
    )
    _, warnings = set_case(workspace, draft)
    return changed([household_id], words.CASE_SET.format(names=found.names), warnings)


def _approve(workspace: Workspace, args: argparse.Namespace) -> Answer:
    found = chosen(workspace, args)
    draft = DecisionDraft(
        args.decision,
        day(args.date),
        tuple(found.cases[one][0].case_id for one in found.household_ids if one in found.cases),
        tuple(one for one in found.household_ids if one not in found.cases),
        found.programme_id,
        amount(args.amount),
        signer=args.signer,
        source_code=args.source,
    )
    _, warnings = approve(workspace, draft)
    line = words.APPROVED_HOUSES.format(number=args.decision, count=len(found.household_ids))
    return changed(found.household_ids, line, warnings)


def _except(workspace: Workspace, args: argparse.Namespace) -> Answer:
    found = chosen(workspace, args)
    draft = ExceptionDraft(
        found.case_ids[0],
        ExceptionCase(args.case),
        day(args.date),
        args.reason,
        args.decision,
        day(args.review) if args.review else None,
        args.work,
        amount(args.amount),
        args.source,
        args.head,
        args.receiver,
    )
    _, warnings = record_exceptions(workspace, [draft])
    return changed(found.household_ids, words.EXCEPTION_RECORDED.format(names=found.names), warnings)
