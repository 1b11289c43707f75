"""The map before a database: all of today's provinces and communes, found by their former names too."""

from __future__ import annotations

from app.areas.bundled_map import map_communes, map_provinces


def test_all_provinces_and_communes_are_there() -> None:
    assert len(map_provinces()) == 34
    assert sum(len(map_communes(one.code)) for one in map_provinces()) == 3321


def test_a_commune_knows_what_it_was_made_from() -> None:
    (found,) = [one for one in map_communes("11") if one.code == "03151"]
    assert found.name == "Phường Mường Lay"
    assert "Phường Na Lay" in found.former


def test_an_unknown_province_has_none() -> None:
    assert map_communes("99") == ()
