"""Lines that many papers share: dates, parties, parts of a house, costs, the letterhead's texts. No drawing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, time
from decimal import Decimal

from app.documents.layout import BLANK
from app.documents.named_values import named
from app.documents.parts import CostLine, HousePart, Letterhead, Party, Proxy, Recipient
from app.documents.words import amount_in_words, area_text, date_in_words, date_text, money_text, number_in_words
from app.parsing import today
from app.wording import numbers
from app.wording import papers as said
from models.vocabulary import WorkType


def squeezed(text: str) -> str:
    """A value in one line: blanks, line ends and tabs (which would be empty fields) become single blanks."""
    return " ".join(text.split())


def filled(template: str, **values: str) -> str:
    """The template with its fields, their values squeezed; an empty value becomes an empty field."""
    return template.format(**{name: named(name, squeezed(value) or BLANK) for name, value in values.items()})


def day_of(text: str | None) -> date | None:
    """A recorded date; None for none, or for a year alone."""
    return date.fromisoformat(text) if text and len(text) == 10 else None


def day_text(day: date | None) -> str:
    """As "ngày 05 tháng 01 năm 2026", dotted when the day is not known."""
    if day is None:
        return named("day", numbers.DATE_IN_WORDS.format(day=BLANK, month=BLANK, year=BLANK))
    return named("day", date_in_words(day))


def short_day(day: date | None) -> str:
    """As "05/01/2026", or nothing."""
    return "" if day is None else date_text(day)


def opening_text(held_on: date | None, held_at: time | None, venue: str) -> str:
    """The first sentence of minutes; whatever is not known is dotted."""
    hour, minute = ("", "") if held_at is None else (f"{held_at:%H}", f"{held_at:%M}")
    sentence = said.MINUTES_OPENING.replace("{day}", day_text(held_on))
    if not venue.strip():
        sentence = sentence.replace("{venue}", named("venue", BLANK * 4))
    return filled(sentence, hour=hour, minute=minute, venue=venue)


def letterhead(
    office_lines: tuple[str, ...], superior: str, number: str | None, symbol: str, place: str, held_on: date | None
) -> Letterhead:
    """The top of page 1; a symbol without a number leaves the number dotted, no symbol means no number line."""
    numbered = filled(said.NUMBER_LINE, number=number or "", symbol=symbol) if symbol else ""
    dated = filled(said.PLACE_AND_DATE.replace("{day}", day_text(held_on)), place=place)
    return Letterhead(tuple(map(squeezed, office_lines)), squeezed(superior), numbered, dated)


def margin_note(reprint: bool) -> str:
    """What the top margin of every page says; a reprint says the day on which it was printed again."""
    return said.REPRINT_NOTE.format(day=date_text(today())) if reprint else ""


def recipient_line(text: str) -> str:
    """A line of "Nơi nhận" behind its dash (Decree 30/2020)."""
    line = squeezed(text)
    return line if line.startswith("-") else f"- {line}"


def party_lines(parties: Sequence[Party], empty_rows: int = 1) -> list[str]:
    """A line for each party; without any, rows to fill in by hand."""
    lines = [_party_line(party) for party in parties] or [filled(said.EMPTY_PARTY, name="", position="")] * empty_rows
    return [named("party", line) for line in lines]


def _party_line(party: Party) -> str:
    if party.body:
        return filled(said.PARTY, name=party.name, position=party.position, body=party.body)
    if party.position:
        return filled(said.PARTY_SHORT, name=party.name, position=party.position)
    return filled(said.PARTY_NAME, name=party.name)


def recipient_lines(head: Recipient, proxy: Proxy | None) -> list[str]:
    """The head of the household and, where there is one, who signs for him."""
    label = said.BIRTH_DATE if "/" in head.birth else said.BIRTH_YEAR
    lines = [
        filled(said.HEAD_OF_HOUSEHOLD, name=head.name, birth_label=label, birth=head.birth),
        filled(said.CITIZEN_ID, citizen_id=head.citizen_id, category=head.category),
        filled(said.ADDRESS, address=head.address),
    ]
    if proxy is not None:
        lines.append(filled(said.PROXY, name=proxy.name, relation=proxy.relation))
    return lines


def part_text(part: HousePart) -> str:
    """As "bê tông (cứng)", or what of it is known."""
    if part.hard is None:
        return part.material
    return f"{part.material} ({said.HARD[part.hard]})" if part.material else said.HARD[part.hard]


def work_type_text(work_type: WorkType | None) -> str:
    """As "Xây mới" or "Sửa chữa", or nothing."""
    return "" if work_type is None else said.WORK_TYPES[work_type]


def area_or_blank(area: Decimal | None) -> str:
    """As "36,5 m²"; unknown, a field with the unit behind it."""
    return f"{BLANK} {numbers.SQUARE_METRES}" if area is None else area_text(area)


def total_text(template: str, amount: int | None) -> str:
    """An amount in figures and words in a sentence; both dotted when it is not known."""
    if amount is None:
        return filled(template, amount="", words="")
    return filled(template, amount=money_text(amount), words=amount_in_words(amount))


def cost_lines(costs: Sequence[CostLine], empty_rows: int = 3) -> list[str]:
    """A line for each source; without any, rows to fill in by hand."""
    lines = [_cost_line(cost) for cost in costs] or [filled(said.EMPTY_COST, source="", amount="")] * empty_rows
    return [named("cost", line) for line in lines]


def _cost_line(cost: CostLine) -> str:
    if cost.amount is None and cost.note:
        return filled(said.COST_LINE, source=cost.source, amount=cost.note)
    if cost.amount is None:
        return filled(said.EMPTY_COST, source=cost.source, amount="")
    template = said.COST_LINE_NOTED if cost.note else said.COST_LINE
    return filled(template, source=cost.source, amount=money_text(cost.amount), note=cost.note)


def copies_text(copies: int | None) -> str:
    """As "04 (bốn)", or nothing."""
    return "" if copies is None else said.COPIES.format(count=copies, words=number_in_words(copies))
