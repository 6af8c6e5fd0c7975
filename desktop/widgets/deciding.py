"""The dialogs of decisions: a reason, the certificate that signs, a document. A dialog only for a decision."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLayout, QPlainTextEdit, QVBoxLayout, QWidget

from desktop.theme import Type, px
from desktop.widgets.buttons import ActButton, Kind
from desktop.widgets.certificate import CertificateFields
from desktop.widgets.choice import Choice
from desktop.widgets.fields import Field
from desktop.widgets.file_field import FileField
from desktop.widgets.text import Words


class Decide(QDialog):
    """A question with one filled act and a way back."""

    def __init__(self, parent: QWidget, title: str, text: str, act: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.body = QVBoxLayout(self)
        self.body.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self.body.setContentsMargins(px(24), px(20), px(24), px(20))
        self.body.setSpacing(px(12))
        self.body.addWidget(Words(title, Type.TITLE, wrap=True))
        if text:
            self.body.addWidget(Words(text, Type.BODY, "second", wrap=True))
        self.act = ActButton(act, Kind.FILLED)
        self.back = ActButton(self.tr("Batal"), Kind.OUTLINE, key="Esc")
        self.act.clicked.connect(self._try)
        self.back.clicked.connect(self.reject)

    def finish(self) -> None:
        """Put the buttons under what was added."""
        line = QHBoxLayout()
        line.setSpacing(px(12))
        line.addWidget(self.act)
        line.addWidget(self.back)
        line.addStretch(1)
        self.body.addLayout(line)

    def event(self, event: QEvent) -> bool:
        """As high as its sentences are at this width: Qt asks at the smallest width, where they have more lines."""
        if event.type() in {QEvent.Type.LayoutRequest, QEvent.Type.Show}:
            self.body.activate()
            wide = max(px(480), self.body.totalMinimumSize().width())
            self.setFixedWidth(wide)
            self.resize(wide, self.body.totalHeightForWidth(wide))
        return super().event(event)

    def problem(self) -> bool:
        """Show what is missing; True when something is."""
        return False

    def _try(self) -> None:
        if not self.problem():
            self.accept()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reasoned:
    """A decision that needs a reason.

    Attributes:
        title: on the dialog, and on its button.
        text: what will happen, in words; empty where the title says it.
        often: reasons that are often given.
        hint, missing: who reads the reason; what is said when there is none.
        choices: what must be chosen beside the reason, as (value, words), under `choice`.
    """

    title: str
    text: str = ""
    often: tuple[str, ...] = ()
    hint: str = ""
    missing: str = ""
    choice: str = ""
    choices: tuple[tuple[str, str], ...] = ()


class ReasonDialog(Decide):
    """What needs a reason: one of the list, and the officer's own words."""

    def __init__(self, parent: QWidget, asked: Reasoned) -> None:
        super().__init__(parent, asked.title, asked.text, asked.title)
        self._missing = asked.missing
        self._chosen, self._words, self._to = Choice(), QPlainTextEdit(), Choice()
        self._chosen.addItems([self.tr("Tulis alasan sendiri"), *asked.often])
        self._words.setFixedHeight(min(px(96), 96))
        self._words.setTabChangesFocus(True)
        self._field = Field(self.tr("Alasan"), self._words, asked.hint)
        for value, label in asked.choices:
            self._to.addItem(label, value)
        if asked.choices:
            self.body.addWidget(Field(asked.choice, self._to))
        self.body.addWidget(Field(self.tr("Alasan yang sering"), self._chosen))
        self.body.addWidget(self._field)
        self.finish()
        self._chosen.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def reason(self) -> str:
        """The reason in words."""
        chosen = self._chosen.currentText() if self._chosen.currentIndex() else ""
        return ". ".join(part for part in (chosen, self._words.toPlainText().strip()) if part)

    @property
    def to(self) -> str:
        """What was chosen beside it: the step to return to, or the letter that takes the place."""
        return str(self._to.currentData() or "")

    def problem(self) -> bool:
        """A reason is missing."""
        self._field.set_error("" if self.reason else self._missing)
        if not self.reason:
            self._words.setFocus(Qt.FocusReason.OtherFocusReason)
        return not self.reason


class SignDialog(Decide):
    """The officer's certificate and its passphrase, which is never stored."""

    def __init__(self, parent: QWidget, title: str, text: str, last: str = "") -> None:
        super().__init__(parent, title, text, QCoreApplication.translate("SignDialog", "Tanda tangani"))
        self.keys = CertificateFields(self.tr("Tidak pernah disimpan."), last)
        self.keys.entered.connect(self._try)
        self.body.addWidget(self.keys)
        self.finish()
        self.keys.focus_first()

    def problem(self) -> bool:
        """The file or the passphrase is missing."""
        return self.keys.problem()


class DocumentDialog(Decide):
    """One more document for a request that is on its way: which one it is, and its file."""

    def __init__(self, parent: QWidget, kinds: tuple[tuple[str, str], ...]) -> None:
        title = QCoreApplication.translate("DocumentDialog", "Tambah dokumen")
        text = QCoreApplication.translate(
            "DocumentDialog", "Yang sudah terlampir tetap ada. Kantor berikutnya melihat keduanya."
        )
        super().__init__(parent, title, text, title)
        self._kind = Choice()
        for kind, label in kinds:
            self._kind.addItem(label, kind)
        names = self.tr("Dokumen (%1)").replace("%1", "*.pdf *.jpg *.jpeg *.png")
        self.file = FileField(self.tr("Berkas"), title, names, self.tr("PDF, JPG atau PNG."))
        self.body.addWidget(Field(self.tr("Jenis dokumen"), self._kind))
        self.body.addWidget(self.file)
        self.finish()
        self._kind.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def kind(self) -> str:
        """Which document it is."""
        return str(self._kind.currentData() or "")

    @property
    def path(self) -> Path:
        """The file."""
        return self.file.path

    def problem(self) -> bool:
        """The file is missing."""
        return self.file.ask_for(self.tr("Pilih berkas dokumennya."))
