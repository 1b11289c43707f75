"""Does a change beside the window and says how it went: the one way from a button of a page to an operation."""

from __future__ import annotations

from collections.abc import Callable, Collection

from app.problems import Problem
from app.wording.frame import with_warnings
from app.wording.messages import problem_text
from app.wording.months import late_text
from app.workspace import Changes
from views import messages
from views.page import WorkFrame
from views.runner import Failed

Outcome = Changes | tuple[Changes, list[Problem]] | tuple[Changes, str, list[Problem]]


def do(
    frame: WorkFrame,
    operation: Callable[[], Outcome],
    title: str,
    told: str,
    done: Callable[[], object] | None = None,
    failed: Failed | None = None,
    shown: Collection[str] | None = None,
) -> None:
    """Run an operation on the worker; then say `told` at the bottom, with "Hoàn tác" where the action has one.

    `title` names the work while it runs. `done` follows on success, `failed` replaces telling the error. `shown` are
    the codes of warnings that the officer saw before; where it is given, others are told with `told`.
    """

    def finish(outcome: Outcome) -> None:
        changes = outcome if isinstance(outcome, Changes) else outcome[0]
        found = [] if shown is None or isinstance(outcome, Changes) else outcome[-1]
        new = [problem_text(one) for one in found if one.code not in (shown or ())]
        new += [late_text(*one) for one in changes.late]
        if new:
            messages.warning(with_warnings(told, new))
        else:
            messages.success(told, frame.take_back if changes.action.undoable else None)
        if done is not None:
            done()

    frame.runner.run(lambda _: operation(), finish, title, failed)
