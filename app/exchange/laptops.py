"""The card of a laptop: whose it is, its identity and the public part of its key, with the code that people compare."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path

from sqlalchemy import select

from app.device_keys import check_code
from app.devices import published_key
from app.documents.saving import whole_file
from app.exchange.peers import office_name
from app.journal.canonical import canonical
from app.workspace import Workspace
from models.office import Device

FORMAT = "mai-am-device"


@dataclass(frozen=True)
class LaptopCard:
    """What another office needs to know packages of this laptop."""

    office: str
    office_name: str
    device: str
    device_name: str
    key: str

    @property
    def check_code(self) -> str:
        """The "Mã đối chiếu" of these facts."""
        return check_code(self.office, self.device, self.key)

    def as_json(self) -> dict[str, str]:
        """The content of the file that is given to the other office."""
        return {"format": FORMAT} | asdict(self)


def own_card(workspace: Workspace) -> LaptopCard:
    """The card of this laptop; its key is made where there is none. Raises `Trouble`."""
    key = published_key(workspace)
    author = workspace.author
    with workspace.read() as session:
        name = session.scalar(select(Device.name).where(Device.device == author.device))
        office = office_name(session.connection(), author.office)
    return LaptopCard(author.office, office, author.device, name or "", key)


def write_card(card: LaptopCard, path: Path) -> None:
    """Write the file that the other office pairs this laptop by. Raises `Trouble`."""
    with whole_file(path) as stream:
        stream.write(canonical(card.as_json()))
