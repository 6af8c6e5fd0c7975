"""Without any network: what waits goes out on a flash disk, and the hub's answer comes back on it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop.background import Lane
from desktop.errors import WorldError
from desktop.heard import retold
from desktop.office import carrying_in, carrying_out
from desktop.office.changes import Changed
from desktop.pages.section import wrapped
from desktop.theme import Meaning, px
from desktop.widgets.bars import InlineBar
from desktop.widgets.buttons import ActButton
from desktop.widgets.cards import Card
from desktop.widgets.columns import Columns
from desktop.work import Work


class StickCard(QWidget):
    """Two quiet acts. What is on a flash disk stays on this computer too, until the hub has answered."""

    taken = Signal()
    """An answer was taken: the page reads anew."""

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work = work
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(px(12))
        card = Card()
        card.head(self.tr("Tanpa jaringan: lewat flash disk"), "usb")
        self._out = ActButton(self.tr("Simpan ke flash disk…"), icon="usb")
        self._out.clicked.connect(lambda: self._choose_target(rest=False))
        self._back = ActButton(self.tr("Ambil jawaban dari flash disk…"), icon="inbox")
        self._back.clicked.connect(self._choose_answer)
        text = self.tr(
            "Yang menunggu disimpan dalam satu berkas terkunci. Bawa ke pengelola hub, lalu ambil jawabannya di sini. "
            "Data tetap ada di komputer ini sampai hub menjawab."
        )
        across, acts = Columns(820, 12), QHBoxLayout()
        across.setContentsMargins(px(16), px(14), px(16), px(14))
        acts.setSpacing(px(12))
        for button in (self._out, self._back):
            acts.addWidget(button)
        acts.addStretch(1)
        across.column(1).addWidget(wrapped(text))
        across.column(0).addLayout(acts)
        card.body.addWidget(across)
        stack.addWidget(card)
        self._bar = InlineBar(Meaning.DONE)
        self._next = ActButton(self.tr("Simpan lanjutannya…"), icon="usb")
        self._next.clicked.connect(lambda: self._choose_target(rest=True))
        self._next.hide()
        self._bar.add(self._next)
        stack.addWidget(self._bar)

    def _choose_target(self, *, rest: bool) -> None:
        name = f"ketinting-{self._work.now:%Y-%m-%d}{'-lanjutan' if rest else ''}{carrying_out.SUFFIX}"
        kind = self.tr("Kiriman Ketinting (*.ktk)")
        path, _ = QFileDialog.getSaveFileName(self, self.tr("Simpan ke flash disk"), name, kind)
        if path:
            self._begin(self.tr("Sedang menyimpan ke flash disk. Jangan dicabut dahulu."))
            self._work.do(
                lambda desk: carrying_out.export_outbox(desk, Path(path), rest=rest),
                self._saved,
                self._failed,
                Lane.EXCHANGE,
            )

    def _choose_answer(self) -> None:
        kind = self.tr("Jawaban Ketinting (*.ktj);;Semua berkas (*)")
        path, _ = QFileDialog.getOpenFileName(self, self.tr("Ambil jawaban dari flash disk"), "", kind)
        if path:
            self._begin(self.tr("Sedang mengambil jawaban. Flash disk jangan dicabut dahulu."))
            self._work.do(
                lambda desk: carrying_in.import_answer(desk, Path(path)), self._came, self._failed, Lane.EXCHANGE
            )

    def _begin(self, said: str) -> None:
        self._next.hide()
        self._enable(enabled=False)
        self._bar.say(said, meaning=Meaning.MOVING)

    def _enable(self, *, enabled: bool) -> None:
        for button in (self._out, self._back):
            button.setEnabled(enabled)

    def _saved(self, changed: Changed) -> None:
        self._enable(enabled=True)
        first, *others = changed.sentence.splitlines()
        left = bool(changed.told["left"])
        self._next.setVisible(left)
        text = " ".join([*others, self.tr("Flash disk boleh dicabut.")])
        self._bar.say(first, text, Meaning.ATTENTION if left else Meaning.DONE)
        self.taken.emit()

    def _came(self, changed: Changed) -> None:
        self._enable(enabled=True)
        self._bar.say(changed.sentence, self.tr("Flash disk boleh dicabut."), Meaning.DONE)
        self.taken.emit()

    def _failed(self, error: WorldError) -> None:
        self._enable(enabled=True)
        self._bar.say(retold(error.sentence), meaning=Meaning.ATTENTION)
        self.taken.emit()
