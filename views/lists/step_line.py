"""The steps of the import beside each other: which one is on, which are behind."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from app.wording import list_import as words
from views import style


class StepLine(QWidget):
    """One line of names; the step that is on stands out by its weight and its sign, not by colour alone."""

    def __init__(self, names: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = tuple(names)
        self._on = 0
        self.labels = [QLabel() for _ in self._names]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(style.px(16))
        for label in self.labels:
            row.addWidget(label)
        row.addStretch(1)
        style.follow_scale(self, self._show)

    def show_step(self, step: int) -> None:
        """Say which step is on, counted from 0."""
        self._on = step
        self._show()

    def _show(self) -> None:
        for place, (label, name) in enumerate(zip(self.labels, self._names, strict=True)):
            sign = words.STEP_BEHIND if place < self._on else words.STEP_ON if place == self._on else words.STEP_AHEAD
            label.setText(sign.format(number=place + 1, name=name))
            label.setFont(style.font(style.BODY, strong=place == self._on))
            label.setEnabled(place <= self._on)
        told = words.STEP_TOLD.format(number=self._on + 1, of=len(self._names), name=self._names[self._on])
        self.setAccessibleName(told)
