"""The office as the hub set it: the kop as it will be printed, the paper, and who may change what."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPixmap, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from desktop.errors import WorldError
from desktop.office import letterhead
from desktop.office.desk import Desk
from desktop.office.letterhead import OfficeCard
from desktop.pages.section import Section, wrapped
from desktop.pdf import draw_pages
from desktop.theme import Meaning, px
from desktop.widgets.bars import InlineBar
from desktop.widgets.cards import Card, pair
from desktop.work import Work

_DRAWN_AT = 1600
"""Pixels across; the picture is shown smaller and stays sharp at 150 %."""


class OfficeSection(Section):
    """Nothing here can be changed on a desk: an office that calls itself something else would be a lie on paper."""

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work = work
        self._bar = InlineBar(Meaning.ATTENTION)
        self._paper = Sheet()
        self._facts, self._who = Card(), Card()
        card = Card()
        card.head(self.tr("Kepala surat (kop)"), "document")
        card.body.addWidget(self._paper)
        self.column.addWidget(self._bar)
        self.column.addWidget(card)
        self.column.addWidget(self._facts)
        self.column.addWidget(self._who)
        self._say_who()

    def refresh(self) -> None:
        """Read the configuration, and set the kop behind the page."""
        self._work.look("office", letterhead.see_office, self._show)
        self._work.do_quietly(_drawn, self._paper.show_picture, self._not_drawn)

    def _show(self, office: OfficeCard) -> None:
        self._paper.setAccessibleName(" / ".join((self.tr("Kepala surat"), *office.kop, office.address)))
        self._facts.clear()
        self._facts.head(self.tr("Kantor"), "office")
        none = self.tr("tidak ada")
        for name, value in (
            (self.tr("Nama"), office.name),
            (self.tr("Di bawah"), office.above or none),
            (self.tr("Kertas surat"), self._paper_words(office.paper)),
            (self.tr("Lambang"), office.emblem or none),
            (self.tr("Kode nomor surat"), office.number_code),
            (self.tr("Pimpinan"), office.head),
            (self.tr("Alamat pemeriksaan surat"), office.verification_url or none),
            (self.tr("Diatur oleh"), office.hub),
        ):
            self._facts.row(*pair(name, value, 200))

    def _paper_words(self, paper: str) -> str:
        return self.tr("F4 (215 × 330 mm)") if paper == "F4" else self.tr("A4 (210 × 297 mm)")

    def _say_who(self) -> None:
        self._who.head(self.tr("Siapa mengubah apa"), "users")
        for words in (
            self.tr(
                "Kop, lambang, kertas, dan kode nomor diatur pengelola hub kabupaten atau kota, supaya semua surat "
                "kantor ini sama di setiap komputer. Ada yang salah? Beri tahu pengelola hub; perubahan datang "
                "sendiri dengan sinkronisasi berikutnya."
            ),
            self.tr("Petugas dan jabatan juga diatur pengelola hub. Pimpinan kantor mengesahkan dan mencabut kunci."),
            self.tr("Printer, ukuran huruf, dan bahasa diatur sendiri di komputer ini."),
        ):
            self._who.row(wrapped(words))

    def _not_drawn(self, error: WorldError) -> None:
        self._bar.say(self.tr("Kepala surat tidak dapat ditampilkan."), error.sentence)


def _drawn(desk: Desk) -> QImage:
    pages = draw_pages(letterhead.draw_letterhead(desk), _DRAWN_AT, 1)
    return pages[0]


class Sheet(QLabel):
    """A picture of paper, white in every look, as wide as there is room and no wider than it reads well."""

    def __init__(self) -> None:
        super().__init__()
        self._picture = QImage()
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)
        self.setMinimumHeight(px(120))
        self.setMargin(px(12))

    def show_picture(self, picture: QImage) -> None:
        """Another picture."""
        self._picture = picture
        self._fit()

    def sizeHint(self) -> QSize:
        """As high as the picture at this width."""
        if self._picture.isNull():
            return QSize(px(400), px(120))
        return QSize(self._across(), self._across() * self._picture.height() // self._picture.width() + px(24))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the picture."""
        super().resizeEvent(event)
        self._fit()

    def _across(self) -> int:
        return max(px(200), min(self.width() - px(24), px(720)))

    def _fit(self) -> None:
        if self._picture.isNull():
            return
        ratio = self.devicePixelRatioF()
        wide = round(self._across() * ratio)
        pixmap = QPixmap.fromImage(self._picture.scaledToWidth(wide, Qt.TransformationMode.SmoothTransformation))
        pixmap.setDevicePixelRatio(ratio)
        self.setPixmap(pixmap)
        self.setFixedHeight(self.sizeHint().height())
