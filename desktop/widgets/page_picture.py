"""A page as a picture that gives way in a narrow window: never wider than its place, never larger than it was drawn."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from desktop.theme import px


class PagePicture(QLabel):
    """Centred; its height follows its width."""

    def __init__(self, image: QImage, name: str) -> None:
        super().__init__()
        self._image = image
        self.setAccessibleName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        """As it was drawn."""
        return self._image.size()

    def minimumSizeHint(self) -> QSize:
        """May shrink far."""
        return QSize(px(120), self.heightForWidth(px(120)))

    def heightForWidth(self, width: int) -> int:
        """In the page's proportion."""
        shown = min(width, self._image.width())
        return round(shown * self._image.height() / max(1, self._image.width()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The page in the middle."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        shown = min(self.width(), self._image.width())
        painter.drawImage(QRect((self.width() - shown) // 2, 0, shown, self.heightForWidth(shown)), self._image)
        painter.end()
