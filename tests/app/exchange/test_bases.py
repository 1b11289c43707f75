"""What a package says of the cells it shows: alike whether a row was touched since it began or not."""

from __future__ import annotations

import json

from app.exchange import layout
from app.exchange.bases import Bases
from app.workspace import Workspace
from models.household import Household
from tests.app.exchange.test_packages import rename
from tests.make import make_case, make_household


class AllWritten(Bases):
    """As if every row had been touched."""

    def __init__(self, *arguments: object) -> None:
        super().__init__(*arguments)  # type: ignore[arg-type]
        self._store.load(self._begun)
        self._begun = {}


def test_a_row_as_it_began_has_the_base_that_its_history_gives(commune: Workspace) -> None:
    make_case(commune, requested=60_000_000, citizen_id="011072001234", note="Nhà có\n“hai” mái")
    with commune.engine.connect() as connection:
        for sheet in layout.sheets():
            rows = connection.exec_driver_sql(f"SELECT id, stream FROM {sheet.entity}").all()  # noqa: S608
            ids = [f"{row[0][:8]}-{row[0][8:12]}-{row[0][12:16]}-{row[0][16:20]}-{row[0][20:]}" for row in rows]
            quick, slow = Bases(connection, sheet, ids), AllWritten(connection, sheet, ids)
            for row, (_, stream) in zip(ids, rows, strict=True):
                if stream:  # a row that came with the program has no history
                    assert quick.line(row, stream) == slow.line(row, stream)


def test_a_field_that_was_edited_names_the_edit(commune: Workspace) -> None:
    household = make_household(commune)
    rename(commune, household, "Lò Văn Ước")
    sheet = next(one for one in layout.sheets() if one.entity == Household.__entity__)
    with commune.engine.connect() as connection:
        base = json.loads(Bases(connection, sheet, [household]).line(household, "03151"))
    value, _salt, heads = base["fields"]["head_name"]
    assert (value, len(heads)) == ("Lò Văn Ước", 1)
    assert heads != base["heads"]
