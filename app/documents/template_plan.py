"""The fields of a paper's Word template: found in its blank form, known again in a filled one by their sentences.

A blank form holds every sentence the paper usually has. `plan_of` gives each of its values a name that is unique in the
paper ({ho_ten}, {ho_ten_2}) and the same paper with these names in place of the dots; `template_values` reads a filled
paper by it. Both papers are drawn within `named_values.naming()`.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from app.documents.layout import BLANK
from app.documents.named_values import plain, skeleton, values_in
from app.documents.parts import Letterhead, Signature
from app.documents.text_paper import Block, Dots, Table, Text, TextPaper
from app.wording import paper_fields as words
from models.vietnamese import fold

_NAME = re.compile(r"[^a-z0-9]+")
_LONGEST = 28

Key = tuple[object, ...]


@dataclass(frozen=True)
class Group:
    """Blocks that stand for one in a template: equal sentences in a row, a table, or room to write in."""

    key: Key
    blocks: tuple[Block, ...]

    @property
    def free(self) -> bool:
        """Whether it is nothing but room to write in."""
        return self.key == ("free",)


@dataclass(frozen=True)
class Field:
    """A field: its name, what it stands in, and a short mark by which its place is known again in a later version."""

    name: str
    stands_in: str
    mark: str


@dataclass
class Plan:
    """The fields of a paper, and by group of its blocks their names; `paper` holds them in braces."""

    paper: TextPaper
    fields: list[Field] = field(default_factory=list)
    groups: list[tuple[Group, tuple[str, ...]]] = field(default_factory=list)
    totals: dict[int, tuple[str, ...]] = field(default_factory=dict)
    heads: dict[str, tuple[str, ...]] = field(default_factory=dict)
    annexes: list[Plan] = field(default_factory=list)

    def all_fields(self) -> list[Field]:
        """The fields of the paper and of its annexes."""
        return [*self.fields, *(one for annex in self.annexes for one in annex.all_fields())]


def field_name(text: str) -> str:
    """A name as it is compared: typed with accents, blanks or capitals it is the same field."""
    return _NAME.sub("_", fold(text)).strip("_")


def groups_of(paper: TextPaper) -> list[Group]:
    """The blocks of a marked paper, its closing sentence last, gathered into groups."""
    blocks = [*paper.blocks, *((Text(paper.closing),) if paper.closing else ())]
    return [Group(key, tuple(found)) for key, found in _in_rows(blocks)]


def _in_rows(blocks: Sequence[Block]) -> Iterator[tuple[Key, list[Block]]]:
    for key, found in groupby(blocks, _key):
        same = list(found)
        if key == ("free",) or (key[0] == "text" and "{" in str(key[-1])):
            yield key, same
        else:
            yield from ((key, [one]) for one in same)


def _key(block: Block) -> Key:
    if isinstance(block, Text):
        if not block.lead and not plain(block.text).replace(BLANK, "").strip():
            return ("free",)
        return ("text", block.look, plain(block.lead), skeleton(block.text))
    if isinstance(block, Table):
        return ("table", *(one.heading for one in block.columns))
    return ("free",) if isinstance(block, Dots) else ("other", type(block).__name__)


class _Names:
    """Gives each field a name of its own."""

    def __init__(self) -> None:
        self._given: dict[str, int] = {}

    def new(self, wanted: str) -> str:
        name = field_name(wanted)[:_LONGEST].strip("_")
        name = f"{words.CELL}_{name}" if not name or name.isdigit() else name
        self._given[name] = self._given.get(name, 0) + 1
        return name if self._given[name] == 1 else self.new(f"{name}_{self._given[name]}")


def plan_of(blank: TextPaper) -> Plan:
    """The fields of a blank form that was drawn within `naming()`."""
    return _plan(blank, _Names(), first=True)


def _plan(blank: TextPaper, names: _Names, *, first: bool) -> Plan:
    plan = Plan(blank)
    making = _Making(plan, names)
    head = making.head(blank.head) if blank.head else None
    title = tuple(
        text if place == 0 else making.line(f"title{place}", words.TITLE, text)
        for place, text in enumerate(map(plain, blank.title))
    )
    under = tuple(
        making.line(f"under{place}", words.UNDER_TITLE, plain(text))
        for place, text in enumerate(blank.under_title or ("",))
    )
    to = (making.line("to", words.ADDRESSEES, plain("; ".join(blank.addressees))),) if blank.addressees else ()
    blocks: list[Block] = [making.block(place, group) for place, group in enumerate(groups_of(blank))]
    closing = ""
    if blank.closing:
        last = blocks.pop()
        closing = last.text if isinstance(last, Text) else ""
    if first:
        blocks.append(Text(making.line("more", words.MORE, words.MORE)))
    signatures = tuple(making.signature(place, one) for place, one in enumerate(blank.signatures))
    got = (making.line("recipients", words.RECIPIENTS, "; ".join(blank.recipients)),) if blank.recipients else ()
    plan.annexes = [_plan(annex, names, first=False) for annex in blank.annexes]
    plan.paper = replace(
        blank,
        title=title,
        under_title=under,
        addressees=to,
        blocks=tuple(blocks),
        head=head,
        closing=closing,
        signatures=signatures,
        recipients=got,
        annexes=tuple(one.paper for one in plan.annexes),
    )
    return plan


class _Making:
    """Puts names into the parts of one paper and notes where they stand."""

    def __init__(self, plan: Plan, names: _Names) -> None:
        self._plan, self._names = plan, names
        self._seen: dict[Key, int] = {}

    def _add(self, wanted: str, stands_in: str, *place: object) -> str:
        name = self._names.new(wanted)
        self._note(name, stands_in, *place)
        return name

    def _note(self, name: str, stands_in: str, *place: object) -> None:
        mark = hashlib.sha256(repr(place).encode()).hexdigest()[:8]
        self._plan.fields.append(Field(name, stands_in, mark))

    def line(self, slot: str, wanted: str, text: str) -> str:
        """A whole line that is one field."""
        name = self._add(wanted, text, slot)
        self._plan.heads[slot] = (name,)
        return f"{{{name}}}"

    def _named(self, text: str, *place: object) -> tuple[str, tuple[str, ...]]:
        """The text with names for its values, and the names."""
        keys = [key for key, _value in values_in(text)]
        given = tuple(self._names.new(words.FIELD_NAMES.get(key, key)) for key in keys)
        made = "".join(_filled_in(skeleton(text), keys, given))
        for number, name in enumerate(given):
            self._note(name, made, *place, number)
        return made, given

    def head(self, head: Letterhead) -> Letterhead:
        """The letterhead: the office's lines, number and day."""
        lines: tuple[str, ...] = ()
        if head.office_lines:
            above = self.line("above", words.OFFICE_ABOVE, "; ".join(map(plain, head.office_lines[:-1])))
            lines = (above, self.line("office", words.OFFICE, plain(head.office_lines[-1])))
        number, self._plan.heads["number"] = self._named(head.number_line, "number")
        place, self._plan.heads["place"] = self._named(head.place_and_date, "place")
        return Letterhead(lines, plain(head.superior_line), number, place)

    def signature(self, place: int, one: Signature) -> Signature:
        """A place to sign: its titles and its name."""
        said = "; ".join(map(plain, one.titles))
        titles = self.line(f"titles{place}", words.SIGNER_TITLES, said)
        return Signature((titles,), self.line(f"signer{place}", words.SIGNER, said), one.hint)

    def block(self, place: int, group: Group) -> Block:
        """One block for a group, with the names of its values."""
        first = group.blocks[0]
        self._seen[group.key] = self._seen.get(group.key, 0) + 1
        at = (*group.key, self._seen[group.key])
        made: Block
        names: tuple[str, ...]
        if group.free:
            name = self._add(words.FREE, words.FREE, *at)
            made, names = Text(f"{{{name}}}"), (name,)
        elif isinstance(first, Text):
            text, names = self._named(first.text, *at)
            made = replace(first, text=text)
        elif isinstance(first, Table):
            made, names = self._table(place, first, at)
        else:
            made, names = first, ()
        self._plan.groups.append((group, names))
        return made

    def _table(self, place: int, table: Table, at: Key) -> tuple[Table, tuple[str, ...]]:
        headings = [plain(one.heading) for one in table.columns]
        names = tuple(self._add(one, one, *at, number) for number, one in enumerate(headings))
        total = self._total(place, table, names, at)
        return replace(table, rows=(tuple(f"{{{one}}}" for one in names),), total=total), names

    def _total(self, place: int, table: Table, names: Sequence[str], at: Key) -> tuple[str, ...]:
        """The row of totals: its figures are fields; of a table that has none when it is empty, all of it is."""
        numeric = [one.align == "right" for one in table.columns]
        if not any(numeric) and not table.total:
            return ()
        literal = [plain(text).replace(BLANK, "").strip() for text in table.total]
        totals = []
        for number, name in enumerate(names):
            fixed = table.total and (literal[number] or (any(numeric) and not numeric[number]))
            wanted = words.TOTAL.format(name=name)
            totals.append(
                "" if fixed else self._add(wanted, plain(table.columns[number].heading), *at, "total", number)
            )
        self._plan.totals[place] = tuple(totals)
        return tuple(f"{{{name}}}" if name else literal[number] for number, name in enumerate(totals))


def _filled_in(bare: str, keys: Sequence[str], given: Sequence[str]) -> Iterator[str]:
    """The skeleton with the given names for its keys, one after the other."""
    rest = bare
    for key, name in zip(keys, given, strict=True):
        before, _, rest = rest.partition(f"{{{key}}}")
        yield f"{before}{{{name}}}"
    yield rest
