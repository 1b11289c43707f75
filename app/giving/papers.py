"""The papers of giving, one form for each kind. `app.papers` lists them with those of the other rooms."""

from __future__ import annotations

from app.documents.paper_forms import About, PaperForm
from app.giving import donor_papers as donors
from app.giving import drive_papers as drives
from models.vocabulary import PaperKind

FORMS = (
    PaperForm(PaperKind.RECEIPT, About.CONTRIBUTION, donors.receipts, donors.receipt, donors.BLANK_RECEIPT),
    PaperForm(PaperKind.DONOR_LIST, About.BOOK, donors.donor_lists, donors.donor_list, donors.BLANK_LIST),
    PaperForm(
        PaperKind.THANKS_LETTER,
        About.DONOR,
        donors.thanks_letters,
        donors.thanks_letter,
        donors.BLANK_LETTER,
        office_text=True,
    ),
    PaperForm(PaperKind.CASHIER_LIST, About.DRIVE, drives.drive_papers, drives.cashier_list, drives.BLANK_DRIVE),
    PaperForm(
        PaperKind.DEPARTMENT_REPORT,
        About.DRIVE,
        drives.drive_papers,
        drives.department_report,
        drives.BLANK_DRIVE,
        office_text=True,
    ),
    PaperForm(PaperKind.DRIVE_STATEMENT, About.DRIVE, drives.drive_papers, drives.drive_statement, drives.BLANK_DRIVE),
)
