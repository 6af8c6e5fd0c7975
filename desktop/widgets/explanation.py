"""The help of a page, at the right of it: read beside the work, closed with the same key."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QTextBrowser, QVBoxLayout, QWidget

from desktop.theme import Type, px, tokens
from desktop.widgets.buttons import ActButton, Kind, LinkButton
from desktop.widgets.text import Words


class Explanation(QWidget):
    """Hidden until it is asked for."""

    closed = Signal()
    more = Signal()
    """The glossary and the keys are wanted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "help")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._title, self._text = Words("", Type.TITLE, wrap=True), QTextBrowser()
        self._close = ActButton(self.tr("Tutup"), Kind.WORD, key="F1")
        self._close.clicked.connect(self.closed)
        more = LinkButton(self.tr("Istilah dan papan ketik"), icon="help")
        more.clicked.connect(self.more)
        self._text.setFrameShape(QTextBrowser.Shape.NoFrame)
        self._text.setOpenLinks(False)
        self._text.viewport().setAutoFillBackground(False)
        self._text.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        QShortcut(QKeySequence("Esc"), self, self.closed.emit, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(px(20), px(20), px(16), px(16))
        stack.setSpacing(px(12))
        stack.addLayout(head)
        stack.addWidget(self._text, 1)
        stack.addWidget(more)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setFixedWidth(px(320))
        self.hide()

    def explain(self, title: str, text: str) -> None:
        """Show another help; Markdown."""
        self._title.setText(title)
        self._text.setAccessibleName(title)
        self._text.document().setDefaultStyleSheet(f"a {{ color: {tokens().accent}; }}")
        self._text.setMarkdown(text)
        self._set_apart()
        self.show()

    def _set_apart(self) -> None:
        """Room between the paragraphs, and lists that are not pushed to the middle of a narrow panel."""
        document = self._text.document()
        document.setDocumentMargin(px(2))
        document.setIndentWidth(px(16))
        block = document.begin()
        while block.isValid():
            cursor = QTextCursor(block)
            shape = block.blockFormat()
            shape.setBottomMargin(px(8))
            cursor.setBlockFormat(shape)
            block = block.next()

    def focus_text(self) -> None:
        """Put the keyboard on the text, so that a screen reader reads it."""
        self._text.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def words(self) -> str:
        """What is shown."""
        return self._text.toPlainText()
