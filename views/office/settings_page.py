"""The page "Thiết lập": the office, who signs, committees, villages, programmes, users; each tab one change."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut

from app.wording import frame as frame_words
from app.wording import settings as words
from models.vocabulary import Level
from views.office.backup_tab import BackupTab
from views.office.committees_tab import CommitteesTab
from views.office.office_tab import OfficeTab
from views.office.papers_tab import PapersTab
from views.office.programmes_tab import ProgrammesTab
from views.office.rows_tabs import SignersTab, UsersTab, VillagesTab
from views.office.settings_tab import SettingsTab
from views.page import WorkFrame
from views.tabbed_page import TabbedPage

BACKUP = "backup"


class SettingsPage(TabbedPage):
    """It receives the name of a tab; villages are a commune's."""

    def __init__(self, frame: WorkFrame) -> None:
        super().__init__(frame, frame_words.SETTINGS_PAGE)
        made: list[SettingsTab] = [OfficeTab(frame), SignersTab(frame), CommitteesTab(frame)]
        if frame.workspace.author.level is Level.COMMUNE:
            made.append(VillagesTab(frame))
        if frame.workspace.author.level is not Level.AGENCY:
            made.append(ProgrammesTab(frame))
        made.append(PapersTab(frame))
        made.append(UsersTab(frame))
        self.by_name = {tab.name: tab for tab in made}
        for tab in made:
            self.add_tab(tab, words.TABS[tab.name])
        self.backups = BackupTab(frame)
        self.add_tab(self.backups, words.TABS[BACKUP])
        self.setFocusProxy(made[0])
        save = QShortcut(QKeySequence("Ctrl+S"), self, self._save)
        save.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _save(self) -> None:
        if isinstance(self.current, SettingsTab):
            self.current.save()

    def receive(self, request: object) -> None:
        if request == BACKUP:
            self.show_tab_called(words.TABS[BACKUP])
        elif isinstance(request, str) and request in self.by_name:
            self.tabs.setCurrentIndex(list(self.by_name).index(request))
