"""How far long work is, with "Dừng lại": a strip in the window, never a dialog. It shows after a second."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from app.documents.words import whole_text
from app.wording import frame
from views import style
from views.runner import Runner

#: So long work is felt as immediate; a strip that comes and goes at once would only startle.
PATIENCE = 1000
_REFRESH = 100


class ProgressPanel(QFrame):
    """Looks at the runner ten times a second while it works; work that steps often costs the window nothing."""

    def __init__(self, runner: Runner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.label = QLabel()
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(frame.PROGRAM)
        self.stop = QPushButton(frame.STOP)
        self.stop.clicked.connect(self._stop)
        self._row = row = QHBoxLayout(self)
        row.addWidget(self.label, 1)
        row.addWidget(self.bar)
        row.addWidget(self.stop)
        style.follow_scale(self, self._size)
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE)
        self._patience.timeout.connect(self._appear)
        self._refresh = QTimer(self, interval=_REFRESH)
        self._refresh.timeout.connect(self._look)
        runner.started.connect(self._begin)
        runner.idle.connect(self._end)
        self.hide()

    def _size(self) -> None:
        self._row.setContentsMargins(style.px(12), style.px(4), style.px(12), style.px(4))
        self.bar.setFixedSize(style.px(280), style.px(14))
        self.stop.setMinimumSize(style.px(96), style.px(28))

    def _begin(self) -> None:
        if not self.isVisible() and not self._patience.isActive():
            self._patience.start()

    def _appear(self) -> None:
        if self._runner.current is not None:
            self._look()
            self.show()
            self._refresh.start()

    def _end(self) -> None:
        self._patience.stop()
        self._refresh.stop()
        self.stop.setEnabled(True)
        self.hide()

    def _stop(self) -> None:
        self._runner.stop()
        self.stop.setEnabled(False)
        self._look()

    def _look(self) -> None:
        work = self._runner.current
        if work is None:
            return
        self.bar.setRange(0, work.total)
        self.bar.setValue(work.done)
        if work.progress.cancelled:
            self.label.setText(frame.STOPPING)
        elif work.total:
            numbers = {"done": whole_text(work.done), "total": whole_text(work.total)}
            self.label.setText(frame.WORKING_COUNT.format(title=work.title, **numbers))
        else:
            self.label.setText(frame.WORKING.format(title=work.title))
