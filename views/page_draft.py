"""Keeps what is half-typed into a line or a card of a page, and puts it back when the same thing is typed again."""

from __future__ import annotations

import json
from datetime import datetime

from PySide6.QtWidgets import QWidget

from views.form_draft import field_texts, put_field_texts
from views.memory import Memory


class PageDraft:
    """The draft of the fields within a widget, under one name at a time of `wording.half_typed`."""

    def __init__(self, memory: Memory, widget: QWidget) -> None:
        self._memory, self._widget = memory, widget
        self._name = ""
        self._clean: dict[str, str] = {}

    def begin(self, name: str) -> None:
        """The fields stand as they are opened: note that, and put back what was typed another time.

        What was typed into other fields than there are now is left where it is: nothing goes into a wrong one.
        """
        self._name, self._clean = name, field_texts(self._widget)
        kept = json.loads(self._memory.get(name) or "{}").get("values", {})
        if kept.keys() == self._clean.keys():
            put_field_texts(self._widget, kept)

    def keep(self) -> None:
        """Keep what is typed; fields that stand as they were opened keep nothing."""
        if not self._name:
            return
        now = field_texts(self._widget)
        changed = {name: text for name, text in now.items() if text != self._clean.get(name, "")}
        if not changed:
            self.forget()
            return
        before = json.loads(self._memory.get(self._name) or "{}")
        if before.get("values") != now:
            texts = [text for text in changed.values() if text not in ("0", "1")]
            at = datetime.now().astimezone().isoformat(timespec="minutes")
            kept = {"at": at, "texts": texts, "values": now}
            self._memory.put(self._name, json.dumps(kept, ensure_ascii=False))

    def forget(self) -> None:
        """It was saved, or thrown away."""
        if self._name and self._memory.get(self._name):
            self._memory.put(self._name, "")

    def end(self) -> None:
        """It was saved: forget it, and keep nothing until another one is begun."""
        self.forget()
        self._name = ""
