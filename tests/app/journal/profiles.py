"""How many histories Hypothesis tries: few in every check, as many as EXAMPLES says when it is set."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any

from hypothesis import HealthCheck, Phase, settings

_EXAMPLES = int(os.environ.get("EXAMPLES", "0"))
_PHASES = [Phase.explicit, Phase.generate] if "NO_SHRINK" in os.environ else list(Phase)

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]


def _tries(usually: int) -> Decorator:
    return settings(
        max_examples=_EXAMPLES or usually,
        deadline=None,
        database=None,
        phases=_PHASES,
        suppress_health_check=list(HealthCheck),  # a history may be long, and laptops are set back after each
    )


#: Tests whose examples are small.
FEW = _tries(25)
#: Tests whose examples are whole histories of several laptops.
LONG = _tries(8)
