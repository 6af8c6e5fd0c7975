"""What the scanner wrote: offered, never taken by itself. The folder is watched, its files stay where they are."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from desktop.errors import WorldError
from desktop.office import scanner
from desktop.office.scanner import ScanFile, Settling
from desktop.theme import Meaning, Type, px
from desktop.widgets.buttons import ActButton, Kind
from desktop.widgets.cards import Card, Sign
from desktop.widgets.text import OneLine, ToneWords, Words
from desktop.wording import clock, size_words
from desktop.work import Work
from domain.indonesian import local_time
from forms.documents import AskedDocument

_SETTLE_MS = 900
"""Between two looks at a file that may still be written."""


class ScansCard(Card):
    """Looks only while it is on the screen."""

    wanted = Signal(str, str)
    """Kind of document and path."""

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work = work
        self._folder: Path | None = None
        self._settling = Settling()
        self._asked: list[tuple[AskedDocument, bool]] = []
        self._used: frozenset[str] = frozenset()
        self._files: tuple[ScanFile, ...] = ()
        self._shown: object = None
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(lambda _path: self._look())
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        self._settle.timeout.connect(self._look)
        self._head = self.head(self.tr("Dari pemindai"), "printer")
        self.choose = ActButton(self.tr("Pilih folder pemindai…"), Kind.WORD, "folder")
        self.choose.clicked.connect(self._ask_folder)
        self._head.add(self.choose)
        self._state = ToneWords("", Meaning.QUIET, Type.SECOND, wrap=True)
        self._state.setContentsMargins(px(16), px(10), px(16), px(10))
        self.body.addWidget(self._state)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin to watch."""
        super().showEvent(event)
        self._work.do_quietly(scanner.scanner_folder, self.watch, self._fail)

    def hideEvent(self, event: QHideEvent) -> None:
        """Watch no more."""
        super().hideEvent(event)
        self._settle.stop()
        if self._watcher.directories():
            self._watcher.removePaths(self._watcher.directories())

    def show_asked(self, asked: list[tuple[AskedDocument, bool]], used: frozenset[str]) -> None:
        """Which documents a scan may be for, and whether they have one; which files were taken already."""
        self._asked, self._used = asked, used
        self._show()

    def watch(self, folder: Path | None) -> None:
        """This folder from now on."""
        if folder != self._folder:
            self._folder, self._settling, self._files = folder, Settling(), ()
        if self._watcher.directories():
            self._watcher.removePaths(self._watcher.directories())
        self.choose.say(self.tr("Ganti folder…") if folder else self.tr("Pilih folder pemindai…"))
        if folder is not None and self.isVisible():
            self._watcher.addPath(str(folder))
            self._look()
        self._show()

    def _ask_folder(self) -> None:
        found = QFileDialog.getExistingDirectory(self, self.tr("Folder pemindai"), str(self._folder or Path.home()))
        if found:
            self._work.do_quietly(lambda desk: scanner.choose_scanner_folder(desk, Path(found)), self.watch, self._fail)

    def _look(self) -> None:
        folder = self._folder
        if folder is not None and self.isVisible():
            now = datetime.now(UTC)
            self._work.do_quietly(lambda _desk: scanner.look_into(folder, now), self._came, self._fail)

    def _came(self, files: tuple[ScanFile, ...]) -> None:
        self._files, waiting = self._settling.ready(files)
        if waiting and self.isVisible():
            self._settle.start()
        self._show()

    def _fail(self, error: WorldError) -> None:
        self._files = ()
        self._show()
        self._say(error.sentence, Meaning.ATTENTION)

    def _show(self) -> None:
        offered = [each for each in self._files if str(each.path) not in self._used]
        shown = (self._folder, offered, [(document.kind, there) for document, there in self._asked])
        if shown == self._shown:
            return
        self._shown = shown
        self.clear(keep=3)
        self._head.say(len(offered) or None)
        for each in offered:
            self.row(*self._parts(each), height=52)
        if self._folder is None:
            self._say(self.tr("Pilih folder tempat pemindai menyimpan hasilnya. Cukup sekali untuk komputer ini."))
        elif not offered:
            text = self.tr("Belum ada pindaian baru di folder %1. Hasil baru muncul di sini dengan sendirinya.")
            self._say(text.replace("%1", self._folder.name))
        else:
            self._say("")

    def _parts(self, scan: ScanFile) -> tuple[QWidget, ...]:
        at = datetime.fromtimestamp(scan.changed / 1e9, UTC)
        offset = self._work.me.utc_offset
        today = local_time(at, offset).date() == local_time(self._work.now, offset).date()
        when = clock(at, offset) if today else f"{local_time(at, offset):%d-%m %H.%M}"
        use = ActButton(self.tr("Pakai untuk…"), Kind.OUTLINE, "plus")
        use.setAccessibleName(self.tr("Pakai %1 untuk…").replace("%1", scan.path.name))
        use.clicked.connect(partial(self._offer, scan, use))
        new = Words(self.tr("baru dari pemindai"), Type.CAPTION, "accent")
        facts = Words(f"{when} · {size_words(scan.size)}", Type.SECOND, "second")
        return (
            Sign("image" if scan.path.suffix.lower() != ".pdf" else "document", 20),
            OneLine(scan.path.name),
            new,
            facts,
            use,
        )

    def _offer(self, scan: ScanFile, button: ActButton, _checked: object = False) -> None:  # noqa: FBT002 - Qt's clicked
        """The documents, those without a file first."""
        menu = self.menu_for(scan)
        menu.setParent(button, menu.windowFlags())
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def menu_for(self, scan: ScanFile) -> QMenu:
        """What the scan may be taken for."""
        menu = QMenu(self)
        for document, there in sorted(self._asked, key=lambda each: each[1]):
            label = self.tr("%1 (mengganti)").replace("%1", document.label) if there else document.label
            action = menu.addAction(label.replace("&", "&&"))
            action.triggered.connect(partial(self._take, document.kind, str(scan.path)))
        return menu

    def _take(self, kind: str, path: str, _checked: object = False) -> None:  # noqa: FBT002 - Qt's triggered
        self.wanted.emit(kind, path)

    def _say(self, text: str, meaning: Meaning = Meaning.QUIET) -> None:
        self._state.meaning = meaning
        self._state.setText(text)
        self._state.setVisible(bool(text))
