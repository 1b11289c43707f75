"""The foot of the window: office, last backup, last package, what waits; each opens what it speaks of."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QStatusBar, QToolButton, QWidget

from app.documents.words import date_text
from app.parsing import today
from app.wording import frame
from app.wording.backups import STATUS_OUTSIDE
from views import style
from views.widgets.buttons import flat_button


class StatusLine(QStatusBar):
    """Four texts that can be clicked."""

    office_clicked = Signal()
    backup_clicked = Signal()
    package_clicked = Signal()
    tasks_clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self.office = self._button(self.office_clicked)
        self.backup = self._button(self.backup_clicked)
        self.package = self._button(self.package_clicked)
        self.tasks = self._button(self.tasks_clicked)
        self.addWidget(self.office)
        for button in (self.backup, self.package, self.tasks):
            self.addPermanentWidget(button)

    def _button(self, signal: SignalInstance) -> QToolButton:
        button = flat_button("")
        button.clicked.connect(signal)
        button.hide()
        style.follow_scale(button, lambda: button.setFont(style.font(style.CAPTION)))
        return button

    def set_office(self, name: str) -> None:
        """The office that works here."""
        _say(self.office, self.office.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, style.px(480)))
        self.office.setToolTip(name)

    def set_backup(self, at: datetime | None, outside: int | None = None) -> None:
        """When the data were last backed up (local time); for how many days not to another drive, if that is due."""
        when = when_text(at)
        due = STATUS_OUTSIDE.format(when=when, count=outside) if outside is not None else ""
        _say(self.backup, due or frame.BACKUP.format(when=when))

    def set_package(self, at: datetime | None) -> None:
        """When a package was last sent (local time)."""
        _say(self.package, frame.PACKAGE.format(when=when_text(at)))

    def set_tasks(self, count: int) -> None:
        """How many things wait for a decision."""
        _say(self.tasks, frame.TASKS.format(count=count))


def when_text(at: datetime | None) -> str:
    """A time as people say it: "hôm nay 16:40", "hôm qua 16:40", "23/10/2026", or "chưa lần nào"."""
    if at is None:
        return frame.NEVER
    days = (today() - at.date()).days
    if days in (0, 1):
        return (frame.TODAY_AT, frame.YESTERDAY_AT)[days].format(time=f"{at:%H:%M}")
    return date_text(at.date())


def _say(button: QToolButton, text: str) -> None:
    button.setText(text)
    button.show()
