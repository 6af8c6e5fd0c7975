"""What several widgets paint alike: key caps, rounded grounds, icons."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen

from desktop.icons import pixmap
from desktop.theme import Type, font, px


def cap_width(text: str) -> int:
    """How wide the key cap with this text is."""
    return max(px(20), QFontMetrics(font(Type.CAPTION)).horizontalAdvance(text) + px(12))


def paint_cap(painter: QPainter, box: QRect, text: str, inks: tuple[str, str, str]) -> None:
    """A key cap of 20 px height in the middle of `box`; inks of words, edge and ground (empty for none)."""
    ink, edge, ground = inks
    height = px(20)
    cap = QRectF(box.x() + 0.5, box.y() + (box.height() - height) / 2 + 0.5, box.width() - 1, height - 1)
    painter.setPen(QPen(QColor(edge), 1))
    painter.setBrush(QColor(ground) if ground else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(cap, px(4), px(4))
    painter.setPen(QColor(ink))
    painter.setFont(font(Type.CAPTION))
    painter.drawText(cap, int(Qt.AlignmentFlag.AlignCenter), text)


def paint_ground(painter: QPainter, box: QRect, ground: str, edge: str = "", width: int = 1) -> None:
    """A rounded ground with an edge inside the box; empty strings leave either out."""
    half = width / 2
    painter.setPen(QPen(QColor(edge), width) if edge else Qt.PenStyle.NoPen)
    painter.setBrush(QColor(ground) if ground else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(box).adjusted(half, half, -half, -half), px(6), px(6))


def paint_icon(painter: QPainter, box: QRect, name: str, ink: str, size: int) -> None:
    """An icon in the middle of a box; `size` in pixels of the design."""
    side = px(size)
    painter.drawPixmap(
        box.x() + (box.width() - side) // 2, box.y() + (box.height() - side) // 2, pixmap(name, ink, side)
    )


def paint_line(painter: QPainter, box: QRect, text: str, kind: Type, ink: str) -> None:
    """One line of text, in the middle of the height, elided at the right."""
    _paint_elided(painter, box, (text, kind, ink), Qt.AlignmentFlag.AlignLeft)


def paint_number(painter: QPainter, box: QRect, text: str, kind: Type, ink: str) -> None:
    """The same, ending at the right edge: times and counts under each other."""
    _paint_elided(painter, box, (text, kind, ink), Qt.AlignmentFlag.AlignRight)


def _paint_elided(painter: QPainter, box: QRect, said: tuple[str, Type, str], side: Qt.AlignmentFlag) -> None:
    text, kind, ink = said
    painter.setFont(font(kind))
    painter.setPen(QColor(ink))
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter | side), shown)


def lines_of(text: str, kind: Type, width: int, most: int) -> list[str]:
    """A text broken between words into at most so many lines; the last one ends in an ellipsis where there is more."""
    metrics, lines = QFontMetrics(font(kind)), list[str]()
    for word in text.split():
        if lines and metrics.horizontalAdvance(f"{lines[-1]} {word}") <= width:
            lines[-1] = f"{lines[-1]} {word}"
        else:
            lines.append(word)
    kept = [*lines[: most - 1], " ".join(lines[most - 1 :])] if len(lines) > most else lines
    return [metrics.elidedText(line, Qt.TextElideMode.ElideRight, width) for line in kept]


def paint_centred(painter: QPainter, box: QRect, lines: list[str], kind: Type, ink: str) -> None:
    """Lines under each other from the top of the box, each in the middle of its width."""
    painter.setFont(font(kind))
    painter.setPen(QColor(ink))
    high = painter.fontMetrics().height()
    for place, line in enumerate(lines):
        row = QRect(box.x(), box.y() + place * high, box.width(), high)
        painter.drawText(row, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignHCenter), line)


def advance(text: str, kind: Type) -> int:
    """How wide a text is."""
    return QFontMetrics(font(kind)).horizontalAdvance(text)
