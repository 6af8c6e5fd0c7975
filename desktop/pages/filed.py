"""The end of a form: it is saved, what happens next and by when, and the next one with one key."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout

from desktop.heard import retold
from desktop.office.filed import Filed, see_filed
from desktop.pages.page import Heading, Page, column
from desktop.pages.receipt import ReceiptCard
from desktop.theme import Meaning, Type, px
from desktop.widgets.bars import InlineBar
from desktop.widgets.buttons import ActButton, Kind
from desktop.widgets.cards import Card, Sign
from desktop.widgets.columns import Columns
from desktop.widgets.flow import FlowLayout
from desktop.widgets.text import Words
from desktop.work import Work


class FiledPage(Page):
    """`show_thing` gets the number of a request. `receipt` is the receipt of the citizen, with its printer."""

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work = work
        self._request, self._service = "", ""
        self._heading = Heading(" ")
        self._bar = InlineBar(Meaning.DONE)
        self._missing = InlineBar(Meaning.ATTENTION, "clip")
        self._code, self._told = Words("", Type.HEADING, "accent"), Words("", Type.BODY, wrap=True)
        self._steps = Card()
        self.receipt = ReceiptCard(work, self)
        self.again = ActButton(self.tr("Permohonan berikutnya, layanan sama"), Kind.FILLED, "plus", "N")
        self.open = ActButton(self.tr("Buka permohonan ini"), Kind.OUTLINE, "list", "B")
        self.home = ActButton(self.tr("Beranda"), Kind.OUTLINE, "home", "Esc")
        self._build()

    def _build(self) -> None:
        stack = column(self)
        stack.addWidget(self._heading)
        stack.addWidget(self._bar)
        stack.addWidget(self._missing)
        across = Columns(820, 24)
        left, right = across.column(560), across.column(446)
        card = Card()
        card.head(self.tr("Untuk pemohon"), "user")
        inner = QVBoxLayout()
        inner.setContentsMargins(px(16), px(12), px(16), px(16))
        inner.setSpacing(px(6))
        inner.addWidget(Words(self.tr("Kode permohonan, boleh dicatat atau disebutkan"), Type.SECOND, "second"))
        self._code.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        inner.addWidget(self._code)
        inner.addWidget(self._told)
        card.body.addLayout(inner)
        left.addWidget(card)
        left.addWidget(self.receipt)
        left.addStretch(1)
        right.addWidget(self._steps)
        right.addStretch(1)
        stack.addWidget(across)
        line = FlowLayout(px(12))
        for button in (self.again, self.open, self.home):
            line.addWidget(button)
        stack.addLayout(line)
        stack.addStretch(1)
        self._connect()

    def _connect(self) -> None:
        self.again.clicked.connect(lambda: self.go.emit("new", self._service))
        self.open.clicked.connect(lambda: self.go.emit("request", self._request))
        self.home.clicked.connect(lambda: self.go.emit("home", None))
        inside = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for button in (self.again, self.open, self.home):
            QShortcut(QKeySequence(button.key), self, button.click, context=inside)

    @property
    def request(self) -> str:
        """The number of the request that is shown."""
        return self._request

    def show_thing(self, thing: object) -> None:
        """A request that was filed a moment ago."""
        self._request = str(thing)

    def refresh(self) -> None:
        """Read its words."""
        request = self._request
        if request:
            self.receipt.look_at(request)
            self._work.look("filed", lambda desk: see_filed(desk, request), self._show)

    def focus_first(self) -> None:
        """The next request."""
        self.again.setFocus()

    def _show(self, filed: Filed) -> None:
        self._service = filed.service
        title = self.tr("Permohonan tersimpan") if filed.first else self.tr("Perbaikan tersimpan")
        self._heading.say(title, f"{filed.title} · {filed.subject}".strip(" ·"))
        sent = self.tr("Dikirim sendiri begitu tersambung. Tidak perlu ditunggu.")
        self._bar.say(self.tr("Data aman di komputer ini."), sent if filed.away else "")
        self._code.setText(filed.code)
        self._told.setText(self.tr("Selesai paling lambat: %1").replace("%1", retold(filed.expected)))
        text = self.tr("%1. Lampirkan dari halaman permohonan; keputusannya menunggu itu.")
        title = self.tr("%1 lampiran wajib menyusul").replace("%1", str(len(filed.missing)))
        self._missing.say(title if filed.missing else "", text.replace("%1", ", ".join(filed.missing)))
        self._steps.clear()
        self._steps.head(self.tr("Selanjutnya"), "clock")
        for number, step in enumerate(filed.next_steps, start=1):
            place = Words(f"{number}.", Type.STRONG, "second")
            place.setFixedWidth(px(20))
            self._steps.row(place, Words(step, wrap=True))
        self._steps.row(Sign("check-circle", 20), Words(self.tr("Surat siap dicetak di sini"), wrap=True))
