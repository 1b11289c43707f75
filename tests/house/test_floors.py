"""Who may import whom, as far as it depends on names: import-linter's contracts in pyproject.toml say the rest."""

import sys
from collections.abc import Iterator
from pathlib import Path

from tests.house.sources import ROOT, Import, Source, imports, sources, write_tree

# In this order: a room imports only rooms before it.
ROOMS = (
    "areas",
    "office",
    "households",
    "photos",
    "support",
    "review",
    "construction",
    "funding",
    "giving",
    "handover",
    "ceremonies",
    "paperwork",
    "flags",
    "duplicates",
    "campaigns",
    "awards",
    "lists",
    "exchange",
    "reports",
    "months",
)
ROOMS_OF_ROWS_FROM_OUTSIDE = {"lists", "exchange"}  # they obey the same rules and are saved by the same code
WORKBOOK_ROOMS = {"lists", "exchange", "reports", "documents"}
FLOOR_BELOW_ROOMS = {"documents", "journal", "wording"}
TAKES_FROM_ALL_ROOMS = {"pages.py", "dossier"}


def strangers_in_models(root: Path) -> list[str]:
    """Records know the standard library, sqlalchemy, uuid6 and each other."""
    known = {*sys.stdlib_module_names, "sqlalchemy", "uuid6", "models"}
    return [told(source, one) for source, one in imported(root, "models") if top(one) not in known]


def strangers_in_app(root: Path) -> list[str]:
    """Use cases know no Qt and, but for the front door, no view; office libraries stay in their places."""
    return [told(source, one) for source, one in imported(root, "app") if top(one) in forbidden_in_app(source)]


def forbidden_in_app(source: Source) -> set[str]:
    """Top-level names this file of `app` must not import."""
    forbidden = {"PySide6", "shiboken6", "pyqtgraph"}
    folder, name = source.parts[1], source.parts[-1]
    if source.place != "app/__main__.py":
        forbidden.add("views")
    if folder not in WORKBOOK_ROOMS:
        forbidden.add("openpyxl")
    if folder != "documents":
        forbidden.add("docx")
    if folder != "documents" and name != "papers.py" and source.place != "app/handover/certificate.py":
        forbidden.add("reportlab")
    return forbidden


def strangers_in_views(root: Path) -> list[str]:
    """Screens know Qt, the use cases and the vocabulary of the records."""
    known = {*sys.stdlib_module_names, "PySide6", "app", "views"}
    found = []
    for source, one in imported(root, "views"):
        charts = source.place.startswith("views/widgets/charts") and top(one) == "pyqtgraph"
        vocabulary = one.full == "models.vocabulary" or one.module == "models.vocabulary"
        if top(one) not in known and not charts and not vocabulary:
            found.append(told(source, one))
    return found


def visits_between_view_rooms(root: Path) -> list[str]:
    """A room of `views` takes nothing from another room; only the list of pages and the dossier take from all."""
    rooms = {path.name for path in (root / "views").iterdir() if path.is_dir()} - {"widgets", "__pycache__"}
    found = []
    for source, one in imported(root, "views"):
        target = one.full.split(".")[1] if one.full.startswith("views.") else ""
        if target in rooms and target != source.parts[1] and source.parts[1] not in TAKES_FROM_ALL_ROOMS:
            found.append(told(source, one))
    return found


def visits_between_app_rooms(root: Path) -> list[str]:
    """A room of `app` takes queries, write_... functions and their drafts from rooms before it; from outside: rules."""
    return [
        told(source, one)
        for source, one in imported(root, "app")
        if (target := room_of(one)) and target != source.parts[1] and not may_visit(source, one, target)
    ]


def room_of(one: Import) -> str:
    """The room of `app` an import leads to, or nothing."""
    parts = one.full.split(".")
    return parts[1] if parts[0] == "app" and len(parts) > 1 and parts[1] in ROOMS else ""


def may_visit(source: Source, one: Import, target: str) -> bool:
    """Whether this file may import this name of the room `target`, which is not its own."""
    home = source.parts[1]
    if home in FLOOR_BELOW_ROOMS:
        return False
    if home not in ROOMS:
        return True  # the commands, undo and the demo stand above the rooms
    if ROOMS.index(target) > ROOMS.index(home):
        return False
    open_modules = {"queries", "drafts", "rules"} if home in ROOMS_OF_ROWS_FROM_OUTSIDE else {"queries"}
    opened = bool(open_modules.intersection(one.full.split(".")[2:3]))
    return opened or one.name.startswith("write_") or one.name.endswith("Draft")


