"""`backup`, `restore`, `check`, `undo`: the care of the data folder."""

from __future__ import annotations

import argparse
from pathlib import Path

from app.backup import check_backup
from app.backup_care import back_up_to
from app.cli.frame import DONE, TROUBLE, Answer, Commands, changed, first_line
from app.documents.fonts import find_face
from app.paths import data_folder
from app.photos.queries import photos_missing
from app.pictures import PictureCount
from app.problems import Trouble
from app.restoring import check_soundness, restore
from app.support_file import write_support_file
from app.undo import undo_newest
from app.wording import cli as words
from app.wording import support_file as support_words
from app.workspace import Workspace


def add_commands(commands: Commands) -> None:
    """Register the commands of this module."""
    backing_up = commands.add("backup", words.BACKUP, _backup)
    backing_up.add_argument("out", metavar="OUT", type=Path)
    restoring = commands.add("restore", words.RESTORE, _restore, opens=False)
    restoring.add_argument("file", metavar="FILE", type=Path)
    checking = commands.add("check", words.CHECK, _check)
    checking.add_argument("--support-file", metavar="FILE", type=Path, help=support_words.COMMAND)
    checking.add_argument("--backup", metavar="FILE", type=Path, help=words.CHECK_BACKUP)
    for one in (backing_up, restoring, checking):
        one.add_argument("--lock", metavar="FILE", type=Path, help=words.LOCK)
    commands.add("undo", words.UNDO, _undo)


def _backup(workspace: Workspace, args: argparse.Namespace) -> Answer:
    password = first_line(args.lock)
    back_up_to(workspace, args.out, password)
    found = check_backup(args.out, password)
    lines = [words.BACKED_UP.format(file=args.out), *_of_pictures(found)]
    data = {"files": [str(args.out)], "rows": None, "photos": found.here}
    return Answer(data | {"photos_missing": found.missing, "photos_damaged": found.damaged}, lines)


def _of_pictures(found: PictureCount) -> list[str]:
    """What is said of photos, where there are any."""
    said = (
        (found.here, words.PHOTOS_HERE),
        (found.missing, words.PHOTOS_MISSING),
        (found.damaged, words.PHOTOS_DAMAGED),
    )
    return [text.format(count=count) for count, text in said if count]


def _restore(_workspace: Workspace | None, args: argparse.Namespace) -> Answer:
    workspace, letter = restore(data_folder(args.data), args.file, first_line(args.lock))
    device = workspace.author.device
    with workspace.read() as session:
        missing = photos_missing(session, workspace.folder)
    workspace.close()
    data = {"changed": [], "warnings": [], "device": device, "series": letter, "photos_missing": missing}
    lines = [words.RESTORED.format(file=args.file, letter=letter), *_of_pictures(PictureCount(missing=missing))]
    return Answer(data, lines)


def _check(workspace: Workspace, args: argparse.Namespace) -> Answer:
    if args.backup is not None:
        return _check_backup(args.backup, first_line(args.lock))
    if args.support_file is not None:
        write_support_file(workspace.folder, args.support_file, workspace)
        told = support_words.WRITTEN.format(file=args.support_file)
        return Answer({"files": [str(args.support_file)], "rows": None}, [told])
    found = check_soundness(workspace)
    glyphs: dict[str, object] = {"face": None, "missing": []}
    try:
        glyphs["face"] = find_face().family
    except Trouble as trouble:
        glyphs["missing"] = [str(trouble)]
    data = found.as_json() | {"glyphs": glyphs}
    line = words.SOUND if found.sound else words.UNSOUND
    return Answer(data, [line, *_of_pictures(found.pictures)], status=DONE if found.sound else TROUBLE)


def _check_backup(file: Path, password: str | None) -> Answer:
    found = check_backup(file, password)
    data = {"photos": found.here, "photos_missing": found.missing, "photos_damaged": found.damaged}
    whole = not found.missing and not found.damaged
    line = words.SOUND if whole else words.BACKUP_LACKS_PHOTOS
    return Answer({"database": "ok", **data}, [line, *_of_pictures(found)], status=DONE if whole else TROUBLE)


def _undo(workspace: Workspace, _args: argparse.Namespace) -> Answer:
    changes = undo_newest(workspace)
    return changed(sorted(changes.ids), words.UNDONE)
