"""`backup`, `restore`, `check`, `undo`: the care of the data folder."""

from __future__ import annotations

import argparse
from pathlib import Path

from app.backup import write_backup
from app.cli.frame import DONE, TROUBLE, Answer, Commands, changed
from app.documents.fonts import find_face
from app.paths import data_folder
from app.photos.queries import photos_missing
from app.problems import Trouble
from app.restoring import check_soundness, restore
from app.undo import undo_newest
from app.wording import cli as words
from app.workspace import Workspace


def add_commands(commands: Commands) -> None:
    """Register the commands of this module."""
    commands.add("backup", words.BACKUP, _backup).add_argument("out", metavar="OUT", type=Path)
    commands.add("restore", words.RESTORE, _restore, opens=False).add_argument("file", metavar="FILE", type=Path)
    commands.add("check", words.CHECK, _check)
    commands.add("undo", words.UNDO, _undo)


def _backup(workspace: Workspace, args: argparse.Namespace) -> Answer:
    write_backup(workspace.engine, args.out)
    return Answer({"files": [str(args.out)], "rows": None}, [words.BACKED_UP.format(file=args.out)])


def _restore(_workspace: Workspace | None, args: argparse.Namespace) -> Answer:
    workspace, letter = restore(data_folder(args.data), args.file)
    device = workspace.author.device
    workspace.close()
    data = {"changed": [], "warnings": [], "device": device, "series": letter}
    return Answer(data, [words.RESTORED.format(file=args.file, letter=letter)])


def _check(workspace: Workspace, _args: argparse.Namespace) -> Answer:
    found = check_soundness(workspace)
    glyphs: dict[str, object] = {"face": None, "missing": []}
    try:
        glyphs["face"] = find_face().family
    except Trouble as trouble:
        glyphs["missing"] = [str(trouble)]
    with workspace.read() as session:
        missing = photos_missing(session, workspace.folder)
    data = found.as_json() | {"photos_missing": missing, "glyphs": glyphs}
    line = words.SOUND if found.sound else words.UNSOUND
    return Answer(data, [line], status=DONE if found.sound else TROUBLE)


def _undo(workspace: Workspace, _args: argparse.Namespace) -> Answer:
    changes = undo_newest(workspace)
    return changed(sorted(changes.ids), words.UNDONE)
