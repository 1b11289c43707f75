"""A household being typed that stands on the list already is told beside its name; only told."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.areas.queries import villages
from app.duplicates.typed import check_typed
from app.exchange.merging import receive_packages
from app.exchange.packing import export_packages
from app.filing import HouseholdForm, check_form, save_form
from app.households.drafts import HouseholdDraft, MemberDraft
from app.workspace import Workspace
from models.vocabulary import Category
from tests.app.duplicates.homes import write

SPOUSE = MemberDraft(name="Lò Văn Pâng", relation="Chồng", birth="1962")


@pytest.fixture
def village(commune: Workspace) -> str:
    write(commune, {"head_name": "Lò Văn Pâng", "birth": "1962", "citizen_id": "011062001234"})
    with commune.read() as session:
        return villages(session, "03151")[0].id


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"head_name": "LO VAN PANG", "birth": "1962"}, True),
        ({"head_name": "Pâng Lò Văn", "birth": "1962-05-03"}, True),
        ({"head_name": "Lò Pâng", "citizen_id": "011062001234", "village_id": None}, True),
        ({"head_name": "Quàng Thị Ín", "birth": "1965", "members": (SPOUSE,)}, True),
        ({"head_name": "Lò Văn Pâng"}, False),
        ({"head_name": "Lò Văn Pâng", "birth": "1990"}, False),
        ({"head_name": "Lò Văn Pản", "birth": "1962"}, False),
        ({"head_name": "Lò Văn Pâng", "birth": "1962", "citizen_id": "011062009999"}, False),
        ({"head_name": None, "citizen_id": "011062001234"}, False),
    ],
)
def test_number_or_name_birth_and_village_say_it(
    commune: Workspace, village: str, typed: dict[str, object], told: bool
) -> None:
    draft = HouseholdDraft(**{"village_id": village, **typed})  # type: ignore[arg-type]
    with commune.read() as session:
        found = check_typed(session, draft)
    assert [one.code for one in found] == ["household_likely"] * told
    assert all(one.warning and one.field == "head_name" for one in found)


def test_it_never_keeps_the_form_from_being_saved(commune: Workspace, village: str) -> None:
    form = HouseholdForm(
        HouseholdDraft(head_name="Lò Văn Pâng", birth="1962", village_id=village, category=Category.POOR)
    )
    assert [one.code for one in check_form(commune, form)] == ["household_likely"]
    _, household_id, _ = save_form(commune, form)
    again = HouseholdForm(HouseholdDraft(household_id, "Lò Văn Pâng", birth="1962", village_id=village, version=1))
    assert "household_likely" not in {one.code for one in check_form(commune, again)}


def test_an_upper_office_looks_in_all_communes(
    commune: Workspace, village: str, upper: Workspace, tmp_path: Path
) -> None:
    made = export_packages(commune, tmp_path, [upper.author.office])
    receive_packages(upper, [one.file for one in made])
    with upper.read() as session:
        [found] = check_typed(session, HouseholdDraft(head_name="Lo Van Pang", citizen_id="011062001234"))
    assert str(found.values["who"]).startswith("Lò Văn Pâng, 1962, ")
