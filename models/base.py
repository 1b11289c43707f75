"""What all records share: the declarative base, names of constraints, ids, and the `Recorded` mixin of the journal.

Column types hold on SQLite and PostgreSQL alike: đồng as BigInteger, ids as Uuid, vocabulary as text, quantities as
decimal text, dates as ISO text (a birth date may be a year alone), so that a row holds what the journal holds.

Modules of records leave `from __future__ import annotations` out: SQLAlchemy would have to evaluate each annotation
from its text, a tenth of what every start takes.
"""

import uuid
from collections.abc import Callable
from typing import Any, ClassVar

from sqlalchemy import BigInteger, Boolean, Dialect, ForeignKey, MetaData, String, Uuid, false
from sqlalchemy.orm import DeclarativeBase, Mapped, MappedColumn, mapped_column
from uuid6 import uuid7

from models.vocabulary import Owner

NAMING = {
    "ix": "ix_%(column_0_N_label)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}
NAMESPACE = uuid.UUID("6f0c0f0e-6d0a-5c1e-8f41-3b6b5e0a7d11")


class RowId(Uuid[str]):
    """Ids as text of 36 characters, kept as `Uuid` keeps them: a hundred thousand are read at once, and making a
    `uuid.UUID` of each only to say it as text took a fifth of that.
    """

    cache_ok = True

    def __init__(self) -> None:
        super().__init__(as_uuid=False)

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], str | None] | None:
        """Text of 32 digits with its four strokes; where the database knows ids itself, as it gives them."""
        if dialect.supports_native_uuid:
            return super().result_processor(dialect, coltype)  # type: ignore[no-any-return,no-untyped-call]
        return _with_strokes


def _with_strokes(kept: str | None) -> str | None:
    return kept and f"{kept[:8]}-{kept[8:12]}-{kept[12:16]}-{kept[16:20]}-{kept[20:]}"


class Base(DeclarativeBase):
    """The declarative base of every table."""

    metadata = MetaData(naming_convention=NAMING)


def new_id() -> str:
    """A row id made once on this laptop: UUIDv7, 36 lower-case characters."""
    return str(uuid7())


def key_id(key: str) -> str:
    """The id of what every office must name alike, for example `office:03151`."""
    return str(uuid.uuid5(NAMESPACE, key))


class Recorded:
    """A table whose every change is an operation of the journal.

    `__entity__` is the name in the journal and the package, `__parent__` the column of the row above (part of the
    create, never changed), `__owner__` who owns the fields, `__append_only__` rows that are never edited. An upper
    office sends its rows to everybody under it, except those of a class that `__stays_above__`.
    `row_out` and `row_flagged` are computed by the fold and are not recorded.
    """

    __entity__: ClassVar[str]
    __parent__: ClassVar[str | None] = None
    __owner__: ClassVar[Owner] = Owner.HOLDER
    __field_owners__: ClassVar[dict[str, Owner]] = {}
    __append_only__: ClassVar[bool] = False
    __stays_above__: ClassVar[bool] = False

    id: Mapped[str] = mapped_column(RowId, primary_key=True, default=new_id)
    stream: Mapped[str] = mapped_column(String)
    version: Mapped[int] = mapped_column(BigInteger, default=0, server_default="0")
    deleted: Mapped[bool | None] = mapped_column(Boolean, active_history=True)
    row_out: Mapped[bool] = mapped_column(Boolean, default=False, server_default=false())
    row_flagged: Mapped[bool] = mapped_column(Boolean, default=False, server_default=false())


#: Columns of `Recorded` that the journal does not carry as fields.
UNRECORDED = frozenset({"id", "stream", "version", "row_out", "row_flagged"})


def text_field(**options: Any) -> MappedColumn[Any]:
    """A recorded text column; empty text is null."""
    return mapped_column(String, active_history=True, **options)


def date_field() -> MappedColumn[Any]:
    """A recorded date: `YYYY-MM-DD`, or `YYYY` where the day is not known."""
    return mapped_column(String, active_history=True)


def money_field() -> MappedColumn[Any]:
    """A recorded amount in whole đồng."""
    return mapped_column(BigInteger, active_history=True)


def number_field() -> MappedColumn[Any]:
    """A recorded whole number."""
    return mapped_column(BigInteger, active_history=True)


def decimal_field() -> MappedColumn[Any]:
    """A recorded quantity as canonical decimal text, for example an area of "36.5" m2."""
    return mapped_column(String, active_history=True)


def flag_field() -> MappedColumn[Any]:
    """A recorded yes, no or unknown."""
    return mapped_column(Boolean, active_history=True)


def parent_field(target: str) -> MappedColumn[Any]:
    """The column of the row above. Deferred: a merge brings rows in any order within its transaction."""
    return _reference(target, index=True)


def reference_field(target: str) -> MappedColumn[Any]:
    """A reference to a row of the same stream, of a `down` stream above, or bundled with the app."""
    return _reference(target, index=False)


def _reference(target: str, *, index: bool) -> MappedColumn[Any]:
    key = ForeignKey(target, deferrable=True, initially="DEFERRED")
    return mapped_column(RowId, key, index=index, active_history=True)


def recorded_classes() -> dict[str, type[Recorded]]:
    """Entity name -> mapped class, for every recorded table."""
    found = {}
    for mapper in Base.registry.mappers:
        if issubclass(mapper.class_, Recorded):
            found[mapper.class_.__entity__] = mapper.class_
    return found


def recorded_fields(entity: type[Recorded]) -> list[str]:
    """The names of the columns that the journal carries, in table order, the parent left out."""
    columns = entity.__table__.columns.keys()  # type: ignore[attr-defined]
    return [name for name in columns if name not in UNRECORDED and name != entity.__parent__]
