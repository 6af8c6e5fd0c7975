"""All requests of this desk: quick at any length, filtered by state, service, time and officer, found by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
)

from desktop.models.requests import MARK, Beside, RequestsModel
from desktop.office import browsing
from desktop.office.browsing import Page as Lines
from desktop.pages.page import Heading, Page
from desktop.pages.request_filters import RequestFilters
from desktop.store.browsing import Stage
from desktop.theme import Type, px
from desktop.widgets.buttons import ActButton, Kind
from desktop.widgets.cards import Card
from desktop.widgets.chips import FilterChip
from desktop.widgets.delegates import TableRows
from desktop.widgets.empty import EmptyState
from desktop.widgets.flow import FlowLayout
from desktop.widgets.keys import KeyHint
from desktop.widgets.text import Words
from desktop.wording import mark_of, when
from desktop.work import Work

DRAFTS = "draft"
_DEBOUNCE_MS = 150
_NIK = 3
"""The column that a narrow window does without."""
_RARE = frozenset({Stage.HERE, Stage.SENDING, Stage.REJECTED})
"""Shown when there is one."""


class RequestsPage(Page):
    """The list."""

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work = work
        self._wanted: Stage | str | None = None
        self._walked = ""
        self._words = QLineEdit()
        self._typed = QTimer(self)
        self._typed.setSingleShot(True)
        self._typed.setInterval(_DEBOUNCE_MS)
        self._typed.timeout.connect(self._reload)
        self.listed = RequestsModel(self._ask, lambda at: when(at, work.now, work.me.utc_offset), self)
        self._chips: dict[Stage | str | None, FilterChip] = {}
        self._filters = RequestFilters()
        self._filters.changed.connect(self._reload)
        self._build_head()
        self._build_chips()
        self._layout.addWidget(self._filters)
        self._build_table()
        self._build_foot()
        work.changed.connect(self.hear)

    def _build_head(self) -> None:
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(px(32), px(20), px(32), px(10))
        self._layout.setSpacing(px(12))
        head = Heading(self.tr("Permohonan"))
        self._words.setPlaceholderText(self.tr("Saring menurut nama pemohon"))
        self._words.setAccessibleName(self.tr("Saring menurut nama pemohon"))
        self._words.setClearButtonEnabled(True)
        self._words.textChanged.connect(lambda _text: self._typed.start())
        QShortcut(
            QKeySequence("Ctrl+F"), self, self._words.setFocus, context=Qt.ShortcutContext.WidgetWithChildrenShortcut
        )
        head.add(self._words)
        head.add(self._filters.toggle)
        if self._work.me.files:
            begin = ActButton(self.tr("Permohonan baru"), Kind.FILLED, "plus", "Ctrl+N")
            begin.clicked.connect(lambda: self.go.emit("new", None))
            head.add(begin)
        self._layout.addWidget(head)

    def _build_chips(self) -> None:
        flow = FlowLayout(px(6))
        everything = FilterChip(self.tr("Semua"), tight=True)
        self._chips[None] = everything
        keys: list[Stage | str] = [Stage.RETURNED, DRAFTS, *list(Stage)[1:]]
        if not self._work.me.files:
            keys = [stage for stage in Stage if stage is not Stage.RETURNED]
        for stage in keys:
            mark = mark_of(None if stage == DRAFTS else Stage(stage))
            word = self.tr("Di sini") if stage == Stage.HERE else mark.word
            chip = FilterChip(word, mark.icon, mark.meaning, tight=True)
            chip.name = mark.word
            self._chips[stage] = chip
        for key, chip in self._chips.items():
            chip.clicked.connect(partial(self._filter, key))
            flow.addWidget(chip)
        everything.setChecked(True)
        self._layout.addLayout(flow)

    def _build_table(self) -> None:
        self._table = QTableView()
        table = self._table
        table.setModel(self.listed)
        table.setItemDelegate(TableRows(table, MARK))
        table.setAccessibleName(self.tr("Daftar permohonan"))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(px(40))
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        table.horizontalHeader().setHighlightSections(False)
        table.doubleClicked.connect(self._open)
        table.installEventFilter(self)
        self._empty = EmptyState("list")
        self._stack = QStackedWidget()
        self._stack.addWidget(table)
        self._stack.addWidget(self._empty)
        card = Card()
        card.body.addWidget(self._stack)
        self._layout.addWidget(card, 1)
        self._set_widths()

    def beside(self, request: str) -> Beside | None:
        """The neighbours of a request in the list as it was left; coming back, the row of it is chosen."""
        self._walked = request
        return self.listed.beside(request)

    def _set_widths(self) -> None:
        header = self._table.horizontalHeader()
        header.setStretchLastSection(False)
        narrow = self.width() < px(960)
        self._words.setFixedWidth(px(244 if narrow else 288))
        self._filters.toggle.icon_only = narrow
        self._filters.toggle.updateGeometry()
        self._table.setColumnHidden(_NIK, narrow)
        for place, width in enumerate((152, 186, 166, 0, 0, 74) if narrow else (170, 226, 188, 124, 0, 76)):
            if width:
                header.setSectionResizeMode(place, QHeaderView.ResizeMode.Fixed)
                self._table.setColumnWidth(place, px(width))
            else:
                header.setSectionResizeMode(place, QHeaderView.ResizeMode.Stretch)

    def _build_foot(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(px(8))
        for keys, word in (
            (("↑", "↓"), self.tr("pindah")),
            (("Enter",), self.tr("buka")),
            (("Ctrl+F",), self.tr("saring")),
            (("F5",), self.tr("sinkronkan")),
        ):
            line.addWidget(KeyHint(keys, word))
        line.addStretch(1)
        self._shown = Words("", Type.CAPTION, "second")
        line.addWidget(self._shown)
        self._layout.addLayout(line)

    def show_thing(self, thing: object) -> None:
        """A filter: a stage, ``draft``, or None for everything."""
        wanted = Stage(thing) if isinstance(thing, str) and thing != DRAFTS else thing
        key = wanted if wanted in self._chips else None
        self._chips[key].setChecked(True)  # type: ignore[index] # one of its own keys
        self._wanted = key  # type: ignore[assignment]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Other columns in a narrow window."""
        self._set_widths()
        super().resizeEvent(event)

    def focus_first(self) -> None:
        """The list."""
        self._table.setFocus()

    def refresh(self) -> None:
        """Count and read anew."""
        self._set_widths()
        self._table.verticalHeader().setDefaultSectionSize(px(40))
        self._work.look("counts", browsing.count_requests, self._count)
        self._work.look("choices", browsing.choices, self._filters.show_choices)
        self._reload()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter opens."""
        if watched is self._table and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            pressed = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
            if pressed:
                self._open(self._table.currentIndex())
            return pressed
        return False

    def _filter(self, key: Stage | str | None, _checked: object = False) -> None:  # noqa: FBT002 - Qt's clicked
        self._wanted = key
        self._filters.setEnabled(key != DRAFTS)
        self._reload()

    def _reload(self) -> None:
        self.listed.restart()

    def _ask(self, after: tuple[str, str] | None, then: Callable[[Lines], None]) -> None:
        words, stage = self._words.text().strip(), self._wanted

        def show(page: Lines) -> None:
            kept = self._table.currentIndex().row()
            then(page)
            self._shown_now(kept)

        if stage == DRAFTS:
            self._work.look("requests", browsing.page_of_drafts, show)
            return
        chosen = stage if isinstance(stage, Stage) else None
        wanted = self._filters.wanted(chosen, words, self._work.now, self._work.me.utc_offset)
        self._work.look("requests", lambda desk: browsing.page_of_requests(desk, wanted, after), show)

    def _shown_now(self, kept: int) -> None:
        rows = self.listed.rowCount()
        self._stack.setCurrentWidget(self._table if rows else self._empty)
        if not rows:
            searched = bool(self._words.text().strip()) or self._wanted is not None or self._filters.narrows
            title = self.tr("Tidak ada yang cocok") if searched else self.tr("Belum ada permohonan")
            text = self.tr("Ubah saringan di atas.") if searched else self.tr("Permohonan yang dicatat tampil di sini.")
            self._empty.say(title, text)
        elif not self._table.currentIndex().isValid():
            walked, self._walked = self.listed.row_of(self._walked), ""
            self._table.setCurrentIndex(
                self.listed.index(walked if walked is not None else min(max(kept, 0), rows - 1), 0)
            )
        more = self.listed.canFetchMore(QModelIndex())
        text = self.tr("Menampilkan %1, gulir untuk lebih banyak") if more else self.tr("Menampilkan %1")
        self._shown.setText(text.replace("%1", str(rows)))

    def _count(self, counted: tuple[Mapping[Stage, int], int]) -> None:
        stages, drafted = counted
        for key, chip in self._chips.items():
            if key is None:
                chip.say(sum(stages.values()))
            else:
                count = drafted if key == DRAFTS else stages[Stage(key)]
                chip.say(count)
                chip.setVisible(bool(count) or key not in _RARE or chip.isChecked())

    def _open(self, index: QModelIndex) -> None:
        line = self.listed.line(index.row())
        if line is not None:
            self.go.emit("draft" if line.stage is None else "request", line.id)
