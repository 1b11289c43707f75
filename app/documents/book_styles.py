"""The formats of a workbook of somebody's own: copies of them in another colour, and a few of ours beside them."""

from __future__ import annotations

import re
from enum import StrEnum

from app.documents.sheet_xml import Tag, is_empty, prefix_of, tags_of


class Mark(StrEnum):
    """How badly a cell is wrong."""

    ERROR = "error"
    WARNING = "warning"


#: Colours nobody else uses by chance, so that marks of an earlier round are known again.
_FILLS = {Mark.ERROR: "FFFFC9C4", Mark.WARNING: "FFFFEFB8"}
_FONT = "Times New Roman"
_APPLIED = " ".join(f'apply{part}="1"' for part in ("NumberFormat", "Font", "Fill", "Border", "Alignment"))
_THIN = "".join(
    f'<{{p}}{side} style="thin"><{{p}}color rgb="FF808080"/></{{p}}{side}>'
    for side in ("left", "right", "top", "bottom")
)


class BookStyles:
    """The part of a workbook's formats, growing by those that marks need; a format is told by its number, as text."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        tags = tags_of(data)
        self._lists = {tag.name: tag for tag in tags if tag.parent == "styleSheet"}
        self._prefix = prefix_of(data, tags[0]).decode()
        self._formats = [data[tag.start : tag.end] for tag in tags if tag.name == "xf" and tag.parent == "cellXfs"]
        self._added: dict[str, list[str]] = {"fonts": [], "fills": [], "borders": []}
        self._counts = {name: sum(1 for tag in tags if tag.parent == name) for name in self._added}
        self._known: dict[object, str] = {}
        self._marks = self._old_marks(tags)

    def _old_marks(self, tags: list[Tag]) -> frozenset[int]:
        """The fills of marks made in an earlier round."""
        found = set()
        place = -1
        for tag in tags:
            if tag.name == "fill" and tag.parent == "fills":
                place += 1
            elif tag.name == "fgColor" and tag.attributes.get("rgb", "").upper() in _FILLS.values() and place >= 0:
                found.add(place)
        return frozenset(found)

    # Copies of formats that are there

    def marked(self, style: str | None, mark: Mark) -> str:
        """The format in the colour of a mark."""
        return self._copied(style, self._fill(mark))

    def unmarked(self, style: str | None) -> str | None:
        """The format without the colour of a mark; as it is where it has none."""
        if style is None or self._attribute(style, "fillId") not in {str(one) for one in self._marks}:
            return style
        return self._copied(style, 0)

    def _copied(self, style: str | None, fill: int) -> str:
        key = (style, fill)
        if key not in self._known:
            number = int(style or 0)
            original = self._formats[number] if number < len(self._formats) else self._formats[0]
            opening, rest = re.fullmatch(rb"(<[^>]*?)(/?>.*)", original, re.DOTALL).groups()  # type: ignore[union-attr]
            opening = re.sub(rb"\s+(?:fillId|applyFill)=(\"[^\"]*\"|'[^']*')", b"", opening)
            self._known[key] = self._add(opening + f' fillId="{fill}" applyFill="1"'.encode() + rest)
        return self._known[key]

    def _attribute(self, style: str, name: str) -> str:
        number = int(style)
        opening = self._formats[number].partition(b">")[0] if number < len(self._formats) else b""
        found = re.search(rf"\s{name}=[\"']([^\"']*)".encode(), opening)
        return found[1].decode() if found else ""

    # Formats of our own

    def beside(self, mark: Mark) -> str:
        """A text beside a row, in the colour of its mark; in one line, because the rows keep their height."""
        return self._own("beside", fill=self._fill(mark), key=mark)

    def title(self) -> str:
        """A title of a sheet."""
        return self._own("title", size=14, bold=True)

    def note(self) -> str:
        """A line below a title."""
        return self._own("note", italic=True)

    def heading(self) -> str:
        """A heading of a table."""
        return self._own("heading", bold=True, wrapped=True, boxed=True, colour="FFDDE8E3")

    def text(self) -> str:
        """A cell of a table."""
        return self._own("text", wrapped=True, boxed=True)

    def link(self) -> str:
        """A link in a table."""
        return self._own("link", wrapped=True, boxed=True, linked=True)

    def _own(
        self,
        name: str,
        *,
        fill: int = 0,
        size: int = 12,
        bold: bool = False,
        italic: bool = False,
        linked: bool = False,
        wrapped: bool = False,
        boxed: bool = False,
        colour: str | None = None,
        key: object = None,
    ) -> str:
        if (name, key) not in self._known:
            p = self._prefix
            look = f"<{p}b/>" * bold + f"<{p}i/>" * italic + f"<{p}u/>" * linked
            tint = f'<{p}color rgb="FF0B57A4"/>' if linked else ""
            font = self._new("fonts", f'<{p}font>{look}<{p}sz val="{size}"/>{tint}<{p}name val="{_FONT}"/></{p}font>')
            border = self._new("borders", f"<{p}border>{_THIN.format(p=p)}<{p}diagonal/></{p}border>") if boxed else 0
            paint = self._new("fills", _solid(p, colour)) if colour else fill
            wrap = f'<{p}alignment vertical="top" wrapText="1"/>' if wrapped else ""
            parts = f'numFmtId="49" fontId="{font}" fillId="{paint}" borderId="{border}" xfId="0"'
            made = f"<{p}xf {parts} {_APPLIED}>{wrap}</{p}xf>"
            self._known[name, key] = self._add(made.encode())
        return self._known[name, key]

    def _fill(self, mark: Mark) -> int:
        key = ("fill", mark)
        if key not in self._known:
            self._known[key] = str(self._new("fills", _solid(self._prefix, _FILLS[mark])))
        return int(self._known[key])

    def _new(self, kind: str, element: str) -> int:
        """The number of an element added to a list of the part."""
        self._added[kind].append(element)
        return self._counts[kind] + len(self._added[kind]) - 1

    def _add(self, element: bytes) -> str:
        self._formats.append(element)
        return str(len(self._formats) - 1)

    # Writing

    def written(self) -> bytes:
        """The part with all that was added."""
        inner = {name: "".join(made).encode() for name, made in self._added.items()}
        counts = {name: self._counts[name] + len(made) for name, made in self._added.items()}
        old = sum(1 for tag in tags_of(self._data) if tag.name == "xf" and tag.parent == "cellXfs")
        inner["cellXfs"], counts["cellXfs"] = b"".join(self._formats[old:]), len(self._formats)
        data = self._data
        for tag in sorted((self._lists[name] for name in inner if name in self._lists), key=lambda one: -one.start):
            opening = re.sub(rb"\s+count=(\"[^\"]*\"|'[^']*')", b"", data[tag.start : tag.opened])
            name = re.match(rb"<[^\s/>]+", opening)
            if name is None:
                raise ValueError("a tag without a name")
            bare = opening.rstrip(b"/>").rstrip()
            content = b"" if is_empty(data, tag) else data[tag.opened : data.rindex(b"</", tag.start, tag.end)]
            made = b'%s count="%d">%s%s</%s>' % (bare, counts[tag.name], content, inner[tag.name], name[0][1:])
            data = data[: tag.start] + made + data[tag.end :]
        return data


def _solid(prefix: str, colour: str) -> str:
    p = prefix
    return (
        f'<{p}fill><{p}patternFill patternType="solid"><{p}fgColor rgb="{colour}"/><{p}bgColor indexed="64"/>'
        f"</{p}patternFill></{p}fill>"
    )
