"""The card of a laptop: whose it is, its identity and the public part of its key, with the code that people compare."""

from __future__ import annotations

import json
import re
from dataclasses import asdict, dataclass
from pathlib import Path

from sqlalchemy import select

from app.device_keys import check_code
from app.devices import published_key
from app.documents.saving import whole_file
from app.exchange.peers import office_name, office_of
from app.journal.canonical import canonical, from_base64
from app.problems import Trouble, refuse
from app.workspace import Workspace
from models.office import Device
from models.vocabulary import Level

FORMAT = "mai-am-device"
KEY_BYTES = 32
_LARGEST = 64 * 1024
_DEVICE = re.compile(r"[A-Za-z0-9_-]{16,64}")


@dataclass(frozen=True)
class LaptopCard:
    """What another office needs to know packages of this laptop; `superior` is the code of the office above its own."""

    office: str
    office_name: str
    device: str
    device_name: str
    key: str
    level: str = ""
    superior: str | None = None

    @property
    def check_code(self) -> str:
        """The "Mã đối chiếu" of these facts."""
        return check_code(self.office, self.device, self.key)

    def as_json(self) -> dict[str, str | None]:
        """The content of the file that is given to the other office."""
        return {"format": FORMAT} | asdict(self)


def own_card(workspace: Workspace) -> LaptopCard:
    """The card of this laptop; its key is made where there is none. Raises `Trouble`."""
    key = published_key(workspace)
    author = workspace.author
    with workspace.read() as session:
        name = session.scalar(select(Device.name).where(Device.device == author.device))
        entry = office_of(session.connection(), author.office)
        office = office_name(session.connection(), author.office)
    return LaptopCard(author.office, office, author.device, name or "", key, entry.level.value, entry.superior)


def write_card(card: LaptopCard, path: Path) -> None:
    """Write the file that the other office pairs this laptop by. Raises `Trouble`."""
    with whole_file(path) as stream:
        stream.write(canonical(card.as_json()))


def read_card(path: Path) -> LaptopCard:
    """The card in a file that came from outside. Raises `Trouble` for a missing file, `Refused` for what is no card."""
    try:
        with path.open("rb") as file:
            raw = file.read(_LARGEST + 1)
    except FileNotFoundError as error:
        raise Trouble("file_missing", name=path.name) from error
    except OSError as error:
        raise Trouble("file_not_readable", name=path.name) from error
    card = _card_in(raw) if len(raw) <= _LARGEST else None
    if card is None:
        raise refuse("file", "card_unreadable", name=path.name)
    return card


def _card_in(raw: bytes) -> LaptopCard | None:
    try:
        found = json.loads(raw.decode("utf-8-sig"))
        if not isinstance(found, dict) or found.pop("format", None) != FORMAT:
            return None
        named = {name: found.get(name) for name in LaptopCard.__dataclass_fields__}
        superior = named.pop("superior")
        texts = {name: value if isinstance(value, str) else "" for name, value in named.items()}
        fits = _DEVICE.fullmatch(texts["device"]) and texts["office"] and len(from_base64(texts["key"])) == KEY_BYTES
    except (ValueError, RecursionError):  # neither UTF-8 nor JSON nor a key
        return None
    if not fits or texts["level"] not in {"", *Level}:
        return None
    return LaptopCard(**texts, superior=superior if isinstance(superior, str) else None)
