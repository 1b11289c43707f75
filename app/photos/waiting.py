"""Pictures that wait for their house ("Ảnh chờ"): taken in together, given later, private to this laptop.

They lie in a folder of the data folder, small already, with a list that says of each what it was called and which house
was meant for it: neither leaving the page nor a crash loses one. A picture that was given stays in the list until
others are given, so that taking the change back brings it back.
"""

from __future__ import annotations

import contextlib
import json
import threading
from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields, replace
from itertools import groupby
from pathlib import Path

from app.actions import Action
from app.documents.saving import whole_file
from app.photos.intake import Picture, read_pictures
from app.photos.operations import PhotosDraft, write_photos
from app.photos.queries import houses_of_pictures, photos_out
from app.pictures import WAITING, photo_path, stored
from app.problems import Trouble, refuse
from app.progress import Progress
from app.workspace import Changes, Workspace

LIST = "list.json"
#: The list is read and written as a whole, by the worker that takes pictures in and by the window.
_LOCK = threading.Lock()


@dataclass(frozen=True)
class WaitingPhoto:
    """A picture that waits: what its file was called, day and degrees as the camera noted them, the house meant."""

    content: str
    name: str = ""
    size: int = 0
    taken_on: str | None = None
    latitude: str | None = None
    longitude: str | None = None
    household_id: str | None = None
    case_id: str | None = None
    subject: str | None = None
    photo_id: str | None = None


@dataclass(frozen=True)
class TakenIn:
    """What became of files that were dropped: how many wait now, which lie here already and where, which are broken.

    `twice`: the file's name and the head of the household that has the picture; an empty one where it waits already.
    """

    added: int = 0
    twice: tuple[tuple[str, str], ...] = ()
    broken: tuple[Trouble, ...] = ()


def waiting_path(folder: Path, content: str) -> Path:
    """Where a waiting picture lies."""
    return stored(folder / WAITING, content)


def waiting_photos(workspace: Workspace) -> list[WaitingPhoto]:
    """The pictures that wait, in the order they came; those given whose change was taken back wait again."""
    kept = _kept(workspace.folder)
    given = [one.photo_id for one in kept if one.photo_id]
    if given:
        with workspace.read() as session:
            back = photos_out(session, given)
        kept = [replace(one, photo_id=None) if one.photo_id in back else one for one in kept]
    return [one for one in kept if one.photo_id is None and waiting_path(workspace.folder, one.content).exists()]


def take_in(workspace: Workspace, files: Sequence[Path], progress: Progress | None = None) -> TakenIn:
    """Take pictures in to wait; one that cannot be read stops no other. Raises `Trouble` (disk full), `Cancelled`."""
    progress = progress or Progress()
    new: list[WaitingPhoto] = []
    twice, broken = [], []
    try:
        for done, (file, found) in enumerate(zip(files, read_pictures(files, progress), strict=True), 1):
            progress.step(done, len(files), file.name)
            if isinstance(found, Trouble):
                broken.append(found)
                continue
            head = "" if any(one.content == found.content for one in new) else _standing(workspace, found.content)
            if head is None:
                _write(workspace.folder, found)
                new.append(_as_waiting(found, file.name))
            else:
                twice.append((file.name, head))
    finally:
        _add(workspace.folder, new)
    return TakenIn(len(new), tuple(twice), tuple(broken))


def _add(folder: Path, new: Sequence[WaitingPhoto]) -> None:
    contents = {one.content for one in new}
    with _LOCK:
        _keep(folder, [*(one for one in _kept(folder) if one.content not in contents), *new])


def _standing(workspace: Workspace, content: str) -> str | None:
    """Where a picture is already: the head's name, an empty text for the waiting ones; None for nowhere."""
    if any(one.content == content for one in waiting_photos(workspace)):
        return ""
    with workspace.read() as session:
        return houses_of_pictures(session, [content]).get(content)


def _as_waiting(picture: Picture, name: str) -> WaitingPhoto:
    return WaitingPhoto(picture.content, name, picture.size, picture.taken_on, picture.latitude, picture.longitude)


