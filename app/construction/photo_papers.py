"""Sheets of photos: the old house beside the newest picture, for reports; all of a house in order, for its file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from sqlalchemy.orm import Session

from app.documents.paper_forms import About, PaperForm
from app.documents.sentences import day_of, filled, short_day
from app.documents.text_paper import Block, Look, Picture, Pictures, Text, TextPaper
from app.households.queries import HouseholdOnPaper, households_on_paper
from app.office.queries import PaperOffice
from app.parsing import today
from app.photos.queries import PhotoRow, data_folder_of, photos_by_household
from app.pictures import photo_path
from app.support.queries import CaseFacts, case_facts
from app.wording import papers_photos as said
from app.wording.photos import WAITING
from models.vocabulary import PaperKind, Stage, Status

SURVEY = "survey"
_ORDER = {SURVEY: 0, **{one.value: place for place, one in enumerate(Stage, 1)}}
_BESIDE = 2
_BEGUN = frozenset(
    {Status.STARTED, Status.IN_PROGRESS, Status.ON_HOLD, Status.ACCEPTED, Status.HANDED_OVER, Status.CLOSED}
)


@dataclass(frozen=True)
class HousePhotos:
    """A house with its photos: the old house first, then stage by stage, in each by day."""

    name: str = ""
    village: str = ""
    address: str = ""
    photos: tuple[PhotoRow, ...] = ()
    folder: Path | None = None

    def picture(self, photo: PhotoRow) -> Picture:
        """A photo with its caption; a frame that says so where it has not come yet."""
        told = said.caption(photo.subject, short_day(day_of(photo.taken_on)), photo.note)
        return Picture(self._file(photo), told, WAITING)

    def _file(self, photo: PhotoRow) -> Path | None:
        file = photo_path(self.folder, photo.content) if self.folder else None
        return file if file is not None and file.exists() else None

    def _newest(self, photos: Sequence[PhotoRow]) -> Picture:
        """The newest of those that are here; where none has come, the newest that is awaited."""
        return self.picture(([one for one in photos if self._file(one)] or photos)[-1])

    @property
    def before(self) -> Picture:
        """The newest picture of the old house."""
        old = [one for one in self.photos if one.subject == SURVEY]
        return self._newest(old) if old else Picture(None, said.NO_BEFORE)

    @property
    def latest(self) -> Picture:
        """The newest picture of the works."""
        works = [one for one in self.photos if one.subject != SURVEY]
        return self._newest(works) if works else Picture(None, said.NO_LATEST)


@dataclass(frozen=True)
class PhotoSheet:
    """The houses of a before-and-after sheet, in the order asked; none for the form to paste photos on."""

    houses: tuple[HousePhotos, ...] = ()


def house_photos(session: Session, _office: PaperOffice, case_ids: Sequence[str]) -> list[HousePhotos]:
    """The houses of these cases with the photos of their works and of the old house."""
    facts = case_facts(session, case_ids)
    homes = [one.household_id for one in facts.values()]
    people = households_on_paper(session, homes)
    photos = photos_by_household(session, homes)
    folder = data_folder_of(session)
    wanted = [facts[one] for one in dict.fromkeys(case_ids) if one in facts]
    return [_house(one, people.get(one.household_id), photos[one.household_id], folder) for one in wanted]


def _house(
    facts: CaseFacts, person: HouseholdOnPaper | None, photos: Sequence[PhotoRow], folder: Path | None
) -> HousePhotos:
    found = HousePhotos(facts.head_name, photos=tuple(sorted(photos, key=_place)), folder=folder)
    return replace(found, village=person.village, address=person.address) if person else found


def _place(photo: PhotoRow) -> tuple[int, str, str]:
    return _ORDER.get(photo.subject, len(_ORDER)), photo.taken_on or "", photo.id


def photo_sheets(session: Session, office: PaperOffice, case_ids: Sequence[str]) -> list[PhotoSheet]:
    """One sheet over all houses."""
    return [PhotoSheet(tuple(house_photos(session, office, case_ids)))]


def photo_pairs(office: PaperOffice, sheet: PhotoSheet) -> TextPaper:
    """The old house beside the newest picture, house by house, three to a page."""
    houses = sheet.houses or (HousePhotos(),) * 3
    rows = [
        Pictures(
            (one.before, one.latest),
            filled(said.HOUSE, place=str(place), name=one.name, village=one.village).rstrip(", \t"),
        )
        for place, one in enumerate(houses, 1)
    ]
    head = office.head(day=today() if sheet.houses else None)
    return TextPaper(said.PAIRS_TITLE, tuple(rows), head=head)


def photo_annex(_office: PaperOffice, one: HousePhotos) -> TextPaper:
    """All photos of a house in order, two beside each other, four to a page."""
    pictures = [one.picture(photo) for photo in one.photos]
    blocks: list[Block] = [
        Pictures(tuple([*pictures[start : start + _BESIDE], Picture()][:_BESIDE]))
        if len(pictures) - start >= _BESIDE
        else Pictures((pictures[start],), height=80)
        for start in range(0, len(pictures), _BESIDE)
    ]
    if not pictures:
        blocks = [Text(said.NO_PHOTOS, Look.CENTERED)] if one.name else [Pictures((Picture(), Picture()))] * 3
    under = filled(said.ANNEX_OF, name=one.name, address=one.address or one.village)
    return TextPaper(said.ANNEX_TITLE, tuple(blocks), under_title=(under,))


FORMS = (
    PaperForm(PaperKind.PHOTO_PAIRS, About.CASE, photo_sheets, photo_pairs, PhotoSheet(), statuses=_BEGUN),
    PaperForm(PaperKind.PHOTO_ANNEX, About.CASE, house_photos, photo_annex, HousePhotos(), statuses=_BEGUN),
)
