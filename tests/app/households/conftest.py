"""Made-up households in the commune of the tests."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from app.areas.operations import village_id
from app.households.drafts import HouseholdDraft
from app.households.operations import save_household
from app.workspace import Workspace

HUA_NANG = village_id("03151", "Bản Hua Nạng")
CHI_LUONG = village_id("03151", "Bản Chi Luông")

Add = Callable[..., str]


@pytest.fixture
def add(commune: Workspace) -> Add:
    """Saves a household of the village Hua Nạng and gives its id."""

    def added(name: str, **fields: Any) -> str:
        draft = HouseholdDraft(**({"head_name": name, "village_id": HUA_NANG, "category": "poor"} | fields))
        return save_household(commune, draft)[1]

    return added
