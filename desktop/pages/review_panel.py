"""The right side of the list before a batch: the certificate and its passphrase, the progress, and how it ended."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from desktop.office.batching import Certificates
from desktop.theme import Meaning, Type, px
from desktop.widgets.bars import InlineBar
from desktop.widgets.buttons import ActButton, Kind
from desktop.widgets.cards import Card, pair
from desktop.widgets.certificate import CertificateFields
from desktop.widgets.text import Words
from domain.indonesian import date_short, local_time


class ReviewPanel(Card):
    """Asks for the passphrase once for all that is listed."""

    begun = Signal()
    stopped = Signal()
    again = Signal()
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._signs, self._all, self._trouble = False, 0, ""
        self.keys = CertificateFields(self.tr("Satu kali untuk semua surat ini. Tidak pernah disimpan."))
        self._title, self._facts = Words(" ", Type.TITLE, wrap=True), QWidget()
        self._bar = InlineBar(Meaning.ATTENTION)
        self._act = ActButton(" ", Kind.FILLED, "sign", "Enter")
        self._note = Words("", Type.SECOND, "second", wrap=True)
        self._progress, self._told = QProgressBar(), Words("", Type.STRONG, wrap=True)
        self._stop = ActButton(self.tr("Hentikan sesudah ini"), Kind.OUTLINE, "x")
        self._again = ActButton(" ", Kind.OUTLINE, "refresh")
        self._close = ActButton(self.tr("Selesai"), Kind.FILLED, "check", "Esc")
        self._build()

    def _build(self) -> None:
        inner = QVBoxLayout()
        inner.setContentsMargins(px(20), px(16), px(20), px(16))
        inner.setSpacing(px(10))
        facts = QVBoxLayout(self._facts)
        facts.setContentsMargins(0, 0, 0, 0)
        facts.setSpacing(px(4))
        self._signer, self._until = pair(self.tr("Penanda tangan"), "", 112), pair(self.tr("Sertifikat"), "", 112)
        for name, value in (self._signer, self._until):
            line = QHBoxLayout()
            line.addWidget(name)
            line.addWidget(value)
            facts.addLayout(line)
        self._progress.setTextVisible(False)
        self._progress.setAccessibleName(self.tr("Kemajuan"))
        parts: tuple[QWidget, ...] = (self._title, self._facts, self._bar, self.keys)
        parts += (self._act, self._progress, self._told, self._stop, self._again, self._close, self._note)
        for part in parts:
            inner.addWidget(part)
        self.body.addLayout(inner)
        self.keys.entered.connect(self._try)
        self._act.clicked.connect(self._try)
        for button, signal in ((self._stop, self.stopped), (self._again, self.again), (self._close, self.closed)):
            button.clicked.connect(signal)
        self.ready()

    def say_certificate(self, name: str, found: Certificates, utc_offset: int) -> None:
        """Who signs, and what the hub knows of the certificate."""
        self._signer[1].setText(name)
        until = date_short(local_time(found.until, utc_offset).date()) if found.until else ""
        self._until[1].setText(self.tr("berlaku s.d. %1").replace("%1", until) if until else self.tr("belum terdaftar"))
        self._trouble = found.trouble
        if not self.keys.file.line.text():
            self.keys.file.line.setText(found.path)
        self._fit()

    def prepare(self, *, signs: bool) -> None:
        """Whether something of the list is signed."""
        self._signs = signs
        self.ready()

    def offer(self, word: str, *, allowed: bool, signs: bool) -> None:
        """The button says what it does to how many."""
        self._signs = signs
        self._act.say(word)
        self._act.icon_name = "sign" if signs else "check"
        self._act.setEnabled(allowed and not (signs and self._trouble))
        self._fit()

    def ready(self) -> None:
        """Before it begins."""
        self._show(asking=True)
        self._told.hide()
        self._fit()

    def busy(self) -> None:
        """The certificate is being opened."""
        self._act.setEnabled(False)
        self._act.say(self.tr("Membuka sertifikat…"))

    def run(self, count: int) -> None:
        """It began."""
        self._all = count
        self._show(running=True)
        self._progress.setRange(0, count)
        self.progress(0, 0)
        self._stop.setEnabled(True)
        self._stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def progress(self, done: int, failed: int) -> None:
        """So many went well, so many did not."""
        self._progress.setValue(done + failed)
        text = self.tr("%1 dari %2 selesai").replace("%1", str(done)).replace("%2", str(self._all))
        self._told.setText(f"{text}, {self.tr('%1 gagal').replace('%1', str(failed))}" if failed else text)
        self._told.show()

    def stopping(self) -> None:
        """A stop was asked for."""
        self._stop.setEnabled(False)
        self._note.setText(self.tr("Berhenti sesudah yang sedang dikerjakan. Yang sudah selesai tetap tersimpan."))

    def ended(self, done: int, failed: int, left: int) -> None:
        """How it ended."""
        self._show()
        self.progress(done, failed)
        parts = [
            self.tr("%1 ditandatangani") if self._signs else self.tr("%1 tersimpan"),
            self.tr("%1 gagal") if failed else "",
            self.tr("%1 belum") if left else "",
        ]
        counts = (done, failed, left)
        told = [part.replace("%1", str(count)) for part, count in zip(parts, counts, strict=True) if part]
        self._told.setText(" · ".join(told))
        self._again.say(self.tr("Coba lagi yang %1").replace("%1", str(failed + left)))
        self._again.setVisible(bool(failed + left))
        if self._signs and done:
            self._note.setText(self.tr("Surat sah sesudah diterima pusat; dikirim sendiri saat tersambung."))
        self._close.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_first(self) -> None:
        """The passphrase, or the button where none is asked for."""
        if self._act.isVisible() and self.keys.isVisible():
            self.keys.focus_first()
        else:
            (self._act if self._act.isVisible() else self._close).setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, *, asking: bool = False, running: bool = False) -> None:
        self._asking = asking
        self._act.setVisible(asking)
        self._stop.setVisible(running)
        self._progress.setVisible(running)
        self._close.setVisible(not asking and not running)
        self._again.hide()
        self._fit()

    def _fit(self) -> None:
        """What is asked for when something is signed, and only before it begins."""
        asks = self._asking and self._signs
        self._title.setText(self.tr("Tanda tangan elektronik") if self._signs else self.tr("Keputusan"))
        self._facts.setVisible(self._signs)
        self.keys.setVisible(asks and not self._trouble)
        self._bar.say(self._trouble if asks else "")
        law = self.tr("Surat sah hanya bila tertulis “Ditandatangani”.")
        self._note.setText(law if asks else "")
        self._note.setVisible(self._signs)

    def _try(self) -> None:
        if self._act.isEnabled() and not (self._signs and self.keys.problem()):
            self.begun.emit()
