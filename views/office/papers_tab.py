"""The tab "Giấy tờ" of "Thiết lập": by kind of paper how many copies, for whom, by which template; a trial sheet."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.office.paper_settings import PaperSettings, PaperSettingsDraft, check_paper_settings, paper_settings
from app.office.paper_settings import save_paper_settings as save_settings
from app.problems import Problem
from app.progress import Progress
from app.wording import papers_tab as words
from app.wording import printing as print_words
from app.wording.vocabulary import PAPER_KINDS
from app.workspace import Changes
from models.vocabulary import PaperKind
from views import messages, style
from views.blank_forms import blank_groups
from views.doing import do
from views.office.settings_tab import SettingsTab
from views.page import WorkFrame
from views.trial import print_trial
from views.widgets.form import FormColumn, group_title, quiet_label
from views.widgets.number_edits import CountEdit
from views.widgets.pdf_sight import PdfSight
from views.widgets.problem_marks import Marks

_LIST, _NARROW, _FORM, _SHEET = 290, 200, 400, 200
_MOST, _WAIT = 1000, 500


class PapersTab(SettingsTab):
    """Kinds at the left, what is set for one in the middle, its blank form at the right."""

    name = "papers"
    tables = frozenset({"paper_setting"})

    def __init__(self, frame: WorkFrame) -> None:
        super().__init__(frame)
        self.kinds = [kind for _, kinds in blank_groups(frame) for kind in kinds]
        self.list = QListWidget()
        self.list.setAccessibleName(words.KINDS)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for kind in self.kinds:
            item = QListWidgetItem(PAPER_KINDS[kind.value])
            item.setToolTip(PAPER_KINDS[kind.value])
            self.list.addItem(item)
        self.copies, self.recipients = CountEdit(), QPlainTextEdit()
        self.recipients.setTabChangesFocus(True)
        self.state = QLabel()
        self.state.setWordWrap(True)
        self.write_button, self.use_button = QPushButton(words.SAVE_TEMPLATE), QPushButton(words.USE_TEMPLATE)
        self.drop_button = QPushButton(words.DROP_TEMPLATE)
        self.trial_button = QPushButton(print_words.TRIAL)
        self.sight = PdfSight(words.PREVIEW)
        self.marks = Marks(self.body)
        self._kept: dict[PaperKind, PaperSettings] = {}
        self._texts: dict[str, dict[str, Any]] = {}
        self._showing = False
        self._wait = QTimer(self, singleShot=True, interval=_WAIT)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.list)
        self.open()
        self.list.setCurrentRow(0)

    def _lay_out(self) -> None:
        left, right = QVBoxLayout(), QVBoxLayout()
        left.addWidget(_help(words.KINDS_HELP))
        left.addWidget(self.list, 1)
        left.addWidget(self.trial_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.title = group_title("")
        self.title.setWordWrap(True)
        form = FormColumn(self.marks)
        form.add_field("copies", words.COPIES, self.copies)
        form.add_widget(_help(words.COPIES_HELP))
        form.add_field("recipients", words.RECIPIENTS, self.recipients)
        form.add_widget(_help(words.RECIPIENTS_HELP))
        middle = QVBoxLayout()
        middle.addWidget(self.title)
        middle.addWidget(form)
        middle.addWidget(group_title(words.TEMPLATE))
        middle.addWidget(self.state)
        for button in (self.write_button, self.use_button, self.drop_button):
            middle.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        middle.addStretch(1)
        right.addWidget(self.sight)
        inner, scrolled, around = QWidget(), QScrollArea(), QVBoxLayout(self.body)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(scrolled)
        scrolled.setWidget(inner)
        scrolled.setWidgetResizable(True)
        scrolled.setFrameShape(QScrollArea.Shape.NoFrame)
        across = QHBoxLayout(inner)
        across.setContentsMargins(0, style.px(6), 0, 0)
        across.setSpacing(style.px(16))
        self._columns = []
        for column, stretch in ((left, 0), (middle, 0), (right, _MOST)):
            holder = QWidget()
            column.setContentsMargins(0, 0, 0, 0)
            holder.setLayout(column)
            across.addWidget(holder, stretch)
            self._columns.append(holder)
        across.addStretch(1)
        style.follow_scale(self, self._size)

    def _size(self) -> None:
        wide = self.width() >= style.px(_LIST + _FORM + _SHEET)
        self._columns[0].setFixedWidth(style.px(_LIST if wide else _NARROW))
        self._columns[1].setFixedWidth(style.px(_FORM))
        self._columns[2].setVisible(wide)
        self.recipients.setFixedHeight(style.px(96))
        for button in (self.write_button, self.use_button, self.drop_button, self.trial_button):
            button.setMinimumHeight(style.px(30))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is no room for the sheet, the form comes first."""
        super().resizeEvent(event)
        self._size()

    def _connect(self) -> None:
        self.list.currentRowChanged.connect(self._show_kind)
        self.copies.textChanged.connect(self._typed)
        self.recipients.textChanged.connect(self._typed)
        self._wait.timeout.connect(self._draw)
        self.write_button.clicked.connect(self.write_template)
        self.use_button.clicked.connect(self.use_template)
        self.drop_button.clicked.connect(self.drop_template)
        self.trial_button.clicked.connect(self.print_trial)

    @property
    def kind(self) -> PaperKind:
        """The kind of paper in sight."""
        return self.kinds[max(self.list.currentRow(), 0)]

    # What stands on the tab

    def read(self) -> dict[str, dict[str, Any]]:
        with self.frame.workspace.read() as session:
            self._kept = paper_settings(session, self.frame.workspace.author.office)
        found = {kind: self._kept.get(kind) or PaperSettings(kind) for kind in self.kinds}
        return {kind.value: _texts(one) for kind, one in found.items()}

    def texts(self) -> dict[str, dict[str, Any]]:
        return {kind: dict(one) for kind, one in self._texts.items()}

    def show_texts(self, texts: Any) -> None:
        self._texts = {kind.value: dict(texts.get(kind.value) or _texts(PaperSettings(kind))) for kind in self.kinds}
        self._show_kind()

    def _show_kind(self) -> None:
        found = self._texts.get(self.kind.value)
        if found is None:
            return
        self._showing = True
        self.title.setText(PAPER_KINDS[self.kind.value])
        self.copies.setText(found["copies"])
        self.recipients.setPlainText(found["recipients"])
        self._showing = False
        self._show_template()
        self._wait.start()

    def _typed(self) -> None:
        if not self._showing:
            found = self._texts[self.kind.value]
            found["copies"], found["recipients"] = self.copies.text().strip(), self.recipients.toPlainText()
            self.edited()
            self._wait.start()

    def _show_template(self) -> None:
        from app.paper_templates import kinds_with_templates, template_is_here  # what knows all papers loads slowly

        able, kept = self.kind in kinds_with_templates(), self._kept.get(self.kind)
        name = kept.template_name if kept else ""
        self.state.setText(words.BUILT_IN if able else words.NO_TEMPLATE)
        if name:
            here = template_is_here(self.frame.workspace, self.kind)
            self.state.setText((words.OWN if here else words.OWN_ELSEWHERE).format(name=name))
        self.recipients.setEnabled(able)
        for button in (self.write_button, self.use_button):
            button.setVisible(able)
        self.drop_button.setVisible(bool(name))
        for row, kind in enumerate(self.kinds):
            own = self._kept.get(kind)
            text = PAPER_KINDS[kind.value]
            self.list.item(row).setText(words.MARKED.format(kind=text) if own and own.template_name else text)

    def _draw(self) -> None:
        """The blank form as it would be printed, with the recipients that are typed."""
        if not self.sight.isVisible():
            return
        kind, target, workspace = self.kind, self.sight.next_file(), self.frame.workspace
        draft = self._drafted(kind)

        def draw(progress: Progress) -> None:
            from app.paper_previews import draw_blank

            draw_blank(workspace, draft, target, progress)

        self.frame.runner.run(draw, lambda _: self.sight.show_file(target), words.DRAWING)

    # Rules and saving

    def _drafted(self, kind: PaperKind) -> PaperSettingsDraft:
        found = self._texts[kind.value]
        copies = int(found["copies"]) if found["copies"].isdecimal() else (0 if found["copies"] else None)
        return PaperSettingsDraft(kind, copies, found["recipients"], found["version"])

    def _changed(self) -> list[PaperKind]:
        return [kind for kind in self.kinds if self._texts[kind.value] != self._clean[kind.value]]

    def problems(self) -> list[Problem]:
        return check_paper_settings([self._drafted(kind) for kind in self._changed()])

    def operation(self, seen: list[str]) -> Callable[[], Changes]:
        workspace, drafts = self.frame.workspace, [self._drafted(kind) for kind in self._changed()]
        return lambda: save_settings(workspace, drafts)

    def mark(self, problems: Sequence[Problem]) -> int:
        """The first kind that is wrong comes into sight; its fields are marked."""
        changed = self._changed() if problems else []
        placed = [(changed[int(one.field.partition(".")[0])], one) for one in problems]
        if placed and all(kind is not self.kind for kind, _ in placed):
            self.list.setCurrentRow(self.kinds.index(placed[0][0]))
        own = [one for kind, one in placed if kind is self.kind]
        self.marks.show([Problem(one.field.partition(".")[2], one.code, one.values) for one in own])
        return len(problems)

    def next_problem(self) -> None:
        self.marks.next()

    # Templates

    def write_template(self) -> None:
        """Save the built-in paper as a Word file with its fields, to be edited."""
        kind, workspace = self.kind, self.frame.workspace
        target = messages.choose_save_file(words.SAVE_TEMPLATE, "word", Path.home() / f"{PAPER_KINDS[kind.value]}.docx")
        if target is None:
            return

        def write(_: Progress) -> None:
            from app.paper_templates import save_built_in

            save_built_in(workspace, kind, target)

        told = words.TEMPLATE_SAVED.format(file=target.name)
        self.frame.runner.run(write, lambda _: messages.success(told), words.SAVING_TEMPLATE)

    def use_template(self) -> None:
        """Print this kind by a Word file of the office from now on."""
        kind, workspace = self.kind, self.frame.workspace
        file = messages.choose_open_file(words.USE_TEMPLATE, "word")
        if file is None:
            return

        def use() -> Changes:
            from app.paper_templates import use_template

            return use_template(workspace, kind, file)

        told = words.TEMPLATE_USED.format(kind=PAPER_KINDS[kind.value], file=file.name)
        do(self.frame, use, words.USING_TEMPLATE, told, self._template_changed)

    def drop_template(self) -> None:
        """Print this kind by the built-in paper again."""
        kind, workspace = self.kind, self.frame.workspace

        def drop() -> Changes:
            from app.paper_templates import drop_template

            return drop_template(workspace, kind)

        told = words.TEMPLATE_DROPPED.format(kind=PAPER_KINDS[kind.value])
        do(self.frame, drop, words.USING_TEMPLATE, told, self._template_changed)

    def _template_changed(self) -> None:
        """The template is said anew; what is typed of copies and recipients stays, over the row as it is now."""
        with self.frame.workspace.read() as session:
            self._kept = paper_settings(session, self.frame.workspace.author.office)
        for kind, one in self._kept.items():
            for texts in (self._texts, self._clean):
                if kind.value in texts:
                    texts[kind.value]["version"] = one.version
        self._show_template()

    def print_trial(self) -> None:
        """Print a sheet to try the printer with."""
        print_trial(self, self.frame.runner, self.frame.memory)


def _help(text: str) -> QLabel:
    label = quiet_label(text)
    label.setWordWrap(True)
    return label


def _texts(one: PaperSettings) -> dict[str, Any]:
    lines = "\n".join(line.removeprefix("- ") for line in one.recipients)
    return {"copies": str(one.copies or ""), "recipients": lines, "version": one.version}
