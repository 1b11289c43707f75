"""The tab "Cơ quan": what the office is called, how its papers begin, to whom its packages go."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from app.office.drafts import OfficeEdit
from app.office.people import save_office
from app.office.queries import office_facts, paper_office
from app.office.rules import check_edit
from app.problems import Problem
from app.progress import Progress
from app.wording import first_run
from app.wording import papers_tab as tab_words
from app.wording import settings as words
from app.wording.letterheads import header_lines, place_of
from app.wording.vocabulary import BODIES, LEVELS
from app.workspace import Changes
from models.vocabulary import Level
from views import style
from views.office.settings_tab import SettingsTab
from views.office.steps import Switches, indented
from views.page import WorkFrame
from views.widgets.form import FormColumn, text_line
from views.widgets.pdf_sight import PdfSight
from views.widgets.problem_marks import Marks

_WIDTH = 340
_SIGHT, _PAUSE = 260, 500
_TWO_COLUMNS = 1080
_FRONT = "front"


class OfficeTab(SettingsTab):
    """Two columns: the office and its papers at the left, its superior at the right."""

    name = "office"
    tables = frozenset({"office"})

    def __init__(self, frame: WorkFrame) -> None:
        super().__init__(frame)
        self.marks = Marks(self.body)
        self.level = frame.workspace.author.level
        self.office_name, self.body_kind = text_line(_WIDTH), Switches(BODIES)
        self.province = text_line(_WIDTH)
        self.lines = (text_line(_WIDTH), text_line(_WIDTH))
        self.place = text_line(_WIDTH)
        self.has = Switches({"yes": first_run.HAS_SUPERIOR, "no": first_run.NO_SUPERIOR})
        self.superior_name, self.superior_code = text_line(_WIDTH), text_line(120)
        self.sight = PdfSight(tab_words.HEAD_PREVIEW)
        style.follow_scale(self.sight, lambda: self.sight.setFixedHeight(style.px(_SIGHT)))
        self._wait = QTimer(self, singleShot=True, interval=_PAUSE)
        self._wait.timeout.connect(self._draw)
        self._version: int | None = None
        self._lay_out()
        for field in self._fields().values():
            field.textChanged.connect(self._typed)
        self.body_kind.group.buttonToggled.connect(self._typed)
        self.has.group.buttonToggled.connect(self._typed)
        self.setFocusProxy(self.office_name)
        self.open()

    def _fields(self) -> dict[str, QLineEdit]:
        return {
            "name": self.office_name,
            "province": self.province,
            "line_one": self.lines[0],
            "line_two": self.lines[1],
            "place_name": self.place,
            "superior_name": self.superior_name,
            "superior_code": self.superior_code,
        }

    def _lay_out(self) -> None:
        inner = QWidget()
        self.columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, inner)
        self.columns.setContentsMargins(0, style.px(8), 0, 0)
        self.columns.setSpacing(style.px(24))
        self.columns.addWidget(self._left(), 1)
        self.columns.addWidget(self._right(), 1)
        scrolled = QScrollArea()
        scrolled.setWidget(inner)
        scrolled.setWidgetResizable(True)
        scrolled.setFrameShape(QScrollArea.Shape.NoFrame)
        column = QVBoxLayout(self.body)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scrolled)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where large letters leave no room the columns stand under each other."""
        super().resizeEvent(event)
        wide = event.size().width() >= style.px(_TWO_COLUMNS)
        self.columns.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)

    def _left(self) -> FormColumn:
        form = FormColumn(self.marks)
        form.add_title(words.OFFICE)
        form.add_field("name", words.NAME, self.office_name, required=True)
        form.add_field("level", words.KIND, QLabel(LEVELS[self.level]))
        form.add_field("body", words.BODY, self.body_kind)
        form.add_field("province", words.PROVINCE, self.province)
        form.add_field("code", words.CODE, QLabel(self.frame.workspace.author.office))
        form.add_widget(indented(words.CODE_HELP))
        form.add_title(words.PAPERS)
        form.add_field("line_one", words.LINE_ONE, self.lines[0])
        form.add_field("line_two", words.LINE_TWO, self.lines[1])
        form.add_field("place_name", words.PLACE, self.place)
        form.add_widget(indented(words.PAPERS_HELP))
        return form

    def _right(self) -> FormColumn:
        form = FormColumn(self.marks)
        form.add_title(words.SUPERIOR)
        form.add_field("superior", words.ABOVE, self.has)
        form.add_field("superior_name", first_run.SUPERIOR_NAME, self.superior_name)
        form.add_field("superior_code", first_run.SUPERIOR_CODE, self.superior_code)
        form.add_widget(indented(first_run.SUPERIOR_CODE_HELP))
        form.add_title(tab_words.HEAD_PREVIEW)
        form.add_widget(self.sight)
        return form

    def _typed(self) -> None:
        """Grey texts follow the name: what papers say where nothing is typed."""
        commune, front = self.level is Level.COMMUNE, self.body_kind.value() == _FRONT
        usual = header_lines(self.office_name.text().strip(), commune=commune, front=front)
        typed = any(line.text().strip() for line in self.lines)
        for place, line in enumerate(self.lines):
            line.setPlaceholderText("" if typed else next(iter(usual[place : place + 1]), ""))
        self.place.setPlaceholderText(place_of(self.office_name.text().strip(), self.province.text().strip()))
        given = self.has.value() == "yes"
        for field in (self.superior_name, self.superior_code):
            field.setEnabled(given)
        self._wait.start()
        self.edited()

    def _draw(self) -> None:
        """The head of a paper as it would be printed with what is typed."""
        if not self.isVisible():
            return
        target, workspace = self.sight.next_file(), self.frame.workspace
        lines, place = [one.text().strip() or one.placeholderText() for one in self.lines], self.place.text().strip()

        def draw(progress: Progress) -> None:
            from app.office.letterhead_sample import draw_letterhead  # what draws papers is slow to load

            with workspace.read() as session:
                office = paper_office(session, workspace.author.office)
            if office is not None:
                draw_letterhead(target, office, lines, place, progress)

        def show(_: None) -> None:
            if target.exists():
                self.sight.show_file(target)

        self.frame.runner.run(draw, show, tab_words.DRAWING)

    def showEvent(self, event: QShowEvent) -> None:
        """The picture is drawn when the tab comes into sight."""
        super().showEvent(event)
        self._wait.start()

    # What stands on the tab

    def read(self) -> dict[str, Any]:
        with self.frame.workspace.read() as session:
            facts = office_facts(session)
        lines = [*(facts.header or "").split("\n", 1), ""]
        return {
            "name": facts.name,
            "line_one": lines[0],
            "line_two": lines[1].replace("\n", " "),
            "place_name": facts.place_name or "",
            "superior_name": facts.superior_name or "",
            "superior_code": facts.superior_code or "",
            "body": facts.body,
            "province": facts.province or "",
            "has": "yes" if facts.superior_code else "no",
            "version": facts.version,
        }

    def texts(self) -> dict[str, Any]:
        return {name: field.text() for name, field in self._fields().items()} | {
            "body": self.body_kind.value(),
            "has": self.has.value(),
            "version": self._version,
        }

    def show_texts(self, texts: Any) -> None:
        self._version = texts["version"]
        for name, field in self._fields().items():
            field.setText(texts[name])
        self.body_kind.set_value(texts["body"] or next(iter(BODIES)))
        self.has.set_value(texts["has"])
        self._typed()

    # Rules and saving

    def _edit(self) -> OfficeEdit:
        texts = self.texts()
        given = texts["has"] == "yes"
        return OfficeEdit(
            texts["name"],
            texts["body"],
            texts["province"],
            texts["superior_code"].strip() or None if given else None,
            texts["superior_name"].strip() or None if given else None,
            f"{texts['line_one']}\n{texts['line_two']}",
            texts["place_name"],
            texts["version"],
        )

    def problems(self) -> list[Problem]:
        edit = self._edit()
        if self.has.value() == "yes" and not (edit.superior_code or edit.superior_name):
            return [Problem("superior_name", "superior_missing")]
        return check_edit(edit, self.frame.workspace.author.office)

    def operation(self, seen: list[str]) -> Callable[[], Changes]:
        workspace, edit = self.frame.workspace, self._edit()
        return lambda: save_office(workspace, edit)

    def mark(self, problems: Sequence[Problem]) -> int:
        found = [*self.marks.unreadable(), *problems]
        self.marks.show(found)
        return len(found)

    def next_problem(self) -> None:
        self.marks.next()
