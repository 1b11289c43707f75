"""The filters of a list by name ("Lưu bộ lọc"): what was typed and chosen beside it, kept for a user of this laptop."""

from __future__ import annotations

import json
from collections.abc import Iterator

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from app.problems import Problem
from app.wording import table_file as words
from views import icons, messages, style
from views.memory import Memory
from views.short_form import ShortForm, opened
from views.widgets.choice_edit import ChoiceEdit
from views.widgets.form import text_line
from views.widgets.search_bar import SearchBar

_SEARCH = "search"


class PanelFilters:
    """What stands in the filter line of a list: the search and its choices, read and put back."""

    def __init__(self, search: SearchBar, row: QHBoxLayout) -> None:
        self._search, self._row = search, row

    def _choices(self) -> Iterator[ChoiceEdit]:
        for place in range(self._row.count()):
            item = self._row.itemAt(place)
            widget = item.widget() if item is not None else None
            if isinstance(widget, ChoiceEdit):
                yield widget

    def values(self) -> dict[str, str]:
        """What narrows the list, by the name of its field."""
        found = {one.accessibleName(): one.value() or "" for one in self._choices()}
        return {name: value for name, value in {_SEARCH: self._search.text().strip(), **found}.items() if value}

    def put(self, values: dict[str, str]) -> None:
        """Narrow the list to these values; what they do not name narrows nothing."""
        for one in self._choices():
            wanted = values.get(one.accessibleName(), "")
            if (one.value() or "") != wanted:
                one.set_value(wanted)
                one.changed.emit()
        self._search.look_for(values.get(_SEARCH, ""))

    def told(self) -> str:
        """In words what the list is narrowed to; nothing where it is whole."""
        text = self._search.text().strip()
        parts = [words.SEARCHED.format(text=text)] if text else []
        parts += [f"{one.accessibleName()}: {one.currentText()}" for one in self._choices() if one.value()]
        return words.FILTERED.format(filters="; ".join(parts)) if parts else ""


class FilterMenu(QObject):
    """The small button in the search that lists the filters kept of one list; each person of a laptop has her own."""

    def __init__(self, filters: PanelFilters, name: str, memory: Memory, search: SearchBar) -> None:
        super().__init__(search)
        self._filters, self._name, self._memory, self._search = filters, name, memory, search
        self._action = open_it = QAction(icons.icon("filter", style.QUIET), words.FILTERS, search)
        open_it.setToolTip(words.FILTERS_TIP)
        open_it.setShortcut(QKeySequence("Alt+Down"))
        open_it.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        open_it.triggered.connect(self._open)
        search.addAction(open_it, SearchBar.ActionPosition.TrailingPosition)

    def hide(self) -> None:
        """A short list needs no filters of its own."""
        self._action.setVisible(False)

    def _open(self) -> None:
        self.menu().popup(self._search.mapToGlobal(self._search.rect().bottomLeft()))

    def _key(self) -> str:
        workspace = getattr(self._search.window(), "workspace", None)
        user = workspace.author.user_id if workspace is not None else ""
        return f"filters.{user}.{self._name}"

    def kept(self) -> dict[str, dict[str, str]]:
        """The filters by their names."""
        return dict(json.loads(self._memory.get(self._key()) or "{}"))

    def keep(self, name: str) -> None:
        """Keep what narrows the list now under a name, over another of that name."""
        self._put({**self.kept(), name: self._filters.values()})
        messages.success(words.FILTER_KEPT.format(name=name))

    def forget(self, name: str) -> None:
        """Take a filter off the menu."""
        self._put({one: values for one, values in self.kept().items() if one != name})
        messages.success(words.FILTER_GONE.format(name=name))

    def _put(self, kept: dict[str, dict[str, str]]) -> None:
        self._memory.put(self._key(), json.dumps(kept, ensure_ascii=False))

    def menu(self) -> QMenu:
        """The filters kept, everything, and what can be done with the filter in use."""
        menu, now, kept = QMenu(self._search), self._filters.values(), self.kept()
        for name, values in kept.items():
            action = menu.addAction(name)
            action.setCheckable(True)
            action.setChecked(values == now)
            action.triggered.connect(lambda _=False, values=values: self._filters.put(values))
        menu.addAction(words.EVERYTHING, lambda: self._filters.put({})).setEnabled(bool(now))
        menu.addSeparator()
        menu.addAction(words.SAVE_FILTER, lambda: opened(NameForm(self, self._search))).setEnabled(bool(now))
        for name, values in kept.items():
            if values == now:
                menu.addAction(words.FORGET_FILTER).triggered.connect(lambda _=False, name=name: self.forget(name))
        return menu


class NameForm(ShortForm):
    """How the filter is called."""

    def __init__(self, menu: FilterMenu, parent: QWidget) -> None:
        super().__init__(parent, words.FILTER_TITLE, words.KEEP_FILTER)
        self._menu = menu
        self.name = text_line()
        self.form.add_field("name", words.FILTER_NAME, self.name, required=True)

    def problems(self) -> list[Problem]:
        return [] if self.name.text().strip() else [Problem("name", "filter_name_missing")]

    def carry_out(self) -> None:
        self._menu.keep(" ".join(self.name.text().split()))
        self.accept()
