"""The menu "Giấy tờ": every form of the office to fill in by hand ("Biểu mẫu trống"), saved as a PDF."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QMenu

from app.progress import Progress
from app.wording import paper_pane as words
from app.wording.vocabulary import PAPER_KINDS
from models.vocabulary import Level, PaperKind
from views import messages
from views.page import WorkFrame

_MONEY = (
    PaperKind.PAYMENT_REQUEST,
    PaperKind.SIGN_FOR_LIST,
    PaperKind.PAYMENT_VOUCHER,
    PaperKind.CASH_HANDOVER_MINUTES,
    PaperKind.GOODS_HANDOVER_MINUTES,
    PaperKind.LABOUR_SHEET,
    PaperKind.SETTLEMENT,
    PaperKind.SOURCE_SETTLEMENT,
    PaperKind.PUBLIC_STATEMENT,
)
_GIVING = (
    PaperKind.RECEIPT,
    PaperKind.DONOR_LIST,
    PaperKind.THANKS_LETTER,
    PaperKind.CASHIER_LIST,
    PaperKind.DEPARTMENT_REPORT,
    PaperKind.DRIVE_STATEMENT,
)
_HOUSES = tuple(kind for kind in PaperKind if kind not in (*_MONEY, *_GIVING))


def offer_blank_forms(frame: WorkFrame, menu: QMenu) -> None:
    """Fill a menu with the forms of the office; an agency that only raises money has none of houses."""
    for title, kinds in blank_groups(frame):
        below = menu.addMenu(title)
        for kind in kinds:
            action = below.addAction(PAPER_KINDS[kind.value])
            action.triggered.connect(lambda _=False, kind=kind: save_blank(frame, kind))
    menu.menuAction().setVisible(True)


def blank_groups(frame: WorkFrame) -> tuple[tuple[str, tuple[PaperKind, ...]], ...]:
    """The forms of the office by what they are about."""
    if frame.workspace.author.level is Level.AGENCY:
        return ((words.FORMS_OF_GIVING, _GIVING),)
    return ((words.FORMS_OF_HOUSES, _HOUSES), (words.FORMS_OF_MONEY, _MONEY), (words.FORMS_OF_GIVING, _GIVING))


def save_blank(frame: WorkFrame, kind: PaperKind) -> None:
    """Save the blank form of a kind where the officer wants it."""
    name = Path.home() / f"{words.file_name(kind.value)}.pdf"
    target = messages.choose_save_file(words.SAVE_BLANK, "pdf", name)
    if target is not None:
        frame.runner.run(partial(write_blank, frame, kind, target), _say_saved, words.SAVING)


def write_blank(frame: WorkFrame, kind: PaperKind, target: Path, progress: Progress) -> Path:
    """Draw the blank form of a kind into a PDF; for the worker's thread."""
    from app.handover.issuing import print_blank_minutes  # what draws papers is slow to load
    from app.papers import ISSUED, print_papers

    if kind in ISSUED:
        print_blank_minutes(target, kind)
    else:
        print_papers(frame.workspace, kind, (), target, progress)
    return target


def _say_saved(target: Path) -> None:
    messages.success(words.SAVED.format(file=target.name))
