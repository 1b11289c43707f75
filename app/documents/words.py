"""How numbers stand on paper: amounts in figures and in words, dates, areas. The words are in `app.wording.numbers`."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

from app.wording import numbers as said


def _three_digits(number: int, after_others: bool) -> list[str]:
    """Words of 1 to 999; after a higher group missing hundreds are read too: no figure can be slipped in."""
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    words = [said.DIGITS[hundreds], said.HUNDRED] if hundreds or after_others else []
    if tens > 1:
        words += [said.DIGITS[tens], said.TENS]
    elif tens == 1:
        words.append(said.TEN)
    elif ones and words:
        words.append(said.NO_TENS)
    if ones == 1 and tens > 1:
        words.append(said.ONE_AFTER_TENS)
    elif ones == 4 and tens > 1:
        words.append(said.FOUR_AFTER_TENS)
    elif ones == 5 and tens:
        words.append(said.FIVE_AFTER_TENS)
    elif ones:
        words.append(said.DIGITS[ones])
    return words


def _below_a_billion(number: int, after_others: bool) -> list[str]:
    words: list[str] = []
    for power in (2, 1, 0):
        group = number // 1000**power % 1000
        if group:
            words += _three_digits(group, after_others or bool(words))
            words += [said.THOUSANDS[power]] if power else []
    return words


def number_in_words(number: int) -> str:
    """The formal reading of a whole number of any size: 21 is "hai mươi mốt", 1 005 "một nghìn không trăm linh năm"."""
    if number < 0:
        return f"{said.MINUS} {number_in_words(-number)}"
    blocks: list[int] = []
    while number:
        number, block = divmod(number, 10**9)
        blocks.append(block)
    words: list[str] = []
    for power in range(len(blocks) - 1, -1, -1):
        if blocks[power]:
            words += _below_a_billion(blocks[power], bool(words)) + [said.BILLION] * power
    return " ".join(words) or said.DIGITS[0]


def amount_in_words(amount: int) -> str:
    """An amount in đồng as a paper's "bằng chữ" wants it: "Sáu mươi triệu đồng"."""
    words = f"{number_in_words(amount)} {said.CURRENCY}"
    return words[0].upper() + words[1:]


def whole_text(number: int) -> str:
    """A whole number with dots between thousands: "60.000.000"."""
    return f"{number:,}".replace(",", ".")


def money_text(amount: int) -> str:
    """An amount in đồng in figures: "60.000.000 đồng"."""
    return f"{whole_text(amount)} {said.CURRENCY}"


def decimal_text(number: Decimal | int) -> str:
    """A number with a decimal comma and no idle zeros: "36,5", "1.036"."""
    figures = f"{number:,f}"
    if "." in figures:
        figures = figures.rstrip("0").rstrip(".")
    return figures.translate({ord(","): ".", ord("."): ","})


def area_text(square_metres: Decimal | int) -> str:
    """An area in square metres: "36,5 m²"."""
    return f"{decimal_text(square_metres)} {said.SQUARE_METRES}"


def date_text(day: date) -> str:
    """A date in figures: "05/01/2026"."""
    return f"{day.day:02}/{day.month:02}/{day.year:04}"


def known_day_text(day: str | None) -> str:
    """A day of the records ("2026-01-05") in figures; a year alone as it is, nothing where it is not known."""
    return date_text(date.fromisoformat(day)) if day and len(day) == 10 else day or ""


def moment_text(at: datetime) -> str:
    """A moment in the laptop's own time: "05/01/2026 16:40"."""
    local = at.astimezone()
    return f"{date_text(local.date())} {local:%H:%M}"


def date_in_words(day: date) -> str:
    """A date as administrative papers write it (Decree 30/2020): zeros before days under 10 and months 1 and 2."""
    month = f"{day.month:02}" if day.month < 3 else str(day.month)
    return said.DATE_IN_WORDS.format(day=f"{day.day:02}", month=month, year=day.year)


def paper_number(number: int, symbol: str, series: str = "") -> str:
    """A paper's number and symbol: "05/BB-UBND", with the series letter of a further laptop "05b/BB-UBND"."""
    return f"{number:02}{series}/{symbol}"
