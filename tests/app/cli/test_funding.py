"""`fund ...` on a real data folder: what comes in, is set aside, paid, taken back; the balances as JSON."""

import argparse
from collections.abc import Sequence
from typing import Any

import pytest

from app.cli.frame import Answer
from app.cli.main import build_parser
from app.problems import Refused
from app.support.queries import case_facts
from app.workspace import Workspace
from tests.make import make_approved, make_case


def run(workspace: Workspace, *words: str) -> Answer:
    """One command on an open data folder."""
    args: argparse.Namespace = build_parser().parse_args(words)
    answer: Answer = args.run(workspace, args)
    return answer


def households(workspace: Workspace, cases: Sequence[str]) -> list[str]:
    with workspace.read() as session:
        facts = case_facts(session, cases)
    return [facts[one].household_id for one in cases]


@pytest.fixture
def ids(commune: Workspace) -> list[str]:
    cases = [make_case(commune, "Lò Văn Một"), make_case(commune, "Lò Văn Hai")]
    make_approved(commune, *cases)
    run(commune, "fund", "source", "add", "--code", "NSTW", "--name", "Trung ương", "--kind", "central_budget")
    return households(commune, cases)


def balances(workspace: Workspace) -> Any:
    return run(workspace, "fund", "balances").data


def test_money_comes_in_is_set_aside_paid_and_taken_back(commune: Workspace, ids: list[str]) -> None:
    given = run(
        commune, "fund", "contribute", "--source", "NSTW", "--kind", "transfer", "--date", "01/03/2026",
        "--amount", "100 triệu",
    )  # fmt: skip
    assert "01/2026" in given.lines[0]
    run(commune, "fund", "allocate", *ids, "--source", "NSTW", "--amount", "36000000", "--date", "2026-03-02")
    paid = run(
        commune, "fund", "pay", ids[0], "--source", "NSTW", "--amount", "36000000", "--date", "2026-03-03",
        "--voucher", "PC 1", "--instalment", "1", "--thumbprint",
    )  # fmt: skip
    figures = {"received": 100_000_000, "allocated": 72_000_000, "paid": 36_000_000, "left": 64_000_000}
    expected = {"sources": [{"code": "NSTW", "kind": "central_budget", **figures}], "total": figures}
    assert balances(commune) == expected
    run(commune, "fund", "reverse", paid.data["changed"][0][-6:], "--date", "2026-03-04", "--reason", "Nhầm hộ")
    assert balances(commune)["total"]["left"] == 100_000_000


def test_goods_labour_and_advice_are_no_payable_money(commune: Workspace, ids: list[str]) -> None:
    common = ("--source", "NSTW", "--date", "2026-03-01", "--donor", "Công ty Hoa Ban")
    for words in (
        ("goods", "--quantity", "40", "--unit", "bao", "--amount", "3600000"),
        ("labour", "--quantity", "12", "--unit", "ngày công", "--household", ids[0]),
        ("advice", "--receipt", "PT 9"),
    ):
        run(commune, "fund", "contribute", *common, "--kind", *words)
    assert balances(commune)["total"] == {"received": 0, "allocated": 0, "paid": 0, "left": 0}


def test_too_much_is_refused_and_nothing_is_kept(commune: Workspace, ids: list[str]) -> None:
    run(
        commune, "fund", "contribute", "--source", "NSTW", "--kind", "cash", "--date", "2026-03-01", "--amount", "50tr"
    )  # fmt: skip
    with pytest.raises(Refused):
        run(commune, "fund", "allocate", *ids, "--source", "NSTW", "--amount", "30tr", "--date", "2026-03-02")
    with pytest.raises(Refused):
        run(
            commune, "fund", "pay", ids[0], "--source", "NSTW", "--amount", "1", "--date", "2026-03-03",
            "--voucher", "1",
        )  # fmt: skip
    assert balances(commune)["total"]["left"] == 50_000_000
