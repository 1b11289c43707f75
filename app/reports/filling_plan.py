"""Which value goes into which cell of a form, and what is left out and why. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from app.documents.sheet_xml import CellContent
from app.documents.words import decimal_text, whole_text
from app.lists.queries import same_word
from app.reports.filling_form import FormColumn, FormRow, FormSheet
from app.reports.filling_headings import HOUSE_MONEY, ORDINAL, PLACE, SHARES, meaning_from
from app.reports.filling_values import HouseholdValues, PlaceFigures, Places, together
from app.wording import filling as words

Value = str | int | Decimal | None
_SHOWN_NAMES = 5


@dataclass(frozen=True)
class SheetChoice:
    """How a sheet is filled: column letter -> key (None: left alone), the unit of money in đồng where it is known."""

    columns: Mapping[str, str | None]
    unit: int | None = None
    used: bool = True


@dataclass(frozen=True)
class CellPlan:
    """A cell with the value it gets; `label` is its row and `heading` its column, as they stand in the form."""

    sheet: str
    name: str
    value: CellContent
    label: str
    heading: str


@dataclass(frozen=True)
class LeftOut:
    """What is not filled: a cell, a row or a column ("F", "12", "F12"), the kind of reason and its sentence."""

    sheet: str
    where: str
    kind: str
    text: str


@dataclass
class Plan:
    """The plan of a sheet while it is made."""

    sheet: FormSheet
    choice: SheetChoice
    overwrite: bool
    cells: list[CellPlan] = field(default_factory=list)
    left: list[LeftOut] = field(default_factory=list)

    def leave(self, where: str, kind: str, **values: object) -> None:
        """Name something that stays as it was."""
        self.left.append(LeftOut(self.sheet.title, where, kind, words.REASONS[kind].format(**values)))

    def columns(self) -> list[tuple[FormColumn, str]]:
        """The columns that get values, with what; the others are named."""
        found = []
        for one in self.sheet.columns:
            key = self.choice.columns.get(one.letter)
            if key in (PLACE, ORDINAL):
                continue
            if key is None:
                if one.key is None and not self._held_throughout(one):
                    self.leave(one.letter, "repeated" if one.repeated else "heading", text=one.heading)
            elif self.is_money(key) and self.unit_of(one) is None:
                self.leave(one.letter, "unit", text=one.heading)
            else:
                found.append((one, key))
        return found

    def is_money(self, key: str) -> bool:
        """Whether a key asks for an amount."""
        meaning = None if self.sheet.households else meaning_from(key)
        return key in HOUSE_MONEY if self.sheet.households else meaning is not None and meaning.money

    def unit_of(self, column: FormColumn) -> int | None:
        """The unit of a column's money: chosen for the sheet, or named in the heading."""
        return column.unit or self.choice.unit

    def _held_throughout(self, column: FormColumn) -> bool:
        held = [
            self.sheet.held.get(f"{column.letter}{row.number}")
            for row in self.sheet.rows
            if row.label and not row.total
        ]
        return bool(held) and all(held)

    def put(self, column: FormColumn, key: str, row: FormRow, label: str, value: Value) -> None:
        """Plan one cell, or say why not."""
        name = f"{column.letter}{row.number}"
        shown = self._shown(column, key, value)
        kind, text = self.sheet.held.get(name, ("", ""))
        if kind in ("formula", "merged"):
            if not (kind == "formula" and self._held_throughout(column)):
                self.leave(name, kind)
            return
        if shown is None:
            if kind == "" and not self.sheet.households:
                self.leave(name, "unknown", text=label)
            return
        if kind and _same(text, shown):
            return
        if kind == "text" or (kind == "number" and not self.overwrite):
            self.leave(name, "kept", text=text, own=_said(shown))
            return
        self.cells.append(CellPlan(self.sheet.title, name, shown, label, column.heading))

    def _shown(self, column: FormColumn, key: str, value: Value) -> CellContent | None:
        """The value as the column shows it: money in its unit, a share as its format wants it."""
        if value is None or isinstance(value, str):
            return value or None
        if self.is_money(key):
            return _plain(Decimal(value) / (self.unit_of(column) or 1))
        if key.split(maxsplit=1)[0] in SHARES and not column.percent:
            return _plain(Decimal(value) * 100)
        return _plain(Decimal(value))


def _plain(value: Decimal) -> int | Decimal:
    return int(value) if value == value.to_integral_value() else value.normalize()


def _same(text: str, value: CellContent) -> bool:
    if isinstance(value, str):
        return same_word(text) == same_word(value)
    try:
        return Decimal(text) == Decimal(value)
    except ArithmeticError:
        return False


def _said(value: CellContent) -> str:
    if isinstance(value, str):
        return value
    return whole_text(value) if isinstance(value, int) else decimal_text(value)


# Places


def plan_places(
    sheet: FormSheet, choice: SheetChoice, places: Places, period: tuple[str, str], *, overwrite: bool
) -> Plan:
    """A sheet whose rows are villages, communes or units; where no row has a name yet the places are written in."""
    plan = Plan(sheet, choice, overwrite)
    columns = plan.columns()
    named = [row for row in sheet.rows if row.label and not row.total]
    filled: list[PlaceFigures] = []
    pairs = _named_rows(plan, named, places) if named else _waiting_places(plan, places)
    for row, figures in pairs:
        filled.append(figures)
        for column, key in columns:
            plan.put(column, key, row, row.label or figures.name, _figure(figures, key, period))
    whole = together(filled)
    for row in sheet.rows:
        if row.total and filled:
            for column, key in columns:
                if f"{column.letter}{row.number}" not in sheet.held:
                    plan.put(column, key, row, row.label, _figure(whole, key, period))
    return plan


