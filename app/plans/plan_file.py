"""A plan as one .toml file: read into drafts with errors that name line and key, and written back to the same content.

The keys are described in docs/campaigns.md. A file of somebody else is never trusted: its size is limited, unknown keys
are refused, and every problem says in which line it stands.
"""

from __future__ import annotations

import difflib
import json
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from app.documents.intake import kind_of
from app.documents.saving import whole_file
from app.drafts import tidied
from app.plans.drafts import PARTS, CampaignDraft, FieldKind, FieldSpec, PartDraft, specs
from app.plans.rules import check_plan
from app.problems import Problem, Refused, errors, refuse, refuse_errors
from app.wording import campaigns as words
from app.wording.campaigns import plan_label

MAX_BYTES = 2_000_000
_PLACE = re.compile(r"at line (\d+), column (\d+)")
#: Strings and comments of a TOML text: what looks like a key inside them is none.
_QUIET = re.compile(r'"""(?:[^\\]|\\.)*?"""|\'\'\'.*?\'\'\'|"(?:[^"\\\n]|\\.)*"|\'[^\'\n]*\'|#[^\n]*', re.DOTALL)
_HEADER = re.compile(r"\s*\[\[\s*([\w-]+)\s*\]\]")
#: Control signs and turns of direction: no paper can hold them, and they hide what stands there.
_UNSEEN = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
#: A figure that a number of TOML holds exactly.
_FIGURE = re.compile(r"(?=.{1,15}$)(?:0|[1-9]\d*)(?:\.\d*[1-9])?")
_KEY = re.compile(r"\s*([\w-]+)\s*=")


@dataclass(frozen=True)
class _Lines:
    """Where the keys of a file stand: line by (table, number of the table among its like, key); the head as key ""."""

    found: dict[tuple[str, int, str], int] = field(default_factory=dict)

    def where(self, part: str, place: int, key: str) -> str:
        """The line and key in words; a key that is not there is looked for at the head of its table."""
        line = self.found.get((part, place, key))
        if line is not None:
            return words.AT_KEY.format(line=line, key=key)
        return words.AT_LINE.format(line=self.found.get((part, place, ""), 1))


