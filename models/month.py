"""The end of a month: what was ticked by hand, how the ledger met the accountant's list, and when it was closed."""

from sqlalchemy.orm import Mapped

from models.base import Base, Recorded, date_field, number_field, text_field


class MonthClose(Recorded, Base):
    """A month of an office ("Khóa sổ tháng"): `month` is `YYYY-MM`, `closed_on` empty while it is open.

    `ticks` (ticked by hand, with notes), `matched` (the comparison with the accountant's list) and `figures`
    (as they were when it was closed) are canonical JSON. `closed_ms`: the moment of closing, in ms since 1970 (UTC); a
    line of the ledger that was begun after it and lies in the month was entered late.
    """

    __tablename__ = "month_close"
    __entity__ = "month_close"
    __stays_above__ = True

    month: Mapped[str | None] = text_field()
    closed_on: Mapped[str | None] = date_field()
    closed_by: Mapped[str | None] = text_field()
    closed_ms: Mapped[int | None] = number_field()
    ticks: Mapped[str | None] = text_field()
    matched: Mapped[str | None] = text_field()
    figures: Mapped[str | None] = text_field()
    note: Mapped[str | None] = text_field()
