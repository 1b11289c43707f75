"""The commands about houses, as scripts call them: JSON keys, exit statuses, ids by their ending."""

import json
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from app.cli.main import main
from app.months.operations import close_month
from app.support.queries import case_facts
from app.workspace import Workspace
from models.vocabulary import WorkType
from tests.make import make_household

SOURCE = ["fund", "source", "add", "--code", "NSTW", "--name", "Ngân sách trung ương", "--kind", "central_budget"]


class Shell:
    """Runs commands on one data folder and reads what they print."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self.capsys = capsys

    def __call__(self, *words: str, status: int = 0) -> Any:
        """The JSON answer of a command that ends with this status."""
        self.capsys.readouterr()
        found = main([*words, "--json", "--data", str(self.folder)])
        out, err = self.capsys.readouterr()
        assert found == status, err
        return json.loads(out)


@pytest.fixture
def shell(commune: Workspace, capsys: pytest.CaptureFixture[str]) -> Shell:
    return Shell(commune.folder, capsys)


def codes(answer: Any) -> set[str]:
    return {one["code"] for one in answer["error"]["problems"]}


def test_a_house_goes_all_the_way_by_commands(commune: Workspace, shell: Shell, tmp_path: Path) -> None:
    household = make_household(commune)
    ending = household[-6:]
    assert shell("support", "set", ending, "--work", "new_build", "--amount", "60tr") == {
        "changed": [household],
        "warnings": [],
    }
    shell(*SOURCE)
    answer = shell("support", "approve", ending, "--decision", "45/QĐ-UBND", "--date", "15/07/2025", "--source", "NSTW")
    assert answer["changed"] == [household]
    assert len(answer["warnings"]) == 4
    paid = shell(
        *("fund", "pay", ending, "--source", "NSTW", "--amount", "36.000.000", "--date", "2025-07-21"),
        *("--voucher", "PC 101/2025", "--instalment", "1"),
    )
    shell("stage", "record", ending, "--stage", "start", "--date", "2025-07-25")
    shell("stage", "record", ending, "--stage", "foundation", "--date", "2025-08-08", "--note", "Móng đá")
    shell("inspect", ending, "--date", "2025-08-09", "--result", "pass")
    shell(
        *("accept", ending, "--date", "2025-10-08", "--area", "36,5", "--hard", "foundation,frame_wall,roof"),
        *("--cost", "NSTW=60000000", "--cost", "HO=5tr"),
    )
    shell("handover", ending, "--date", "2025-11-03", "--place", "Nhà văn hóa bản Hua Nạng")
    shown = shell("household", "show", ending)
    expected = {
        "status": "handed_over",
        "stage": "foundation",
        "programme": "xoa-nha-tam",
        "work_type": "new_build",
        "requested_amount": 60_000_000,
        "approved_amount": 60_000_000,
        "paid_amount": 36_000_000,
        "started_on": "2025-07-25",
        "accepted_on": "2025-10-08",
        "handed_over_on": "2025-11-03",
    }
    assert {name: shown[name] for name in expected} == expected
    [line] = paid["changed"]
    shell("fund", "reverse", line[-8:], "--date", "2025-07-22", "--reason", "Chi nhầm hộ")
    assert shell("household", "show", ending)["paid_amount"] == 0
    target = tmp_path / "Biên bản.pdf"
    for what in ([ending], ["--all"], ["--blank"]):
        answer = shell("print", "handover_minutes", *what, str(target))
        assert answer == {"files": [str(target)], "pages": len(PdfReader(target).pages)}
    answer = shell("print", "completion_check", "--all", str(target))
    assert answer["pages"] == len(PdfReader(target).pages)


def test_minutes_of_many_houses_are_numbered_on_request(commune: Workspace, shell: Shell, tmp_path: Path) -> None:
    households = [make_household(commune, name) for name in ("Lò Văn Pâng", "Quàng Thị Ín")]
    for one in households:
        shell("support", "set", one, "--work", "repair")
        shell("accept", one, "--date", "2025-10-08", "--hard", "frame_wall,roof")
    answer = shell("handover", *households, "--date", "2025-11-03")
    assert answer["changed"] == households
    target = tmp_path / "Biên bản.pdf"
    shell("print", "handover_minutes", *households, str(target), "--numbering", "register", "--copies", "4")
    text = " ".join(page.extract_text() for page in PdfReader(target).pages)
    assert "01/BB-UBND" in text
    assert "02/BB-UBND" in text
    assert "04 (bốn) bản" in " ".join(text.split())


def test_a_rule_that_is_broken_ends_with_status_1_and_changes_nothing(
    commune: Workspace, shell: Shell, tmp_path: Path
) -> None:
    household = make_household(commune)
    assert codes(shell("accept", household, "--date", "2025-10-08", status=1)) == {"no_case"}
    shell("support", "set", household, "--work", "new_build")
    approve = ("support", "approve", household, "--decision", "45/QĐ-UBND", "--date")
    assert codes(shell(*approve, "2025-07-15", "--amount", "0", status=1)) == {"amount_not_positive"}
    assert codes(shell(*approve, "32/13/2025", status=1)) == {"date_not_exist"}
    assert codes(shell("handover", household, "--date", "2025-11-03", status=1)) == {"not_accepted"}
    pay = ("fund", "pay", household, "--source", "KHONG", "--date", "2025-07-21", "--voucher", "1", "--amount")
    assert codes(shell(*pay, "1", status=1)) == {"source_unknown"}
    shell("fund", "source", "add", "--code", "KHONG", "--name", "Ngân sách xã", "--kind", "local_budget")
    assert codes(shell(*pay, "0", status=1)) == {"amount_not_positive"}
    accept = ("accept", household, "--date", "2025-10-08")
    assert codes(shell(*accept, status=1)) == {"area_missing", "parts_not_hard"}
    assert codes(shell(*accept, "--hard", "door", status=1)) == {"part_unknown"}
    assert codes(shell(*accept, "--cost", "NSTW", status=1)) == {"cost_form"}
    stage = ("stage", "record", household, "--stage", "roof", "--date", "2025-08-08")
    assert codes(shell(*stage, "--planned", status=1)) == {"not_built_yet"}
    target = str(tmp_path / "Biên bản.pdf")
    assert codes(shell("print", "handover_minutes", household, target, status=1)) == {"not_accepted"}
    assert codes(shell("print", "handover_minutes", "--all", target, status=1)) == {"nothing_to_print"}
    assert codes(shell("print", "handover_minutes", target, status=1)) == {"print_what"}
    assert codes(shell("print", "handover_minutes", "--blank", "a.docx", status=1)) == {"paper_only_pdf"}
    shell("accept", household, "--date", "2025-10-08", "--exempt", "Nhà lắp ghép")
    with commune.read() as session:
        [facts] = case_facts(session).values()
    assert (facts.decisions, facts.payments, facts.stages, len(facts.acceptances)) == ((), (), (), 1)


def test_approving_opens_a_case_for_a_household_that_has_none(commune: Workspace, shell: Shell) -> None:
    household = make_household(commune)
    approve = ("support", "approve", household, "--decision", "45/QĐ-UBND", "--date", "2025-07-15")
    assert codes(shell(*approve, status=1)) == {"decision_amount_missing"}
    shell(*approve, "--amount", "60000000")
    shown = shell("household", "show", household)
    assert (shown["status"], shown["approved_amount"]) == ("approved", 60_000_000)


def test_the_programme_picks_the_case_of_a_household_with_several(commune: Workspace, shell: Shell) -> None:
    household = make_household(commune)
    shell("support", "set", household, "--work", WorkType.NEW_BUILD)
    shell("support", "set", household, "--work", "repair", "--programme", "quy-vi-nguoi-ngheo")
    shell("accept", household, "--date", "2025-10-08", "--programme", "Quỹ Vì người nghèo")
    with commune.read() as session:
        accepted = {one.programme.code: bool(one.acceptances) for one in case_facts(session).values() if one.programme}
    assert accepted == {"xoa-nha-tam": False, "quy-vi-nguoi-ngheo": True}


def test_an_exception_is_recorded_and_ended(commune: Workspace, shell: Shell) -> None:
    household = make_household(commune)
    shell("support", "set", household, "--work", "new_build")
    given = ("--date", "2025-08-01", "--reason", "Chờ thợ")
    shell("support", "except", household, "--case", "on_hold", *given, "--review", "15/11/2025")
    assert shell("household", "show", household)["status"] == "on_hold"
    shell("support", "except", household, "--case", "resumed", *given)
    assert shell("household", "show", household)["status"] == "registered"


def test_kinds_and_sources_are_listed(shell: Shell) -> None:
    kinds = [one["kind"] for one in shell("print", "kinds")]
    assert kinds[:3] == ["handover_minutes", "completion_check", "application"]
    assert {"survey_form", "review_minutes", "posting_list", "submission", "decision", "stage_minutes"} <= set(kinds)
    assert shell("fund", "source", "list") == []
    shell(*SOURCE, "--ceiling", "2,1 tỷ")
    [source] = shell("fund", "source", "list")
    assert (source["code"], source["kind"], source["ceiling"]) == ("NSTW", "central_budget", 2_100_000_000)
    assert codes(shell(*SOURCE, status=1)) == {"source_code_taken"}


def test_a_wrong_call_ends_with_status_2(shell: Shell, capsys: pytest.CaptureFixture[str]) -> None:
    for words in (["print", "poem", "a.pdf"], ["support", "approve", "abcdef"], ["fund", "pay"]):
        with pytest.raises(SystemExit) as ended:
            main([*words, "--data", str(shell.folder)])
        assert ended.value.code == 2
    assert capsys.readouterr().err


def test_a_command_tells_of_a_line_dated_into_a_closed_month(commune: Workspace, shell: Shell) -> None:
    ending = make_household(commune)[-6:]
    shell("support", "set", ending, "--work", "new_build")
    shell("support", "approve", ending, "--decision", "45/QĐ-UBND", "--date", "15/07/2025", "--amount", "60tr")
    close_month(commune, "2025-07")
    late = shell("stage", "record", ending, "--stage", "start", "--date", "2025-07-25")
    assert any("07/2025" in one and "khóa sổ" in one for one in late["warnings"])
    assert shell("stage", "record", ending, "--stage", "foundation", "--date", "2025-08-08")["warnings"] == []
