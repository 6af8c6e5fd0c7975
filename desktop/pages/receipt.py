"""The receipt at the end of a new request: its page small, the hub's number once it has come, one key to print it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.errors import WorldError
from desktop.office.changes import Changed
from desktop.office.desk import Desk
from desktop.office.receipts import SetReceipt, set_receipt
from desktop.pages.print_desk import RECEIPT, PrintDesk
from desktop.pdf import draw_page
from desktop.theme import Meaning, Type, px
from desktop.widgets.bars import InlineBar
from desktop.widgets.buttons import ActButton, Kind
from desktop.widgets.cards import Card
from desktop.widgets.flow import FlowLayout
from desktop.widgets.page_view import SheetButton
from desktop.widgets.text import Words
from desktop.work import Work

_WIDTH = 104


class ReceiptCard(Card):
    """Stands on the page after a form, which tells it the request; its key works on the whole page."""

    def __init__(self, work: Work, page: QWidget) -> None:
        super().__init__()
        self._work, self._request = work, ""
        self.head(self.tr("Tanda terima"), "printer")
        self._bar = InlineBar(Meaning.DONE)
        self.printing = PrintDesk(work, page, self._bar)
        self._page = SheetButton(_WIDTH)
        self._number = Words("", Type.BODY, wrap=True)
        self.print_it = ActButton(self.tr("Cetak tanda terima"), Kind.OUTLINE, "printer", "Ctrl+P")
        self._other = ActButton(self.tr("Printer dan kertas…"), Kind.WORD, "sliders")
        self._save = ActButton(self.tr("Simpan PDF…"), Kind.WORD, "document")
        self._build()
        self._page.clicked.connect(self._print)
        self.print_it.clicked.connect(self._print)
        self._other.clicked.connect(lambda: self.printing.print(self._request, RECEIPT, ask=True))
        self._save.clicked.connect(lambda: self.printing.save(self._request, RECEIPT))
        inside = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(QKeySequence(self.print_it.key), page, self._print, context=inside)
        work.changed.connect(self.hear)

    def _build(self) -> None:
        holder = QWidget()
        across = QHBoxLayout(holder)
        across.setContentsMargins(px(16), px(16), px(16), px(16))
        across.setSpacing(px(20))
        across.addWidget(self._page, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(px(10))
        column.addWidget(self._number)
        column.addWidget(self.print_it, 0, Qt.AlignmentFlag.AlignLeft)
        words = FlowLayout(px(4))
        for button in (self._other, self._save):
            words.addWidget(button)
        column.addLayout(words)
        column.addWidget(self._bar)
        column.addStretch(1)
        across.addLayout(column, 1)
        self.body.addWidget(holder)

    def look_at(self, request: str) -> None:
        """The receipt of this request."""
        self._request = request
        self._bar.say("")
        self._refresh()

    def hear(self, changed: object) -> None:
        """The hub's number may have come."""
        touched = isinstance(changed, Changed) and (changed.everything or self._request in changed.requests)
        if touched and self._request and self.isVisible():
            self._refresh()

    def _refresh(self) -> None:
        request, width = self._request, self._page.wanted
        self._work.do_quietly(lambda desk: _see(desk, request, width), self._show, self._failed)

    def _show(self, found: tuple[SetReceipt, QImage]) -> None:
        made, page = found
        self._page.show_image(page, self.tr("Cetak tanda terima: %1").replace("%1", made.receipt.service))
        if made.accepted:
            self._number.setText(self.tr("Diterima hub dengan nomor %1.").replace("%1", made.accepted))
        else:
            self._number.setText(
                self.tr("Nomor terima hub menyusul setelah terkirim, dan dapat dicetak lagi dari permohonannya.")
            )

    def _print(self) -> None:
        self.printing.print(self._request, RECEIPT)

    def _failed(self, error: WorldError) -> None:
        self._bar.say(error.sentence, " ".join(error.details), Meaning.REFUSED)


def _see(desk: Desk, request: str, width: int) -> tuple[SetReceipt, QImage]:
    """On the work lane."""
    made = set_receipt(desk, request)
    return made, draw_page(made.pdf, 0, width)[0]
