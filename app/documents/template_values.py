"""The values of a filled paper under the names of its template's fields.

A sentence of the filled paper belongs to the blank form's sentence with the same words around its values; the order
decides between equal ones. What only this paper says (a person who acts for another, a remark) goes to the field of
further lines; a sentence it does not say leaves its fields without a value, and the template's line is left out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from app.documents.layout import BLANK
from app.documents.named_values import plain, skeleton, values_in
from app.documents.parts import Letterhead
from app.documents.sentences import recipient_line
from app.documents.template_plan import Group, Plan, groups_of
from app.documents.text_paper import Dots, Table, Text, TextPaper
from app.wording import paper_fields as words


@dataclass(frozen=True)
class FieldValues:
    """The texts of a field: none, and its line is left out; several, and the line, or the row of a table, repeats."""

    texts: tuple[str, ...]
    row: bool = False


@dataclass
class PaperValues:
    """What a template is filled with for one paper; `note` stands in its margin ("In lại ngày …")."""

    values: dict[str, FieldValues] = field(default_factory=dict)
    note: str = ""


def template_values(plan: Plan, paper: TextPaper) -> PaperValues:
    """The values of a paper that was drawn within `naming()`."""
    found = _Values()
    _take(plan, paper, found)
    found.values[words.MORE] = FieldValues(tuple(found.more))
    note = plain(paper.note)
    return PaperValues(found.values, "" if note == plan.paper.note else note)


@dataclass
class _Values:
    values: dict[str, FieldValues] = field(default_factory=dict)
    more: list[str] = field(default_factory=list)

    def put(self, names: Sequence[str], texts: Sequence[str]) -> None:
        """One text for each name."""
        for place, name in enumerate(names):
            self.values[name] = FieldValues(tuple(texts[place : place + 1]))


def _take(plan: Plan, paper: TextPaper, found: _Values) -> None:
    for name in (one.name for one in plan.fields):
        found.values.setdefault(name, FieldValues(()))
    _take_head(plan, paper, found)
    _take_blocks(plan, groups_of(paper), found)
    for annex, drawn in zip(plan.annexes, paper.annexes, strict=False):
        _take(annex, drawn, found)
    for drawn in paper.annexes[len(plan.annexes) :]:
        found.more += [*map(plain, drawn.title), *(line for one in groups_of(drawn) for line in _lines(one))]


def _take_head(plan: Plan, paper: TextPaper, found: _Values) -> None:
    """Letterhead, titles, addressees, signatures, recipients: each known by its place."""
    head = paper.head or Letterhead()
    lines: dict[str, Sequence[str]] = {
        "above": head.office_lines[:-1],
        "office": head.office_lines[-1:],
        "to": ("; ".join(paper.addressees),) if paper.addressees else (),
        "recipients": tuple(recipient_line(plain(one)).removeprefix("- ") for one in paper.recipients),
    }
    for prefix, texts in (("title", paper.title), ("under", paper.under_title)):
        lines |= {f"{prefix}{place}": (text,) for place, text in enumerate(texts)}
    for place, one in enumerate(paper.signatures):
        lines |= {f"titles{place}": one.titles, f"signer{place}": (one.name,)}
        if f"signer{place}" not in plan.heads:
            found.more.append(f"{'; '.join(map(plain, one.titles))}: {plain(one.name) or BLANK}")
    marked = {"number": head.number_line, "place": head.place_and_date}
    for slot, names in plan.heads.items():
        if slot in marked:
            found.put(names, [value for _, value in values_in(marked[slot])])
        elif slot != "more":
            found.values[names[0]] = FieldValues(tuple(map(plain, lines.get(slot, ()))))


def _take_blocks(plan: Plan, drawn: Sequence[Group], found: _Values) -> None:
    known = [group for group, _names in plan.groups]
    compared = SequenceMatcher(None, [one.key for one in known], [one.key for one in drawn], autojunk=False)
    for what, start, end, new_start, new_end in compared.get_opcodes():
        if what == "equal":
            for place in range(start, end):
                _take_group(plan, place, drawn[new_start + place - start], found)
            continue
        texts = [line for one in drawn[new_start:new_end] for line in _lines(one)]
        free = [names for group, names in plan.groups[start:end] if group.free]
        if free and texts:
            found.values[free[0][0]] = FieldValues(tuple(texts))
        else:
            found.more += texts


def _take_group(plan: Plan, place: int, group: Group, found: _Values) -> None:
    names = plan.groups[place][1]
    first = group.blocks[0]
    if group.free:
        rows = sum(one.rows if isinstance(one, Dots) else 1 for one in group.blocks)
        found.values[names[0]] = FieldValues(("",) * rows)
    elif isinstance(first, Table):
        _take_table(plan, place, first, found)
    else:
        said = [[value for _, value in values_in(one.text)] for one in group.blocks if isinstance(one, Text)]
        for number, name in enumerate(names):
            found.values[name] = FieldValues(tuple(one[number] for one in said))


def _take_table(plan: Plan, place: int, table: Table, found: _Values) -> None:
    for number, name in enumerate(plan.groups[place][1]):
        found.values[name] = FieldValues(tuple(plain(row[number]) for row in table.rows), row=True)
    for number, name in enumerate(plan.totals.get(place, ())):
        if name:
            found.values[name] = FieldValues(tuple(map(plain, table.total[number : number + 1])))


def _lines(group: Group) -> list[str]:
    """A group as lines of text."""
    lines = []
    for one in group.blocks:
        if isinstance(one, Text):
            lines.append(plain(f"{one.lead} {one.text}" if one.lead else one.text))
        elif isinstance(one, Table):
            rows = (tuple(column.heading for column in one.columns), *one.rows, one.total)
            lines += [" – ".join(cell for cell in map(plain, row) if cell) for row in rows]
    return [line for line in lines if skeleton(line).strip()]
