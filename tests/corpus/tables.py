"""Plain tables whose headings are drawn from the corpus, so that each stands among others as in life."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from itertools import count
from pathlib import Path

from tests.corpus.headings import HARD_TYPINGS, STRANGERS, VARIANTS, typed
from tests.corpus.measuring import Verdicts, measure_file
from tests.corpus.pages import Book, Col, col
from tests.corpus.people import make_families

# One of each line stands in a table; the share says how many tables have it.
PLACES_OF_COLUMNS: tuple[tuple[float, tuple[str, ...]], ...] = (
    (0.85, ("seq",)),
    (0.35, ("code",)),
    (1.0, ("name",)),
    (0.9, ("birth_year", "birth_date", "birth_cell")),
    (0.6, ("gender",)),
    (0.6, ("ethnicity",)),
    (0.7, ("citizen_id",)),
    (0.5, ("phone",)),
    (0.75, ("village",)),
    (0.35, ("address",)),
    (0.3, ("commune",)),
    (0.6, ("members",)),
    (0.75, ("category", "category", "category_short")),
    (0.5, ("house_status",)),
    (0.4, ("area",)),
    (0.4, ("land",)),
    (0.7, ("need",)),
    (0.75, ("amount_dong", "amount_million", "amount_million", "amount_thousand")),
    (0.15, ("district",)),
    (0.7, ("note",)),
)
# Lists that tell of houses begun before the program: a table has several of these or none.
TRACKING: tuple[tuple[float, tuple[str, ...]], ...] = (
    (0.5, ("decision_number",)),
    (0.4, ("decision_date",)),
    (0.5, ("approved_million", "approved_dong")),
    (0.6, ("started",)),
    (0.6, ("finished",)),
    (0.3, ("accepted",)),
    (0.5, ("handed_over",)),
    (0.5, ("paid_million", "paid_dong")),
    (0.3, ("central_million",)),
    (0.3, ("local_million",)),
    (0.3, ("fund_million",)),
    (0.2, ("donor_million",)),
)
INSTALMENTS = ("paid_1_million", "paid_2_million")
SOURCES = {"central_million", "local_million", "fund_million", "donor_million"}
TRACKING_SHARE = 0.35
SAME_HEADINGS = {"birth_cell": "birth_date"}
FAMILIES = 8


class Deck:
    """Deals the variants of a kind one after another, shuffled, so that none is left out."""

    def __init__(self, luck: random.Random, variants: Mapping[str, tuple[str, ...]]) -> None:
        self._luck = luck
        self._variants = variants
        self._left: dict[str, list[str]] = {}

    def deal(self, kind: str) -> str:
        left = self._left.get(kind)
        if not left:
            left = self._left[kind] = list(self._variants[kind])
            self._luck.shuffle(left)
        return left.pop()


def _kinds(luck: random.Random) -> list[str]:
    """What the columns of one table hold, in the usual order."""
    kinds = [luck.choice(some) for share, some in PLACES_OF_COLUMNS if luck.random() < share]
    if luck.random() >= TRACKING_SHARE:
        return kinds
    later = [luck.choice(some) for share, some in TRACKING if luck.random() < share]
    if SOURCES & set(later) and not {"approved_million", "approved_dong"} & set(later):
        later.append("approved_million")  # sources tell what was given once something was decided
    if luck.random() < 0.3:
        later = [kind for kind in later if not kind.startswith("paid")] + list(INSTALMENTS)
    if luck.random() < 0.4:
        later = [kind for kind in later if kind not in {"started", "finished", "accepted", "handed_over"}] + [
            "progress"
        ]
    return [kind for kind in kinds if kind != "note"] + later + [kind for kind in kinds if kind == "note"]


def make_tables(seed: int, *, hard: bool = False) -> Iterator[list[Col]]:
    """Columns of one table after another without end; `hard` headings are typed without accents."""
    luck = random.Random(seed)
    known, strange = Deck(luck, VARIANTS), Deck(luck, STRANGERS)
    while True:
        columns = [col(kind, known.deal(SAME_HEADINGS.get(kind, kind))) for kind in _kinds(luck)]
        for kind in luck.sample(sorted(STRANGERS), luck.choice((0, 1, 1, 2, 3))):
            columns.insert(luck.randrange(2, len(columns) + 1), col(kind, strange.deal(kind)))
        hand = HARD_TYPINGS[luck.choice(tuple(HARD_TYPINGS))] if hard else None
        typing = [hand(one.headings[0]) if hand else typed(luck, one.headings[0]) for one in columns]
        if len({" ".join(text.split()).casefold().rstrip(":") for text in typing}) == len(typing):
            yield [col(one.kind, text) for one, text in zip(columns, typing, strict=True)]


def measure_tables(folder: Path, seed: int, tables: int, *, hard: bool = False) -> Verdicts:
    """Write so many tables, read them back, and add up the verdicts; faults name the file."""
    sums = Verdicts()
    for number, columns in zip(count(1), make_tables(seed, hard=hard), strict=False):
        if number > tables:
            break
        path = write_table(folder, seed, number, columns)
        verdicts = measure_file(path[0], path[1].expected)
        verdicts.faults = [f"{path[0].name}: {fault}" for fault in verdicts.faults]
        sums.add(verdicts)
    return sums


def write_table(folder: Path, seed: int, number: int, columns: list[Col]) -> tuple[Path, Book]:
    """One table below a letterhead, with or without numbers of columns and signatures."""
    luck = random.Random(f"{seed}/{number}")
    book = Book()
    page = book.page(columns)
    if luck.random() < 0.6:
        page.letterhead()
    page.headings()
    if luck.random() < 0.4:
        page.numbers(luck.choice(("({})", "n", "A")) if len(columns) > 2 else "n")
    page.families(make_families(f"{seed}/{number}", FAMILIES))
    if luck.random() < 0.5:
        page.total("Tổng cộng").signatures()
    return book.save(folder / f"bang-{seed}-{number}.xlsx"), book
