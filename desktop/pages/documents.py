"""The documents of a request: from a file, dropped, pasted, or out of the scanner's folder; looked at, then kept."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMimeData, Qt, Signal
from PySide6.QtGui import QGuiApplication, QImage, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.errors import WorldError
from desktop.office import holding
from desktop.office.desk import Desk
from desktop.office.holding import Held
from desktop.pages.pictures import SIDE, Pictures, draw
from desktop.pages.scans import ScansCard
from desktop.theme import Meaning, Type, px
from desktop.widgets.cards import Card
from desktop.widgets.document_row import DocumentRow
from desktop.widgets.text import Words, rule
from desktop.widgets.viewer import Viewer
from desktop.wording import doubt_words, size_words
from desktop.work import Work
from forms.documents import AskedDocument

_FULL = 1600


class DocumentsPage(QWidget):
    """Every document that these answers ask for. `scans` is what is held for them."""

    edited = Signal()
    """Something was taken or let go: to be kept at once."""

    def __init__(self, work: Work, pictures: Pictures) -> None:
        super().__init__()
        self._work, self._pictures = work, pictures
        self._rows: dict[str, DocumentRow] = {}
        self.scans: dict[str, Held] = {}
        self._attached: frozenset[str] = frozenset()
        self._viewer: Viewer | None = None
        self._card = Card()
        self.scanner = ScansCard(work)
        self.scanner.wanted.connect(self.take)
        self._build()

    def _build(self) -> None:
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, px(4), 0, px(4))
        stack.setSpacing(px(12))
        text = self.tr(
            "PDF, JPG, atau PNG. Pilih berkas, seret ke barisnya, atau tempel dengan Ctrl+V. Gambar diperkecil "
            "sendiri dan lokasi fotonya dibuang. Berkas asal tetap di tempatnya."
        )
        stack.addWidget(Words(text, Type.SECOND, "second", wrap=True))
        stack.addWidget(self._card)
        stack.addWidget(self.scanner)
        stack.addStretch(1)
        inside = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self, self.paste, context=inside)

    def begin(self, scans: dict[str, Held], attached: frozenset[str]) -> None:
        """Another form."""
        self.scans, self._attached = dict(scans), attached
        self._rows = {}
        self._card.clear()

    def show_documents(self, asked: tuple[AskedDocument, ...]) -> None:
        """Other answers may ask for other documents; what was chosen stays."""
        if [each.kind for each in asked] == list(self._rows):
            return
        self._card.clear()
        self._rows = {}
        for document in asked:
            if self._rows:
                self._card.body.addWidget(rule())
            self._rows[document.kind] = self._row(document)
            self._card.body.addWidget(self._rows[document.kind])
            if document.kind in self.scans:
                self._show(document.kind)
        self._tell_scanner()

    def _row(self, document: AskedDocument) -> DocumentRow:
        kind = document.kind
        row = DocumentRow(document, attached=kind in self._attached)
        row.chosen.connect(partial(self.take, kind))
        row.turned.connect(partial(self.turn, kind))
        row.whole.connect(partial(self._take_whole, kind))
        row.remove.clicked.connect(partial(self.drop, kind))
        row.thumb.clicked.connect(partial(self.view, kind))
        return row

    def take(self, kind: str, path: str) -> None:
        """Take a file; it is read in the background and stays where it is."""
        row = self._rows[kind]
        self._take(kind, Path(path).name, lambda desk: holding.hold_file(desk, row.document, Path(path)))

    def _take_whole(self, kind: str, whole: bool) -> None:  # noqa: FBT001 - Qt's clicked
        """The same file again, at its own size or smaller."""
        row, source = self._rows[kind], Path(self.scans[kind].source)
        self._take(kind, source.name, lambda desk: holding.hold_file(desk, row.document, source, whole=whole))

    def paste(self) -> None:
        """What was copied goes to the row with the keyboard, else to the first without a document."""
        kind = self._wanting()
        if not kind:
            return
        held = QGuiApplication.clipboard().mimeData()
        path = _copied_file(held)
        image = held.imageData() if held.hasImage() else None
        if path:
            self.take(kind, path)
        elif isinstance(image, QImage) and not image.isNull():
            document, name = self._rows[kind].document, self.tr("tempelan.png")
            self._take(kind, name, lambda desk: holding.hold_bytes(desk, document, name, _png(image)))
        else:
            self._rows[kind].say(self.tr("Papan klip tidak berisi gambar atau berkas. Salin dulu."), Meaning.ATTENTION)

    def _wanting(self) -> str:
        focus: QWidget | None = self.focusWidget()
        focused = next((kind for kind, row in self._rows.items() if focus is not None and row.isAncestorOf(focus)), "")
        empty = (kind for kind in self._rows if kind not in self.scans)
        return focused or next(empty, "") or next(iter(self._rows), "")

    def _take(self, kind: str, name: str, act: Callable[[Desk], Held]) -> None:
        self._rows[kind].say(self.tr("%1 sedang diperiksa…").replace("%1", name), Meaning.MOVING)

        def good(held: Held) -> None:
            self._hold(kind, held)
            if held.doubtful:
                self.view(kind)

        self._work.do_quietly(act, good, lambda error: self._fail(kind, error))

    def _hold(self, kind: str, held: Held) -> None:
        old = self.scans.get(kind)
        self.scans[kind] = held
        self.edited.emit()
        self._let_go(old)
        self._show(kind)

    def _let_go(self, old: Held | None) -> None:
        """After the draft without it was kept: same lane, so afterwards."""
        if old is not None and old.file not in {held.file for held in self.scans.values()}:
            self._work.do_quietly(lambda desk: holding.let_go(desk, old), lambda _: None, lambda _: None)

    def _show(self, kind: str) -> None:
        row, held = self._rows.get(kind), self.scans[kind]
        if row is None:
            return
        row.can(there=True, picture=held.is_picture, original=held.is_picture and bool(held.source))
        row.original.setChecked(held.whole)
        pages = self.tr("%1 halaman").replace("%1", str(held.pages)) if not held.is_picture else ""
        facts = " · ".join(part for part in (held.name, size_words(held.size), pages) if part)
        doubt = doubt_words(held.doubts) if held.doubtful else ""
        row.say(f"{facts}. {doubt}" if doubt else facts, Meaning.ATTENTION if doubt else Meaning.DONE)
        self._pictures.fetch(held, px(SIDE), row.thumb.show_picture)
        self._tell_scanner()

    def turn(self, kind: str, quarters: int) -> None:
        """Turn the picture; what is kept is turned, not only what is shown."""
        held = self.scans[kind]

        def good(turned: Held) -> None:
            self._hold(kind, turned)
            self._refresh_viewer(turned)

        self._work.do_quietly(
            lambda desk: holding.turn(desk, held, quarters), good, lambda error: self._fail(kind, error)
        )

    def _fail(self, kind: str, error: WorldError) -> None:
        """Next to the document; what was held before stays."""
        row = self._rows.get(kind)
        if row is not None:
            row.say(error.sentence, Meaning.REFUSED)
            row.original.setChecked(kind in self.scans and self.scans[kind].whole)

    def drop(self, kind: str, _checked: object = False) -> None:  # noqa: FBT002 - Qt's clicked
        """Let go of a document; the file it came from is not touched."""
        old = self.scans.pop(kind, None)
        self._rows[kind].say_empty()
        self._rows[kind].choose.setFocus()
        self.edited.emit()
        self._let_go(old)
        self._tell_scanner()

    def view(self, kind: str, _checked: object = False) -> None:  # noqa: FBT002 - Qt's clicked
        """At full size; a doubtful one with the question."""
        held, row = self.scans.get(kind), self._rows.get(kind)
        if held is None or row is None:
            return
        doubt = doubt_words(held.doubts) if held.doubtful else ""
        viewer = Viewer(self, row.document.label, doubt, turnable=held.is_picture)
        viewer.readable.connect(lambda: self._readable(kind))
        viewer.replace.connect(row.choose.click)
        viewer.turned.connect(partial(self.turn, kind))
        viewer.finished.connect(lambda _code: self._forget_viewer(viewer))
        self._viewer = viewer
        self._refresh_viewer(held)
        viewer.open_over(self.window())

    def _forget_viewer(self, viewer: Viewer) -> None:
        if self._viewer is viewer:
            self._viewer = None

    def _refresh_viewer(self, held: Held) -> None:
        viewer = self._viewer
        if viewer is not None:
            self._work.do_quietly(lambda desk: draw(desk, held, _FULL), viewer.show_picture, lambda _: None)

    def _readable(self, kind: str) -> None:
        self.scans[kind] = holding.said_readable(self.scans[kind])
        self.edited.emit()
        self._show(kind)

    def focus_on(self, kind: str) -> None:
        """A document; the first one without a file for an unknown name."""
        row = self._rows.get(kind) or self._rows.get(self._wanting())
        if row is not None:
            row.choose.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell_scanner(self) -> None:
        used = frozenset(held.source for held in self.scans.values())
        self.scanner.show_asked([(row.document, kind in self.scans) for kind, row in self._rows.items()], used)


def _copied_file(held: QMimeData) -> str:
    return next((url.toLocalFile() for url in held.urls() if url.isLocalFile()), "")


def _png(image: QImage) -> bytes:
    """Off the main thread: a large picture takes a while."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload] # the stubs want bytes here and str elsewhere
    return bytes(buffer.data().data())
