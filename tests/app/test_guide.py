"""The guide: its sections, its links and pictures, its words."""

from __future__ import annotations

import re
import struct

from app.guide import find_sections, guide_file, read_guide
from app.wording.guide import ENTRIES
from app.wording.terms import TERMS
from app.wording.today import FIRST

_SMALL = 60_000
_EIGHT_BIT_PALETTE = (8, 3)


def test_every_link_of_the_guide_leads_to_a_section() -> None:
    sections = read_guide()
    names = [one.name for one in sections]
    assert len(set(names)) == len(names)
    assert guide_file().read_text(encoding="utf-8").count("\n## ") == len(sections)
    links = {link for one in sections for link in re.findall(r"\]\(#([\w-]*)\)", one.text)}
    assert links | set(ENTRIES.values()) <= set(names)


def test_pictures_of_the_guide_are_there_and_small() -> None:
    places = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", guide_file().read_text(encoding="utf-8"))
    assert 4 <= len(set(places)) <= 8
    for place in places:
        content = (guide_file().parent / place).read_bytes()
        assert content.startswith(b"\x89PNG")
        assert struct.unpack(">BB", content[24:26]) == _EIGHT_BIT_PALETTE
        assert len(content) < _SMALL


def test_the_last_section_explains_every_term() -> None:
    words = next(one for one in read_guide() if one.name == "words")
    assert dict(re.findall(r"^- \*\*(.+?)\*\*: (.+)\.$", words.text, re.MULTILINE)) == TERMS


def test_the_first_seven_things_are_seven_here_and_on_the_first_page() -> None:
    first = next(one for one in read_guide() if one.name == "first")
    assert len(re.findall(r"^\d\. ", first.text, re.MULTILINE)) == len(FIRST) == 7


def test_sections_are_found_without_accents() -> None:
    sections = read_guide()
    assert [one.name for one in find_sections(sections, "trang thai la")] == []
    assert "construction" in [one.name for one in find_sections(sections, "phieu theo doi CUA THON")]
    assert find_sections(sections, " ") == list(sections)
