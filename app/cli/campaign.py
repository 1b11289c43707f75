"""`campaign ...`: plans from files, the list of plans, one plan; their deadlines, quotas and standings."""

from __future__ import annotations

import argparse
from dataclasses import fields
from pathlib import Path
from typing import Any

from app.campaigns.facts import CampaignDetail
from app.campaigns.operations import add_campaign
from app.campaigns.queries import campaign_detail, campaign_named, find_campaigns
from app.cli.frame import Answer, Commands, changed
from app.plans.days import day_text
from app.plans.drafts import PARTS
from app.wording import campaign_commands as words
from app.wording.vocabulary import CAMPAIGN_SECTIONS
from app.workspace import Workspace


def add_commands(commands: Commands) -> None:
    """Register the commands of this module. Each takes the plan by its code, a unique ending of it, or of its id."""
    commands.group("campaign", words.CAMPAIGN)
    adding = commands.add("campaign add", words.ADD, _add)
    adding.add_argument("file", type=Path, metavar="FILE.toml", help=words.FILE)
    commands.add("campaign list", words.LIST, _list)
    add_code(commands.add("campaign show", words.SHOW, _show))


def add_code(parser: argparse.ArgumentParser) -> None:
    """The argument that names a plan."""
    parser.add_argument("code", metavar="CODE", help=words.CODE)


def chosen_campaign(workspace: Workspace, args: argparse.Namespace) -> CampaignDetail:
    """The plan that the command names, with its parts. Raises `Refused`."""
    with workspace.read() as session:
        return campaign_detail(session, campaign_named(session, args.code).id)


def _add(workspace: Workspace, args: argparse.Namespace) -> Answer:
    _, campaign, warnings = add_campaign(workspace, args.file)
    with workspace.read() as session:
        found = campaign_detail(session, campaign)
    return changed([campaign], words.ADDED.format(name=found.shown, code=found.code), warnings)


def _list(workspace: Workspace, _args: argparse.Namespace) -> Answer:
    with workspace.read() as session:
        found = find_campaigns(session)
    data = [{"code": one.code, "name": one.name, "bundled": one.bundled} for one in found]
    return Answer(data, [words.LISTED.format(code=one.code, name=one.shown) for one in found])


def _show(workspace: Workspace, args: argparse.Namespace) -> Answer:
    found = chosen_campaign(workspace, args)
    data: dict[str, Any] = {one.name: _plain(getattr(found, one.name)) for one in fields(found)}
    return Answer(data, list(_lines(found)))


def _plain(value: Any) -> Any:
    """A value as JSON has it; parts as their fields."""
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if hasattr(value, "part"):
        return {one.name: _plain(getattr(value, one.name)) for one in fields(value)}
    return value


def _lines(found: CampaignDetail) -> list[str]:
    """A plan as people read it: what it is, how many parts it has, its texts."""
    lines = [words.HEAD.format(name=found.name, code=found.code)]
    lines += [
        words.ISSUED.format(number=found.number or "……", day=day_text(found.issued_on), issuer=found.issuer or "")
    ]
    lines.append(words.PERIOD.format(start=day_text(found.starts_on), end=day_text(found.ends_on)))
    lines += [words.COUNTS[part].format(count=len(found.parts(part))) for part in PARTS]
    for section, title in CAMPAIGN_SECTIONS.items():
        for one in found.texts_of(section):
            told = f" [{one.warning}]" if one.warning else ""
            lines.append(f"{title}: {one.text}{told}")
    return lines
