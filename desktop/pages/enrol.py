"""Enrol this computer once: by a code on paper or a file, with what will be kept here said first."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit

from desktop.errors import BadInput, WorldError
from desktop.files import small_bytes
from desktop.pages.gate import GatePage
from desktop.passwords import LONGEST, SHORTEST, check_new_password
from desktop.theme import Meaning, Type, px
from desktop.widgets.bars import InlineBar
from desktop.widgets.buttons import ActButton, Kind, LinkButton
from desktop.widgets.code_edit import CodeEdit
from desktop.widgets.fields import ErrorSummary, Field, PasswordEdit
from desktop.widgets.text import Words


@dataclass(frozen=True, slots=True)
class Asked:
    """What was typed: an address and a code, or the bytes of a file; the officer's new password."""

    url: str
    code: str
    file: bytes | None
    password: str


class EnrolPage(GatePage):
    """Address, code, password twice. On a desk that is enrolled already it takes in another officer by code."""

    asked = Signal(object)
    back = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._file: bytes | None = None
        self._joining = False
        self._title, self._text = Words("", Type.TITLE), Words("", Type.SECOND, "second", wrap=True)
        self._summary = ErrorSummary()
        self._bar = InlineBar(Meaning.REFUSED)
        self._url, self._code = QLineEdit(), CodeEdit()
        self._first, self._second = PasswordEdit(), PasswordEdit()
        self._fields = {
            "url": Field(self.tr("Alamat hub"), self._url, self.tr("Misalnya https://hub.kabupaten.go.id")),
            "code": Field(
                self.tr("Kode pendaftaran"),
                self._code,
                self.tr("12 huruf dan angka, tanpa O, 0, I, dan 1. Boleh ditempel."),
            ),
            "first": Field(self.tr("Kata sandi baru"), self._first),
            "second": Field(self.tr("Ulangi kata sandi"), self._second),
        }
        self._enrol = ActButton(self.tr("Daftarkan komputer ini"), Kind.FILLED, "check", "Enter")
        self._use_file = LinkButton(self.tr("Pakai berkas pendaftaran"), icon="usb")
        self._back = LinkButton(self.tr("Kembali ke halaman masuk"), icon="arrow-left")
        self._build()

    def _build(self) -> None:
        body = self.card.body
        for part in (self._title, self._text, self._summary, self._bar, self._fields["url"], self._fields["code"]):
            body.addWidget(part)
        passwords = QHBoxLayout()
        passwords.setSpacing(px(12))
        for name in ("first", "second"):
            passwords.addWidget(self._fields[name], 1, Qt.AlignmentFlag.AlignTop)
        body.addLayout(passwords)
        body.addWidget(Words(self._rule(), Type.CAPTION, "second", wrap=True))
        body.addWidget(self._enrol)
        body.addWidget(self._use_file)
        self.promise(self.tr("Permohonan, lampiran, dan data warga kantor ini disimpan terkunci di komputer ini."))
        self.card.body.addWidget(self._back)
        for editor in (self._url, self._code, self._first, self._second):
            editor.returnPressed.connect(self._press)
        self._enrol.clicked.connect(self._press)
        self._use_file.clicked.connect(self._choose_file)
        self._back.clicked.connect(self.back)
        self._summary.chosen.connect(lambda path: self._fields[path].editor.setFocus())

    def _rule(self) -> str:
        said = self.tr("%1 sampai %2 huruf. Bukan tanggal lahir atau nama kantor.")
        return said.replace("%1", str(SHORTEST)).replace("%2", str(LONGEST))

    def prepare(self, *, joining: bool) -> None:
        """For a new computer, or for another officer of an enrolled one."""
        self._joining = joining
        self._title.setText(self.tr("Petugas baru di komputer ini") if joining else self.tr("Daftarkan komputer ini"))
        self._text.setText(
            self.tr("Kode Anda sendiri dari pengelola hub. Kata sandi ini hanya Anda yang tahu.")
            if joining
            else self.tr("Cukup satu kali, dengan sambungan internet. Kode diberikan pengelola hub.")
        )
        self._enrol.say(self.tr("Daftarkan petugas") if joining else self.tr("Daftarkan komputer ini"))
        self._fields["url"].setVisible(not joining)
        self._use_file.setVisible(not joining)
        self._back.setVisible(joining)
        for editor in (self._code, self._first, self._second):
            editor.clear()
        self._file = None
        self._bar.say("")
        self._say([])
        self._wait(waiting=False)

    def focus_first(self) -> None:
        """The first field."""
        (self._code if self._joining else self._url).setFocus()

    def refuse(self, error: WorldError) -> None:
        """Say why not, and what to do; everything typed stays."""
        self._wait(waiting=False)
        self._bar.say(error.sentence, meaning=Meaning.REFUSED)
        self._enrol.setFocus()

    def take_back(self) -> None:
        """It was another office, or another person: nothing is kept, and everything typed stays."""
        self._wait(waiting=False)
        told = self.tr("Tidak ada yang disimpan, dan kodenya masih berlaku.")
        what = self.tr("Tanyakan kepada pengelola hub untuk kantor dan petugas mana kode ini dibuat.")
        self._bar.say(told, what, Meaning.QUIET)
        self._code.setFocus()

    def go_on(self) -> None:
        """The program ended between yes and the hub's last word: the same code brings it to an end."""
        told = self.tr("Pendaftaran belum selesai; tidak ada data yang hilang.")
        what = self.tr("Ulangi dengan kode atau berkas dan kata sandi yang sama, atau minta kode baru.")
        self._bar.say(told, what, Meaning.ATTENTION)

    def try_code(self, code: str) -> None:
        """As if it had been typed and tried."""
        self._code.setText(code)
        self._press()

    def take_file(self, path: Path) -> None:
        """Use an enrolment file instead of address and code."""
        try:
            self._file = small_bytes(path)
        except OSError:
            self._bar.say(self.tr("Berkas ini tidak dapat dibaca. Pilih berkas lain."), meaning=Meaning.REFUSED)
            return
        self._fields["url"].hide()
        self._fields["code"].hide()
        self._bar.say(self.tr("Memakai berkas %1").replace("%1", path.name), meaning=Meaning.DONE)
        self._first.setFocus()

    def _choose_file(self) -> None:
        path, _ = QFileDialog.getOpenFileName(
            self,
            self.tr("Berkas pendaftaran"),
            "",
            self.tr("Berkas pendaftaran (*.json *.ketinting);;Semua berkas (*)"),
        )
        if path:
            self.take_file(Path(path))

    def _press(self) -> None:
        problems = self._problems()
        self._say(problems)
        if problems:
            return
        self._bar.say("")
        self._wait(waiting=True)
        self.asked.emit(Asked(self._url.text().strip(), self._code.text().strip(), self._file, self._first.text()))

    def _problems(self) -> list[tuple[str, str]]:
        found: list[tuple[str, str]] = []
        if self._file is None and not self._joining and not self._url.text().strip():
            found.append(("url", self.tr("Tulis alamat hub yang diberikan pengelola.")))
        if self._file is None and not self._code.whole:
            none = not self._code.text()
            said = self.tr("Kode belum benar: harus 12 huruf dan angka, tanpa O, 0, I, dan 1.")
            found.append(("code", self.tr("Tulis kode pendaftaran.") if none else said))
        try:
            check_new_password(self._first.text())
        except BadInput as error:
            found.append(("first", error.sentence))
        if self._first.text() != self._second.text():
            found.append(("second", self.tr("Kedua kata sandi belum sama.")))
        return found

    def _say(self, problems: list[tuple[str, str]]) -> None:
        wrong = dict(problems)
        for path, field in self._fields.items():
            field.set_error(wrong.get(path, ""))
        self._summary.show_problems(problems)

    def _wait(self, *, waiting: bool) -> None:
        for part in (self._enrol, self._url, self._code, self._first, self._second):
            part.setEnabled(not waiting)
