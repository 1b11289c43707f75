"""What "Chốt báo cáo" hands in, and what văn thư gives a report afterwards."""

from __future__ import annotations

from dataclasses import dataclass

from app.reports.asked import Asked


@dataclass(frozen=True)
class SentDraft:
    """A report to be kept as it is sent: its question, the file's ending (".xlsx", ".pdf", ".docx"), what is known.

    `deadline_id` with its `period`: the deadline of a plan it is made for.
    """

    report: str
    asked: Asked
    ending: str = ".xlsx"
    number: str | None = None
    issued_on: str | None = None
    sent_on: str | None = None
    addressee: str | None = None
    note: str | None = None
    deadline_id: str | None = None
    period: str | None = None


@dataclass(frozen=True)
class SentNoteDraft:
    """Number, day of issue, day of sending, addressee and deadline of a report that was kept; its figures stay."""

    id: str
    version: int
    number: str | None = None
    issued_on: str | None = None
    sent_on: str | None = None
    addressee: str | None = None
    note: str | None = None
    deadline_id: str | None = None
    period: str | None = None
