"""The data folders in which the histories of the ledger begin: two houses, two sources, one contract, all known."""

from __future__ import annotations

import dataclasses
import shutil
from pathlib import Path

from app.exchange.packing import export_packages
from app.funding.drafts import ContractDraft, SourceDraft, SupplierDraft
from app.funding.operations import add_source
from app.funding.supply_operations import save_contract, save_supplier
from app.workspace import Workspace, open_workspace
from models.vocabulary import SourceKind
from tests.app.exchange.quick import receive
from tests.conftest import COMMUNE
from tests.make import make_approved, make_case
from tests.offices import set_up

CEILING = 200_000_000


def two_laptops(commune: Path, place: Path) -> tuple[Path, Path]:
    """Two laptops of a commune."""
    shutil.copytree(commune, place / "một")
    first = open_workspace(place / "một")
    draft = dataclasses.replace(COMMUNE, person="Cà Văn Thiện", device_name="Máy hai", series="b")
    second = set_up(place / "hai", draft)
    return _begun(first, second, first, place)


def two_offices(commune: Path, upper: Path, place: Path) -> tuple[Path, Path]:
    """A commune and the office above it, whose money the commune sets aside."""
    shutil.copytree(commune, place / "một")
    shutil.copytree(upper, place / "hai")
    first, second = open_workspace(place / "một"), open_workspace(place / "hai")
    return _begun(first, second, second, place)


def _begun(first: Workspace, second: Workspace, budget: Workspace, place: Path) -> tuple[Path, Path]:
    """`budget` is the laptop on which the budget's source is added, with its ceiling."""
    make_approved(first, make_case(first, "Lò Văn Một"), make_case(first, "Lò Văn Hai"))
    add_source(first, SourceDraft("QVNN", "Quỹ Vì người nghèo", SourceKind.FUND_FOR_POOR))
    add_source(first, SourceDraft("VAY", "Vay ngân hàng chính sách", SourceKind.BANK_LOAN))
    changes, _ = save_supplier(first, SupplierDraft("Cửa hàng vật liệu Bản Xá"))
    [supplier] = changes.ids
    save_contract(first, ContractDraft(supplier, "05/HĐ", "2026-03-01", "Xi măng"))
    add_source(budget, SourceDraft("NSTW", "Ngân sách trung ương", SourceKind.CENTRAL_BUDGET, CEILING))
    for sender, receiver in ((first, second), (second, first), (first, second)):
        sent = export_packages(sender, place, [receiver.author.office])
        for one in sent:
            receive(receiver, one.file)
    first.close()
    second.close()
    return place / "một", place / "hai"
