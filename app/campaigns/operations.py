"""The verbs of plans: keep one with its parts, add one from a file, open it, take it off."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.actions import Action
from app.bundled import bundled_campaigns
from app.campaigns.queries import area_ids, campaign_draft, part_records
from app.campaigns.runs import run_days, write_days
from app.drafts import tidied
from app.plans.drafts import PARTS, CampaignDraft, PartDraft, code_from
from app.plans.plan_file import read_plan_file, save_plan_file
from app.plans.records import RECORDS, campaign_columns, campaign_id, part_columns, part_id
from app.plans.rules import check_plan
from app.problems import Problem, Stale, refuse, refuse_errors
from app.rows import write_row
from app.workspace import Changes, Workspace
from models.base import new_id
from models.campaign import Campaign
from models.vietnamese import nfc

Warnings = list[Problem]


def save_campaign(workspace: Workspace, draft: CampaignDraft) -> tuple[Changes, str, Warnings]:
    """Keep a plan with all its parts as the draft has them; parts that are not in it any more are taken off.

    Returns what changed, the plan's id and the warnings. Raises `Refused`, `Stale`.
    """
    with workspace.change(Action.SAVE_CAMPAIGN) as change:
        kept, warnings = write_campaign(change.session, draft)
    return change.done, kept, warnings


def save_parts(
    workspace: Workspace, campaign: str, part: str, drafts: Sequence[PartDraft]
) -> tuple[Changes, str, Warnings]:
    """Keep the parts of one kind ("task"); the rest of the plan stays. Raises `Refused`, `Stale`."""
    with workspace.read() as session:
        draft = replace(campaign_draft(session, campaign), **{f"{part}s": tuple(drafts)})  # type: ignore[arg-type]
    return save_campaign(workspace, draft)


def add_campaign(workspace: Workspace, path: Path) -> tuple[Changes, str, Warnings]:
    """Add the plan of a .toml file, or bring the one of its code up to the file.

    Raises `Refused` with every problem by line, `Trouble` for the file.
    """
    draft, warnings = read_plan_file(path)
    with workspace.change(Action.ADD_CAMPAIGN) as change:
        kept, more = write_campaign(change.session, _matched(change.session, draft), by_code=True)
    return change.done, kept, [*warnings, *(one for one in more if one.code not in {each.code for each in warnings})]


def _matched(session: Session, draft: CampaignDraft) -> CampaignDraft:
    """The draft with the records it brings up to date: units by their code, other parts by their place."""
    standing = _by_code(session, draft.code or "")
    if standing is None:
        return draft
    matched: dict[str, Any] = {}
    for part in PARTS:
        records = part_records(session, part, standing.id)
        by_code = {getattr(one, "code", None): one for one in records}
        found = []
        for place, one in enumerate(draft.parts(part)):
            in_place = records[place] if place < len(records) else None
            record = by_code.get(getattr(one, "code", None)) if part == "unit" else in_place
            found.append(replace(one, id=record.id, version=record.version) if record else one)
        matched[f"{part}s"] = tuple(found)
    return replace(draft, id=standing.id, version=standing.version, **matched)


def _by_code(session: Session, code: str) -> Campaign | None:
    return session.scalar(select(Campaign).where(Campaign.code == code, Campaign.row_out.is_(False)).limit(1))


def export_campaign(workspace: Workspace, campaign: str, path: Path) -> None:
    """Write a plan as the .toml file that `add_campaign` reads. Raises `Refused`, `Trouble`."""
    with workspace.read() as session:
        draft = campaign_draft(session, campaign)
    save_plan_file(path, draft)


def write_campaign(session: Session, draft: CampaignDraft, *, by_code: bool = False) -> tuple[str, Warnings]:
    """The plan's rows; returns its id. Opens no change.

    `by_code`: new rows get the ids that the same file gives on every laptop.
    """
    draft = cleaned(draft)
    warnings = refuse_errors(check_plan(draft))
    standing = _by_code(session, draft.code or "")
    if standing is not None and standing.id != draft.id:
        raise refuse("code", "plan_code_taken", text=draft.code or "")
    superior = _by_code(session, draft.superior_code or "") if draft.superior_code else None
    if draft.superior_code and superior is None:
        warnings.append(Problem("superior_code", "plan_superior_unknown", {"text": draft.superior_code}, warning=True))
    values = campaign_columns(draft) | {"superior_id": superior.id if superior else None}
    own_id = campaign_id(draft.code or "") if by_code else new_id()
    if draft.id is None and session.get(Campaign, own_id) is None:
        values["id"] = own_id
        row = write_row(session, Campaign, None, None, values)
    else:
        row = _revived(session, Campaign, draft.id or own_id, draft.version, values)
    session.flush()
    return row.id, warnings + _write_parts(session, draft, row.id, by_code=by_code)


def cleaned(draft: CampaignDraft) -> CampaignDraft:
    """The draft and its parts with tidy texts."""
    parts: dict[str, Any] = {f"{part}s": tuple(tidied(one) for one in draft.parts(part)) for part in PARTS}
    return replace(tidied(draft), **parts)


def _revived(session: Session, kind: Any, row_id: str, version: int | None, values: dict[str, Any]) -> Any:
    """The row with these values; one that was taken off and comes again with its file is put back."""
    found = session.get(kind, row_id)
    if version is None and found is not None and found.row_out:
        for name, value in (values | {"deleted": None}).items():
            setattr(found, name, value)
        return found
    return write_row(session, kind, row_id, version, values)


def _write_parts(session: Session, draft: CampaignDraft, campaign: str, *, by_code: bool) -> Warnings:
    """Every part in its place; records whose part is gone are taken off."""
    areas = area_ids(session, [one.area for one in draft.units])
    units: dict[str, str] = {}
    ids: dict[str, list[str]] = {}
    for part in RECORDS:
        ids[part] = [_id_of(draft, one, place, by_code=by_code) for place, one in enumerate(draft.parts(part), start=1)]
        if part == "unit":
            units = {one.code or "": found for one, found in zip(draft.units, ids[part], strict=True)}
    for part, kind in RECORDS.items():
        here = {one.id: one for one in part_records(session, part, campaign)}
        for place, (one, row_id) in enumerate(zip(draft.parts(part), ids[part], strict=True), start=1):
            values = part_columns(one, units, areas) | {"position": place}
            if one.id is not None and one.id not in here:
                raise Stale
            if session.get(kind, row_id) is None:
                write_row(session, kind, None, None, values | {"id": row_id, "campaign_id": campaign})
            else:
                _revived(session, kind, row_id, one.version, values)
        for gone in here.keys() - set(ids[part]):
            here[gone].deleted = True
    return [
        Problem(f"unit.{place}.area", "plan_area_unknown", {"text": one.area, "name": one.name}, warning=True)
        for place, one in enumerate(draft.units)
        if one.area and one.area not in areas
    ]


def _id_of(draft: CampaignDraft, part: PartDraft, place: int, *, by_code: bool) -> str:
    return part.id or (part_id(draft.code or "", part, place) if by_code else new_id())


def amend_part(workspace: Workspace, part: str, row_id: str, version: int, values: Mapping[str, str]) -> Changes:
    """Change some texts of one part, or of the plan itself ("campaign"); an empty text is none.

    Raises `Refused`, `Stale`.
    """
    kind: Any = Campaign if part == "campaign" else RECORDS[part]
    texts = {name: " ".join(nfc(text).split()) or None for name, text in values.items()}
    if "text" in texts and texts["text"] is None:
        raise refuse("text", "plan_text_missing")
    with workspace.change(Action.SAVE_CAMPAIGN) as change:
        write_row(change.session, kind, row_id, version, texts)
    return change.done


def open_campaign(workspace: Workspace, campaign: str, opened_on: str | None, version: int | None) -> Changes:
    """The office begins to run a plan on a day, also one from above for itself; None takes the opening back.

    Raises `Refused`, `Stale`.
    """
    with workspace.change(Action.SAVE_CAMPAIGN) as change:
        row = change.session.get(Campaign, campaign)
        if row is None or row.row_out:
            raise Stale
        if run_days(change.session, row)[1]:
            raise refuse("", "campaign_closed_already")
        write_days(change.session, row, version, opened_on=opened_on)
    return change.done


def take_off_campaign(workspace: Workspace, campaign: str, version: int | None) -> Changes:
    """Take a plan of the office off the list; one that came with the program stays. Raises `Refused`, `Stale`."""
    if campaign in bundled_campaigns():
        raise refuse("", "campaign_taken_off_bundled")
    with workspace.change(Action.SAVE_CAMPAIGN) as change:
        write_row(change.session, Campaign, campaign, version, {"deleted": True})
    return change.done


def free_code(session: Session, name: str) -> str:
    """A code for a new plan, made of its name."""
    return code_from(name, set(session.scalars(select(Campaign.code))))