def read_plan_file(path: Path) -> tuple[CampaignDraft, list[Problem]]:
    """The plan of a file and its warnings. Raises `Refused` with every problem by line, `Trouble` for the file."""
    kind_of(path)
    content = path.read_bytes()
    if len(content) > MAX_BYTES:
        raise refuse("", "plan_file_large", limit=MAX_BYTES // 1000)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        raise refuse("", "plan_not_text", line=content[: fault.start].count(b"\n") + 1) from fault
    return read_plan(text)


def read_plan(text: str) -> tuple[CampaignDraft, list[Problem]]:
    """The plan of a text and its warnings. Raises `Refused` with every problem by line and key."""
    text = text.replace("\r\n", "\n")
    data = _parsed(text)
    lines = _Lines(dict(_line_index(text)))
    problems: list[Problem] = []
    parts: dict[str, Any] = {f"{part}s": tuple(_parts(part, data, lines, problems)) for part in PARTS}
    own = {name: value for name, value in data.items() if name not in PARTS}
    draft = _draft(CampaignDraft, "campaign", 0, own, lines, problems)
    if errors(problems):
        raise Refused(problems)
    draft = replace(draft, **parts)
    return draft, refuse_errors([_placed(one, lines) for one in check_plan(draft)])


def _parsed(text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except ValueError as fault:  # of tomllib, and of int for a number of thousands of digits
        found = _PLACE.search(str(fault))
        line, column = found.groups() if found else (text.count("\n") + 1, 1)
        raise refuse("", "plan_not_toml", line=line, column=column) from fault
    except RecursionError as fault:
        raise refuse("", "plan_not_toml", line=1, column=1) from fault


def _line_index(text: str) -> Iterator[tuple[tuple[str, int, str], int]]:
    """Each key and table head with its line."""
    bare = _QUIET.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text)
    part, place, depth = "campaign", 0, 0
    seen: dict[str, int] = {}
    for number, line in enumerate(bare.split("\n"), start=1):
        if depth == 0 and (head := _HEADER.match(line)):
            part = head[1]
            place = seen[part] = seen.get(part, -1) + 1
            yield (part, place, ""), number
            continue
        if depth == 0 and (key := _KEY.match(line)):
            yield (part, place, key[1]), number
        depth += line.count("[") + line.count("{") - line.count("]") - line.count("}")


def _parts(part: str, data: Mapping[str, Any], lines: _Lines, problems: list[Problem]) -> Iterator[PartDraft]:
    tables = data.get(part, [])
    if not isinstance(tables, list) or not all(isinstance(one, dict) for one in tables):
        where = lines.where("campaign", 0, part)
        problems.append(Problem(part, "plan_wants_tables", {"name": part, "where": where}))
        return
    for place, table in enumerate(tables):
        yield _draft(PARTS[part], part, place, table, lines, problems)


def _draft(
    kind: type[Any], part: str, place: int, table: Mapping[str, Any], lines: _Lines, problems: list[Problem]
) -> Any:
    """One table as its draft; what is wrong joins the problems."""
    known = specs(kind)
    values: dict[str, Any] = {}
    for name, given in table.items():
        address = name if part == "campaign" else f"{part}.{place}.{name}"
        told: dict[str, object] = {"where": lines.where(part, place, name)}
        if name not in known:
            close = difflib.get_close_matches(name, [*known, *(PARTS if part == "campaign" else ())], n=1)
            meant = words.MEANT.format(names=close[0]) if close else ""
            problems.append(Problem(address, "plan_key_unknown", {"name": name, "meant": meant, **told}))
            continue
        try:
            values[name] = _value(known[name], given)
        except _Unfit as unfit:
            problems.append(Problem(address, unfit.code, {"label": plan_label(part, name), **told}))
    return tidied(kind(**values))


class _Unfit(Exception):
    """A value of another kind than its key asks for."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def _value(spec: FieldSpec, given: Any) -> Any:
    """A TOML value as the draft holds it."""
    match spec.kind:
        case FieldKind.FLAG:
            return _checked(given, isinstance(given, bool), "plan_wants_flag")
        case FieldKind.WHOLE:
            return _checked(given, type(given) is int and 0 <= given < 2**63, "plan_wants_whole")
        case FieldKind.DECIMAL:
            number = isinstance(given, int | float | str) and not isinstance(given, bool)
            return _decimal(_checked(given, number, "plan_wants_decimal"))
        case FieldKind.CODES:
            texts = [given] if isinstance(given, str) else given
            fits = isinstance(texts, list) and all(isinstance(one, str) for one in texts)
            return tuple(" ".join(_checked(texts, fits, "plan_wants_list")).split())
        case FieldKind.DAY | FieldKind.PERIOD:
            text = _text(given, "plan_wants_day")
            return text.upper() if text else text
        case _:
            return _text(given, "plan_wants_text")


def _checked(given: Any, fits: bool, code: str) -> Any:
    if not fits:
        raise _Unfit(code)
    return given


def _decimal(given: float | str) -> str:
    text = str(given).strip()
    if "." in text and text.replace(".", "", 1).isdigit():
        text = text.rstrip("0").rstrip(".")
    return text


def _text(given: Any, code: str) -> str:
    """Text as it stands; numbers and dates as they are written; several texts are one, with semicolons."""
    if isinstance(given, datetime | time | bool | dict):
        raise _Unfit(code)
    if isinstance(given, list) and all(isinstance(one, str) for one in given):
        return _UNSEEN.sub(" ", "; ".join(given))
    if isinstance(given, date):
        return given.isoformat()
    return _UNSEEN.sub(" ", str(_checked(given, isinstance(given, str | int | float), code)))


def _placed(problem: Problem, lines: _Lines) -> Problem:
    """A problem of the rules with the line it stands in."""
    part, _, rest = problem.field.partition(".")
    place, _, key = rest.partition(".")
    where = lines.where(part, int(place), key) if rest else lines.where("campaign", 0, problem.field)
    return replace(problem, values={**problem.values, "where": where})


# Writing


def write_plan(draft: CampaignDraft) -> str:
    """The plan as the text of its file; reading it gives the same plan."""
    blocks = ["\n".join(_lines_of(draft))]
    for part in PARTS:
        blocks += ["\n".join([f"[[{part}]]", *_lines_of(one)]) for one in draft.parts(part)]
    return "\n\n".join(blocks) + "\n"


def _lines_of(draft: PartDraft | CampaignDraft) -> Iterator[str]:
    for name, spec in specs(type(draft)).items():
        value = getattr(draft, name)
        bare = spec.kind is FieldKind.DECIMAL and _FIGURE.fullmatch(value or "")
        if value not in (None, ()):
            yield f"{name} = {value if bare else _written(value)}"


def _written(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, tuple):
        return "[" + ", ".join(_written(one) for one in value) + "]"
    return json.dumps(str(value), ensure_ascii=False).replace("\x7f", "\\u007f")


def save_plan_file(path: Path, draft: CampaignDraft) -> None:
    """Write the plan's file, whole or not at all. Raises `Trouble`."""
    with whole_file(path) as stream:
        stream.write(write_plan(draft).encode())
