"""The lists of the exchange page: what the hub refused or holds back, what waits, and how the last tries went."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.heard import retold
from desktop.office.outgoing import Going, Outgoing
from desktop.office.unsettled import Unsettled
from desktop.store.browsing import Stage
from desktop.store.remembering import Tried
from desktop.theme import Meaning, Type, px
from desktop.widgets.buttons import ActButton
from desktop.widgets.cards import Card, Sign
from desktop.widgets.rows import named_line
from desktop.widgets.text import OneLine, ToneWords, Words, rule
from desktop.wording import mark_of, size_words, when
from desktop.work import Work

_ACT = 116
"""Buttons under each other are equally wide."""


@dataclass(frozen=True, slots=True)
class Way:
    """Why what waits has not gone yet, and what makes it go."""

    why: str
    todo: str


class ExchangeLists(QWidget):
    """Each item says why it is here and what to do about it."""

    opened = Signal(str, object)

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work, self._way = work, Way("", "")
        self._whys: list[tuple[OneLine, Going]] = []
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(px(12))
        self._refused, self._parked, self._waiting, self._history = Card(), Card(), Card(), Card()
        self._dead = Card()
        self._dead_head = self._dead.head(self.tr("Disisihkan"), "warning", Meaning.ATTENTION)
        self._refused_head = self._refused.head(self.tr("Ditolak hub"), "warning", Meaning.ATTENTION)
        self._parked_head = self._parked.head(self.tr("Tertahan di hub"), "clock", Meaning.MOVING)
        self._waiting_head = self._waiting.head(self.tr("Menunggu dikirim"), "outbox")
        self._history.head(self.tr("Riwayat"), "clock")
        for card in (self._dead, self._refused, self._parked, self._waiting, self._history):
            stack.addWidget(card)

    def show_all(self, seen: Outgoing) -> None:
        """Other contents."""
        dead = tuple(each for each in seen.unsettled if each.dead)
        refused = tuple(each for each in seen.unsettled if not each.parked and not each.dead)
        parked = tuple(each for each in seen.unsettled if each.parked)
        self._refused_head.say(len(refused), self.tr("yang lain tetap berjalan"))
        self._parked_head.say(len(parked), self.tr("menunggu keputusan, aman di hub"))
        self._dead_head.say(len(dead), self.tr("aman di komputer ini, tidak menahan yang lain"))
        self._fill(self._dead, dead)
        self._fill(self._refused, refused)
        self._fill(self._parked, parked)
        self._show_waiting(seen.going, more=seen.more)
        self._show_history(seen.tried)

    def _fill(self, card: Card, items: tuple[Unsettled, ...]) -> None:
        card.setVisible(bool(items))
        card.clear(keep=2)
        for place, item in enumerate(items):
            if place:
                card.body.addWidget(rule())
            card.body.addWidget(self._unsettled(item))

    def _unsettled(self, item: Unsettled) -> QWidget:
        found = QWidget()
        line = QHBoxLayout(found)
        line.setContentsMargins(px(16), px(10), px(16), px(10))
        line.setSpacing(px(12))
        meaning = Meaning.MOVING if item.parked else Meaning.ATTENTION
        line.addWidget(Sign("clock" if item.parked else "warning", 20, meaning))
        words = QVBoxLayout()
        words.setSpacing(px(1))
        words.addLayout(named_line(item.title, item.subject))
        words.addWidget(ToneWords(item.sentence, meaning, Type.SECOND, wrap=True))
        code = self.tr("Kode: %1").replace("%1", item.code) if item.code and not item.parked else ""
        todo = " ".join(filter(None, (self._todo(item), code)))
        if todo:
            words.addWidget(Words(todo, Type.SECOND, "second", wrap=True))
        line.addLayout(words, 1)
        word = self.tr("Putuskan") if item.dead else self.tr("Bandingkan")
        button = ActButton(self.tr("Lihat") if item.parked else word)
        button.setAccessibleName(f"{button.text()}: {item.title} {item.subject}")
        button.clicked.connect(partial(self.opened.emit, "compare", item.action))
        button.setMinimumWidth(px(_ACT))
        line.addWidget(button)
        return found

    def _todo(self, item: Unsettled) -> str:
        if item.parked:
            return ""
        if item.dead:
            return self.tr("Terapkan lagi, lepaskan, atau simpan untuk dukungan: Anda yang memutuskan.")
        if item.can_again:
            return self.tr("Bandingkan kedua versi, lalu terapkan versi Anda lagi atau pakai versi hub.")
        if item.can_edit:
            return self.tr("Buka isiannya sebagai draf, perbaiki, lalu kirim lagi.")
        return self.tr("Baca alasannya, lalu buka permohonannya.")

    def say_way(self, way: Way) -> None:
        """The line came, or went: another reason to wait."""
        self._way = way
        self._waiting_head.say(len(self._whys), way.todo if self._whys else "")
        for words, item in self._whys:
            words.setText(self._why(item))

    def _show_waiting(self, going: tuple[Going, ...], *, more: bool) -> None:
        self._waiting.clear(keep=2)
        self._whys = [(self._add_waiting(item), item) for item in going]
        self.say_way(self._way)
        if more:
            said = self.tr("Ada yang lain lagi; semuanya tampil di daftar permohonan.")
            self._waiting.row(Words(said, Type.SECOND, "second"), 1)
        if not going:
            self._waiting.row(Words(self.tr("Tidak ada yang menunggu dikirim."), Type.BODY, "second"), 1)

    def _add_waiting(self, item: Going) -> OneLine:
        """A request that waits: its state, whose it is, why it is still here, and the way to it."""
        mark, offset = mark_of(item.stage), self._work.me.utc_offset
        word = ToneWords(mark.word, mark.meaning)
        word.setFixedWidth(px(104))
        why, words = OneLine(self._why(item), Type.SECOND, "second"), QVBoxLayout()
        words.setSpacing(px(1))
        words.addLayout(named_line(item.title, item.subject))
        words.addWidget(why)
        at = Words(self.tr("disimpan %1").replace("%1", when(item.at, self._work.now, offset)), Type.SECOND, "second")
        look = ActButton(self.tr("Lihat"))
        look.setAccessibleName(f"{look.text()}: {item.title} {item.subject}")
        look.clicked.connect(partial(self.opened.emit, "request", item.request))
        look.setMinimumWidth(px(_ACT))
        row = self._waiting.row(Sign(mark.icon, 20, mark.meaning), word, at, look, height=60)
        layout = row.layout()
        assert isinstance(layout, QHBoxLayout)  # noqa: S101 - a row of a card is one
        layout.insertLayout(2, words, 1)
        return why

    def _why(self, item: Going) -> str:
        return " · ".join(filter(None, (self._way.why.capitalize(), self._files(item))))

    def _files(self, item: Going) -> str:
        if not item.files:
            return self.tr("tanpa lampiran")
        if item.stage is Stage.SENDING and item.waiting:
            nth = self.tr("Isian terkirim · lampiran %1 dari %2")
            return nth.replace("%1", str(item.files - item.waiting + 1)).replace("%2", str(item.files))
        text = self.tr("%1 lampiran, %2").replace("%1", str(item.files))
        return text.replace("%2", size_words(item.size)) if item.waiting else self.tr("lampiran sudah di hub")

    def _show_history(self, tried: tuple[Tried, ...]) -> None:
        self._history.setVisible(bool(tried))
        self._history.clear(keep=2)
        now, offset = self._work.now, self._work.me.utc_offset
        for item in tried:
            meaning = Meaning.DONE if item.good else Meaning.QUIET
            at = Words(when(item.at, now, offset), Type.SECOND, "second")
            at.setFixedWidth(px(76))
            sentence = Words(retold(item.sentence), Type.SECOND, wrap=True)
            sentence.setSizePolicy(sentence.sizePolicy().Policy.Expanding, sentence.sizePolicy().verticalPolicy())
            self._history.row(Sign("check-circle" if item.good else "cloud-off", 18, meaning), at, sentence)
