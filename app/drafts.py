"""What drafts of all rooms share: text as the records keep it, and one sentence for the same trouble of many houses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import MISSING, fields, replace
from typing import Any, TypeVar

from app.problems import Problem
from app.wording.support import names_text
from models.vietnamese import nfc

AnyDraft = TypeVar("AnyDraft")


def tidied(draft: AnyDraft) -> AnyDraft:
    """The draft with every text NFC and without needless blanks; an empty text that may be missing is None."""
    changed: dict[str, Any] = {}
    for one in fields(draft):  # type: ignore[arg-type]  # any dataclass
        value = getattr(draft, one.name)
        if type(value) is str:
            text = "\n".join(" ".join(line.split()) for line in nfc(value).splitlines()).strip()
            kept = text or ("" if one.default is MISSING else one.default)
            if kept != value:
                changed[one.name] = kept
    return replace(draft, **changed) if changed else draft  # type: ignore[type-var]


def together(problems: Sequence[Problem]) -> list[Problem]:
    """One problem for all houses that share it: the value `names`, one head each, becomes the list of them."""
    heads: dict[tuple[object, ...], list[str]] = {}
    first: dict[tuple[object, ...], Problem] = {}
    for one in problems:
        rest = sorted((name, str(value)) for name, value in one.values.items() if name != "names")
        key = (one.field, one.code, one.warning, tuple(rest))
        first.setdefault(key, one)
        heads.setdefault(key, []).append(str(one.values.get("names", "")))
    return [
        replace(one, values={**one.values, "names": names_text(heads[key])}) if "names" in one.values else one
        for key, one in first.items()
    ]
