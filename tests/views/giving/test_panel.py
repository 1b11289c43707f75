"""The panel of a dossier: gifts and promises to a house by name, and who stands by its household."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.giving.drafts import GiftDraft, PledgeDraft, SponsorshipDraft
from app.giving.operations import record_gift, save_pledge, save_sponsorship
from app.giving.queries import sponsorships
from app.support.queries import case_facts
from tests.make import make_case
from tests.views.office import Office, settled
from tests.window import Recorder
from views.giving.panel import GivingPanel


def test_a_house_shows_what_was_given_and_promised_to_it_by_name(qtbot: QtBot, commune_office: Office) -> None:
    workspace = commune_office.workspace
    case, other = make_case(workspace, "Lò Văn Pâng"), make_case(workspace, "Quàng Thị Ín")
    with workspace.read() as session:
        household = case_facts(session, [case])[case].household_id
    record_gift(workspace, GiftDraft("cash", "2026-10-01", 500_000, donor_name="Bà Mùi", case_id=case))
    record_gift(workspace, GiftDraft("cash", "2026-10-01", 700_000, donor_name="Bà Mùi", case_id=other))
    save_pledge(workspace, PledgeDraft("Công ty Hoa Ban", amount=2_000_000, due_on="2026-10-05", case_id=case))
    save_sponsorship(workspace, SponsorshipDraft(household, "Cà Thị Ban", "Hội Phụ nữ", content="Giống gà"))
    panel = GivingPanel(commune_office, household)
    qtbot.addWidget(panel)
    assert panel.lines == [
        "01/10/2026 · Bà Mùi: 500.000 đồng",
        "Đăng ký: Công ty Hoa Ban, 2.000.000 đồng (Quá hẹn) · 05/10/2026",
        "Cà Thị Ban · Hội Phụ nữ · Giống gà",
    ]


def test_somebody_new_stands_by_the_household_of_the_dossier(
    qtbot: QtBot, commune_office: Office, messages: Recorder
) -> None:
    workspace = commune_office.workspace
    case = make_case(workspace, "Lò Văn Pâng")
    with workspace.read() as session:
        household = case_facts(session, [case])[case].household_id
    panel = GivingPanel(commune_office, household)
    qtbot.addWidget(panel)
    commune_office.runner.changed.connect(panel.forget)
    panel.show()
    assert panel.lines[-1] == "Chưa có ai đỡ đầu hộ này."
    panel.add()
    form: Any = QApplication.activeModalWidget()
    assert not form.household.isEnabled()
    form.helper.setText("Cà Thị Ban")
    form.try_it()
    settled(qtbot, commune_office.runner, lambda: panel.lines[-1] == "Cà Thị Ban")
    with workspace.read() as session:
        assert [one.household for one in sponsorships(session, household)] == ["Lò Văn Pâng"]
