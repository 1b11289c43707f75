"""Proposals for an office's name, code and number series."""

from __future__ import annotations

import pytest

from app.office.naming import COMMITTEE, FRONT, Named, series_of, usual_name, usual_superior
from app.office.rules import CODE
from models.vocabulary import Level

PROVINCE, COMMUNE = Named("11", "Tỉnh Điện Biên"), Named("03151", "Phường Mường Lay")


def test_a_commune_has_the_code_of_the_map_whoever_keeps_its_data() -> None:
    assert usual_name(Level.COMMUNE, COMMITTEE, PROVINCE, COMMUNE) == Named("03151", "Ủy ban nhân dân phường Mường Lay")
    front = usual_name(Level.COMMUNE, FRONT, PROVINCE, COMMUNE)
    assert front == Named("03151", "Ủy ban Mặt trận Tổ quốc Việt Nam phường Mường Lay")


def test_the_front_of_a_province_is_another_office_than_its_committee() -> None:
    committee, front = usual_superior(COMMITTEE, PROVINCE), usual_superior(FRONT, PROVINCE)
    assert committee == Named("11", "Ủy ban nhân dân tỉnh Điện Biên")
    assert front.code not in ("", committee.code)


@pytest.mark.parametrize("level", list(Level))
@pytest.mark.parametrize("body", [COMMITTEE, FRONT])
def test_every_proposed_code_is_fit(level: Level, body: str) -> None:
    assert CODE.fullmatch(usual_name(level, body, PROVINCE, COMMUNE).code)
    assert usual_name(level, body, None, None) == Named("", "")


def test_further_laptops_have_letters() -> None:
    assert [series_of(number) for number in (1, 2, 3)] == [None, "b", "c"]
