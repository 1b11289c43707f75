"""What tests of PINs share: a folder of tests takes the fixture by importing it into its conftest."""

from __future__ import annotations

import pytest
from argon2 import PasswordHasher

from app.office import pins


@pytest.fixture
def quick_pins(monkeypatch: pytest.MonkeyPatch) -> None:
    """Argon2id with the least work it takes: dozens of PINs are tried in one test."""
    monkeypatch.setattr(pins, "_HASHER", PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
