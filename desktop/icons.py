"""Icons of one family in any colour and size, drawn once each."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from resources.icons import open_icon


def pixmap(name: str, ink: str, size: int) -> QPixmap:
    """An icon in a colour; `size` in pixels independent of the screen's density."""
    return _drawn(name, ink, size, _ratio())


def _ratio() -> float:
    """Of the densest screen. Asked of the application: to ask a screen takes half a millisecond, for every icon."""
    app = QGuiApplication.instance()
    return app.devicePixelRatio() if isinstance(app, QGuiApplication) else 1.0


@lru_cache(maxsize=512)
def _drawn(name: str, ink: str, size: int, ratio: float) -> QPixmap:
    renderer = QSvgRenderer(QByteArray(open_icon(name).replace("currentColor", ink).encode()))
    found = QPixmap(QSize(round(size * ratio), round(size * ratio)))
    found.setDevicePixelRatio(ratio)
    found.fill(Qt.GlobalColor.transparent)
    painter = QPainter(found)
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return found


def icon(name: str, ink: str, size: int) -> QIcon:
    """The same as Qt's menus and title bars want it."""
    return QIcon(pixmap(name, ink, size))
