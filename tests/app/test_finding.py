"""Plans and nominees are found by their words, however they are accented."""

from __future__ import annotations

from app.awards.drafts import ParticipantDraft
from app.awards.operations import save_participant
from app.campaigns.queries import campaign_named
from app.finding import found_plans
from app.workspace import Workspace


def test_plans_and_who_takes_part_are_found_without_accents(commune: Workspace) -> None:
    with commune.read() as session:
        plan = campaign_named(session, "luong-son-2024")
    save_participant(commune, ParticipantDraft(plan.id, "individual", "Quàng Thị Ín", "Trưởng bản"))
    with commune.read() as session:
        found = found_plans(session, "quang in", 5)
        assert [(one.text, one.campaign_id, one.takes_part) for one in found] == [
            (f"Quàng Thị Ín (Cá nhân) – {plan.shown}", plan.id, True)
        ]
        assert [one.campaign_id for one in found_plans(session, "luong son", 5)] == [plan.id]
        assert [one.text for one in found_plans(session, "2404", 5)] == ["Mường Lay – xóa nhà tạm 2025"]
        assert found_plans(session, "  ", 5) == []
        assert len(found_plans(session, "nha", 2)) == 2
