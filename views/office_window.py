"""The window over an open data folder: undo that names its action, the foot, what arrives from other programs."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QMenu, QWidget

from app.documents.sample_mark import mark_papers
from app.households.queries import HouseholdFilter, HouseholdRow, first_page
from app.local import Fact, get_fact, pins_kept
from app.parsing import today
from app.progress import Progress
from app.settings import Settings
from app.support.programmes import load_programmes
from app.undo import BY_NAME, next_undo, undo_newest
from app.wording import frame, guide, pins, quick_card, succession, support_file
from app.wording import table_file as table_words
from app.wording import users as words
from app.wording.actions import ACTIONS
from app.wording.months import OPEN_PAGE as MONTHS_ENTRY
from app.wording.vocabulary import STATUSES
from app.workspace import Workspace
from models.vocabulary import Level
from views import messages, troubles
from views.blank_forms import offer_blank_forms
from views.find_anywhere import Hit
from views.list_keys import ListKeys
from views.main_window import MainWindow
from views.memory import Memory
from views.page import AWARDS, CAMPAIGNS, DOSSIER, HELP, MONTHS
from views.pages import BACKUP_TAB, EXCHANGE, HISTORY, SETTINGS, SUCCESSION, TASKS, office_pages
from views.permission import Permission
from views.runner import Runner
from views.short_form import opened

if TYPE_CHECKING:
    from app.exchange.queries import Foot
    from views.locking import Guard

_PAUSE = 120
_FOUND = 12


class OfficeWindow(MainWindow):
    """One office's window. It closes the workspace when it is closed. `restored`: see `take_restored`."""

    restored = Signal()

    def __init__(self, workspace: Workspace, runner: Runner | None = None, memory: Memory | None = None) -> None:
        self.workspace = workspace
        super().__init__(runner or Runner(), memory or Settings(workspace.folder), office_pages(self))
        self._closed = False
        self._guard: Guard | None = None
        self.permission = Permission(workspace, self)
        self.runner.hold()
        self._later = QTimer(self, singleShot=True, interval=_PAUSE)
        self._later.timeout.connect(self.ask_state)
        workspace.foreign_changes()
        workspace.listener = self.runner.announce
        self.runner.watch = workspace.foreign_changes
        self.runner.changed.connect(self._changed)
        self._show_user()
        self.strip.finder.search = self._find_anything
        self._wire_menus()
        self._wire_foot()
        if workspace.author.level is Level.AGENCY:
            self.strip.leave_out_houses()
            self.finding.setVisible(False)
        self.go(next(iter(self.entries)))
        self.ask_state()
        self.runner.read(self._programmes, self._offer_programmes)

    def _wire_menus(self) -> None:
        self.menus.undo.triggered.connect(lambda _=False: self.take_back())
        self.menus.add(self.menus.file, frame.BACK_UP, self._look_at_backups, "", "backup", before=True)
        self._wire_people()
        self.menus.add(self.menus.file, words.SWITCH_ENTRY, self.switch_user, "", "user", before=True)
        offer_blank_forms(self, self.menus.papers)
        self._wire_lists()
        self.menus.view.addSeparator()
        self.menus.add(self.menus.view, frame.HISTORY, lambda: self.go(HISTORY), "Ctrl+H", "history")
        self.menus.add(self.menus.view, MONTHS_ENTRY, lambda: self.go(MONTHS), "", "report")
        self._wire_help()
        self.menus.add(self.menus.help, support_file.ENTRY, self.save_support_file, "", "save")
        troubles.offer_support(self.save_support_file)

    def _wire_help(self) -> None:
        """F1 opens the guide at the section of the page in sight."""
        add, menu = self.menus.add, self.menus.help
        add(menu, frame.HELP_HERE, self._help_here, "F1", "help")
        for title, section in guide.ENTRIES.items():
            add(menu, title, partial(self.go, HELP, section))

        add(menu, quick_card.ENTRY, self._save_card, "", "pdf")

    def _help_here(self) -> None:
        self.go(HELP, self.current)

    def _save_card(self) -> None:
        target = messages.choose_save_file(quick_card.SAVE, "pdf", Path.home() / quick_card.FILE_NAME)
        if target is not None:
            self.runner.run(partial(_write_card, target), self._tell_card, quick_card.SAVING)

    @staticmethod
    def _tell_card(target: Path) -> None:
        messages.success(quick_card.SAVED.format(file=target.name))

    def _wire_lists(self) -> None:
        """Ctrl+C is the window's, fields being typed in hear it first; Ctrl+E and Ctrl+P come when no page took it."""
        self.list_keys, menus = ListKeys(self, self._in_sight), self.menus
        menus.add(menus.edit, table_words.COPY_ENTRY, self.list_keys.copy, "Ctrl+C")
        menus.add(menus.file, f"{table_words.PRINT_ENTRY}\tCtrl+P", self.list_keys.print, before=True)
        menus.add(menus.file, f"{table_words.SAVE_ENTRY}\tCtrl+E", self.list_keys.save, before=True)

    def _in_sight(self) -> tuple[QWidget, str]:
        """The page in sight and its title."""
        name = self.current or next(iter(self.entries))
        return self.page(name), self.entries[name].title

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A key that nothing nearer to the focus has used."""
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if control and event.key() == Qt.Key.Key_E:
            self.list_keys.save()
        elif control and event.key() == Qt.Key.Key_P:
            self.list_keys.print()
        else:
            super().keyPressEvent(event)

    def _wire_people(self) -> None:
        add, file = self.menus.add, self.menus.file
        add(file, succession.ENTRY, lambda: self.go(SUCCESSION), "", "handover", before=True)
        add(file, pins.MY_PIN, self.set_pin, before=True)
        add(file, pins.LOCK, self.lock, "Ctrl+L", "lock", before=True)

    def save_support_file(self) -> None:
        """Write the file for whoever helps: logs, versions, counts, a check, nobody's data."""
        target = messages.choose_save_file(
            support_file.SAVE, "support", Path.home() / support_file.NAME.format(day=f"{today():%Y%m%d}")
        )
        if target is not None:
            self.runner.run(partial(self._write_support_file, target), self._tell_support, support_file.SAVING)

    def _write_support_file(self, target: Path, progress: Progress) -> Path:
        from app.support_file import write_support_file  # a crash is rare: a start loads nothing of it

        return write_support_file(self.workspace.folder, target, self.workspace, progress)

    @staticmethod
    def _tell_support(target: Path) -> None:
        messages.success(support_file.SAVED.format(file=target.name))

    def _wire_foot(self) -> None:
        self.status.package_clicked.connect(lambda: self.go(EXCHANGE))
        self.status.tasks_clicked.connect(lambda: self.go(TASKS))
        self.status.office_clicked.connect(lambda: self.go(HISTORY))
        self.status.backup_clicked.connect(self._look_at_backups)

    def _show(self, name: str) -> None:
        """What may not be done on a page is off."""
        super()._show(name)
        self.permission.show_page(name, self.page(name))

    # Who works here

    def _show_user(self) -> None:
        menu = QMenu(self)
        offered = ((words.SWITCH_ENTRY, self.switch_user), (pins.LOCK, self.lock), (pins.MY_PIN, self.set_pin))
        for text, slot in offered:
            menu.addAction(text).triggered.connect(lambda _=False, slot=slot: slot())
        self.strip.set_user(self.workspace.author.user_name, menu)

    def switch_user(self) -> None:
        """Let another of the office's people go on."""
        from app.office.queries import user_drafts
        from views.user_switch import UserSwitch

        with self.workspace.read() as session:
            people = user_drafts(session)
        if all(one.id == self.workspace.author.user_id for one in people):
            messages.trouble(words.ONLY_USER)
        else:
            opened(UserSwitch(self, people, self._user_switched, self))

    @property
    def guard(self) -> Guard:
        """What locks the window; made, with Argon2, once somebody has a PIN."""
        if self._guard is None:
            from views.locking import Guard

            self._guard = Guard(self, self, self._user_switched)
        return self._guard

    def lock(self) -> None:
        """Cover the window until the user types his PIN; who has none is offered one first."""
        if self.guard.guarded:
            self.guard.lock()
        else:
            messages.warning(pins.NO_PIN_YET)
            self.set_pin()

    def set_pin(self) -> None:
        """Set, change or drop the PIN of who works here."""
        from views.pin_forms import PinForm

        opened(PinForm(self, self._watch_use, self))

    def _watch_use(self) -> None:
        self.guard.watch()

    def showEvent(self, event: QShowEvent) -> None:
        """The window of somebody with a PIN begins covered."""
        super().showEvent(event)
        if self._guard is None:
            with self.workspace.read() as session:
                kept = pins_kept(session.connection())
            if kept:
                self.guard.lock()

    def _user_switched(self) -> None:
        self._show_user()
        self.permission.begin()
        if self._guard is not None:
            self._guard.watch()
        self.runner.changed.emit(None)  # what is offered may depend on who works here
        messages.success(words.SWITCHED.format(name=self.workspace.author.user_name))

    # The strip

    def _programmes(self) -> list[tuple[str, str]]:
        with self.workspace.read() as session:
            return [(one.id, one.short_name) for one in load_programmes(session).values()]

    def _offer_programmes(self, programmes: list[tuple[str, str]]) -> None:
        kept = self.memory.get("programme") or None
        self.strip.offer_programmes(programmes, kept)
        if self.programme is not None:
            for page in self._open.values():
                page.programme_changed()

    def _find_anything(self, text: str) -> Sequence[Hit]:
        """On the reader's thread: households with these words (a number of a decision is one), plans, nominees."""
        from app.finding import found_plans  # the rooms of plans are loaded when somebody searches

        with self.workspace.read() as session:
            rows = first_page(session, HouseholdFilter(text=text), _FOUND)
            plans = found_plans(session, text, _FOUND)
        hits = [Hit(_told(row), partial(self.go, DOSSIER, row.id)) for row in rows]
        pages = {True: AWARDS, False: CAMPAIGNS}
        return hits + [Hit(one.text, partial(self.go, pages[one.takes_part], one.campaign_id)) for one in plans]

    # After a change

    def _changed(self, changes: object) -> None:
        if self._closed:
            return
        if changes is not None:
            self.workspace.foreign_changes()  # our own commit is no news from another program
        self._later.start()

    def ask_state(self) -> None:
        """Read what the foot and the menu say."""
        workspace = self.workspace

        def read() -> tuple[str | None, Foot, str]:
            from app.exchange.queries import foot  # loaded beside the window that already shows its page

            return next_undo(workspace), foot(workspace), _rest(workspace)

        self.runner.read(read, self._show_state)

    def _show_state(self, state: tuple[str | None, Foot, str]) -> None:
        undo, facts, rest = state
        if undo and self.workspace.refusal(BY_NAME[undo]) is not None:
            undo = None  # what somebody else did, who may
        self.permission.begin(rests=bool(rest))
        self.rest_band.setText(rest)
        self.rest_band.setVisible(bool(rest))
        self.menus.set_undo(ACTIONS.get(undo, undo) if undo else None)
        self.status.set_office(facts.office)
        self.status.set_backup(facts.backup.astimezone() if facts.backup else None, facts.outside)
        self.status.set_package(facts.package.astimezone() if facts.package else None)
        self.status.set_tasks(facts.tasks)
        if TASKS in self.navigation.items:
            self.navigation.items[TASKS].set_badge(facts.tasks)

    # What the menus and the foot do

    def take_back(self) -> None:
        """Undo the newest change and name what was undone."""
        self.runner.run(lambda _: self._take_newest_back(), self._tell_undone, frame.UNDOING)

    def _take_newest_back(self) -> str:
        action = next_undo(self.workspace) or ""
        undo_newest(self.workspace)
        return action

    @staticmethod
    def _tell_undone(action: str) -> None:
        messages.success(frame.UNDONE.format(action=ACTIONS.get(action, action)))

    def _look_at_backups(self) -> None:
        self.go(SETTINGS, BACKUP_TAB)

    def take_restored(self) -> None:
        """A backup was brought beside the database: whoever opened this window closes it and opens it again."""
        self.restored.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Once the window stands there, what its pages asked for is read."""
        super().paintEvent(event)
        QTimer.singleShot(0, self.runner.release)

    def changeEvent(self, event: QEvent) -> None:
        """Back from another program, which may have written into the folder: what is in sight is read again."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow() and not self._closed:
            self.runner.look()

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        if event.isAccepted():
            self._closed = True
            troubles.offer_support(None)
            mark_papers(sample=False)
            self._later.stop()
            self.workspace.listener = None
            self.workspace.close()


def _write_card(target: Path, progress: Progress) -> Path:
    from app.quick_card import write_card  # what draws papers is slow to load

    write_card(target, progress)
    return target


def _rest(workspace: Workspace) -> str:
    """What is said all the time on a laptop whose work was handed over; nothing on any other."""
    with workspace.read() as session:
        kept = get_fact(session.connection(), Fact.HANDED_OVER)
    return succession.BAND.format(**json.loads(kept)) if kept else ""


def _told(row: HouseholdRow) -> str:
    """A household found anywhere: name, village, where its house is."""
    parts = [row.head_name, row.village or "", STATUSES.get(row.status or "", "")]
    return " · ".join(part for part in parts if part)
