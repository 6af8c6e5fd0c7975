"""Documents beside a letter: a small picture and a name each; choosing one opens it in the same pane."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from desktop.theme import Type, px, tokens
from desktop.widgets.painting import lines_of, paint_centred, paint_icon
from desktop.widgets.text import tip

_WIDTH, _HIGH, _LINES = 104, 96, 3


class Thumb(QPushButton):
    """One document: its first page small, and its name under it."""

    def __init__(self, label: str, icon: str, *, here: bool = True) -> None:
        super().__init__(label)
        self.icon_name, self.here = icon, here
        self._image: QImage | None = None
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(label if here else f"{label}, {self.tr('belum diterima komputer ini')}")
        self.setToolTip(tip(self.accessibleName()))

    def show_image(self, image: QImage) -> None:
        """The picture came."""
        room = QSize(px(_WIDTH) - 2 * px(6), px(_HIGH) - 2 * px(6))
        how = (Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
        self._image = image.scaled(room, *how)
        self.update()

    def sizeHint(self) -> QSize:
        """Picture and the lines of its name."""
        lines = lines_of(self.text(), Type.CAPTION, px(_WIDTH), _LINES)
        return QSize(px(_WIDTH), px(_HIGH) + px(4) + len(lines) * px(17))

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The picture on its ground, the name under it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        now = tokens()
        frame = QRect(1, 1, self.width() - 2, px(_HIGH) - 2)
        edge = now.accent if self.isChecked() or self.hasFocus() else now.line
        painter.setPen(QPen(QColor(edge), 2 if self.isChecked() else 1))
        painter.setBrush(QColor(now.surface))
        painter.drawRoundedRect(QRectF(frame), px(6), px(6))
        if self._image is None:
            paint_icon(painter, frame, self.icon_name if self.here else "cloud-off", now.text2, 24)
        else:
            inside = frame.adjusted(px(6), px(6), -px(6), -px(6))
            left = inside.x() + (inside.width() - self._image.width()) // 2
            painter.drawImage(left, inside.y(), self._image)
        ink = now.accent if self.isChecked() else now.text2
        lines = lines_of(self.text(), Type.CAPTION, self.width(), _LINES)
        name = QRect(0, px(_HIGH) + px(4), self.width(), self.height() - px(_HIGH) - px(4))
        paint_centred(painter, name, lines, Type.CAPTION, ink)
        painter.end()


class Strip(QWidget):
    """The letter first, then the documents."""

    chosen = Signal(int)
    """0 for the letter, else the place of the document from 1."""

    def __init__(self) -> None:
        super().__init__()
        self._line = QVBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(px(10))
        self._group = QButtonGroup(self)
        self._thumbs: list[Thumb] = []

    def show_labels(self, labels: list[tuple[str, str, bool]]) -> None:
        """Label, icon and whether it is here; the first is chosen."""
        for thumb in self._thumbs:
            self._group.removeButton(thumb)
            thumb.hide()
            thumb.deleteLater()
        while self._line.takeAt(0) is not None:
            continue
        self._thumbs = [Thumb(label, icon, here=here) for label, icon, here in labels]
        for place, thumb in enumerate(self._thumbs):
            self._group.addButton(thumb, place)
            self._line.addWidget(thumb, 0, Qt.AlignmentFlag.AlignHCenter)
            thumb.clicked.connect(lambda _checked=False, place=place: self.chosen.emit(place))
        self._line.addStretch(1)
        if self._thumbs:
            self._thumbs[0].setChecked(True)

    def show_image(self, place: int, image: QImage) -> None:
        """The picture of one of them came."""
        if place < len(self._thumbs):
            self._thumbs[place].show_image(image)

    @property
    def place(self) -> int:
        """Which is chosen."""
        return max(0, self._group.checkedId())

    def step(self, by: int) -> None:
        """The next or the one before."""
        place = self.place + by
        if 0 <= place < len(self._thumbs):
            self._thumbs[place].setChecked(True)
            self.chosen.emit(place)