def _figure(figures: PlaceFigures, key: str, period: tuple[str, str]) -> Value:
    meaning = meaning_from(key)
    return figures.value(meaning, *period) if meaning is not None else None


def _named_rows(plan: Plan, rows: Sequence[FormRow], places: Places) -> Iterator[tuple[FormRow, PlaceFigures]]:
    for row in rows:
        found = places.named(row.label)
        if isinstance(found, str):
            plan.leave(str(row.number), found, text=row.label)
        elif not found.known:
            plan.leave(str(row.number), "unknown", text=row.label)
        else:
            yield row, found


def _waiting_places(plan: Plan, places: Places) -> Iterator[tuple[FormRow, PlaceFigures]]:
    rows = _rows_for(plan, [one.name for one in places.in_order])
    letter = plan.sheet.letter_of(PLACE)
    for place, (row, figures) in enumerate(zip(rows, places.in_order, strict=False), start=1):
        _write_in(plan, row, letter, figures.name, place, figures.name)
        yield row, figures


def _write_in(plan: Plan, row: FormRow, letter: str | None, text: str, place: int, label: str) -> None:
    """The name of a row that waited, and its number."""
    ordinal = plan.sheet.letter_of(ORDINAL)
    for at, value in ((ordinal, place), (letter, text)):
        column = next((one for one in plan.sheet.columns if one.letter == at), None)
        if column is not None and f"{at}{row.number}" not in plan.sheet.held:
            plan.cells.append(CellPlan(plan.sheet.title, f"{at}{row.number}", value, label, column.heading))


def _rows_for(plan: Plan, names: Sequence[str]) -> list[FormRow]:
    """The empty rows of the table, and more below it where nothing stands there; who finds no row is named."""
    found = []
    for row in plan.sheet.rows:
        texts = [text for at, text in row.texts.items() if at != plan.sheet.letter_of(ORDINAL)]
        if row.total or any(not text.startswith("=") for text in texts):
            break
        found.append(row)
    missing = len(names) - len(found)
    if missing > 0 and plan.sheet.open_below:
        last = found[-1].number if found else plan.sheet.header_rows[1]
        found += [FormRow(last + more, "", False, {}) for more in range(1, missing + 1)]
    elif missing > 0:
        left = names[len(found) :]
        shown = ", ".join(left[:_SHOWN_NAMES]) + ("…" if len(left) > _SHOWN_NAMES else "")
        plan.leave("", "no_room", count=whole_text(missing), names=shown)
    return found[: len(names)]


# Households


def plan_households(
    sheet: FormSheet, choice: SheetChoice, households: Sequence[HouseholdValues], *, overwrite: bool
) -> Plan:
    """A sheet whose rows are households: those named are found, an empty table gets all of them."""
    plan = Plan(sheet, choice, overwrite)
    columns = [(one, key) for one, key in plan.columns() if key != "head_name"]
    named = [row for row in sheet.rows if row.label and not row.total]
    pairs = _found_households(plan, named, households) if named else _all_households(plan, households)
    for row, one in pairs:
        for column, key in columns:
            value = one.values.get(key)
            year = isinstance(value, str) and key == "birth" and value.isdigit()
            plan.put(column, key, row, one.name, int(str(value)) if year else value)
    return plan


def _all_households(plan: Plan, households: Sequence[HouseholdValues]) -> Iterator[tuple[FormRow, HouseholdValues]]:
    rows = _rows_for(plan, [one.name for one in households])
    for place, (row, one) in enumerate(zip(rows, households, strict=False), start=1):
        _write_in(plan, row, plan.sheet.letter_of("head_name"), one.name, place, one.name)
        yield row, one


def _found_households(
    plan: Plan, rows: Sequence[FormRow], households: Sequence[HouseholdValues]
) -> Iterator[tuple[FormRow, HouseholdValues]]:
    by_name: dict[str, list[HouseholdValues]] = {}
    for one in households:
        by_name.setdefault(same_word(one.name), []).append(one)
    citizen, birth, village = (plan.sheet.letter_of(key) for key in ("citizen_id", "birth", "village"))
    for row in rows:
        fitting = by_name.get(same_word(row.label), [])
        said: list[tuple[str | None, Callable[[HouseholdValues, str], bool]]] = [
            (citizen, lambda one, text: one.citizen_id.lstrip("0") == text.strip().lstrip("0")),
            (birth, lambda one, text: bool(one.birth) and one.birth[:4] in text),
            (village, lambda one, text: same_word(str(one.values.get("village") or "")) == same_word(text)),
        ]
        for letter, fits in said:
            text = row.texts.get(letter or "", "")
            if text and len(fitting) > 1:
                fitting = [one for one in fitting if fits(one, text)]
        if len(fitting) == 1:
            yield row, fitting[0]
        else:
            plan.leave(str(row.number), "household_twice" if fitting else "household", text=row.label)
