"""Undo: a new change that puts back what the old one replaced, refused where others have gone on."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.actions import Action
from app.journal.answers import reject
from app.problems import Refused
from app.undo import next_undo, undo_change, undo_newest
from models.household import Household, Member
from models.support import Decision, SupportCase
from tests.app.journal.conftest import Laptops
from tests.app.journal.open_world import OpenWorld
from tests.app.journal.profiles import FEW
from tests.app.journal.test_merging import household
from tests.app.journal.world import DAY, Laptop, exchange


def undo(laptop: Laptop, change: str) -> None:
    """Take one change back, whichever it is."""
    with laptop.change(Action.UNDO) as opened:
        undo_change(opened.recorder, change)


def test_edits_put_back_the_first_before(laptops: Laptops) -> None:
    (a1,) = laptops("a1")
    row = household(a1, phone="1")
    with a1.change() as change:
        found = change.session.get_one(Household, row)
        for phone in ("2", "3"):
            found.phone = phone
            change.session.flush()
    undo(a1, change.recorder.change)
    assert a1.value("household", row, "phone") == "1"
    assert a1.operations(row)[-1].action == "UNDO"
    assert [one.value("phone") for one in a1.operations(row)] == ["1", "3", "1"], "history keeps what was undone"
    assert a1.operations(row)[-1].about == (a1.operations(row)[-2].id,)


def test_a_create_is_taken_back_by_a_deletion_and_a_deletion_by_a_restore(laptops: Laptops) -> None:
    (a1,) = laptops("a1")
    row = household(a1, phone="1")
    gone = a1.delete(row)
    undo(a1, gone.change)
    assert a1.fate("household", row) == "alive"
    assert a1.operations(row)[-1].about == (a1.operations(row)[-2].id,)
    back = a1.restore(row)
    undo(a1, back.change)
    assert a1.fate("household", row) == "out"
    made = a1.add(Household(head_name="Lò Văn Bình"))
    undo(a1, made.change)
    assert a1.fate("household", made.row) == "out"


def test_a_create_stays_while_something_of_another_change_hangs_on_it(laptops: Laptops) -> None:
    (a1,) = laptops("a1")
    made = a1.add(Household(head_name="Lò Văn An"))
    member = a1.add(Member(household_id=made.row, name="Lò Thị Bé"))
    with pytest.raises(Refused, match="row_moved_on"):
        undo(a1, made.change)
    undo(a1, member.change)
    undo(a1, made.change)
    assert a1.fate("household", made.row) == "out"


def test_a_decision_stays_while_a_later_row_of_its_case_stands(laptops: Laptops) -> None:
    (a1,) = laptops("a1")
    case = a1.add(SupportCase(household_id=household(a1))).row
    first = a1.add(Decision(case_id=case, amount=60_000_000), Action.APPROVE)
    later = a1.add(Decision(case_id=case, amount=40_000_000, replaces_id=first.row), Action.APPROVE)
    with pytest.raises(Refused, match="row_has_followers"):
        undo(a1, first.change)
    undo(a1, later.change)
    undo(a1, first.change)
    assert a1.fate("decision", first.row) == "out"


def test_undo_leaves_the_equal_value_another_laptop_wrote(laptops: Laptops) -> None:
    a1, a2 = laptops("a1", "a2")
    row = household(a1, phone="1")
    exchange(a1, a2)
    mine = a1.edit(Household, row, phone="2")
    theirs = a2.edit(Household, row, phone="2")
    exchange(a1, a2)
    undo(a1, mine.change)
    superseded = {one for one, names in a1.operations(row)[-1].supersedes.items() if "phone" in names}
    written = {one.change: one.id for one in a1.operations(row)}
    assert superseded == {written[mine.change]}
    assert written[theirs.change] not in superseded, "what the other laptop typed stays to be decided"


def test_undo_is_refused_naming_the_field_when_another_laptop_changed_it(laptops: Laptops) -> None:
    a1, a2 = laptops("a1", "a2")
    row = household(a1)
    mine = a1.edit(Household, row, phone="1", note="ghi chú")
    exchange(a1, a2)
    a2.edit(Household, row, phone="2")
    exchange(a1, a2)
    with pytest.raises(Refused) as refused:
        undo(a1, mine.change)
    assert [one.field for one in refused.value.problems] == ["phone"]
    assert a1.value("household", row, "note") == "ghi chú", "nothing of it is taken back"


def test_answers_are_not_undone(laptops: Laptops) -> None:
    a1, d1 = laptops("a1", "d1")
    row = household(a1)
    exchange(a1, d1)
    d1.edit(Household, row, head_name="Khác")
    exchange(a1, d1)
    name, _ = a1.shown(row, "head_name").proposals[0]
    a1.answer(reject, row, "head_name", name)
    with pytest.raises(Refused, match="answers_are_not_undone"):
        undo(a1, a1.operations(row)[-1].change)
    a1.correct(a1.cell(row, "phone"), "0912")
    with pytest.raises(Refused, match="answers_are_not_undone"):
        undo(a1, a1.operations(row)[-1].change)


def test_the_newest_change_is_taken_back_first_then_the_one_before(laptops: Laptops) -> None:
    (a1,) = laptops("a1")
    row = household(a1)
    a1.edit(Household, row, phone="1")
    a1.edit(Household, row, phone="2")
    undo_newest(a1.workspace)
    assert a1.value("household", row, "phone") == "1"
    a1.edit(Household, row, phone="3")
    undo_newest(a1.workspace)
    undo_newest(a1.workspace)
    assert a1.value("household", row, "phone") is None
    assert next_undo(a1.workspace) == "SAVE_HOUSEHOLD"
    undo_newest(a1.workspace)
    assert a1.fate("household", row) == "out"
    assert next_undo(a1.workspace) is None
    with pytest.raises(Refused, match="nothing_to_undo"):
        undo_newest(a1.workspace)


def test_the_newest_change_is_known_also_after_a_wild_clock(laptops: Laptops) -> None:
    a1, a2 = laptops("a1", "a2")
    row = household(a1)
    exchange(a1, a2)
    a2.skew = 500 * DAY
    a2.edit(Household, row, phone="1")
    exchange(a1, a2)
    a1.edit(Household, row, phone="2")  # later than what it answers: next year
    other = household(a1)
    undo_newest(a1.workspace)
    assert a1.fate("household", other) == "out"
    assert a1.value("household", row, "phone") == "2"


_NAMES = st.sets(st.sampled_from(["phone", "note"]), min_size=1)
_VALUES = st.sampled_from([None, "1", "2", "3"])


@FEW
@given(
    st.lists(st.tuples(st.integers(0, 1), st.integers(0, 2), _NAMES, _VALUES, st.booleans()), max_size=14),
    st.dictionaries(st.integers(0, 2), _VALUES, min_size=1),
)
def test_undo_puts_back_what_was_shown(
    open_world: OpenWorld, history: list[tuple[int, int, set[str], str | None, bool]], late: dict[int, str | None]
) -> None:
    with open_world.begun("a1", "a2") as (a1, a2):
        rows = [household(a1, note=str(number)) for number in range(3)]
        exchange(a1, a2)
        for who, row, names, value, meet in history:
            (a1, a2)[who].edit(Household, rows[row], **dict.fromkeys(names, value))
            if meet:
                exchange(a1, a2)
        shown = [[a1.shown(row, name) for name in ("phone", "note")] for row in rows]
        before = [[(one.value, one.conflict) for one in fields] for fields in shown]
        with a1.change() as change:
            for row, value in late.items():
                found = change.session.get_one(Household, rows[row])
                found.phone = found.note = value
        undo(a1, change.recorder.change)
        shown = [[a1.shown(row, name) for name in ("phone", "note")] for row in rows]
        assert [[(one.value, one.conflict) for one in fields] for fields in shown] == before
