"""Restoring 100,000 households and 10,000 photos, against a plain copy of the same bytes.

By hand: `python tests/benchmarks/restoring.py FOLDER [PHOTOS]`, a folder that `generate.py FOLDER 100000` made. The
promise is a ratio of at most 3: the database compared with its seal, every photo with its name, a new identity of the
laptop, against copying the files. Both write into folders that were not there; the shortest of three rounds counts.
"""

from __future__ import annotations

import hashlib
import io
import os
import random
import shutil
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from PIL import Image
from sqlalchemy import func, select

from app.actions import Action
from app.backup import write_backup
from app.pictures import photo_path
from app.restoring import restore
from app.workspace import Workspace, open_workspace
from models.household import Household
from models.photo import Photo

PHOTOS, ROUNDS, LIMIT = 10_000, 3, 3


def picture(number: int) -> bytes:
    """A real JPEG of about 150 kB, each with another comment of another length: no two have the same bytes."""
    if not _BASE:
        chance = random.Random(1)
        noise = Image.frombytes("RGB", (420, 300), chance.randbytes(420 * 300 * 3))
        stream = io.BytesIO()
        noise.save(stream, "JPEG", quality=88)
        _BASE.append(stream.getvalue())
    note = f"{number:08}".encode()
    return _BASE[0][:2] + b"\xff\xfe" + (len(note) + 2).to_bytes(2, "big") + note + _BASE[0][2:]


_BASE: list[bytes] = []


def add_photos(workspace: Workspace, wanted: int) -> None:
    """Photos of the first households, as many as are lacking: their files, and their rows through the journal."""
    with workspace.read() as session:
        here = session.scalar(select(func.count()).select_from(Photo)) or 0
        households = session.scalars(select(Household.id).order_by(Household.id).limit(wanted)).all()
    rows = []
    for number in range(here, wanted):
        data = picture(number)
        content = hashlib.sha256(data).hexdigest()
        path = photo_path(workspace.folder, content)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        household = households[number % len(households)]
        rows.append((Photo, {"household_id": household, "subject": "survey", "content": content}))
    if rows:
        with workspace.change(Action.SAVE_PHOTO) as change:
            change.recorder.record_many(rows)


def copied(backup: Path, target: Path) -> float:
    """Seconds for a plain copy of the backup and all photos beside it."""
    begun = time.perf_counter()
    shutil.copytree(backup.parent, target)
    os.sync()
    return time.perf_counter() - begun


def restored(backup: Path, target: Path) -> float:
    """Seconds until the office stands in the new folder."""
    begun = time.perf_counter()
    workspace, _ = restore(target, backup)
    workspace.close()
    os.sync()
    return time.perf_counter() - begun


def main(folder: Path, photos: int) -> None:
    workspace = open_workspace(folder)
    add_photos(workspace, photos)
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix="restoring-") as place:
        backup = Path(place) / "usb" / "mai-am.db"
        begun = time.perf_counter()
        seal = write_backup(workspace.engine, backup, folder)
        print(f"backup, proved: {time.perf_counter() - begun:.1f} s; {seal.here} photos, {seal.size / 1e6:.0f} MB")
        begun = time.perf_counter()
        write_backup(workspace.engine, backup, folder)
        print(f"the next one, photos proved before: {time.perf_counter() - begun:.1f} s")
        workspace.close()
        plain, whole = [], []
        for number in range(ROUNDS):
            plain.append(copied(backup, Path(place) / f"plain-{number}"))
            shutil.rmtree(Path(place) / f"plain-{number}")
            whole.append(restored(backup, Path(place) / f"restored-{number}"))
            shutil.rmtree(Path(place) / f"restored-{number}")
            print(f"copied {plain[-1]:.2f} s, restored {whole[-1]:.2f} s")
    print(f"ratio {min(whole) / min(plain):.2f}, limit {LIMIT}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else PHOTOS)
