"""Which service: found by typing, chosen with Enter."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit

from desktop.errors import WorldError
from desktop.office import drafting
from desktop.office.drafting import Filling
from desktop.office.overview import Offered, see_services
from desktop.pages.page import Heading, Page, column
from desktop.theme import Meaning, px
from desktop.widgets.bars import InlineBar
from desktop.widgets.buttons import ActButton, Kind
from desktop.widgets.cards import Card
from desktop.widgets.empty import EmptyState
from desktop.widgets.listbuttons import ServiceButton
from desktop.work import Work


class ServicesPage(Page):
    """`show_thing` may name a service, ``draft:…``, ``correct:…`` or ``warga:…`` and goes on at once."""

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work = work
        self._citizen = 0
        self._services: tuple[Offered, ...] = ()
        self._buttons: list[ServiceButton] = []
        self._words = QLineEdit()
        self._bar = InlineBar(Meaning.REFUSED)
        self._card = Card()
        self._empty = EmptyState("document")
        self._build()

    def _build(self) -> None:
        stack = column(self)
        back = ActButton(self.tr("Kembali"), Kind.WORD, "arrow-left", "Esc")
        back.clicked.connect(lambda: self.go.emit("back", None))
        QShortcut(QKeySequence("Esc"), self, back.click, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        stack.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)
        stack.addWidget(Heading(self.tr("Permohonan baru"), self.tr("Pilih layanan. Ketik untuk mencari.")))
        stack.addWidget(self._bar)
        self._words.setAccessibleName(self.tr("Cari layanan"))
        self._words.setPlaceholderText(self.tr("Cari layanan"))
        self._words.setFixedWidth(px(480))
        self._words.textChanged.connect(lambda _text: self._show_fitting())
        self._words.returnPressed.connect(self._first)
        stack.addWidget(self._words)
        stack.addWidget(self._card)
        stack.addWidget(self._empty)
        stack.addStretch(1)

    def show_thing(self, thing: object) -> None:
        """Go on at once where the service is known already."""
        kind, _, key = str(thing).rpartition(":")
        self._citizen = int(key) if kind == "warga" else 0
        if kind == "warga":
            self._bar.say(self.tr("Pemohon sudah dipilih. Sekarang pilih layanannya."), meaning=Meaning.DONE)
        elif kind == "draft":
            self._work.do_quietly(lambda desk: drafting.reopen(desk, key), self._begin, self._refuse)
        elif kind == "correct":
            self._work.do_quietly(lambda desk: drafting.correct(desk, key), self._begin, self._refuse)
        else:
            self._choose(key)

    def refresh(self) -> None:
        """Read the services."""
        self._words.clear()
        self._work.look("services", see_services, self._show)

    def focus_first(self) -> None:
        """The search."""
        self._words.setFocus()

    def leave(self) -> None:
        """The next one begins anew."""
        self._citizen = 0
        self._bar.say("")

    def _show(self, services: tuple[Offered, ...]) -> None:
        self._services = services
        self._show_fitting()

    def _show_fitting(self) -> None:
        low = self._words.text().strip().casefold()
        fitting = [each for each in self._services if low in f"{each.title} {each.summary}".casefold()]
        self._card.clear()
        self._buttons = []
        for service in fitting:
            button = ServiceButton(service.title, line=bool(self._buttons), text=service.summary)
            button.setAccessibleDescription(service.summary)
            button.clicked.connect(partial(self._choose, service.id))
            self._card.body.addWidget(button)
            self._buttons.append(button)
        self._card.setVisible(bool(fitting))
        self._empty.setVisible(not fitting)
        known = (
            self.tr("Coba kata lain.") if self._services else self.tr("Layanan datang bersama sinkronisasi pertama.")
        )
        self._empty.say(self.tr("Tidak ada layanan yang cocok"), known)

    def _first(self) -> None:
        if self._buttons:
            self._buttons[0].click()

    def _choose(self, service: str, _checked: object = False) -> None:  # noqa: FBT002 - Qt's clicked
        citizen = self._citizen
        self._work.do_quietly(lambda desk: drafting.begin(desk, service, citizen), self._begin, self._refuse)

    def _begin(self, filling: Filling) -> None:
        self.go.emit("form", filling)

    def _refuse(self, error: WorldError) -> None:
        self._bar.say(error.sentence, meaning=Meaning.REFUSED)
