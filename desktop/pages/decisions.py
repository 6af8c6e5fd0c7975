"""What waits for this officer: list left, the letter or the answers right, keyboard all the way."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QImage, QKeySequence, QPixmap, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QLabel, QListView, QStackedWidget, QVBoxLayout, QWidget

from desktop.errors import WorldError
from desktop.models.waiting import ITEM, WaitingModel
from desktop.office import deciding
from desktop.office.acting import Decision
from desktop.office.changes import Changed
from desktop.office.deciding import Waiting, see_queue
from desktop.office.desk import Desk
from desktop.office.opening import Opened, open_request
from desktop.pages.deeds import Deed, Doer, deeds_for
from desktop.pages.page import Page, scrolled
from desktop.pdf import draw_pages
from desktop.theme import Meaning, Type, px
from desktop.widgets.bars import InlineBar
from desktop.widgets.buttons import ActButton, Kind
from desktop.widgets.cards import Card, pair
from desktop.widgets.delegates import QueueRows
from desktop.widgets.empty import EmptyState
from desktop.widgets.keys import KeyHint
from desktop.widgets.text import OneLine, Words
from desktop.wording import ago, size_words
from desktop.work import Work

_LETTER = 520
_UNDO_MS = int(deciding.UNDO.total_seconds() * 1000)


class QueuePage(Page):
    """Decide, and the next one is there; ten seconds to undo."""

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work = work
        self._opened: Opened | None = None
        self._deeds: dict[str, Deed] = {}
        self._pending, self._cut_short = "", False
        self._model = WaitingModel(self)
        self._doer = Doer(work, self, self._refused, self._hold)
        self._undo_timer = QTimer(self)
        self._undo_timer.setSingleShot(True)
        self._undo_timer.setInterval(_UNDO_MS)
        self._undo_timer.timeout.connect(self._settle)
        self._build()
        self._bind()
        work.changed.connect(self.hear)

    def _build(self) -> None:
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self._left())
        across.addWidget(self._right(), 1)

    def _left(self) -> QWidget:
        left = QWidget()
        left.setProperty("ground", "list")
        left.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        left.setFixedWidth(px(376))
        stack = QVBoxLayout(left)
        stack.setContentsMargins(0, px(14), 0, px(8))
        stack.setSpacing(px(8))
        head = QHBoxLayout()
        head.setContentsMargins(px(16), 0, px(16), 0)
        signs = self._work.me.signs
        head.addWidget(
            Words(self.tr("Menunggu tanda tangan") if signs else self.tr("Menunggu keputusan"), Type.TITLE), 1
        )
        self._count = Words("", Type.TITLE, "accent")
        head.addWidget(self._count)
        stack.addLayout(head)
        self._list = QListView()
        self._list.setModel(self._model)
        self._list.setItemDelegate(QueueRows(self._list, ITEM))
        self._list.setAccessibleName(self.tr("Antrean keputusan"))
        self._list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._list.selectionModel().currentChanged.connect(lambda now, _old: self._open(now.row()))
        stack.addWidget(self._list, 1)
        hints = QHBoxLayout()
        hints.setContentsMargins(px(16), 0, px(16), 0)
        hints.addWidget(KeyHint(("J", "K"), self.tr("pindah")))
        hints.addWidget(KeyHint(("Enter",), self.tr("buka penuh")))
        hints.addStretch(1)
        stack.addLayout(hints)
        return left

    def _right(self) -> QWidget:
        self._empty = EmptyState("inbox")
        self._shown = QWidget()
        stack = QVBoxLayout(self._shown)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(0)
        head = QVBoxLayout()
        head.setContentsMargins(px(24), px(12), px(24), px(10))
        head.setSpacing(px(2))
        self._title, self._trail = OneLine("", Type.TITLE), OneLine("", Type.SECOND, "second")
        self._bar = InlineBar(Meaning.REFUSED)
        for part in (self._title, self._trail, self._bar):
            head.addWidget(part)
        stack.addLayout(head)
        self._content = QWidget()
        self._column = QVBoxLayout(self._content)
        self._column.setContentsMargins(px(24), px(8), px(24), px(16))
        self._column.setSpacing(px(12))
        stack.addWidget(scrolled(self._content), 1)
        self._foot = QHBoxLayout()
        self._foot.setContentsMargins(px(24), px(12), px(24), px(12))
        self._foot.setSpacing(px(10))
        foot = QWidget()
        foot.setProperty("ground", "foot")
        foot.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        foot.setMinimumHeight(px(64))
        foot.setLayout(self._foot)
        stack.addWidget(foot)
        return self._around()

    def _around(self) -> QWidget:
        """What is shown or that nothing waits, and under it the ten seconds."""
        self._pane = QStackedWidget()
        self._pane.addWidget(self._empty)
        self._pane.addWidget(self._shown)
        self._undo_bar = InlineBar(Meaning.MOVING, "undo")
        undo = ActButton(self.tr("Urungkan"), icon="undo", key="Ctrl+Z")
        undo.clicked.connect(self._undo)
        self._send = ActButton(self.tr("Kirim sekarang"), icon="send")
        self._send.clicked.connect(self._settle)
        self._send.hide()
        self._undo_bar.add(self._send)
        self._undo_bar.add(undo)
        around = QWidget()
        outer = QVBoxLayout(around)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._pane, 1)
        outer.addWidget(self._undo_bar)
        return around

    def _bind(self) -> None:
        inside = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for key, act in (
            ("J", partial(self._move, 1)),
            ("K", partial(self._move, -1)),
            ("A", partial(self.decide, "A")),
            ("P", partial(self.decide, "P")),
            ("R", partial(self.decide, "R")),
            ("T", partial(self.decide, "T")),
            ("Ctrl+Z", self._undo),
            ("Return", self._open_whole),
        ):
            QShortcut(QKeySequence(key), self, act, context=inside)

    def focus_first(self) -> None:
        """The list."""
        self._list.setFocus()

    def refresh(self) -> None:
        """Read the queue anew."""
        self._work.look("queue", see_queue, self._show)
        if not self._pending:
            self._work.look("left over", deciding.left_over, self._ask_left_over)

    def leave(self) -> None:
        """What was decided here is said now: the officer went on. What a kill cut short waits for an answer."""
        if not self._cut_short:
            self._settle()

    def _show(self, items: tuple[Waiting, ...]) -> None:
        before = self._model.item(self._list.currentIndex().row())
        place = self._list.currentIndex().row()
        self._model.show_items(items)
        self._count.setText(str(len(items)))
        same = self._model.row_of(before.id) if before is not None else None
        row = same if same is not None else min(max(place, 0), len(items) - 1)
        if items:
            self._list.setCurrentIndex(self._model.index(row, 0))
            self._pane.setCurrentWidget(self._shown)
        else:
            self._say_empty()

    def _say_empty(self) -> None:
        heard = self._work.exchange.heard_at
        known = ago(heard, self._work.now) if heard else self.tr("belum pernah")
        text = self.tr("Terakhir tersambung: %1.").replace("%1", known)
        self._empty.say(self.tr("Tidak ada yang menunggu Anda"), text)
        self._opened = None
        self._pane.setCurrentWidget(self._empty)

    def _open(self, row: int) -> None:
        item = self._model.item(row)
        if item is None:
            return
        self._title.setText(f"{item.title} — {item.subject}")
        self._trail.setText(" · ".join(part for part in (item.place, item.step, item.left) if part))
        request = item.id
        self._work.look("queue item", lambda desk: _look(desk, request), self._show_item)

    def _show_item(self, found: tuple[Opened, tuple[QImage, ...]]) -> None:
        opened, pages = found
        self._opened = opened
        self._bar.say("")
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for page in pages:
            sheet = QLabel()
            sheet.setPixmap(QPixmap.fromImage(page))
            sheet.setAccessibleName(self.tr("Halaman surat"))
            self._column.addWidget(sheet, 0, Qt.AlignmentFlag.AlignHCenter)
        for card in (*self._answers(opened), self._papers(opened)):
            self._column.addWidget(card)
        self._column.addStretch(1)
        self._show_deeds(opened)

    def _answers(self, opened: Opened) -> list[Card]:
        cards: dict[str, Card] = {}
        for section, name, value in opened.answers:
            if section not in cards:
                cards[section] = Card()
                cards[section].head(section)
            cards[section].row(*pair(name, value), height=32)
        return list(cards.values())

    def _papers(self, opened: Opened) -> Card:
        card = Card()
        card.head(self.tr("Lampiran"), "clip").say(len(opened.papers))
        for paper in opened.papers:
            card.row(OneLine(paper.label), Words(size_words(paper.size), Type.SECOND, "second"), height=36)
        if not opened.papers:
            card.row(Words(self.tr("Tidak ada lampiran."), Type.BODY, "second"), 1)
        return card

    def _show_deeds(self, opened: Opened) -> None:
        while (item := self._foot.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._deeds = {}
        for place, deed in enumerate(each for each in deeds_for(opened.may) if each.key):
            look = deed.look if place == 0 or deed.look is not Kind.FILLED else Kind.OUTLINE
            button = ActButton(deed.word, look, deed.icon, deed.key)
            button.clicked.connect(partial(self.decide, deed.key))
            self._foot.addWidget(button)
            self._deeds[deed.key] = deed
        self._foot.addStretch(1)

    def _move(self, step: int) -> None:
        row = self._list.currentIndex().row() + step
        if 0 <= row < self._model.rowCount():
            self._list.setCurrentIndex(self._model.index(row, 0))

    def decide(self, key: str, _checked: object = False) -> None:  # noqa: FBT002 - Qt's clicked
        """Do what this key does; nothing where it is not open."""
        if self._opened is not None and key in self._deeds:
            self._doer.do(self._deeds[key], self._opened.id, self._opened.returned_to, self._signed)

    def _hold(self, request: str, decision: Decision) -> None:
        """Ten seconds first. What was held before is said now."""
        self._settle()
        self._opened = None
        self._work.do(lambda desk: deciding.hold(desk, request, decision), self._held, self._refused)

    def _held(self, changed: Changed) -> None:
        self._pending = str(changed.told["pending"])
        self._undo_bar.say(self.tr("Tersimpan. Dikirim setelah 10 detik, masih bisa diurungkan."))
        self._undo_timer.start()
        self._list.setFocus()

    def _settle(self) -> None:
        pending = self._let_go()
        if pending:
            self._work.do(lambda desk: deciding.settle(desk, pending), None, self._refused)

    def _let_go(self) -> str:
        """The decision that is held; nothing is held afterwards."""
        pending, self._pending, self._cut_short = self._pending, "", False
        self._undo_timer.stop()
        self._undo_bar.say("")
        self._send.hide()
        return pending

    def _undo(self) -> None:
        pending = self._let_go()
        self._list.setFocus()
        if pending:
            self._work.do(lambda desk: deciding.undo(desk, pending))

    def _ask_left_over(self, pending: tuple[str, ...]) -> None:
        """A kill cut the ten seconds short: nothing is said before the officer has answered."""
        if pending and not self._pending:
            self._pending, self._cut_short = pending[0], True
            self._send.show()
            text = self.tr("Program ditutup sebelum keputusan ini dikirim. Kirim sekarang, atau urungkan.")
            self._undo_bar.say(self.tr("Ada keputusan yang belum dikirim"), text)

    def _signed(self, changed: Changed) -> None:
        self._bar.say(changed.sentence.splitlines()[0], meaning=Meaning.DONE)

    def _refused(self, error: WorldError) -> None:
        self._bar.say(error.sentence, " ".join(error.details), Meaning.REFUSED)

    def _open_whole(self) -> None:
        if self._opened is not None and self._list.hasFocus():
            self.go.emit("request", self._opened.id)


def _look(desk: Desk, request: str) -> tuple[Opened, tuple[QImage, ...]]:
    """On the work lane: the request, and its letter drawn."""
    opened = open_request(desk, request)
    pdf = deciding.letter_bytes(desk, request) if opened.letter_here else None
    return opened, draw_pages(pdf, px(_LETTER)) if pdf else ()
