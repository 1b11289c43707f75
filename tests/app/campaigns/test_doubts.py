"""What is doubtful about a plan: misprinted bases, offices that have ended, and what is to be sent to them."""

from __future__ import annotations

from app.campaigns.doubts import doubts
from app.campaigns.facts import CampaignDetail, DeadlineRow, FormRow, TextRow, UnitRow

ENDED = "2025-06-30"
PLAN = CampaignDetail(
    id="p",
    issuer="UBND thị xã",
    issuer_valid_to=ENDED,
    issuer_successor="UBND phường",
    texts=(
        TextRow(id="b", section="legal_basis", text="Quyết định số 359/QĐ-TTg", warning="Có thể là 539"),
        TextRow(id="r", section="recipient", text="Phòng Quản lý Đô thị", valid_to=ENDED),
    ),
    units=(UnitRow(id="u", code="u", name="Xã Lay Nưa", valid_to="2025"),),
    forms=(FormRow(id="f", code="f", name="Giấy khen", issuer="Chủ tịch UBND thị xã", issuer_valid_to=ENDED),),
    deadlines=(DeadlineRow(id="d", task="Báo cáo năm", addressees="UBND thị xã", through="Phòng Quản lý đô thị; Sở"),),
)


def test_each_doubtful_place_is_told_with_where_its_answer_is_kept() -> None:
    found = {(one.part, one.field, one.place) for one in doubts(PLAN, "2026-01-01")}
    assert found == {
        ("campaign", "issuer_successor", "Cơ quan ban hành"),
        ("text", "warning", "Căn cứ"),
        ("text", "successor", "Nơi nhận"),
        ("unit", "successor", "Đơn vị"),
        ("form", "issuer_successor", "Nơi khen thưởng"),
        ("campaign", "issuer_successor", "Nơi gửi báo cáo"),
        ("text", "successor", "Nơi gửi báo cáo"),
    }


def test_while_an_office_stands_nothing_is_asked() -> None:
    assert [one.part for one in doubts(PLAN, "2025-06-30")] == ["text"]
    assert {one.part for one in doubts(PLAN, "2025-07-01")} == {"campaign", "text", "form"}


def test_what_is_answered_is_no_open_question() -> None:
    answered = [one for one in doubts(PLAN, "2026-01-01") if not one.open]
    assert {one.successor for one in answered} == {"UBND phường"}
    assert answered[0].problem().code == "office_ended_told"