def imported(root: Path, floor: str) -> Iterator[tuple[Source, Import]]:
    """Every import of a floor, with the file it stands in."""
    for source in sources(root, floor):
        yield from ((source, one) for one in imports(source))


def top(one: Import) -> str:
    """The top-level package of an import."""
    return one.module.split(".")[0]


def told(source: Source, one: Import) -> str:
    """One line that says who imports what and where."""
    return f"{source.place}:{one.line} imports {one.full}"


def test_records_import_nothing_but_sqlalchemy_and_uuid6(tmp_path: Path) -> None:
    assert strangers_in_models(ROOT) == []
    bad = write_tree(
        tmp_path, {"models/a.py": "import json\nimport sqlalchemy as sa\nfrom app.x import y\nimport numpy\n"}
    )
    assert strangers_in_models(bad) == ["models/a.py:3 imports app.x.y", "models/a.py:4 imports numpy"]


def test_use_cases_import_no_qt_and_office_libraries_only_in_their_places(tmp_path: Path) -> None:
    assert strangers_in_app(ROOT) == []
    written = {
        "app/__main__.py": "from views.application import main\n",
        "app/cli.py": "from views import x\n",
        "app/handover/certificate.py": "import reportlab\n",
        "app/handover/operations.py": "def f():\n    from reportlab.pdfgen import canvas\n",
        "app/lists/rows.py": "import openpyxl\n",
        "app/support/papers.py": "import reportlab, openpyxl, docx\n",
        "app/undo.py": "from PySide6.QtCore import Qt\n",
    }
    assert strangers_in_app(write_tree(tmp_path, written)) == [
        "app/cli.py:1 imports views.x",
        "app/handover/operations.py:2 imports reportlab.pdfgen.canvas",
        "app/support/papers.py:1 imports openpyxl",
        "app/support/papers.py:1 imports docx",
        "app/undo.py:1 imports PySide6.QtCore.Qt",
    ]


def test_screens_import_no_sqlalchemy_and_of_the_records_only_the_vocabulary(tmp_path: Path) -> None:
    assert strangers_in_views(ROOT) == []
    written = {
        "views/page.py": (
            "from models.vocabulary import Stage\nfrom models import vocabulary\nfrom models.area import Area\n"
        ),
        "views/widgets/charts.py": "import pyqtgraph\n",
        "views/widgets/search.py": "import pyqtgraph\nimport sqlalchemy\n",
    }
    assert strangers_in_views(write_tree(tmp_path, written)) == [
        "views/page.py:3 imports models.area.Area",
        "views/widgets/search.py:1 imports pyqtgraph",
        "views/widgets/search.py:2 imports sqlalchemy",
    ]


def test_rooms_of_screens_do_not_visit_each_other(tmp_path: Path) -> None:
    assert visits_between_view_rooms(ROOT) == []
    written = {
        "views/households/page.py": "from views.runner import Runner\nfrom views.support.panel import Panel\n",
        "views/support/panel.py": "from views.support.table import T\nfrom views.widgets.money_edit import M\n",
        "views/dossier/page.py": "from views.support.panel import Panel\n",
        "views/pages.py": "from views.support.panel import Panel\n",
        "views/menus.py": "from views.support import panel\n",
    }
    assert visits_between_view_rooms(write_tree(tmp_path, written)) == [
        "views/households/page.py:2 imports views.support.panel.Panel",
        "views/menus.py:1 imports views.support.panel",
    ]


def test_rooms_of_use_cases_visit_only_earlier_rooms_by_queries_and_write_functions(tmp_path: Path) -> None:
    assert visits_between_app_rooms(ROOT) == []
    written = {
        "app/cli.py": "from app.support.operations import approve\n",
        "app/documents/page.py": "from app.areas.queries import x\n",
        "app/exchange/merging.py": (
            "from app.support.rules import check_case\nfrom app.support.operations import approve\n"
        ),
        "app/lists/rows.py": "from app.households.drafts import HouseholdDraft\n",
        "app/households/queries.py": "from app.areas.queries import f\nfrom app.support.queries import g\n",
        "app/support/operations.py": (
            "from app.households.operations import write_household, save_household\n"
            "from app.households import queries, rules\n"
            "from app.support.rules import check_case\n"
        ),
    }
    assert visits_between_app_rooms(write_tree(tmp_path, written)) == [
        "app/documents/page.py:1 imports app.areas.queries.x",
        "app/exchange/merging.py:2 imports app.support.operations.approve",
        "app/households/queries.py:2 imports app.support.queries.g",
        "app/support/operations.py:1 imports app.households.operations.save_household",
        "app/support/operations.py:2 imports app.households.rules",
    ]
