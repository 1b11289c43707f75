"""The form that retires a laptop: it asks why."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from app.exchange.known_laptops import Laptop
from app.exchange.pairing import retire_laptop
from app.problems import Problem
from app.wording import laptops as words
from views.page import WorkFrame
from views.short_form import ShortForm
from views.widgets.form import quiet_label, text_line


class RetireForm(ShortForm):
    """Nothing is deleted by it, and two people can compare the code again."""

    def __init__(self, parent: QWidget, frame: WorkFrame, laptop: Laptop) -> None:
        self._names = {"name": laptop.called, "office": laptop.sender.office_name}
        super().__init__(parent, words.RETIRE_TITLE.format(**self._names), words.RETIRE)
        self._frame, self._laptop = frame, laptop
        self.reason = text_line()
        self.form.add_field("reason", words.RETIRE_WHY, self.reason, required=True)
        self.add_below(quiet_label(words.RETIRE_WHAT))

    def problems(self) -> Sequence[Problem]:
        """A reason stands with the laptop for good."""
        return () if self.reason.text().strip() else (Problem("reason", "retire_reason_missing"),)

    def carry_out(self) -> None:
        """Hear the laptop no more."""
        workspace, device, reason = self._frame.workspace, self._laptop.sender.device, self.reason.text()
        told = words.RETIRED.format(**self._names)
        self.start(self._frame, lambda: retire_laptop(workspace, device, reason)[0], words.RETIRING, told)
