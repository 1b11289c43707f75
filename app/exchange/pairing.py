"""Pairing: a card is read, two people compare the code by telephone, one of them says so; or a laptop is retired."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.actions import Action
from app.documents.words import known_day_text
from app.exchange.known_laptops import Laptop, LaptopState, known_laptops
from app.exchange.laptops import LaptopCard, own_card, read_card
from app.exchange.peers import office_name
from app.exchange.quarantine import keep_note
from app.exchange.trust import Sender, Statement, Trust, load_trust
from app.journal.offices import OfficeEntry, OfficeMap
from app.parsing import today
from app.problems import refuse
from app.workspace import Changes, Workspace
from models.base import key_id
from models.exchange import DeviceTrust
from models.office import Device
from models.vocabulary import Level, TrustState


def pair_card(workspace: Workspace, path: Path) -> Laptop:
    """Note the laptop of a card as one whose code is to be compared. Raises `Refused`, `Trouble`."""
    workspace.permit(Action.CONFIRM_DEVICE)
    card = read_card(path)
    if card.device == workspace.author.device:
        raise refuse("file", "card_own")
    sender = Sender(card.device, card.office, card.office_name, card.device_name, card.key)
    with workspace.change(Action.CONFIRM_DEVICE) as change:
        connection = change.session.connection()
        trust = load_trust(connection, workspace.author)
        if not _on_our_line(trust, card):
            raise refuse("file", "card_off_line", office=card.office_name or card.office)
        keys = trust.keys(card.device, card.office)
        if keys and card.key not in keys and not trust.retired(card.device, card.office):
            raise refuse("file", "card_key_changed", device=card.device_name, office=card.office_name)
        keep_note(connection, sender, card.device_name, change.recorder.clock.now_ms)
    return laptop_of(workspace, card.device)


def _on_our_line(trust: Trust, card: LaptopCard) -> bool:
    """Whether packages may come from that office; one that is unknown here says itself whom it stands under."""
    entries = list(trust.offices.entries.values())
    known = trust.offices.entries.get(card.office)
    if card.level and (known is None or not known.superior):
        entries = [one for one in entries if one.code != card.office]
        entries.append(OfficeEntry(card.office, Level(card.level), card.superior, known.streams if known else ()))
    offices = OfficeMap(entries)
    return card.office in {trust.office, *offices.above(trust.office), *offices.below(trust.office)}


def laptop_of(workspace: Workspace, device: str) -> Laptop:
    """A laptop that is known here. Raises `Refused`."""
    with workspace.read() as session:
        found = next((one for one in known_laptops(session, workspace.author) if one.sender.device == device), None)
    if found is None:
        raise refuse("device", "device_unknown", device=device)
    return found


def believe_laptop(workspace: Workspace, device: str, code: str | None = None) -> tuple[Changes, Laptop]:
    """Believe a laptop from now on: two people have compared its code.

    `code` is what one of them was told, where the program should compare it. Raises `Refused`, `Trouble`.
    """
    workspace.permit(Action.CONFIRM_DEVICE)
    own = own_card(workspace)
    laptop = laptop_of(workspace, device)
    _check_confirmable(workspace, laptop, code)
    with workspace.change(Action.CONFIRM_DEVICE) as change:
        trust = load_trust(change.session.connection(), workspace.author)
        _confirm(change.session, trust, laptop.sender, workspace.author.user_name)
        _confirm(
            change.session,
            trust,
            Sender(own.device, own.office, own.office_name, own.device_name, own.key),
            workspace.author.user_name,
        )
    return change.done, laptop


def _check_confirmable(workspace: Workspace, laptop: Laptop, code: str | None) -> None:
    device = laptop.called
    if laptop.state is LaptopState.OWN:
        raise refuse("device", "device_own")
    if not laptop.sender.key:
        raise refuse("device", "device_without_key", device=device)
    if code is not None and "".join(code.split()) != "".join(laptop.check_code.split()):
        raise refuse("code", "check_code_differs", device=device, shown=laptop.check_code)
    with workspace.read() as session:
        connection = session.connection()
        trust = load_trust(connection, workspace.author)
        said = [one for one in trust.standing(laptop.sender.device) if one.by != trust.office]
        others = replace(trust, statements=tuple(said))
        retired = others.retired(laptop.sender.device, laptop.sender.office)
        if retired is not None:
            by, day = office_name(connection, retired.by), known_day_text(retired.day)
            raise refuse("device", "retired_elsewhere", device=device, office=by, day=day)


def _confirm(session: Session, trust: Trust, sender: Sender, person: str) -> None:
    """Say that a laptop is believed with this key, in the place of whatever this office said before."""
    said = [one for one in trust.standing(sender.device) if one.by == trust.office]
    if any(one.state is TrustState.CONFIRMED and one.laptop == _bare(sender, one) for one in said) and len(said) == 1:
        return
    _state(session, trust, sender, TrustState.CONFIRMED, person, replaced=said)


def _bare(sender: Sender, one: Statement) -> Sender:
    """The sender as that statement would name it, if it is about the same laptop, office and key."""
    return replace(one.laptop, device=sender.device, office=sender.office, key=sender.key)


def _state(
    session: Session,
    trust: Trust,
    sender: Sender,
    state: TrustState,
    person: str,
    *,
    replaced: Sequence[Statement],
    reason: str | None = None,
) -> None:
    """Write a statement for each one it replaces, one where there is none."""
    ids: list[str | None] = [one.id for one in replaced]
    for before in ids or [None]:
        session.add(
            DeviceTrust(
                office_id=key_id(f"office:{trust.office}"),
                device=sender.device,
                device_office=sender.office,
                device_name=sender.name,
                key=sender.key,
                state=state,
                stated_on=today().isoformat(),
                stated_by=person,
                reason=reason,
                replaces_id=before,
            )
        )


def retire_laptop(workspace: Workspace, device: str, reason: str | None = None) -> tuple[Changes, Laptop]:
    """Hear a laptop no more: packages it signs are held back here and in every office under this one.

    One of this office is not waited for either. Raises `Refused`.
    """
    workspace.permit(Action.RETIRE_DEVICE)
    laptop = laptop_of(workspace, device)
    if laptop.state is LaptopState.OWN:
        raise refuse("device", "retire_own")
    with workspace.change(Action.RETIRE_DEVICE) as change:
        session = change.session
        trust = load_trust(session.connection(), workspace.author)
        said = [one for one in trust.standing(device) if one.by == trust.office]
        already = next((one for one in said if one.state is TrustState.RETIRED), None)
        if already is not None:
            raise refuse("device", "retired_already", device=laptop.called, day=known_day_text(already.day))
        text, person = (reason or "").strip() or None, workspace.author.user_name
        _state(session, trust, laptop.sender, TrustState.RETIRED, person, replaced=said, reason=text)
        own = select(Device).where(Device.device == device, Device.office_id == key_id(f"office:{trust.office}"))
        for row in session.scalars(own):
            row.retired = True
    return change.done, laptop
