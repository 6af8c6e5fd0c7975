"""Sign in, with or without a network: who, and the password."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from desktop.door import Door
from desktop.errors import DamagedStore, WorldError
from desktop.pages.gate import GatePage
from desktop.theme import Meaning, Type, px
from desktop.widgets.bars import InlineBar
from desktop.widgets.buttons import ActButton, Kind, LinkButton
from desktop.widgets.cards import Sign
from desktop.widgets.fields import Field, PasswordEdit
from desktop.widgets.listbuttons import OfficerButton
from desktop.widgets.text import Words, rule


class SignInPage(GatePage):
    """The officers of this desk. The password is asked each time, also to unlock."""

    entered = Signal(str, str)
    """Officer and password."""
    enrol_wanted = Signal()
    restore_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._officers: list[OfficerButton] = []
        self._office, self._above = Words("", Type.HEAD, wrap=True), Words("", Type.CAPTION, "second", wrap=True)
        self._list = QVBoxLayout()
        self._list.setSpacing(px(8))
        self._bar = InlineBar(Meaning.REFUSED)
        self._password = PasswordEdit()
        self._field = Field(self.tr("Kata sandi"), self._password)
        self._look = LinkButton(self.tr("Tampilkan kata sandi"), icon="eye")
        self._enter = ActButton(self.tr("Masuk"), Kind.FILLED, key="Enter")
        self._add = LinkButton(self.tr("Petugas baru di komputer ini? Pakai kode"))
        self._restore = LinkButton(self.tr("Pulihkan dari cadangan…"), icon="undo")
        self._build()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(px(12))
        head.addWidget(Sign("office", 24, ink="accent"), 0, Qt.AlignmentFlag.AlignVCenter)
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self._office)
        names.addWidget(self._above)
        head.addLayout(names, 1)
        body = self.card.body
        body.addLayout(head)
        body.addWidget(rule())
        body.addWidget(self._bar)
        body.addWidget(Words(self.tr("Siapa yang masuk?"), Type.STRONG))
        body.addLayout(self._list)
        body.addWidget(self._field)
        body.addWidget(self._look)
        body.addWidget(self._enter)
        body.addWidget(self._restore)
        self._restore.hide()
        self._restore.clicked.connect(self.restore_wanted)
        self.foot.addWidget(self._add)
        self.foot.addStretch(1)
        self._password.returnPressed.connect(self._press)
        self._enter.clicked.connect(self._press)
        self._look.clicked.connect(self._show_password)
        self._add.clicked.connect(self.enrol_wanted)

    def show_door(self, door: Door, chosen: str = "") -> None:
        """Whose desk this is; the officer named is chosen, else the first."""
        self._office.setText(door.office or self.tr("Kantor di komputer ini"))
        self._above.setText(door.above)
        for button in self._officers:
            button.hide()
            button.deleteLater()
        self._officers = [OfficerButton(each.id, each.name, each.post) for each in door.officers]
        for button in self._officers:
            self._list.addWidget(button)
            button.clicked.connect(self._password.setFocus)
        known = [button for button in self._officers if button.officer == chosen] or self._officers
        for button in known[:1]:
            button.setChecked(True)

    def allow_enrol(self, *, allowed: bool) -> None:
        """Another officer may join by code only while the desk is open."""
        self._add.setVisible(allowed)

    def ready(self, *, unlocking: bool = False) -> None:
        """An empty password field with the keyboard in it."""
        self._password.clear()
        self._password.setEchoMode(PasswordEdit.EchoMode.Password)
        self._wait(waiting=False)
        self._restore.hide()
        self._field.set_error("")
        locked = self.tr("Layar terkunci. Data aman dan pengiriman tetap berjalan.")
        self._bar.say(locked if unlocking else "", meaning=Meaning.QUIET)
        self._password.setFocus(Qt.FocusReason.OtherFocusReason)

    def refuse(self, error: WorldError) -> None:
        """Say why not. What was typed stays, to be mended."""
        self._wait(waiting=False)
        self._field.set_error(error.sentence)
        self._restore.setVisible(isinstance(error, DamagedStore))
        self._password.setFocus(Qt.FocusReason.OtherFocusReason)
        self._password.selectAll()

    def tell_restored(self) -> None:
        """A backup was put in place; whoever comes in now sees it."""
        text = self.tr("Masuk, lalu sinkronkan: yang sudah ada di hub datang lagi.")
        self._bar.say(self.tr("Cadangan dipulihkan."), text, Meaning.DONE)

    def focus_first(self) -> None:
        """The password."""
        self._password.setFocus()

    def _press(self) -> None:
        chosen = next((button.officer for button in self._officers if button.isChecked()), "")
        if not self._password.text():
            self._field.set_error(self.tr("Tulis kata sandi Anda."))
            return
        self._field.set_error("")
        self._wait(waiting=True)
        self.entered.emit(chosen, self._password.text())

    def _wait(self, *, waiting: bool) -> None:
        for part in (self._enter, self._password, *self._officers):
            part.setEnabled(not waiting)
        self._enter.say(self.tr("Membuka…") if waiting else self.tr("Masuk"))

    def _show_password(self) -> None:
        hidden = self._password.echoMode() is PasswordEdit.EchoMode.Password
        self._password.setEchoMode(PasswordEdit.EchoMode.Normal if hidden else PasswordEdit.EchoMode.Password)
