"""A word across a page that is looked at: of a letter that counts no more, so that nobody takes it for a good one."""

from __future__ import annotations

from math import atan2, degrees, hypot
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter

from desktop.theme import LIGHT, Meaning, Type, font

_LENGTH: Final = 0.62
"""Of the diagonal."""
_STRENGTH: Final = 0.34
"""Of the ink: what lies under the word stays readable."""


def stamped(page: QImage, word: str) -> QImage:
    """The page with the word from its lower left to its upper right; the same page for no word.

    In the light look's ink in both looks: paper is white. Qt's main thread only, for it measures a font.
    """
    if not word or page.isNull():
        return page
    found = page.convertToFormat(QImage.Format.Format_RGB32)
    found.setDevicePixelRatio(1)
    width, height = found.width(), found.height()
    painter = QPainter(found)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setOpacity(_STRENGTH)
    painter.setPen(QColor(LIGHT.tones[Meaning.REFUSED].ink))
    painter.setFont(_fitting(word, _LENGTH * hypot(width, height)))
    painter.translate(QPointF(width / 2, height / 2))
    painter.rotate(-degrees(atan2(height, width)))
    painter.drawText(QRectF(-height, -height / 2, 2 * height, height), Qt.AlignmentFlag.AlignCenter, word)
    painter.end()
    return found


def _fitting(word: str, length: float) -> QFont:
    """The strong font, so large that the word is so long."""
    found = font(Type.STRONG)
    found.setWeight(QFont.Weight.Bold)
    found.setPixelSize(100)
    found.setPixelSize(max(8, round(100 * length / QFontMetricsF(found).horizontalAdvance(word))))
    return found
