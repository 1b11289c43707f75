"""`household ...`: list, show, history, set, delete, restore."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy.orm import Session

from app.areas.queries import find_villages
from app.cli.frame import Answer, Commands, changed
from app.documents.words import money_text
from app.households.history import entries_as_json, household_history
from app.households.operations import delete_household, restore_household, set_fields
from app.households.queries import HouseholdFilter, all_rowids, find_household, own_commune, rows_by_rowid, totals
from app.parsing import parse_date
from app.problems import refuse
from app.reports.households import household_detail, households_json
from app.support.queries import programme_named
from app.wording import erasing as erasing_words
from app.wording import households as words
from app.wording import moving as moving_words
from app.wording.fields import field_label
from app.wording.vocabulary import CATEGORIES, STATUSES, YES_NO
from app.workspace import Workspace
from models.vocabulary import Status


def add_commands(commands: Commands) -> None:
    """Register the commands of this module."""
    commands.group("household", words.COMMAND_GROUP)
    listed = commands.add("household list", words.COMMAND_LIST, _list)
    listed.add_argument("--search", metavar="TEXT", default="", help=words.ARG_SEARCH)
    listed.add_argument("--village", metavar="V", help=words.ARG_VILLAGE)
    listed.add_argument("--status", metavar="S", help=words.ARG_STATUS)
    listed.add_argument("--programme", metavar="P", help=words.ARG_PROGRAMME)
    listed.add_argument("--limit", metavar="N", type=int, help=words.ARG_LIMIT)
    shown = commands.add("household show", words.COMMAND_SHOW, _show)
    history = commands.add("household history", words.COMMAND_HISTORY, _history)
    history.add_argument("--field", metavar="F", help=words.ARG_FIELD)
    edited = commands.add("household set", words.COMMAND_SET, _set)
    gone = commands.add("household delete", words.COMMAND_DELETE, _delete)
    gone.add_argument("--reason", required=True, metavar="TEXT", help=words.ARG_REASON)
    back = commands.add("household restore", words.COMMAND_RESTORE, _restore)
    erased = commands.add("household erase", erasing_words.COMMAND, _erase)
    erased.add_argument("--reason", required=True, metavar="TEXT", help=words.ARG_REASON)
    moved = commands.add("household move", moving_words.COMMAND, _move)
    moved.add_argument("--to", required=True, metavar="CODE", help=moving_words.TO)
    moved.add_argument("--date", required=True, metavar="D", help=moving_words.ON)
    moved.add_argument("--decision", metavar="NO", help=moving_words.DECISION)
    moved.add_argument("--reason", required=True, metavar="TEXT", help=words.ARG_REASON)
    for parser in (shown, history, edited, gone, back, erased, moved):
        parser.add_argument("id", metavar="ID", help=words.ARG_ID)
    edited.add_argument("assignments", metavar="FIELD=VALUE", nargs="+", help=words.ARG_ASSIGNMENT)


def _list(workspace: Workspace, args: argparse.Namespace) -> Answer:
    with workspace.read() as session:
        wanted = _filter(session, args)
        rowids = all_rowids(session, wanted)
        shown = rowids if args.limit is None else rowids[: max(args.limit, 0)]
        rows = rows_by_rowid(session, shown, wanted.programme_id)
        households = list(households_json(session, rows, wanted.programme_id))
        sums = totals(session, wanted)
    lines = [_line(one) for one in households]
    approved = money_text(sums.approved)
    lines.append(words.LIST_TOTAL.format(shown=len(households), total=len(rowids), approved=approved))
    return Answer({"total": len(rowids), "households": households}, lines)


def _filter(session: Session, args: argparse.Namespace) -> HouseholdFilter:
    village_ids = find_villages(session, args.village, own_commune(session)) if args.village is not None else ()
    if args.village is not None and not village_ids:
        raise refuse("village", "village_unknown", text=args.village)
    if args.status is not None and args.status not in list(Status):
        raise refuse("status", "status_unknown", text=args.status, choices=", ".join(Status))
    programme = programme_named(session, args.programme).id if args.programme is not None else None
    statuses = frozenset({args.status}) if args.status else frozenset()
    return HouseholdFilter(args.search, frozenset(village_ids), statuses=statuses, programme_id=programme)


def _line(one: dict[str, Any]) -> str:
    return words.LIST_LINE.format(
        id=one["id"][-6:],
        head_name=one["head_name"] or words.NOTHING,
        birth=one["birth_year"] or "",
        village=one["village"] or "",
        category=CATEGORIES.get(one["category"] or "", ""),
        status=STATUSES.get(one["status"] or "", ""),
        paid=money_text(one["paid_amount"] or 0),
        approved=money_text(one["approved_amount"] or 0),
    )


def _show(workspace: Workspace, args: argparse.Namespace) -> Answer:
    with workspace.read() as session:
        detail = household_detail(session, find_household(session, args.id))
    known = {name: value for name, value in detail.items() if value not in (None, [], {}) and name != "id"}
    return Answer(detail, [words.SHOW_LINE.format(label=_label(name), value=_said(known[name])) for name in known])


def _label(name: str) -> str:
    return words.SHOW_LABELS.get(name) or field_label("household", name)


def _said(value: Any) -> str:
    """A value for people: rows one after another, words of the vocabulary by their labels."""
    if isinstance(value, list):
        return "; ".join(_said(one) for one in value)
    if isinstance(value, dict):
        left_out = ("id", "version", "stream", "case_id", "replaces_id", "batch", "warnings")
        return ", ".join(_said(one) for name, one in value.items() if one is not None and name not in left_out)
    if isinstance(value, bool):
        return YES_NO[value]
    if isinstance(value, str):
        return words.LABELS.get(value, value)
    return str(value)


def _history(workspace: Workspace, args: argparse.Namespace) -> Answer:
    with workspace.read() as session:
        found = household_history(session, find_household(session, args.id), args.field)
    lines = [
        words.HISTORY_LINE.format(
            at=one.at,
            by=one.by,
            field=field_label(one.entity, one.field),
            old=words.NOTHING if one.old is None else one.old,
            new=words.NOTHING if one.new is None else one.new,
            state=words.HISTORY_STATES[one.state],
        )
        for one in found
    ]
    return Answer(list(entries_as_json(found)), lines)


def _set(workspace: Workspace, args: argparse.Namespace) -> Answer:
    texts = dict(_assignments(args.assignments))
    with workspace.read() as session:
        household_id = find_household(session, args.id)
    _, warnings = set_fields(workspace, household_id, texts)
    return changed([household_id], words.SAVED_WITHOUT_VILLAGE.format(name=_name(workspace, household_id)), warnings)


def _assignments(typed: Sequence[str]) -> list[tuple[str, str]]:
    found = []
    for one in typed:
        name, sign, value = one.partition("=")
        if not sign:
            raise refuse("", "field_form", text=one)
        found.append((name.strip(), value))
    return found


def _delete(workspace: Workspace, args: argparse.Namespace) -> Answer:
    with workspace.read() as session:
        household_id = find_household(session, args.id)
    delete_household(workspace, household_id, args.reason)
    return changed([household_id], words.TAKEN_OFF.format(name=_name(workspace, household_id)))


def _restore(workspace: Workspace, args: argparse.Namespace) -> Answer:
    with workspace.read() as session:
        household_id = find_household(session, args.id)
    restore_household(workspace, household_id)
    return changed([household_id], words.RESTORED.format(name=_name(workspace, household_id)))


def _erase(workspace: Workspace, args: argparse.Namespace) -> Answer:
    from app.exchange.erasing import erase_household

    with workspace.read() as session:
        household_id = find_household(session, args.id)
    _, erased = erase_household(workspace, household_id, args.reason)
    answer = changed([household_id], erasing_words.ERASED.format(count=erased.values))
    lines = [*answer.lines, *erasing_words.more_lines(erased.packages, erased.locked, erased.backups)]
    if erased.left:
        lines.append(erasing_words.LEFT.format(count=erased.left, offices=", ".join(erased.left_with)))
    return replace(answer, data={**answer.data, **vars(erased)}, lines=lines)


def _move(workspace: Workspace, args: argparse.Namespace) -> Answer:
    from app.support.moving import MoveDraft, move_household

    with workspace.read() as session:
        household_id = find_household(session, args.id)
    on = parse_date(args.date, "date") or ""
    _, made, warnings = move_household(workspace, MoveDraft(household_id, args.to, on, args.reason, args.decision))
    line = moving_words.MOVED.format(name=_name(workspace, made), commune=args.to)
    return changed([household_id, made], line, warnings)


def _name(workspace: Workspace, household_id: str) -> str:
    with workspace.read() as session:
        return str(household_detail(session, household_id)["head_name"] or "")
