"""The look of the window, said once: colours, sizes of type, distances, and the user's own text scale.

Colours are those of a light scheme with at least 4.5:1 for every text; when the system asks for high contrast, its own
palette is kept and only the sizes come from here.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import count

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QStyle, QWidget

GROUND = "#F6F4F0"
SURFACE = "#FFFFFF"
LINE = "#D9D4CB"
FIELD_BORDER = "#7B858E"
TEXT = "#1F2A33"
QUIET = "#55626E"
PRIMARY = "#14506B"
SELECTION = "#E3EDF2"
HOVER = "#F0F4F6"
ERROR = "#B3261E"
WARNING = "#7A5200"
WARNING_GROUND = "#FFF4DC"
SUCCESS = "#1B6B2F"
ROOF_TILE = "#8F4A24"

FAMILIES = ("Segoe UI", "Noto Sans", "DejaVu Sans")
BODY, CAPTION, GROUP, PAGE_TITLE, FIGURE = 10.0, 9.0, 12.0, 15.0, 20.0
SMALLEST_SCALE, LARGEST_SCALE = 90, 150

_Role = QPalette.ColorRole
_ROLES: dict[QPalette.ColorRole, str] = {
    _Role.Window: GROUND,
    _Role.WindowText: TEXT,
    _Role.Base: SURFACE,
    _Role.AlternateBase: GROUND,
    _Role.Text: TEXT,
    _Role.Button: "#FBFAF8",
    _Role.ButtonText: TEXT,
    _Role.BrightText: ERROR,
    _Role.Highlight: PRIMARY,
    _Role.HighlightedText: SURFACE,
    _Role.Accent: PRIMARY,
    _Role.Link: PRIMARY,
    _Role.LinkVisited: PRIMARY,
    _Role.ToolTipBase: SURFACE,
    _Role.ToolTipText: TEXT,
    _Role.PlaceholderText: "#67737E",
    _Role.Light: SURFACE,
    _Role.Midlight: "#ECE8E1",
    _Role.Mid: "#C4BEB4",
    _Role.Dark: "#A8A298",
    _Role.Shadow: FIELD_BORDER,
}
_WHEN_DISABLED = (_Role.WindowText, _Role.Text, _Role.ButtonText)


def light_palette() -> QPalette:
    """The palette of the program."""
    palette = QPalette()
    for role, colour in _ROLES.items():
        palette.setColor(role, QColor(colour))
    for role in _WHEN_DISABLED:
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor("#8A939B"))
    palette.setColor(QPalette.ColorGroup.Disabled, _Role.Highlight, QColor(LINE))
    return palette


def high_contrast() -> bool:
    """True when the system asks for more contrast than the program's own colours give."""
    hints = QGuiApplication.styleHints()
    return hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast


def font(points: float = BODY, *, strong: bool = False) -> QFont:
    """A face that has every Vietnamese letter, `points` at 100 % of the user's scale."""
    made = QFont(list(FAMILIES))
    made.setPointSizeF(points * scale.percent / 100)
    if strong:
        made.setWeight(QFont.Weight.DemiBold)
    return made


def px(distance: float) -> int:
    """A distance of the design (device-independent pixels) at the user's scale."""
    return round(distance * scale.percent / 100)


def open_within_screen(window: QWidget, width: int, height: int) -> None:
    """Give a window its first size: with its title never larger than the screen leaves free (1093 x 614 at 125 %)."""
    free = window.screen().availableSize()
    title = window.style().pixelMetric(QStyle.PixelMetric.PM_TitleBarHeight)
    window.resize(min(width, free.width()), min(height, free.height() - title))


class Scale(QObject):
    """The user's own text scale in percent; `changed` comes after it took effect."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.percent = 100

    def set_percent(self, percent: int) -> None:
        """Take a scale, held between the smallest and the largest."""
        percent = max(SMALLEST_SCALE, min(LARGEST_SCALE, percent))
        if percent != self.percent:
            self.percent = percent
            for apply in list(_followers.values()):
                apply()
            self.changed.emit()


scale = Scale()
_numbers = count()
_followers: dict[int, Callable[[], None]] = {}


def follow_scale(owner: QObject, apply: Callable[[], None]) -> None:
    """Call `apply` now and after each change of the scale, as long as `owner` lives."""
    key = next(_numbers)
    # A plain dictionary, not a connection: Qt may have deleted the owner before a connection of its method is undone.
    owner.destroyed.connect(lambda *_: _followers.pop(key, None))
    _followers[key] = apply
    apply()
