"""A document at full size, and the one question about it: can it be read?"""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeySequence, QPixmap, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from desktop.theme import Meaning, Type, px
from desktop.widgets.bars import InlineBar
from desktop.widgets.buttons import ActButton, Kind
from desktop.widgets.text import Words


class Viewer(QDialog):
    """Opens beside the work and stops nothing: closing it without an answer keeps the document as it is."""

    readable = Signal()
    replace = Signal()
    turned = Signal(int)

    def __init__(self, parent: QWidget, title: str, doubt: str, *, turnable: bool, look_only: bool = False) -> None:
        """`look_only`: what was filed already; it is not replaced here."""
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._picture = QLabel()
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._picture.setAccessibleName(title)
        self._pixmap = QPixmap()
        self._bar = InlineBar(Meaning.ATTENTION)
        self.yes = ActButton(self.tr("Ya, terbaca"), Kind.FILLED, "check", "Y")
        self.change = ActButton(self.tr("Ganti berkas"), Kind.OUTLINE, "folder", "G")
        self.turn_left = ActButton(self.tr("Putar ke kiri"), Kind.OUTLINE, "undo")
        self.turn_right = ActButton(self.tr("Putar ke kanan"), Kind.OUTLINE, "rotate")
        self.close_it = ActButton(self.tr("Tutup"), Kind.OUTLINE, key="Esc")
        self._doubtful, self._look_only = bool(doubt), look_only
        self._build(title, doubt, turnable=turnable)

    def _build(self, title: str, doubt: str, *, turnable: bool) -> None:
        body = QVBoxLayout(self)
        body.setContentsMargins(px(24), px(16), px(24), px(16))
        body.setSpacing(px(12))
        body.addWidget(Words(self.tr("Terbaca?") if doubt else title, Type.TITLE, wrap=True))
        if doubt:
            self._bar.say(doubt, self.tr("Lihat huruf dan angkanya. Dokumen tetap tersimpan apa pun jawabannya."))
            body.addWidget(self._bar)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setAlignment(Qt.AlignmentFlag.AlignCenter)
        area.setWidget(self._picture)
        area.setAccessibleName(title)
        self._area = area
        body.addWidget(area, 1)
        line = QHBoxLayout()
        line.setSpacing(px(12))
        change = [] if self._look_only else [self.yes, self.change] if doubt else [self.change]
        shown = [*change, *self._turns(turnable=turnable)]
        for button in shown:
            line.addWidget(button)
        line.addStretch(1)
        line.addWidget(self.close_it)
        body.addLayout(line)
        for button in {self.yes, self.change, self.turn_left, self.turn_right} - set(shown):
            button.setParent(self)
            button.hide()
        self._connect()

    def _turns(self, *, turnable: bool) -> list[ActButton]:
        return [self.turn_left, self.turn_right] if turnable else []

    def _connect(self) -> None:
        self.yes.clicked.connect(self._say_yes)
        self.change.clicked.connect(self._say_change)
        self.turn_left.clicked.connect(lambda: self.turned.emit(3))
        self.turn_right.clicked.connect(lambda: self.turned.emit(1))
        self.close_it.clicked.connect(self.close)
        if self._doubtful:
            QShortcut(QKeySequence("Y"), self, self._say_yes)
        if not self._look_only:
            QShortcut(QKeySequence("G"), self, self._say_change)

    def say(self, sentence: str) -> None:
        """In the picture's place: why there is none."""
        self._picture.setText(sentence)

    def show_picture(self, image: QImage) -> None:
        """At full size; what does not fit is scrolled to, and a picture too wide is brought to the window's width."""
        if image.isNull():
            self.say(self.tr("Berkas ini tidak dapat ditampilkan."))
            return
        self._pixmap = QPixmap.fromImage(image)
        room = max(px(640), self._area.viewport().width() - px(4))
        wide = self._pixmap.width() > room
        fitted = self._pixmap.scaledToWidth(room, Qt.TransformationMode.SmoothTransformation) if wide else self._pixmap
        self._picture.setPixmap(fitted)

    def open_over(self, window: QWidget) -> None:
        """As large as the window allows."""
        self.resize(window.size() - QSize(px(96), px(64)))
        self.open()
        (self.yes if self._doubtful else self.close_it).setFocus(Qt.FocusReason.OtherFocusReason)

    def _say_yes(self) -> None:
        self.readable.emit()
        self.close()

    def _say_change(self) -> None:
        self.close()
        self.replace.emit()
