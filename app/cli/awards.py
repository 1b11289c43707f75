"""`campaign quotas` and `campaign quota-read`: how many may be proposed, and how the office reads an edge."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import Any

from app.awards.drafts import ReadingDraft
from app.awards.operations import read_quotas
from app.awards.queries import QuotaLine, quota_json, quota_lines
from app.awards.quotas import unit_named
from app.awards.tiers import Standing
from app.cli.campaign import add_code, chosen_campaign
from app.cli.frame import Answer, Commands, changed
from app.problems import refuse
from app.wording import awards as words
from app.wording.vocabulary import AWARD_OBJECTS
from app.workspace import Workspace


def add_commands(commands: Commands) -> None:
    """Register the commands of this module."""
    add_code(commands.add("campaign quotas", words.QUOTAS, _quotas))
    reading = commands.add("campaign quota-read", words.QUOTA_READ, _read)
    add_code(reading)
    reading.add_argument("unit", metavar="UNIT", help=words.UNIT)
    reading.add_argument("numbers", metavar="KIND=N", nargs="+", help=words.KIND_NUMBER)
    reading.add_argument("--reason", required=True, metavar="TEXT", help=words.REASON)


def _quotas(workspace: Workspace, args: argparse.Namespace) -> Answer:
    plan = chosen_campaign(workspace, args)
    with workspace.read() as session:
        data, found = quota_json(session, plan.id), quota_lines(session, plan.id)
    lines = [_unit_line(one) for one in data["units"]]
    for one in data["total"]["fixed"]:
        lines += [
            words.QUOTA_FIXED.format(name=one["name"], number=one[thing], thing=name.lower())
            for thing, name in AWARD_OBJECTS.items()
            if thing in one
        ]
    lines += [_whole_line(one) for one in found if one.unit_id is None and not one.whom]
    lines.append(words.QUOTA_TOTAL.format(**_figures(data["total"])))
    return Answer(data, lines)


def _figures(found: dict[str, Any]) -> dict[str, Any]:
    return {thing: words.UNKNOWN_NUMBER if found[thing] is None else found[thing] for thing in AWARD_OBJECTS}


def _unit_line(one: dict[str, Any]) -> str:
    more = ""
    if one["edge"]:
        more += words.QUOTA_EDGE.format(things=words.joined(AWARD_OBJECTS[thing].lower() for thing in one["edge"]))
    if one["override"]:
        more += words.QUOTA_OVERRIDE.format(reason=one["override"]["reason"])
    target = words.UNKNOWN_NUMBER if one["target"] is None else one["target"]
    return words.QUOTA_LINE.format(name=one["name"], target=target, more=more, **_figures(one))


def _whole_line(one: QuotaLine) -> str:
    number = words.STANDINGS[one.standing.value].lower() if one.number is None else one.number
    return words.QUOTA_WHOLE.format(form=one.form_name, thing=AWARD_OBJECTS[one.object].lower(), number=number)


def _read(workspace: Workspace, args: argparse.Namespace) -> Answer:
    plan = chosen_campaign(workspace, args)
    unit = unit_named(plan, args.unit)
    with workspace.read() as session:
        lines = [one for one in quota_lines(session, plan.id) if one.unit_id in (unit.id, None) and not one.whom]
    drafts = [_reading(plan.id, unit.id, unit.name or "", lines, text, args.reason) for text in args.numbers]
    changes = read_quotas(workspace, drafts)
    return changed(sorted(changes.ids), words.READING_SAVED.format(name=unit.name))


def _reading(
    campaign_id: str, unit_id: str, name: str, lines: Sequence[QuotaLine], text: str, reason: str
) -> ReadingDraft:
    """The reading that "collective=3" means: of the form whose quota is open here, else of the first that has one."""
    kind, equals, number = text.partition("=")
    kind = next((code for code, word in AWARD_OBJECTS.items() if kind.strip() in (code, word)), "")
    if not kind or not equals or not number.strip().isdecimal():
        raise refuse("numbers", "quota_not_read", text=text)
    fitting = [one for one in lines if one.object == kind]
    if not fitting:
        raise refuse("numbers", "quota_form_missing", object=AWARD_OBJECTS[kind].lower(), unit=name)
    own = [one for one in fitting if one.unit_id] or fitting
    line = next((one for one in own if one.edge or one.standing is Standing.WAITING), own[0])
    return ReadingDraft(campaign_id, kind, int(number), reason, line.form, unit_id)
