"""What the tabs of "Thiết lập" share: they are edited as a whole and called by their names."""

from __future__ import annotations

from app.wording import settings as words
from views.edited_tab import EditedTab


class SettingsTab(EditedTab):
    """A tab by its `name`."""

    def called(self) -> str:
        return words.TABS[self.name]

    def told(self) -> str:
        return words.SAVED[self.name]
