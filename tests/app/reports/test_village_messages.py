"""The message to the head of a village asks what is open, in few words and without any number of a person."""

from __future__ import annotations

import re
from datetime import date

from app.construction.drafts import SiteReportDraft, WeekDraft
from app.construction.operations import save_week
from app.reports.village_messages import village_messages
from app.support.drafts import ExceptionDraft
from app.workspace import Workspace
from models.vocabulary import ExceptionCase, PaperKind
from tests.make import make_signed
from tests.weekly_sheets import HEADS, STOPPED, VILLAGES, make_weekly_sheets

THURSDAY = date(2026, 11, 19)


def test_a_message_asks_for_the_stage_that_is_next_the_photo_and_the_minutes(commune: Workspace) -> None:
    cases = make_weekly_sheets(commune)
    told = [HEADS[place] for place in range(6, 27, 6)]
    reports = tuple(SiteReportDraft(cases[one], "2026-11-18") for one in told)
    save_week(commune, WeekDraft(reports=reports))
    make_signed(commune, PaperKind.STAGE_MINUTES, *(cases[one] for one in told))
    with commune.read() as session:
        found = {one.village: one for one in village_messages(session, list(cases.values()), THURSDAY)}
    assert set(found) == set(VILLAGES)
    text = found["Bản Hua Nạng"].text
    assert text.startswith("Kính gửi bác Lò Văn Trưởng 0, trưởng bản Hua Nạng. Xã hỏi thăm 5 nhà đang làm")
    assert (
        "Lò Văn Pâng: lợp mái xong chưa, chưa có tin từ 20/10/2026; thiếu ảnh lúc xong khung, tường; "
        "thiếu biên bản giai đoạn có chữ ký" in text
    )
    assert f"{told[0]}: thiếu ảnh" in text
    assert len(text) < 1000
    assert not re.search(r"\d{7,}", "".join(one.text for one in found.values()))
    assert found["Tổ dân phố 5"].text.startswith("Kính gửi bác Lò Văn Trưởng 2, tổ trưởng tổ dân phố 5.")


def test_a_paused_house_is_asked_about_when_its_day_has_come(commune: Workspace) -> None:
    cases = make_weekly_sheets(commune)
    held = ExceptionDraft(cases[STOPPED], ExceptionCase.ON_HOLD, "2026-11-12", "chờ thợ", review_on="2026-11-15")
    save_week(commune, WeekDraft(exceptions=(held,)))
    make_signed(commune, PaperKind.STAGE_MINUTES, cases[STOPPED])
    with commune.read() as session:
        [before] = village_messages(session, [cases[STOPPED]], date(2026, 11, 13))
        [after] = village_messages(session, [cases[STOPPED]], THURSDAY)
    assert "còn dừng" not in before.text
    assert "Quàng Văn Giót: còn dừng vì chờ thợ, đã làm tiếp chưa" in after.text
