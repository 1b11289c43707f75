"""`user ...`: the people who work here, what each may do, his villages and his PIN on this laptop."""

from __future__ import annotations

import argparse
from dataclasses import replace

from app.areas.operations import save_keeper
from app.areas.queries import find_village, villages
from app.cli.frame import Answer, Commands, changed, password_lines
from app.office.drafts import UserDraft
from app.office.people import save_users
from app.office.pins import drop_pin, people_with_pin, reset_pin, set_pin
from app.office.queries import user_drafts
from app.problems import refuse
from app.wording import people as words
from app.wording.vocabulary import ROLES
from app.workspace import Workspace
from models.vocabulary import Role


def add_commands(commands: Commands) -> None:
    """Register the commands of this module."""
    roles = [one.value for one in Role]
    commands.group("user", words.USERS)
    commands.add("user list", words.LIST, _list)
    adding = commands.add("user add", words.ADD, _add)
    adding.add_argument("name", metavar="NAME")
    adding.add_argument("--position", metavar="TEXT")
    adding.add_argument("--role", choices=roles, default=Role.OFFICER.value)
    role = commands.add("user role", words.ROLE, _role)
    role.add_argument("name", metavar="NAME")
    role.add_argument("role", choices=roles)
    keeping = commands.add("user villages", words.VILLAGES, _villages)
    keeping.add_argument("name", metavar="NAME")
    keeping.add_argument("villages", metavar="VILLAGE", nargs="*")
    pin = commands.add("user pin", words.PIN, _pin)
    what = pin.add_mutually_exclusive_group(required=True)
    what.add_argument("--new", metavar="F", help=words.PIN_NEW)
    what.add_argument("--off", action="store_true", help=words.PIN_OFF)
    what.add_argument("--reset", metavar="NAME", help=words.PIN_RESET)


def _people(workspace: Workspace) -> list[UserDraft]:
    with workspace.read() as session:
        return user_drafts(session)


def _person(workspace: Workspace, name: str) -> UserDraft:
    for one in _people(workspace):
        if name in (one.name, one.id):
            return one
    raise refuse("user", "user_unknown", name=name)


def _list(workspace: Workspace, _args: argparse.Namespace) -> Answer:
    protected = people_with_pin(workspace)
    with workspace.read() as session:
        people = user_drafts(session)
        kept = villages(session, workspace.author.office)
    data = [
        {
            "id": one.id,
            "name": one.name,
            "position": one.position,
            "role": one.role,
            "villages": [village.name for village in kept if village.keeper_id == one.id],
            "pin": one.id in protected,
        }
        for one in people
    ]
    return Answer(data, [words.line(one) for one in data])


def _add(workspace: Workspace, args: argparse.Namespace) -> Answer:
    changes = save_users(workspace, [*_people(workspace), UserDraft(args.name, args.position, args.role)])
    return changed(sorted(changes.ids), words.ADDED.format(name=args.name))


def _role(workspace: Workspace, args: argparse.Namespace) -> Answer:
    wanted = _person(workspace, args.name)
    people = [replace(one, role=args.role) if one.id == wanted.id else one for one in _people(workspace)]
    changes = save_users(workspace, people)
    return changed(sorted(changes.ids), words.HAS_ROLE.format(name=wanted.name, role=ROLES[args.role]))


def _villages(workspace: Workspace, args: argparse.Namespace) -> Answer:
    person = _person(workspace, args.name)
    found = []
    with workspace.read() as session:
        for name in args.villages:
            village = find_village(session, workspace.author.office, name)
            if village is None:
                raise refuse("village", "village_unknown_here", name=name)
            found.append(village)
    changes = save_keeper(workspace, person.id or "", found)
    return changed(sorted(changes.ids), words.KEEPS.format(name=person.name, count=len(set(found))))


def _pin(workspace: Workspace, args: argparse.Namespace) -> Answer:
    if args.reset is not None:
        person = _person(workspace, args.reset)
        reset_pin(workspace, person.id or "")
        return changed([], words.PIN_TAKEN.format(name=person.name))
    old = next(iter(password_lines(args.password_file)), "")
    if args.off:
        drop_pin(workspace, old)
        return changed([], words.PIN_TAKEN.format(name=workspace.author.user_name))
    new = next(iter(password_lines(args.new)), "")
    code = set_pin(workspace, new, old)
    told = words.PIN_SET.format(name=workspace.author.user_name, code=code)
    return Answer({"changed": [], "warnings": [], "recovery_code": code}, [told])
