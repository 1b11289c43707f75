"""A long day of the window does not wear None, True and False out."""

from __future__ import annotations

import subprocess
import sys

_MANY_CALLS = """

import views
from PySide6.QtWidgets import QApplication, QLabel
application = QApplication([])
label = QLabel("x")
for _ in range(300_000):
    label.setVisible(False)
    label.isEnabled()
print("alive")
"""


def test_hundreds_of_thousands_of_calls_leave_the_interpreter_alive() -> None:
    done = subprocess.run([sys.executable, "-c", _MANY_CALLS], capture_output=True, text=True, check=False)
    assert done.stdout.strip() == "alive", done.stderr
    assert done.returncode == 0
