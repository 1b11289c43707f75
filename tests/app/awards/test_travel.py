"""Quotas that were handed down and nominations travel between offices by package."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.awards.drafts import NominationDraft, ReadingDraft
from app.awards.operations import nominate, read_quotas
from app.awards.queries import nominations, quota_lines
from app.campaigns.queries import CampaignDetail
from app.exchange.merging import receive_packages
from app.exchange.packing import export_packages
from app.problems import Refused
from app.workspace import Workspace
from tests.app.awards.conftest import Adder, form_id

FORM = "giay-khen-chu-tich-thi-xa"


def carry(sender: Workspace, receiver: Workspace, folder: Path) -> None:
    (made,) = export_packages(sender, folder, [receiver.author.office])
    (report,) = receive_packages(receiver, [made.file])
    assert (report.result, report.conflicts) == ("merged", 0)


def test_a_number_handed_down_binds_below_and_a_reading_from_below_does_not_bind_above(
    commune: Workspace, upper: Workspace, muong_lay: CampaignDetail, add: Adder, tmp_path: Path
) -> None:
    unit = next(one for one in muong_lay.units if one.name == "Xã Lay Nưa")
    handed = ReadingDraft(muong_lay.id, "collective", 1, "Kế hoạch tổng kết", FORM, unit.id, "15/KH-UBND", "2025-09-01")
    who = [add(muong_lay, name, unit=unit.name or "") for name in ("Đoàn xã Lay Nưa", "Hội Phụ nữ xã Lay Nưa")]
    own = ReadingDraft(muong_lay.id, "collective", 5, "Xã hiểu như vậy", FORM, unit.id, decided_on="2025-10-01")
    read_quotas(commune, [own])
    carry(commune, upper, tmp_path / "lên")
    read_quotas(upper, [handed])
    carry(upper, commune, tmp_path / "xuống")
    for workspace in (upper, commune):
        with workspace.read() as session:
            (line,) = [one for one in quota_lines(session, muong_lay.id) if one.unit_id == unit.id]
        assert (line.number, line.reading and line.reading.reason) == (1, "Kế hoạch tổng kết")
    nominate(commune, [NominationDraft(who[0].id, form_id(muong_lay, FORM))])
    with pytest.raises(Refused, match="quota_full"):
        nominate(commune, [NominationDraft(who[1].id, form_id(muong_lay, FORM))])
    carry(commune, upper, tmp_path / "lên nữa")
    with upper.read() as session:
        found = nominations(session, muong_lay.id)
    assert [(one.participant.name, one.participant.unit) for one in found] == [("Đoàn xã Lay Nưa", "Xã Lay Nưa")]
