"""What every command has in common: the options, the answer as JSON or as text, the exit status of each failure."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from app.devices import settle_copy
from app.documents.sample_mark import mark_papers
from app.local import is_sample, pins_kept
from app.paths import data_folder
from app.problems import Cancelled, Problem, Refused, Stale, Told, Trouble, refuse
from app.wording import cli as words
from app.wording.exchange import COPIED_FOLDER
from app.wording.messages import problem_text, trouble_text
from app.workspace import Workspace, open_workspace

DONE, REFUSED, WRONG_CALL, TROUBLE, CANCELLED = range(5)


@dataclass
class Answer:
    """What a command gives back: `data` for `--json`, `lines` for people, `warnings` for standard error."""

    data: Any
    lines: Sequence[str] = ()
    warnings: Sequence[Problem] = ()
    status: int = DONE


Run = Callable[[Workspace, argparse.Namespace], Answer]


@dataclass
class Commands:
    """Where the groups of commands register themselves; a name of two words makes a subcommand."""

    parser: argparse.ArgumentParser
    common: argparse.ArgumentParser
    _groups: dict[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Open the first level of commands."""
        self._groups[""] = self.parser.add_subparsers(dest="command", metavar=words.COMMAND, required=True)

    def group(self, name: str, text: str, run: Run | None = None) -> None:
        """Open a group such as `fund`, whose commands follow as `fund add`; `run` is what the bare name does."""
        above, _, last = name.rpartition(" ")
        parents = [self.common] if run else []
        parser = self._groups[above].add_parser(last, help=text, description=text, parents=parents)
        parser.set_defaults(run=run, opens=True)
        self._groups[name] = parser.add_subparsers(dest=f"{name}_command", metavar=words.COMMAND, required=run is None)

    def add(self, name: str, text: str, run: Run, *, opens: bool = True) -> argparse.ArgumentParser:
        """Register a command; without `opens` it gets no workspace and is called as `run(None, args)`."""
        group, _, last = name.rpartition(" ")
        parser: argparse.ArgumentParser = self._groups[group].add_parser(
            last, help=text, description=text, parents=[self.common]
        )
        parser.set_defaults(run=run, opens=opens)
        return parser


def common_options(*, defaults: bool) -> argparse.ArgumentParser:
    """The four options that may stand before and after the command."""
    missing = None if defaults else argparse.SUPPRESS
    options = argparse.ArgumentParser(add_help=False, exit_on_error=False)
    options.add_argument("--data", metavar="DIR", default=missing, help=words.DATA)
    options.add_argument("--password-file", metavar="F", default=missing, help=words.PASSWORD_FILE)
    options.add_argument("--user", metavar="NAME", default=missing, help=words.USER)
    options.add_argument(
        "--json", action="store_true", default=False if defaults else argparse.SUPPRESS, help=words.JSON
    )
    return options


def run_command(args: argparse.Namespace) -> int:
    """Run the chosen command, print its answer or its failure, and return the exit status."""
    try:
        answer = _answer(args)
    except Told as told:
        return _print_failure(told, as_json=args.json)
    for warning in answer.warnings:
        print(problem_text(warning), file=sys.stderr)
    try:
        _print_answer(answer, as_json=args.json)
    except BrokenPipeError:  # who reads our lines has read enough; what was to do is done
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return answer.status


def _print_answer(answer: Answer, as_json: bool) -> None:
    if as_json:
        print(json.dumps(answer.data, ensure_ascii=False, indent=1))
    else:
        for line in answer.lines:
            print(line)
    sys.stdout.flush()


def _answer(args: argparse.Namespace) -> Answer:
    if not args.opens:
        return args.run(None, args)  # type: ignore[no-any-return]
    workspace = open_workspace(data_folder(args.data), args.user)
    try:
        letter = settle_copy(workspace)
        if letter is not None:
            print(COPIED_FOLDER.format(letter=letter), file=sys.stderr)
        _prove(workspace, args)
        with workspace.engine.connect() as connection:
            mark_papers(is_sample(connection))
        late: dict[str, str] = {}
        workspace.listener = lambda changes: late.update(changes.late)
        answer: Answer = args.run(workspace, args)
        return _with_late(answer, late)
    finally:
        mark_papers(sample=False)
        workspace.close()


def _with_late(answer: Answer, late: Mapping[str, str]) -> Answer:
    """An answer that also tells the closed months into which lines were dated."""
    if late:
        from app.wording.months import late_text

        told = [late_text(*one) for one in sorted(late.items())]
        print(*told, sep="\n", file=sys.stderr)
        if isinstance(answer.data, dict):
            answer.data["warnings"] = [*answer.data.get("warnings", []), *told]
    return answer


def _prove(workspace: Workspace, args: argparse.Namespace) -> None:
    """Who has a PIN works here with it only: the first line of the password file."""
    with workspace.engine.connect() as connection:
        if not pins_kept(connection):
            return
    from app.office.pins import pin_state, prove  # Argon2 is loaded where there are PINs

    author = workspace.author
    if pin_state(workspace, author.user_id) is None:
        return
    lines = password_lines(args.password_file)
    if not lines:
        raise refuse("password-file", "pin_needed", name=author.user_name)
    prove(workspace, author.user_id, lines[0])


def password_lines(file: str | None) -> list[str]:
    """The lines of a password file: the PIN of a user who has one stands first, the password of a file last.

    None for a call without one. Raises `Refused` for a file that cannot be read.
    """
    if file is None:
        return []
    try:
        text = Path(file).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise refuse("password-file", "password_file_unread", name=Path(file).name) from error
    return [line.strip() for line in text.splitlines() if line.strip()]


def first_line(file: str | Path | None) -> str | None:
    """The password in a file: on the command line every user of the machine could read it. Raises `Refused`."""
    return next(iter(password_lines(str(file))), None) if file is not None else None


def _print_failure(told: Told, *, as_json: bool) -> int:
    problems: list[dict[str, str]] = []
    if isinstance(told, Refused):
        status = REFUSED
        problems = [{"field": one.field, "code": one.code, "message": problem_text(one)} for one in told.problems]
        message = " ".join(dict.fromkeys(one["message"] for one in problems))
    elif isinstance(told, Stale):
        status, message = REFUSED, words.STALE
    elif isinstance(told, Cancelled):
        status, message = CANCELLED, words.CANCELLED
    elif isinstance(told, Trouble):
        status, message = TROUBLE, trouble_text(told)
    else:
        raise told
    if as_json:
        error = {"status": status, "message": message, "problems": problems}
        print(json.dumps({"error": error}, ensure_ascii=False, indent=1))
    print(message, file=sys.stderr)
    return status


def changed(ids: Sequence[str], line: str, warnings: Sequence[Problem] = ()) -> Answer:
    """The answer of a command that changes something."""
    texts = [problem_text(one) for one in warnings]
    return Answer({"changed": list(ids), "warnings": texts}, [line], warnings)
