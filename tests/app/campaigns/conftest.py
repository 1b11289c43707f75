"""A small plan of its own."""

from pathlib import Path

import pytest

PLAN = Path(__file__).parent / "duong-doan-2026.toml"


@pytest.fixture
def plan_text() -> str:
    return PLAN.read_text(encoding="utf-8")
