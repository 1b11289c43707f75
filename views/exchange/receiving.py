"""The tab "Nhận": files are dropped or chosen, received one after the other, and each leaves a receipt."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout

from app.actions import Action
from app.exchange.contents import TABLES, awaited
from app.exchange.many import packages_among
from app.exchange.merging import Report, receive_packages
from app.exchange.quarantine import QUARANTINED
from app.exchange.queries import count_tasks
from app.exchange.receipts import report_lines, resend_request
from app.progress import Progress
from app.wording import packages as package_words
from app.wording import sending as words
from app.wording.messages import problem_text
from app.wording.photo_parts import awaited_text
from models.vocabulary import Level
from views import messages, style
from views.asking import ask_again
from views.exchange.cards import Card, CardColumn
from views.exchange.drop_area import DropArea
from views.page import EXCHANGE, LIST_IMPORT, OfLaptop, Page, WorkFrame
from views.password_form import PasswordForm
from views.short_form import opened
from views.widgets.form import quiet_label

TASKS = "tasks"


#: What is said of a file that is locked: without a password, and with a wrong one.
LOCKED = ("workbook_password", "workbook_password_wrong")


class ReceiveTab(Page):
    """Packages are received first, then lists are handed on to their import.

    `make_asked`: packages for these offices are to be made.
    """

    make_asked = Signal(list)

    def __init__(self, frame: WorkFrame) -> None:
        super().__init__()
        self._frame = frame
        self.reports: list[Report] = []
        self.area = DropArea()
        self.area.clicked.connect(self.choose)
        self.receipts = CardColumn()
        self.awaited = quiet_label("")
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.area)
        self._column.addWidget(self.awaited)
        self._column.addWidget(self.receipts, 1)
        self.setFocusProxy(self.area)
        style.follow_scale(self, self._size)
        self.forget(None)

    def forget(self, changes: object) -> None:
        """Count what is awaited anew."""
        tables = getattr(changes, "tables", None)
        if tables is None or not TABLES.isdisjoint(tables):
            self._frame.runner.read(self._count, self._show_awaited)

    def _count(self) -> str:
        workspace = self._frame.workspace
        with workspace.read() as session:
            return awaited_text(awaited(session.connection(), workspace.folder, workspace.author.office))

    def _show_awaited(self, text: str) -> None:
        self.awaited.setText(text)
        self.awaited.setVisible(bool(text))

    def _size(self) -> None:
        self._column.setContentsMargins(0, style.px(8), 0, style.px(4))
        self._column.setSpacing(style.px(8))

    def choose(self) -> None:
        """Ask for files and receive them."""
        before = self._frame.memory.get("packages.from")
        files = messages.choose_open_files(words.CHOOSE_TITLE, "package", Path(before) if before else None)
        if files:
            self._frame.memory.put("packages.from", str(files[0].parent))
            self.take(files)

    def take(self, files: Sequence[Path], password: str | None = None) -> None:
        """Receive files and folders, a transaction a file; "Dừng lại" stops between two of them.

        For those that are locked a password is asked for, again and again until it is right or the officer leaves it.
        """
        workspace, chosen = self._frame.workspace, list(files)

        def job(progress: Progress) -> tuple[list[Report], int, int]:
            asked = len(packages_among(chosen))
            reports = receive_packages(workspace, chosen, progress, password)
            return reports, count_tasks(workspace), asked

        self._frame.runner.run(job, self._tell, words.RECEIVING)

    def _tell(self, found: tuple[list[Report], int, int]) -> None:
        self.reports, tasks, asked = found
        self.reports.sort(key=self._is_list)  # in the order they are worked through
        cards = [self._receipt(one, tasks) for one in self.reports]
        self.receipts.show_cards(cards)
        self.area.set_low(bool(self.reports))
        if len(self.reports) < asked:
            messages.trouble(words.STOPPED.format(count=len(self.reports)))
        elif any(one.code in LOCKED for one in self.reports):
            self.ask_password()
        else:
            self._go_on_to_lists(cards)

    def _go_on_to_lists(self, cards: Sequence[Card]) -> None:
        """Open the first list, or put the keys on its button where receipts of packages are to be read first."""
        lists = [place for place, one in enumerate(self.reports) if self._is_list(one)]
        if not lists or not self._takes_lists():
            return
        if lists[0]:
            card = cards[lists[0]]
            card.buttons[0].setFocus(Qt.FocusReason.TabFocusReason)
            QTimer.singleShot(0, card, partial(self.receipts.ensureWidgetVisible, card))
            return
        if lists[1:]:
            messages.success(words.LISTS_LEFT.format(count=len(lists) - 1))
        self._frame.go(LIST_IMPORT, self.reports[0].file)

    def ask_password(self) -> None:
        """Ask for the password of what is locked, and receive it with that."""
        locked = [one for one in self.reports if one.code in LOCKED]
        if not locked:
            return
        names = ", ".join(one.file.name for one in locked)
        wrong = any(one.code == LOCKED[1] for one in locked)
        told = (package_words.UNLOCK_WRONG if wrong else package_words.UNLOCK_HELP).format(files=names)
        take = partial(self.take, [one.file for one in locked])
        title, do = package_words.UNLOCK_TITLE, package_words.UNLOCK
        opened(PasswordForm(self, title, do, take, twice=False, needed=True, told=told))

    @staticmethod
    def _is_list(report: Report) -> bool:
        return report.code == "not_a_package"

    def _takes_lists(self) -> bool:
        """An office that keeps households: a commune, and one above for those that have no program yet."""
        may = self._frame.workspace.refusal(Action.IMPORT_LIST) is None
        return may and self._frame.workspace.author.level is not Level.AGENCY

    def _receipt(self, report: Report, tasks: int) -> Card:
        if self._is_list(report):
            return self._list_card(report.file)
        lines = report_lines(report, tasks)
        if report.code in LOCKED:
            return Card(lines, [(package_words.TYPE_PASSWORD, self.ask_password)], "task", style.WARNING)
        if report.result == "refused":
            return _refused(*lines)
        if report.result == QUARANTINED:
            look = (package_words.LOOK_AT_LAPTOP, partial(self._frame.go, EXCHANGE, OfLaptop(report.device)))
            return Card([*lines, report.file.name], [look], "task", style.WARNING)
        if report.request:
            asking = sorted({one.sender for one in self.reports if one.request and one.sender})
            name = package_words.make_for(len(asking))
            return Card([*lines, report.file.name], [(name, partial(self.make_asked.emit, asking))], "send")
        buttons = [(words.LOOK_NOW, partial(self._frame.go, TASKS))] if tasks and report.result == "merged" else []
        if report.gaps:
            ask = partial(ask_again, self._frame, [report.sender] if report.sender else ())
            buttons += [(package_words.ASK_AGAIN, ask), (words.COPY_REQUEST, partial(_copy, report))]
            return Card(lines, buttons, "task", style.WARNING)
        return Card([*lines, report.file.name], buttons)

    def _list_card(self, file: Path) -> Card:
        workspace, level = self._frame.workspace, self._frame.workspace.author.level
        if level is Level.AGENCY:
            return _refused(words.LIST_OF_COMMUNE.format(name=file.name))
        said = (words.IS_LIST_ABOVE if level is Level.UPPER else words.IS_LIST).format(name=file.name)
        problem = workspace.refusal(Action.IMPORT_LIST)
        if problem is not None:
            return Card([said, problem_text(problem)], (), "excel", style.PRIMARY)
        return Card([said], [(words.IMPORT_LIST, partial(self._frame.go, LIST_IMPORT, file))], "excel", style.PRIMARY)


def _refused(*lines: str) -> Card:
    return Card(lines, sign="task", ink=style.ERROR)


def _copy(report: Report) -> None:
    QApplication.clipboard().setText(resend_request(report))
    messages.success(words.COPIED)
