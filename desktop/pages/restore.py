"""The way back to a backup, step by step: which one, whose password, what is in it, what would be lost, then do it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFileDialog

from desktop.door import Officer
from desktop.errors import WorldError
from desktop.office.losing import Inside, Lost
from desktop.office.restoring import Backup
from desktop.pages.gate import GatePage
from desktop.pages.section import wrapped
from desktop.theme import Meaning, Type, px
from desktop.widgets.bars import InlineBar
from desktop.widgets.buttons import ActButton, Kind, LinkButton
from desktop.widgets.cards import Card, Sign, pair
from desktop.widgets.choice import Choice
from desktop.widgets.fields import Field, PasswordEdit
from desktop.widgets.text import Words
from desktop.wording import moment, size_words
from sync.encoding import instant_text


@dataclass(frozen=True, slots=True)
class Chosen:
    """A backup, and who opens it."""

    source: Path
    officer: str
    password: str


class RestorePage(GatePage):
    """What the steps mean is `desktop.restoring_window`'s; here they are shown."""

    file_chosen = Signal(object)
    """A path: whose password opens it?"""
    looked = Signal(object)
    """A `Chosen`: what is in it?"""
    wanted = Signal(object)
    """A `Chosen`: put it in place."""
    back = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._utc_offset = 0
        self._source: Path | None = None
        self._bar = InlineBar(Meaning.REFUSED)
        self._which, self._who, self._password = Choice(), Choice(), PasswordEdit()
        self._file = LinkButton(self.tr("Pilih berkas cadangan lain…"), icon="usb")
        self._look = ActButton(self.tr("Periksa isi cadangan"), Kind.FILLED, "search", "Enter")
        self._act = ActButton(self.tr("Pulihkan cadangan ini"), Kind.FILLED, "undo")
        self._inside = Card("found")
        self._back = LinkButton(self.tr("Batal, kembali"), icon="arrow-left")
        self._field = Field(self.tr("Kata sandi"), self._password, self.tr("Kata sandi pada saat cadangan dibuat."))
        self._build()

    def _build(self) -> None:
        body = self.card.body
        body.addWidget(Words(self.tr("Pulihkan dari cadangan"), Type.TITLE, wrap=True))
        text = self.tr("Isinya diperiksa dulu. Data yang sekarang disisihkan di komputer ini, tidak dihapus.")
        body.addWidget(Words(text, Type.SECOND, "second", wrap=True))
        body.addWidget(self._bar)
        body.addWidget(Field(self.tr("Cadangan"), self._which))
        body.addWidget(self._file)
        body.addWidget(Field(self.tr("Petugas"), self._who))
        body.addWidget(self._field)
        body.addWidget(self._look)
        body.addWidget(self._inside)
        body.addWidget(self._act)
        body.addWidget(self._back)
        self.promise(self.tr("Yang sudah terkirim aman di hub dan datang lagi dengan sinkronisasi."))
        self._which.currentIndexChanged.connect(self._pick)
        self._file.clicked.connect(self._choose_file)
        self._password.returnPressed.connect(self._press_look)
        self._password.textEdited.connect(lambda _text: self._unseen())
        self._who.activated.connect(lambda _place: self._unseen())
        self._look.clicked.connect(self._press_look)
        self._act.clicked.connect(self._press_act)
        self._back.clicked.connect(self.back)

    def prepare(self, nightly: tuple[Backup, ...], chosen: Path | None, utc_offset: int) -> None:
        """Begin: the nightly backups of this computer, one of them chosen already or none."""
        self._utc_offset = utc_offset
        self._bar.say("")
        self._password.clear()
        self._which.blockSignals(True)  # noqa: FBT003 - Qt's own
        self._which.clear()
        for each in nightly:
            at = moment(instant_text(datetime.fromtimestamp(each.made_at, UTC)), utc_offset)
            self._which.addItem(f"{at} · {size_words(each.size)}", each.path)
        if not nightly:
            self._which.addItem(self.tr("Tidak ada cadangan malam di komputer ini"), None)
        known = [place for place in range(self._which.count()) if self._which.itemData(place) == chosen]
        self._which.setCurrentIndex(known[0] if known else 0)
        self._which.blockSignals(False)  # noqa: FBT003 - Qt's own
        self._pick()

    def take_file(self, path: Path) -> None:
        """Another file than the nightly ones."""
        place = self._which.findData(path)
        if place < 0:
            self._which.addItem(path.name, path)
            place = self._which.count() - 1
        self._which.setCurrentIndex(place)

    def show_officers(self, officers: tuple[Officer, ...]) -> None:
        """Whose password opens it."""
        self._who.clear()
        for each in officers:
            self._who.addItem(f"{each.name}, {each.post}" if each.post else each.name, each.id)
        self._wait(waiting=False)

    def show_inside(self, inside: Inside, lost: Lost) -> None:
        """What is in it, what would be lost; now it may be put in place."""
        self._wait(waiting=False)
        self._bar.say("")
        card = self._inside
        card.clear()
        card.body.setContentsMargins(1, px(8), 1, px(8))
        newest = moment(inside.newest, self._utc_offset) if inside.newest else self.tr("kosong")
        held = self.tr("%1 permohonan, %2 draf, %3 warga")
        for mark, count in (("%1", inside.requests), ("%2", inside.drafts), ("%3", inside.citizens)):
            held = held.replace(mark, f"{count:,}".replace(",", "."))
        for name, value in (
            (self.tr("Kantor"), inside.office),
            (self.tr("Catatan terakhir"), newest),
            (self.tr("Isi"), held),
        ):
            card.row(*pair(name, value, 132))
        self._show_lost(lost)
        self._look.hide()
        self._inside.show()
        self._act.show()
        self._act.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, self, lambda: self.bring_into_view(self._act))

    def _show_lost(self, lost: Lost) -> None:
        card = self._inside
        if not lost.known:
            text = self.tr(
                "Data yang sekarang tidak dapat dibaca, jadi tidak diketahui apa yang dicatat sesudah cadangan. "
                "Yang belum terkirim ke hub mungkin harus dicatat ulang."
            )
            card.row(Sign("warning", 20, Meaning.ATTENTION), wrapped(text, ""))
            return
        if not lost.steps and not lost.drafts:
            text = self.tr("Tidak ada yang hilang: semua yang dicatat sesudahnya sudah ada di hub.")
            card.row(Sign("check-circle", 20, Meaning.DONE), wrapped(text, ""))
            return
        text = self.tr("Akan hilang: %1 langkah pada %2 permohonan dan %3 draf yang hanya ada di komputer ini.")
        for mark, count in (("%1", lost.steps), ("%2", lost.requests), ("%3", lost.drafts)):
            text = text.replace(mark, str(count))
        card.row(Sign("warning", 20, Meaning.ATTENTION), wrapped(text, ""))
        lines = [f"{title} · {name}" for title, name in lost.lines]
        if lost.requests > len(lines):
            lines.append(self.tr("dan %1 lagi").replace("%1", str(lost.requests - len(lines))))
        if lines:
            card.row(wrapped("\n".join(lines), kind=Type.SECOND))

    def refuse(self, error: WorldError) -> None:
        """Say why not; everything chosen stays."""
        self._wait(waiting=False)
        self._bar.say(error.sentence, meaning=Meaning.REFUSED)
        self._password.setFocus(Qt.FocusReason.OtherFocusReason)
        self._password.selectAll()

    def focus_first(self) -> None:
        """Which backup."""
        self._which.setFocus(Qt.FocusReason.OtherFocusReason)

    def _pick(self, _place: int = 0) -> None:
        """Another backup: what was seen of the old one counts no more."""
        self._unseen()
        self._who.clear()
        self._source = self._which.currentData()
        self._look.setEnabled(self._source is not None)
        if self._source is not None:
            self.file_chosen.emit(self._source)

    def _unseen(self) -> None:
        """What was seen belongs to another choice: look again first."""
        self._inside.hide()
        self._act.hide()
        self._look.show()

    def _choose_file(self) -> None:
        path, _ = QFileDialog.getOpenFileName(
            self, self.tr("Berkas cadangan"), "", self.tr("Cadangan Ketinting (*.ktg);;Semua berkas (*)")
        )
        if path:
            self.take_file(Path(path))

    def _chosen(self) -> Chosen | None:
        if self._source is None or not self._who.count():
            return None
        return Chosen(self._source, str(self._who.currentData()), self._password.text())

    def _press_look(self) -> None:
        chosen = self._chosen()
        self._field.set_error("" if self._password.text() else self.tr("Tulis kata sandi petugas itu."))
        if chosen is not None and chosen.password:
            self._unseen()
            self._wait(waiting=True)
            self.looked.emit(chosen)

    def look_with(self, password: str) -> None:
        """Look inside with this password."""
        self._password.setText(password)
        self._press_look()

    def _press_act(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self._wait(waiting=True)
            self._bar.say(self.tr("Sedang memulihkan. Jangan matikan komputer."), meaning=Meaning.MOVING)
            self.wanted.emit(chosen)

    def _wait(self, *, waiting: bool) -> None:
        for part in (self._which, self._who, self._password, self._look, self._act, self._back, self._file):
            part.setEnabled(not waiting)
