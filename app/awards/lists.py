"""The lists of the window: who takes part with what is proposed and what is left, and what each achieved."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.orm import Session

from app.awards.achievements import achievements
from app.awards.facts import AchievementRow, NominationRow, ParticipantRow, QuotaLine
from app.awards.known import CampaignRecords
from app.awards.queries import nominations, participants
from app.awards.quotas import line_for, quota_lines
from app.awards.standards import met_of, standards_of
from app.wording import awards as words


def standards_text(counts: tuple[int, int, int]) -> str:
    """How standards stand: "2 đạt, 1 chưa đạt, 3 chưa xác định"; "" where the plan has none."""
    return ", ".join(
        text.format(count=count) for text, count in zip(words.STANDARDS_TOLD, counts, strict=True) if count
    )


@dataclass(frozen=True)
class ProposalLine:
    """A participant with one of his nominations, or none yet; what is left of its quota; how his standards stand."""

    who: ParticipantRow
    nomination: NominationRow | None = None
    quota: QuotaLine | None = None
    standards: tuple[int, int, int] = (0, 0, 0)

    @property
    def key(self) -> str:
        """The nomination's id, else the participant's."""
        return self.nomination.id if self.nomination else self.who.id


@dataclass(frozen=True)
class AchievementLine:
    """A participant with all that is told of him."""

    who: ParticipantRow
    done: tuple[AchievementRow, ...]
    standards: tuple[int, int, int]


def proposal_lines(session: Session, campaign_id: str) -> list[ProposalLine]:
    """Everybody on a campaign's list, with each form he is proposed for."""
    known, quotas = CampaignRecords(session, campaign_id), quota_lines(session, campaign_id)
    proposed: dict[str, list[NominationRow]] = {}
    for one in nominations(session, campaign_id):
        proposed.setdefault(one.participant.id, []).append(one)
    found = []
    for who in participants(session, campaign_id):
        rows: list[NominationRow | None] = [*proposed.get(who.id, [])] or [None]
        for row in rows:
            counts = met_of(standards_of(session, who, row.form_code if row else None, known))
            quota = line_for(quotas, row.form_id, who.kind, who.unit_id, who.whom) if row else None
            found.append(ProposalLine(who, row, quota, counts))
    return found


def achievement_lines(session: Session, campaign_id: str) -> list[AchievementLine]:
    """Everybody on a campaign's list with achievements and standards."""
    known = CampaignRecords(session, campaign_id)
    return [
        AchievementLine(who, tuple(achievements(session, who, known)), met_of(standards_of(session, who, None, known)))
        for who in participants(session, campaign_id)
    ]
