"""The papers of awards, filled from real records and read back from PDF and from .docx."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.awards.drafts import AchievementDraft, BlankDraft, MeetingDraft, NominationDraft, OutcomeDraft, VoteDraft
from app.awards.operations import decide, nominate, save_achievement, save_blank, save_meeting
from app.awards.paper_parts import bases_of
from app.awards.queries import nominations
from app.campaigns.queries import CampaignDetail
from app.documents.text_paper import Placed
from app.office.issued_texts import IssuedTextDraft, save_issued_text
from app.papers import FORMS, all_ids, fill
from app.problems import Refused
from app.workspace import Workspace
from models.vocabulary import PaperKind
from tests.app.awards.conftest import Adder, form_id
from tests.printed import printed

KINDS = ("award_submission", "achievement_report", "council_minutes", "certificate", "certificate_proof")


@pytest.fixture
def voted(commune: Workspace, muong_lay: CampaignDetail, add: Adder) -> list[str]:
    """A collective, a person and a household proposed for the chairman's giấy khen, voted on; the nominations' ids."""
    people = [
        add(muong_lay, "Chi hội Phụ nữ bản Hua Nạng"),
        add(muong_lay, "Quàng Thị Ín Ưởng", "individual", position="Trưởng bản Chi Luông"),
        add(muong_lay, "Lò Văn Pâng", "household", position="Bản Hua Nạng"),
    ]
    save_achievement(
        commune, AchievementDraft(people[0].id, "Góp 60 ngày công làm móng", "60", "ngày công", "Sổ theo dõi")
    )
    form = form_id(muong_lay, "giay-khen-chu-tich-xa")
    nominate(commune, [NominationDraft(one.id, form) for one in people])
    with commune.read() as session:
        rows = nominations(session, muong_lay.id)
    votes = tuple(VoteDraft(one.id, 8, 1, 0, one.version) for one in rows)
    meeting = MeetingDraft(muong_lay.id, "2026-10-20", "Hội trường phường", "Lò Văn Chủ", "Cà Thị Thư", "Hội đồng", 9)
    save_meeting(commune, MeetingDraft(**{**vars(meeting), "votes": votes}))
    return [one.id for one in rows]


def test_the_submission_carries_the_list_with_votes_and_waits_for_its_number(
    commune: Workspace, voted: list[str], tmp_path: Path
) -> None:
    for text in printed(commune, tmp_path, PaperKind.AWARD_SUBMISSION, *voted):
        assert "01 tập thể, 01 cá nhân, 01 hộ gia đình" in text
        assert "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022" in text
        assert "152/2025/NĐ-CP" in text
        assert "98/2023" not in text
        assert "Căn cứ Kế hoạch số 2404/KH-UBND ngày 25 tháng 9 năm 2024" in text
        assert "họp xét khen thưởng ngày 20 tháng 10 năm 2026" in text
        assert "Góp 60 ngày công làm móng" in text
        assert "8/9" in text
        assert "Số: ...." in text.replace("…", "...")
    save_issued_text(commune, IssuedTextDraft(PaperKind.AWARD_SUBMISSION, tuple(voted), "2026-10-22", "31/TTr-UBND"))
    for text in printed(commune, tmp_path, PaperKind.AWARD_SUBMISSION, *voted):
        assert "Số: 31/TTr-UBND" in text
        assert "(Kèm theo Tờ trình số 31/TTr-UBND ngày 22 tháng 10 năm 2026" in text


def test_the_minutes_tell_every_vote_and_whom_the_council_agreed_on(
    commune: Workspace, voted: list[str], tmp_path: Path
) -> None:
    with commune.read() as session:
        (meeting,) = all_ids(session, PaperKind.COUNCIL_MINUTES)
    for text in printed(commune, tmp_path, PaperKind.COUNCIL_MINUTES, meeting):
        assert "ngày 20 tháng 10 năm 2026" in text
        assert "Số thành viên Hội đồng dự họp: 9" in text
        assert "88,9%" in text
        assert "đề nghị khen thưởng 01 tập thể, 01 cá nhân, 01 hộ gia đình" in text
        assert text.index("THƯ KÝ") < text.index("CHỦ TỌA")


def test_the_achievement_report_tells_what_was_done_with_its_evidence(
    commune: Workspace, voted: list[str], muong_lay: CampaignDetail, tmp_path: Path
) -> None:
    with commune.read() as session:
        who = nominations(session, ids=voted)[0].participant
    for text in printed(commune, tmp_path, PaperKind.ACHIEVEMENT_REPORT, who.id):
        assert "Tên tập thể: Chi hội Phụ nữ bản Hua Nạng" in text
        assert "Góp 60 ngày công làm móng" in text
        assert "60 ngày công" in text
        assert "Sổ theo dõi" in text
        assert "- Giấy khen của Chủ tịch UBND xã, phường" in text
        assert "XÁC NHẬN CỦA ỦY BAN NHÂN DÂN PHƯỜNG MƯỜNG LAY" in text


def test_the_certificate_is_signed_by_the_chairman_himself_and_bears_no_title_that_the_blank_has(
    commune: Workspace, voted: list[str], tmp_path: Path
) -> None:
    with commune.read() as session:
        rows = nominations(session, ids=voted)
    chosen = tuple((one.id, one.version) for one in rows)
    decide(commune, OutcomeDraft(chosen, True, "215/QĐ-UBND", "2026-11-02", "Lò Văn Chủ"))
    ids = [one.id for one in rows if one.participant.kind == "household"]
    for text in printed(commune, tmp_path, PaperKind.CERTIFICATE, *ids):
        assert "CHỦ TỊCH ỦY BAN NHÂN DÂN PHƯỜNG MƯỜNG LAY" in text
        assert "Hộ gia đình Lò Văn Pâng" in text
        assert "Quyết định số: 215/QĐ-UBND" in text
        assert "ngày 02 tháng 11 năm 2026" in text
        assert "TM." not in text
        assert text.count("CHỦ TỊCH") == 1  # the office does not know in what position this name signs
        assert "CỘNG HÒA" not in text
        assert "GIẤY KHEN" not in text
    for text in printed(commune, tmp_path, PaperKind.CERTIFICATE_PROOF, *ids):
        assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in text
        assert "GIẤY KHEN" in text
        assert "TM." not in text
    assert "Bản in thử" in printed(commune, tmp_path, PaperKind.CERTIFICATE_PROOF, *ids)[0]


def test_the_office_moves_the_text_of_its_blank_by_millimetres(commune: Workspace, voted: list[str]) -> None:
    def places() -> list[tuple[float, float]]:
        with commune.read() as session:
            (paper,) = fill(session, commune.author.office, PaperKind.CERTIFICATE, voted[:1])
        return [(one.left, one.top) for one in paper.blocks if isinstance(one, Placed)]

    before = places()
    save_blank(commune, BlankDraft("2,5", "-4"))
    assert places() == [(left + 2.5, top - 4) for left, top in before]
    save_blank(commune, BlankDraft("0", "0", titled=False))
    assert len(places()) == len(before) + 3


def test_what_the_province_gives_is_not_printed_here(
    commune: Workspace, muong_lay: CampaignDetail, add: Adder, tmp_path: Path
) -> None:
    who = add(muong_lay, "Quàng Thị Ín", "individual")
    nominate(commune, [NominationDraft(who.id, form_id(muong_lay, "bang-khen-chu-tich-tinh"))])
    with commune.read() as session:
        (row,) = nominations(session, muong_lay.id)
    with pytest.raises(Refused, match="certificate_from_above"):
        printed(commune, tmp_path, PaperKind.CERTIFICATE, row.id)


@pytest.mark.parametrize("kind", [PaperKind(one) for one in KINDS])
def test_blank_forms_are_dotted(commune: Workspace, tmp_path: Path, kind: PaperKind) -> None:
    assert FORMS[kind].kind is kind
    for text in printed(commune, tmp_path, kind):
        assert "....." in text.replace("…", ".....")
        assert "None" not in text


def test_only_texts_that_hold_on_the_day_are_cited() -> None:
    assert [one[:34] for one in bases_of("2023-09-05")] == ["Luật Thi đua, khen thưởng ngày 26 "]
    assert "98/2023" in bases_of("2024-11-05")[1]
    assert "152/2025" in bases_of("2026-11-05")[1]
    assert len(bases_of("2027-03-01")) == 1
