"""The guide of the program (docs/huong-dan.md) by its sections: a page of the window has the section of its name.

A section begins with its name as an anchor and its title: `<a id="households"></a>` above `## Hộ gia đình`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from app.parsing import fold
from app.paths import program_folder

_BEGINNING = re.compile(r'^<a id="(?P<name>[\w-]+)"></a>\n+## (?P<title>.+)$', re.MULTILINE)


@dataclass(frozen=True)
class Section:
    """A part of the guide; `text` is its markdown with the heading, links to other sections are `#name`."""

    name: str
    title: str
    text: str


def guide_file() -> Path:
    """The guide as it lies in a checkout and in the built program; its pictures stand in `images` beside it."""
    return program_folder() / "docs" / "huong-dan.md"


def read_guide() -> tuple[Section, ...]:
    """The sections in their order."""
    text = guide_file().read_text(encoding="utf-8")
    found = list(_BEGINNING.finditer(text))
    ends = [one.start() for one in found[1:]] + [len(text)]
    return tuple(
        Section(one["name"], one["title"], text[one.start("title") - 3 : end].strip())
        for one, end in zip(found, ends, strict=True)
    )


def find_sections(sections: Sequence[Section], text: str) -> list[Section]:
    """The sections that hold every word of `text`, accents or not; all of them for no word."""
    words = fold(text).split()
    return [one for one in sections if all(word in fold(one.text) for word in words)]
