"""Who receives each house of a batch: a small table typed by keyboard."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.support.facts import CaseFacts
from app.wording import handover

AnyIndex = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
HEAD, RECEIVER, RELATION, THUMBPRINT = range(4)
_TITLES = (handover.HEAD, handover.RECEIVER, handover.RELATION, handover.THUMBPRINT)


class ReceiverTable(QAbstractTableModel):
    """A row a house: an empty receiver is the head; the last column is ticked for a thumbprint."""

    def __init__(self, cases: Sequence[CaseFacts], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.cases = list(cases)
        self._texts: dict[tuple[str, int], str] = {}
        self._thumbprints: set[str] = set()

    def of_case(self, case_id: str) -> tuple[str | None, str | None, bool]:
        """Receiver, relation and thumbprint of a house."""
        return (
            self._texts.get((case_id, RECEIVER)) or None,
            self._texts.get((case_id, RELATION)) or None,
            case_id in self._thumbprints,
        )

    def set_case(self, case_id: str, receiver: str | None, relation: str | None, thumbprint: bool | None) -> None:
        """Put what is known of a house already; before it is shown."""
        self._texts[case_id, RECEIVER], self._texts[case_id, RELATION] = receiver or "", relation or ""
        if thumbprint:
            self._thumbprints.add(case_id)

    def move(self, place: int, by: int) -> int:
        """A house goes up or down the list; returns where it stands then."""
        to = place + by
        if not (0 <= place < len(self.cases) and 0 <= to < len(self.cases)):
            return place
        self.beginResetModel()
        self.cases[place], self.cases[to] = self.cases[to], self.cases[place]
        self.endResetModel()
        return to

    def take_off(self, place: int) -> None:
        """A house goes off the list."""
        if 0 <= place < len(self.cases):
            self.beginRemoveRows(_NOWHERE, place, place)
            del self.cases[place]
            self.endRemoveRows()

    def rowCount(self, parent: AnyIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.cases)

    def columnCount(self, parent: AnyIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(_TITLES)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        place, column = self.cases[index.row()].case_id, index.column()
        if role == Qt.ItemDataRole.CheckStateRole and column == THUMBPRINT:
            return Qt.CheckState.Checked if place in self._thumbprints else Qt.CheckState.Unchecked
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            if column == HEAD:
                return self.cases[index.row()].head_name
            return self._texts.get((place, column), "") if column != THUMBPRINT else None
        if role == Qt.ItemDataRole.AccessibleTextRole and column == THUMBPRINT:
            return handover.YES if place in self._thumbprints else ""
        return None

    def setData(self, index: AnyIndex, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        place, column = self.cases[index.row()].case_id, index.column()
        if role == Qt.ItemDataRole.CheckStateRole and column == THUMBPRINT:
            on = Qt.CheckState(value) == Qt.CheckState.Checked
            self._thumbprints = self._thumbprints | {place} if on else self._thumbprints - {place}
        elif role == Qt.ItemDataRole.EditRole and column in (RECEIVER, RELATION):
            self._texts[place, column] = " ".join(str(value or "").split())
        else:
            return False
        self.dataChanged.emit(index, index)
        return True

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
        if index.column() == THUMBPRINT:
            return flags | Qt.ItemFlag.ItemIsUserCheckable
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() != HEAD else flags

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Vertical and role == Qt.ItemDataRole.DisplayRole:
            return str(section + 1)
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole and 0 <= section < 4:
            return _TITLES[section]
        return None
