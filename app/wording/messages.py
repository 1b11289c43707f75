"""Turns codes into the sentences that people read."""

from __future__ import annotations

from app.problems import Problem, Trouble
from app.wording.problems import PROBLEMS
from app.wording.troubles import TROUBLES


def problem_text(problem: Problem) -> str:
    """The sentence of a problem, its values filled in; a value `where` says first in which place of a file it is."""
    sentence = PROBLEMS[problem.code].format(**problem.values)
    return f"{problem.values['where']}: {sentence}" if problem.values.get("where") else sentence


def trouble_text(trouble: Trouble) -> str:
    """The sentence of a fault of the world, its values filled in."""
    return TROUBLES[trouble.code].format(**trouble.values)
