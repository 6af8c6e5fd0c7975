"""Who signed a letter, when, by which certificate, and the four answers about each signature, in words."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.theme import Meaning, Type, px
from desktop.widgets.cards import Card, Sign
from desktop.widgets.text import ToneWords, Words, tip


@dataclass(frozen=True, slots=True)
class Answer:
    """One of the four answers: its name, the word, the sentence, and how it looks."""

    name: str
    word: str
    sentence: str
    meaning: Meaning


@dataclass(frozen=True, slots=True)
class Signed:
    """One signature as it is told. `lines` under the name: when, by which certificate."""

    name: str
    lines: tuple[str, ...]
    answers: tuple[Answer, ...]


_ICONS = {Meaning.DONE: "check-circle", Meaning.REFUSED: "x-circle", Meaning.ATTENTION: "help", Meaning.QUIET: "circle"}


class SignatureCard(Card):
    """All signatures of a letter. Hidden while there is none."""

    def __init__(self, *, short: bool = False) -> None:
        super().__init__()
        self._short = short
        self._head = self.head(self.tr("Tanda tangan"), "shield")
        self.hide()

    def show_signatures(self, signed: tuple[Signed, ...], sentence: str = "") -> None:
        """What was found; the sentence sums it up, or is all there is to say."""
        self.clear(keep=2)
        if sentence:
            self.body.addWidget(_padded(Words(sentence, Type.BODY, wrap=True)))
        for one in signed:
            self.body.addWidget(self._one(one))
        self.setVisible(bool(signed or sentence))

    def _one(self, one: Signed) -> QWidget:
        found = QWidget()
        stack = QVBoxLayout(found)
        stack.setContentsMargins(px(16), px(8), px(16), px(12))
        stack.setSpacing(px(4))
        stack.addWidget(Words(one.name, Type.STRONG, wrap=True))
        for line in one.lines:
            stack.addWidget(Words(line, Type.SECOND, "second", wrap=True))
        stack.addSpacing(px(4))
        for answer in one.answers:
            stack.addWidget(self._answer(answer))
        return found

    def _answer(self, answer: Answer) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(px(8))
        line.addWidget(Sign(_ICONS[answer.meaning], 18, answer.meaning), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(ToneWords(f"{answer.name}: {answer.word}", answer.meaning, Type.STRONG, wrap=True))
        if not self._short:
            words.addWidget(Words(answer.sentence, Type.SECOND, "second", wrap=True))
        line.addLayout(words, 1)
        row.setToolTip(tip(answer.sentence))
        return row


def _padded(words: Words) -> QWidget:
    found = QWidget()
    line = QHBoxLayout(found)
    line.setContentsMargins(px(16), px(12), px(16), px(4))
    line.addWidget(words, 1)
    return found
