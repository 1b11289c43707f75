"""Histories of two to six sites kept in memory, written by the true recorder: many a second, for the merge alone.

A site is a laptop of one of four offices on three levels, or a copied folder that goes on under its laptop's number.
The clocks stand anywhere between 1970 and 2099 and jump. Nothing here takes packages in: what was written is handed
to the merge in `tests.app.journal.orders`.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any, cast

from app.actions import Action
from app.journal.answers import accept, decide_fate, reject, resolve
from app.journal.canonical import canonical_text
from app.journal.heads import Book, History
from app.journal.offices import OfficeEntry, OfficeMap
from app.journal.operation import KINDS, Operation
from app.journal.recording import Author, Clock, Recorder, Target
from app.journal.store import Store, owner_of
from app.problems import Refused
from app.undo import _check, _take_back
from models.base import key_id, new_id
from models.vocabulary import Level, Role

P, D, A, B = "11", "11.094", "03151", "03160"
_ENTRIES = [
    OfficeEntry(P, Level.UPPER, None),
    OfficeEntry(D, Level.UPPER, P),
    OfficeEntry(A, Level.COMMUNE, D),
    OfficeEntry(B, Level.COMMUNE, D),
]
OFFICES = OfficeMap(_ENTRIES)
#: The office of each site; the last is a copy of the first's folder.
SITES = (A, D, A, P, B, A)
COPY = 5
LAST_MS = 4_102_444_799_000  # the end of 2099
VALUES = (None, "1", "2", "3")
FIELDS = {
    "household": ("head_name", "phone", "village_id", "colour"),
    "member": ("name",),
    "programme": ("name",),
    "support_case": ("note",),
    "tree": ("height",),
}
Placed = tuple[Operation, str]


class PaperStore:
    """What the recorder and `History` need of a store, without a database. `written` is in the order of arrival."""

    def __init__(self) -> None:
        self.history = History(OFFICES, owner_of, Book, lambda _: False)
        self.written: dict[str, str] = {}

    def load(self, rows: object) -> None:
        """Everything is here."""

    load_early = load

    def apply(self, operation: Operation, previous: str) -> None:
        """As the store does it."""
        if operation.kind in KINDS:
            self.history.apply(operation)
        else:
            self.history.keep(operation)
        self.written[operation.id] = previous


class PaperRecorder(Recorder):
    """The recorder over a store in memory: it writes what a form, an answer or an undo writes."""

    def __init__(self, site: Site, action: Action = Action.SAVE_HOUSEHOLD) -> None:
        self.author, self.action, self.clock = site.author, action, site.clock
        self.change = new_id()
        self._user = (site.author.user_id, site.author.user_name)
        self.store = cast(Store, site.store)
        self._tips = site.tips
        self.behalf = None

    def _tip(self, stream: str) -> tuple[int, str]:
        return self._tips.get(stream, (0, ""))


@dataclass
class Site:
    """A laptop at work."""

    office: str
    device: str
    clock: Clock
    store: PaperStore = field(default_factory=PaperStore)
    tips: dict[str, tuple[int, str]] = field(default_factory=dict)
    changes: list[list[Operation]] = field(default_factory=list)

    @property
    def author(self) -> Author:
        """Who writes here."""
        level = Level.COMMUNE if self.office in (A, B) else Level.UPPER
        return Author(self.office, level, self.device, key_id(self.device), "Người làm", Role.OFFICER)

    def operations(self) -> Iterator[Placed]:
        """All that is here, each behind what it follows; what was erased is empty."""
        books = self.store.history.books
        held = {one.id: one for book in books.values() for one in book.operations.values()}
        return ((held[one], previous) for one, previous in self.store.written.items())

    def take(self, placed: list[Placed]) -> None:
        """Operations from another site, in an order that keeps the chains; under its own number: it is a copy."""
        seen = OFFICES.visible(self.office)
        fresh = [one for one in placed if one[0].id not in self.store.written and one[0].stream in seen]
        for operation, previous in fresh:
            self.store.apply(operation, previous)
            self.clock.adopt(operation.time)
        if any(operation.device == self.device for operation, _ in fresh):
            self.device, self.tips = new_id(), {}

    def rows(self, *entities: str) -> list[Book]:
        """The rows of these entities that the office may write, oldest first."""
        books = self.store.history.books.values()
        found = [one for one in books if one.entity in entities and OFFICES.may_write(self.office, one.stream or "")]
        return sorted(found, key=lambda one: one.row)


class PaperHistory:
    """A history made by a seed: its sites and, of all that was written, the operations as they were written."""

    def __init__(self, seed: int, length: int = 60) -> None:
        self.rnd = random.Random(seed)
        chosen = sorted(self.rnd.sample(range(len(SITES)), self.rnd.randint(2, len(SITES))))
        self.sites = [Site(SITES[one], f"{seed}-{one}", Clock((0, 0), 0)) for one in chosen if one != COPY]
        self.truth: dict[str, Placed] = {}
        self._jump(*self.sites)
        copied = COPY not in chosen
        while len(self.truth) < length:
            if not copied and len(self.truth) > length // 3:
                copied = self._copy(self.sites[0])
            site = self.rnd.choice(self.sites)
            with suppress(Refused):
                self.rnd.choice(_STEPS)(self, site)
            site.clock.now_ms = min(site.clock.now_ms + 1000, LAST_MS)

    def _copy(self, site: Site) -> bool:
        """The folder of a site is copied and goes on under the number of its laptop, with a clock of its own."""
        copy = Site(site.office, "", Clock(site.clock.latest, 0))
        copy.take(list(site.operations()))
        copy.device, copy.tips = site.device, dict(site.tips)
        self._jump(copy)
        self.sites.append(copy)
        return True

    # Work

    def _write(self, site: Site, recorder: PaperRecorder, before: int) -> None:
        fresh = list(site.store.written.items())[before:]
        books = site.store.history.books
        held = {one.id: one for book in books.values() for one in book.operations.values()}
        for one, previous in fresh:
            self.truth.setdefault(one, (held[one], previous))
        if fresh:
            site.changes.append([held[one] for one, _ in fresh])

    def _recording(self, site: Site) -> tuple[PaperRecorder, int]:
        return PaperRecorder(site), len(site.store.written)

    def _value(self) -> str | None:
        return self.rnd.choice(VALUES)

    def _pick(self, site: Site, *entities: str) -> Book:
        rows = site.rows(*entities)
        if not rows:
            raise Refused([])
        return rows[self.rnd.randrange(len(rows))]

    def create(self, site: Site) -> None:
        """A household, a programme, a row below another, a fact that is never edited, or a row of a newer program."""
        recorder, before = self._recording(site)
        stream = site.office if site.office in (A, B) else self.rnd.choice((A, B, f"{site.office}/down"))
        if stream.endswith("/down"):
            self._begin(recorder, Target(stream, "programme", new_id()), {"name": self._value()})
        elif not site.rows("household") or self.rnd.random() < 0.4:
            self._begin(recorder, Target(stream, "household", new_id()), {"head_name": "Mới", "phone": self._value()})
        else:
            self._below(recorder, self._pick(site, "household", "support_case"))
        self._write(site, recorder, before)

    def _begin(self, recorder: PaperRecorder, target: Target, fields: dict[str, Any]) -> None:
        recorder.write(target, "create", {name: value for name, value in fields.items() if value is not None})

    def _below(self, recorder: PaperRecorder, above: Book) -> None:
        stream = above.stream or ""
        if above.entity == "support_case":
            self._begin(recorder, Target(stream, "decision", new_id(), above.row), {"amount": self.rnd.randrange(1, 4)})
            return
        entity = self.rnd.choice(("member", "support_case", "tree"))
        self._begin(recorder, Target(stream, entity, new_id(), above.row), {FIELDS[entity][0]: self._value()})

    def village(self, site: Site) -> None:
        """A new village with a household that names it."""
        if site.office in (A, B):
            recorder, before = self._recording(site)
            village = new_id()
            self._begin(recorder, Target(site.office, "area", village), {"kind": "village", "name": "Bản Mới"})
            self._begin(recorder, Target(site.office, "household", new_id()), {"village_id": village})
            self._write(site, recorder, before)

    def save(self, site: Site) -> None:
        """One field, or all of them."""
        book = self._pick(site, *FIELDS)
        recorder, before = self._recording(site)
        names = FIELDS[book.entity or ""]
        chosen = names if self.rnd.random() < 0.3 else (self.rnd.choice(names),)
        recorder.save_fields(book, {name: self._value() for name in chosen if name != "village_id"} or {"note": "x"})
        self._write(site, recorder, before)

    def strange(self, site: Site) -> None:
        """A kind that nobody here knows, or an edit that names what its office may not supersede."""
        book = self._pick(site, *FIELDS)
        recorder, before = self._recording(site)
        named = {one: ["head_name", "phone"] for one in book.all_heads()}
        kind = self.rnd.choice(("colouring", "edit"))
        recorder.write_on(book, kind, {"phone": self._value()}, supersedes=named)
        self._write(site, recorder, before)

    def fate(self, site: Site) -> None:
        """A row is deleted or restored."""
        book = self._pick(site, "household", "member", "decision", "support_case")
        recorder, before = self._recording(site)
        recorder.write_fate(book, gone=self.rnd.random() < 0.6)
        self._write(site, recorder, before)

    def alias(self, site: Site) -> None:
        """Two households are one, or are not."""
        book, other = self._pick(site, "household"), self._pick(site, "household")
        if book.stream == other.stream and book is not other:
            recorder, before = self._recording(site)
            value = self.rnd.choice((other.row, other.row, None))
            about = other.creates if value else ()
            recorder.save_fields(book, {"alias_of": value}, kind="alias", about=about)
            self._write(site, recorder, before)

    def erase(self, site: Site) -> None:
        """The values of a field known here are emptied for good."""
        book = self._pick(site, "household", "member")
        recorder, before = self._recording(site)
        field_name = self.rnd.choice(FIELDS[book.entity or ""])
        named = {one.name: [field_name] for one in book.operations.values() if field_name in one.digests}
        if named:
            recorder.write_on(book, "erase", {}, supersedes=named)
            self._write(site, recorder, before)

    def correct(self, site: Site) -> None:
        """A cell of a workbook that another had printed: a proposal that bears one name on every road."""
        book = self._pick(site, "household", "member")
        name = FIELDS[book.entity or ""][0]
        found = site.store.history.effective(book, name)
        value = self._value()
        proposal = key_id(canonical_text([book.row, name, sorted(found.shown), value]))
        if value == found.value or book.named(proposal):
            return
        recorder, before = self._recording(site)
        target = Target(book.stream or "", book.entity or "", book.row)
        recorder.write(target, "propose", {name: value}, proposal=proposal)
        self._write(site, recorder, before)

    def answer(self, site: Site) -> None:
        """Whatever waits on a row is answered."""
        book = self._pick(site, "household", "member", "support_case")
        recorder, before = self._recording(site)
        for name in sorted(book.fields()):
            shown = site.store.history.effective(book, name)
            for proposal, _ in shown.proposals:
                with suppress(Refused):
                    self.rnd.choice((accept, reject))(recorder, book.row, name, proposal)
            if shown.conflict:
                with suppress(Refused):
                    if name == "deleted":
                        decide_fate(recorder, book.row, gone=self.rnd.random() < 0.5)
                    else:
                        resolve(recorder, book.row, name, self._value())
        self._write(site, recorder, before)

    def undo(self, site: Site) -> None:
        """One of the last changes of this site is taken back."""
        mine = [one for one in site.changes[-3:] if all(each.kind != "create" for each in one)]
        if mine:
            undone = self.rnd.choice(mine)
            before = len(site.store.written)
            recorder = PaperRecorder(site, Action.UNDO)
            for one in undone:
                _check(recorder, one, one.change)
            for one in reversed(undone):
                _take_back(recorder, one)
            self._write(site, recorder, before)

    # The road and the clock

    def send(self, site: Site) -> None:
        """A site hands another all it has, or only its beginning."""
        placed = list(site.operations())
        if self.rnd.random() < 0.3:
            placed = placed[: self.rnd.randrange(len(placed) + 1)]
        self.rnd.choice(self.sites).take(placed)

    def jump(self, site: Site) -> None:
        """A clock is set anew."""
        self._jump(site)

    def _jump(self, *sites: Site) -> None:
        for one in sites:
            one.clock.now_ms = self.rnd.choice((0, LAST_MS, self.rnd.randrange(LAST_MS), 1_790_000_000_000))


_ONCE = [PaperHistory.create, PaperHistory.village, PaperHistory.fate, PaperHistory.alias, PaperHistory.erase]
_ONCE += [PaperHistory.correct, PaperHistory.answer, PaperHistory.undo, PaperHistory.strange, PaperHistory.jump]
_STEPS = [*_ONCE, *[PaperHistory.save] * 5, *[PaperHistory.send] * 6, *[PaperHistory.create] * 2]
_STEPS += [PaperHistory.fate, PaperHistory.answer, PaperHistory.undo, PaperHistory.correct]
