"""Claims about columns in a narrow window: texts give way, then spare columns go, and no list is pushed sideways."""

from __future__ import annotations

from views.column_room import ColumnRoom, share_room

NAME = ColumnRoom(1, 180, gives=True, stretch=True)
CODE = ColumnRoom(2, 80, gives=True, spare=True)
VILLAGE = ColumnRoom(3, 120, gives=True)
MONEY = ColumnRoom(4, 100)
COLUMNS = (NAME, CODE, VILLAGE, MONEY)


def test_room_that_is_left_goes_to_the_column_that_stretches() -> None:
    assert share_room(COLUMNS, 600) == {1: 300, 2: 80, 3: 120, 4: 100}


def test_texts_are_cut_before_a_column_goes_and_amounts_never() -> None:
    widths = share_room(COLUMNS, 410)
    assert set(widths) == {1, 2, 3, 4}
    assert widths[4] == 100
    assert sum(widths.values()) == 410


def test_a_spare_column_goes_when_texts_would_be_cut_too_much() -> None:
    widths = share_room(COLUMNS, 360)
    assert set(widths) == {1, 3, 4}
    assert sum(widths.values()) <= 360


def test_where_nothing_can_give_the_columns_stay_readable() -> None:
    assert share_room((MONEY, ColumnRoom(5, 100)), 90) == {4: 100, 5: 100}
