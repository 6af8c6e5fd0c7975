"""Backups: the nightly ones, one to a file now, and the way back."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from desktop.errors import WorldError
from desktop.office import safekeeping
from desktop.office.changes import Changed
from desktop.office.desk import Desk
from desktop.office.restoring import Backup, nightly_backups
from desktop.pages.section import Section, wrapped
from desktop.theme import Meaning, Type
from desktop.widgets.bars import InlineBar
from desktop.widgets.buttons import ActButton, Kind
from desktop.widgets.cards import Card, Sign
from desktop.widgets.text import OneLine, Words
from desktop.wording import moment, size_words
from desktop.work import Work
from sync.encoding import instant_text


class BackupsSection(Section):
    """Where they lie, how large they are, when they were made."""

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work = work
        self._bar = InlineBar(Meaning.DONE)
        self.column.addWidget(self._bar)
        self._build_now()
        self._nightly = Card()
        self._head = self._nightly.head(self.tr("Cadangan malam di komputer ini"), "clock")
        self.column.addWidget(self._nightly)
        self._build_back()

    def _build_now(self) -> None:
        card = Card()
        card.head(self.tr("Cadangkan sekarang"), "usb")
        self._now = ActButton(self.tr("Simpan ke berkas…"), Kind.FILLED, "usb")
        self._now.clicked.connect(self._choose)
        text = self.tr(
            "Semua data dan lampiran kantor ini dalam satu berkas terkunci, misalnya ke USB. "
            "Hanya terbuka dengan kata sandi petugas. Simpan di tempat lain dari komputer ini."
        )
        card.row(wrapped(text), self._now, height=64)
        self.column.addWidget(card)

    def _build_back(self) -> None:
        card = Card()
        card.head(self.tr("Pulihkan dari cadangan"), "undo")
        back = ActButton(self.tr("Pulihkan…"), icon="undo")
        back.clicked.connect(lambda: self.go.emit("restore", None))
        text = self.tr(
            "Isi cadangan dan apa yang akan hilang ditunjukkan dulu. Data yang sekarang disisihkan, tidak dihapus."
        )
        card.row(wrapped(text), back, height=64)
        self.column.addWidget(card)

    def refresh(self) -> None:
        """List the nightly ones."""
        self._work.look("backups", _nightly, self._show)

    def focus_first(self) -> None:
        """The act."""
        self._now.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, found: tuple[Backup, ...]) -> None:
        self._nightly.clear(keep=2)
        self._head.say(len(found), self.tr("dibuat sendiri, tujuh hari terakhir"))
        for each in found:
            at = moment(instant_text(datetime.fromtimestamp(each.made_at, UTC)), self._work.me.utc_offset)
            back = ActButton(self.tr("Pulihkan"), Kind.WORD, after="chevron-right")
            back.setAccessibleName(f"{back.text()}: {each.path.name}")
            back.clicked.connect(partial(self._restore, each.path))
            size = Words(size_words(each.size), Type.SECOND, "second")
            self._nightly.row(Sign("clock", 18), Words(at), OneLine(each.path.name, Type.SECOND, "second"), size, back)
        if not found:
            text = self.tr("Belum ada. Cadangan dibuat sesudah sinkronisasi pertama setiap hari.")
            self._nightly.row(wrapped(text))
        else:
            folder = str(found[0].path.parent)
            self._nightly.row(wrapped(self.tr("Tempatnya: %1").replace("%1", folder), kind=Type.SECOND))

    def _restore(self, path: Path, _checked: object = False) -> None:  # noqa: FBT002 - Qt's clicked
        self.go.emit("restore", str(path))

    def _choose(self) -> None:
        day = f"{self._work.now:%Y-%m-%d}"
        path, _ = QFileDialog.getSaveFileName(
            self, self.tr("Simpan cadangan"), f"ketinting-{day}.ktg", self.tr("Cadangan Ketinting (*.ktg)")
        )
        if path:
            self._now.setEnabled(False)
            self._bar.say(self.tr("Sedang menyimpan cadangan. Pekerjaan boleh diteruskan."), meaning=Meaning.MOVING)
            self._work.do(lambda desk: safekeeping.backup_to(desk, Path(path)), self._saved, self._refused)

    def _saved(self, changed: Changed) -> None:
        self._now.setEnabled(True)
        file, size = Path(str(changed.told["file"])), int(str(changed.told["size"]))
        said = self.tr("Cadangan tersimpan: %1 (%2)").replace("%1", str(file)).replace("%2", size_words(size))
        self._bar.say(said, meaning=Meaning.DONE)

    def _refused(self, error: WorldError) -> None:
        self._now.setEnabled(True)
        self._bar.say(error.sentence, meaning=Meaning.REFUSED)


def _nightly(desk: Desk) -> tuple[Backup, ...]:
    return nightly_backups(desk.profile)
