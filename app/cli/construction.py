"""`stage record`, `inspect`, `accept`: the building of a house."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from app.cli.cases import add_ids, amount, chosen, day
from app.cli.frame import Answer, Commands, changed
from app.construction.drafts import AcceptanceDraft, InspectionDraft, StageDraft
from app.construction.operations import accept, inspect_houses, record_stage
from app.parsing import parse_decimal
from app.photos.intake import read_picture
from app.photos.operations import PhotosDraft, add_photos
from app.problems import refuse
from app.wording import cases as words
from app.workspace import Workspace
from models.vocabulary import InspectionResult, Part, Stage


def add_commands(commands: Commands) -> None:
    """Register the commands of this module."""
    commands.group("stage", words.STAGE_GROUP)
    stage = commands.add("stage record", words.STAGE_RECORD, _record)
    add_ids(stage, many=False)
    stage.add_argument("--stage", required=True, choices=[one.value for one in Stage], help=words.STAGE)
    stage.add_argument("--date", required=True, metavar="D", help=words.DATE)
    stage.add_argument("--note", metavar="TEXT", help=words.NOTE)
    stage.add_argument("--planned", action="store_true", help=argparse.SUPPRESS)
    stage.add_argument("--photo", action="append", default=[], type=Path, metavar="F", help=words.PHOTO)
    inspecting = commands.add("inspect", words.INSPECT, _inspect)
    add_ids(inspecting, many=False)
    inspecting.add_argument("--date", required=True, metavar="D", help=words.DATE)
    inspecting.add_argument(
        "--result", required=True, choices=[one.value for one in InspectionResult], help=words.RESULT
    )
    inspecting.add_argument("--note", metavar="TEXT", help=words.NOTE)
    accepting = commands.add("accept", words.ACCEPT, _accept)
    add_ids(accepting, many=False)
    accepting.add_argument("--date", required=True, metavar="D", help=words.DATE)
    accepting.add_argument("--area", metavar="M2", help=words.AREA)
    accepting.add_argument("--hard", default="", metavar="PART,...", help=words.HARD)
    accepting.add_argument("--exempt", metavar="TEXT", help=words.EXEMPT)
    accepting.add_argument("--cost", action="append", default=[], metavar="SOURCE=N", help=words.COST)
    accepting.add_argument("--note", metavar="TEXT", help=words.NOTE)


def _record(workspace: Workspace, args: argparse.Namespace) -> Answer:
    if args.planned:
        raise refuse("", "not_built_yet")
    found = chosen(workspace, args)
    done_on = day(args.date)
    for file in args.photo:
        read_picture(file)
    _, warnings = record_stage(workspace, StageDraft(found.case_ids[0], Stage(args.stage), done_on, args.note))
    if args.photo:
        draft = PhotosDraft(found.household_ids[0], tuple(args.photo), args.stage, found.case_ids[0], done_on)
        add_photos(workspace, draft)
    return changed(found.household_ids, words.STAGE_RECORDED.format(names=found.names), warnings)


def _inspect(workspace: Workspace, args: argparse.Namespace) -> Answer:
    found = chosen(workspace, args)
    draft = InspectionDraft(found.case_ids[0], day(args.date), InspectionResult(args.result), args.note)
    _, warnings = inspect_houses(workspace, [draft])
    return changed(found.household_ids, words.INSPECTED.format(names=found.names), warnings)


def _accept(workspace: Workspace, args: argparse.Namespace) -> Answer:
    found = chosen(workspace, args)
    draft = AcceptanceDraft(
        found.case_ids[0],
        day(args.date),
        parse_decimal(args.area, "area_m2") if args.area else None,
        frozenset(_parts(args.hard)),
        exemption=args.exempt,
        costs=dict(_costs(args.cost)),
        note=args.note,
    )
    _, warnings = accept(workspace, [draft])
    return changed(found.household_ids, words.ACCEPTED.format(names=found.names), warnings)


def _parts(text: str) -> list[Part]:
    words_given = [one.strip() for one in text.split(",") if one.strip()]
    known = {one.value: one for one in Part}
    for one in words_given:
        if one not in known:
            raise refuse("hard", "part_unknown", text=one, choices=", ".join(known))
    return [known[one] for one in words_given]


def _costs(typed: Sequence[str]) -> list[tuple[str, int]]:
    found = []
    for one in typed:
        source, sign, text = one.partition("=")
        sum_given = amount(text, "cost") if sign else None
        if not source.strip() or sum_given is None:
            raise refuse("cost", "cost_form", text=one)
        found.append((source.strip(), sum_given))
    return found
