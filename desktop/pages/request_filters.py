"""Narrowing the list of requests: by service, by when it changed, by officer. Filters of states stand above."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.office.browsing import Choices
from desktop.store.browsing import Stage, Wanted
from desktop.theme import px
from desktop.widgets.buttons import ActButton, Kind, LinkButton
from desktop.widgets.choice import Choice
from desktop.widgets.flow import FlowLayout
from domain.indonesian import local_time
from sync.encoding import instant_text


class RequestFilters(QWidget):
    """Three lists; the first entry of each narrows nothing.

    They stay folded away until `toggle` is pressed, so that the requests have the room; while they narrow, the button
    says by how many, folded or not.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._service, self._since, self._officer = Choice(), Choice(), Choice()
        self.toggle = ActButton(self.tr("Saringan"), Kind.OUTLINE, "funnel")
        self.toggle.setCheckable(True)
        self.toggle.toggled.connect(self.setVisible)
        self.hide()
        self._clear = LinkButton(self.tr("Hapus saringan"))
        self._clear.clicked.connect(self.clear)
        flow = FlowLayout(px(8))
        self.setLayout(flow)
        self._service.addItem(self.tr("Semua layanan"), "")
        self._officer.addItem(self.tr("Semua petugas"), "")
        for days, word in (
            (0, self.tr("Kapan saja")),
            (1, self.tr("Hari ini")),
            (7, self.tr("7 hari terakhir")),
            (31, self.tr("Sebulan terakhir")),
            (366, self.tr("Setahun terakhir")),
        ):
            self._since.addItem(word, days)
        names = (self.tr("Saring menurut layanan"), self.tr("Saring menurut waktu"), self.tr("Saring menurut petugas"))
        for box, name in zip(self._boxes, names, strict=True):
            box.setAccessibleName(name)
            box.setFixedWidth(px(236 if box is self._service else 184))
            box.currentIndexChanged.connect(self._tell)
            flow.addWidget(box)
        flow.addWidget(self._clear)
        self._clear.hide()

    def show_choices(self, choices: Choices) -> None:
        """Services and officers of this desk."""
        for box, pairs in ((self._service, choices.services), (self._officer, choices.officers)):
            for key, words in pairs:
                if box.findData(key) < 0:
                    box.addItem(words, key)

    @property
    def _boxes(self) -> tuple[Choice, ...]:
        return (self._service, self._since, self._officer)

    @property
    def narrows(self) -> bool:
        """Whether something is left out."""
        return any(box.currentIndex() > 0 for box in self._boxes)

    def wanted(self, stage: Stage | None, words: str, now: datetime, utc_offset: int) -> Wanted:
        """What the list should show; a day begins at midnight of the office's clock."""
        days = int(self._since.currentData() or 0)
        since = ""
        if days:
            here = local_time(now, utc_offset)
            midnight = here.replace(hour=0, minute=0, second=0, microsecond=0)
            since = instant_text(midnight - timedelta(days=days - 1))
        return Wanted(
            stage=stage,
            service=str(self._service.currentData() or ""),
            words=words,
            since=since,
            officer=str(self._officer.currentData() or ""),
        )

    def clear(self) -> None:
        """Narrow nothing."""
        for box in self._boxes:
            box.setCurrentIndex(0)

    def _tell(self) -> None:
        count = sum(box.currentIndex() > 0 for box in self._boxes)
        word = self.tr("Saringan")
        self.toggle.say(f"{word} · {count}" if count else word)
        if count and not self.toggle.isChecked():
            self.toggle.setChecked(True)
        self._clear.setVisible(self.narrows)
        self.changed.emit()
