"""A look at this computer, line by line, each as it comes. Only damaged files are marked, to be fetched again."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.errors import WorldError
from desktop.office.checks import Check
from desktop.office.desk import Desk
from desktop.office.examining import CHECKS
from desktop.pages.section import Section, wrapped
from desktop.theme import Meaning, Type, px
from desktop.widgets.bars import InlineBar
from desktop.widgets.buttons import ActButton
from desktop.widgets.cards import Card
from desktop.widgets.chips import StateChip
from desktop.widgets.text import Words, rule
from desktop.work import Work

_PRINTER = "printer"


class ExaminingSection(Section):
    """One line for each thing that is looked at."""

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work = work
        self._left: list[str] = []
        self._running = False
        self._lines: dict[str, CheckLine] = {}
        self._bar = InlineBar(Meaning.QUIET)
        self._card = Card()
        head = self._card.head(self.tr("Periksa komputer ini"), "check-circle")
        self._begin = ActButton(self.tr("Periksa sekarang"), icon="refresh")
        self._begin.clicked.connect(self.examine)
        head.add(self._begin)
        for place, (key, title) in enumerate(self._titles().items()):
            if place:
                self._card.body.addWidget(rule())
            self._lines[key] = CheckLine(title)
            self._card.body.addWidget(self._lines[key])
        self.column.addWidget(self._bar)
        self.column.addWidget(self._card)
        self.column.addWidget(self._after())

    def _titles(self) -> dict[str, str]:
        known = {
            "disk": self.tr("Ruang penyimpanan"),
            "database": self.tr("Basis data"),
            "files": self.tr("Lampiran"),
            "access_log": self.tr("Catatan akses"),
            "history": self.tr("Riwayat"),
            "let_go": self.tr("Berkas lama"),
            "set_aside": self.tr("Langkah yang disisihkan"),
            "exchange": self.tr("Pertukaran terakhir"),
            "numbers": self.tr("Nomor surat"),
            "backups": self.tr("Cadangan harian"),
            "hub": self.tr("Sambungan ke hub"),
            "clock": self.tr("Jam"),
            "version": self.tr("Versi"),
        }
        return {**{key: known.get(key, key.replace("_", " ").capitalize()) for key in CHECKS}, _PRINTER: "Printer"}

    def _after(self) -> Card:
        card = Card()
        report = ActButton(self.tr("Buat laporan masalah"), icon="document")
        report.clicked.connect(lambda: self.go.emit("settings", "report"))
        text = self.tr("Masih ada masalah? Laporan masalah tidak memuat data warga dan boleh dikirim ke Diskominfo.")
        card.row(wrapped(text), report, height=56)
        return card

    def refresh(self) -> None:
        """Nothing by itself: a look takes seconds, and may ask the hub."""

    def focus_first(self) -> None:
        """The act."""
        self._begin.setFocus(Qt.FocusReason.OtherFocusReason)

    def examine(self) -> None:
        """Look at everything again, one thing after the other."""
        if self._running:
            return
        self._running = True
        self._left = [key for key in self._lines if key != _PRINTER]
        for line in self._lines.values():
            line.wait()
        self._begin.say(self.tr("Sedang memeriksa…"))
        self._bar.say("")
        self._next()

    def _next(self) -> None:
        if not self._left:
            self._lines[_PRINTER].begin()
            self._work.do_quietly(_printers, self._finish, lambda _error: self._finish(("", ())))
            return
        key = self._left[0]
        self._lines[key].begin()
        reach = self._work.reach
        look = CHECKS[key]

        def seen(desk: Desk) -> Check:
            return look(desk, reach)

        self._work.do_quietly(seen, self._came, partial(self._failed, key))

    def _came(self, check: Check) -> None:
        key = self._left.pop(0)
        self._lines[key].show_check(check.good, check.sentence)
        self._next()

    def _failed(self, key: str, error: WorldError) -> None:
        self._left.remove(key)
        self._lines[key].show_check(False, error.sentence)  # noqa: FBT003 - as a Check says it
        self._next()

    def _finish(self, printers: tuple[str, tuple[str, ...]]) -> None:
        self._running = False
        good, sentence = self._printer(*printers)
        self._lines[_PRINTER].show_check(good, sentence)
        self._begin.say(self.tr("Periksa sekarang"))
        bad = [line for line in self._lines.values() if line.good is False]
        if bad:
            title = self.tr("%1 hal perlu tindakan").replace("%1", str(len(bad)))
            self._bar.say(title, self.tr("Yang sudah tersimpan tetap aman."), Meaning.ATTENTION)
        else:
            self._bar.say(self.tr("Tidak ada yang perlu tindakan."), meaning=Meaning.DONE)

    def _printer(self, usual: str, names: tuple[str, ...]) -> tuple[bool | None, str]:
        if not names:
            return None, self.tr("Belum ada printer. Surat tetap dapat disimpan sebagai PDF.")
        return True, self.tr("Printer siap: %1").replace("%1", usual or names[0])


def _printers(_desk: Desk) -> tuple[str, tuple[str, ...]]:
    """The usual printer and all of them; asking the system for them may take a second."""
    return QPrinterInfo.defaultPrinterName(), tuple(QPrinterInfo.availablePrinterNames())


class CheckLine(QWidget):
    """What is looked at, what was found, and a chip with a word."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.good: bool | None = None
        self._title, self._words = title, wrapped("", kind=Type.BODY)
        name = Words(title, Type.STRONG, wrap=True)
        name.setFixedWidth(px(168))
        self._chip = StateChip(self.tr("Belum diperiksa"), "circle", Meaning.QUIET)
        line = QHBoxLayout(self)
        line.setContentsMargins(px(16), px(8), px(16), px(8))
        line.setSpacing(px(12))
        line.addWidget(name, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self._words, 1)
        line.addWidget(self._chip, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setMinimumHeight(px(44))

    def wait(self) -> None:
        """Its turn comes later."""
        self.good = None
        self._words.setText("")
        self._chip.say(self.tr("Menunggu"), "clock", Meaning.QUIET)

    def begin(self) -> None:
        """It is being looked at."""
        self._chip.say(self.tr("Sedang diperiksa"), "refresh", Meaning.MOVING)

    def show_check(self, good: bool | None, sentence: str) -> None:  # noqa: FBT001 - as a Check says it
        """What was found, and what to do."""
        self.good = good
        self._words.setText(sentence)
        if good is None:
            self._chip.say(self.tr("Belum diketahui"), "help", Meaning.QUIET)
        elif good:
            self._chip.say(self.tr("OK"), "check-circle", Meaning.DONE)
        else:
            self._chip.say(self.tr("Perlu tindakan"), "warning", Meaning.ATTENTION)
        self.setAccessibleName(f"{self._title}: {self._chip.text()}. {sentence}")
