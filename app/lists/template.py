"""The list to fill in: one heading row with the headings that are read best, drop-downs, nothing else in the way."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from app.documents.workbook import Column, Look, add_sheet, append_row, new_workbook, save_workbook, start_table
from app.ethnic_groups import ethnic_groups
from app.lists.fields import Field
from app.lists.headings import heading_label
from app.wording.lists import TEMPLATE_NOTE, TEMPLATE_SHEET, TEMPLATE_TITLE
from app.wording.vocabulary import CATEGORIES, GENDERS, WORK_TYPES

_EMPTY_ROWS = 200
#: Two lines of a heading.
_HEADING_HEIGHT = 36
_COLUMNS: dict[Field, tuple[float, Look]] = {
    Field.SEQ: (6, Look.YEAR),
    Field.HOUSEHOLD_CODE: (12, Look.IDENTIFIER),
    Field.HEAD_NAME: (26, Look.TEXT),
    Field.BIRTH: (14, Look.IDENTIFIER),
    Field.GENDER: (9, Look.TEXT),
    Field.CITIZEN_ID: (16, Look.IDENTIFIER),
    Field.ETHNICITY: (11, Look.TEXT),
    Field.PHONE: (14, Look.IDENTIFIER),
    Field.VILLAGE: (20, Look.TEXT),
    Field.ADDRESS: (24, Look.TEXT),
    Field.MEMBERS: (9, Look.YEAR),
    Field.CATEGORY: (24, Look.TEXT),
    Field.HOUSE_STATUS: (28, Look.TEXT),
    Field.AREA_CURRENT: (12, Look.IDENTIFIER),
    Field.LAND: (20, Look.TEXT),
    Field.NEED: (13, Look.TEXT),
    Field.SUPPORT_AMOUNT: (17, Look.NUMBER),
    Field.NOTE: (26, Look.TEXT),
}


def write_template(path: Path, villages: Sequence[str] = ()) -> None:
    """Write the empty list; `villages` are offered in a drop-down. Faults of the disk as `save_workbook` tells them."""
    choices = {
        Field.GENDER: tuple(GENDERS.values()),
        Field.CATEGORY: tuple(CATEGORIES.values()),
        Field.NEED: tuple(WORK_TYPES.values()),
        Field.ETHNICITY: ethnic_groups(),
        Field.VILLAGE: tuple(villages),
    }
    workbook = new_workbook()
    sheet = add_sheet(workbook, TEMPLATE_SHEET)
    append_row(sheet, [TEMPLATE_TITLE], [Look.TITLE])
    append_row(sheet, [TEMPLATE_NOTE], [Look.NOTE])
    columns = [
        Column(heading_label(field), width, look, choices.get(field, ())) for field, (width, look) in _COLUMNS.items()
    ]
    start_table(sheet, columns, frozen_columns=3)
    sheet.row_dimensions[sheet.max_row].height = _HEADING_HEIGHT
    looks = [look for _width, look in _COLUMNS.values()]
    for _row in range(_EMPTY_ROWS):
        append_row(sheet, [None] * len(looks), looks)
    save_workbook(workbook, path)
