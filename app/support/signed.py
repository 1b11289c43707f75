"""Which papers of cases are signed: noted as issued by văn thư, or marked as signed or scanned in the file."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.journal.bulk import among
from models.paperwork import PaperMark
from models.review import OfficeText
from models.vocabulary import PaperState


def signed_papers(session: Session, case_ids: list[str] | None) -> dict[str, tuple[str, ...]]:
    """The kinds of papers about each case whose day of issue was noted, or that are marked as signed or scanned."""
    issued = select(OfficeText.about_id, OfficeText.kind).where(
        OfficeText.row_out.is_(False), OfficeText.issued_on.is_not(None)
    )
    marked = select(PaperMark.case_id, PaperMark.kind).where(
        PaperMark.row_out.is_(False), PaperMark.state.in_((PaperState.SIGNED, PaperState.SCANNED))
    )
    if case_ids is not None:
        connection = session.connection()
        issued = issued.where(among(connection, OfficeText.about_id, case_ids))
        marked = marked.where(among(connection, PaperMark.case_id, case_ids))
    found: dict[str, tuple[str, ...]] = {}
    for statement in (issued.order_by(OfficeText.id), marked.order_by(PaperMark.id)):
        for about_id, kind in session.execute(statement):
            if about_id and kind and kind not in found.get(about_id, ()):
                found[about_id] = (*found.get(about_id, ()), kind)
    return found
