"""A commune without the program: the office above keeps its records, in the commune's own stream, until it joins.

When the commune sets the program up and receives its first package, the records are its own: it holds the stream.
"""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.areas.queries import place_names, province_of
from app.journal.recording import Recorder
from app.journal.store import load_offices
from app.local import Fact, get_fact
from app.office.operations import write_commune_below
from app.problems import refuse
from models.base import key_id
from models.office import Device
from models.vocabulary import Level


def check_kept_for(session: Session, commune: str) -> None:
    """Refuse a code that is no commune under this upper office, and one that has a laptop with the program already."""
    connection = session.connection()
    here = get_fact(connection, Fact.OFFICE) or ""
    offices = load_offices(connection)
    entry, ours = offices.entries.get(commune), offices.entries.get(here)
    name = place_names(session, [commune]).get(commune)
    below = entry is not None and here in offices.above(commune)
    of_map = entry is None and name is not None and province_of(session, commune) is not None
    if ours is None or ours.level is not Level.UPPER or not (below or of_map):
        raise refuse("commune", "commune_not_below", commune=commune)
    laptops = select(Device.id).where(Device.office_id == key_id(f"office:{commune}")).limit(1)
    if session.scalar(laptops) is not None:
        raise refuse("commune", "commune_has_program", name=name or commune)


def keep_for(recorder: Recorder, commune: str) -> None:
    """Let what this change writes live in the commune's stream; the commune's office is noted when it is new."""
    place = place_names(recorder.session, [commune]).get(commune, commune)
    write_commune_below(recorder.session, commune, place, recorder.author.office)
    recorder.write_for(commune)
