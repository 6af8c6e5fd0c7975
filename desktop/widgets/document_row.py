"""One document asked for: its picture, what is known of the file, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QImage, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from desktop.theme import Meaning, Type, px, tokens
from desktop.widgets.buttons import ActButton, Kind
from desktop.widgets.cards import Sign
from desktop.widgets.painting import paint_ground, paint_icon
from desktop.widgets.text import OneLine, ToneWords, Words, tip
from desktop.widgets.tick import Tick
from forms.documents import AskedDocument

THUMB = 56


class Thumbnail(QPushButton):
    """A small picture of a document; pressing it shows it whole."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setToolTip(tip(name))
        self.setFixedSize(px(THUMB), px(THUMB))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._picture = QPixmap()
        self.setEnabled(False)

    def show_picture(self, image: QImage | None) -> None:
        """Another picture; None for the icon of an empty place."""
        self._picture = QPixmap() if image is None else QPixmap.fromImage(image)
        self.setEnabled(image is not None)
        self.setCursor(Qt.CursorShape.PointingHandCursor if image is not None else Qt.CursorShape.ArrowCursor)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The picture in the middle of a quiet ground."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        now = tokens()
        paint_ground(painter, self.rect(), now.bg, now.line)
        if self._picture.isNull():
            paint_icon(painter, self.rect(), "document", now.text2, 24)
        else:
            room = self.size() - QSize(px(8), px(8))
            size = self._picture.size().scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
            left, top = (self.width() - size.width()) // 2, (self.height() - size.height()) // 2
            painter.fillRect(left, top, size.width(), size.height(), QColor(now.surface))
            painter.drawPixmap(left, top, size.width(), size.height(), self._picture)
        painter.end()


class DocumentRow(QWidget):
    """A file may be dropped on it. What the buttons do is the page's."""

    chosen = Signal(str)
    turned = Signal(int)
    """Quarters to the right."""
    whole = Signal(bool)

    def __init__(self, document: AskedDocument, *, attached: bool = False) -> None:
        super().__init__()
        self.document, self._attached = document, attached
        self.setAcceptDrops(True)
        label = document.label
        self.thumb = Thumbnail(self.tr("Lihat: %1").replace("%1", label))
        self._sign, self._state = Sign("circle", 16), ToneWords("", Meaning.QUIET, Type.SECOND, wrap=True)
        self.choose = ActButton(self.tr("Pilih berkas…"), icon="folder")
        self.remove = ActButton(self.tr("Lepas"), Kind.OUTLINE, "trash")
        self.left = ActButton(self.tr("Putar ke kiri"), Kind.OUTLINE, "undo")
        self.right = ActButton(self.tr("Putar ke kanan"), Kind.OUTLINE, "rotate")
        self.original = Tick(self.tr("Ukuran asli"))
        self.original.setToolTip(self.tr("Gambar tidak diperkecil. Pengirimannya lebih lama."))
        for button in (self.choose, self.remove, self.left, self.right, self.original):
            button.setAccessibleName(f"{button.text()}: {label}")
        for button in (self.left, self.right, self.remove):
            button.icon_only = True
            button.setToolTip(button.text())
        self._build()
        self.choose.clicked.connect(self._ask)
        self.left.clicked.connect(lambda: self.turned.emit(3))
        self.right.clicked.connect(lambda: self.turned.emit(1))
        self.original.clicked.connect(self.whole)
        self.say_empty()

    def _build(self) -> None:
        line = QHBoxLayout(self)
        line.setContentsMargins(px(16), px(8), px(16), px(8))
        line.setSpacing(px(12))
        line.addWidget(self.thumb, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(px(2))
        head = QHBoxLayout()
        head.setSpacing(px(8))
        head.addWidget(Words(self.document.label, Type.STRONG))
        optional = "" if self.document.required else self.tr("(boleh dikosongkan)")
        head.addWidget(OneLine(self.document.hint or optional, Type.SECOND, "second"), 1)
        words.addLayout(head)
        state = QHBoxLayout()
        state.setSpacing(px(6))
        state.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        state.addWidget(self._state, 1)
        words.addLayout(state)
        words.addWidget(self.original, 0, Qt.AlignmentFlag.AlignLeft)
        words.addStretch(1)
        line.addLayout(words, 1)
        for button in (self.left, self.right, self.remove, self.choose):
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)

    def say(self, text: str, meaning: Meaning) -> None:
        """One line about the file, in a meaning."""
        self._state.meaning = meaning
        self._state.setText(text)
        icons = {Meaning.DONE: "check-circle", Meaning.REFUSED: "warning", Meaning.ATTENTION: "warning"}
        self._sign.name = icons.get(meaning, "refresh" if meaning is Meaning.MOVING else "circle")
        self._sign.meaning = meaning
        self._sign.update()
        self._state.update()

    @property
    def said(self) -> str:
        """What it says of its file."""
        return self._state.text()

    def say_empty(self) -> None:
        """Nothing chosen."""
        text = self.tr("Belum ada. Pilih, seret ke sini, atau tempel (Ctrl+V).")
        if self._attached:
            text = self.tr("Sudah terlampir pada permohonan ini. Lampirkan lagi hanya bila diganti.")
        self.say(text, Meaning.DONE if self._attached else Meaning.QUIET)
        self.thumb.show_picture(None)
        self.can(there=False)

    def can(self, *, there: bool, picture: bool = False, original: bool = False) -> None:
        """Which deeds fit what is there."""
        self.choose.say(self.tr("Ganti…") if there else self.tr("Pilih berkas…"))
        self.choose.setAccessibleName(f"{self.choose.text()}: {self.document.label}")
        self.remove.setVisible(there)
        self.left.setVisible(picture)
        self.right.setVisible(picture)
        self.original.setVisible(original)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """One file."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """The first file of those dropped."""
        path = next((url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()), "")
        if path:
            self.chosen.emit(path)

    def _ask(self) -> None:
        kinds = self.tr("Pindaian (%1)").replace("%1", "*.pdf *.jpg *.jpeg *.png *.heic")
        path, _ = QFileDialog.getOpenFileName(self, self.document.label, "", kinds)
        if path:
            self.chosen.emit(path)
