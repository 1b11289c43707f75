"""Pairs of households that may be one, as this laptop last found them: local, never recorded."""

from sqlalchemy import Boolean, Index, Integer, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, RowId


class DuplicatePair(Base):
    """Two households that may be one. `left_id` is the smaller id; `score` of 100; `reasons` canonical JSON text.

    `apart` pairs are of two communes: those are never joined, only told.
    """

    __tablename__ = "duplicate_pair"

    left_id: Mapped[str] = mapped_column(RowId, primary_key=True)
    right_id: Mapped[str] = mapped_column(RowId, primary_key=True)
    score: Mapped[int] = mapped_column(Integer)
    apart: Mapped[bool] = mapped_column(Boolean)
    commune_code: Mapped[str | None] = mapped_column(String)
    reasons: Mapped[str] = mapped_column(Text)

    __table_args__ = (Index("ix_duplicate_pair_score", "score"), Index("ix_duplicate_pair_right", "right_id"))
