"""Results by unit: communes with a list, communes with totals only, who sent the last package."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.campaigns.totals import UnitTotalDraft, check_total, save_total
from app.exchange.merging import receive_package
from app.exchange.packing import export_packages
from app.problems import Refused, Stale
from app.reports.filling_values import places_of
from app.reports.unit_results import commune_choices, newest_total, unit_results
from app.workspace import Workspace
from tests.make import make_approved, make_case

TOTALS = UnitTotalDraft("03127", "2025-08-01", 10, 5, 8, 4, 3, 900_000_000, 500_000_000, source="Bà Hoa, 0912000111")


def test_a_commune_without_the_program_stands_with_its_totals(upper: Workspace) -> None:
    make_approved(upper, make_case(upper, commune_code="03151"))
    save_total(upper, TOTALS)
    with upper.read() as session:
        found = {one.code: one for one in unit_results(session)}
    listed, typed = found["03151"], found["03127"]
    assert (listed.needed, listed.approved, listed.totals_only, listed.note) == (1, 60_000_000, False, "chưa gửi gói")
    assert typed.name == "Phường Điện Biên Phủ"
    assert (typed.needed, typed.started, typed.given, typed.percent) == (15, 8, 3, 20)
    assert typed.note == "số tổng hợp, chưa có danh sách, đến 01/08/2025"


def test_newer_totals_are_a_row_of_their_own_and_the_list_wins(upper: Workspace) -> None:
    save_total(upper, TOTALS)
    save_total(upper, UnitTotalDraft("03127", "2025-08-08", 10, 5, 9, 5, 5, source="Công văn 12"))
    with upper.read() as session:
        assert newest_total(session, "03127").started == 9
        assert [one.started for one in unit_results(session)] == [9]
    make_case(upper, commune_code="03127")
    with upper.read() as session:
        (only,) = unit_results(session)
    assert (only.needed, only.totals_only, only.note) == (1, False, "đã có danh sách, không dùng số tổng hợp")


def test_totals_that_cannot_be_are_refused(upper: Workspace) -> None:
    codes = {one.code for one in check_total(UnitTotalDraft(""), "2025-08-01")}
    assert codes == {"total_commune_missing", "total_day_missing", "total_source_missing", "total_figure_missing"}
    with pytest.raises(Refused):
        save_total(upper, UnitTotalDraft("03127", "2025-08-01", 1, 0, 2, source="Bà Hoa"))
    save_total(upper, TOTALS)
    with upper.read() as session:
        seen = newest_total(session, "03127")
    assert seen.version is not None
    save_total(upper, seen)
    with pytest.raises(Stale):
        save_total(upper, UnitTotalDraft("03127", "2025-08-01", 12, source="x", id=seen.id, version=seen.version - 1))


def test_who_sent_the_last_package_is_told(commune: Workspace, upper: Workspace, tmp_path: Path) -> None:
    make_case(commune)
    (sent,) = export_packages(commune, tmp_path)
    receive_package(upper, sent.file)
    with upper.read() as session:
        (found,) = unit_results(session)
    assert found.sent_by == commune.author.user_name
    assert found.sent_at is not None
    assert found.note == ""


def test_a_form_is_filled_with_totals_where_there_is_no_list(upper: Workspace) -> None:
    save_total(upper, TOTALS)
    with upper.read() as session:
        places = places_of(session, ())
        known = {code for code, _ in commune_choices(session)}
    found = places.named("Điện Biên Phủ")
    assert not isinstance(found, str)
    assert found.known
    assert {"03127", "03151"} <= known
