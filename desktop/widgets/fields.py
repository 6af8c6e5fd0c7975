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
        self._taking = editor.focusProxy() or editor
        self._plain = label
        self._label = Words("", Type.STRONG, wrap=True)
        self._label.setBuddy(self._taking)
        self._optional: bool | None = None
        self.set_optional(optional=optional)
        self._hint_words: Words | None = None
        self._hint = hint
        self._error: ToneWords | None = None
        editor.setAccessibleName(label)
        editor.setAccessibleDescription(hint)
        self._taking.setProperty("wrong", "false")
        self._build()

    def _build(self) -> None:
        """Label and editor; a form of sixty questions opens quickly because the rest is made when it is needed."""
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(px(4))
        self._layout.addWidget(self._label)
        self._layout.addWidget(self.editor)
        self._layout.addStretch(1)
        if self._hint:
            self._say_hint(self._hint)

    def _say_hint(self, text: str) -> None:
        if self._hint_words is None:
            self._hint_words = Words(text, Type.CAPTION, "second", wrap=True)
            self._layout.insertWidget(1, self._hint_words)

    def _error_words(self) -> ToneWords:
        """The line under the editor; made with the first error."""
        words = ToneWords("", Meaning.REFUSED, Type.LABEL, wrap=True)
        self._error_row = QWidget()
        row = QHBoxLayout(self._error_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(6))
        row.addWidget(Sign("warning", 16, Meaning.REFUSED), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(words, 1)
        self._layout.insertWidget(self._layout.indexOf(self.editor) + 1, self._error_row)
        return words

    @property
    def label(self) -> str:
        """The question."""
        return self._plain

    @property
    def error(self) -> str:
        """What is wrong, or nothing."""
        return self._error.text() if self._error is not None else ""

    def set_optional(self, *, optional: bool) -> None:
        """Whether it may be left empty."""
        if optional is self._optional:
            return
        self._optional = optional
        if not optional:  # plain words are laid out ten times as quickly; a single & would be a key
            self._label.setTextFormat(Qt.TextFormat.PlainText)
            self._label.setText(self._plain.replace("&", "&&"))
            return
        after = html.escape(self.tr("(boleh dikosongkan)"))
        mark = f' <span style="font-weight:400; color:{tokens().text2}">{after}</span>'
        self._label.setTextFormat(Qt.TextFormat.RichText)
        self._label.setText(html.escape(self._plain) + mark)

    def reserve_hint(self) -> None:
        """Keep the room of a hint, so that fields side by side have their editors on one line."""
        self._say_hint("\u00a0")

    @property
    def hinted(self) -> bool:
        """Whether there is a hint."""
        return bool(self._hint)

    def set_error(self, sentence: str) -> None:
        """Say what is wrong under the field; nothing takes the words away again."""
        if sentence == self.error:
            return
        self._error = self._error or self._error_words()
        self._error.setText(sentence)
        self._error_row.setVisible(bool(sentence))
        taking = self._taking  # what the keyboard is in: it bears the edge, and a screen reader asks it
        taking.setProperty("wrong", "true" if sentence else "false")
        taking.setAccessibleDescription(f"{sentence} {self._hint}".strip())
        taking.style().unpolish(taking)
        taking.style().polish(taking)


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
            link = LinkButton(sentence, Meaning.REFUSED, wrap=True)
            link.clicked.connect(lambda _checked=False, path=path: self.chosen.emit(path))
            self._lines.addWidget(link)
            self._links.append(link)
        self.setAccessibleName(f"{self._title.text()}: " + " ".join(sentence for _, sentence in problems))
        self.setVisible(bool(problems))
        if problems and take_focus:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
