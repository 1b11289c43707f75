"""Claims about the papers of money, filled from a payment day of eighteen houses and read back."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy import select

from app.actions import Action
from app.documents.text_paper import Table
from app.documents.words import whole_text
from app.funding.balances import batch_sums, house_totals, month_flows, source_balances
from app.funding.drafts import ContributionDraft, GoodsDraft, LineReversalDraft, PaymentDraft, SourceDraft
from app.funding.goods_operations import allocate_goods, hand_over_goods
from app.funding.handover_papers import BLANK_LABOUR, goods_handovers, labour_sheet, labour_sheets
from app.funding.line_operations import reverse_line
from app.funding.next_parts import next_parts, pay_batch
from app.funding.operations import add_source, contribute, pay
from app.funding.payment_papers import payment_days
from app.funding.settlement_papers import settlements
from app.funding.source_papers import public_statements
from app.funding.stock import labour_days
from app.office.queries import PaperOffice, paper_office
from app.papers import fill
from app.support.queries import case_facts
from app.workspace import Workspace
from models.base import new_id
from models.funding import Payment
from models.household import Household
from models.ledger import GoodsHandover
from models.support import SupportCase
from models.vocabulary import ContributionKind, PaperKind, SourceKind
from tests.make import make_approved, make_case
from tests.payment_day import FUND, make_payment_day
from tests.printed import printed

DAY = "2026-10-24"
NAME = "Đặng Thị Hường Ưởng Ẩn Ỡm"
CITIZEN_ID, PHONE = "011072001234", "0912345678"


@pytest.fixture
def houses(commune: Workspace) -> list[str]:
    """Eighteen houses on the eve of the day; the first is the household of NAME, with number and telephone."""
    cases = make_payment_day(commune)
    with commune.read() as session:
        household_id = session.scalar(select(SupportCase.household_id).where(SupportCase.id == cases[0]))
    with commune.change(Action.SAVE_HOUSEHOLD) as change:
        household = change.session.get(Household, household_id)
        assert household is not None
        household.head_name, household.citizen_id, household.phone = NAME, CITIZEN_ID, PHONE
    return cases


def paid_day(workspace: Workspace, *, proxy: str | None = None, thumb: str | None = None) -> str:
    """Everybody who may be paid is, as one batch; returns its id."""
    with workspace.read() as session:
        ready = [one for one in next_parts(session, list(case_facts(session).values()), DAY) if one.ready]
    drafts = [
        PaymentDraft(
            one.facts.case_id,
            FUND,
            one.amount,
            DAY,
            "PC 77",
            one.number,
            payee="Quàng Thị Ín" if one.facts.case_id == proxy else None,
            relation="con gái" if one.facts.case_id == proxy else None,
            thumbprint=one.facts.case_id == thumb or None,
        )
        for one in ready
    ]
    pay_batch(workspace, drafts)
    with workspace.read() as session:
        return batch_sums(session)[0].batch


def office_of(workspace: Workspace) -> PaperOffice:
    with workspace.read() as session:
        found = paper_office(session, workspace.author.office)
    assert found is not None
    return found


def test_the_list_of_a_payment_day_sums_what_was_paid_in_figures_and_words(
    commune: Workspace, houses: list[str], tmp_path: Path
) -> None:
    batch = paid_day(commune, proxy=houses[1], thumb=houses[2])
    with commune.read() as session:
        [day] = payment_days(session, office_of(commune), [batch])
        [sums] = batch_sums(session)
    assert day.total == sums.paid == 360_000_000
    for text in printed(commune, tmp_path, PaperKind.SIGN_FOR_LIST, batch):
        assert "360.000.000 đồng (bằng chữ: Ba trăm sáu mươi triệu đồng)" in text
        assert NAME in text
        assert "Quàng Thị Ín (con gái)" in text
        assert text.count("Điểm chỉ") == 1
        assert CITIZEN_ID not in text
        assert PHONE not in text


def test_before_the_day_the_list_says_who_may_not_be_paid_and_which_paper_is_missing(
    commune: Workspace, houses: list[str], tmp_path: Path
) -> None:
    undecided = make_case(commune, "Vì Văn Mới")
    for text in printed(commune, tmp_path, PaperKind.SIGN_FOR_LIST, *houses, undecided):
        assert "Ba trăm sáu mươi triệu đồng" in text
        below = text.partition("Hộ chưa chi trong đợt này")[2] or text
        assert "biên bản xác nhận hoàn thành giai đoạn đã ký" in below
        assert "Vì Văn Mới" in text
        assert "chưa có quyết định phê duyệt" in text


def test_after_the_day_the_same_houses_give_the_list_of_that_day(commune: Workspace, houses: list[str]) -> None:
    paid_day(commune)
    with commune.read() as session:
        [day] = payment_days(session, office_of(commune), houses)
    assert (day.total, len(day.lines)) == (360_000_000, 17)
    assert [one.missing for one in day.not_yet] == [("paper:stage_minutes",)]


def test_who_did_not_come_is_on_no_list_of_the_day(commune: Workspace, houses: list[str]) -> None:
    batch = paid_day(commune)
    with commune.read() as session:
        line = session.scalar(select(Payment.id).where(Payment.batch == batch, Payment.case_id == houses[0]))
    assert line is not None
    reverse_line(commune, LineReversalDraft(line, DAY, "Hộ không đến nhận"))
    with commune.read() as session:
        [day] = payment_days(session, office_of(commune), [batch])
        [sums] = batch_sums(session)
    assert day.total == sums.paid - sums.back
    assert NAME not in {one.head for one in day.lines}


def test_the_request_for_payment_names_decision_source_and_the_sum_in_words(
    commune: Workspace, houses: list[str], tmp_path: Path
) -> None:
    for text in printed(commune, tmp_path, PaperKind.PAYMENT_REQUEST, *houses):
        assert "GIẤY ĐỀ NGHỊ THANH TOÁN" in text
        assert "360.000.000 đồng" in text
        assert "(Viết bằng chữ: Ba trăm sáu mươi triệu đồng)" in text
        assert "17 hộ gia đình theo Quyết định số 45/QĐ-UBND ngày 05 tháng 6 năm 2026" in text
        assert "Nguồn kinh phí: Quỹ Vì người nghèo" in text


def test_the_voucher_is_only_a_form_to_look_at(commune: Workspace, houses: list[str], tmp_path: Path) -> None:
    for text in printed(commune, tmp_path, PaperKind.PAYMENT_VOUCHER, houses[0]):
        assert "Mười hai triệu đồng" in text
    with commune.read() as session:
        [paper] = fill(session, commune.author.office, PaperKind.PAYMENT_VOUCHER, [houses[0]])
    assert paper.note == "MẪU THAM KHẢO"


def test_cash_minutes_carry_the_labels_of_the_form_and_the_name_as_composed(
    commune: Workspace, houses: list[str], tmp_path: Path
) -> None:
    batch = paid_day(commune, proxy=houses[0])
    with commune.read() as session:
        line = session.scalar(select(Payment.id).where(Payment.batch == batch, Payment.case_id == houses[0]))
    assert line is not None
    for text in printed(commune, tmp_path, PaperKind.CASH_HANDOVER_MINUTES, line):
        for label in (
            "BIÊN BẢN BÀN GIAO TIỀN MẶT",
            "BÊN GIAO TIỀN:",
            "Ban Vận động Quỹ “Vì người nghèo” phường Mường Lay",
            "BÊN NHẬN TIỀN:",
            f"Ông (Bà): {NAME}",
            f"Số Căn cước: {CITIZEN_ID}; Ngày cấp: ",
            "Người được ủy quyền nhận tiền: Ông (Bà): Quàng Thị Ín; quan hệ với chủ hộ: con gái",
            "BÊN LÀM CHỨNG (cán bộ khối, xóm, thôn, bản):",
            "Căn cứ Quyết định số 45/QĐ-UBND ngày 05 tháng 6 năm 2026",
            "tổng số tiền là: 12.000.000 VNĐ (bằng chữ: Mười hai triệu đồng)",
            "mỗi bên giữ 01 bản",
            "XÁC NHẬN CỦA ĐẠI DIỆN KHỐI/THÔN/XÓM/BẢN",
        ):
            assert label in text
        assert "None" not in text


def test_money_of_the_state_is_handed_over_by_the_peoples_committee(commune: Workspace, tmp_path: Path) -> None:
    add_source(commune, SourceDraft("NSTW", "Ngân sách trung ương", SourceKind.CENTRAL_BUDGET))
    case = make_case(commune, NAME)
    make_approved(commune, case)
    pay(commune, [PaymentDraft(case, "NSTW", 36_000_000, DAY, "PC 1", 1, reason="Chi tạm ứng")])
    for text in printed(commune, tmp_path, PaperKind.CASH_HANDOVER_MINUTES, case):
        assert "BÊN GIAO TIỀN: Ủy ban nhân dân phường Mường Lay" in text
        assert "Vì người nghèo" not in text


def test_the_blank_cash_minutes_leave_the_number_of_the_fund_board_dotted(commune: Workspace, tmp_path: Path) -> None:
    for text in printed(commune, tmp_path, PaperKind.CASH_HANDOVER_MINUTES):
        assert re.search(r"\.{6,}/QĐ-BVĐ", text)


def test_goods_minutes_hold_what_one_receiver_took_on_a_day_and_draft_what_is_set_aside(
    commune: Workspace, houses: list[str], tmp_path: Path
) -> None:
    cement = ContributionDraft(FUND, ContributionKind.GOODS, DAY, item="Xi măng", unit="bao", quantity="500")
    contribute(commune, [cement])
    allocate_goods(commune, [GoodsDraft(one, "Xi măng", "bao", "40", DAY) for one in houses[:2]])
    hand_over_goods(commune, [GoodsDraft(houses[0], "Xi măng", "bao", "30.5", DAY, "Lò Văn Ín", "con trai")])
    for text in printed(commune, tmp_path, PaperKind.GOODS_HANDOVER_MINUTES, houses[0]):
        assert "1 Xi măng bao 30,5" in text
        assert "Lò Văn Ín; quan hệ với chủ hộ: con trai" in text
    with commune.read() as session:
        [draft] = goods_handovers(session, office_of(commune), [houses[1]])
        line = session.scalar(select(GoodsHandover.id))
        assert line is not None
        [by_line] = goods_handovers(session, office_of(commune), [line])
    assert [(one.item, one.quantity) for one in draft.goods] == [("Xi măng", Decimal(40))]
    assert by_line.receiver == "Lò Văn Ín"


def test_a_sheet_of_labour_counts_the_days_that_the_books_count(
    commune: Workspace, houses: list[str], tmp_path: Path
) -> None:
    for people, days in ((12, "1.5"), (8, "1")):
        draft = ContributionDraft(
            FUND, ContributionKind.LABOUR, DAY, people=people, quantity=days, case_id=houses[0], donor_name="Chi đoàn"
        )
        contribute(commune, [draft])
    with commune.read() as session:
        [sheet] = labour_sheets(session, office_of(commune), [houses[0]])
        assert sheet.days == sum(labour_days(session, houses[0]).values()) == Decimal(26)
    for text in printed(commune, tmp_path, PaperKind.LABOUR_SHEET, houses[0]):
        assert "Tổng số ngày công: 26" in text
        assert "Chi đoàn (12 người)" in text


def test_labour_stands_under_its_day_on_a_sheet_of_each_month(commune: Workspace, houses: list[str]) -> None:
    for day, who, people in (
        ("2026-05-30", "Chi đoàn", 12),
        ("2026-06-02", "Chi đoàn", 5),
        ("2026-06-02", "Anh Ín", 1),
    ):
        draft = ContributionDraft(
            FUND, ContributionKind.LABOUR, day, people=people, quantity="0.5", case_id=houses[0], donor_name=who
        )
        changes, _ = contribute(commune, [draft])
    [last] = changes.ids
    reverse_line(commune, LineReversalDraft(last, "2026-07-01", "Ghi nhầm"))
    with commune.read() as session:
        may, june = labour_sheets(session, office_of(commune), [houses[0]])
    assert [one.month and one.month.month for one in (may, june)] == [5, 6]
    assert [(one.who, dict(one.by_day)) for one in may.lines] == [("Chi đoàn (12 người)", {30: Decimal(6)})]
    assert [(one.who, dict(one.by_day)) for one in june.lines] == [("Chi đoàn (5 người)", {2: Decimal("2.5")})]
    paper = labour_sheet(office_of(commune), june)
    [table] = [one for one in paper.blocks if isinstance(one, Table)]
    assert paper.wide
    assert [one.heading for one in table.columns][2:33] == [str(day) for day in range(1, 32)]
    assert table.rows[0][3] == table.total[3] == table.rows[0][33] == "2,5"
    blank = labour_sheet(office_of(commune), BLANK_LABOUR)
    assert [len(one.rows) for one in blank.blocks if isinstance(one, Table)] == [10]


def test_a_settlement_comes_out_even_or_names_the_difference_and_prints_reasons(
    commune: Workspace, houses: list[str], tmp_path: Path
) -> None:
    paid_day(commune)
    for text in printed(commune, tmp_path, PaperKind.SETTLEMENT, houses[0]):
        assert "Mức duyệt 30.000.000 đồng, đã chi 30.000.000 đồng. Chênh lệch: 0 đồng." in text
    for text in printed(commune, tmp_path, PaperKind.SETTLEMENT, houses[-1]):
        assert "Chênh lệch: 24.000.000 đồng, gồm:" in text
        assert "Đã phân bổ, chưa chi: 24.000.000 đồng" in text
    pay(commune, [PaymentDraft(houses[-1], FUND, 24_000_000, DAY, "PC 78", 2, reason="Trưởng bản đi viện")])
    for text in printed(commune, tmp_path, PaperKind.SETTLEMENT, houses[-1]):
        assert "- 24/10/2026, đợt 2, 24.000.000 đồng: Trưởng bản đi viện" in text
        assert "Chênh lệch: 0 đồng." in text


def test_the_sums_on_a_settlement_are_those_of_the_balances(commune: Workspace, houses: list[str]) -> None:
    paid_day(commune)
    with commune.read() as session:
        papers = settlements(session, office_of(commune), houses)
        totals = house_totals(session, houses)
    for case_id, paper in zip(houses, papers, strict=True):
        assert paper.settled is not None
        assert paper.settled.paid == totals[case_id].paid == sum(one.amount for one in paper.lines)
        assert paper.settled.allocated == totals[case_id].allocated


def test_a_sources_settlement_shows_its_balances_and_what_is_left(
    commune: Workspace, houses: list[str], tmp_path: Path
) -> None:
    paid_day(commune)
    with commune.read() as session:
        [source] = source_balances(session)
    for text in printed(commune, tmp_path, PaperKind.SOURCE_SETTLEMENT, source.id):
        for amount in (source.received, source.allocated, source.paid, source.left):
            assert whole_text(amount) in text
        assert "Đã nhận, chưa phân bổ: 1.040.000.000 đồng" in text
        assert "Đã phân bổ, chưa chi: 24.000.000 đồng" in text


def test_the_posted_statement_agrees_with_the_months_of_the_books_and_shows_no_full_number(
    commune: Workspace, houses: list[str], tmp_path: Path
) -> None:
    paid_day(commune)
    given = ContributionDraft(FUND, ContributionKind.CASH, DAY, 5_000_000, donor_name=f"Lò Văn Hặc {PHONE}")
    contribute(commune, [given])
    with commune.read() as session:
        flows = month_flows(session)
        [whole] = public_statements(session, office_of(commune), ["*"])
        [october] = public_statements(session, office_of(commune), ["2026-10"])
    assert list(whole.flows) == flows
    assert sum(one.amount for one in whole.paid) == sum(one.paid for one in flows)
    assert sum(one[-1] for one in whole.received) == sum(one.received for one in flows)
    assert sum(one.amount for one in october.paid) == flows[-1].paid == 360_000_000
    for text in printed(commune, tmp_path, PaperKind.PUBLIC_STATEMENT, "*"):
        assert whole_text(flows[-1].balance) in text
        assert not re.search(r"\d{7,}", text)
        assert "Lò Văn Hặc" not in text


def test_decomposed_names_and_unknown_ids_break_no_paper(commune: Workspace, tmp_path: Path) -> None:
    case = make_case(commune, unicodedata.normalize("NFD", NAME))
    make_approved(commune, case)
    for kind in (PaperKind.SIGN_FOR_LIST, PaperKind.SETTLEMENT, PaperKind.CASH_HANDOVER_MINUTES):
        for text in printed(commune, tmp_path, kind, case, new_id()):
            assert NAME in text
