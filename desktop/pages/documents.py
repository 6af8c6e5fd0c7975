"""The documents of a request: chosen from a folder or dropped, looked at before they are kept."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop.errors import WorldError
from desktop.office import drafting
from desktop.office.changes import Changed
from desktop.theme import Meaning, Type, px
from desktop.widgets.buttons import ActButton, Kind
from desktop.widgets.cards import Card, Sign
from desktop.widgets.text import OneLine, ToneWords, Words, rule
from desktop.wording import size_words
from desktop.work import Work
from forms.documents import AskedDocument


class DocumentRow(QWidget):
    """One document asked for. A file may be dropped on it."""

    chosen = Signal(str)

    def __init__(self, document: AskedDocument) -> None:
        super().__init__()
        self.document = document
        self.setAcceptDrops(True)
        self.setMinimumHeight(px(60))
        self._sign = Sign("document", 20)
        optional = "" if document.required else self.tr("boleh menyusul")
        self._state = ToneWords("", Meaning.QUIET, Type.SECOND, wrap=True)
        self.choose = ActButton(self.tr("Pilih berkas…"), icon="folder")
        self.choose.setAccessibleName(self.tr("Pilih berkas: %1").replace("%1", document.label))
        self.remove = ActButton(self.tr("Lepas"), Kind.WORD, "trash")
        self.remove.setAccessibleName(self.tr("Lepas berkas: %1").replace("%1", document.label))
        line = QHBoxLayout(self)
        line.setContentsMargins(px(16), px(8), px(16), px(8))
        line.setSpacing(px(12))
        line.addWidget(self._sign)
        words = QVBoxLayout()
        words.setSpacing(px(2))
        head = QHBoxLayout()
        head.setSpacing(px(8))
        head.addWidget(Words(document.label, Type.STRONG))
        head.addWidget(OneLine(document.hint or optional, Type.SECOND, "second"), 1)
        words.addLayout(head)
        words.addWidget(self._state)
        line.addLayout(words, 1)
        line.addWidget(self.remove)
        line.addWidget(self.choose)
        self.choose.clicked.connect(self._ask)
        self.say("", "", Meaning.QUIET)

    def say(self, name: str, text: str, meaning: Meaning) -> None:
        """What is chosen and whether it can be taken."""
        self._state.meaning = meaning
        self._state.setText(f"{name} · {text}".strip(" ·") or self.tr("Belum ada. Pilih atau seret berkas ke sini."))
        self._sign.name = {Meaning.DONE: "check-circle", Meaning.REFUSED: "warning"}.get(meaning, "document")
        self._sign.meaning = meaning
        self._sign.update()
        self.remove.setVisible(bool(name))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """One file."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take it."""
        for url in event.mimeData().urls()[:1]:
            self.chosen.emit(url.toLocalFile())

    def _ask(self) -> None:
        path, _ = QFileDialog.getOpenFileName(
            self, self.document.label, "", self.tr("Gambar atau PDF (*.pdf *.jpg *.jpeg *.png);;Semua berkas (*)")
        )
        if path:
            self.chosen.emit(path)


class DocumentsPage(QWidget):
    """Every document that these answers ask for."""

    edited = Signal()

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work = work
        self._rows: dict[str, DocumentRow] = {}
        self.scans: dict[str, str] = {}
        self._stack = QVBoxLayout(self)
        self._stack.setContentsMargins(0, px(4), 0, px(4))
        self._stack.setSpacing(px(12))
        text = self.tr("PDF, JPG, atau PNG. Gambar diperkecil sendiri dan lokasi fotonya dibuang. Boleh menyusul.")
        self._stack.addWidget(Words(text, Type.SECOND, "second", wrap=True))
        self._card = Card()
        self._stack.addWidget(self._card)
        self._stack.addStretch(1)

    def show_documents(self, asked: tuple[AskedDocument, ...]) -> None:
        """Other answers may ask for other documents; what was chosen stays."""
        if [each.kind for each in asked] == list(self._rows):
            return
        self._card.clear()
        self._rows = {}
        for document in asked:
            row = DocumentRow(document)
            row.chosen.connect(partial(self.take, document.kind))
            row.remove.clicked.connect(partial(self.drop, document.kind))
            if self._rows:
                self._card.body.addWidget(rule())
            self._card.body.addWidget(row)
            self._rows[document.kind] = row
            if document.kind in self.scans:
                self.take(document.kind, self.scans[document.kind])

    def take(self, kind: str, path: str) -> None:
        """Look at a file in the background, then keep its place."""
        row = self._rows[kind]
        name = Path(path).name
        row.say(name, self.tr("sedang diperiksa…"), Meaning.MOVING)

        def look(_desk: object) -> Changed:
            return Changed(told={"size": drafting.look_at(row.document, Path(path))})

        def good(changed: Changed) -> None:
            self.scans[kind] = path
            row.say(name, size_words(int(str(changed.told["size"]))), Meaning.DONE)
            self.edited.emit()

        def bad(error: WorldError) -> None:
            self.scans.pop(kind, None)
            row.say(name, error.sentence, Meaning.REFUSED)

        self._work.do(look, good, bad)

    def drop(self, kind: str, _checked: object = False) -> None:  # noqa: FBT002 - Qt's clicked
        """Let go of a file; the file itself is not touched."""
        self.scans.pop(kind, None)
        self._rows[kind].say("", "", Meaning.QUIET)
        self.edited.emit()

    def focus_on(self, kind: str) -> None:
        """A document; the first one for an unknown name."""
        row = self._rows.get(kind) or next(iter(self._rows.values()), None)
        if row is not None:
            row.choose.setFocus(Qt.FocusReason.OtherFocusReason)
