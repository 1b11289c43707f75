"""The append-only record of every change, and the indexes that are derived from it.

Only the operations themselves travel; everything else here can be rebuilt from them and is local to a laptop.
"""

from sqlalchemy import BigInteger, Boolean, Index, Integer, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, RowId


class OperationRow(Base):
    """One save of one row by one user. `body` is the canonical JSON as it travels; the columns are for queries.

    `id` is the operation's hash. `previous` is the id before it in its chain ("" for the first), kept so that the two
    branches of a fork can be followed. `name` is how others name it: the proposal id, else the id.
    """

    __tablename__ = "operation"

    id: Mapped[str] = mapped_column(String, primary_key=True)
    device: Mapped[str] = mapped_column(String)
    stream: Mapped[str] = mapped_column(String)
    seq: Mapped[int] = mapped_column(Integer)
    previous: Mapped[str] = mapped_column(String)
    name: Mapped[str] = mapped_column(String)
    ms: Mapped[int] = mapped_column(BigInteger)
    counter: Mapped[int] = mapped_column(Integer)
    action: Mapped[str] = mapped_column(String)
    change: Mapped[str] = mapped_column(RowId, index=True)
    row_id: Mapped[str] = mapped_column(RowId, index=True)
    kind: Mapped[str] = mapped_column(String)
    body: Mapped[str] = mapped_column(Text)

    #: Only proposals have a name of their own; all the others would make an index as large as that of the ids.
    __table_args__ = (
        Index(None, "device", "stream", "seq"),
        Index("ix_operation_name", "name", sqlite_where=text("name <> id"), postgresql_where=text("name <> id")),
    )


class RowHead(Base):
    """The heads of a row: canonical JSON text `{"*": [creates], field: [operations]}`; a field only where it differs.

    `entity`, `stream` and `parent_id` are those of the create; null while only later operations have come.
    `undecided` marks rows with a conflict, a proposal or a deletion that met an edit.
    """

    __tablename__ = "row_head"

    row_id: Mapped[str] = mapped_column(RowId, primary_key=True)
    entity: Mapped[str | None] = mapped_column(String)
    stream: Mapped[str | None] = mapped_column(String)
    parent_id: Mapped[str | None] = mapped_column(RowId, index=True)
    operations: Mapped[int] = mapped_column(Integer)
    undecided: Mapped[bool] = mapped_column(Boolean, default=False)
    heads: Mapped[str] = mapped_column(Text)

    __table_args__ = (
        Index("ix_row_head_undecided", "undecided", sqlite_where=text("undecided"), postgresql_where=text("undecided")),
    )


class SupersededEarly(Base):
    """Who superseded an operation that has not come; kept for proposal ids. `fields`: `{field: [operation ids]}`."""

    __tablename__ = "superseded_early"

    name: Mapped[str] = mapped_column(String, primary_key=True)
    fields: Mapped[str] = mapped_column(Text)


class ChainTip(Base):
    """The operations of a device in a stream that nothing follows; two or more are a fork."""

    __tablename__ = "chain_tip"

    device: Mapped[str] = mapped_column(String, primary_key=True)
    stream: Mapped[str] = mapped_column(String, primary_key=True)
    operation_id: Mapped[str] = mapped_column(String, primary_key=True)
    seq: Mapped[int] = mapped_column(Integer)


class WaitingOperation(Base):
    """An operation that came before what it follows: kept and forwarded, not folded."""

    __tablename__ = "waiting_operation"

    id: Mapped[str] = mapped_column(String, primary_key=True)
    device: Mapped[str] = mapped_column(String)
    stream: Mapped[str] = mapped_column(String)
    seq: Mapped[int] = mapped_column(Integer)
    body: Mapped[str] = mapped_column(Text)


class WaitingReference(Base):
    """A row that names a row not here yet: its reference is empty until that one comes."""

    __tablename__ = "waiting_reference"

    target_id: Mapped[str] = mapped_column(RowId, primary_key=True)
    row_id: Mapped[str] = mapped_column(RowId, primary_key=True)


class JoinedHousehold(Base):
    """A household that people said is the same as others: the one of them that is shown (its own id for that one)."""

    __tablename__ = "joined_household"

    household_id: Mapped[str] = mapped_column(RowId, primary_key=True)
    shown_id: Mapped[str] = mapped_column(RowId, index=True)


class LocalFact(Base):
    """What this laptop alone knows, by name: its device id, its user, its clock, whether a shutdown was clean."""

    __tablename__ = "local_fact"

    name: Mapped[str] = mapped_column(String, primary_key=True)
    value: Mapped[str] = mapped_column(Text)
