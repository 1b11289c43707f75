"""Results by unit: the units that the plan gives a target stand there with all that lies under them."""

from __future__ import annotations

from app.reports.asked import Asked
from app.reports.catalogue import make_report
from app.workspace import Workspace


def test_the_units_with_a_target_stand_for_what_lies_under_them(upper: Workspace) -> None:
    report = make_report(upper, "units", Asked("2023-09-01", "2023-06-01", campaign="soc-trang-2023"))
    table = report.tables[0]
    keys = [one.key for one in table.columns]
    rows = [dict(zip(keys, one.cells, strict=True)) for one in table.rows]
    targets = {str(one["name"]): one["target"] for one in rows if one["target"]}
    assert (len(targets), targets["Huyện Kế Sách"], targets["Thành phố Sóc Trăng"]) == (11, 320, 20)
    assert table.total_of("target") == 1_200
    assert not [one for one in rows if str(one["name"]).startswith("Xã ")]
