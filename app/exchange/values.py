"""What stands for the ids and codes in values of the journal: names of villages, communes, programmes, sources."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, select

from app.exchange.peers import office_name
from app.journal.operation import is_id
from app.journal.store import batches
from models.area import Area
from models.campaign import AwardForm, Campaign, CampaignDeadline, CampaignTask, CampaignUnit
from models.funding import FundSource
from models.household import Household
from models.office import Device
from models.programme import Programme
from models.vocabulary import AreaKind

#: Items whose value is the id or the code of something that has a name.
REFERENCES = frozenset(
    {
        "village_id",
        "commune_code",
        "programme_id",
        "source_id",
        "alias_of",
        "split_from_id",
        "household_id",
        "campaign_id",
        "superior_id",
        "unit_id",
        "area_id",
        "parent_id",
        "task_id",
        "deadline_id",
        "form_id",
    }
)
_NAMED = (
    (Area.id, Area.name),
    (Programme.id, Programme.name),
    (FundSource.id, FundSource.name),
    (Household.id, Household.head_name),
    (Campaign.id, Campaign.name),
    (CampaignUnit.id, CampaignUnit.name),
    (CampaignTask.id, CampaignTask.text),
    (CampaignDeadline.id, CampaignDeadline.task),
    (AwardForm.id, AwardForm.name),
)


def reference_names(connection: Connection, values: Iterable[object]) -> dict[str, str]:
    """Id or code -> name, of the values that name something known here."""
    texts = {value for value in values if isinstance(value, str) and value}
    found: dict[str, str] = {}
    for batch in batches(sorted(filter(is_id, texts))):
        for key, name in _NAMED:
            found |= _pairs(connection, key, name, key.in_(batch))
    for batch in batches(sorted(one for one in texts if not is_id(one))):
        found |= _pairs(connection, Area.code, Area.name, Area.code.in_(batch), Area.kind != AreaKind.VILLAGE)
    return found


def office_names(connection: Connection, codes: Iterable[str]) -> dict[str, str]:
    """Code -> name of offices; one that is not known here is called by its code."""
    return {code: office_name(connection, code) for code in set(codes) if code}


def device_names(connection: Connection) -> dict[str, str]:
    """What offices call their laptops, by the laptop's id."""
    return _pairs(connection, Device.device, Device.name)


def _pairs(connection: Connection, key: object, name: object, *where: object) -> dict[str, str]:
    rows = connection.execute(select(key, name).where(*where))  # type: ignore[call-overload]
    return {row[0]: row[1] for row in rows if row[1]}
