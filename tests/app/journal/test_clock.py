"""The hybrid clock: later than all it has seen, and not led astray by a clock that is wrong by more than a day."""

from __future__ import annotations

from app.journal.recording import DAY_MS, Clock

NOON = 1_790_000_000_000


def test_times_only_grow_also_when_the_system_clock_stands_or_goes_back() -> None:
    clock = Clock((0, 0), NOON)
    assert clock.tick((0, 0)) == (NOON, 0)
    assert clock.tick((0, 0)) == (NOON, 1)
    clock.now_ms = NOON - DAY_MS
    assert clock.tick((0, 0)) == (NOON, 2)
    clock.now_ms = NOON + 1
    assert clock.tick((0, 0)) == (NOON + 1, 0)


def test_an_operation_is_later_than_what_it_answers_and_the_next_is_not() -> None:
    clock = Clock((0, 0), NOON)
    assert clock.tick((NOON + 500 * DAY_MS, 7)) == (NOON + 500 * DAY_MS, 8)
    assert clock.tick((0, 0)) == (NOON, 1)


def test_another_clock_is_followed_up_to_a_day_ahead() -> None:
    clock = Clock((NOON, 0), NOON)
    clock.adopt((NOON + DAY_MS + 1, 0))
    assert clock.tick((0, 0)) == (NOON, 1)
    clock.adopt((NOON + DAY_MS, 3))
    assert clock.tick((0, 0)) == (NOON + DAY_MS, 4)
    clock.adopt((NOON, 9))
    assert clock.tick((0, 0)) == (NOON + DAY_MS, 5)
