"""A commune: its province first, both typed without accents."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.wording import widgets
from views import style
from views.widgets.choice_edit import Choice, ChoiceEdit


class AreaPicker(QWidget):
    """Value is the code of a commune; `province()` the code of its province. `changed` comes for either."""

    changed = Signal()

    def __init__(
        self,
        provinces: Sequence[Choice],
        communes_of: Callable[[str], Sequence[Choice]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._communes_of = communes_of
        self.province_edit = ChoiceEdit(provinces, width=200)
        self.commune_edit = ChoiceEdit(width=240)
        self.province_edit.setAccessibleName(widgets.PROVINCE)
        self.commune_edit.setAccessibleName(widgets.COMMUNE)
        self.province_edit.field.setPlaceholderText(widgets.PROVINCE)
        self.commune_edit.field.setPlaceholderText(widgets.COMMUNE)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(style.px(8))
        row.addWidget(self.province_edit)
        row.addWidget(self.commune_edit)
        row.addStretch(1)
        self.setFocusProxy(self.province_edit)
        self.province_edit.changed.connect(self._province_changed)
        self.commune_edit.changed.connect(self.changed)

    def _province_changed(self) -> None:
        self._offer_communes()
        self.changed.emit()

    def _offer_communes(self) -> None:
        province = self.province_edit.value()
        self.commune_edit.set_choices(self._communes_of(province) if province else ())

    def province(self) -> str | None:
        """The code of the province."""
        return self.province_edit.value()

    def value(self) -> str | None:
        """The code of the commune."""
        return self.commune_edit.value()

    def set_value(self, province: str | None, commune: str | None) -> None:
        """Show a commune."""
        self.province_edit.set_value(province)
        self._offer_communes()
        self.commune_edit.set_value(commune)
