"""A labelled field: label above, hint between, the error under it in the same words as in the summary on top."""

from __future__ import annotations

import html

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.theme import Meaning, Type, px, tokens
from desktop.widgets.buttons import LinkButton
from desktop.widgets.cards import Sign
from desktop.widgets.text import ToneWords, Words


class Field(QWidget):
    """One question. The editor keeps what was typed, right or wrong."""

    def __init__(self, label: str, editor: QWidget, hint: str = "", *, optional: bool = False) -> None:
        super().__init__()
        self.editor = editor
        self._plain = label
        self._label = Words("", Type.STRONG, wrap=True)
        self._label.setTextFormat(Qt.TextFormat.RichText)
        self._label.setBuddy(editor)
        self._optional: bool | None = None
        self.set_optional(optional=optional)
        self._hint = Words(hint, Type.CAPTION, "second", wrap=True)
        self._hint.setVisible(bool(hint))
        self._error = ToneWords("", Meaning.REFUSED, Type.LABEL, wrap=True)
        self._mark = Sign("warning", 16, Meaning.REFUSED)
        self._error_row = QWidget()
        editor.setAccessibleName(label)
        editor.setAccessibleDescription(hint)
        self._error_row.hide()
        editor.setProperty("wrong", "false")
        self._build()

    def _build(self) -> None:
        row = QHBoxLayout(self._error_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(6))
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._error, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(4))
        layout.addWidget(self._label)
        layout.addWidget(self._hint)
        layout.addWidget(self.editor)
        layout.addWidget(self._error_row)
        layout.addStretch(1)

    @property
    def label(self) -> str:
        """The question."""
        return self._plain

    @property
    def error(self) -> str:
        """What is wrong, or nothing."""
        return self._error.text()

    def set_optional(self, *, optional: bool) -> None:
        """Whether it may be left empty."""
        if optional is self._optional:
            return
        self._optional = optional
        after = html.escape(self.tr("(boleh dikosongkan)"))
        mark = f' <span style="font-weight:400; color:{tokens().text2}">{after}</span>' if optional else ""
        self._label.setText(html.escape(self._plain) + mark)

    def reserve_hint(self) -> None:
        """Keep the room of a hint, so that fields side by side have their editors on one line."""
        self._hint.setText(self._hint.text() or "\u00a0")
        self._hint.setVisible(True)

    @property
    def hinted(self) -> bool:
        """Whether there is a hint."""
        return bool(self._hint.text().strip())

    def set_error(self, sentence: str) -> None:
        """Say what is wrong under the field; nothing takes the words away again."""
        if sentence == self._error.text():
            return
        self._error.setText(sentence)
        self._error_row.setVisible(bool(sentence))
        self.editor.setProperty("wrong", "true" if sentence else "false")
        hint = self._hint.text()
        self.editor.setAccessibleDescription(f"{sentence} {hint}".strip())
        self.editor.style().unpolish(self.editor)
        self.editor.style().polish(self.editor)


class PasswordEdit(QLineEdit):
    """Paste and password managers are welcome; what was typed may be looked at."""

    def __init__(self) -> None:
        super().__init__()
        self.setEchoMode(QLineEdit.EchoMode.Password)


class ErrorSummary(QFrame):
    """What has to be mended, on top; takes the focus, and each line jumps to its field."""

    chosen = Signal(str)
    """The path of the field whose line was pressed."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("ground", "refused")
        self._title = ToneWords("", Meaning.REFUSED, Type.HEAD, wrap=True)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(px(4))
        self._links: list[LinkButton] = []
        layout = QHBoxLayout(self)
        layout.setContentsMargins(px(16), px(12), px(16), px(12))
        layout.setSpacing(px(12))
        layout.addWidget(Sign("warning", 20, Meaning.REFUSED), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(px(4))
        column.addWidget(self._title)
        column.addLayout(self._lines)
        layout.addLayout(column, 1)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.hide()

    def show_problems(self, problems: list[tuple[str, str]], *, take_focus: bool = True) -> None:
        """Show (path, sentence) pairs and take the focus; none hides it."""
        if not problems and not self._links:
            self.hide()
            return
        for link in self._links:
            link.hide()
            link.deleteLater()
        self._links = []
        self._title.setText(self.tr("Ada yang perlu diperbaiki"))
        for path, sentence in problems:
            link = LinkButton(sentence, Meaning.REFUSED)
            link.clicked.connect(lambda _checked=False, path=path: self.chosen.emit(path))
            self._lines.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
            self._links.append(link)
        self.setAccessibleName(f"{self._title.text()}: " + " ".join(sentence for _, sentence in problems))
        self.setVisible(bool(problems))
        if problems and take_focus:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
