"""Whether a row of a list belongs to this commune, by today's name of the place or the one it had before the reform."""

from __future__ import annotations

from sqlalchemy.orm import Session

from app.areas.queries import NamedCommune, communes_named, province_of
from app.lists.fields import Field
from app.problems import Problem


class CommuneNames:
    """What lists write in the column of the commune, each spelling looked up once."""

    def __init__(self, session: Session, own_code: str) -> None:
        self._session = session
        self._own = own_code
        self._province = province_of(session, own_code)
        self._asked: dict[str, tuple[Problem, ...]] = {}

    def doubts(self, text: str | None) -> tuple[Problem, ...]:
        """A warning where the text names another commune, a unit that was divided, or no commune known."""
        if text is None:
            return ()
        if text not in self._asked:
            self._asked[text] = self._doubts(text)
        return self._asked[text]

    def _doubts(self, text: str) -> tuple[Problem, ...]:
        near = communes_named(self._session, text, self._province) if self._province else []
        ours = next((one for one in near if one.code == self._own), None)
        if ours is not None and (len(near) == 1 or ours.former is None):
            return ()
        found = near or communes_named(self._session, text)
        code = "commune_divided" if ours else "commune_other" if found else "commune_unknown"
        return (Problem(Field.COMMUNE.value, code, {"text": text, "names": _names(found)}, warning=True),)


def _names(found: list[NamedCommune]) -> str:
    return "; ".join(one.shown for one in found)
