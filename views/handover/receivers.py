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
        self._cases = list(cases)
        self._texts: dict[tuple[int, int], str] = {}
        self._thumbprints: set[int] = set()

    def of_case(self, case_id: str) -> tuple[str | None, str | None, bool]:
        """Receiver, relation and thumbprint of a house."""
        place = next(n for n, one in enumerate(self._cases) if one.case_id == case_id)
        return (
            self._texts.get((place, RECEIVER)) or None,
            self._texts.get((place, RELATION)) or None,
            place in self._thumbprints,
        )

    def rowCount(self, parent: AnyIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._cases)

    def columnCount(self, parent: AnyIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(_TITLES)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        place, column = index.row(), index.column()
        if role == Qt.ItemDataRole.CheckStateRole and column == THUMBPRINT:
            return Qt.CheckState.Checked if place in self._thumbprints else Qt.CheckState.Unchecked
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            if column == HEAD:
                return self._cases[place].head_name
            return self._texts.get((place, column), "") if column != THUMBPRINT else None
        if role == Qt.ItemDataRole.AccessibleTextRole and column == THUMBPRINT:
            return handover.YES if place in self._thumbprints else ""
        return None

    def setData(self, index: AnyIndex, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        place, column = index.row(), index.column()
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
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole and 0 <= section < 4:
            return _TITLES[section]
        return None
