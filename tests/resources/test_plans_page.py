"""docs/plans.md has a row for every task of the five plans, and calls the program's pages and buttons as they are."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from app.plans.plan_file import read_plan_file

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "plans.md").read_text(encoding="utf-8")
PLANS = sorted((ROOT / "resources" / "campaigns").glob("*.toml"))
#: Words of the plans themselves that the page quotes.
OF_THE_PLANS = {
    "359/QĐ-TTg",
    "Tháng cao điểm",
    "chậm nhất hết ngày 04/11/2024",
    "theo chỉ tiêu phân bổ khi có Kế hoạch tổng kết",
    "theo hướng dẫn",
    "trao tặng",
}


@pytest.mark.parametrize("file", PLANS, ids=lambda file: file.stem)
def test_every_task_of_a_plan_has_its_row(file: Path) -> None:
    section = PAGE.split(f"({file.stem})\n")[1].split("\n## ")[0]
    rows = re.findall(r"^\| (\S+) \| .+ \| .+ \|$", section, re.MULTILINE)
    assert [one for one in rows if one not in ("#", "---")] == [one.number for one in read_plan_file(file)[0].tasks]


def test_every_label_is_a_label_of_the_program() -> None:
    said = "\n".join(file.read_text(encoding="utf-8") for file in (ROOT / "app" / "wording").glob("*.py"))
    quoted = set(re.findall(r'"([^"]+)"', PAGE)) - OF_THE_PLANS
    assert {one for one in quoted if one not in said} == set()


def test_what_is_left_out_is_said() -> None:
    left_out = PAGE.split("## Left out on purpose")[1]
    assert "ST#11" in left_out
