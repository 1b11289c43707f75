"""The papers of money, one form for each kind. `app.papers` lists them with those of the other rooms."""

from __future__ import annotations

from app.documents.paper_forms import About, PaperForm
from app.funding import handover_papers as handing
from app.funding import payment_papers as paying
from app.funding import settlement_papers as settling
from app.funding import source_papers as sources
from models.vocabulary import PaperKind

FORMS = (
    PaperForm(
        PaperKind.PAYMENT_REQUEST, About.PAYMENT_DAY, paying.payment_days, paying.payment_request, paying.BLANK_DAY
    ),
    PaperForm(
        PaperKind.PAYMENT_VOUCHER, About.PAYMENT, paying.paid_one_by_one, paying.payment_voucher, paying.BLANK_VOUCHER
    ),
    PaperForm(
        PaperKind.CASH_HANDOVER_MINUTES, About.PAYMENT, handing.cash_handovers, handing.cash_minutes, handing.BLANK_CASH
    ),
    PaperForm(
        PaperKind.GOODS_HANDOVER_MINUTES,
        About.GOODS_HANDOVER,
        handing.goods_handovers,
        handing.goods_minutes,
        handing.BLANK_GOODS,
    ),
    PaperForm(PaperKind.LABOUR_SHEET, About.CASE, handing.labour_sheets, handing.labour_sheet, handing.BLANK_LABOUR),
    PaperForm(PaperKind.SIGN_FOR_LIST, About.PAYMENT_DAY, paying.payment_days, paying.sign_for_list, paying.BLANK_DAY),
    PaperForm(PaperKind.SETTLEMENT, About.CASE, settling.settlements, settling.settlement, settling.BLANK_SETTLEMENT),
    PaperForm(
        PaperKind.SOURCE_SETTLEMENT,
        About.SOURCE,
        sources.source_papers,
        sources.source_paper,
        sources.BLANK_SOURCE,
    ),
    PaperForm(
        PaperKind.PUBLIC_STATEMENT,
        About.BOOK,
        sources.public_statements,
        sources.public_statement,
        sources.BLANK_STATEMENT,
    ),
)
