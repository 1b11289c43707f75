"""Claims about the papers of giving, filled from real gifts and a real drive, and read back."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest
from sqlalchemy import select

from app.documents.words import whole_text
from app.funding.balances import drive_sums
from app.funding.drafts import ContributionDraft, LineReversalDraft, SourceDraft
from app.funding.line_operations import reverse_line
from app.funding.operations import add_source, contribute
from app.giving.book import book_rows
from app.giving.donor_papers import donor_lists, receipts, thanks_letters
from app.giving.drafts import CollectionDraft, DonorDraft, DriveDraft, GiftDraft, PersonDraft, RemittanceDraft
from app.giving.drive_papers import drive_papers
from app.giving.operations import collect, record_gift, remit, save_donor, save_drive, save_people
from app.giving.queries import drive_figures
from app.giving.targets import gift_targets
from app.office.issued_texts import IssuedTextDraft, save_issued_text
from app.office.queries import PaperOffice, paper_office
from app.papers import fill
from app.workspace import Workspace
from models.giving import Donor
from models.ledger import Contribution
from models.vocabulary import ContributionKind, DonorKind, PaperKind, SourceKind
from tests.make import make_case
from tests.printed import printed

DAY = "2026-09-02"
NAME = "Công ty Xây dựng Bản Phủ Ỡm"
SHY, PHONE, ACCOUNT = "Lò Văn Kín", "0912 345 678", "8401205012345"


def office_of(workspace: Workspace) -> PaperOffice:
    with workspace.read() as session:
        found = paper_office(session, workspace.author.office)
    assert found is not None
    return found


def lines(workspace: Workspace) -> list[str]:
    with workspace.read() as session:
        return list(session.scalars(select(Contribution.id).order_by(Contribution.id)))


@pytest.fixture
def case(commune: Workspace) -> str:
    """A house to which a company gave money and roofing, and somebody who wants no name gave cash."""
    found = make_case(commune, "Vì Thị Hặc")
    name = unicodedata.normalize("NFD", NAME)
    donor = DonorDraft(name, "business", "Xã Noong Hẹt", PHONE, may_name=True, note=f"TK {ACCOUNT}")
    save_donor(commune, donor)
    record_gift(commune, GiftDraft("cash", DAY, 30_000_000, donor_name=name, case_id=found))
    roofing = GiftDraft(
        "goods", DAY, 12_500_000, item="Tôn lạnh", unit="m²", quantity="120.5", donor_name=name, case_id=found
    )
    record_gift(commune, roofing)
    record_gift(commune, GiftDraft("cash", DAY, 500_000, donor_name=SHY, case_id=found, note=PHONE))
    return found


@pytest.fixture
def drive(commune: Workspace) -> str:
    """A drive of three people in two departments; two gave, a part is sent on."""
    _, found, _ = save_drive(
        commune, DriveDraft("Một ngày lương", "2026-08-01", "2026-08-31", fund=f"Quỹ, TK {ACCOUNT}")
    )
    people = [
        PersonDraft("Lò Thị Hoa", "Văn phòng", expected=300_000, may_name=True),
        PersonDraft("Cà Văn Thiện", "Văn phòng", expected=280_000),
        PersonDraft("Vừ A Dính", "Phòng Kinh tế", expected=320_000),
    ]
    save_people(commune, found, people)
    with commune.read() as session:
        given = [(one.id, one.expected or 0) for one in drive_figures(session, found).people if one.name != "Vừ A Dính"]
    collect(commune, CollectionDraft(found, tuple(given), "2026-08-05"))
    remit(commune, RemittanceDraft(found, 400_000, "2026-08-20", voucher="UNC 12"))
    return found


def test_a_receipt_carries_its_number_the_sum_in_words_and_goods_with_their_quantity(
    commune: Workspace, case: str, tmp_path: Path
) -> None:
    cash, roofing, _ = lines(commune)
    for text in printed(commune, tmp_path, PaperKind.RECEIPT, cash):
        assert "Số: 01/2026" in text
        assert f"Họ và tên người (đơn vị) ủng hộ: {NAME}" in text
        assert "Số tiền: 30.000.000 đồng (Viết bằng chữ: Ba mươi triệu đồng)" in text
        assert "ủng hộ hộ ông (bà) Vì Thị Hặc làm nhà ở" in text
    for text in printed(commune, tmp_path, PaperKind.RECEIPT, roofing):
        assert "Hiện vật: Tôn lạnh; số lượng: 120,5; đơn vị tính: m²" in text
        assert "Giá trị quy đổi: 12.500.000 đồng" in text


def test_no_two_receipts_have_one_number_and_a_corrected_one_says_so(commune: Workspace, case: str) -> None:
    first = lines(commune)[0]
    reverse_line(commune, LineReversalDraft(first, DAY, "Ghi nhầm người"))
    record_gift(commune, GiftDraft("cash", DAY, 1_000_000, donor_name=NAME, case_id=case))
    with commune.read() as session:
        found = receipts(session, office_of(commune), lines(commune))
        papers = fill(session, commune.author.office, PaperKind.RECEIPT, [first])
    numbers = [one.number for one in found]
    assert numbers == ["01/2026", "02/2026", "03/2026", "04/2026"]
    assert [one.taken_back for one in found] == [True, False, False, False]
    assert "ĐÃ SỬA SAI" in papers[0].note


def test_a_giver_who_wants_no_name_gets_a_receipt_without_one(commune: Workspace) -> None:
    save_donor(commune, DonorDraft(SHY, DonorKind.ANONYMOUS.value))
    record_gift(commune, GiftDraft("cash", DAY, 500_000, donor_name=SHY, case_id=make_case(commune)))
    with commune.read() as session:
        [found] = receipts(session, office_of(commune), lines(commune))
    assert found.donor == "Nhà hảo tâm không nêu tên"


def test_the_posted_list_names_only_who_may_be_named_and_shows_no_number_of_anybody(
    commune: Workspace, case: str, tmp_path: Path
) -> None:
    for text in printed(commune, tmp_path, PaperKind.DONOR_LIST, "*"):
        assert NAME in text
        assert SHY not in text
        assert "Nhà hảo tâm không nêu tên" in text
        assert "120,5 m² Tôn lạnh (quy đổi 12.500.000 đồng)" in text
        assert "30.500.000 đồng (bằng chữ: Ba mươi triệu năm trăm nghìn đồng)" in text
        assert "quy đổi hiện vật, ngày công: 12.500.000 đồng" in text
        assert PHONE not in text
        assert ACCOUNT not in text
        assert not re.search(r"\d{7,}", text)


def test_money_of_a_budget_is_no_gift(commune: Workspace, case: str, tmp_path: Path) -> None:
    for code, kind in (("NSTW", SourceKind.CENTRAL_BUDGET), ("HO", SourceKind.HOUSEHOLD), ("DN", SourceKind.BUSINESS)):
        add_source(commune, SourceDraft(code, f"Nguồn {code}", kind))
        contribute(commune, [ContributionDraft(code, ContributionKind.TRANSFER, DAY, 7_000_000)])
    with commune.read() as session:
        book, offered = book_rows(session), {one.name for one in gift_targets(session)}
    assert [one.target for one in book if one.gift.amount == 7_000_000] == ["Nguồn DN"]
    assert {one for one in offered if one.startswith("Nguồn")} == {"Nguồn DN"}
    for text in printed(commune, tmp_path, PaperKind.DONOR_LIST, "*"):
        assert "37.500.000 đồng" in text


def test_a_telephone_typed_into_a_name_is_hidden_on_the_posted_list(commune: Workspace, tmp_path: Path) -> None:
    typed = GiftDraft("cash", DAY, 500_000, donor_name=f"Anh Pâng {PHONE}", may_name=True, case_id=make_case(commune))
    record_gift(commune, typed)
    for text in printed(commune, tmp_path, PaperKind.DONOR_LIST, "2026-09"):
        assert "Anh Pâng *" in text
        assert PHONE not in text


def test_the_lists_of_drives_months_and_houses_are_parts_of_the_whole_book(
    commune: Workspace, case: str, drive: str
) -> None:
    with commune.read() as session:
        office = office_of(commune)
        whole, of_drive, of_month, of_house = donor_lists(session, office, ["*", drive, "2026-09", case])
    assert whole.total == 30_500_000 + 580_000
    assert of_drive.total == 580_000
    assert of_month.gifts == of_house.gifts
    assert of_drive.total + of_month.total == whole.total


def test_a_letter_of_thanks_says_what_was_given_and_leaves_its_day_open(
    commune: Workspace, case: str, tmp_path: Path
) -> None:
    with commune.read() as session:
        donor = session.scalar(select(Donor.id).where(Donor.may_name.is_(True)))
        assert donor is not None
        [letter] = thanks_letters(session, office_of(commune), [donor])
    assert (letter.amount, len(letter.others)) == (30_000_000, 1)
    for text in printed(commune, tmp_path, PaperKind.THANKS_LETTER, donor):
        assert f"Ủy ban nhân dân phường Mường Lay trân trọng cảm ơn {NAME}" in text
        assert "30.000.000 đồng (bằng chữ: Ba mươi triệu đồng); 120,5 m² Tôn lạnh" in text
        assert re.search(r"Mường Lay, ngày \.{6,} tháng", text)


def test_the_papers_of_a_drive_sum_as_the_balances_do(commune: Workspace, drive: str, tmp_path: Path) -> None:
    with commune.read() as session:
        [paper] = drive_papers(session, office_of(commune), [drive])
        sums = drive_sums(session, drive)
    assert (paper.collected, paper.remitted) == (sums.collected, sums.remitted) == (580_000, 400_000)
    assert sum(one.collected for one in paper.by_department) == sums.collected
    for kind in (PaperKind.CASHIER_LIST, PaperKind.DEPARTMENT_REPORT, PaperKind.DRIVE_STATEMENT):
        for text in printed(commune, tmp_path, kind, drive):
            assert whole_text(sums.collected) in text
            assert "Một ngày lương" in text


def test_the_report_of_a_drive_takes_its_number_day_and_signer_afterwards(
    commune: Workspace, drive: str, tmp_path: Path
) -> None:
    for text in printed(commune, tmp_path, PaperKind.DEPARTMENT_REPORT, drive):
        assert re.search(r"Số: \.{6,}/BC-UBND", text)
    noted = IssuedTextDraft(PaperKind.DEPARTMENT_REPORT, (drive,), "2026-09-10", "12/BC-UBND", "Lò Văn Pâng")
    save_issued_text(commune, noted)
    for text in printed(commune, tmp_path, PaperKind.DEPARTMENT_REPORT, drive):
        assert "Số: 12/BC-UBND" in text
        assert "ngày 10 tháng 9 năm 2026" in text
        assert "Lò Văn Pâng" in text
        assert "đã thu 580.000 đồng" in text.lower()


def test_the_posted_statement_of_a_drive_balances_and_names_nobody(
    commune: Workspace, drive: str, tmp_path: Path
) -> None:
    for text in printed(commune, tmp_path, PaperKind.DRIVE_STATEMENT, drive):
        assert "Đã thu 580.000 đồng = đã chuyển nộp 400.000 đồng + còn giữ 180.000 đồng." in text
        assert not any(name in text for name in ("Lò Thị Hoa", "Cà Văn Thiện", "Vừ A Dính"))
        assert ACCOUNT not in text


def test_the_cashiers_list_asks_nobody_for_a_debt(commune: Workspace, drive: str, tmp_path: Path) -> None:
    for text in printed(commune, tmp_path, PaperKind.CASHIER_LIST, drive):
        assert "việc ủng hộ là tự nguyện" in text
        assert "nợ" not in text.lower()


def test_a_drive_of_an_agency_prints_under_its_own_letterhead(agency: Workspace, tmp_path: Path) -> None:
    _, found, _ = save_drive(agency, DriveDraft("Một ngày lương", "2026-08-01", "2026-08-31"))
    for text in printed(agency, tmp_path, PaperKind.DRIVE_STATEMENT, found):
        assert "SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG" in text
        assert "Đã thu 0 đồng" in text