def _write(folder: Path, picture: Picture) -> None:
    target = waiting_path(folder, picture.content)
    target.parent.mkdir(parents=True, exist_ok=True)
    with whole_file(target) as stream:
        stream.write(picture.jpeg)


def mean_for(workspace: Workspace, photos: Sequence[WaitingPhoto]) -> None:
    """Note which house is meant for these waiting pictures; nothing is recorded before they are given."""
    meant = {one.content: one for one in photos}
    with _LOCK:
        _keep(workspace.folder, [meant.get(one.content, one) for one in _kept(workspace.folder)])


def drop_waiting(workspace: Workspace, contents: Sequence[str]) -> None:
    """Take pictures off that wait for no house."""
    with _LOCK:
        kept = [one for one in _kept(workspace.folder) if one.content not in contents]
        for content in contents:
            _forget(workspace.folder, content)
        _keep(workspace.folder, kept)


def give_photos(workspace: Workspace, photos: Sequence[WaitingPhoto], day: str | None = None) -> Changes:
    """Record waiting pictures with the houses meant for them, in one change; `day` (ISO) is for those without one.

    Raises `Refused` where no house is meant, or one is gone; `Trouble` (disk full).
    """
    meant = sorted((one for one in photos if one.household_id and one.subject), key=_destination)
    if not meant:
        raise refuse("", "no_photo_given")
    for one in meant:
        _copy(workspace.folder, one.content)
    ids = {}
    with workspace.change(Action.SAVE_PHOTO) as change:
        for (household, case, subject), group in groupby(meant, _destination):
            draft = PhotosDraft(household, (), subject, case or None, day)
            rows = write_photos(change.session, draft, list(group))
            change.session.flush()
            ids.update({one.content: one.id for one in rows})
    _after_giving(workspace, {one.content for one in meant}, ids)
    return change.done


def _destination(one: WaitingPhoto) -> tuple[str, str, str]:
    return one.household_id or "", one.case_id or "", one.subject or ""


def _after_giving(workspace: Workspace, contents: set[str], ids: dict[str | None, str]) -> None:
    """The given ones stay with their photo's id; those given before them are forgotten."""
    wait = {one.content for one in waiting_photos(workspace)} - (contents - ids.keys())
    with _LOCK:
        before = _kept(workspace.folder)
        kept = [replace(one, photo_id=ids.get(one.content)) for one in before if one.content in wait]
        for gone in {one.content for one in before} - wait:
            _forget(workspace.folder, gone)
        _keep(workspace.folder, kept)


def _copy(folder: Path, content: str) -> None:
    target = photo_path(folder, content)
    if not target.exists():
        target.parent.mkdir(parents=True, exist_ok=True)
        with whole_file(target) as stream:
            stream.write(waiting_path(folder, content).read_bytes())


def _forget(folder: Path, content: str) -> None:
    with contextlib.suppress(OSError):
        waiting_path(folder, content).unlink(missing_ok=True)


# The list on disk.


def _kept(folder: Path) -> list[WaitingPhoto]:
    """The list; pictures that lie there without a line of it (it was lost) wait all the same."""
    known = {one.name for one in fields(WaitingPhoto)}
    found: list[WaitingPhoto] = []
    with contextlib.suppress(OSError, ValueError, TypeError, AttributeError):
        lines = json.loads((folder / WAITING / LIST).read_text(encoding="utf-8"))
        found = [WaitingPhoto(**{name: value for name, value in one.items() if name in known}) for one in lines]
    listed = {one.content for one in found}
    lost = sorted(path for path in (folder / WAITING).glob("??/*.jpg") if path.stem not in listed)
    return [*found, *(WaitingPhoto(path.stem, path.name[:8], path.stat().st_size) for path in lost)]


def _keep(folder: Path, photos: Sequence[WaitingPhoto]) -> None:
    target = folder / WAITING / LIST
    target.parent.mkdir(parents=True, exist_ok=True)
    with whole_file(target) as stream:
        stream.write(json.dumps([asdict(one) for one in photos], ensure_ascii=False).encode())
