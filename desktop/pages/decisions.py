"""What waits for this officer: list left, the letter or the answers right, keyboard all the way."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QKeySequence, QMouseEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QListView, QStackedWidget, QVBoxLayout, QWidget

from desktop.errors import WorldError
from desktop.models.waiting import ITEM, WaitingModel
from desktop.office import deciding
from desktop.office.acting import Decision
from desktop.office.changes import Changed
from desktop.office.deciding import Waiting, see_queue
from desktop.pages.chosen_bar import ChosenBar
from desktop.pages.deed_foot import DeedFoot
from desktop.pages.deeds import QUEUE_KEYS
from desktop.pages.doing import Doer
from desktop.pages.page import Page
from desktop.pages.weighing_pane import WeighingPane
from desktop.theme import Meaning, Type, px
from desktop.widgets.bars import InlineBar
from desktop.widgets.buttons import ActButton, LinkButton
from desktop.widgets.delegates import QueueRows
from desktop.widgets.empty import EmptyState
from desktop.widgets.flow import FlowLayout
from desktop.widgets.keys import KeyHint
from desktop.widgets.text import Words
from desktop.wording import ago
from desktop.work import Work

_UNDO_MS = int(deciding.UNDO.total_seconds() * 1000)
_LIST, _SHARE = 376, 0.36
"""The list's width, and the most of the page that it takes."""


