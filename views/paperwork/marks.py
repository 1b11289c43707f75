"""How far a paper is, as a painted sign with its word: hollow, half, full, full with a tick; told apart in grey."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from app.paperwork.queries import HouseFile, PaperCell, PaperState
from app.wording import paperwork as words
from app.wording import paperwork_pages as said
from views import style
from views.paged_table import Column
from views.widgets.date_edit import shown_date

WIDTH = 84
_SIDE, _GAP = 11, 5
#: Ink by state; what is missing stands out, what is in the file is quiet.
_INK = {
    PaperState.NONE: "#A63A00",
    PaperState.PRINTED: "#7A5200",
    PaperState.SIGNED: "#0B5FA5",
    PaperState.SCANNED: "#1B6B2F",
}
_LATER = "·"


def cell_text(cell: PaperCell | None) -> str:
    """The word of a paper in a list; a dot while it is not due, nothing where nobody asks for it."""
    if cell is None:
        return ""
    return _LATER if not cell.due and cell.state is PaperState.NONE else words.STATES[cell.state]


def cell_tip(cell: PaperCell | None, kind: str) -> str:
    """All that is known of a paper, in a line."""
    if cell is None:
        return said.NOT_ASKED
    told = said.CELL_TIP.format(kind=words.kind_name(kind), state=words.STATES[cell.state])
    return ", ".join(filter(None, (told, cell_known(cell))))


def cell_known(cell: PaperCell) -> str:
    """What is known of a paper behind its sign: the day, who signed, that it is not due yet."""
    later = said.DUE_LATER if not cell.due and not cell.in_file else ""
    before = words.BEFORE if cell.due and cell.before and not cell.in_file else ""
    day = said.CELL_DAY.format(day=shown_date(cell.day)) if cell.day else ""
    return ", ".join(filter(None, (day, cell.signer or "", later, before)))


def paint_cell(painter: QPainter, box: QRect, cell: PaperCell | None) -> None:
    """The sign and word of one paper."""
    text = cell_text(cell)
    if cell is None or not text:
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(style.font(style.CAPTION))
    if text == _LATER:
        painter.setPen(QColor(style.QUIET))
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        painter.restore()
        return
    quiet = cell.before and not cell.in_file
    ink = QColor(style.QUIET if quiet else _INK[cell.state])
    if style.high_contrast():
        ink = painter.pen().color()
    side = style.px(_SIDE)
    _paint_sign(painter, QRectF(box.x() + 1, box.center().y() - side / 2, side, side), cell.state, ink)
    painter.setPen(ink)
    room = box.adjusted(side + style.px(_GAP), 0, 0, 0)
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
    painter.restore()


def _paint_sign(painter: QPainter, box: QRectF, state: PaperState, ink: QColor) -> None:
    """A sheet: its frame; its lower half filled when printed; all of it when signed; ticked when scanned."""
    painter.setPen(QPen(ink, box.width() / 8))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    sheet = box.adjusted(1, 0, -1, 0)
    painter.drawRect(sheet)
    if state is PaperState.PRINTED:
        painter.fillRect(sheet.adjusted(0, sheet.height() / 2, 0, 0), ink)
    elif state in (PaperState.SIGNED, PaperState.SCANNED):
        painter.fillRect(sheet, ink)
    if state is PaperState.SCANNED:
        painter.setPen(QPen(QColor(style.SURFACE), box.width() / 6))
        tick = [(0.22, 0.52), (0.42, 0.74), (0.80, 0.26)]
        points = [QPointF(sheet.x() + sheet.width() * x, sheet.y() + sheet.height() * y) for x, y in tick]
        painter.drawPolyline(QPolygonF(points))


def paper_column(kind: str) -> Column[HouseFile]:
    """The column of one paper in the matrix."""
    return Column(
        kind,
        words.short_name(kind),
        lambda row: cell_text(row.cell(kind)),
        WIDTH,
        tip=lambda row: cell_tip(row.cell(kind), kind),
        paint=_painter(kind),
    )


def _painter(kind: str) -> Callable[..., None]:
    def paint(painter: QPainter, box: QRect, row: HouseFile) -> None:
        paint_cell(painter, box, row.cell(kind))

    return paint
