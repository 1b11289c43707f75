"""The words with which numbers, money, dates and areas are written in Vietnamese."""

from __future__ import annotations

DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
HUNDRED = "trăm"
TENS = "mươi"
TEN = "mười"
ONE_AFTER_TENS = "mốt"
FOUR_AFTER_TENS = "tư"
FIVE_AFTER_TENS = "lăm"
NO_TENS = "linh"
THOUSANDS = ("", "nghìn", "triệu")
BILLION = "tỷ"
MINUS = "âm"
CURRENCY = "đồng"
SQUARE_METRES = "m²"
DATE_IN_WORDS = "ngày {day} tháng {month} năm {year}"
