"""What a batch would do before it does it: which houses can go, which cannot and why, what should be looked at."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from app.drafts import together
from app.problems import Problem
from app.support.queries import CaseFacts


@dataclass(frozen=True)
class Outlook:
    """`ready` and `blocked` part the houses of a batch; `form` is wrong for all of them, `warnings` stop none."""

    ready: tuple[CaseFacts, ...] = ()
    blocked: tuple[tuple[CaseFacts, Problem], ...] = ()
    form: tuple[Problem, ...] = ()
    warnings: tuple[Problem, ...] = ()


def look_ahead(
    cases: Iterable[CaseFacts], check: Callable[[CaseFacts], Sequence[Problem]], form: Sequence[Problem] = ()
) -> Outlook:
    """Ask a rule about each house. A problem that names no house is one of the form; `form` adds more of those."""
    ready, blocked, warnings = [], [], []
    of_form = list(form)
    for one in cases:
        found = check(one)
        of_form += [problem for problem in found if "names" not in problem.values]
        own = [problem for problem in found if "names" in problem.values]
        wrong = next((problem for problem in own if not problem.warning), None)
        if wrong is not None:
            blocked.append((one, wrong))
            continue
        ready.append(one)
        warnings += own
    return Outlook(tuple(ready), tuple(blocked), tuple(together(of_form)), tuple(together(warnings)))
