"""A commune without the program: the office above keeps its records, in the commune's own stream, until it joins.

When the commune sets the program up and receives its first package, the records are its own: it holds the stream.
"""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.areas.queries import place_names, province_of
from app.journal.offices import streams_of
from app.journal.recording import Recorder
from app.journal.store import load_offices
from app.local import Fact, get_fact
from app.office.naming import COMMITTEE, Named, usual_name
from app.problems import refuse
from models.base import key_id
from models.office import Device, Office
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
    session = recorder.session
    office_id = key_id(f"office:{commune}")
    standing = session.get(Office, office_id)
    if standing is None:
        ours = session.scalars(select(Office).where(Office.code == recorder.author.office)).one()
        place = Named(commune, place_names(session, [commune]).get(commune, commune))
        session.add(
            Office(
                id=office_id,
                stream=commune,
                code=commune,
                name=usual_name(Level.COMMUNE, COMMITTEE, None, place).name,
                level=Level.COMMUNE,
                province=ours.province,
                superior_code=ours.code,
                superior_name=ours.name,
                streams=" ".join(streams_of(commune, Level.COMMUNE)),
            )
        )
    elif standing.row_out:
        standing.deleted = None
    recorder.write_for(commune)
