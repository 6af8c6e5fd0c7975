"""*Siapkan lebih dulu*: what to lay on the desk before the first answer is typed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.office.preparing import Paper, Preparation, Whose
from desktop.theme import Type, px
from desktop.widgets.cards import Card, Sign
from desktop.widgets.text import Words, rule


class PrepareCard(Card):
    """Stands beside the questions; says nothing that the pack does not say."""

    def show_preparation(self, asked: Preparation, step: int) -> None:
        """Of a service; `step` is where the documents are taken, counted from 1."""
        self.clear()
        self.head(self.tr("Siapkan lebih dulu"), "help")
        holder = QWidget()
        inner = QVBoxLayout(holder)
        inner.setContentsMargins(px(16), px(10), px(16), px(14))
        inner.setSpacing(px(8))
        for whose in asked.people:
            inner.addLayout(_line("user", whose.label, self._of(whose)))
        for paper in asked.papers:
            if paper.sure:
                inner.addLayout(_line("document", paper.label, self._about(paper)))
        self._add_doubtful(inner, asked)
        inner.addWidget(rule())
        inner.addWidget(Words(self._promise(asked), Type.CAPTION, wrap=True))
        if asked.papers:
            taken = self.tr("Dokumen diambil di langkah %1 dan boleh menyusul. Isian tersimpan sendiri.")
            inner.addWidget(Words(taken.replace("%1", str(step)), Type.CAPTION, "second", wrap=True))
        self.body.addWidget(holder)

    def _add_doubtful(self, inner: QVBoxLayout, asked: Preparation) -> None:
        doubtful = [paper for paper in asked.papers if not paper.sure]
        if doubtful:
            inner.addWidget(Words(self.tr("Mungkin diminta"), Type.LABEL, "second"))
        for paper in doubtful:
            inner.addLayout(_line("circle", paper.label, paper.hint))

    def _of(self, whose: Whose) -> str:
        if whose.nik and whose.kk:
            return self.tr("NIK dan nomor kartu keluarga")
        if whose.nik:
            return self.tr("NIK, atau nama di daftar penduduk")
        return whose.hint

    def _about(self, paper: Paper) -> str:
        return paper.hint or ("" if paper.needed else self.tr("Bila ada."))

    def _promise(self, asked: Preparation) -> str:
        promised = self.tr("janji layanan %1 menit kerja").replace("%1", str(asked.minutes)) if asked.minutes else ""
        return " · ".join(part for part in (asked.fee, promised) if part)


def _line(icon: str, label: str, note: str) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(px(10))
    line.addWidget(Sign(icon, 18), 0, Qt.AlignmentFlag.AlignTop)
    words = QVBoxLayout()
    words.setSpacing(0)
    words.addWidget(Words(label, Type.SECOND, wrap=True))
    if note:
        words.addWidget(Words(note, Type.CAPTION, "second", wrap=True))
    line.addLayout(words, 1)
    return line
