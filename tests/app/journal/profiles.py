"""How many histories Hypothesis tries: the same few in every check, as many and ever new ones as EXAMPLES says.

    EXAMPLES=500 .venv/bin/python -m pytest tests/app/journal -n0

A failing history is made shorter then, unless NO_SHRINK is set.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any

from hypothesis import HealthCheck, Phase, settings

_EXAMPLES = int(os.environ.get("EXAMPLES", "0"))
_SHORTER = _EXAMPLES and "NO_SHRINK" not in os.environ

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]


def _tries(usually: int) -> Decorator:
    return settings(
        max_examples=_EXAMPLES or usually,
        deadline=None,
        database=None,
        derandomize=not _EXAMPLES,
        phases=list(Phase) if _SHORTER else [Phase.explicit, Phase.generate],
        suppress_health_check=list(HealthCheck),  # a history may be long, and laptops are set back after each
    )


#: Tests whose examples are small.
FEW = _tries(20)
#: Tests whose examples are whole histories of several laptops.
LONG = _tries(2)
