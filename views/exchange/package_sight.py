"""One package: when it came or went, what it changed, and its original."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QListWidget, QListWidgetItem, QScrollArea, QVBoxLayout, QWidget

from app.documents.value_text import rows_text, value_text
from app.documents.words import moment_text, whole_text
from app.exchange.package_contents import PackageContents
from app.exchange.package_trace import KEY, UNDONE
from app.exchange.quarantine import DISCARDED, QUARANTINED, why_held
from app.exchange.queries import PackageRow
from app.wording import corrections as correction_words
from app.wording import packages as words
from app.wording import sending as sending_words
from views import style
from views.widgets.buttons import quiet_button
from views.widgets.form import quiet_label

WIDTH, NARROW, LEAST, _SHOWN = 340, 260, 160, 8
#: Of the width of the tab, in a narrow window.
SHARE = 36


class PackageSight(QScrollArea):
    """`opened` carries the id of a household of the package."""

    opened = Signal(str)

    def __init__(
        self,
        look: Callable[[], object],
        again: Callable[[], object],
        take_back: Callable[[], object],
        discard: Callable[[], object],
    ) -> None:
        super().__init__()
        self.package: PackageRow | None = None
        self._room = 0
        self.title, self.about, self.said = QLabel(wordWrap=True), quiet_label(), QLabel(wordWrap=True)
        self.about.setWordWrap(True)
        self.look = quiet_button(words.OPEN_ORIGINAL, look)
        self.again = quiet_button(words.RECEIVE_AGAIN, again)
        self.take_back = quiet_button(words.TAKE_BACK, take_back)
        self.discard = quiet_button(words.DISCARD, discard)
        self.caption = quiet_label(words.HOMES)
        self.homes = QListWidget()
        self.homes.setAccessibleName(words.HOMES)
        self.homes.setWordWrap(True)
        self.homes.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.homes.itemActivated.connect(self._open)
        for label in (self.about, self.said):
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        for widget in (self.title, self.about, self.said):
            self._column.addWidget(widget)
        buttons = QGridLayout()
        for button, row, column in (
            (self.look, 0, 0),
            (self.again, 0, 1),
            (self.take_back, 1, 0),
            (self.discard, 1, 0),
        ):
            buttons.addWidget(button, row, column)
        self._column.addLayout(buttons)
        self._column.addWidget(self.caption)
        self._column.addWidget(self.homes, 1)
        self._column.addStretch(0)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        style.follow_scale(self, self._size)
        self.show_package(None, PackageContents({}))

    def _size(self) -> None:
        self.title.setFont(style.font(style.GROUP, strong=True))
        self._column.setContentsMargins(style.px(12), style.px(4), style.px(4), style.px(4))
        self.homes.setMinimumHeight(style.px(LEAST))
        self._column.setSpacing(style.px(8))
        self.fit(self._room)

    def fit(self, room: int) -> None:
        """Leave most of this width to the list beside it."""
        self._room = room
        wanted, least = style.px(WIDTH), style.px(NARROW)
        self.setFixedWidth(max(least, min(wanted, room * SHARE // 100)) if room else wanted)

    def show_package(self, package: PackageRow | None, contents: PackageContents, *, original: bool = False) -> None:
        """Put a package into sight; `original`: its file is there."""
        self.package = package
        buttons = (self.look, self.again, self.take_back, self.discard)
        for widget in (self.about, self.said, *buttons, self.caption, self.homes):
            widget.setVisible(package is not None)
        if package is None:
            self.title.setText(words.CHOOSE_PACKAGE)
            return
        self.title.setText(f"{package.office} · {sending_words.NUMBER.lower()} {package.number}")
        self.about.setText(_about(package))
        lost = words.ORIGINAL_MISSING if package.incoming else words.SENT_MISSING
        told = _changes(package, contents) if package.incoming else []
        self.said.setText(
            "\n".join(
                [*told, *([] if original or package.result == DISCARDED else [lost.format(file=package.file_name)])]
            )
        )
        self.said.setVisible(bool(self.said.text()))
        self.look.setEnabled(original)
        self.again.setVisible(package.incoming)
        self.again.setEnabled(original)
        self.take_back.setVisible(package.incoming and package.result not in (UNDONE, QUARANTINED, DISCARDED))
        self.discard.setVisible(package.incoming and package.result == QUARANTINED)
        self._show_homes(contents)

    def _show_homes(self, contents: PackageContents) -> None:
        self.homes.clear()
        for one in contents.homes:
            text = words.HOME_NEW if one.new else words.HOME_CHANGED
            item = QListWidgetItem(text.format(name=one.name, items=one.items))
            item.setData(Qt.ItemDataRole.UserRole, one.id)
            self.homes.addItem(item)
        if contents.more:
            self.homes.addItem(words.MORE_HOMES.format(count=whole_text(contents.more)))
        self.homes.setVisible(bool(contents.homes))
        self.caption.setVisible(bool(contents.homes))

    def _open(self, item: QListWidgetItem) -> None:
        household = item.data(Qt.ItemDataRole.UserRole)
        if household:
            self.opened.emit(household)


def _about(package: PackageRow) -> str:
    told = words.ABOUT_RECEIVED if package.incoming else words.ABOUT_SENT
    by = str(package.report.get("by") or "–")
    return told.format(at=moment_text(package.at), by=by, file=package.file_name)


def _changes(package: PackageRow, contents: PackageContents) -> list[str]:
    """What became of it, in sentences."""
    report = package.report
    if package.result == UNDONE:
        return [words.TAKEN_BACK_STATE]
    if package.result == QUARANTINED:
        return [why_held(report, package.file_name, package.office)]
    if package.result == DISCARDED:
        return [_thrown_away(package)]
    rows = report.get("rows") or {}
    if contents.rows:
        counts = {name: whole_text(int(rows.get(name, 0))) for name in ("new", "changed", "same")}
        lines = [words.CHANGED.format(**counts, rows=rows_text(contents.rows))]
    elif not contents.waiting:
        lines = [words.BROUGHT_NOTHING if KEY in report else words.NOT_TRACED]
    else:
        lines = []
    if contents.waiting:
        lines.append(words.WAITS.format(count=whole_text(contents.waiting)))
    if report.get("conflicts"):
        lines.append(words.CONFLICTS.format(count=report["conflicts"]))
    proposals = report.get("proposals") or []
    if proposals:
        lines.append(words.PROPOSALS.format(count=len(proposals)))
    return lines + [_proposal(one) for one in proposals[:_SHOWN]]


def _thrown_away(package: PackageRow) -> str:
    by, at = (str(package.report.get("discarded", {}).get(name) or "") for name in ("by", "at"))
    when = moment_text(dt.datetime.fromisoformat(at).astimezone()) if at else ""
    return words.DISCARDED_STATE.format(by=by, at=when, file=package.file_name)


def _proposal(one: dict[str, Any]) -> str:
    place = correction_words.place_text(str(one.get("sheet") or ""), one.get("cell"), str(one.get("label") or ""))
    entity, field = str(one.get("entity") or ""), str(one.get("field") or "")
    old, new = (value_text(entity, field, one.get(key)) for key in ("old", "new"))
    return words.PROPOSAL.format(place=place, old=old, new=new)