class QueuePage(Page):
    """Decide, and the next one is there; ten seconds to undo; many at once after one list."""

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work = work
        self._pending, self._cut_short = "", False
        self._anchor = 0
        self._model = WaitingModel(self)
        self._pane = WeighingPane(work)
        self._pane.weighing.connect(lambda drawn: self._foot.offer(drawn.weighed))
        self._doer = Doer(work, self, self._refused, self._hold)
        self._undo_timer = QTimer(self)
        self._undo_timer.setSingleShot(True)
        self._undo_timer.setInterval(_UNDO_MS)
        self._undo_timer.timeout.connect(self._settle)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self._left())
        across.addWidget(self._right(), 1)
        self._bind()
        self._model.dataChanged.connect(lambda *_: self._count_chosen())
        work.changed.connect(self.hear)

    def _left(self) -> QWidget:
        self._side = left = QWidget()
        left.setProperty("ground", "list")
        left.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        stack = QVBoxLayout(left)
        stack.setContentsMargins(0, px(14), 0, px(8))
        stack.setSpacing(px(8))
        stack.addLayout(self._head())
        self._list = QListView()
        self._rows = QueueRows(self._list, ITEM)
        self._list.setModel(self._model)
        self._list.setItemDelegate(self._rows)
        self._list.setAccessibleName(self.tr("Antrean keputusan"))
        self._list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._list.selectionModel().currentChanged.connect(lambda now, _old: self._open(now.row()))
        self._list.viewport().installEventFilter(self)
        stack.addWidget(self._list, 1)
        self._bar = ChosenBar()
        self._bar.wanted.connect(self.review)
        self._bar.dropped.connect(partial(self._choose_all, on=False))
        around = QVBoxLayout()
        around.setContentsMargins(px(12), 0, px(12), 0)
        around.addWidget(self._bar)
        stack.addLayout(around)
        hints = FlowLayout(px(12))
        hints.setContentsMargins(px(16), 0, px(16), 0)
        for keys, word in (
            (("J", "K"), self.tr("pindah")),
            ((self.tr("Spasi"),), self.tr("pilih")),
            (("←", "→"), self.tr("lampiran")),
        ):
            hints.addWidget(KeyHint(keys, word))
        stack.addLayout(hints)
        return left

    def _head(self) -> QVBoxLayout:
        head = QVBoxLayout()
        head.setContentsMargins(px(16), 0, px(16), 0)
        head.setSpacing(px(2))
        upper, lower = QHBoxLayout(), QHBoxLayout()
        signs = self._work.me.signs
        title = self.tr("Menunggu tanda tangan") if signs else self.tr("Menunggu keputusan")
        upper.addWidget(Words(title, Type.TITLE), 1)
        self._count = Words("", Type.TITLE, "accent")
        upper.addWidget(self._count)
        self._order = Words(self.tr("Paling mendesak di atas"), Type.SECOND, "second")
        lower.addWidget(self._order, 1)
        self._all = LinkButton(self.tr("Pilih semua"))
        self._all.setAccessibleDescription("Ctrl+A")
        self._all.clicked.connect(self._choose_all)
        lower.addWidget(self._all)
        head.addLayout(upper)
        head.addLayout(lower)
        return head

    def _right(self) -> QWidget:
        """What is shown or that nothing waits, and under it the deeds and the ten seconds."""
        self._empty = EmptyState("inbox")
        self._foot = DeedFoot()
        self._foot.pressed.connect(self.decide)
        self._shown = QWidget()
        stack = QVBoxLayout(self._shown)
        self._undo_bar = InlineBar(Meaning.MOVING, "undo")
        undo = ActButton(self.tr("Urungkan"), icon="undo", key="Ctrl+Z")
        undo.clicked.connect(self._undo)
        self._send = ActButton(self.tr("Kirim sekarang"), icon="send")
        self._send.clicked.connect(self._settle)
        self._send.hide()
        self._undo_bar.add(self._send)
        self._undo_bar.add(undo)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._shown)
        around = QWidget()
        outer = QVBoxLayout(around)
        for layout in (stack, outer):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(0)
        stack.addWidget(self._pane, 1)
        stack.addWidget(self._foot)
        outer.addWidget(self._stack, 1)
        outer.addWidget(self._undo_bar)
        return around

    def _bind(self) -> None:
        inside = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for key in QUEUE_KEYS:
            QShortcut(QKeySequence(key), self, partial(self.decide, key), context=inside)
        acts: tuple[tuple[str, Callable[[], object]], ...] = (
            ("J", partial(self._move, 1)),
            ("K", partial(self._move, -1)),
            ("Shift+J", partial(self._extend, 1)),
            ("Shift+K", partial(self._extend, -1)),
            ("Shift+Down", partial(self._extend, 1)),
            ("Shift+Up", partial(self._extend, -1)),
            ("Left", partial(self._pane.step, -1)),
            ("Right", partial(self._pane.step, 1)),
            ("Ctrl+A", self._choose_all),
            ("Ctrl+Return", self.review),
            ("Ctrl+Z", self._undo),
            ("Return", self._open_whole),
        )
        for key, act in acts:
            QShortcut(QKeySequence(key), self, act, context=inside)
        for key in ("Space", "X"):
            QShortcut(QKeySequence(key), self._list, self._toggle, context=inside)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The list gives way to the letter in a narrow window."""
        self._side.setFixedWidth(max(px(280), min(px(_LIST), round(self.width() * _SHARE))))
        super().resizeEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A click on a row's box chooses it; with Shift everything up to it."""
        pressed = event.type() == QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent)
        if watched is self._list.viewport() and pressed and isinstance(event, QMouseEvent):
            return self._pressed(event.position().toPoint(), event.modifiers())
        return False

    def _pressed(self, at: QPoint, modifiers: Qt.KeyboardModifier) -> bool:
        index = self._list.indexAt(at)
        far = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        if not index.isValid() or not (far or self._rows.box_of(self._list.visualRect(index)).contains(at)):
            return False
        if far:
            self._model.choose(self._anchor, index.row())
        else:
            self._model.toggle(index.row())
        self._anchor = index.row()
        self._list.setCurrentIndex(index)
        return True

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
        self._count_chosen()
        same = self._model.row_of(before.id) if before is not None else None
        row = same if same is not None else min(max(place, 0), len(items) - 1)
        if items:
            self._list.setCurrentIndex(self._model.index(row, 0))
            self._stack.setCurrentWidget(self._shown)
        else:
            self._say_empty()

    def _say_empty(self) -> None:
        heard = self._work.exchange.heard_at
        known = ago(heard, self._work.now) if heard else self.tr("belum pernah")
        text = self.tr("Terakhir tersambung: %1.").replace("%1", known)
        if not self._work.exchange.connected:
            text = f"{text} " + self.tr("Yang datang sesudahnya belum diketahui.")
        self._empty.say(self.tr("Tidak ada yang menunggu Anda"), text)
        self._pane.forget()
        self._stack.setCurrentWidget(self._empty)

    def _open(self, row: int) -> None:
        item = self._model.item(row)
        if item is not None:
            self._foot.rest()
            self._pane.show_item(item)

    def _move(self, step: int) -> None:
        row = self._list.currentIndex().row() + step
        if 0 <= row < self._model.rowCount():
            self._list.setCurrentIndex(self._model.index(row, 0))

    def _toggle(self) -> None:
        self._anchor = self._list.currentIndex().row()
        self._model.toggle(self._anchor)

    def _extend(self, step: int) -> None:
        """Choose the row and the next one."""
        first = self._list.currentIndex().row()
        self._move(step)
        self._model.choose(first, self._list.currentIndex().row())

    def _choose_all(self, _checked: object = False, *, on: bool | None = None) -> None:  # noqa: FBT002 - Qt's clicked
        every = len(self._model.chosen) < self._model.can_choose
        self._model.choose_all(on=every if on is None else on)

    def _count_chosen(self) -> None:
        self._bar.say(self._model.chosen)
        self._all.setVisible(self._model.can_choose > 1)
        self._order.setVisible(self._model.rowCount() > 1)

    def review(self) -> None:
        """One list over everything that is chosen."""
        chosen = tuple(item.id for item in self._model.chosen)
        if chosen:
            self.go.emit("review", chosen)

    def decide(self, key: str) -> None:
        """Do what this key does; a key that came before the request did says so, and is not kept for what comes."""
        weighed, deed = self._pane.weighed, self._foot.deed(key)
        if weighed is not None and deed is not None:
            self._doer.do(deed, weighed.opened, self._signed)
        elif weighed is None and self._model.rowCount():
            self._work.told.emit(self.tr("Permohonan ini masih dibuka. Tekan lagi setelah isinya tampil."))

    def _hold(self, request: str, decision: Decision) -> None:
        """Ten seconds first. What was held before is said now."""
        self._settle()
        self._foot.rest()
        self._pane.forget()
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
        self._pane.bar.say(changed.sentence.splitlines()[0], meaning=Meaning.DONE)

    def _refused(self, error: WorldError) -> None:
        self._pane.bar.say(error.sentence, " ".join(error.details), Meaning.REFUSED)

    def _open_whole(self) -> None:
        weighed = self._pane.weighed
        if weighed is not None and self._list.hasFocus():
            self.go.emit("request", weighed.opened.id)
